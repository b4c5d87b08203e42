package vn.qppl.structure;

import java.util.ArrayList;
import java.util.List;

/** A text's lines, each with the place where its words begin: behind blanks and the marks of Markdown. */
final class Lines {
    /** @param words where the words begin; {@code end} for a blank line */
    record Line(int start, int words, int end) {
        boolean blank() {
            return words >= end;
        }
    }

    private Lines() {}

    static List<Line> of(String text) {
        var lines = new ArrayList<Line>();
        int start = 0;
        while (start <= text.length()) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed;
            int last = end;
            while (last > start && skipped(text.charAt(last - 1))) last--;
            int words = start;
            while (words < last && skipped(text.charAt(words))) words++;
            lines.add(new Line(start, words, last));
            if (feed < 0) break;
            start = feed + 1;
        }
        return lines;
    }

    /** Blanks of every kind, and what Markdown, tables and invisible marks put around words. */
    static boolean skipped(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '*'
                || c == '|'
                || c == '#'
                || c == '_'
                || c == '\u200B'
                || c == '\uFEFF'
                || c == '\u00AD'
                || c == '\u200E';
    }
}
