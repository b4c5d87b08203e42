package vn.qppl.effect;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    private static final Set<RelationKind> DEPENDING = Set.of(RelationKind.DETAILS, RelationKind.GUIDES);

    private final EffectEntries entries;
    private final Outlines outlines;
    private final Register register;
    private final Relations relations;

    Consequences(EffectEntries entries, Outlines outlines, Register register, Relations relations) {
        this.entries = entries;
        this.outlines = outlines;
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
        var validity = validity(documentId, own, now);
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
                    new Changes(gone, fresh));
        }
        // most documents have not ended, nor has any part of them: nothing follows then, and nothing followed before
        boolean never = own.stream().noneMatch(Consequences::mayEnd);
        var changes = new Changes(gone, fresh);
        if (never) return changes;
        for (var relation : relations.to(documentId, DEPENDING)) settle(relation, validity, own, now, changes);
        return changes;
    }

    /** What a document's relations to those that it details or guides make of it; the relations may be new. */
    Changes ofDetailing(long childId, Instant now) {
        var changes = new Changes(new ArrayList<>(), new ArrayList<>());
        for (var relation : relations.from(childId)) {
            if (!DEPENDING.contains(relation.kind())) continue;
            var own = entries.on(relation.targetId());
            settle(relation, validity(relation.targetId(), own, now), own, now, changes);
        }
        return changes;
    }

    private Validity validity(long documentId, List<Effect> own, Instant now) {
        var facts = own.stream().map(Effect::fact).toList();
        return Validity.of(facts, now, null, outlines.of(documentId, facts));
    }

    /** @param own effects on the parent */
    private void settle(
            Relations.Relation relation, Validity validity, List<Effect> own, Instant now, Changes changes) {
        long parentId = relation.targetId();
        if (relation.sourceId() == parentId) return;
        var child = register.get(relation.sourceId());
        // what was settled a moment ago for another of its parents is not settled again
        var standing = entries.on(child.id()).stream()
                .filter(e -> e.stands() && e.byParent() && e.causeId() == null)
                .filter(e -> !changes.gone().contains(e))
                .toList();
        boolean details = relation.kind() == RelationKind.DETAILS;
        var parents = details ? detailed(child.id()) : List.<Long>of();
        if (parents.size() > 1) {
            settleSeveral(child, parents, relation, standing, validity, own, now, changes);
        } else {
            settle(
                    standing.stream().filter(e -> ofParent(e, parentId)).toList(),
                    endOf(child, parentId, relation, details, validity, own),
                    changes);
        }
    }

    /** Whether it has ended the document or a part of it, was once said to, or follows from another end. */
    private static boolean mayEnd(Effect effect) {
        return switch (effect.kind()) {
            case REPEAL, REPLACE, EXPIRE, EXTEND -> true;
            case COMMENCE, AMEND, SUPPLEMENT, SUBSTITUTE, RENUMBER, SUSPEND, RESUME, CORRECT -> false;
        };
    }

    private List<Long> detailed(long childId) {
        return relations.from(childId).stream()
                .filter(r -> r.kind() == RelationKind.DETAILS)
                .map(Relations.Relation::targetId)
                .distinct()
                .toList();
    }

    /**
     * A text that details several: with one of them goes what details it, where the relation says what that is; with the last of them the
     * whole text (Nghị định 34/2016 Điều 38 khoản 2 điểm c). What hangs on one of them and is not told apart, a person must say.
     */
    private void settleSeveral(
            LegalDocument child,
            List<Long> parents,
            Relations.Relation relation,
            List<Effect> standing,
            Validity validity,
            List<Effect> own,
            Instant now,
            Changes changes) {
        long parentId = relation.targetId();
        var part = relation.sourceProvision() == null
                ? Optional.<TargetWords>empty()
                : TargetWords.read(relation.sourceProvision());
        var ended = endOf(child, parentId, relation, true, validity, own);
        settle(
                standing.stream()
                        .filter(e -> e.targetProvision() != null && ofParent(e, parentId))
                        .toList(),
                ended == null
                        ? null
                        : part.map(p -> ended.again().on(p.eId(), p.spelled()).said())
                                .orElse(null),
                changes);
        settle(
                standing.stream().filter(e -> e.targetProvision() == null).toList(),
                lastEnd(child, parents, now),
                changes);
    }

    /** A document that a text details, and the first day without it. */
    record EndedParent(LegalDocument parent, LocalDate day) {}

    /** Of a text that details several, those that have ended while nothing says what of the text went with them. */
    List<EndedParent> leftOpen(long childId, Instant now) {
        var parents = detailed(childId);
        if (parents.size() < 2) return List.of();
        var settled = entries.on(childId).stream()
                .filter(e -> e.stands() && e.byParent())
                .toList();
        var found = new ArrayList<EndedParent>();
        for (var parentId : parents) {
            var own = entries.on(parentId);
            var end = ends(validity(parentId, own, now).runs(), own);
            boolean open = end.isPresent()
                    && settled.stream().noneMatch(e -> e.targetProvision() == null || ofParent(e, parentId));
            if (open)
                found.add(new EndedParent(register.get(parentId), end.get().day()));
        }
        return found;
    }

    /** Of the parent that ends last; null while one of them has effect for good. */
    private @Nullable NewEffect lastEnd(LegalDocument child, List<Long> parents, Instant now) {
        NewEffect last = null;
        for (var parentId : parents) {
            var own = entries.on(parentId);
            var end = ends(validity(parentId, own, now).runs(), own);
            if (end.isEmpty() || !child.normative()) return null;
            var follows = RulesOfLaw.withParent(
                    child,
                    register.get(parentId),
                    true,
                    end.get().day(),
                    end.get().fact());
            if (follows.isEmpty()) return null;
            var day = Objects.requireNonNull(follows.get().from());
            if (last == null || day.isAfter(Objects.requireNonNull(last.from()))) last = follows.get();
        }
        return last;
    }

    private @Nullable NewEffect endOf(
            LegalDocument child,
            long parentId,
            Relations.Relation relation,
            boolean details,
            Validity validity,
            List<Effect> own) {
        if (!child.normative()) return null;
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
    private static void settle(List<Effect> existing, @Nullable NewEffect wanted, Changes changes) {
        boolean kept = false;
        for (var old : existing) {
            boolean same = wanted != null
                    && !kept
                    && Objects.equals(old.from(), wanted.from())
                    && Objects.equals(old.resolvedBy(), wanted.resolvedBy())
                    && Objects.equals(old.rule(), wanted.rule());
            if (same) kept = true;
            else changes.gone().add(old);
        }
        // two relations to one parent, or two parents, give one end
        if (wanted != null && !kept && !changes.fresh().contains(wanted))
            changes.fresh().add(wanted);
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
