package vn.qppl.queue;

import java.sql.Timestamp;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Why a task of the queue failed last, for the administrator. */
@Component
class QueueFailures {
    private static final int LONGEST = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    QueueFailures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void remember(String task, String id, @Nullable Throwable cause) {
        var message = cause == null ? "" : String.valueOf(cause);
        if (message.length() > LONGEST) message = message.substring(0, LONGEST);
        var now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        insert into queue_failure (task_name, task_instance, message, failed_at) values (?, ?, ?, ?)
                        on duplicate key update message = ?, failed_at = ?""").params(task, id, message, now, message, now).update();
    }

    void forget(String task, String id) {
        jdbc.sql("delete from queue_failure where task_name = ? and task_instance = ?")
                .params(task, id)
                .update();
    }
}
