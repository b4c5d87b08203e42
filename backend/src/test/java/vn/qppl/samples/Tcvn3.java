package vn.qppl.samples;

import java.text.Normalizer;
import java.util.Locale;

/** TCVN 5712:1993 as the .VnTime fonts use it: capitals with a tone mark exist only in the .VnTimeH font, coded as small letters. */
final class Tcvn3 {
    private static final String UNICODE = "ĂÂÊÔƠƯĐăâêôơưđàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ";
    private static final String CODED =
            "\u00a1\u00a2\u00a3\u00a4\u00a5\u00a6\u00a7\u00a8\u00a9\u00aa\u00ab\u00ac\u00ad\u00ae\u00b5\u00b8\u00b6\u00b7\u00b9"
                    + "\u00bb\u00be\u00bc\u00bd\u00c6\u00c7\u00ca\u00c8\u00c9\u00cb\u00cc\u00d0\u00ce\u00cf\u00d1\u00d2\u00d5\u00d3"
                    + "\u00d4\u00d6\u00d7\u00dd\u00d8\u00dc\u00de\u00df\u00e3\u00e1\u00e2\u00e4\u00e5\u00e8\u00e6\u00e7\u00e9\u00ea"
                    + "\u00ed\u00eb\u00ec\u00ee\u00ef\u00f3\u00f1\u00f2\u00f4\u00f5\u00f8\u00f6\u00f7\u00f9\u00fa\u00fd\u00fb\u00fc\u00fe";

    private Tcvn3() {}

    /** Whether the text must be set in the capitals font. */
    static boolean allCapitals(String text) {
        return text.equals(text.toUpperCase(Locale.ROOT))
                && text.chars().filter(Character::isLetter).count() > 1;
    }

    static String encode(String text) {
        var nfc = Normalizer.normalize(text, Normalizer.Form.NFC);
        var source = allCapitals(nfc) ? nfc.toLowerCase(Locale.ROOT) : nfc;
        var out = new StringBuilder(source.length());
        for (var i = 0; i < source.length(); i++) {
            var c = source.charAt(i);
            var at = UNICODE.indexOf(c);
            if (at >= 0) out.append(CODED.charAt(at));
            else if (c < 0x80) out.append(c);
            else throw new IllegalArgumentException("TCVN3 has no " + c + " in: " + text);
        }
        return out.toString();
    }
}
