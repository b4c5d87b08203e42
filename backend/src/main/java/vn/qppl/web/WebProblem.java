package vn.qppl.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** What can go wrong with any request, whatever it is about. */
public enum WebProblem implements Problem {
    BAD_REQUEST(HttpStatus.BAD_REQUEST),
    NOT_SIGNED_IN(HttpStatus.UNAUTHORIZED),
    NOT_ALLOWED(HttpStatus.FORBIDDEN),
    /** The CSRF token is missing or of another session. */
    STALE_PAGE(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    CHANGED_MEANWHILE(HttpStatus.CONFLICT),
    CONTRADICTS_RECORDS(HttpStatus.CONFLICT),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    INVALID_FIELDS(HttpStatus.UNPROCESSABLE_CONTENT),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR),
    /** Two acts waited for each other and the database undid this one, whole. */
    IN_EACH_OTHERS_WAY(HttpStatus.SERVICE_UNAVAILABLE),
    DATABASE_AWAY(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    WebProblem(HttpStatus status) {
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

    static WebProblem of(HttpStatusCode status) {
        for (var problem : values()) if (problem.status.value() == status.value()) return problem;
        return status.is4xxClientError() ? BAD_REQUEST : INTERNAL;
    }
}
