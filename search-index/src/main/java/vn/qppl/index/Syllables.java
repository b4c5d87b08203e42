package vn.qppl.index;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    /** Per character: quality marks kept and tone parted, for the precomposed letters; built once from Unicode's tables. */
    private static final Map<Character, Parts> PARTS = parts();

    private Syllables() {}

    private record Parts(char quality, char folded, char tone) {}

    static List<Syllable> of(CharSequence text) {
        var found = new ArrayList<Syllable>();
        var letters = new StringBuilder(16);
        int start = -1;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean inside = Character.isLetterOrDigit(c) || Character.isSurrogate(c) || (start >= 0 && isMark(c));
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

    private static Syllable read(CharSequence written, int start, int end) {
        var composed = compose(written);
        var exact = new StringBuilder(composed.length() + 1);
        var folded = new StringBuilder(composed.length());
        char tone = 0;
        for (int i = 0; i < composed.length(); i++) {
            char c = Character.toLowerCase(composed.charAt(i));
            var parts = PARTS.get(c);
            if (parts != null) {
                exact.append(parts.quality);
                folded.append(parts.folded);
                if (parts.tone != 0) tone = parts.tone;
            } else if (TONES.indexOf(c) >= 0) {
                tone = c;
            } else {
                exact.append(c);
                if (!isMark(c)) folded.append(c);
            }
        }
        onlyVowel(exact);
        onlyVowel(folded);
        withoutZeros(exact);
        withoutZeros(folded);
        if (tone != 0) exact.append(tone);
        return new Syllable(exact.toString(), folded.toString(), start, end);
    }

    private static CharSequence compose(CharSequence written) {
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c >= 0x300 && (isMark(c) || Character.isSurrogate(c))) {
                return Normalizer.normalize(written, Normalizer.Form.NFC);
            }
        }
        return written;
    }

    /** lí and lý, quí and quý are spellings of one syllable; ui and uy are not. */
    private static void onlyVowel(StringBuilder syllable) {
        int last = syllable.length() - 1;
        if (last < 1 || syllable.charAt(last) != 'y') return;
        char before = syllable.charAt(last - 1);
        boolean afterConsonant = "hklmst".indexOf(before) >= 0;
        boolean afterQu = before == 'u' && last == 2 && syllable.charAt(0) == 'q';
        if ((afterConsonant && last <= 2) || afterQu) syllable.setCharAt(last, 'i');
    }

    private static void withoutZeros(StringBuilder syllable) {
        int zeros = 0;
        while (zeros < syllable.length() - 1
                && syllable.charAt(zeros) == '0'
                && Character.isDigit(syllable.charAt(zeros + 1))) zeros++;
        if (zeros > 0) syllable.delete(0, zeros);
    }

    private static Map<Character, Parts> parts() {
        var table = new HashMap<Character, Parts>();
        for (char c : "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ".toCharArray()) {
            var apart = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            char tone = 0;
            var rest = new StringBuilder();
            for (char d : apart.toCharArray()) {
                if (TONES.indexOf(d) >= 0) tone = d;
                else rest.append(d);
            }
            char quality = Normalizer.normalize(rest, Normalizer.Form.NFC).charAt(0);
            table.put(c, new Parts(quality, apart.charAt(0), tone));
        }
        table.put('đ', new Parts('đ', 'd', (char) 0));
        table.put('ð', new Parts('đ', 'd', (char) 0));
        return Map.copyOf(table);
    }
}
