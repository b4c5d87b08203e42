package vn.qppl.procedure;

import org.jspecify.annotations.Nullable;

/**
 * A time limit of a step.
 *
 * @param code unique in its procedure; deadlines of a case are kept by it
 * @param what the act it binds, as in "Gửi báo cáo thẩm định"
 * @param when the case in which it holds; null: always
 * @param from the dated fact it is counted from
 * @param legal what the law says; null where only a local norm is known
 * @param norm what the locality asks of itself, shorter than the law; null for none
 * @param nextWorkingDay whether a last day that is a day off runs on to the next working day (BLDS 2015 Điều 148 khoản 5)
 * @param note where the number comes from if not from the law's own words; null for none
 */
public record Limit(
        String code,
        String what,
        @Nullable String when,
        Bound bound,
        Direction direction,
        CaseEvent from,
        @Nullable Amount legal,
        @Nullable Norm norm,
        boolean nextWorkingDay,
        String article,
        Certainty certainty,
        @Nullable String note) {

    public enum Unit {
        DAYS("ngày"),
        WORKING_DAYS("ngày làm việc"),
        MONTHS("tháng");

        private final String label;

        Unit(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Done by a day at the latest, or lasting to a day at the earliest ("ít nhất 30 ngày"). */
    public enum Bound {
        LATEST,
        EARLIEST
    }

    /** Counted on from the event, or back from it ("chậm nhất 25 ngày trước ngày họp"). */
    public enum Direction {
        AFTER,
        BEFORE
    }

    public record Amount(int count, Unit unit) {
        public String label() {
            return count + " " + unit.label();
        }
    }

    /** @param source the local regulation or practice it comes from */
    public record Norm(Amount amount, String source) {}

    /** The amount that binds: the law's, or the local norm where the law is not known to have one. */
    public Amount binding() {
        if (legal != null) return legal;
        if (norm != null) return norm.amount();
        throw new IllegalStateException(code + " has no amount");
    }

    /** As lawyers read it: "chậm nhất 15 ngày kể từ ngày nhận đủ hồ sơ thẩm định". */
    public String sentence() {
        var amount = binding();
        if (direction == Direction.BEFORE) return "chậm nhất " + amount.label() + " trước ngày " + from.label();
        if (amount.count() == 0)
            return bound == Bound.LATEST ? "ngay trong ngày " + from.label() : "có thể ngay từ ngày " + from.label();
        return (bound == Bound.LATEST ? "trong " : "ít nhất ") + amount.label() + " kể từ ngày " + from.label();
    }
}
