package vn.qppl.effect;

import org.springframework.http.HttpStatus;
import vn.qppl.web.Problem;

/** What can go wrong with effects. */
public enum EffectProblem implements Problem {
    NOT_FOUND(HttpStatus.NOT_FOUND),
    NO_DATE(HttpStatus.UNPROCESSABLE_CONTENT),
    ENDS_BEFORE_IT_BEGINS(HttpStatus.UNPROCESSABLE_CONTENT),
    ALREADY_RETRACTED(HttpStatus.CONFLICT),
    /** The same effect by the same clause stands already. */
    ALREADY_ENTERED(HttpStatus.CONFLICT),
    /** Somebody else changed the document's effects since the caller looked. */
    CHAIN_CHANGED_MEANWHILE(HttpStatus.CONFLICT),
    NO_SUCH_PROVISION(HttpStatus.UNPROCESSABLE_CONTENT),
    /** It follows from another effect and goes with it. */
    FOLLOWS_FROM_ANOTHER(HttpStatus.CONFLICT);

    private final HttpStatus status;

    EffectProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "effect-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
