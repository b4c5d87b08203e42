package vn.qppl.wording;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
    private final StatusCode document;

    public ProvisionStatuses(List<Effect> effects, Validity validity, LocalDate on) {
        this.validity = validity;
        this.on = on;
        for (var effect : effects) if (effect.targetProvision() != null) targets.add(effect.targetProvision());
        this.document = validity.on(on).code();
    }

    /** @param own whether effects on the provision itself decide it, rather than the document's status */
    public record One(String code, boolean own, List<EffectFact> facts) {
        List<WordingViews.Cause> causes(LongFunction<WordingViews.@Nullable Cause> byId) {
            var out = new ArrayList<WordingViews.Cause>();
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
                if (!named(address)) return new One(StatusCode.IN_FORCE.code(), false, List.of());
                var status = validity.provisionOn(address, on);
                return new One(status.code().code(), status.code() != StatusCode.IN_FORCE, status.causes());
            }
        }
        throw new IllegalStateException("unreachable: " + document);
    }

    private boolean named(String address) {
        var inside = targets.ceiling(address);
        if (inside != null && (inside.equals(address) || inside.startsWith(address + "__"))) return true;
        if (targets.contains(address)) return true;
        int at = address.length();
        while ((at = address.lastIndexOf("__", at - 1)) > 0)
            if (targets.contains(address.substring(0, at))) return true;
        return !targets.subSet(address + "__", address + "_`").isEmpty();
    }
}
