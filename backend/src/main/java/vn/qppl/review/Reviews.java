package vn.qppl.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.qppl.audit.Audit;
import vn.qppl.audit.Audit.Change;
import vn.qppl.document.Register;
import vn.qppl.document.StubMerged;
import vn.qppl.effect.Effect;
import vn.qppl.effect.Effects;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.people.SignedIn;
import vn.qppl.web.Permission;

/** Concluding reviews, giving them to others, and ending them when the effect arrives. */
@Service
class Reviews {
    private static final int LONGEST = 2000;

    private final ReviewRows rows;
    private final ReviewTasks tasks;
    private final Register register;
    private final Effects effects;
    private final OrganisationDirectory directory;
    private final Audit audit;

    Reviews(
            ReviewRows rows,
            ReviewTasks tasks,
            Register register,
            Effects effects,
            OrganisationDirectory directory,
            Audit audit) {
        this.rows = rows;
        this.tasks = tasks;
        this.register = register;
        this.effects = effects;
        this.directory = directory;
        this.audit = audit;
    }

    /** @throws vn.qppl.web.ProblemException {@link ReviewProblem#NO_SUCH_REVIEW} */
    Review get(long id) {
        return rows.find(id).orElseThrow(ReviewProblem.NO_SUCH_REVIEW::asException);
    }

    /** What the person may do now. */
    List<String> actions(Review review, SignedIn person) {
        boolean any = person.may(Permission.ASSIGN_REVIEWS);
        boolean own = person.may(Permission.CONCLUDE_REVIEWS)
                && Objects.equals(review.unitId(), (Long) person.organisationId());
        var actions = new java.util.ArrayList<String>();
        boolean live = review.state() == Review.State.OPEN
                || review.state() == Review.State.CONCLUDED
                || review.state() == Review.State.KEPT;
        if (live && (any || own)) actions.add("conclude");
        if (any && (review.state() == Review.State.OPEN || review.state() == Review.State.CONCLUDED))
            actions.add("assign");
        if (review.state() == Review.State.CONCLUDED && (any || own)) actions.add("follow-up");
        return actions;
    }

    private void mustMay(Review review, String action) {
        if (actions(review, SignedIn.now()).contains(action)) return;
        if (review.state() == Review.State.GONE || review.state() == Review.State.SETTLED)
            throw ReviewProblem.OVER.with("state", review.state().label());
        throw ReviewProblem.NOT_YOURS.asException();
    }

    /**
     * Concludes a review. Kept as it is, it is over; in all other cases it waits for the effect that carries the conclusion out.
     *
     * @param seen version of the review as the person saw it
     * @param handleBy by when it is to be carried out; null for the norm
     */
    @Transactional
    public Review conclude(
            long id, long seen, Conclusion conclusion, String reason, @Nullable LocalDate handleBy, long by) {
        var before = rows.lock(id).orElseThrow(ReviewProblem.NO_SUCH_REVIEW::asException);
        mustMay(before, "conclude");
        if (reason.isBlank()) throw ReviewProblem.REASON_MISSING.asException();
        var keptUntil = conclusion == Conclusion.KEEP ? null : handleBy;
        if (!rows.conclude(id, seen, conclusion, MentionFinder.cut(reason.strip(), LONGEST), keptUntil, by))
            throw meanwhile(before);
        audit.record(
                Review.object(id),
                "conclude-review",
                List.of(
                        Change.of("conclusion", before.conclusion(), conclusion),
                        Change.of("reason", before.reason(), reason.strip()),
                        Change.of("handleBy", before.handleBy(), keptUntil)));
        follow(settle(get(id)));
        return get(id);
    }

    /** Gives the review to a unit, with a day; it comes to that unit's desk. */
    @Transactional
    public Review assign(long id, long seen, long unitId, @Nullable Long personId, @Nullable LocalDate dueOn) {
        var before = rows.lock(id).orElseThrow(ReviewProblem.NO_SUCH_REVIEW::asException);
        mustMay(before, "assign");
        var unit = directory.get(unitId);
        boolean moves = !Objects.equals(before.unitId(), (Long) unitId);
        if (personId != null
                && directory.colleagues(unitId, Permission.DO_CASEWORK).stream().noneMatch(c -> c.id() == personId))
            throw ReviewProblem.NOT_A_COLLEAGUE.asException();
        if (moves) tasks.moved(before);
        if (!rows.assign(id, seen, unitId, moves ? "Được giao" : Objects.requireNonNullElse(before.unitReason(), "")))
            throw meanwhile(before);
        audit.record(
                Review.object(id),
                "assign-review",
                List.of(
                        Change.of("unit", before.unitId(), unitId),
                        Change.of("unitName", null, unit.name()),
                        Change.of("assigneeId", null, personId),
                        Change.of("dueOn", before.dueOn(), dueOn)));
        var review = get(id);
        rows.tasked(id, tasks.follow(review, ground(review), dueOn == null ? review.dueOn() : dueOn));
        if (personId != null) tasks.give(id, personId);
        return get(id);
    }

    /** Names the dossier that carries the conclusion out, or the new document that was made. */
    @Transactional
    public Review follow(long id, long seen, @Nullable Long dossierId, @Nullable Long resultId) {
        var before = rows.lock(id).orElseThrow(ReviewProblem.NO_SUCH_REVIEW::asException);
        mustMay(before, "follow-up");
        if (dossierId != null && !rows.dossierExists(dossierId)) throw ReviewProblem.NO_SUCH_DOSSIER.asException();
        if (resultId != null && register.get(resultId).stub()) throw ReviewProblem.NOT_A_LOCAL_RULE.asException();
        if (!rows.follow(id, seen, dossierId, resultId)) throw meanwhile(before);
        audit.record(
                Review.object(id),
                "follow-up-review",
                List.of(
                        Change.of("dossier", before.dossierId(), dossierId),
                        Change.of("result", before.resultId(), resultId)));
        return settle(get(id));
    }

    /** What was cited turned out to be a document of the register: its changes are that document's. */
    @EventListener
    void take(StubMerged merged) {
        for (long ended : rows.merge(merged.gone(), merged.kept())) tasks.merged(ended);
    }

    private static RuntimeException meanwhile(Review before) {
        return ReviewProblem.CHANGED_MEANWHILE.with("currentVersion", before.version());
    }

    private String ground(Review review) {
        return rows.change(review.changeId()).map(ReviewRows.ChangeRow::summary).orElse("");
    }

    /** Ends or reopens a review as the effects on its document say, and brings its tasks in line. In the caller's transaction. */
    @Transactional
    public Review settle(Review review) {
        var change = rows.change(review.changeId()).orElseThrow();
        var on = effects.on(review.documentId());
        var causes = causes(on);
        var made = review.resultId() == null ? List.<Effect>of() : effects.on(review.resultId());
        var settledBy = Settlement.of(review, change.since(), on, causes, made)
                .map(Effect::id)
                .orElse(null);
        if (Objects.equals(settledBy, review.settledBy())) return review;
        rows.settle(review.id(), settledBy);
        audit.record(
                Review.object(review.id()),
                settledBy == null ? "reopen-review" : "settle-review",
                List.of(Change.of("effect", review.settledBy(), settledBy)));
        var now = get(review.id());
        if (now.state() != Review.State.OPEN || now.tasked()) follow(now);
        return get(review.id());
    }

    /** Brings the tasks in line with where the review stands. In the caller's transaction. */
    @Transactional
    public void follow(Review review) {
        var due = tasks.follow(review, ground(review), review.dueOn());
        if (review.state() == Review.State.OPEN) rows.tasked(review.id(), due);
    }

    Map<Long, vn.qppl.document.LegalDocument> causes(List<Effect> said) {
        return register.byId(
                said.stream().map(Effect::causeId).filter(Objects::nonNull).toList());
    }
}
