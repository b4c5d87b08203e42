package vn.qppl.sheet;

/** A spreadsheet that cannot be read as a table. */
public final class SheetException extends Exception {
    private static final long serialVersionUID = 1L;

    public enum Problem {
        DAMAGED,
        ENCRYPTED,
        NO_HEADER,
        TOO_LARGE
    }

    private final Problem problem;

    SheetException(Problem problem, String detail) {
        super(problem + ": " + detail);
        this.problem = problem;
    }

    SheetException(Problem problem, Throwable cause) {
        super(problem.name(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
