package vn.qppl.work;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.qppl.work.Task.Officer;
import vn.qppl.work.Task.Unit;

/** Reading tasks: each list is one walk along an index, waiting ones last, what is due first before. */
@Component
class TaskRows {
    /** Of what is not due. */
    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private static final String SELECT = """
            select t.*, o.name unit_name, a.display_name assignee_name, h.display_name handed_name
            from task t join organisation o on o.id = t.unit_id
            left join person a on a.id = t.assignee_id left join person h on h.id = t.handed_from
            where\s""";

    private final JdbcClient jdbc;

    TaskRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which of the open tasks. */
    enum Show {
        ALL,
        OVERDUE,
        AT_RISK,
        /** Due within the next seven days. */
        WEEK,
        WAITING,
        /** Nobody has it. */
        FREE,
        /** Given within the last two days. */
        NEW
    }

    /** Exactly one of person and unit; a person within a unit where both. */
    record Whose(@Nullable Long personId, @Nullable Long unitId) {}

    /** Where a list goes on: the last one's place in the order. */
    record After(int waiting, LocalDate due, long id) {
        static @Nullable After parse(@Nullable String text) {
            if (text == null || text.isBlank()) return null;
            try {
                var parts = text.split("_", 3);
                return new After(Integer.parseInt(parts[0]), LocalDate.parse(parts[1]), Long.parseLong(parts[2]));
            } catch (RuntimeException e) {
                return null;
            }
        }

        static String of(Task task) {
            return (task.waitingFor() == null ? 0 : 1) + "_" + (task.dueOn() == null ? NEVER : task.dueOn()) + "_"
                    + task.id();
        }
    }

    /** One more than asked for. */
    List<Task> open(Whose whose, Show show, LocalDate today, @Nullable After after, int most) {
        var where = new ArrayList<String>();
        var values = new ArrayList<Object>();
        whose(whose, where, values);
        show(show, today, where, values);
        if (after != null) {
            where.add("(t.waiting > ? or t.waiting = ? and (t.due_key > ? or t.due_key = ? and t.id > ?))");
            values.addAll(List.of(
                    after.waiting(),
                    after.waiting(),
                    Date.valueOf(after.due()),
                    Date.valueOf(after.due()),
                    after.id()));
        }
        return jdbc.sql(SELECT + String.join(" and ", where) + " order by t.waiting, t.due_key, t.id limit "
                        + (most + 1))
                .params(values)
                .query(TaskRows::task)
                .list();
    }

    private static void whose(Whose whose, List<String> where, List<Object> values) {
        if (whose.personId() != null) {
            where.add("t.assignee_id = ?");
            values.add(whose.personId());
        }
        if (whose.unitId() != null) {
            where.add("t.unit_id = ?");
            values.add(whose.unitId());
        }
        if (values.isEmpty()) throw new IllegalArgumentException("tasks of nobody");
        where.add("t.open_mark = 1");
    }

    private static void show(Show show, LocalDate today, List<String> where, List<Object> values) {
        switch (show) {
            case ALL -> {}
            case OVERDUE -> {
                where.add("t.waiting = false and t.due_key < ?");
                values.add(Date.valueOf(today));
            }
            case AT_RISK -> {
                where.add("t.waiting = false and t.due_key >= ? and t.risk_on <= ?");
                values.add(Date.valueOf(today));
                values.add(Date.valueOf(today));
            }
            case WEEK -> {
                where.add("t.waiting = false and t.due_key between ? and ?");
                values.add(Date.valueOf(today));
                values.add(Date.valueOf(today.plusDays(7)));
            }
            case WAITING -> where.add("t.waiting = true");
            case FREE -> where.add("t.assignee_id is null");
            case NEW -> {
                where.add("t.assigned_at >= ?");
                values.add(Date.valueOf(today.minusDays(2)));
            }
        }
    }

    /** How many open tasks of each kind. */
    record TaskCounts(int open, int overdue, int atRisk, int week, int waiting, int free, int fresh) {}

    TaskCounts counts(Whose whose, LocalDate today) {
        var where = new ArrayList<String>();
        var values = new ArrayList<Object>();
        var day = Date.valueOf(today);
        values.addAll(List.of(day, day, day, day, Date.valueOf(today.plusDays(7)), Date.valueOf(today.minusDays(2))));
        var own = new ArrayList<Object>();
        whose(whose, where, own);
        values.addAll(own);
        return jdbc.sql("""
                        select count(*) open_tasks,
                            coalesce(sum(t.waiting = false and t.due_key < ?), 0) overdue,
                            coalesce(sum(t.waiting = false and t.due_key >= ? and t.risk_on <= ?), 0) at_risk,
                            coalesce(sum(t.waiting = false and t.due_key between ? and ?), 0) week_due,
                            coalesce(sum(t.waiting), 0) waiting_tasks,
                            coalesce(sum(t.assignee_id is null), 0) free_tasks,
                            coalesce(sum(t.assigned_at >= ?), 0) fresh
                        from task t where\s""" + String.join(" and ", where))
                .params(values)
                .query((row, n) -> new TaskCounts(
                        row.getInt("open_tasks"),
                        row.getInt("overdue"),
                        row.getInt("at_risk"),
                        row.getInt("week_due"),
                        row.getInt("waiting_tasks"),
                        row.getInt("free_tasks"),
                        row.getInt("fresh")))
                .single();
    }

    /** @param personId null: nobody has it */
    record OfficerLoad(
            @Nullable Long personId, @Nullable String displayName, int open, int overdue, int atRisk, int waiting) {}

    /** Open tasks of a unit by who has them, the most pressed first. */
    List<OfficerLoad> load(long unitId, LocalDate today) {
        var day = Date.valueOf(today);
        return jdbc.sql("""
                        select t.assignee_id, p.display_name, count(*) open_tasks,
                            sum(t.waiting = false and t.due_key < ?) overdue,
                            sum(t.waiting = false and t.due_key >= ? and coalesce(t.risk_on <= ?, false)) at_risk,
                            sum(t.waiting) waiting_tasks
                        from task t left join person p on p.id = t.assignee_id
                        where t.unit_id = ? and t.open_mark = 1
                        group by t.assignee_id, p.display_name
                        order by overdue desc, at_risk desc, open_tasks desc, t.assignee_id limit 500""")
                .params(day, day, day, unitId)
                .query((row, n) -> new OfficerLoad(
                        idOrNull(row, "assignee_id"),
                        row.getString("display_name"),
                        row.getInt("open_tasks"),
                        row.getInt("overdue"),
                        row.getInt("at_risk"),
                        row.getInt("waiting_tasks")))
                .list();
    }

    /** How many open tasks of a person fall due on each day of a span. */
    List<DayCount> dueByDay(long personId, LocalDate first, LocalDate last) {
        return jdbc.sql("""
                        select due_key, count(*) n from task
                        where assignee_id = ? and open_mark = 1 and waiting = false and due_key between ? and ?
                        group by due_key order by due_key""")
                .params(personId, Date.valueOf(first), Date.valueOf(last))
                .query((row, n) -> new DayCount(row.getDate("due_key").toLocalDate(), row.getInt("n")))
                .list();
    }

    record DayCount(LocalDate day, int due) {}

    Optional<Task> find(long id) {
        return jdbc.sql(SELECT + "t.id = ?").param(id).query(TaskRows::task).optional();
    }

    /** Holds the row until the transaction ends. */
    Optional<Task> lock(long id) {
        jdbc.sql("select id from task where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional();
        return find(id);
    }

    /** Looks before it locks: a lock on a task that is not there would hold the gap, and two who open tasks at once would block each other. */
    Optional<Task> lockOpen(String objectType, long objectId, String key) {
        return jdbc.sql(
                        "select id from task where object_type = ? and object_id = ? and task_key = ? and open_mark = 1")
                .params(objectType, objectId, key)
                .query(Long.class)
                .optional()
                .flatMap(this::lock)
                .filter(Task::isOpen);
    }

    /** One that somebody else has just opened, newer than what this transaction sees. */
    Task lockNewlyOpened(String objectType, long objectId, String key) {
        long id = jdbc.sql(
                        "select id from task where object_type = ? and object_id = ? and task_key = ? and open_mark = 1 for update")
                .params(objectType, objectId, key)
                .query(Long.class)
                .single();
        return lock(id).orElseThrow();
    }

    /** All of an object, open ones first. */
    List<Task> of(String objectType, long objectId) {
        return jdbc.sql(SELECT
                        + "t.object_type = ? and t.object_id = ? order by t.ended_at is not null, t.id limit 200")
                .params(objectType, objectId)
                .query(TaskRows::task)
                .list();
    }

    int openOf(long personId) {
        return jdbc.sql("select count(*) from task where assignee_id = ? and open_mark = 1")
                .param(personId)
                .query(Integer.class)
                .single();
    }

    private static @Nullable Long idOrNull(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? null : id;
    }

    private static @Nullable Officer person(ResultSet row, String id, String name) throws SQLException {
        var person = idOrNull(row, id);
        var displayName = row.getString(name);
        return person == null ? null : new Officer(person, displayName == null ? "" : displayName);
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        var day = row.getDate(column);
        return day == null ? null : day.toLocalDate();
    }

    private static java.time.@Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var instant = row.getTimestamp(column);
        return instant == null ? null : instant.toInstant();
    }

    private static Task task(ResultSet row, int n) throws SQLException {
        var due = row.getDate("due_key").toLocalDate();
        return new Task(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("object_type"),
                row.getLong("object_id"),
                row.getString("task_key"),
                row.getString("subject"),
                row.getString("title"),
                row.getString("next_action"),
                row.getString("link"),
                new Unit(row.getLong("unit_id"), row.getString("unit_name")),
                person(row, "assignee_id", "assignee_name"),
                instant(row, "assigned_at"),
                row.getString("waiting_for"),
                due.equals(NEVER) ? null : due,
                day(row, "safe_on"),
                day(row, "risk_on"),
                row.getString("rule_text"),
                row.getString("article"),
                person(row, "handed_from", "handed_name"),
                row.getString("handed_reason"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "ended_at"),
                row.getString("reason"));
    }
}
