package vn.qppl.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.net.InetAddress;
import java.net.UnknownHostException;
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
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

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
            QueueFailures failures) {
        List<Task<?>> known =
                queued.stream().<Task<?>>map(task -> oneTime(task, failures)).toList();
        var recurring = new ArrayList<RecurringTask<Void>>();
        repeated.forEach(task -> recurring.add(recurring(task)));
        return Scheduler.create(new TransactionAwareDataSourceProxy(database), known)
                .startTasks(recurring)
                .schedulerName(new SchedulerName.Fixed(nodeName()))
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

    private static String nodeName() {
        var pid = ProcessHandle.current().pid();
        try {
            var name = InetAddress.getLocalHost().getHostName() + "-" + pid;
            return name.length() <= 50 ? name : name.substring(name.length() - 50);
        } catch (UnknownHostException e) {
            log.debug("this machine has no name", e);
            return "node-" + pid;
        }
    }

    /** Starts after everything that tasks use, stops before it. */
    @Bean
    SmartLifecycle schedulerLifecycle(Scheduler scheduler) {
        return new SmartLifecycle() {
            private volatile boolean running;

            @Override
            public void start() {
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
