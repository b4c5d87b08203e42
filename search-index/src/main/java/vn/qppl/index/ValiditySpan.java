package vn.qppl.index;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document has one status from a day to another; spans of one document do not overlap.
 *
 * @param status code: {@code notYet inForce partlyExpired expired suspended partlySuspended unknown}
 * @param from first day; null for "always before"
 * @param to first day after; null for "until further notice"
 */
public record ValiditySpan(
        String status, @Nullable LocalDate from, @Nullable LocalDate to) {
    public ValiditySpan {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException("an empty span: " + from + " to " + to);
        }
    }
}
