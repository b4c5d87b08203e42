package vn.qppl.review;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
import vn.qppl.effect.StatusCode;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.people.SignedIn;
import vn.qppl.web.Page;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

/** Rules that higher law has the province make (nợ văn bản). */
@RestController
@RequestMapping("/api/duties")
class DutyController {
    private static final int MOST_CANDIDATES = 20;

    private final Duties duties;
    private final DutyRows rows;
    private final Mentions mentions;
    private final Register register;
    private final Effects effects;
    private final OrganisationDirectory directory;
    private final Clock clock;

    DutyController(
            Duties duties,
            DutyRows rows,
            Mentions mentions,
            Register register,
            Effects effects,
            OrganisationDirectory directory,
            Clock clock) {
        this.duties = duties;
        this.rows = rows;
        this.mentions = mentions;
        this.register = register;
        this.effects = effects;
        this.directory = directory;
        this.clock = clock;
    }

    record DutyDocument(
            long id, String label, String title, @Nullable LocalDate issuedOn, String status) {}

    /** @param provision of the document that makes the rules */
    record DutyFulfilledView(
            DutyDocument document, @Nullable String provision) {}

    /** @param place where the local document names the clause or its text; {@code quote} its words */
    record DutyCandidateView(DutyDocument document, String place, String quote) {}

    /**
     * @param owed confirmed, the higher law in force, and nothing in force that makes the rules
     * @param overdue owed, and the day has passed
     * @param actions what the caller may do now: confirm, reject, fulfil, reopen
     */
    record DutyView(
            long id,
            long version,
            DutyDocument document,
            @Nullable String address,
            String place,
            String body,
            String bodyLabel,
            String quote,
            boolean present,
            DutyRows.State state,
            String stateLabel,
            boolean owed,
            boolean overdue,
            @Nullable String reason,
            @Nullable String decidedBy,
            @Nullable Long unitId,
            @Nullable String unitName,
            @Nullable LocalDate dueOn,
            @Nullable DutyFulfilledView fulfilled,
            List<String> actions) {}

    /** @param candidates local documents that rest on the clause's document or name it, the nearest first */
    record DutyDetail(DutyView duty, List<DutyCandidateView> candidates) {}

    /** @param dueOn null: the day on which the higher law begins, or the norm */
    record DutyConfirmationRequest(
            long version, long unitId, @Nullable LocalDate dueOn) {}

    record DutyRejectionRequest(
            long version, @NotNull @Size(max = 1000) String reason) {}

    /** @param provision the article that makes the rules, in words */
    record DutyFulfilmentRequest(
            long version,
            long documentId,
            @NotNull @Size(max = 300) String provision) {}

    record DutyReopeningRequest(long version) {}

    @GetMapping
    @Requires(Permission.READ_REVIEWS)
    Page<DutyView> list(
            @RequestParam(required = false) DutyRows.@Nullable State state,
            @RequestParam(required = false) @Nullable Long document,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable Long after) {
        int most = Page.size(size, 30);
        var unit = mine ? (Long) SignedIn.now().organisationId() : null;
        var found = rows.list(state, document, unit, after == null ? Long.MAX_VALUE : after, most);
        var page = Page.of(found, most, row -> Long.toString(row.id()));
        return new Page<>(views(page.items()), page.next(), page.total());
    }

    @GetMapping("/{id}")
    @Requires(Permission.READ_REVIEWS)
    DutyDetail duty(@PathVariable long id) {
        var row = duties.get(id);
        return new DutyDetail(view(row), candidates(row));
    }

    @PostMapping("/{id}/confirmation")
    @Requires(Permission.ASSIGN_REVIEWS)
    DutyView confirm(@PathVariable long id, @RequestBody @Valid DutyConfirmationRequest request) {
        return view(duties.confirm(
                id,
                request.version(),
                request.unitId(),
                request.dueOn(),
                SignedIn.now().id()));
    }

    @PostMapping("/{id}/rejection")
    @Requires(Permission.ASSIGN_REVIEWS)
    DutyView reject(@PathVariable long id, @RequestBody @Valid DutyRejectionRequest request) {
        return view(duties.reject(
                id, request.version(), request.reason(), SignedIn.now().id()));
    }

    @PostMapping("/{id}/fulfilment")
    @Requires(Permission.CONCLUDE_REVIEWS)
    DutyView fulfil(@PathVariable long id, @RequestBody @Valid DutyFulfilmentRequest request) {
        return view(duties.fulfil(id, request.version(), request.documentId(), request.provision()));
    }

    @PostMapping("/{id}/reopening")
    @Requires(Permission.ASSIGN_REVIEWS)
    DutyView reopen(@PathVariable long id, @RequestBody DutyReopeningRequest request) {
        return view(duties.reopen(id, request.version()));
    }

    private DutyView view(DutyRows.Row row) {
        return views(List.of(row)).getFirst();
    }

    private List<DutyView> views(List<DutyRows.Row> found) {
        var ids = new HashSet<Long>();
        for (var row : found) {
            ids.add(row.documentId());
            if (row.fulfilledBy() != null) ids.add(row.fulfilledBy());
        }
        var documents = register.byId(ids);
        var statuses = effects.statuses(ids, LocalDate.now(clock));
        return found.stream().map(row -> view(row, documents, statuses)).toList();
    }

    private DutyView view(DutyRows.Row row, Map<Long, LegalDocument> documents, Map<Long, StatusCode> statuses) {
        var parent = statuses.getOrDefault(row.documentId(), StatusCode.UNKNOWN);
        var made = row.fulfilledBy();
        var child = made == null ? null : statuses.getOrDefault(made, StatusCode.UNKNOWN);
        boolean owed = Duties.owed(row.state(), parent, child);
        return new DutyView(
                row.id(),
                row.version(),
                ref(row.documentId(), documents, parent),
                row.address(),
                row.place(),
                row.body().name(),
                row.body().label(),
                row.quote(),
                row.present(),
                row.state(),
                row.state().label(),
                owed,
                owed && row.dueOn() != null && row.dueOn().isBefore(LocalDate.now(clock)),
                row.reason(),
                row.decidedBy() == null ? null : directory.personName(row.decidedBy()),
                row.unitId(),
                row.unitId() == null ? null : directory.get(row.unitId()).name(),
                row.dueOn(),
                made == null || child == null
                        ? null
                        : new DutyFulfilledView(ref(made, documents, child), row.fulfilledProvision()),
                duties.actions(row, SignedIn.now()));
    }

    /** Local documents whose text names the clause's document: those that name the clause itself come first. */
    private List<DutyCandidateView> candidates(DutyRows.Row row) {
        var parent = register.get(row.documentId());
        var number = parent.number();
        if (number == null) return List.of();
        var clause = new Change(
                parent.id(),
                null,
                0,
                null,
                null,
                false,
                row.address() == null ? java.util.Set.of() : java.util.Set.of(row.address()),
                java.util.Set.of(),
                false,
                "");
        var named = new LinkedHashMap<Long, Mention>();
        var others = new LinkedHashMap<Long, Mention>();
        for (var mention : mentions.of(number.key(), MentionFinder.titleKey(parent.citedAs()), null)) {
            boolean itself = mention.provision() != null && clause.touches(mention.provision()) == Change.Touch.YES;
            (itself ? named : others).putIfAbsent(mention.documentId(), mention);
        }
        others.forEach(named::putIfAbsent);
        var ids = named.keySet().stream().limit(MOST_CANDIDATES).toList();
        var documents = register.byId(ids);
        var statuses = effects.statuses(ids, LocalDate.now(clock));
        var views = new ArrayList<DutyCandidateView>();
        for (var id : ids) {
            var mention = java.util.Objects.requireNonNull(named.get(id));
            views.add(new DutyCandidateView(
                    ref(id, documents, statuses.getOrDefault(id, StatusCode.UNKNOWN)),
                    mention.placeLabel(),
                    mention.quote()));
        }
        return views;
    }

    private static DutyDocument ref(long id, Map<Long, LegalDocument> documents, StatusCode status) {
        var document = documents.get(id);
        if (document == null) return new DutyDocument(id, "", "", null, status.code());
        return new DutyDocument(id, document.citedAs(), document.title(), document.issuedOn(), status.code());
    }
}
