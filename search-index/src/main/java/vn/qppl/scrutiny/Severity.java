package vn.qppl.scrutiny;

/** What a finding would mean if the officer agrees (Nghị định 79/2025 Điều 5, 6; Nghị định 34/2016 Điều 103, 130). */
public enum Severity {
    /** Contrary to law: repeal, suspension. */
    UNLAWFUL("Trái pháp luật"),
    /** Basis, layout, technique: a correction mends it. */
    DEFECT("Sai sót căn cứ, thể thức, kỹ thuật trình bày"),
    /** Lawful or not depends on what the text does not say. */
    QUESTION("Cần làm rõ"),
    /** Nothing against the text: what could not be checked, what may be compared. */
    INFORMATION("Để biết");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
