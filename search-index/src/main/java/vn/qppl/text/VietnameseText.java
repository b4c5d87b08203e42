package vn.qppl.text;

import java.text.Normalizer;

/** Normal forms of Vietnamese text: what is stored (NFC) and what is compared. */
public final class VietnameseText {
    private VietnameseText() {}

    /** NFC; {@code Ð} (U+00D0, Icelandic) is left as it stands, since offsets and evidence must hold. */
    public static String nfc(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Without marks, for comparing: đ and Đ become d and D; case stays. Length may change. */
    public static String fold(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        var folded = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.getType(c) == Character.NON_SPACING_MARK) continue;
            folded.append(c == 'đ' ? 'd' : c == 'Đ' || c == 'Ð' ? 'D' : c);
        }
        return folded.toString();
    }
}
