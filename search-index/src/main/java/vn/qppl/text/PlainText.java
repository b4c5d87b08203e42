package vn.qppl.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A plain-text file: the file itself after NFC. */
final class PlainText {
    private static final Charset WINDOWS_1258 = Charset.forName("windows-1258");

    private PlainText() {}

    static ExtractedText read(byte[] bytes, FileKind kind) {
        var unicode = TextBytes.unicode(bytes);
        if (unicode != null && (!LegacyDetection.hasHigh(unicode) || LegacyDetection.hasStrongUnicode(unicode)))
            return Assembly.ofPlainText(kind.mediaType(), unicode);
        // codes as Windows shows them; LegacyCharmap takes them back
        var codes = unicode != null ? unicode : new String(bytes, StandardCharsets.ISO_8859_1);
        var vietnamese = new String(bytes, WINDOWS_1258);
        var charmap = LegacyDetection.of(codes, null);
        if (unicode == null) {
            var standard = LegacyDetection.asUnicode(vietnamese);
            if (charmap == null
                    || standard.valid() >= LegacyDetection.as(charmap, codes).valid())
                return Assembly.ofPlainText(kind.mediaType(), vietnamese);
        }
        if (charmap == null) return Assembly.ofPlainText(kind.mediaType(), codes);
        var text = charmap.decode(codes);
        return new ExtractedText(
                text,
                kind.mediaType(),
                charmap.encoding(),
                List.of(),
                List.of(),
                List.of(new ExtractedText.Conversion(new Span(0, text.length()), charmap.encoding(), codes)),
                List.of(),
                List.of(),
                null);
    }
}
