package vn.qppl.intake;

import org.springframework.http.HttpStatus;
import vn.qppl.web.Problem;

/** What can go wrong while receiving and confirming. */
enum IntakeProblem implements Problem {
    NO_SUCH_BATCH(HttpStatus.NOT_FOUND),
    NO_SUCH_ITEM(HttpStatus.NOT_FOUND),
    NO_SUCH_SHEET(HttpStatus.NOT_FOUND),
    DECIDED_MEANWHILE(HttpStatus.CONFLICT),
    CHANGED_MEANWHILE(HttpStatus.CONFLICT),
    NOT_READY(HttpStatus.CONFLICT),
    NUMBER_NOT_READABLE(HttpStatus.UNPROCESSABLE_CONTENT),
    NOT_A_VALUE(HttpStatus.UNPROCESSABLE_CONTENT),
    FIELDS_MISSING(HttpStatus.UNPROCESSABLE_CONTENT),
    EMPTY_FILE(HttpStatus.UNPROCESSABLE_CONTENT),
    FILE_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    DISK_FULL(HttpStatus.INSUFFICIENT_STORAGE),
    NO_SUCH_PATH(HttpStatus.UNPROCESSABLE_CONTENT),
    NO_SUCH_PERSON(HttpStatus.UNPROCESSABLE_CONTENT),
    /** The person in whose name files shall be accepted has no right to confirm any. */
    MAY_NOT_CONFIRM(HttpStatus.UNPROCESSABLE_CONTENT),
    /** The person in whose name files shall be accepted and published may confirm, not publish. */
    MAY_NOT_PUBLISH(HttpStatus.UNPROCESSABLE_CONTENT),
    NO_SUCH_PROPOSAL(HttpStatus.NOT_FOUND),
    PROPOSAL_DECIDED_MEANWHILE(HttpStatus.CONFLICT),
    PROPOSAL_WITHOUT_TARGET(HttpStatus.UNPROCESSABLE_CONTENT),
    PROPOSAL_WITHOUT_PROVISION(HttpStatus.UNPROCESSABLE_CONTENT),
    NOT_A_SHEET(HttpStatus.UNPROCESSABLE_CONTENT);

    private final HttpStatus status;

    IntakeProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "intake-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
