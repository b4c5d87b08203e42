package vn.qppl.procedure;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import vn.qppl.web.Problem;

/** What can go wrong with procedures and the calendar. */
public enum ProcedureProblem implements Problem {
    NO_SUCH_PROCEDURE(HttpStatus.NOT_FOUND),
    NO_SUCH_VERSION(HttpStatus.NOT_FOUND),
    NO_SUCH_LIMIT(HttpStatus.NOT_FOUND),
    /** With {@code mistakes}, each beginning with its place in the file. */
    MISTAKEN(HttpStatus.UNPROCESSABLE_CONTENT),
    /** The text is another procedure's, or for another form, level, kind or regime. */
    OF_ANOTHER(HttpStatus.UNPROCESSABLE_CONTENT),
    NOTHING_CHANGED(HttpStatus.UNPROCESSABLE_CONTENT),
    /** Somebody else corrected it first; with {@code currentVersion, changedBy, changedAt}. */
    CORRECTED_MEANWHILE(HttpStatus.CONFLICT),
    /** The day was corrected by somebody else first. */
    DAY_CHANGED(HttpStatus.CONFLICT),
    DAY_NOT_CORRECTED(HttpStatus.NOT_FOUND),
    /** The calendar begins in 2015. */
    DAY_OUT_OF_RANGE(HttpStatus.UNPROCESSABLE_CONTENT);

    private final HttpStatus status;

    ProcedureProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "procedure-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
