package vn.qppl.portal;

import org.springframework.http.HttpStatus;
import vn.qppl.web.Problem;

/** What the public may be told. */
enum PortalProblem implements Problem {
    NOT_FOUND(HttpStatus.NOT_FOUND),
    WITHDRAWN(HttpStatus.GONE),
    NO_TEXT(HttpStatus.NOT_FOUND),
    NO_PROVISION(HttpStatus.NOT_FOUND),
    BAD_DATE(HttpStatus.BAD_REQUEST);

    private final HttpStatus status;

    PortalProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "public-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
