package vn.qppl.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import vn.qppl.database.DataFolder;

/** db-scheduler over the transaction's own connection, so that enqueuing commits and rolls back with the change itself. */
@Configuration(proxyBeanMethods = false)
class QueueConfiguration {
    private static final Logger log = LoggerFactory.getLogger(QueueConfiguration.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
    private static final Duration LONGEST_RETRY = Duration.ofHours(1);
    private static final int THREADS = 3;

    @Bean(destroyMethod = "")
    @DependsOnDatabaseInitialization
    Scheduler scheduler(
            DataSource database,
            ObjectProvider<QueuedTask> queued,
            ObjectProvider<RepeatedTask> repeated,
            QueueFailures failures,
            DataFolder data) {
        List<Task<?>> known =
                queued.stream().<Task<?>>map(task -> oneTime(task, failures)).toList();
        var recurring = new ArrayList<RecurringTask<Void>>();
        repeated.forEach(task -> recurring.add(recurring(task)));
        return Scheduler.create(new TransactionAwareDataSourceProxy(database), known)
                .startTasks(recurring)
                .schedulerName(new SchedulerName.Fixed(nodeName(data)))
                .threads(THREADS)
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(Duration.ofSeconds(20))
                .shutdownMaxWait(Duration.ofSeconds(15))
                .alwaysPersistTimestampInUTC()
                .build();
    }

    private static Task<Void> oneTime(QueuedTask task, QueueFailures failures) {
        return Tasks.oneTime(task.name())
                .onFailure((complete, operations) -> retry(complete, operations, failures))
                .execute((instance, context) -> {
                    var id = instance.getId();
                    try {
                        task.run(withoutMarks(id));
                    } catch (Exception e) {
                        throw e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
                    }
                    failures.forget(task.name(), id);
                });
    }

    /** 2 s, 4 s, 8 s … up to an hour, without end: nothing is lost while a cause lasts. */
    private static void retry(
            ExecutionComplete complete, ExecutionOperations<Void> operations, QueueFailures failures) {
        var execution = complete.getExecution();
        int failed = execution.consecutiveFailures + 1;
        var delay = FIRST_RETRY.multipliedBy(1L << Math.min(failed - 1, 20));
        if (delay.compareTo(LONGEST_RETRY) > 0) delay = LONGEST_RETRY;
        var cause = complete.getCause().orElse(null);
        log.warn(
                "{} {} failed {} times, again in {}",
                execution.taskInstance.getTaskName(),
                execution.taskInstance.getId(),
                failed,
                delay,
                cause);
        failures.remember(execution.taskInstance.getTaskName(), execution.taskInstance.getId(), cause);
        operations.reschedule(complete, complete.getTimeDone().plus(delay));
    }

    private static RecurringTask<Void> recurring(RepeatedTask task) {
        return Tasks.recurring(task.name(), FixedDelay.of(task.every())).execute((instance, context) -> {
            try {
                task.run();
            } catch (Exception e) {
                throw e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
            }
        });
    }

    static String withoutMarks(String id) {
        int end = id.length();
        while (end > 0 && id.charAt(end - 1) == AfterCommit.AGAIN) end--;
        return id.substring(0, end);
    }

    /** One a data folder, which one process at a time owns: what this name holds at a start, a killed process held. */
    private static String nodeName(DataFolder data) {
        return "node-" + data.secret("node").substring(0, 16);
    }

    /** Starts after everything that tasks use, stops before it. */
    @Bean
    SmartLifecycle schedulerLifecycle(Scheduler scheduler, JdbcClient jdbc, DataFolder data) {
        return new SmartLifecycle() {
            private volatile boolean running;

            @Override
            public void start() {
                // else it would wait some minutes for signs of life of the process that was killed
                int left = jdbc.sql(
                                "update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,"
                                        + " version = version + 1 where picked = true and picked_by = ?")
                        .param(nodeName(data))
                        .update();
                if (left > 0) log.info("{} tasks go on that a killed process left", left);
                scheduler.start();
                running = true;
            }

            @Override
            public void stop() {
                scheduler.stop();
                running = false;
            }

            @Override
            public boolean isRunning() {
                return running;
            }
        };
    }
}
