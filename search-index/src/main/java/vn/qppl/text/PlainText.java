package vn.qppl.text;

import java.nio.charset.Charset;

/** A plain-text file: the file itself after NFC. */
final class PlainText {
    private static final Charset WINDOWS_1258 = Charset.forName("windows-1258");

    private PlainText() {}

    static ExtractedText read(byte[] bytes, FileKind kind) {
        var unicode = TextBytes.unicode(bytes);
        return Assembly.ofPlainText(kind.mediaType(), unicode == null ? new String(bytes, WINDOWS_1258) : unicode);
    }
}
