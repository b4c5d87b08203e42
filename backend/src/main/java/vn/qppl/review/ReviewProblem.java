package vn.qppl.review;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import vn.qppl.web.Problem;

/** What can go wrong with reviews. */
enum ReviewProblem implements Problem {
    NO_SUCH_REVIEW(HttpStatus.NOT_FOUND),
    NO_SUCH_CHANGE(HttpStatus.NOT_FOUND),
    NO_SUCH_DUTY(HttpStatus.NOT_FOUND),
    NO_SUCH_DOSSIER(HttpStatus.UNPROCESSABLE_CONTENT),
    /** Another organisation has it to review. */
    NOT_YOURS(HttpStatus.FORBIDDEN),
    /** Settled by an effect, or without ground since the change was taken back; with {@code state}. */
    OVER(HttpStatus.CONFLICT),
    NO_SUCH_LIST(HttpStatus.NOT_FOUND),
    /** Not a spreadsheet that can be read; with {@code problem}. */
    NOT_A_TABLE(HttpStatus.UNPROCESSABLE_CONTENT),
    /** No column has the names of the documents. */
    NO_NAME_COLUMN(HttpStatus.UNPROCESSABLE_CONTENT),
    LIST_TOO_LONG(HttpStatus.UNPROCESSABLE_CONTENT),
    PROVISION_MISSING(HttpStatus.UNPROCESSABLE_CONTENT),
    /** What fulfils a duty from above is a normative document of a local body. */
    NOT_A_LOCAL_RULE(HttpStatus.UNPROCESSABLE_CONTENT),
    REASON_MISSING(HttpStatus.UNPROCESSABLE_CONTENT),
    NOT_A_COLLEAGUE(HttpStatus.UNPROCESSABLE_CONTENT),
    CHANGED_MEANWHILE(HttpStatus.CONFLICT);

    private final HttpStatus status;

    ReviewProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "review-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
