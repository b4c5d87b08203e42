package vn.qppl.people;

import org.springframework.http.HttpStatus;
import vn.qppl.web.Problem;

/** What can go wrong with people and organisations. */
enum PeopleProblem implements Problem {
    NO_SUCH_ORGANISATION(HttpStatus.NOT_FOUND);

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
