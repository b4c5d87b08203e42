package vn.qppl.procedure;

import java.time.LocalDate;

/**
 * A day on which the week's own rule does not hold.
 *
 * @param source the article or decision it comes from
 */
public record SpecialDay(LocalDate day, Kind kind, String name, Basis basis, String source) {

    public enum Kind {
        /** Lễ, tết (Bộ luật Lao động 2019 Điều 112). */
        HOLIDAY("Nghỉ lễ, tết", false),
        /** A weekly rest day fell on a holiday (Điều 111 khoản 3). */
        COMPENSATION("Nghỉ bù", false),
        /** A working day exchanged for a Saturday. */
        EXCHANGED("Nghỉ hoán đổi", false),
        /** A Saturday worked for an exchanged day. */
        WORKING("Làm bù", true),
        /** Said by an administrator: an ordinary day of its week, whatever the table had. */
        ORDINARY("Ngày thường", false);

        private final String label;
        private final boolean worked;

        Kind(String label, boolean worked) {
            this.label = label;
            this.worked = worked;
        }

        public String label() {
            return label;
        }

        boolean isWorked() {
            return worked;
        }
    }

    /** Where the day comes from, the surest first. */
    public enum Basis {
        /** Fixed in the law by its date. */
        BY_LAW("theo luật"),
        /** Follows from the law by the lunar calendar or the rule on compensation. */
        COMPUTED("tính theo quy tắc"),
        /** Decided for that year; taken from memory or a secondary source, not from the decision itself. */
        RECALLED("theo thông báo của năm, chưa đối chiếu văn bản"),
        /** The year's decision was not made when the table was written. */
        FORECAST("dự báo, chờ quyết định của Thủ tướng Chính phủ"),
        /** Entered by an administrator. */
        CORRECTED("quản trị viên ghi");

        private final String label;

        Basis(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
