package vn.qppl.text;

/** A half-open piece of a text, in UTF-16 units: {@code start <= i < end}. */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }

    public String in(String text) {
        return text.substring(start, Math.min(end, text.length()));
    }

    public boolean contains(int offset) {
        return start <= offset && offset < end;
    }
}
