package vn.qppl.audit;

import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.qppl.queue.RepeatedTask;

/** Seals every few seconds, on one node at a time. */
@Component
class Sealer implements RepeatedTask {
    private final Seals seals;

    Sealer(Seals seals) {
        this.seals = seals;
    }

    @Override
    public String name() {
        return "seal-history";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        int sealed;
        do sealed = seals.seal();
        while (sealed > 0);
    }
}
