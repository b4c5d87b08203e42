package vn.qppl.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.qppl.web.HealthPart;

/** What waits, runs and failed. */
@Component
public class Queue implements HealthPart {
    private final JdbcClient jdbc;
    private final Scheduler scheduler;
    private final Clock clock;

    Queue(JdbcClient jdbc, Scheduler scheduler, Clock clock) {
        this.jdbc = jdbc;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    public enum State {
        WAITING,
        RUNNING,
        FAILED
    }

    public record Entry(
            String task,
            String id,
            State state,
            int attempts,
            Instant nextAt,
            @Nullable String lastError) {}

    /** @param oldestSeconds how long the longest due task has been waiting; 0 where none is due */
    public record Counts(long waiting, long running, long failed, long oldestSeconds) {}

    private static final String STATE =
            "case when t.picked then 'RUNNING' when coalesce(t.consecutive_failures, 0) > 0 then 'FAILED' else 'WAITING' end";

    /** In order of task and id; {@code after} is {@code task/id} of the last one seen. One more than asked for. */
    public List<Entry> list(@Nullable State state, String after, int most) {
        int slash = after.indexOf('/');
        var task = slash < 0 ? "" : after.substring(0, slash);
        var id = slash < 0 ? "" : after.substring(slash + 1);
        var query = jdbc.sql("select t.task_name, t.task_instance, " + STATE
                        + " state, coalesce(t.consecutive_failures, 0) attempts, t.execution_time, f.message from scheduled_tasks t"
                        + " left join queue_failure f on f.task_name = t.task_name and f.task_instance = t.task_instance"
                        + " where (t.task_name, t.task_instance) > (?, ?)"
                        + (state == null ? "" : " and " + STATE + " = ?")
                        + " order by t.task_name, t.task_instance limit " + (most + 1))
                .params(task, id);
        if (state != null) query = query.param(state.name());
        return query.query(Queue::entry).list();
    }

    /** Has a failed task tried again now. @return false where there is none, or it runs already */
    public boolean retry(String task, String id) {
        int found = jdbc.sql(
                        "select count(*) from scheduled_tasks where task_name = ? and task_instance = ? and not picked")
                .params(task, id)
                .query(Integer.class)
                .single();
        if (found == 0) return false;
        boolean moved = scheduler.reschedule(TaskInstanceId.of(task, id), clock.instant());
        scheduler.triggerCheckForDueExecutions();
        return moved;
    }

    public Counts counts() {
        return jdbc.sql("""
                        select coalesce(sum(not picked and coalesce(consecutive_failures, 0) = 0), 0) waiting,
                            coalesce(sum(picked), 0) running,
                            coalesce(sum(not picked and coalesce(consecutive_failures, 0) > 0), 0) failed,
                            min(case when not picked then execution_time end) oldest
                        from scheduled_tasks""")
                .query((row, n) -> {
                    var oldest = row.getTimestamp("oldest");
                    long seconds = oldest == null
                            ? 0
                            : Math.max(
                                    0,
                                    Duration.between(oldest.toInstant(), clock.instant())
                                            .toSeconds());
                    return new Counts(row.getLong("waiting"), row.getLong("running"), row.getLong("failed"), seconds);
                })
                .single();
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        return new Entry(
                row.getString("task_name"),
                row.getString("task_instance"),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getTimestamp("execution_time").toInstant(),
                row.getString("message"));
    }

    @Override
    public String name() {
        return "queue";
    }

    @Override
    public Object state() {
        return counts();
    }

    @Override
    public boolean isWell() {
        return counts().failed() == 0;
    }
}
