package vn.qppl.work;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.qppl.audit.History;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.people.SignedIn;
import vn.qppl.procedure.Calendars;
import vn.qppl.procedure.Deadline;
import vn.qppl.procedure.SpecialDay;
import vn.qppl.web.Page;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

/** My desk, my unit, load, handing over. */
@RestController
@RequestMapping("/api/work")
class WorkController {
    private static final int STRIP = 14;

    private final TaskRows rows;
    private final Desk desk;
    private final Calendars calendars;
    private final OrganisationDirectory people;
    private final History history;

    WorkController(TaskRows rows, Desk desk, Calendars calendars, OrganisationDirectory people, History history) {
        this.rows = rows;
        this.desk = desk;
        this.calendars = calendars;
        this.people = people;
        this.history = history;
    }

    /** A deadline as every page shows it. */
    record DueView(
            LocalDate due,
            LocalDate lastSafeDay,
            int remainingWorkingDays,
            Deadline.State state,
            String stateLabel,
            @Nullable String rule,
            @Nullable String article) {}

    record TaskView(
            long id,
            long version,
            String title,
            String subject,
            String nextAction,
            String link,
            Task.Unit unit,
            Task.@Nullable Officer assignee,
            @Nullable Instant assignedAt,
            @Nullable DueView due,
            @Nullable String waitingFor,
            Task.@Nullable Officer handedFrom,
            @Nullable String handedReason,
            Instant createdAt,
            @Nullable Instant endedAt,
            List<String> actions) {}

    /** @param unit null for one who does no casework */
    record WorkSummary(TaskRows.TaskCounts mine, TaskRows.@Nullable TaskCounts unit, List<StripDay> days) {}

    /** @param name of a day off, or of a Saturday worked; null for an ordinary day */
    record StripDay(
            LocalDate day, boolean working, @Nullable String name, boolean forecast, int due) {}

    record LoadView(List<TaskRows.OfficerLoad> officers, List<OrganisationDirectory.Colleague> withoutTasks) {}

    record TakeRequest(@NotNull Long version) {}

    /** @param to null: back to the unit */
    record HandOverRequest(
            @NotNull Long version,
            @Nullable Long to,
            @NotBlank @Size(max = 1000) String reason) {}

    record HandOverAllRequest(
            @NotNull Long from,
            @Nullable Long to,
            @NotBlank @Size(max = 1000) String reason) {}

    record HandedOver(int tasks) {}

    @GetMapping("/summary")
    @Requires(Permission.SIGNED_IN)
    WorkSummary summary() {
        var me = SignedIn.now();
        var today = calendars.today();
        return new WorkSummary(
                rows.counts(new TaskRows.Whose(me.id(), null), today),
                me.may(Permission.DO_CASEWORK)
                        ? rows.counts(new TaskRows.Whose(null, me.organisationId()), today)
                        : null,
                days(today));
    }

    @GetMapping("/mine")
    @Requires(Permission.SIGNED_IN)
    Page<TaskView> mine(
            @RequestParam(defaultValue = "ALL") TaskRows.Show show,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after) {
        return page(new TaskRows.Whose(SignedIn.now().id(), null), show, size, after);
    }

    /** @param unit another than one's own: for those who read everything */
    @GetMapping("/unit")
    @Requires(Permission.SIGNED_IN)
    Page<TaskView> unit(
            @RequestParam(required = false) @Nullable Long unit,
            @RequestParam(required = false) @Nullable Long person,
            @RequestParam(defaultValue = "ALL") TaskRows.Show show,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after) {
        return page(new TaskRows.Whose(person, readable(unit)), show, size, after);
    }

    @GetMapping("/load")
    @Requires(Permission.SIGNED_IN)
    LoadView load(@RequestParam(required = false) @Nullable Long unit) {
        long of = readable(unit);
        var loads = rows.load(of, calendars.today());
        var busy = loads.stream().map(TaskRows.OfficerLoad::personId).collect(Collectors.toSet());
        return new LoadView(
                loads,
                people.colleagues(of, Permission.DO_CASEWORK).stream()
                        .filter(colleague -> !busy.contains(colleague.id()))
                        .toList());
    }

    /** Who of a unit can be given work. */
    @GetMapping("/colleagues")
    @Requires(Permission.SIGNED_IN)
    List<OrganisationDirectory.Colleague> colleagues(@RequestParam(required = false) @Nullable Long unit) {
        return people.colleagues(readable(unit), Permission.DO_CASEWORK);
    }

    @GetMapping("/tasks/{id}")
    @Requires(Permission.SIGNED_IN)
    TaskView task(@PathVariable long id) {
        return view(desk.get(id), calendars.today());
    }

    @GetMapping("/tasks/{id}/history")
    @Requires(Permission.SIGNED_IN)
    Page<History.Entry> history(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable Long after) {
        desk.get(id);
        int most = Page.size(size, 50);
        return Page.of(
                history.list(Tasks.object(id), after == null ? Long.MAX_VALUE : after, most),
                most,
                entry -> Long.toString(entry.id()));
    }

    @PostMapping("/tasks/{id}/take")
    @Requires(Permission.DO_CASEWORK)
    TaskView take(@PathVariable long id, @Valid @RequestBody TakeRequest request) {
        desk.take(id, request.version());
        return task(id);
    }

    /** One's own, or as leader any of the unit. */
    @PostMapping("/tasks/{id}/hand-over")
    @Requires(Permission.DO_CASEWORK)
    TaskView handOver(@PathVariable long id, @Valid @RequestBody HandOverRequest request) {
        desk.handOver(id, request.version(), request.to(), request.reason().strip());
        return task(id);
    }

    /** Everything one person has to do, as before they leave. */
    @PostMapping("/hand-over")
    @Requires(Permission.ASSIGN_WORK)
    HandedOver handOverAll(@Valid @RequestBody HandOverAllRequest request) {
        return new HandedOver(
                desk.handOverAll(request.from(), request.to(), request.reason().strip()));
    }

    private long readable(@Nullable Long unit) {
        var me = SignedIn.now();
        return unit != null && me.may(Permission.READ_AUDIT) ? unit : me.organisationId();
    }

    private Page<TaskView> page(
            TaskRows.Whose whose, TaskRows.Show show, @Nullable Integer size, @Nullable String after) {
        int most = Page.size(size, 50);
        var today = calendars.today();
        var page = Page.of(rows.open(whose, show, today, TaskRows.After.parse(after), most), most, TaskRows.After::of);
        return new Page<>(page.items().stream().map(task -> view(task, today)).toList(), page.next(), null);
    }

    private List<StripDay> days(LocalDate today) {
        var last = today.plusDays(STRIP - 1);
        var due = new HashMap<LocalDate, Integer>();
        for (var count : rows.dueByDay(SignedIn.now().id(), today, last)) due.put(count.day(), count.due());
        var calendar = calendars.current();
        return today.datesUntil(last.plusDays(1))
                .map(day -> {
                    var special = calendar.special(day);
                    return new StripDay(
                            day,
                            calendar.isWorkingDay(day),
                            special.map(SpecialDay::name).orElse(null),
                            special.filter(s -> s.basis() == SpecialDay.Basis.FORECAST)
                                    .isPresent(),
                            due.getOrDefault(day, 0));
                })
                .toList();
    }

    private TaskView view(Task task, LocalDate today) {
        return new TaskView(
                task.id(),
                task.version(),
                task.title(),
                task.subject(),
                task.nextAction(),
                task.link(),
                task.unit(),
                task.assignee(),
                task.assignedAt(),
                due(task, today),
                task.waitingFor(),
                task.handedFrom(),
                task.handedReason(),
                task.createdAt(),
                task.endedAt(),
                desk.actions(task));
    }

    private @Nullable DueView due(Task task, LocalDate today) {
        var due = task.dueOn();
        var state = task.state(today);
        if (due == null || state == null) return null;
        var safe = task.safeOn();
        return new DueView(
                due,
                safe == null ? due : safe,
                calendars.current().workingDaysBetween(today, due),
                state,
                state.label(),
                task.rule(),
                task.article());
    }
}
