package vn.qppl.effect;

/** Status of a document or provision on a day (domain reference 2.6). Never stored: it follows from effects. */
public enum StatusCode {
    /** No commencement is confirmed, so nothing can be said. */
    UNKNOWN("unknown", "Chưa xác định hiệu lực"),
    NOT_YET("notYet", "Chưa có hiệu lực"),
    IN_FORCE("inForce", "Còn hiệu lực"),
    PARTLY_EXPIRED("partlyExpired", "Hết hiệu lực một phần"),
    EXPIRED("expired", "Hết hiệu lực toàn bộ"),
    SUSPENDED("suspended", "Ngưng hiệu lực"),
    PARTLY_SUSPENDED("partlySuspended", "Ngưng hiệu lực một phần");

    private final String code;
    private final String label;

    StatusCode(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** As written in the API. */
    public String code() {
        return code;
    }

    /** In Vietnamese, in the words of the 2015 law. */
    public String label() {
        return label;
    }

    /** In the words of the law that holds on the day: "ngưng" under the 2015 law, "tạm ngưng" under the 2025 law (from 1/4/2025). */
    public String labelOn(java.time.LocalDate day) {
        boolean suspended = this == SUSPENDED || this == PARTLY_SUSPENDED;
        return suspended && !day.isBefore(LAW_64_2025) ? "Tạm n" + label.substring(1) : label;
    }

    private static final java.time.LocalDate LAW_64_2025 = java.time.LocalDate.of(2025, 4, 1);

    public static StatusCode ofCode(String code) {
        for (var status : values()) if (status.code.equals(code)) return status;
        throw new IllegalArgumentException("no status code: " + code);
    }

    /** Whether the text binds on the day, wholly or in part. */
    public boolean binds() {
        return switch (this) {
            case IN_FORCE, PARTLY_EXPIRED, PARTLY_SUSPENDED -> true;
            case UNKNOWN, NOT_YET, EXPIRED, SUSPENDED -> false;
        };
    }
}
