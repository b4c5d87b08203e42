package vn.qppl.system;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import vn.qppl.web.Problem;

/** What can go wrong with running the system. */
enum SystemProblem implements Problem {
    BACKUP_PATH_NOT_USABLE(HttpStatus.UNPROCESSABLE_CONTENT),
    BACKUP_FAILED(HttpStatus.INTERNAL_SERVER_ERROR),
    BACKUP_PROGRAM_MISSING(HttpStatus.INTERNAL_SERVER_ERROR),
    NOTHING_TO_RETRY(HttpStatus.CONFLICT);

    private final HttpStatus status;

    SystemProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
