package vn.qppl.reading;

import org.jspecify.annotations.Nullable;
import vn.qppl.text.Span;

/**
 * A value read from a text: what, where, how sure, and why not surer. At or above {@link #CERTAIN} a value is shown as
 * certain: right at least 98 times in 100 on data not seen before.
 *
 * @param span the words that say so; empty span where the value follows from the absence of words
 * @param confidence 0 to 1
 * @param reason in Vietnamese, why this is doubtful; null when certain
 */
public record Finding<T>(
        T value, Span span, double confidence, @Nullable String reason) {
    public static final double CERTAIN = 0.98;

    public boolean certain() {
        return confidence >= CERTAIN;
    }
}
