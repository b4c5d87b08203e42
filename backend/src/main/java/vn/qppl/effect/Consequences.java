package vn.qppl.effect;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.qppl.document.LegalDocument;
import vn.qppl.document.Register;
import vn.qppl.document.Relations;
import vn.qppl.reading.EffectKind;
import vn.qppl.reading.RelationKind;
import vn.qppl.structure.ProvisionAddress;

/**
 * What follows for other documents from the effects on one: boundaries that its days date, and the end of the texts that detail it. Worked
 * out anew each time, so that the order in which facts arrive never matters.
 */
@Component
class Consequences {
    private final EffectEntries entries;
    private final Register register;
    private final Relations relations;

    Consequences(EffectEntries entries, Register register, Relations relations) {
        this.entries = entries;
        this.register = register;
        this.relations = relations;
    }

    /** Derived effects that no longer follow, and those that now do. */
    record Changes(List<Effect> gone, List<NewEffect> fresh) {
        boolean none() {
            return gone.isEmpty() && fresh.isEmpty();
        }
    }

    private record Dated(LocalDate day, Effect fact) {}

    /** What must change elsewhere because of the effects on a document as they are known at {@code now}. */
    Changes of(long documentId, Instant now) {
        var gone = new ArrayList<Effect>();
        var fresh = new ArrayList<NewEffect>();
        var own = entries.on(documentId);
        var validity = Validity.of(own.stream().map(Effect::fact).toList(), now, null);
        for (var bound : entries.boundTo(documentId)) {
            if (!bound.stands()) continue;
            var event = Objects.requireNonNull(bound.event());
            var dated = switch (event.event()) {
                case BEGINS -> begins(validity, own);
                case ENDS -> ends(validity.runs(), own);
            };
            settle(
                    entries.derivedFrom(bound.id()).stream()
                            .filter(e -> e.resolvedBy() != null)
                            .toList(),
                    dated.map(d -> new Dated(d.day().plusDays(event.days()), d.fact()))
                            .filter(d -> bound.until() == null || bound.until().isAfter(d.day()))
                            .map(d -> bound.resolved(d.day(), d.fact()))
                            .orElse(null),
                    gone,
                    fresh);
        }
        for (var relation : relations.to(documentId)) {
            boolean details = relation.kind() == RelationKind.DETAILS;
            if (!details && relation.kind() != RelationKind.GUIDES) continue;
            if (relation.sourceId() == documentId) continue;
            var child = register.get(relation.sourceId());
            var existing = entries.on(child.id()).stream()
                    .filter(e -> e.stands() && e.byParent() && e.causeId() == null && ofParent(e, documentId))
                    .toList();
            settle(existing, endOf(child, documentId, relation, details, validity, own), gone, fresh);
        }
        return new Changes(gone, fresh);
    }

    private @Nullable NewEffect endOf(
            LegalDocument child,
            long parentId,
            Relations.Relation relation,
            boolean details,
            Validity validity,
            List<Effect> own) {
        if (!child.normative()) return null;
        // one of several parents: what of the text hangs on it, a person must say
        boolean several = relations.from(child.id()).stream()
                .anyMatch(r -> r.kind() == RelationKind.DETAILS && r.targetId() != parentId);
        if (several) return null;
        var whole = ends(validity.runs(), own);
        var dated = whole;
        var provision = relation.targetProvision();
        if (provision != null) {
            var eId = ProvisionAddress.parse(provision).map(ProvisionAddress::eId);
            var part = eId.flatMap(id -> ends(validity.runs(id), own));
            if (part.isPresent()
                    && (whole.isEmpty() || part.get().day().isBefore(whole.get().day()))) dated = part;
        }
        if (dated.isEmpty()) return null;
        return RulesOfLaw.withParent(
                        child,
                        register.get(parentId),
                        details,
                        dated.get().day(),
                        dated.get().fact())
                .orElse(null);
    }

    private boolean ofParent(Effect end, long parentId) {
        var from = end.derivedFrom();
        return from != null
                && entries.findById(from).filter(e -> e.targetId() == parentId).isPresent();
    }

    /** Keeps what still follows, gives up what does not. */
    private static void settle(
            List<Effect> existing, @Nullable NewEffect wanted, List<Effect> gone, List<NewEffect> fresh) {
        boolean kept = false;
        for (var old : existing) {
            boolean same = wanted != null
                    && !kept
                    && Objects.equals(old.from(), wanted.from())
                    && Objects.equals(old.resolvedBy(), wanted.resolvedBy())
                    && Objects.equals(old.rule(), wanted.rule());
            if (same) kept = true;
            else gone.add(old);
        }
        if (wanted != null && !kept) fresh.add(wanted);
    }

    /** The day on which the document begins to have effect, and the effect that says so. */
    private static Optional<Dated> begins(Validity validity, List<Effect> own) {
        for (var run : validity.runs()) {
            var from = run.from();
            if (run.code() == StatusCode.UNKNOWN || run.code() == StatusCode.NOT_YET || from == null) continue;
            return own.stream()
                    .filter(e -> e.stands() && e.kind() == EffectKind.COMMENCE && from.equals(e.from()))
                    .findFirst()
                    .map(e -> new Dated(from, e));
        }
        return Optional.empty();
    }

    /** The first day without effect, for good. */
    private static Optional<Dated> ends(List<Validity.Run> runs, List<Effect> own) {
        var last = runs.getLast();
        var from = last.from();
        if (last.code() != StatusCode.EXPIRED || from == null || last.causes().isEmpty()) return Optional.empty();
        int first = runs.size() - 1;
        while (first > 0
                && runs.get(first - 1).code() == StatusCode.EXPIRED
                && runs.get(first - 1).from() != null) first--;
        var run = runs.get(first);
        var cause = run.causes().getFirst().id();
        var day = Objects.requireNonNull(run.from());
        return own.stream().filter(e -> e.id() == cause).findFirst().map(e -> new Dated(day, e));
    }
}
