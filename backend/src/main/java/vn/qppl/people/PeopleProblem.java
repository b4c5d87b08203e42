package vn.qppl.people;

import org.springframework.http.HttpStatus;
import vn.qppl.web.Problem;

/** What can go wrong with people and organisations. */
enum PeopleProblem implements Problem {
    NO_SUCH_ORGANISATION(HttpStatus.NOT_FOUND),
    NO_SUCH_PERSON(HttpStatus.NOT_FOUND),
    BAD_CREDENTIALS(HttpStatus.UNAUTHORIZED),
    /** Too many wrong passwords; with {@code retryAfterSeconds}. */
    LOCKED(HttpStatus.UNAUTHORIZED),
    PASSWORD_MUST_CHANGE(HttpStatus.FORBIDDEN),
    WRONG_PASSWORD(HttpStatus.UNPROCESSABLE_CONTENT),
    USERNAME_TAKEN(HttpStatus.CONFLICT),
    /** Someone changed it first; with {@code currentVersion, changedBy, changedAt}. */
    PERSON_CHANGED(HttpStatus.CONFLICT),
    ORGANISATION_CHANGED(HttpStatus.CONFLICT),
    LAST_ADMINISTRATOR(HttpStatus.CONFLICT),
    ENDS_BEFORE_IT_BEGINS(HttpStatus.UNPROCESSABLE_CONTENT);

    private final HttpStatus status;

    PeopleProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
