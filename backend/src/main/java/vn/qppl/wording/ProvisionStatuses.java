package vn.qppl.wording;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import vn.qppl.effect.Effect;
import vn.qppl.effect.EffectFact;
import vn.qppl.effect.StatusCode;
import vn.qppl.effect.Validity;

/** Statuses of a document's provisions on a day. Only those that an effect names, or names part of, are worked out one by one. */
public final class ProvisionStatuses {
    private final Validity validity;
    private final LocalDate on;
    private final TreeSet<String> targets = new TreeSet<>();
    private final Map<List<String>, One> alike = new HashMap<>();
    private final StatusCode document;

    public ProvisionStatuses(List<Effect> effects, Validity validity, LocalDate on) {
        this.validity = validity;
        this.on = on;
        for (var effect : effects) if (effect.targetProvision() != null) targets.add(effect.targetProvision());
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
        switch (document) {
            case EXPIRED, NOT_YET, SUSPENDED, UNKNOWN -> {
                return new One(document.code(), false, List.of());
            }
            case IN_FORCE, PARTLY_EXPIRED, PARTLY_SUSPENDED -> {
                var reaching = reaching(address);
                boolean inside = !targets.subSet(address + "__", address + "_`").isEmpty();
                if (reaching.isEmpty() && !inside) return new One(StatusCode.IN_FORCE.code(), false, List.of());
                // what the same effects reach, and none names a part of, has one status
                return inside ? decided(address) : alike.computeIfAbsent(reaching, key -> decided(address));
            }
        }
        throw new IllegalStateException("unreachable: " + document);
    }

    private One decided(String address) {
        var status = validity.provisionOn(address, on);
        return new One(status.code().code(), status.code() != StatusCode.IN_FORCE, status.causes());
    }

    /** Targets that are the provision, or something around it. */
    private List<String> reaching(String address) {
        var found = new ArrayList<String>(2);
        if (targets.contains(address)) found.add(address);
        int at = address.length();
        while ((at = address.lastIndexOf("__", at - 1)) > 0) {
            var around = address.substring(0, at);
            if (targets.contains(around)) found.add(around);
        }
        return found;
    }
}
