package vn.qppl.reading;

import vn.qppl.text.Span;

/**
 * A piece of a text without its dressing: Markdown marks, table bars and doubled blanks are gone, a table bar, a tab or a
 * wide gap ends the line, {@code Ð} reads as {@code Đ}. Every character knows where it stands in the text, so that what is
 * found here keeps its evidence.
 */
final class PlainView {
    /** So many blanks part two columns; fewer are a line that the setting broke. */
    private static final int WIDE = 4;

    private final StringBuilder plain;
    private final int[] origin;
    private final int end;

    private PlainView(StringBuilder plain, int[] origin, int end) {
        this.plain = plain;
        this.origin = origin;
        this.end = end;
    }

    static PlainView of(String text, int start, int end) {
        var plain = new StringBuilder(end - start);
        var origin = new int[end - start + 1];
        int gap = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '*'
                    || c == '#'
                    || c == '_' && i + 1 < end && text.charAt(i + 1) == '_'
                    || c == '\u00ad'
                    || c == '\ufeff'
                    || c == '\u200b') continue;
            boolean breaks = c == '\n' || c == '\r' || c == '|' || c == '\t' || c == '\f' || c == '\u2028';
            if (breaks || Character.isWhitespace(c) || c == '\u00a0') {
                gap = breaks ? WIDE : Math.min(WIDE, gap + 1);
                continue;
            }
            if (gap > 0 && !plain.isEmpty()) {
                origin[plain.length()] = i - 1;
                plain.append(gap >= WIDE ? '\n' : ' ');
            }
            gap = 0;
            origin[plain.length()] = i;
            plain.append(c == 'Ð' ? 'Đ' : c);
        }
        return new PlainView(plain, origin, end);
    }

    String text() {
        return plain.toString();
    }

    /** Where a piece of this view stands in the whole text. */
    Span span(int from, int to) {
        if (plain.isEmpty() || from >= plain.length()) return new Span(end, end);
        int first = origin[from];
        return new Span(first, to <= from ? first : origin[to - 1] + 1);
    }

    int originOf(int index) {
        return index >= plain.length() ? end : origin[index];
    }
}
