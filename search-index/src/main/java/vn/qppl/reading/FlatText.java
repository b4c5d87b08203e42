package vn.qppl.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.qppl.structure.LegalText;
import vn.qppl.text.Span;

/**
 * A stretch of a text as one line: blanks collapsed, every quotation replaced by one {@link #QUOTE}, so that no rule ever
 * looks into quoted words by mistake. Each character knows where it stood.
 */
final class FlatText {
    static final char QUOTE = '\uE000';
    private static final String OPEN = "“„«‘";
    private static final String CLOSE = "”»’";

    private final String text;
    private final String lower;
    private final int[] at;
    private final List<Span> quotes;
    /** For each opening parenthesis the place behind its closing one, 0 where it is never closed; built when first asked. */
    private int @Nullable [] parentheses;

    /** The blanks that stand for the end of a line. */
    private final BitSet breaks;

    private FlatText(String text, String lower, int[] at, List<Span> quotes, BitSet breaks) {
        this.breaks = breaks;
        this.text = text;
        this.lower = lower;
        this.at = at;
        this.quotes = quotes;
    }

    /** @param quotations those of the whole text, in order */
    static FlatText of(String source, int start, int end, List<LegalText.Quotation> quotations) {
        var out = new StringBuilder(Math.min(end - start, 4096));
        var at = new IntList();
        var quotes = new ArrayList<Span>();
        var breaks = new BitSet();
        var pairs = pairs(source, start, end);
        int next = firstFrom(quotations, start);
        boolean blank = true;
        int i = start;
        while (i < end) {
            while (next < quotations.size() && quotations.get(next).span().start() < i) next++;
            if (next < quotations.size() && quotations.get(next).span().end() <= end) {
                var span = quotations.get(next).span();
                if (span.start() == i || span.start() == i + 1 && isMark(source.charAt(i))) {
                    out.append(QUOTE);
                    at.add(i);
                    quotes.add(span);
                    blank = false;
                    i = Math.max(i + 1, span.end());
                    if (i < end && isMark(source.charAt(i))) i++;
                    continue;
                }
            }
            char c = source.charAt(i);
            if (OPEN.indexOf(c) >= 0 || c == '"' || c == '\'') {
                Integer close = pairs.get(i);
                if (close != null) {
                    out.append(QUOTE);
                    at.add(i);
                    quotes.add(new Span(i + 1, close));
                    blank = false;
                    i = close + 1;
                    continue;
                }
            }
            if (c == '*') {
                // Markdown's bold marks of converted files
                i++;
                continue;
            }
            if (Character.isWhitespace(c) || c == '\u00A0' || c == '\u200B' || c == '\uFEFF' || c == '|') {
                if (!blank) {
                    out.append(' ');
                    at.add(i);
                }
                blank = true;
                if (c == '\n' && !out.isEmpty()) breaks.set(out.length() - 1);
            } else {
                out.append(c == 'Ð' ? 'Đ' : c);
                at.add(i);
                blank = false;
            }
            i++;
        }
        at.add(end);
        var text = out.toString();
        return new FlatText(text, lower(text), at.array(), List.copyOf(quotes), breaks);
    }

    private static int firstFrom(List<LegalText.Quotation> quotations, int start) {
        int lo = 0;
        int hi = quotations.size();
        while (lo < hi) {
            int mid = (lo + hi) >>> 1;
            if (quotations.get(mid).span().start() < start) lo = mid + 1;
            else hi = mid;
        }
        return lo;
    }

    private static boolean isMark(char c) {
        return OPEN.indexOf(c) >= 0 || CLOSE.indexOf(c) >= 0 || c == '"';
    }

    /** For every opening mark of the stretch where its closing mark stands, innermost first; one pass. */
    private static Map<Integer, Integer> pairs(String source, int start, int end) {
        var pairs = new HashMap<Integer, Integer>();
        var open = new ArrayDeque<Integer>();
        int straight = -1;
        int lastPaired = -1;
        for (int i = start; i < end; i++) {
            char c = source.charAt(i);
            if (c == '"') {
                if (straight >= 0) {
                    pairs.put(straight, i);
                    straight = -1;
                } else straight = i;
            } else if (OPEN.indexOf(c) >= 0) open.push(i);
            else if (CLOSE.indexOf(c) >= 0) {
                while (!open.isEmpty() && !closes(source.charAt(open.peek()), c)) open.pop();
                if (!open.isEmpty()) {
                    lastPaired = Math.max(lastPaired, open.peek());
                    pairs.put(open.pop(), i);
                }
            }
        }
        int single = singleQuoted(source, start, end);
        if (single >= 0 && open.isEmpty()) pairs.put(single, singleEnd(source, single, end));
        // a quotation that is cut off holds all that is left
        if (!open.isEmpty() && open.peekLast() > lastPaired && source.charAt(open.peekLast()) == '“')
            pairs.put(open.peekLast(), end);
        return pairs;
    }

    /** "… như sau: '4. …": the apostrophe that opens new text behind a colon; -1 where none does. */
    private static int singleQuoted(String source, int start, int end) {
        for (int i = source.indexOf('\'', Math.min(start + 1, end), end);
                i >= 0 && i + 1 < end;
                i = source.indexOf('\'', i + 1, end)) {
            int before = i - 1;
            while (before > start && Character.isWhitespace(source.charAt(before))) before--;
            if (source.charAt(before) == ':' && Character.isLetterOrDigit(source.charAt(i + 1))) return i;
        }
        return -1;
    }

    /** The last apostrophe that ends a word before punctuation or the end; {@code end} where the quotation is cut off. */
    private static int singleEnd(String source, int open, int end) {
        for (int i = source.lastIndexOf('\'', end - 1); i > open; i = source.lastIndexOf('\'', i - 1))
            if (i + 1 >= end || " .;,\n".indexOf(source.charAt(i + 1)) >= 0) return i;
        return end;
    }

    private static boolean closes(char open, char close) {
        return close == (open == '«' ? '»' : open == '‘' ? '’' : '”');
    }

    /** Lower case with every character in its place. */
    static String lower(String text) {
        var out = text.toCharArray();
        for (int i = 0; i < out.length; i++) {
            char c = out[i];
            if (c < 'A' || c > 'Z' && c < '\u00c0') continue;
            out[i] = Character.toLowerCase(c);
        }
        return new String(out);
    }

    String text() {
        return text;
    }

    String lower() {
        return lower;
    }

    /** What the quotations hold, marks excluded, in order; offsets of the source. */
    List<Span> quotes() {
        return quotes;
    }

    int length() {
        return text.length();
    }

    /** Where the last line that begins between the two places begins, given that it begins as a sentence does; else {@code from}. */
    int lineFrom(int from, int to) {
        int at = breaks.previousSetBit(to) + 1;
        return at > from && at < text.length() && Character.isUpperCase(text.charAt(at)) ? at : from;
    }

    /** The place behind the parenthesis that opens at {@code open}; -1 where it is not closed. */
    int parenthesisEnd(int open) {
        if (parentheses == null) parentheses = closings(text);
        return parentheses[open] == 0 ? -1 : parentheses[open];
    }

    private static int[] closings(String text) {
        var ends = new int[text.length()];
        var opened = new ArrayDeque<Integer>();
        for (int i = 0; i < ends.length; i++) {
            if (text.charAt(i) == '(') opened.push(i);
            else if (text.charAt(i) == ')' && !opened.isEmpty()) ends[opened.pop()] = i + 1;
        }
        return ends;
    }

    /** From offsets of this line to a span of the source, ending after the last character taken. */
    Span source(int from, int to) {
        int last = Math.max(from, to - 1);
        int end = last < text.length() && text.charAt(last) == QUOTE
                ? at[Math.min(last + 1, at.length - 1)]
                : at[Math.min(last, at.length - 1)] + 1;
        return new Span(at[Math.min(from, at.length - 1)], Math.max(at[Math.min(from, at.length - 1)], end));
    }

    private static final class IntList {
        private int[] values = new int[256];
        private int size;

        void add(int value) {
            if (size == values.length) values = java.util.Arrays.copyOf(values, size * 2);
            values[size++] = value;
        }

        int[] array() {
            return java.util.Arrays.copyOf(values, size);
        }
    }
}
