package vn.qppl.index;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a text into {@link Syllable}s: the one analysis behind the index, the questions and the highlights.
 *
 * <p>Vietnamese writes a blank between syllables, so a run of letters and digits is a unit and no dictionary is needed. Any
 * Unicode form is read alike (NFC, NFD, mixtures), both places of the tone mark (hoà, hòa), {@code Ð} (U+00D0) as Đ, i for y
 * where it is the only vowel (lí, lý), and 05 as 5.
 */
final class Syllables {
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
    private static final int LONGEST = 64;
    /** By precomposed letter: with its quality mark and without tone; without marks; the tone. 0 where it is no such letter. */
    private static final int TABLE = 0x1F00;

    private static final char[] QUALITY = new char[TABLE];
    private static final char[] FOLDED = new char[TABLE];
    private static final char[] TONE = new char[TABLE];

    private Syllables() {}

    static List<Syllable> of(CharSequence text) {
        var found = new ArrayList<Syllable>();
        var letters = new StringBuilder(16);
        int start = -1;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean inside = c < 128
                    ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                    : Character.isLetterOrDigit(c) || Character.isSurrogate(c) || (start >= 0 && isMark(c));
            if (inside) {
                if (start < 0) start = i;
                if (letters.length() < LONGEST) letters.append(c);
            } else if (start >= 0) {
                found.add(read(letters, start, i));
                letters.setLength(0);
                start = -1;
            }
        }
        if (start >= 0) found.add(read(letters, start, length));
        return found;
    }

    private static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static Syllable read(StringBuilder written, int start, int end) {
        var composed = compose(written);
        int length = composed.length();
        var exact = new char[length + 1];
        var folded = new char[length];
        int exactLength = 0;
        int foldedLength = 0;
        char tone = 0;
        for (int i = 0; i < length; i++) {
            char c = composed.charAt(i);
            if (c < 128) {
                c = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
                exact[exactLength++] = c;
                folded[foldedLength++] = c;
                continue;
            }
            c = Character.toLowerCase(c);
            if (c < TABLE && FOLDED[c] != 0) {
                exact[exactLength++] = QUALITY[c];
                folded[foldedLength++] = FOLDED[c];
                if (TONE[c] != 0) tone = TONE[c];
            } else if (TONES.indexOf(c) >= 0) {
                tone = c;
            } else {
                exact[exactLength++] = c;
                if (!isMark(c)) folded[foldedLength++] = c;
            }
        }
        onlyVowel(exact, exactLength);
        onlyVowel(folded, foldedLength);
        int zeros = zeros(folded, foldedLength);
        var withoutMarks = new String(folded, zeros, foldedLength - zeros);
        if (tone != 0) exact[exactLength++] = tone;
        boolean same = exactLength == foldedLength && Arrays.equals(exact, 0, exactLength, folded, 0, foldedLength);
        return new Syllable(
                same ? withoutMarks : new String(exact, zeros, exactLength - zeros), withoutMarks, start, end);
    }

    private static CharSequence compose(StringBuilder written) {
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c >= 0x300 && (c < 0x1E00 || c > 0x1EFF) && (isMark(c) || Character.isSurrogate(c))) {
                return Normalizer.normalize(written, Normalizer.Form.NFC);
            }
        }
        return written;
    }

    /** lí and lý, quí and quý are spellings of one syllable; ui and uy are not. */
    private static void onlyVowel(char[] syllable, int length) {
        int last = length - 1;
        if (last < 1 || syllable[last] != 'y') return;
        char before = syllable[last - 1];
        boolean afterConsonant = "hklmst".indexOf(before) >= 0;
        boolean afterQu = before == 'u' && last == 2 && syllable[0] == 'q';
        if ((afterConsonant && last <= 2) || afterQu) syllable[last] = 'i';
    }

    private static int zeros(char[] syllable, int length) {
        int zeros = 0;
        while (zeros < length - 1 && syllable[zeros] == '0' && Character.isDigit(syllable[zeros + 1])) zeros++;
        return zeros;
    }

    static {
        for (char c : "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ".toCharArray()) {
            var apart = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            var rest = new StringBuilder();
            for (char d : apart.toCharArray()) {
                if (TONES.indexOf(d) >= 0) TONE[c] = d;
                else rest.append(d);
            }
            QUALITY[c] = Normalizer.normalize(rest, Normalizer.Form.NFC).charAt(0);
            FOLDED[c] = apart.charAt(0);
        }
        for (char c : "đð".toCharArray()) {
            QUALITY[c] = 'đ';
            FOLDED[c] = 'd';
        }
    }
}
