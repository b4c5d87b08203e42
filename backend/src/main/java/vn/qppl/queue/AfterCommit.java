package vn.qppl.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The way into the queue. */
@Component
public class AfterCommit {
    private static final Logger log = LoggerFactory.getLogger(AfterCommit.class);
    private static final int RETRIES = 5;
    /** Marks a second row for a thing whose first row is being worked on right now. */
    static final char AGAIN = '+';

    private final Scheduler scheduler;
    private final Clock clock;

    AfterCommit(Scheduler scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * Has the task run on this id after the transaction commits, and not at all if it rolls back. Asking again before it ran changes
     * nothing; asking while it runs has it run once more.
     *
     * @param task name of a {@link QueuedTask}
     * @param id up to 90 characters
     */
    public void enqueue(String task, String id) {
        var instance = id;
        for (int i = 0; i < RETRIES; i++) {
            try {
                // moving the row of an earlier request holds it until this transaction ends: a worker reads after it
                scheduler.schedule(
                        new TaskInstance<>(task, instance), clock.instant(), ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
                lookAfterCommit();
                return;
            } catch (DbSchedulerException e) {
                log.debug("{} is at work on {}; once more after it", task, instance, e);
                instance = instance + AGAIN;
            }
        }
        throw new IllegalStateException("cannot enqueue " + task + " " + id);
    }

    private void lookAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            scheduler.triggerCheckForDueExecutions();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }
}
