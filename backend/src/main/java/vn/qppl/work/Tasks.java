package vn.qppl.work;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.qppl.audit.Actor;
import vn.qppl.audit.Audit;
import vn.qppl.audit.Audit.Change;
import vn.qppl.procedure.Calendars;
import vn.qppl.procedure.Deadline;

/**
 * What other modules say of tasks as their cases move. All of it runs in the caller's transaction: a task exists exactly when its step
 * does.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Tasks {
    private final TaskRows rows;
    private final JdbcClient jdbc;
    private final Calendars calendars;
    private final Audit audit;
    private final Clock clock;

    Tasks(TaskRows rows, JdbcClient jdbc, Calendars calendars, Audit audit, Clock clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a person has to do, the nearest due first; at most five hundred. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Task> openOf(long personId) {
        return rows.open(new TaskRows.Whose(personId, null), TaskRows.Show.ALL, calendars.today(), null, 500);
    }

    /** Opens it, or where the object has an open task of this key, brings that up to date; who has it then stays who has it. */
    public long open(NewTask task) {
        var standing = rows.lockOpen(task.objectType(), task.objectId(), task.key());
        if (standing.isPresent()) {
            update(standing.get(), task);
            return standing.get().id();
        }
        try {
            return insert(task);
        } catch (DuplicateKeyException e) {
            var opened = rows.lockNewlyOpened(task.objectType(), task.objectId(), task.key());
            update(opened, task);
            return opened.id();
        }
    }

    private long insert(NewTask task) {
        var key = new GeneratedKeyHolder();
        var due = due(task.deadline());
        var now = Timestamp.from(clock.instant());
        var by = Actor.current().orElse(null);
        jdbc.sql("""
                        insert into task (version, object_type, object_id, task_key, subject, title, next_action, link, unit_id,
                            assignee_id, assigned_at, assigned_by, waiting, waiting_for, due_key, safe_on, risk_on, rule_text, article,
                            created_by, created_at) values (0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(values(
                        task.objectType(),
                        task.objectId(),
                        task.key(),
                        task.subject(),
                        task.title(),
                        task.nextAction(),
                        task.link(),
                        task.unitId(),
                        task.assigneeId(),
                        task.assigneeId() == null ? null : now,
                        task.assigneeId() == null ? null : by,
                        task.waitingFor() != null || due.paused(),
                        due.waitingFor(task.waitingFor()),
                        Date.valueOf(due.on()),
                        due.safe(),
                        due.risk(),
                        due.rule(),
                        due.article(),
                        by,
                        now))
                .update(key, "id");
        long id = java.util.Objects.requireNonNull(key.getKey()).longValue();
        audit.record(
                object(id),
                "open",
                List.of(
                        Change.of("object", null, task.objectType() + ":" + task.objectId()),
                        Change.of("title", null, task.title()),
                        Change.of("unitId", null, task.unitId()),
                        Change.of("assigneeId", null, task.assigneeId()),
                        Change.of("dueOn", null, task.deadline() == null ? null : due.on())));
        return id;
    }

    private void update(Task standing, NewTask task) {
        var due = due(task.deadline());
        jdbc.sql("""
                        update task set version = version + 1, subject = ?, title = ?, next_action = ?, link = ?, waiting = ?,
                            waiting_for = ?, due_key = ?, safe_on = ?, risk_on = ?, rule_text = ?, article = ? where id = ?""")
                .params(values(
                        task.subject(),
                        task.title(),
                        task.nextAction(),
                        task.link(),
                        task.waitingFor() != null || due.paused(),
                        due.waitingFor(task.waitingFor()),
                        Date.valueOf(due.on()),
                        due.safe(),
                        due.risk(),
                        due.rule(),
                        due.article(),
                        standing.id()))
                .update();
        audit.record(
                object(standing.id()),
                "change",
                List.of(
                        Change.of("title", standing.title(), task.title()),
                        Change.of("dueOn", standing.dueOn(), task.deadline() == null ? null : due.on()),
                        Change.of("waitingFor", standing.waitingFor(), due.waitingFor(task.waitingFor()))));
    }

    /** Done by the step it belongs to; nothing where there is none open. */
    public void finish(String objectType, long objectId, String key) {
        rows.lockOpen(objectType, objectId, key).ifPresent(task -> end(task, "DONE", null));
    }

    /** No longer to be done, with the reason; nothing where there is none open. */
    public void cancel(String objectType, long objectId, String key, String reason) {
        rows.lockOpen(objectType, objectId, key).ifPresent(task -> end(task, "CANCELLED", reason));
    }

    /** The object is withdrawn, merged or over: none of its tasks is left. */
    public void cancelAll(String objectType, long objectId, String reason) {
        for (var task : rows.of(objectType, objectId)) if (task.isOpen()) end(task, "CANCELLED", reason);
    }

    /** Gives an open task to a person of its unit, as the step decides; the rules of handing over are the desk's. */
    public void assign(String objectType, long objectId, String key, long personId) {
        rows.lockOpen(objectType, objectId, key).ifPresent(task -> give(task, personId, null));
    }

    /** All of an object, open ones first. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Task> of(String objectType, long objectId) {
        return rows.of(objectType, objectId);
    }

    /** The open one of this key. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Task> open(String objectType, long objectId, String key) {
        return rows.of(objectType, objectId).stream()
                .filter(task -> task.isOpen() && task.key().equals(key))
                .findFirst();
    }

    private void end(Task task, String outcome, @Nullable String reason) {
        jdbc.sql(
                        "update task set version = version + 1, ended_at = ?, ended_by = ?, outcome = ?, reason = ? where id = ?"
                                + " and ended_at is null")
                .params(values(
                        Timestamp.from(clock.instant()), Actor.current().orElse(null), outcome, reason, task.id()))
                .update();
        audit.record(
                object(task.id()),
                outcome.equals("DONE") ? "finish" : "cancel",
                List.of(Change.of("outcome", null, outcome), Change.of("reason", null, reason)));
    }

    /** @param personId null: back to the unit; {@code reason} null: nobody had it before */
    void give(Task task, @Nullable Long personId, @Nullable String reason) {
        var before = task.assignee();
        jdbc.sql(
                        "update task set version = version + 1, assignee_id = ?, assigned_at = ?, assigned_by = ?, handed_from = ?,"
                                + " handed_reason = ? where id = ?")
                .params(values(
                        personId,
                        personId == null ? null : Timestamp.from(clock.instant()),
                        Actor.current().orElse(null),
                        before == null ? null : before.id(),
                        reason,
                        task.id()))
                .update();
        audit.record(
                object(task.id()),
                before == null ? "take" : "hand-over",
                List.of(
                        Change.of("assigneeId", before == null ? null : before.id(), personId),
                        Change.of("reason", null, reason)));
    }

    private record Due(
            LocalDate on,
            @Nullable Date safe,
            @Nullable Date risk,
            @Nullable String rule,
            @Nullable String article,
            boolean paused) {
        @Nullable
        String waitingFor(@Nullable String said) {
            return said == null && paused ? "Thời hạn đang tạm dừng" : said;
        }
    }

    private Due due(@Nullable Deadline deadline) {
        if (deadline == null) return new Due(TaskRows.NEVER, null, null, null, null, false);
        return new Due(
                deadline.due(),
                Date.valueOf(deadline.lastSafeDay()),
                Date.valueOf(deadline.atRiskFrom(calendars.current())),
                deadline.limit().what() + ": " + deadline.limit().sentence(),
                deadline.limit().article(),
                deadline.state() == Deadline.State.PAUSED);
    }

    private static List<@Nullable Object> values(@Nullable Object... values) {
        var list = new ArrayList<@Nullable Object>();
        for (var value : values) list.add(value);
        return list;
    }

    static String object(long id) {
        return "task:" + id;
    }
}
