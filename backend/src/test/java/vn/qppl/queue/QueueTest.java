package vn.qppl.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
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
    TransactionTemplate transaction;

    private static String id(String kind) {
        return kind + "-" + UUID.randomUUID();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            Thread.sleep(50);
        }
    }

    @Test
    void runsAfterTheTransactionAndOnlyOnceHoweverOftenItWasAsked() throws InterruptedException {
        var id = id("once");
        transaction.executeWithoutResult(status -> {
            afterCommit.enqueue("probe", id);
            afterCommit.enqueue("probe", id);
            assertThat(probe.runs(id)).isZero();
        });
        await(() -> probe.runs(id) > 0);
        Thread.sleep(1500);
        assertThat(probe.runs(id)).isEqualTo(1);
    }

    @Test
    void forgetsWhatARolledBackTransactionAskedFor() throws InterruptedException {
        var id = id("never");
        transaction.executeWithoutResult(status -> {
            afterCommit.enqueue("probe", id);
            status.setRollbackOnly();
        });
        Thread.sleep(2500);
        assertThat(probe.runs(id)).isZero();
    }

    @Test
    void showsTheAdministratorWhatFailedAndTriesAgain() throws InterruptedException {
        var id = id("failing");
        probe.failures.put(id, 1);
        afterCommit.enqueue("probe", id);
        await(() -> probe.runs(id) == 1);
        var admin = Browser.signedInAs("admin", port);
        var seen = new java.util.concurrent.atomic.AtomicBoolean();
        await(() -> {
            var failed = admin.get("/api/system/queue?state=failed")
                    .json()
                    .path("items")
                    .toString();
            seen.set(seen.get() || failed.contains(id) && failed.contains("not yet: 1"));
            return seen.get() || probe.runs(id) > 1;
        });
        await(() -> probe.runs(id) == 2);
        assertThat(seen).isTrue();
        await(() -> !queue.list(null, "", 100).toString().contains(id));
    }

    @Test
    void runsOnceMoreWhenAskedWhileItIsAtWork() throws InterruptedException {
        var id = id("slow");
        afterCommit.enqueue("probe", id);
        assertThat(probe.entered.await(30, TimeUnit.SECONDS)).isTrue();
        transaction.executeWithoutResult(status -> afterCommit.enqueue("probe", id));
        probe.release.countDown();
        await(() -> probe.runs(id) == 2);
    }
}
