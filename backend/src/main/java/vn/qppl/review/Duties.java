package vn.qppl.review;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.qppl.audit.Audit;
import vn.qppl.audit.Audit.Change;
import vn.qppl.document.IssuerLevel;
import vn.qppl.document.Register;
import vn.qppl.effect.Effects;
import vn.qppl.effect.StatusCode;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.people.SignedIn;
import vn.qppl.procedure.Calendars;
import vn.qppl.procedure.CaseEvent;
import vn.qppl.procedure.Certainty;
import vn.qppl.procedure.Course;
import vn.qppl.procedure.Deadline;
import vn.qppl.procedure.Limit;
import vn.qppl.web.Permission;
import vn.qppl.work.NewTask;
import vn.qppl.work.Tasks;

/** Duties from above: confirming what was read, giving them to a unit with a day, and ending them by the provision that makes the rules. */
@Service
class Duties {
    private static final String OBJECT = "duty";
    private static final String KEY = "issue";
    /** Where the law gives no day and the parent is in force already: a norm of one's own. */
    private static final int NORM_DAYS = 90;

    private final DutyRows rows;
    private final Register register;
    private final Effects effects;
    private final Tasks tasks;
    private final Calendars calendars;
    private final OrganisationDirectory directory;
    private final Audit audit;

    Duties(
            DutyRows rows,
            Register register,
            Effects effects,
            Tasks tasks,
            Calendars calendars,
            OrganisationDirectory directory,
            Audit audit) {
        this.rows = rows;
        this.register = register;
        this.effects = effects;
        this.tasks = tasks;
        this.calendars = calendars;
        this.directory = directory;
        this.audit = audit;
    }

    /** @throws vn.qppl.web.ProblemException {@link ReviewProblem#NO_SUCH_DUTY} */
    DutyRows.Row get(long id) {
        return rows.find(id).orElseThrow(ReviewProblem.NO_SUCH_DUTY::asException);
    }

    /**
     * Whether the province owes the rules: a person confirmed the duty, the higher law is in force, and nothing in force makes them.
     *
     * @param parent status of the higher law today
     * @param child status of the document that makes the rules; null where there is none
     */
    static boolean owed(DutyRows.State state, StatusCode parent, @Nullable StatusCode child) {
        boolean binds = switch (parent) {
            case IN_FORCE, PARTLY_EXPIRED, PARTLY_SUSPENDED -> true;
            case UNKNOWN, NOT_YET, EXPIRED, SUSPENDED -> false;
        };
        if (!binds) return false;
        return state == DutyRows.State.CONFIRMED || state == DutyRows.State.FULFILLED && child == StatusCode.EXPIRED;
    }

    List<String> actions(DutyRows.Row duty, SignedIn person) {
        boolean any = person.may(Permission.ASSIGN_REVIEWS);
        boolean own = person.may(Permission.CONCLUDE_REVIEWS)
                && Objects.equals(duty.unitId(), (Long) person.organisationId());
        var actions = new ArrayList<String>();
        switch (duty.state()) {
            case FOUND -> {
                if (any) actions.addAll(List.of("confirm", "reject"));
            }
            case CONFIRMED -> {
                if (any) actions.addAll(List.of("confirm", "reject"));
                if (any || own) actions.add("fulfil");
            }
            case REJECTED -> {
                if (any) actions.add("confirm");
            }
            case FULFILLED -> {
                if (any) actions.add("reopen");
            }
        }
        return actions;
    }

    private DutyRows.Row lock(long id, String action) {
        var duty = rows.lock(id).orElseThrow(ReviewProblem.NO_SUCH_DUTY::asException);
        if (!actions(duty, SignedIn.now()).contains(action))
            throw duty.state() == DutyRows.State.FULFILLED || duty.state() == DutyRows.State.FOUND
                    ? ReviewProblem.OVER.with("state", duty.state().label())
                    : ReviewProblem.NOT_YOURS.asException();
        return duty;
    }

    /**
     * Confirms that a clause gives the province rules to make, for a unit to prepare.
     *
     * @param dueOn null: the day on which the higher law begins (a detailing text begins with it: Luật 64/2025 Điều 53, Luật 80/2015
     *     Điều 11), or the norm where it is in force already
     */
    @Transactional
    public DutyRows.Row confirm(long id, long seen, long unitId, @Nullable LocalDate dueOn, long by) {
        var before = lock(id, "confirm");
        directory.get(unitId);
        var due = dueOn == null ? usualDay(before.documentId()) : dueOn;
        if (!rows.decide(id, seen, "CONFIRMED", null, unitId, due, by)) throw meanwhile(before);
        audit.record(
                object(id),
                "confirm-duty",
                List.of(
                        Change.of("decision", before.state(), DutyRows.State.CONFIRMED),
                        Change.of("unit", before.unitId(), unitId),
                        Change.of("dueOn", before.dueOn(), due)));
        if (before.unitId() != null && before.unitId() != unitId)
            tasks.cancelAll(OBJECT, id, "Đã giao cho đơn vị khác.");
        open(get(id));
        return get(id);
    }

    private LocalDate usualDay(long documentId) {
        var today = calendars.today();
        for (var run : effects.runs(documentId)) {
            if (run.code() == StatusCode.NOT_YET || run.code() == StatusCode.UNKNOWN) continue;
            var from = run.from();
            return from != null && from.isAfter(today) ? from : today.plusDays(NORM_DAYS);
        }
        return today.plusDays(NORM_DAYS);
    }

    private void open(DutyRows.Row duty) {
        var parent = register.get(duty.documentId());
        var due = Objects.requireNonNull(duty.dueOn());
        var today = calendars.today();
        var limit = new Limit(
                "issue-detailing",
                "Ban hành văn bản được giao",
                null,
                Limit.Bound.LATEST,
                Limit.Direction.AFTER,
                CaseEvent.DUTY_CONFIRMED,
                null,
                new Limit.Norm(
                        new Limit.Amount((int) Math.max(0, ChronoUnit.DAYS.between(today, due)), Limit.Unit.DAYS),
                        "người giao việc ấn định, theo ngày văn bản giao có hiệu lực"),
                false,
                duty.place() + " " + parent.citedAs(),
                Certainty.VERIFIED,
                null);
        tasks.open(new NewTask(
                OBJECT,
                duty.id(),
                KEY,
                MentionFinder.cut(duty.place() + " " + parent.citedAs() + " " + parent.title(), 500),
                duty.body().label() + " ban hành văn bản được giao",
                "Xem nhiệm vụ",
                "/ra-soat/no-van-ban/" + duty.id(),
                Objects.requireNonNull(duty.unitId()),
                null,
                Deadline.of(limit, Course.from(today), today, calendars.current()),
                null));
    }

    /** Says that a clause gives the province nothing to make. */
    @Transactional
    public DutyRows.Row reject(long id, long seen, String reason, long by) {
        var before = lock(id, "reject");
        if (reason.isBlank()) throw ReviewProblem.REASON_MISSING.asException();
        if (!rows.decide(id, seen, "REJECTED", reason.strip(), before.unitId(), null, by)) throw meanwhile(before);
        audit.record(
                object(id),
                "reject-duty",
                List.of(
                        Change.of("decision", before.state(), DutyRows.State.REJECTED),
                        Change.of("reason", before.reason(), reason.strip())));
        tasks.cancelAll(OBJECT, id, reason.strip());
        return get(id);
    }

    /** Names the provision of a local document of the register that makes the rules. */
    @Transactional
    public DutyRows.Row fulfil(long id, long seen, long documentId, String provision) {
        var before = lock(id, "fulfil");
        if (provision.isBlank()) throw ReviewProblem.PROVISION_MISSING.asException();
        var made = register.get(documentId);
        if (made.stub() || made.level() == IssuerLevel.CENTRAL || !made.normative())
            throw ReviewProblem.NOT_A_LOCAL_RULE.asException();
        if (!rows.fulfil(id, seen, documentId, MentionFinder.cut(provision.strip(), 300))) throw meanwhile(before);
        audit.record(
                object(id),
                "fulfil-duty",
                List.of(
                        Change.of("document", before.fulfilledBy(), documentId),
                        Change.of("provision", before.fulfilledProvision(), provision.strip())));
        tasks.finish(OBJECT, id, KEY);
        return get(id);
    }

    /** Takes back what was named as making the rules. */
    @Transactional
    public DutyRows.Row reopen(long id, long seen) {
        var before = lock(id, "reopen");
        if (!rows.fulfil(id, seen, null, null)) throw meanwhile(before);
        audit.record(object(id), "reopen-duty", List.of(Change.of("document", before.fulfilledBy(), null)));
        open(get(id));
        return get(id);
    }

    private static RuntimeException meanwhile(DutyRows.Row before) {
        return ReviewProblem.CHANGED_MEANWHILE.with("currentVersion", before.version());
    }

    private static String object(long id) {
        return OBJECT + ":" + id;
    }
}
