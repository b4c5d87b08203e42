package vn.qppl.drafting;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import vn.qppl.web.Problem;

/** What can go wrong with dossiers. */
public enum DraftingProblem implements Problem {
    /** Not there, or none of the caller's business. */
    NO_SUCH_DOSSIER(HttpStatus.NOT_FOUND),
    /** Someone acted first; with {@code currentVersion, changedBy, changedAt}. */
    CHANGED_MEANWHILE(HttpStatus.CONFLICT),
    /** No procedure for this form at this level on that day; with {@code why, article}. */
    NO_PROCEDURE(HttpStatus.UNPROCESSABLE_CONTENT),
    /** The place has no such body on record; with {@code body}. */
    BODY_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT),
    /** Another body holds the step; with {@code holder}. */
    NOT_HOLDER(HttpStatus.FORBIDDEN),
    /** Nothing is left to do in it. */
    OVER(HttpStatus.CONFLICT),
    /** The procedure knows no such outcome of the step. */
    NO_SUCH_OUTCOME(HttpStatus.UNPROCESSABLE_CONTENT),
    /** The outcome may lead to several steps, or not to the one named; with {@code next}. */
    NEXT_STEP_NEEDED(HttpStatus.UNPROCESSABLE_CONTENT),
    REASON_NEEDED(HttpStatus.UNPROCESSABLE_CONTENT),
    /** With {@code missing}, names of papers. */
    PAPERS_MISSING(HttpStatus.CONFLICT),
    /** A legal minimum has not passed; with {@code until, article}. */
    TOO_EARLY(HttpStatus.CONFLICT),
    /** Lies after today, or before the step began; with {@code from, to}. */
    DAY_OUT_OF_RANGE(HttpStatus.UNPROCESSABLE_CONTENT),
    /** Appraisal ends at the appraisal desk, signing with the signed file. */
    OTHER_DESK(HttpStatus.CONFLICT),
    NO_SUCH_PAPER(HttpStatus.NOT_FOUND),
    /** Added in a step that is over: past steps are not changed. */
    STEP_OVER(HttpStatus.CONFLICT),
    ALREADY_UNDONE(HttpStatus.CONFLICT),
    /** A file that is no Word, PDF or text. */
    NOT_A_TEXT(HttpStatus.UNPROCESSABLE_CONTENT),
    EMPTY_FILE(HttpStatus.UNPROCESSABLE_CONTENT),
    FILE_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    DISK_FULL(HttpStatus.INSUFFICIENT_STORAGE),
    /** Its text is not read yet, or could not be. */
    DRAFT_NOT_READ(HttpStatus.CONFLICT),
    /** Into itself, into one that is over, or of another form. */
    CANNOT_MERGE(HttpStatus.UNPROCESSABLE_CONTENT),
    NUMBER_NOT_READABLE(HttpStatus.UNPROCESSABLE_CONTENT),
    NO_SUCH_LIMIT(HttpStatus.UNPROCESSABLE_CONTENT),
    PAUSED_ALREADY(HttpStatus.CONFLICT),
    NOT_PAUSED(HttpStatus.CONFLICT);

    private final HttpStatus status;

    DraftingProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "drafting-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
