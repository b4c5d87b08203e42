package vn.qppl.web;

import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * A thing that can go wrong, told to the caller as an RFC 9457 problem. Each module has one enum of them; the Vietnamese title and
 * advice come from the message catalogue under {@code problem.<code>.title} and {@code problem.<code>.detail}.
 */
public interface Problem {
    /** Stable, kebab-case: {@code decided-meanwhile}. The type of the problem document is {@code urn:qppl:problem:<code>}. */
    String code();

    HttpStatus status();

    default ProblemException asException() {
        return new ProblemException(this, Map.of());
    }

    /** With one more member in the problem document. */
    default ProblemException with(String member, Object value) {
        return new ProblemException(this, Map.of(member, value));
    }

    default ProblemException with(Map<String, Object> members) {
        return new ProblemException(this, members);
    }
}
