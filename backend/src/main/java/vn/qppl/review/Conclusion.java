package vn.qppl.review;

/** What a review concludes (Nghị định 79/2025 Điều 38; before it Nghị định 34/2016 Điều 143). */
public enum Conclusion {
    KEEP("Giữ nguyên"),
    AMEND("Sửa đổi, bổ sung"),
    REPLACE("Thay thế"),
    REPEAL("Bãi bỏ"),
    NEW("Ban hành mới"),
    SUSPEND("Đình chỉ, tạm ngưng hiệu lực");

    private final String label;

    Conclusion(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
