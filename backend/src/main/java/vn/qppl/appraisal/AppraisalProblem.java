package vn.qppl.appraisal;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import vn.qppl.web.Problem;

/** What can go wrong at the appraisal desk. */
enum AppraisalProblem implements Problem {
    NO_SUCH_APPRAISAL(HttpStatus.NOT_FOUND),
    CHANGED_MEANWHILE(HttpStatus.CONFLICT),
    /** Not possible where the appraisal stands; with {@code stage}. */
    WRONG_STAGE(HttpStatus.CONFLICT),
    /** With {@code missing}, names of papers. */
    DOSSIER_INCOMPLETE(HttpStatus.CONFLICT),
    /** With {@code missing}, names of subjects. */
    SUBJECTS_MISSING(HttpStatus.CONFLICT),
    NO_SUCH_SUBJECT(HttpStatus.UNPROCESSABLE_CONTENT),
    NO_SUCH_OUTCOME(HttpStatus.UNPROCESSABLE_CONTENT),
    REASON_NEEDED(HttpStatus.UNPROCESSABLE_CONTENT),
    /** The words are not in the draft. */
    NOT_IN_THE_DRAFT(HttpStatus.UNPROCESSABLE_CONTENT),
    /** No draft, or its text could not be read. */
    NO_DRAFT(HttpStatus.CONFLICT),
    NO_SUCH_REMARK(HttpStatus.NOT_FOUND),
    NO_SUCH_OPINION(HttpStatus.NOT_FOUND),
    /** Whoever worked on it does not approve it. */
    OWN_WORK(HttpStatus.FORBIDDEN),
    /** The person is not of the unit or does no casework. */
    NOT_A_COLLEAGUE(HttpStatus.UNPROCESSABLE_CONTENT),
    /** Only a leader assigns others; an officer takes. */
    MAY_NOT_ASSIGN(HttpStatus.FORBIDDEN),
    /** The law asks for an advisory council here. */
    COUNCIL_NEEDED(HttpStatus.CONFLICT),
    /** Fewer present than the law asks for; with {@code rule, article}. */
    NO_QUORUM(HttpStatus.UNPROCESSABLE_CONTENT),
    /** With {@code due}. */
    LATE_REASON_NEEDED(HttpStatus.UNPROCESSABLE_CONTENT),
    NOT_SIGNED(HttpStatus.CONFLICT),
    /** Not a Word file, or without its places; with {@code missing}. */
    TEMPLATE_UNUSABLE(HttpStatus.UNPROCESSABLE_CONTENT),
    DISK_FULL(HttpStatus.INSUFFICIENT_STORAGE);

    private final HttpStatus status;

    AppraisalProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "appraisal-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
