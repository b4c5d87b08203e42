package vn.qppl.appraisal;

/** Where an appraisal stands. */
enum Stage {
    RECEIVED("Đã tiếp nhận, đang kiểm tra hồ sơ"),
    /** The drafting body was asked for papers; the legal time does not run yet. */
    ASKED("Đã yêu cầu bổ sung hồ sơ"),
    COMPLETE("Hồ sơ đủ, đang thẩm định"),
    CONCLUDED("Chờ lãnh đạo duyệt"),
    APPROVED("Đã duyệt, chờ gửi báo cáo"),
    SENT("Đã gửi báo cáo thẩm định"),
    RETURNED("Đã trả lại hồ sơ");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    boolean isOpen() {
        return this != SENT && this != RETURNED;
    }
}
