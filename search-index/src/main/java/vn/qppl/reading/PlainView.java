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

    private final String text;
    private final int[] origin;
    private final int end;

    private PlainView(String text, int[] origin, int end) {
        this.text = text;
        this.origin = origin;
        this.end = end;
    }

    static PlainView of(String text, int start, int end) {
        var plain = new char[end - start];
        int length = 0;
        var origin = new int[end - start + 1];
        int gap = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (ordinary(c)) {
                if (gap > 0 && length > 0) {
                    origin[length] = i - 1;
                    plain[length++] = gap >= WIDE ? '\n' : ' ';
                }
                gap = 0;
                origin[length] = i;
                plain[length++] = c;
                continue;
            }
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
            if (gap > 0 && length > 0) {
                origin[length] = i - 1;
                plain[length++] = gap >= WIDE ? '\n' : ' ';
            }
            gap = 0;
            origin[length] = i;
            plain[length++] = c == 'Ð' ? 'Đ' : c;
        }
        return new PlainView(new String(plain, 0, length), origin, end);
    }

    /** The most of a text: letters, digits and what needs no second look. */
    private static boolean ordinary(char c) {
        return c >= 'a' && c <= 'z' || c >= 0x1EA0 && c < 0x2000 || c > 0xD0 && c < 0x1680 || c >= '0' && c <= 'Z';
    }

    String text() {
        return text;
    }

    /** Where a piece of this view stands in the whole text. */
    Span span(int from, int to) {
        if (text.isEmpty() || from >= text.length()) return new Span(end, end);
        int first = origin[from];
        return new Span(first, to <= from ? first : origin[to - 1] + 1);
    }

    int originOf(int index) {
        return index >= text.length() ? end : origin[index];
    }
}
