package vn.qppl.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** A task that counts its runs; found by the component scan of all tests, so that they share one context. */
@Component
class ProbeTask implements QueuedTask {
    final Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();
    final Map<String, Integer> failures = new ConcurrentHashMap<>();
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch release = new CountDownLatch(1);

    @Override
    public String name() {
        return "probe";
    }

    /** Fails as often as it was told to; work on an id that begins with "slow" waits to be released. */
    @Override
    public void run(String id) throws InterruptedException {
        int run = runs.computeIfAbsent(id, key -> new AtomicInteger()).incrementAndGet();
        if (run <= failures.getOrDefault(id, 0)) throw new IllegalStateException("not yet: " + run);
        if (id.startsWith("slow") && run == 1) {
            entered.countDown();
            assertThat(release.await(5, TimeUnit.MINUTES)).isTrue();
        }
    }

    int runs(String id) {
        return runs.getOrDefault(id, new AtomicInteger()).get();
    }
}
