package vn.qppl.effect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.qppl.document.Relations;
import vn.qppl.reading.EffectKind;
import vn.qppl.reading.RelationKind;

/** Lược đồ of a document: confirmed relations, and those that follow from effects, so that the two never disagree. */
@Component
public class RelatedDocuments {
    private final Effects effects;
    private final Relations relations;

    RelatedDocuments(Effects effects, Relations relations) {
        this.effects = effects;
        this.relations = relations;
    }

    /**
     * @param active whether the document asked about is the active side (amends, is based on …)
     * @param label as the national database names it, from the side of the document asked about
     * @param provision of the passive side; null for the whole
     * @param from of the effect; null for relations that change nothing
     */
    public record Related(
            RelationKind kind,
            boolean active,
            String label,
            long documentId,
            @Nullable String provision,
            @Nullable LocalDate from) {}

    /** At most some thousands: a basic law is cited by many. */
    public List<Related> of(long documentId) {
        var found = new ArrayList<Related>();
        var seen = new HashSet<Related>();
        for (var effect : effects.causedBy(documentId)) {
            if (effect.retractedAt() != null || effect.targetId() == documentId) continue;
            add(found, seen, of(effect.kind()), true, effect.targetId(), effect.targetLabel(), effect.from());
        }
        for (var effect : effects.on(documentId)) {
            var cause = effect.causeId();
            if (effect.retractedAt() != null || cause == null || cause == documentId) continue;
            add(found, seen, of(effect.kind()), false, cause, effect.targetLabel(), effect.from());
        }
        for (var r : relations.from(documentId))
            add(found, seen, r.kind(), true, r.targetId(), r.targetProvision(), null);
        for (var r : relations.to(documentId))
            add(found, seen, r.kind(), false, r.sourceId(), r.targetProvision(), null);
        return found;
    }

    private static void add(
            List<Related> found,
            HashSet<Related> seen,
            @Nullable RelationKind kind,
            boolean active,
            long other,
            @Nullable String provision,
            @Nullable LocalDate from) {
        if (kind == null) return;
        var related = new Related(kind, active, RelationLabels.of(kind, active), other, provision, from);
        if (seen.add(related)) found.add(related);
    }

    private static @Nullable RelationKind of(EffectKind kind) {
        return switch (kind) {
            case AMEND, SUPPLEMENT, SUBSTITUTE, RENUMBER, EXTEND -> RelationKind.AMENDS;
            case REPLACE -> RelationKind.REPLACES;
            case REPEAL, EXPIRE -> RelationKind.REPEALS;
            case SUSPEND, RESUME -> RelationKind.SUSPENDS_EFFECT;
            case CORRECT -> RelationKind.CORRECTS;
            case COMMENCE -> null;
        };
    }
}
