package vn.qppl.web;

import java.util.List;
import java.util.Map;

/** Carries a {@link Problem} to the caller; the transaction it passes through is rolled back. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;
    private final transient Map<String, Object> members;
    private final transient List<FieldProblem> fields;

    /** @param pointer JSON Pointer into the request, {@code /fields/number} */
    public record FieldProblem(String pointer, String code) {}

    ProblemException(Problem problem, Map<String, Object> members) {
        this(problem, members, List.of());
    }

    public ProblemException(Problem problem, Map<String, Object> members, List<FieldProblem> fields) {
        super(problem.code() + (members.isEmpty() ? "" : " " + members) + (fields.isEmpty() ? "" : " " + fields));
        this.problem = problem;
        this.members = Map.copyOf(members);
        this.fields = List.copyOf(fields);
    }

    public String code() {
        return problem.code();
    }

    public Problem problem() {
        return problem;
    }

    public Map<String, Object> members() {
        return members;
    }

    public List<FieldProblem> fields() {
        return fields;
    }
}
