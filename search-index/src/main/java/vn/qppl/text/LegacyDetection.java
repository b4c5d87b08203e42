package vn.qppl.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recognises legacy encodings by what the words become. Never takes Unicode for one. */
final class LegacyDetection {
    private static final List<LegacyCharmap> CHARMAPS =
            List.of(LegacyCharmap.TCVN3, LegacyCharmap.VNI, LegacyCharmap.VPS, LegacyCharmap.VISCII);

    private LegacyDetection() {}

    /**
     * @param marked words with letters beyond ASCII
     * @param valid those that are possible syllables
     */
    record Score(int marked, int valid) {
        double share() {
            return marked == 0 ? 0 : (double) valid / marked;
        }
    }

    /** Letters that only Unicode text of Vietnamese has; no legacy code is ever decoded to them by mistake. */
    static boolean strongUnicode(char c) {
        return c == 'ă'
                || c == 'Ă'
                || c == 'đ'
                || c >= '\u0128' && c <= '\u0129'
                || c >= '\u0168' && c <= '\u0169'
                || c >= '\u01A0' && c <= '\u01B0'
                || c >= '\u1EA0' && c <= '\u1EF9'
                || c >= '\u0300' && c <= '\u0323';
    }

    static boolean hasStrongUnicode(String text) {
        for (int i = 0; i < text.length(); i++) if (strongUnicode(text.charAt(i))) return true;
        return false;
    }

    static boolean hasHigh(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) >= 0x80) return true;
        return false;
    }

    static Score asUnicode(String text) {
        int marked = 0;
        int valid = 0;
        for (var word : words(text, null)) {
            if (!hasHigh(word)) continue;
            marked++;
            if (VietnameseSyllable.possible(VietnameseText.nfc(word))) valid++;
        }
        return new Score(marked, valid);
    }

    static Score as(LegacyCharmap charmap, String text) {
        int marked = 0;
        int valid = 0;
        for (var word : words(text, charmap)) {
            boolean any = false;
            for (int i = 0; i < word.length() && !any; i++) any = charmap.marks(word.charAt(i));
            if (!any) continue;
            marked++;
            if (VietnameseSyllable.possible(charmap.decode(word))) valid++;
        }
        return new Score(marked, valid);
    }

    /**
     * The encoding of a piece of text without a telling font.
     *
     * @param expected what the rest of the file is in; a short piece is then enough; null where nothing is known
     */
    static @Nullable LegacyCharmap of(String text, @Nullable LegacyCharmap expected) {
        if (!hasHighOrControl(text) || hasStrongUnicode(text)) return null;
        var unicode = asUnicode(text);
        if (expected != null) {
            var score = as(expected, text);
            if (score.valid() > unicode.valid() && score.share() >= 0.5) return expected;
        }
        LegacyCharmap best = null;
        var bestScore = new Score(0, 0);
        for (var charmap : CHARMAPS) {
            var score = as(charmap, text);
            if (score.valid() > bestScore.valid()
                    || score.valid() == bestScore.valid() && score.share() > bestScore.share()) {
                best = charmap;
                bestScore = score;
            }
        }
        if (bestScore.valid() < 4 || bestScore.share() < 0.75 || unicode.share() >= 0.5) return null;
        return best;
    }

    private static boolean hasHighOrControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || c < 32 && c != '\n' && c != '\t' && c != '\r') return true;
        }
        return false;
    }

    private static List<String> words(String text, @Nullable LegacyCharmap charmap) {
        var words = new java.util.ArrayList<String>();
        int start = -1;
        // samples are enough: detection stays linear on the longest texts
        int end = Math.min(text.length(), 200_000);
        for (int i = 0; i <= end; i++) {
            boolean inside = i < end && inWord(text.charAt(i), charmap);
            if (inside && start < 0) start = i;
            if (!inside && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    private static boolean inWord(char c, @Nullable LegacyCharmap charmap) {
        if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') return true;
        if (charmap != null) return charmap.marks(c);
        return Character.isLetter(c) || c >= '\u0300' && c <= '\u036F';
    }
}
