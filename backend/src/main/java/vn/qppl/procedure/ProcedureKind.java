package vn.qppl.procedure;

/** Ordinary; with a proposal of policy before drafting (Luật 80/2015 khoản 4 Điều 27); shortened. */
public enum ProcedureKind {
    ORDINARY("thông thường"),
    WITH_POLICY_PROPOSAL("có đề nghị xây dựng chính sách"),
    SHORTENED("rút gọn");

    private final String label;

    ProcedureKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
