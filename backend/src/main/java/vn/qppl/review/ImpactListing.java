package vn.qppl.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.document.IssuerLevel;
import vn.qppl.document.LegalDocument;
import vn.qppl.document.Register;
import vn.qppl.document.Relations;
import vn.qppl.effect.Effects;
import vn.qppl.effect.StatusCode;
import vn.qppl.queue.QueuedTask;
import vn.qppl.reading.RelationKind;
import vn.qppl.structure.Unit;
import vn.qppl.structure.UnitLevel;

/**
 * Works out which local documents must be reviewed because of the effects on one document, and ends what effects on it settle. Asked
 * anew whenever its effects change; what is listed follows from the register as it is, so that the order of arrival never matters.
 */
@Component
class ImpactListing implements QueuedTask {
    static final String NAME = "impact-list";

    /** Older changes are listed, but come to no desk by themselves: they are the stock to be worked through. */
    private static final int FRESH_DAYS = 365;

    private static final int MOST_QUESTIONS = 1000;
    private static final Set<RelationKind> CONFIRMED =
            Set.of(RelationKind.DETAILS, RelationKind.GUIDES, RelationKind.BASED_ON, RelationKind.CITES);

    private final Register register;
    private final Relations relations;
    private final Effects effects;
    private final DocumentFiles files;
    private final Mentions mentions;
    private final SameSubjects subjects;
    private final ReviewRows rows;
    private final Reviewers reviewers;
    private final Reviews reviews;
    private final TransactionTemplate transaction;
    private final Clock clock;
    /** Asked again while at work, the queue runs it beside itself: two that write one list would wait for each other. */
    private final ReentrantLock one = new ReentrantLock();

    ImpactListing(
            Register register,
            Relations relations,
            Effects effects,
            DocumentFiles files,
            Mentions mentions,
            SameSubjects subjects,
            ReviewRows rows,
            Reviewers reviewers,
            Reviews reviews,
            TransactionTemplate transaction,
            Clock clock) {
        this.register = register;
        this.relations = relations;
        this.effects = effects;
        this.files = files;
        this.mentions = mentions;
        this.subjects = subjects;
        this.rows = rows;
        this.reviewers = reviewers;
        this.reviews = reviews;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param id of the changed document, or of it and of the one document that is to be looked at again: {@code 12/90} */
    @Override
    public void run(String id) {
        one.lock();
        try {
            list(id);
        } finally {
            one.unlock();
        }
    }

    private void list(String id) {
        int slash = id.indexOf('/');
        if (slash < 0) {
            long document = Long.parseLong(id);
            settle(document);
            list(document, null);
        } else list(Long.parseLong(id.substring(0, slash)), Long.parseLong(id.substring(slash + 1)));
    }

    private void settle(long documentId) {
        for (var review : rows.awaiting(documentId))
            transaction.executeWithoutResult(
                    status -> rows.lock(review.id()).ifPresent(locked -> reviews.settle(locked)));
    }

    private void list(long changedId, @Nullable Long only) {
        var found = register.find(changedId);
        if (found.isEmpty()) return;
        var changed = found.get();
        var on = effects.on(changedId);
        if (on.stream().noneMatch(Change::matters) && !rows.knowsChangeOf(changedId)) return;
        var causes = reviews.causes(on);
        var changes = Change.of(changed, on, causes, divisions(changedId));
        fall(changedId, changes);
        for (var change : changes) {
            var cause = change.causeId() == null ? null : causes.get(change.causeId());
            list(changed, change, cause, only);
        }
    }

    private void fall(long changedId, List<Change> changes) {
        var keys = changes.stream().map(Change::causeKey).toList();
        var fallen = transaction.execute(status -> rows.fallen(changedId, keys));
        for (long change : java.util.Objects.requireNonNull(fallen)) leave(change, Set.of(), null);
    }

    /** What is on the list no longer. */
    private void leave(long changeId, Set<Long> listed, @Nullable Long only) {
        long after = 0;
        for (var some = rows.standing(changeId, after, 200);
                !some.isEmpty();
                some = rows.standing(changeId, after, 200)) {
            for (var review : some) {
                after = review.id();
                if (only != null && review.documentId() != only || listed.contains(review.documentId())) continue;
                transaction.executeWithoutResult(status -> {
                    rows.gone(review.id());
                    rows.find(review.id()).ifPresent(reviews::follow);
                });
            }
        }
    }

    private void list(LegalDocument changed, Change change, @Nullable LegalDocument cause, @Nullable Long only) {
        var reasons = reasons(changed, change, cause, only);
        var documents = register.byId(reasons.keySet());
        var today = LocalDate.now(clock);
        var day = change.from() == null || change.from().isAfter(today)
                ? today
                : change.from().minusDays(1);
        boolean fresh = change.since() == null || !change.since().isBefore(today.minusDays(FRESH_DAYS));
        var then = statuses(reasons.keySet(), day);
        var now = statuses(reasons.keySet(), today);
        var listed = new ArrayList<ReviewRows.Listed>();
        reasons.forEach((id, why) -> {
            var document = documents.get(id);
            if (document == null || !concerns(document, changed, change)) return;
            if (then.get(id) == StatusCode.EXPIRED || !fresh && now.get(id) == StatusCode.EXPIRED) return;
            var sorted = why.stream()
                    .sorted(Comparator.comparing(Reason::certainty).thenComparing(Reason::kind))
                    .toList();
            var reviewer = reviewers.of(document).orElse(null);
            listed.add(new ReviewRows.Listed(
                    id,
                    sorted.getFirst().certainty(),
                    sorted,
                    reviewer == null ? null : (Long) reviewer.unitId(),
                    reviewer == null ? null : reviewer.why()));
        });
        keep(change, listed, fresh, only);
    }

    private static boolean concerns(LegalDocument document, LegalDocument changed, Change change) {
        if (document.stub() || document.level() == IssuerLevel.CENTRAL || !document.normative()) return false;
        if (document.id() == changed.id() || document.id() == change.causeKey()) return false;
        return ImpactRules.before(document, change.since());
    }

    private Map<Long, List<Reason>> reasons(
            LegalDocument changed, Change change, @Nullable LegalDocument cause, @Nullable Long only) {
        var reasons = new LinkedHashMap<Long, List<Reason>>();
        var number = changed.number();
        var named = mentions.of(
                number == null ? null : number.key(),
                MentionFinder.titleKey(changed.type().label() + " " + changed.title()),
                only);
        var naming =
                register.byId(named.stream().map(Mention::documentId).distinct().toList());
        for (var mention : named) {
            var document = naming.get(mention.documentId());
            if (document == null || !ImpactRules.names(mention, changed, document)) continue;
            ImpactRules.reason(mention, change).ifPresent(reason -> add(reasons, mention.documentId(), reason));
        }
        // what persons confirmed; a text at hand says it with its place already
        for (var relation : relations.to(changed.id(), CONFIRMED)) {
            if (only != null && relation.sourceId() != only) continue;
            ImpactRules.reason(
                            relation.kind(),
                            change,
                            relation.targetProvision(),
                            relation.sourceProvision(),
                            null,
                            relation.quote())
                    .ifPresent(reason -> add(reasons, relation.sourceId(), reason));
        }
        for (var other : subjects.of(changed, cause, only))
            ImpactRules.sameSubject(other, cause == null ? changed : cause)
                    .ifPresent(reason -> add(reasons, other.id(), reason));
        return reasons;
    }

    private static void add(Map<Long, List<Reason>> reasons, long documentId, Reason reason) {
        var all = reasons.computeIfAbsent(documentId, k -> new ArrayList<>());
        boolean said = all.stream()
                .anyMatch(r -> r.kind() == reason.kind()
                        && (reason.place() == null || reason.place().equals(r.place()))
                        && java.util.Objects.equals(reason.provision(), r.provision()));
        if (!said && all.size() < 20) all.add(reason);
    }

    private void keep(Change change, List<ReviewRows.Listed> listed, boolean fresh, @Nullable Long only) {
        var kept = transaction.execute(status -> rows.keep(change));
        long changeId = java.util.Objects.requireNonNull(kept);
        // one a transaction: a row of the register locked here never waits for another that somebody works on
        for (var one : listed)
            transaction.executeWithoutResult(status -> {
                var review = reviews.settle(rows.keep(changeId, one));
                if (fresh && review.state() == Review.State.OPEN && !review.tasked() && review.unitId() != null)
                    reviews.follow(review);
            });
        var ids = new HashSet<Long>();
        for (var one : listed) ids.add(one.documentId());
        leave(changeId, ids, only);
    }

    private Map<Long, StatusCode> statuses(Collection<Long> ids, LocalDate day) {
        var all = List.copyOf(ids);
        var found = new HashMap<Long, StatusCode>();
        for (int start = 0; start < all.size(); start += MOST_QUESTIONS)
            found.putAll(effects.statuses(all.subList(start, Math.min(all.size(), start + MOST_QUESTIONS)), day));
        return found;
    }

    /** Articles by the chapter or annex that they lie in: addresses of articles do not say it. */
    private Map<String, Set<String>> divisions(long documentId) {
        var divisions = new HashMap<String, Set<String>>();
        files.structuredOf(documentId).ifPresent(read -> {
            for (var component : read.structure().components()) {
                var prefix = component.eId().isEmpty() ? "" : component.eId() + "__";
                var all = new LinkedHashSet<String>();
                for (var unit : component.units()) all.addAll(articles(unit, prefix, divisions));
                if (!component.eId().isEmpty()) divisions.put(component.eId(), all);
            }
        });
        return divisions;
    }

    private static Set<String> articles(Unit unit, String prefix, Map<String, Set<String>> divisions) {
        if (unit.level() == UnitLevel.ARTICLE) return Set.of(prefix + unit.eId());
        var found = new LinkedHashSet<String>();
        for (var child : unit.children()) found.addAll(articles(child, prefix, divisions));
        divisions.put(prefix + unit.eId(), found);
        return found;
    }
}
