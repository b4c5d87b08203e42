package vn.qppl.text;

/** A file that could not be read; carries the {@link ExtractionProblem} and a technical detail for the log only. */
public final class ExtractionException extends Exception {
    private static final long serialVersionUID = 1L;
    private final ExtractionProblem problem;

    public ExtractionException(ExtractionProblem problem, String detail) {
        super(problem + ": " + detail);
        this.problem = problem;
    }

    public ExtractionException(ExtractionProblem problem, String detail, Throwable cause) {
        super(problem + ": " + detail, cause);
        this.problem = problem;
    }

    public ExtractionProblem problem() {
        return problem;
    }
}
