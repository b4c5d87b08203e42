package vn.qppl.legality;

import org.springframework.http.HttpStatus;
import vn.qppl.web.Problem;

/** What can go wrong with findings. */
public enum LegalityProblem implements Problem {
    FINDING_NOT_FOUND(HttpStatus.NOT_FOUND),
    /** The document has no file that could be read. */
    NO_TEXT(HttpStatus.CONFLICT),
    DECIDED_MEANWHILE(HttpStatus.CONFLICT),
    /** Not from where the finding stands: mended before it was called a fault. */
    DECISION_NOT_POSSIBLE(HttpStatus.CONFLICT),
    REASON_MISSING(HttpStatus.UNPROCESSABLE_CONTENT);

    private final HttpStatus status;

    LegalityProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "legality-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
