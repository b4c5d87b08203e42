package vn.qppl.procedure;

/** What a limit counts from: a dated fact of a case. */
public enum CaseEvent {
    PROPOSAL_POSTED("đăng tải hồ sơ đề nghị"),
    POLICY_OPINION_ASKED("cơ quan nhận được đề nghị góp ý về đề nghị xây dựng"),
    POLICY_GROUPS_ASKED("lấy ý kiến đối tượng chịu sự tác động của chính sách"),
    PROPOSAL_DOSSIER_RECEIVED("tiếp nhận hồ sơ đề nghị"),
    PROPOSAL_DOSSIER_COMPLETE("nhận đủ hồ sơ thẩm định đề nghị"),
    PROPOSAL_APPRAISAL_ENDED("kết thúc thẩm định đề nghị"),
    PROPOSAL_DOSSIER_SUBMITTED("Văn phòng nhận hồ sơ trình đề nghị"),
    REGISTERED("nhận văn bản đăng ký xây dựng"),
    DRAFT_POSTED("đăng tải dự thảo"),
    OPINION_ASKED("nhận được đề nghị góp ý"),
    AFFECTED_GROUPS_ASKED("lấy ý kiến đối tượng chịu sự tác động"),
    DOSSIER_RECEIVED("tiếp nhận hồ sơ thẩm định"),
    /** The clock of the appraisal runs from here, not from the receipt. */
    DOSSIER_COMPLETE("nhận đủ hồ sơ thẩm định"),
    DOSSIER_SUBMITTED("Văn phòng nhận hồ sơ trình"),
    VERIFICATION_DOSSIER_RECEIVED("tiếp nhận hồ sơ thẩm tra"),
    COMMITTEE_MEETING("họp Ủy ban nhân dân"),
    APPRAISAL_COUNCIL_MEETING("họp hội đồng tư vấn thẩm định"),
    SESSION_OPENING("khai mạc kỳ họp Hội đồng nhân dân"),
    /** Adoption by the council, signature of a decision: the document's date. */
    ADOPTED_OR_SIGNED("thông qua hoặc ký ban hành"),
    CERTIFIED_OR_SIGNED("ký chứng thực hoặc ký ban hành"),
    GAZETTE_RECEIVED("cơ quan Công báo nhận văn bản"),
    POSTED_AT_SEAT("bắt đầu niêm yết"),
    /** What a document rests on changed, and the register knows it. */
    REVIEW_GROUND_RECORDED("ghi nhận căn cứ rà soát"),
    REVIEW_CONCLUDED("kết luận rà soát"),
    DUTY_CONFIRMED("xác nhận nhiệm vụ được giao");

    private final String label;

    CaseEvent(String label) {
        this.label = label;
    }

    /** Follows "kể từ ngày", "trước ngày". */
    public String label() {
        return label;
    }
}
