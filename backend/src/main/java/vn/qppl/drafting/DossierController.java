package vn.qppl.drafting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.qppl.audit.History;
import vn.qppl.drafting.DossierViews.DossierView;
import vn.qppl.people.OrganisationLevel;
import vn.qppl.people.SignedIn;
import vn.qppl.procedure.Activity;
import vn.qppl.procedure.Calendars;
import vn.qppl.procedure.CaseEvent;
import vn.qppl.procedure.Deadline;
import vn.qppl.procedure.DocumentForm;
import vn.qppl.procedure.ProcedureKind;
import vn.qppl.web.Page;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

/** Dossiers: registering, list and board, the way from step to step. */
@RestController
@RequestMapping("/api/dossiers")
class DossierController {
    /** Cards a column shows; the rest is behind its number. */
    private static final int CARDS = 10;

    private final Drafting drafting;
    private final Access access;
    private final DossierRows rows;
    private final DossierViews views;
    private final Uploads uploads;
    private final Calendars calendars;
    private final History history;

    DossierController(
            Drafting drafting,
            Access access,
            DossierRows rows,
            DossierViews views,
            Uploads uploads,
            Calendars calendars,
            History history) {
        this.drafting = drafting;
        this.access = access;
        this.rows = rows;
        this.views = views;
        this.uploads = uploads;
        this.calendars = calendars;
        this.history = history;
    }

    /** @param justiceBody null: the usual body of the place */
    record RegisterRequest(
            @NotNull DocumentForm form,
            @NotNull OrganisationLevel level,
            @NotNull ProcedureKind kind,
            @NotBlank @Size(max = 1000) String title,
            @Nullable @Size(max = 200) String field,
            @NotBlank @Size(max = 2000) String purpose,
            @NotNull LocalDate registeredOn,
            @Nullable LocalDate plannedOn,
            @Nullable Integer programmeYear,
            @Nullable Long justiceBody,
            @Nullable Long office) {
        Dossier.Registration registration() {
            return new Dossier.Registration(
                    form,
                    level,
                    kind,
                    title.strip(),
                    field == null || field.isBlank() ? null : field.strip(),
                    purpose.strip(),
                    registeredOn,
                    plannedOn,
                    programmeYear);
        }
    }

    /** What decides on the procedure; the rest of the form may still be empty. */
    record DossierChoiceRequest(
            @NotNull DocumentForm form,
            @NotNull OrganisationLevel level,
            @NotNull ProcedureKind kind,
            @NotNull LocalDate registeredOn) {}

    /** @param code null where there is no procedure: then {@code why} says what stands against it */
    record ChoiceView(
            @Nullable String code,
            @Nullable Integer number,
            @Nullable String title,
            String why,
            String article,
            List<String> warnings) {}

    /** @param remainingWorkingDays negative: so many late */
    record DossierDueView(
            LocalDate due,
            LocalDate lastSafeDay,
            int remainingWorkingDays,
            Deadline.State state,
            String stateLabel,
            String rule,
            String article) {}

    record DossierCard(
            long id,
            String title,
            DocumentForm form,
            String formLabel,
            DossierState state,
            String stateLabel,
            @Nullable String field,
            LocalDate registeredOn,
            @Nullable Activity activity,
            @Nullable String step,
            @Nullable LocalDate begunOn,
            @Nullable String holder,
            String draftingBody,
            @Nullable DossierDueView due) {}

    record BoardColumn(Activity activity, String label, int count, int overdue, List<DossierCard> cards) {}

    record BoardView(List<BoardColumn> columns) {}

    record VotesRequest(@NotNull Integer inFavour, @NotNull Integer of) {}

    /** @param next code of the step that follows; null where the outcome leaves no choice */
    record FinishRequest(
            @NotNull Long version,
            @NotBlank String outcome,
            @Nullable String next,
            @NotNull LocalDate on,
            @Nullable @Size(max = 2000) String reason,
            @Nullable @Valid VotesRequest votes) {}

    record EventRequest(@NotNull CaseEvent event, @NotNull LocalDate on) {}

    record PauseRequest(
            @NotNull LocalDate from,
            @NotBlank @Size(max = 2000) String reason) {}

    record ResumeRequest(@NotNull LocalDate on) {}

    record ExtendRequest(
            @NotBlank String limit,
            @NotNull LocalDate to,
            @NotBlank @Size(max = 2000) String reason) {}

    record WithdrawRequest(
            @NotNull Long version,
            @NotBlank @Size(max = 2000) String reason) {}

    record MergeRequest(
            @NotNull Long version,
            @NotNull Long into,
            @NotBlank @Size(max = 2000) String reason) {}

    @PostMapping
    @Requires(Permission.REGISTER_DOSSIERS)
    @ResponseStatus(HttpStatus.CREATED)
    DossierView register(@Valid @RequestBody RegisterRequest request) {
        return dossier(drafting.register(request.registration(), request.justiceBody(), request.office()));
    }

    /** Asked while the form is filled in. */
    @PostMapping("/choice")
    @Requires(Permission.REGISTER_DOSSIERS)
    ChoiceView choice(@Valid @RequestBody DossierChoiceRequest request) {
        var chosen = drafting.choose(request.form(), request.level(), request.kind(), request.registeredOn());
        var version = chosen.version();
        return new ChoiceView(
                version == null ? null : version.code(),
                version == null ? null : version.number(),
                version == null ? null : version.procedure().title(),
                chosen.choice().why(),
                chosen.choice().article(),
                chosen.choice().warnings());
    }

    @GetMapping
    @Requires(Permission.READ_DOSSIERS)
    Page<DossierCard> list(
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(required = false) @Nullable Activity activity,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after) {
        int most = Page.size(size, 50);
        var today = calendars.today();
        var filter = new DossierRows.Filter(
                reader(), open, activity, overdue ? today : null, q == null || q.isBlank() ? null : q.strip());
        var page = Page.of(rows.list(filter, DossierRows.After.parse(after), most), most, DossierRows.After::of);
        return new Page<>(page.items().stream().map(row -> card(row, today)).toList(), page.next(), null);
    }

    @GetMapping("/board")
    @Requires(Permission.READ_DOSSIERS)
    BoardView board() {
        var today = calendars.today();
        var columns = new ArrayList<BoardColumn>();
        rows.counts(reader(), today).forEach((activity, count) -> {
            var filter = new DossierRows.Filter(reader(), true, activity, null, null);
            var cards = rows.list(filter, DossierRows.After.START, CARDS).stream()
                    .limit(CARDS)
                    .map(row -> card(row, today))
                    .toList();
            columns.add(new BoardColumn(activity, activity.label(), count.open(), count.overdue(), cards));
        });
        return new BoardView(columns);
    }

    private static @Nullable Long reader() {
        var me = SignedIn.now();
        return me.may(Permission.READ_ALL_DOSSIERS) ? null : (Long) me.organisationId();
    }

    private DossierCard card(DossierRows.Row row, LocalDate today) {
        return new DossierCard(
                row.id(),
                row.title(),
                row.form(),
                row.form().label(),
                row.state(),
                row.state().label(),
                row.field(),
                row.registeredOn(),
                row.activity(),
                row.stepName(),
                row.begunOn(),
                row.holder(),
                row.draftingBody(),
                due(row, today));
    }

    /** As the dossier's own page counts it, from what the last transition wrote down: a list counts no clocks. */
    private @Nullable DossierDueView due(DossierRows.Row row, LocalDate today) {
        var due = row.due();
        if (due == null) return null;
        var state = row.paused()
                ? Deadline.State.PAUSED
                : today.isAfter(due.on())
                        ? Deadline.State.OVERDUE
                        : today.isBefore(due.riskFrom()) ? Deadline.State.RUNNING : Deadline.State.AT_RISK;
        return new DossierDueView(
                due.on(),
                due.lastSafeDay(),
                calendars.current().workingDaysBetween(today, due.on()),
                state,
                state.label(),
                due.rule(),
                due.article());
    }

    @GetMapping("/{id}")
    @Requires(Permission.READ_DOSSIERS)
    DossierView dossier(@PathVariable long id) {
        return views.of(access.readable(id));
    }

    @GetMapping("/{id}/history")
    @Requires(Permission.READ_DOSSIERS)
    Page<History.Entry> history(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable Long after) {
        access.readable(id);
        int most = Page.size(size, 50);
        return Page.of(
                history.list(CasePapers.object(id), after == null ? Long.MAX_VALUE : after, most),
                most,
                entry -> Long.toString(entry.id()));
    }

    @PostMapping("/{id}/finish")
    @Requires(Permission.DO_CASEWORK)
    DossierView finish(@PathVariable long id, @Valid @RequestBody FinishRequest request) {
        var votes = request.votes();
        drafting.finish(
                id,
                request.version(),
                new Moves.End(
                        request.outcome(),
                        request.next(),
                        request.on(),
                        request.reason() == null || request.reason().isBlank()
                                ? null
                                : request.reason().strip(),
                        votes == null ? null : new Moves.Votes(votes.inFavour(), votes.of())));
        return dossier(id);
    }

    @PostMapping("/{id}/events")
    @Requires(Permission.DO_CASEWORK)
    DossierView record(@PathVariable long id, @Valid @RequestBody EventRequest request) {
        drafting.record(id, request.event(), request.on());
        return dossier(id);
    }

    @PostMapping("/{id}/pause")
    @Requires(Permission.DO_CASEWORK)
    DossierView pause(@PathVariable long id, @Valid @RequestBody PauseRequest request) {
        drafting.pause(id, request.from(), request.reason().strip());
        return dossier(id);
    }

    @PostMapping("/{id}/resume")
    @Requires(Permission.DO_CASEWORK)
    DossierView resume(@PathVariable long id, @Valid @RequestBody ResumeRequest request) {
        drafting.resume(id, request.on());
        return dossier(id);
    }

    @PostMapping("/{id}/extend")
    @Requires(Permission.DO_CASEWORK)
    DossierView extend(@PathVariable long id, @Valid @RequestBody ExtendRequest request) {
        drafting.extend(id, request.limit(), request.to(), request.reason().strip());
        return dossier(id);
    }

    @PostMapping("/{id}/withdraw")
    @Requires(Permission.REGISTER_DOSSIERS)
    DossierView withdraw(@PathVariable long id, @Valid @RequestBody WithdrawRequest request) {
        drafting.withdraw(id, request.version(), request.reason().strip());
        return dossier(id);
    }

    @PostMapping("/{id}/merge")
    @Requires(Permission.REGISTER_DOSSIERS)
    DossierView merge(@PathVariable long id, @Valid @RequestBody MergeRequest request) {
        drafting.merge(id, request.version(), request.into(), request.reason().strip());
        return dossier(id);
    }

    @PostMapping("/{id}/sign")
    @Requires(Permission.DO_CASEWORK)
    DossierView sign(
            @PathVariable long id,
            @RequestParam long version,
            @RequestParam String number,
            @RequestParam LocalDate on,
            @RequestParam("file") MultipartFile file)
            throws IOException {
        // asked before the bytes are kept: who may not sign leaves nothing behind
        access.checkHolder(access.readable(id));
        try (var in = file.getInputStream()) {
            var upload = uploads.store(in, Objects.requireNonNullElse(file.getOriginalFilename(), ""));
            drafting.sign(id, version, number.strip(), on, upload);
        }
        return dossier(id);
    }
}
