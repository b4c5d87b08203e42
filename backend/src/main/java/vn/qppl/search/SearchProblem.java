package vn.qppl.search;

import org.springframework.http.HttpStatus;
import vn.qppl.web.Problem;

/** What can go wrong with searching. */
enum SearchProblem implements Problem {
    /** The index is being built; try again in a moment. */
    INDEX_BUILDING(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    SearchProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "search-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
