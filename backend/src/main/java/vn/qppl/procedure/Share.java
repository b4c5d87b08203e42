package vn.qppl.procedure;

/**
 * A share of votes, members or those present that a step needs.
 *
 * @param of what is counted, as in "tổng số đại biểu Hội đồng nhân dân"
 */
public record Share(
        String code,
        String name,
        Comparison comparison,
        int numerator,
        int denominator,
        String of,
        String article,
        Certainty certainty) {

    public enum Comparison {
        MORE_THAN,
        AT_LEAST,
        AT_MOST
    }

    /** @throws IllegalArgumentException for fewer than none, or a part larger than the whole */
    public boolean isMetBy(int part, int whole) {
        if (part < 0 || whole < part) throw new IllegalArgumentException(part + " of " + whole);
        int difference = Long.compare((long) part * denominator, (long) whole * numerator);
        return switch (comparison) {
            case MORE_THAN -> difference > 0;
            case AT_LEAST -> difference >= 0;
            case AT_MOST -> difference <= 0;
        };
    }
}
