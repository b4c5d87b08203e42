package vn.qppl.review;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.qppl.document.LegalDocument;
import vn.qppl.document.Register;
import vn.qppl.effect.Effects;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.people.SignedIn;
import vn.qppl.web.Page;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

/** Changes that call for review, the documents they reach, and what is concluded on each. */
@RestController
@RequestMapping("/api/reviews")
class ReviewController {
    private static final int MOST_CLAUSES = 100;

    private final Reviews reviews;
    private final ReviewRows rows;
    private final Register register;
    private final Effects effects;
    private final OrganisationDirectory directory;

    ReviewController(
            Reviews reviews, ReviewRows rows, Register register, Effects effects, OrganisationDirectory directory) {
        this.reviews = reviews;
        this.rows = rows;
        this.register = register;
        this.effects = effects;
        this.directory = directory;
    }

    record ReviewedDocument(
            long id,
            String label,
            String title,
            String issuer,
            @Nullable LocalDate issuedOn) {}

    /**
     * @param since day from which earlier documents are to be reviewed
     * @param standing false where the effects were taken back
     * @param open reviews without conclusion; {@code concluded} those that wait for an effect
     */
    record BasisChangeView(
            long id,
            ReviewedDocument changed,
            @Nullable ReviewedDocument cause,
            @Nullable LocalDate since,
            @Nullable LocalDate from,
            boolean whole,
            String summary,
            boolean standing,
            int open,
            int concluded,
            int total) {}

    /** @param clause of the causing document; null where a rule of law is the cause */
    record ChangingClauseView(
            String kind,
            @Nullable String provision,
            @Nullable LocalDate from,
            @Nullable String clause,
            String quote) {}

    record BasisChangeDetail(BasisChangeView change, List<ChangingClauseView> clauses) {}

    record ReviewReasonView(
            String kind,
            Certainty certainty,
            String certaintyLabel,
            String explanation,
            String article,
            @Nullable String place,
            @Nullable String address,
            String quote,
            @Nullable String provision) {}

    record ReviewingUnitView(long id, String name, @Nullable String why) {}

    /** @param reason of the conclusion */
    record ReviewConclusionView(
            Conclusion conclusion,
            String label,
            String reason,
            @Nullable LocalDate handleBy,
            String by,
            @Nullable Instant at) {}

    /** @param effect id of the effect that settled it, told in {@code words} */
    record ReviewSettledView(
            long effect,
            String words,
            @Nullable ReviewedDocument cause,
            @Nullable Instant at) {}

    /** @param actions what the caller may do now: conclude, assign, follow-up */
    record ReviewView(
            long id,
            long version,
            long changeId,
            String ground,
            ReviewedDocument document,
            Certainty certainty,
            String certaintyLabel,
            List<ReviewReasonView> reasons,
            Review.State state,
            String stateLabel,
            @Nullable ReviewingUnitView unit,
            @Nullable LocalDate dueOn,
            Instant foundAt,
            @Nullable ReviewConclusionView conclusion,
            @Nullable Long dossierId,
            @Nullable ReviewedDocument result,
            @Nullable ReviewSettledView settled,
            List<String> actions) {}

    /** @param handleBy by when it is to be carried out; null: the norm */
    record ReviewConclusionRequest(
            long version,
            @NotNull Conclusion conclusion,
            @NotNull @Size(max = 2000) String reason,
            @Nullable LocalDate handleBy) {}

    /** @param personId null: anyone of the unit may take it */
    record ReviewAssignmentRequest(
            long version,
            long unitId,
            @Nullable Long personId,
            @Nullable LocalDate dueOn) {}

    record ReviewFollowUpRequest(
            long version,
            @Nullable Long dossierId,
            @Nullable Long documentId) {}

    @GetMapping("/changes")
    @Requires(Permission.READ_REVIEWS)
    Page<BasisChangeView> changes(
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable Long after) {
        int most = Page.size(size, 30);
        var found = rows.changes(open, after == null ? Long.MAX_VALUE : after, most);
        var ids = new ArrayList<Long>();
        for (var row : found) {
            ids.add(row.changedId());
            if (row.causeId() != null) ids.add(row.causeId());
        }
        var documents = register.byId(ids);
        var page = Page.of(found, most, row -> Long.toString(row.id()));
        return new Page<>(page.items().stream().map(row -> view(row, documents)).toList(), page.next(), page.total());
    }

    @GetMapping("/changes/{id}")
    @Requires(Permission.READ_REVIEWS)
    BasisChangeDetail change(@PathVariable long id) {
        var row = rows.change(id).orElseThrow(ReviewProblem.NO_SUCH_CHANGE::asException);
        var ids = new ArrayList<Long>(List.of(row.changedId()));
        if (row.causeId() != null) ids.add(row.causeId());
        var clauses = effects.on(row.changedId()).stream()
                .filter(e -> e.stands() && Change.matters(e) && java.util.Objects.equals(e.causeId(), row.causeId()))
                .limit(MOST_CLAUSES)
                .map(e -> new ChangingClauseView(e.kind().code(), e.targetLabel(), e.from(), e.causeLabel(), e.quote()))
                .toList();
        return new BasisChangeDetail(view(row, register.byId(ids)), clauses);
    }

    /** @param mine only what the caller's own organisation has to review */
    @GetMapping
    @Requires(Permission.READ_REVIEWS)
    Page<ReviewView> list(
            @RequestParam(required = false) @Nullable Long change,
            @RequestParam(required = false) @Nullable Long document,
            @RequestParam(required = false) Review.@Nullable State state,
            @RequestParam(required = false) @Nullable Certainty certainty,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after) {
        int most = Page.size(size, 30);
        var unit = mine ? (Long) SignedIn.now().organisationId() : null;
        var found = rows.list(new ReviewRows.Filter(change, unit, document, state, certainty), after, most);
        var documents = register.byId(found.stream().map(Review::documentId).toList());
        var page = Page.of(found, most, ReviewRows::key);
        return new Page<>(
                page.items().stream().map(review -> view(review, documents)).toList(), page.next(), page.total());
    }

    @GetMapping("/{id}")
    @Requires(Permission.READ_REVIEWS)
    ReviewView review(@PathVariable long id) {
        return view(reviews.get(id));
    }

    @PostMapping("/{id}/conclusion")
    @Requires(Permission.CONCLUDE_REVIEWS)
    ReviewView conclude(@PathVariable long id, @RequestBody @Valid ReviewConclusionRequest request) {
        return view(reviews.conclude(
                id,
                request.version(),
                request.conclusion(),
                request.reason(),
                request.handleBy(),
                SignedIn.now().id()));
    }

    @PostMapping("/{id}/assignment")
    @Requires(Permission.ASSIGN_REVIEWS)
    ReviewView assign(@PathVariable long id, @RequestBody @Valid ReviewAssignmentRequest request) {
        return view(reviews.assign(id, request.version(), request.unitId(), request.personId(), request.dueOn()));
    }

    @PostMapping("/{id}/follow-up")
    @Requires(Permission.CONCLUDE_REVIEWS)
    ReviewView follow(@PathVariable long id, @RequestBody @Valid ReviewFollowUpRequest request) {
        return view(reviews.follow(id, request.version(), request.dossierId(), request.documentId()));
    }

    private ReviewView view(Review review) {
        return view(review, register.byId(List.of(review.documentId())));
    }

    private ReviewView view(Review review, Map<Long, LegalDocument> documents) {
        var ground = rows.change(review.changeId())
                .map(ReviewRows.ChangeRow::summary)
                .orElse("");
        return new ReviewView(
                review.id(),
                review.version(),
                review.changeId(),
                ground,
                ref(documents, review.documentId()),
                review.certainty(),
                review.certainty().label(),
                review.reasons().stream().map(ReviewController::view).toList(),
                review.state(),
                review.state().label(),
                review.unitId() == null
                        ? null
                        : new ReviewingUnitView(
                                review.unitId(), directory.get(review.unitId()).name(), review.unitReason()),
                review.dueOn(),
                review.foundAt(),
                conclusion(review),
                review.dossierId(),
                review.resultId() == null ? null : ref(register.byId(List.of(review.resultId())), review.resultId()),
                settled(review),
                reviews.actions(review, SignedIn.now()));
    }

    private @Nullable ReviewConclusionView conclusion(Review review) {
        var conclusion = review.conclusion();
        if (conclusion == null) return null;
        return new ReviewConclusionView(
                conclusion,
                conclusion.label(),
                review.reason() == null ? "" : review.reason(),
                review.handleBy(),
                review.concludedBy() == null ? "" : directory.personName(review.concludedBy()),
                review.concludedAt());
    }

    private @Nullable ReviewSettledView settled(Review review) {
        if (review.settledBy() == null) return null;
        var effect = effects.get(review.settledBy());
        var cause = effect.causeId();
        return new ReviewSettledView(
                effect.id(),
                effect.quote(),
                cause == null ? null : ref(register.byId(List.of(cause)), cause),
                review.settledAt());
    }

    private static ReviewReasonView view(Reason reason) {
        return new ReviewReasonView(
                reason.kind().name(),
                reason.certainty(),
                reason.certainty().label(),
                reason.explanation(),
                reason.article(),
                reason.place(),
                reason.address(),
                reason.quote(),
                reason.provision());
    }

    private static BasisChangeView view(ReviewRows.ChangeRow row, Map<Long, LegalDocument> documents) {
        return new BasisChangeView(
                row.id(),
                ref(documents, row.changedId()),
                row.causeId() == null ? null : ref(documents, row.causeId()),
                row.since(),
                row.from(),
                row.whole(),
                row.summary(),
                row.standing(),
                row.open(),
                row.concluded(),
                row.total());
    }

    private static ReviewedDocument ref(Map<Long, LegalDocument> documents, long id) {
        var document = documents.get(id);
        if (document == null) return new ReviewedDocument(id, "", "", "", null);
        return new ReviewedDocument(
                id, document.citedAs(), document.title(), document.issuerName(), document.issuedOn());
    }
}
