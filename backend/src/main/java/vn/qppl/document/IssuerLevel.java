package vn.qppl.document;

/** Level of the issuing body: trung ương, tỉnh, huyện (to 30/6/2025), xã. */
public enum IssuerLevel {
    CENTRAL("Trung ương"),
    PROVINCE("Cấp tỉnh"),
    DISTRICT("Cấp huyện"),
    COMMUNE("Cấp xã"),
    UNKNOWN("Chưa xác định");

    private final String label;

    IssuerLevel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
