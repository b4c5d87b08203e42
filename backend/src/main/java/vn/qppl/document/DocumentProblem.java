package vn.qppl.document;

import org.springframework.http.HttpStatus;
import vn.qppl.web.Problem;

/** What can go wrong in the register. */
public enum DocumentProblem implements Problem {
    NOT_FOUND(HttpStatus.NOT_FOUND),
    ALREADY_REGISTERED(HttpStatus.CONFLICT),
    CHANGED_MEANWHILE(HttpStatus.CONFLICT),
    NOT_PUBLISHED(HttpStatus.CONFLICT),
    STUB_HAS_NO_TEXT(HttpStatus.CONFLICT),
    REASON_MISSING(HttpStatus.UNPROCESSABLE_CONTENT),
    NUMBER_NOT_READABLE(HttpStatus.UNPROCESSABLE_CONTENT),
    PROVISION_NOT_READABLE(HttpStatus.UNPROCESSABLE_CONTENT);

    private final HttpStatus status;

    DocumentProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "document-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
