package vn.qppl.procedure;

/** Who acts in a step, by function: which body that is depends on the level and the case. */
public enum ResponsibleBody {
    PROPOSING_BODY("Cơ quan đề nghị"),
    DRAFTING_BODY("Cơ quan chủ trì soạn thảo"),
    /** Sở Tư pháp; Phòng Tư pháp; the commune's justice work. */
    JUSTICE_BODY("Cơ quan tư pháp"),
    COMMITTEE_OFFICE("Văn phòng Ủy ban nhân dân"),
    COMMITTEE("Ủy ban nhân dân"),
    CHAIRMAN("Chủ tịch Ủy ban nhân dân"),
    COUNCIL_STANDING_BODY("Thường trực Hội đồng nhân dân"),
    COUNCIL_BOARD("Ban của Hội đồng nhân dân"),
    COUNCIL("Hội đồng nhân dân"),
    COUNCIL_CHAIRMAN("Chủ tịch Hội đồng nhân dân"),
    /** The office of whoever issues: sends, publishes. */
    ISSUER_OFFICE("Văn phòng của cơ quan ban hành");

    private final String label;

    ResponsibleBody(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
