package vn.qppl.wording;

import org.springframework.http.HttpStatus;
import vn.qppl.web.Problem;

/** What can go wrong with a text as of a date. */
public enum WordingProblem implements Problem {
    NO_TEXT(HttpStatus.NOT_FOUND),
    BEFORE_ISSUE(HttpStatus.NOT_FOUND),
    DATES_REVERSED(HttpStatus.UNPROCESSABLE_CONTENT),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    NO_SUCH_CHANGE(HttpStatus.UNPROCESSABLE_CONTENT),
    PROVISION_NOT_READABLE(HttpStatus.UNPROCESSABLE_CONTENT),
    REASON_MISSING(HttpStatus.UNPROCESSABLE_CONTENT),
    ALREADY_WRITTEN(HttpStatus.CONFLICT),
    /** With the list of what a published text loses, to be confirmed. */
    CONSEQUENCES(HttpStatus.CONFLICT),
    DOES_NOT_FIT(HttpStatus.UNPROCESSABLE_CONTENT),
    ALREADY_RETRACTED(HttpStatus.CONFLICT);

    private final HttpStatus status;

    WordingProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "wording-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
