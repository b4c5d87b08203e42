package vn.qppl.procedure;

/** The forms of normative documents that local authorities issue (Luật 80/2015 Điều 4; Luật 64/2025 Điều 4 as amended). */
public enum DocumentForm {
    COUNCIL_RESOLUTION("Nghị quyết của Hội đồng nhân dân", "NQ-HĐND"),
    COMMITTEE_DECISION("Quyết định của Ủy ban nhân dân", "QĐ-UBND"),
    /** Provincial level only, from 1 July 2025. */
    CHAIRMAN_DECISION("Quyết định của Chủ tịch Ủy ban nhân dân", "QĐ-CTUBND");

    private final String label;
    private final String symbol;

    DocumentForm(String label, String symbol) {
        this.label = label;
        this.symbol = symbol;
    }

    public String label() {
        return label;
    }

    /** As it stands in the number: {@code 12/2025/QĐ-UBND}. */
    public String symbol() {
        return symbol;
    }
}
