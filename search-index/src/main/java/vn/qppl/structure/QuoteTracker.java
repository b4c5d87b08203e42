package vn.qppl.structure;

import java.util.List;
import vn.qppl.text.Span;

/**
 * Which lines stand inside quotation marks that were opened to give new words: “…”, "…", «…». Marks that open and close within a line
 * around words of it are no quotation of new text; marks at a line's beginning, or left open at its end, are.
 */
final class QuoteTracker {
    /** A quotation that runs on this long without an end was never meant to run on. */
    private static final int LONGEST_LINES = 6000;

    /** @param closed false where the text ends, or goes on with its own units, before the marks close */
    record Block(Span span, boolean closed, int firstLine, int lastLine) {}

    /** With the budget spent, marks are followed this far only. */
    private static final int LINES_ON_BUDGET = 60;

    private final String text;
    private final List<Lines.Line> lines;
    /** Characters that may still be looked at: a text of nothing but open marks must not cost its square. */
    private long budget;

    QuoteTracker(String text, List<Lines.Line> lines) {
        this.text = text;
        this.lines = lines;
        this.budget = 8L * text.length() + 50_000;
    }

    /**
     * The quotation that begins on this line: at its first word, or in it and still open at its end.
     *
     * @param limit no quotation reaches this line or beyond
     * @return null where none begins
     */
    @org.jspecify.annotations.Nullable
    Block beginningOn(int index, int limit) {
        var line = lines.get(index);
        if (line.blank()) return null;
        char first = text.charAt(line.words());
        boolean atStart =
                first == '“' || first == '"' || first == '«' || first == '„' || (first == '”' && curlyElsewhere(line));
        int opened = atStart ? line.words() : openAtEnd(line);
        if (opened < 0) return null;
        char mark = text.charAt(opened);
        boolean straight = mark == '"' || mark == '”';
        int depth = 0;
        int last = Math.min(limit, Math.min(lines.size(), index + (budget > 0 ? LONGEST_LINES : LINES_ON_BUDGET)));
        for (int i = index; i < last; i++) {
            var at = lines.get(i);
            int from = i == index ? opened : at.words();
            budget -= at.end() - from;
            for (int p = from; p < at.end(); p++) {
                char c = text.charAt(p);
                int turn = turn(c, p, at, straight && depth == 0 && p == opened);
                if (turn == 0) continue;
                depth += turn;
                if (depth <= 0 && endsQuotation(p, at)) {
                    return new Block(new Span(opened + 1, p), true, index, i);
                }
                if (depth < 0) depth = 0;
            }
        }
        return new Block(
                new Span(opened + 1, last < lines.size() ? lines.get(last).start() : text.length()),
                false,
                index,
                last - 1);
    }

    private boolean curlyElsewhere(Lines.Line line) {
        int next = line.words() + 1;
        return next < line.end() && !Character.isWhitespace(text.charAt(next));
    }

    /** Position of a mark left open at the line's end behind "như sau:", or -1. */
    private int openAtEnd(Lines.Line line) {
        int open = -1;
        int depth = 0;
        for (int p = line.words(); p < line.end(); p++) {
            char c = text.charAt(p);
            if (c == '“' || c == '«' || c == '„') {
                if (depth++ == 0) open = p;
            } else if (c == '”' || c == '»') {
                if (depth > 0) depth--;
            } else if (c == '"') {
                boolean opens = p == line.words()
                        || !Character.isLetterOrDigit(text.charAt(p - 1))
                                && p + 1 < line.end()
                                && !Character.isWhitespace(text.charAt(p + 1))
                                && depth == 0;
                if (opens) {
                    open = p;
                    depth = 1;
                } else if (depth > 0) {
                    depth--;
                }
            }
        }
        if (depth <= 0 || open < 0) return -1;
        // words left in an open mark without a colon before are a slip of the pen, not new text
        int before = open - 1;
        while (before >= line.words() && Character.isWhitespace(text.charAt(before))) before--;
        return before >= line.words() && text.charAt(before) == ':' ? open : -1;
    }

    private int turn(char c, int p, Lines.Line line, boolean first) {
        if (first) return 1;
        return switch (c) {
            case '“', '«', '„' -> 1;
            case '”', '»' -> -1;
            case '"' -> opens(p, line) ? 1 : -1;
            default -> 0;
        };
    }

    private boolean opens(int p, Lines.Line line) {
        boolean blankBefore = p == line.words()
                || Character.isWhitespace(text.charAt(p - 1))
                || "(:;,“".indexOf(text.charAt(p - 1)) >= 0;
        boolean wordAfter =
                p + 1 < line.end() && (Character.isLetterOrDigit(text.charAt(p + 1)) || text.charAt(p + 1) == '(');
        return blankBefore && wordAfter;
    }

    /** A closing mark ends new text at a line's end, with at most punctuation behind it. */
    private boolean endsQuotation(int p, Lines.Line line) {
        for (int i = p + 1; i < line.end(); i++) {
            char c = text.charAt(i);
            if (".;,:)”\"» ".indexOf(c) < 0 && !Lines.skipped(c)) {
                // "…”; bổ sung …" on one line: the quotation ends, the clause goes on
                return c == 'v' || Character.isLetter(c);
            }
        }
        return true;
    }
}
