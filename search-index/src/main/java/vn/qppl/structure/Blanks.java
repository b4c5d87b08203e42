package vn.qppl.structure;

/** Blanks of typesetters: Word and web pages put no-break and thin blanks where a rule of form expects a blank. */
public final class Blanks {
    private Blanks() {}

    /** The same text with every blank that is no line feed, return or tab as a plain one; offsets hold. */
    public static String plain(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // no blank but these stands below U+2000, and nearly every character does
            if (c < 0x2000 && c != '\u00a0' && c != '\u1680') continue;
            if (!Character.isSpaceChar(c) || c == '\u2028') continue;
            if (out == null) out = new StringBuilder(text);
            out.setCharAt(i, ' ');
        }
        return out == null ? text : out.toString();
    }
}
