package vn.qppl.reading;

import java.util.Locale;

/** Vietnamese words without their marks, as in a capital letterhead typed by hand, a bad scan or a telephone. */
final class Marks {
    private static final String PLAIN = "aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd";
    private static final String MARKED = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";
    private static final char[] FOLDED = new char[0x2000];

    static {
        for (int i = 0; i < FOLDED.length; i++) FOLDED[i] = Character.toLowerCase((char) i);
        for (int i = 0; i < MARKED.length(); i++) {
            char c = MARKED.charAt(i);
            FOLDED[c] = PLAIN.charAt(i);
            FOLDED[Character.toUpperCase(c)] = PLAIN.charAt(i);
        }
        FOLDED['Ð'] = 'd';
        FOLDED['ð'] = 'd';
    }

    private Marks() {}

    static char fold(char c) {
        return c < FOLDED.length ? FOLDED[c] : Character.toLowerCase(c);
    }

    /** Lower case, without marks; blanks and punctuation stay. Same length as the text. */
    static String fold(CharSequence text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) out.append(fold(text.charAt(i)));
        return out.toString();
    }

    /** Letters and digits only, lower case, without marks. */
    static String letters(CharSequence text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++)
            if (Character.isLetterOrDigit(text.charAt(i))) out.append(fold(text.charAt(i)));
        return out.toString();
    }

    /** True where the words are set in capitals: of the letters, nine in ten or more. */
    static boolean capitals(CharSequence text) {
        int upper = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetter(c)) continue;
            letters++;
            if (Character.isUpperCase(c)) upper++;
        }
        return letters > 0 && upper * 10 >= letters * 9;
    }

    static boolean marked(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7f && Character.isLetter(c)) return true;
        }
        return false;
    }

    /** "BẮC NINH" → "Bắc Ninh": every syllable of a name with a capital. */
    static String names(String text) {
        var out = new StringBuilder(text.length());
        boolean start = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(start ? Character.toUpperCase(c) : Character.toLowerCase(c));
            start = !Character.isLetterOrDigit(c) && c != '\'' && c != '’';
        }
        return out.toString();
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
