package vn.qppl.drafting;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.qppl.audit.Actor;
import vn.qppl.audit.Audit;
import vn.qppl.audit.Audit.Change;
import vn.qppl.procedure.Activity;
import vn.qppl.procedure.Calendars;
import vn.qppl.procedure.CaseEvent;
import vn.qppl.procedure.Certainty;
import vn.qppl.procedure.Deadline;
import vn.qppl.procedure.Limit;
import vn.qppl.procedure.Outcome;
import vn.qppl.procedure.Paper;
import vn.qppl.procedure.Procedure;
import vn.qppl.procedure.Procedures;
import vn.qppl.procedure.Step;
import vn.qppl.work.NewTask;
import vn.qppl.work.Tasks;

/** A dossier's move from one step to the next, with everything that hangs on it: the step's row, its readers, its clock, its task. */
@Component
class Moves {
    static final String OBJECT = "dossier";

    private final Dossiers dossiers;
    private final CaseSteps steps;
    private final CaseFacts facts;
    private final CaseClock caseClock;
    private final CasePapers papers;
    private final Procedures procedures;
    private final Calendars calendars;
    private final Tasks tasks;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Moves(
            Dossiers dossiers,
            CaseSteps steps,
            CaseFacts facts,
            CaseClock caseClock,
            CasePapers papers,
            Procedures procedures,
            Calendars calendars,
            Tasks tasks,
            JdbcClient jdbc,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.dossiers = dossiers;
        this.steps = steps;
        this.facts = facts;
        this.caseClock = caseClock;
        this.papers = papers;
        this.procedures = procedures;
        this.calendars = calendars;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** @param inFavour of {@code of} who are counted */
    record Votes(int inFavour, int of) {}

    /**
     * How the current step ends.
     *
     * @param next null where the outcome leaves no choice
     */
    record End(
            String outcome,
            @Nullable String next,
            LocalDate on,
            @Nullable String reason,
            @Nullable Votes votes) {}

    Procedure procedure(Dossier dossier) {
        return procedures
                .version(dossier.procedureCode(), dossier.procedureNumber())
                .procedure();
    }

    Step step(Dossier dossier) {
        return procedure(dossier)
                .step(Objects.requireNonNull(dossier.stepCode()))
                .orElseThrow();
    }

    CaseStep current(Dossier dossier) {
        return steps.findById(Objects.requireNonNull(dossier.stepId())).orElseThrow();
    }

    /** Into a step, on the day the one before it was done. */
    void enter(Dossier dossier, Step step, LocalDate on) {
        var earlier = steps.findByDossierIdOrderByPosition(dossier.id());
        var by = Actor.current().orElse(null);
        var entered = steps.saveAndFlush(new CaseStep(
                dossier.id(), earlier.size(), step, dossier.bodyFor(step.body()), on, by, clock.instant()));
        dossier.enter(entered);
        mayRead(dossier.id(), entered.holderId());
        automatic(step.activity()).ifPresent(event -> facts.record(dossier.id(), entered.id(), event, on));
        refresh(dossier);
        audit.record(
                CasePapers.object(dossier.id()),
                "enter-step",
                List.of(
                        Change.of("step", null, step.name()),
                        Change.of("holderId", null, entered.holderId()),
                        Change.of("begunOn", null, on),
                        Change.of("dueOn", null, dossier.dueOn())));
        events.publishEvent(new StepOpened(dossier.id(), entered.id(), entered.holderId(), step.activity(), on));
    }

    void mayRead(long dossierId, long organisationId) {
        jdbc.sql(
                        "insert ignore into dossier_reader (organisation_id, dossier_id, open_mark, due_key) values (?, ?, 1, ?)")
                .params(organisationId, dossierId, Date.valueOf(Dossier.NEVER))
                .update();
    }

    /** What entering a step proves by itself; every other dated fact is recorded by a person. */
    private static Optional<CaseEvent> automatic(Activity activity) {
        return Optional.ofNullable(Map.of(
                        Activity.PROPOSE, CaseEvent.REGISTERED,
                        Activity.APPRAISE_POLICY, CaseEvent.PROPOSAL_DOSSIER_RECEIVED,
                        Activity.ADOPT_POLICY, CaseEvent.PROPOSAL_DOSSIER_SUBMITTED,
                        Activity.APPRAISE, CaseEvent.DOSSIER_RECEIVED,
                        Activity.SUBMIT, CaseEvent.DOSSIER_SUBMITTED,
                        Activity.VERIFY, CaseEvent.VERIFICATION_DOSSIER_RECEIVED)
                .get(activity));
    }

    /** Checks what the procedure asks of the end of the current step, ends it, and enters the next. */
    void end(Dossier dossier, End end) {
        var procedure = procedure(dossier);
        var step = step(dossier);
        var current = current(dossier);
        var outcome = step.outcome(end.outcome()).orElseThrow(DraftingProblem.NO_SUCH_OUTCOME::asException);
        var next = next(procedure, outcome, end.next());
        checkDay(current, end.on());
        if (outcome.reasonRequired() && (end.reason() == null || end.reason().isBlank()))
            throw DraftingProblem.REASON_NEEDED.asException();
        if (!outcome.reasonRequired()) checkReady(dossier, procedure, step, end);
        current.close(outcome, end.on(), end.reason(), Actor.current().orElse(null), clock.instant());
        if (end.votes() != null)
            current.voted(end.votes().inFavour(), end.votes().of());
        finishTasks(dossier);
        dossier.moved(procedure, step, outcome, next);
        audit.record(
                CasePapers.object(dossier.id()),
                "finish-step",
                List.of(
                        Change.of("step", step.name(), next == null ? null : next.name()),
                        Change.of("outcome", null, outcome.name()),
                        Change.of("doneOn", null, end.on()),
                        Change.of("reason", null, end.reason())));
        if (next != null) enter(dossier, next, end.on());
        else refresh(dossier);
        dossiers.saveAndFlush(dossier);
    }

    private static @Nullable Step next(Procedure procedure, Outcome outcome, @Nullable String wanted) {
        if (outcome.next().isEmpty()) return null;
        if (wanted == null && outcome.next().size() > 1
                || wanted != null && !outcome.next().contains(wanted))
            throw DraftingProblem.NEXT_STEP_NEEDED.with("next", outcome.next());
        return procedure
                .step(wanted == null ? outcome.next().getFirst() : wanted)
                .orElseThrow();
    }

    void checkDay(CaseStep current, LocalDate on) {
        checkDay(current.begunOn(), on);
    }

    void checkDay(LocalDate from, LocalDate on) {
        var today = calendars.today();
        if (on.isBefore(from) || on.isAfter(today))
            throw DraftingProblem.DAY_OUT_OF_RANGE.with(Map.of("from", from.toString(), "to", today.toString()));
    }

    private void checkReady(Dossier dossier, Procedure procedure, Step step, End end) {
        var missing = CasePapers.missing(step, papers.of(dossier.id()));
        if (!missing.isEmpty())
            throw DraftingProblem.PAPERS_MISSING.with(
                    "missing",
                    String.join("; ", missing.stream().map(Paper::name).toList()));
        // the effect's earliest day is a limit of the signature too, and binds the text, not the step
        boolean consults = step.activity() == Activity.CONSULT || step.activity() == Activity.CONSULT_ON_POLICY;
        if (consults)
            for (var counted : caseClock.counted(dossier, procedure, all(dossier)))
                if (counted.step().code().equals(step.code())) checkMinimum(counted.deadline(), end.on());
        if (end.votes() != null)
            for (var share : step.shares())
                if (!share.isMetBy(end.votes().inFavour(), end.votes().of()))
                    throw DraftingProblem.NO_SUCH_OUTCOME.asException();
    }

    /** A minimum not read in the law's own words is shown as a warning and stops nobody. */
    private static void checkMinimum(Deadline deadline, LocalDate on) {
        var limit = deadline.limit();
        if (limit.bound() == Limit.Bound.EARLIEST
                && limit.certainty() == Certainty.VERIFIED
                && on.isBefore(deadline.due()))
            throw DraftingProblem.TOO_EARLY.with(
                    Map.of("until", deadline.due().toString(), "article", limit.article()));
    }

    /** The dossier leaves its way: withdrawn or merged. */
    void leave(Dossier dossier, Runnable move, String action, String reason, List<Change> changes) {
        var current = current(dossier);
        move.run();
        current.cutOff(
                dossier.state(), calendars.today(), reason, Actor.current().orElse(null), clock.instant());
        tasks.cancelAll(OBJECT, dossier.id(), reason);
        refresh(dossier);
        var all = new ArrayList<>(changes);
        all.add(Change.of("reason", null, reason));
        audit.record(CasePapers.object(dossier.id()), action, all);
        dossiers.saveAndFlush(dossier);
    }

    List<CaseStep> all(Dossier dossier) {
        return steps.findByDossierIdOrderByPosition(dossier.id());
    }

    /** Counts the clock anew after anything it depends on, and brings the lists and the task up to it. */
    void refresh(Dossier dossier) {
        if (dossier.isOpen()) {
            var procedure = procedure(dossier);
            var running = caseClock.running(dossier, procedure, all(dossier));
            var due = running.stream().min(java.util.Comparator.comparing(Deadline::due));
            dossier.due(due.map(this::due).orElse(null));
            current(dossier).due(dossier.dueOn());
            openTasks(dossier, step(dossier), running, due.orElse(null));
        }
        dossiers.saveAndFlush(dossier);
        jdbc.sql("update dossier_reader set activity = ?, open_mark = ?, due_key = ? where dossier_id = ?")
                .params(CaseFacts.values(
                        dossier.activity() == null ? null : dossier.activity().name(),
                        dossier.isOpen() ? 1 : null,
                        Date.valueOf(dossier.dueOn() == null ? Dossier.NEVER : dossier.dueOn()),
                        dossier.id()))
                .update();
    }

    private Dossier.Due due(Deadline deadline) {
        return new Dossier.Due(
                deadline.due(),
                deadline.atRiskFrom(calendars.current()),
                deadline.lastSafeDay(),
                deadline.limit().sentence(),
                deadline.limit().article());
    }

    /** One task a step; publishing has one for each thing the law gives its own time: gazette, posting, national database. */
    private void openTasks(Dossier dossier, Step step, List<Deadline> running, @Nullable Deadline due) {
        if (step.activity() == Activity.PUBLISH && !running.isEmpty()) {
            for (var deadline : running)
                tasks.open(task(
                        dossier,
                        step.code() + ":" + deadline.limit().code(),
                        deadline.limit().what(),
                        deadline));
        } else tasks.open(task(dossier, step.code(), step.name(), due));
    }

    private static NewTask task(Dossier dossier, String key, String title, @Nullable Deadline due) {
        long holder = Objects.requireNonNull(dossier.holderId());
        boolean desk = Access.atAppraisalDesk(Objects.requireNonNull(dossier.activity()));
        return new NewTask(
                OBJECT,
                dossier.id(),
                key.length() <= 60 ? key : key.substring(0, 60),
                cut(dossier.title(), 500),
                cut(title, 300),
                desk ? "Mở bàn thẩm định" : "Mở hồ sơ",
                desk ? "/tham-dinh/" + dossier.id() : "/ho-so/" + dossier.id(),
                holder,
                holder == dossier.draftingBodyId() ? (Long) dossier.officerId() : null,
                due,
                null);
    }

    private static String cut(String words, int most) {
        return words.length() <= most ? words : words.substring(0, most - 1) + "…";
    }

    private void finishTasks(Dossier dossier) {
        for (var task : tasks.of(OBJECT, dossier.id()))
            if (task.isOpen()) tasks.finish(OBJECT, dossier.id(), task.key());
    }
}
