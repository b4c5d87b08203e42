package vn.qppl.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.qppl.Eventually.eventually;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.qppl.ApplicationTest;
import vn.qppl.Browser;

@ApplicationTest
class QueueTest {
    @LocalServerPort
    int port;

    @Autowired
    AfterCommit afterCommit;

    @Autowired
    ProbeTask probe;

    @Autowired
    Queue queue;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private static String id(String kind) {
        return kind + "-" + UUID.randomUUID();
    }

    /** Neither waits nor runs: what has left the queue cannot run any more. */
    private boolean isThrough(String id) {
        return jdbc.sql("select count(*) from scheduled_tasks where task_name = 'probe' and task_instance like ?")
                        .param(id + "%")
                        .query(Long.class)
                        .single()
                == 0;
    }

    @Test
    void runsAfterTheTransactionAndOnlyOnceHoweverOftenItWasAsked() {
        var id = id("once");
        transaction.executeWithoutResult(status -> {
            afterCommit.enqueue("probe", id);
            afterCommit.enqueue("probe", id);
            assertThat(probe.runs(id)).isZero();
        });
        eventually(() -> probe.runs(id) > 0);
        eventually(() -> isThrough(id));
        assertThat(probe.runs(id)).isEqualTo(1);
    }

    @Test
    void forgetsWhatARolledBackTransactionAskedFor() {
        var id = id("never");
        transaction.executeWithoutResult(status -> {
            afterCommit.enqueue("probe", id);
            status.setRollbackOnly();
        });
        assertThat(isThrough(id)).isTrue();
        assertThat(probe.runs(id)).isZero();
    }

    @Test
    void showsTheAdministratorWhatFailedAndTriesAgain() {
        var id = id("failing");
        // fails until it was seen, however long that takes
        probe.failures.put(id, Integer.MAX_VALUE);
        afterCommit.enqueue("probe", id);
        var admin = Browser.signedInAs("admin", port);
        eventually(() -> {
            var failed = admin.get("/api/system/queue?state=failed&size=100")
                    .json()
                    .path("items")
                    .toString();
            return failed.contains(id) && failed.contains("not yet: ");
        });
        probe.failures.put(id, 0);
        int failures = probe.runs(id);
        // by itself at its time, or because somebody does not want to wait for it
        eventually(() -> queue.retry("probe", id) || probe.runs(id) > failures);
        eventually(() -> isThrough(id));
        assertThat(probe.runs(id)).isGreaterThan(1);
        assertThat(queue.list(Queue.State.FAILED, "probe/", 100).toString()).doesNotContain(id);
    }

    @Test
    void runsOnceMoreWhenAskedWhileItIsAtWork() throws InterruptedException {
        var id = id("slow");
        afterCommit.enqueue("probe", id);
        assertThat(probe.entered.await(5, TimeUnit.MINUTES)).isTrue();
        transaction.executeWithoutResult(status -> afterCommit.enqueue("probe", id));
        probe.release.countDown();
        eventually(() -> isThrough(id));
        assertThat(probe.runs(id)).isEqualTo(2);
    }
}
