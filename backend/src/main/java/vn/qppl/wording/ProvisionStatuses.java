package vn.qppl.wording;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import vn.qppl.effect.EffectFact;
import vn.qppl.effect.StatusCode;
import vn.qppl.effect.Validity;

/** Statuses of a document's provisions on a day. */
public final class ProvisionStatuses {
    private final Validity validity;
    private final LocalDate on;
    private final StatusCode document;

    public ProvisionStatuses(Validity validity, LocalDate on) {
        this.validity = validity;
        this.on = on;
        this.document = validity.on(on).code();
    }

    /** @param own whether effects on the provision itself decide it, rather than the document's status */
    public record One(String code, boolean own, List<EffectFact> facts) {
        List<WordingViews.WordingCause> causes(LongFunction<WordingViews.@Nullable WordingCause> byId) {
            var out = new ArrayList<WordingViews.WordingCause>();
            for (var fact : facts) {
                var cause = byId.apply(fact.id());
                if (cause != null) out.add(Objects.requireNonNull(cause));
            }
            return out;
        }
    }

    public One of(String address) {
        return switch (document) {
            case EXPIRED, NOT_YET, SUSPENDED, UNKNOWN -> new One(document.code(), false, List.of());
            case IN_FORCE, PARTLY_EXPIRED, PARTLY_SUSPENDED -> {
                if (!validity.touches(address)) yield new One(StatusCode.IN_FORCE.code(), false, List.of());
                var status = validity.provisionOn(address, on);
                yield new One(status.code().code(), status.code() != StatusCode.IN_FORCE, status.causes());
            }
        };
    }
}
