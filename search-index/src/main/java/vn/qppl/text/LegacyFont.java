package vn.qppl.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a font says of the codes of its text.
 *
 * @param capitals true for fonts that print lower-case codes as capitals (.VnTimeH)
 */
record LegacyFont(TextEncoding encoding, boolean capitals) {

    /** Null for a font of Unicode, or one that says nothing. */
    static @Nullable LegacyFont named(@Nullable String fontName) {
        if (fontName == null || fontName.isEmpty()) return null;
        var name = fontName.strip();
        // a subset within a PDF: ABCDEF+.VnTime
        if (name.length() > 7 && name.charAt(6) == '+') name = name.substring(7);
        if (name.startsWith("'") || name.startsWith("\"")) name = name.substring(1);
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith(".vn")) return new LegacyFont(TextEncoding.TCVN3, capitalFont(name));
        if (lower.startsWith("vntime") || lower.startsWith("vnarial"))
            return new LegacyFont(TextEncoding.TCVN3, capitalFont(name));
        if (lower.startsWith("vni-") || lower.startsWith("vni ") || lower.startsWith("vni_"))
            return new LegacyFont(TextEncoding.VNI, false);
        if (lower.startsWith("vps")) return new LegacyFont(TextEncoding.VPS, false);
        if (lower.startsWith("vi ") || lower.contains("viscii")) return new LegacyFont(TextEncoding.VISCII, false);
        return null;
    }

    /** The family's name ends with H: .VnTimeH, .VnArial NarrowH, .VnTimeH-Bold, .VnTimeH,Bold. */
    private static boolean capitalFont(String name) {
        var family = name.split("[,-]", 2)[0]
                .replaceFirst("(?i)\\s*(bold|italic|regular)+$", "")
                .strip();
        return family.endsWith("H");
    }
}
