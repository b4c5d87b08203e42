package vn.qppl.work;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import vn.qppl.web.Problem;

/** What can go wrong with tasks. */
enum WorkProblem implements Problem {
    NO_SUCH_TASK(HttpStatus.NOT_FOUND),
    /** Ended by the step it belonged to. */
    ENDED(HttpStatus.CONFLICT),
    /** Somebody took or handed it over first; with {@code currentVersion, changedBy, changedAt}. */
    CHANGED_MEANWHILE(HttpStatus.CONFLICT),
    /** Somebody has it already. */
    TAKEN(HttpStatus.CONFLICT),
    /** It is another's, and the caller does not lead the unit. */
    NOT_YOURS(HttpStatus.FORBIDDEN),
    /** The person is not active, not of the unit, or their role does no casework. */
    NOT_A_COLLEAGUE(HttpStatus.UNPROCESSABLE_CONTENT),
    /** Someone leaves with open tasks; with {@code count}. */
    OPEN_WORK(HttpStatus.CONFLICT);

    private final HttpStatus status;

    WorkProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "work-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
