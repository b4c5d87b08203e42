package vn.qppl.wording;

import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.qppl.document.Register;
import vn.qppl.queue.QueuedTask;

/**
 * Puts the wordings of a document together anew after its changes, or the changes of what changes it, became others. Until then
 * readers see what is put together for them: the stored rows say from what they were made.
 */
@Component
class Composing implements QueuedTask {
    static final String NAME = "compose-wording";

    private final Register register;
    private final Changes changes;
    private final WordingStore store;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Composing(
            Register register,
            Changes changes,
            WordingStore store,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.register = register;
        this.changes = changes;
        this.store = store;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String id) {
        compose(Long.parseLong(id));
    }

    /** Reads and puts together outside the transaction, which only writes. */
    void compose(long documentId) {
        var document = register.find(documentId);
        if (document.isEmpty()) return;
        var input = changes.of(document.get(), clock.instant(), Readers.STAFF);
        boolean changed = input.isPresent() && !input.get().changes().isEmpty();
        if (!changed) {
            transaction.executeWithoutResult(status -> {
                if (store.remove(documentId)) events.publishEvent(new WordingChanged(documentId));
            });
            return;
        }
        var timeline = changes.compose(input.get());
        // what the index has already is not written again
        if (store.find(documentId, input.get().fingerprint()).equals(Optional.of(timeline))) return;
        transaction.executeWithoutResult(status -> {
            store.put(documentId, input.get().fingerprint(), timeline);
            events.publishEvent(new WordingChanged(documentId));
        });
    }
}
