package vn.qppl.drafting;

/** Where a dossier stands as a whole; which step it is in says more. */
public enum DossierState {
    OPEN("Đang giải quyết"),
    /** Sent back to an earlier step with a reason, and not sent on again yet. */
    RETURNED("Bị trả lại"),
    WITHDRAWN("Đã rút"),
    /** Goes on in another dossier. */
    MERGED("Đã nhập vào hồ sơ khác"),
    /** Signed; publication and what follows may still be open. */
    ISSUED("Đã ban hành"),
    /** Over without a document. */
    ENDED("Đã kết thúc");

    private final String label;

    DossierState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
