package vn.qppl.review;

/** How sure it is that a document must be reviewed because of a change. */
enum Certainty {
    CERTAIN("Chắc chắn"),
    LIKELY("Nhiều khả năng"),
    /** Offered for a look: the law lists it, but nothing shows that the change reaches it. */
    POSSIBLE("Cần xem");

    private final String label;

    Certainty(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
