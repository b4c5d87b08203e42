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
}
