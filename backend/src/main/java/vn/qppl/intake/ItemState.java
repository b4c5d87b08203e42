package vn.qppl.intake;

/** Where a received file stands. */
enum ItemState {
    /** Stored, not read yet. */
    WAITING,
    /** A worker has it; the claim runs out if the worker dies. */
    READING,
    /** Read; its proposals wait for a person. */
    READ,
    /** Could not be read; the problem says why and what to do. */
    FAILED,
    /** The same bytes are here already. */
    DUPLICATE,
    /** A person entered it into the register. */
    CONFIRMED,
    /** A person set it aside. */
    SKIPPED
}
