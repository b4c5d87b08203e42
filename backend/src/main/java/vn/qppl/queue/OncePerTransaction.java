package vn.qppl.queue;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What many steps of one transaction ask for is done once, as its last act: a confirmation touches a document ten times and needs it
 * indexed once. Outside of a transaction it is done at once. The work must not publish events: other collections may have been emptied.
 */
public final class OncePerTransaction<T> {
    private final Consumer<Collection<T>> work;

    public OncePerTransaction(Consumer<Collection<T>> work) {
        this.work = work;
    }

    @SuppressWarnings("unchecked")
    public void ask(T thing) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()
                || !TransactionSynchronizationManager.isActualTransactionActive()) {
            work.accept(List.of(thing));
            return;
        }
        var asked = (Set<T>) TransactionSynchronizationManager.getResource(this);
        if (asked == null) {
            asked = new LinkedHashSet<>();
            TransactionSynchronizationManager.bindResource(this, asked);
            TransactionSynchronizationManager.registerSynchronization(new AtTheEnd(asked));
        }
        asked.add(thing);
    }

    private final class AtTheEnd implements TransactionSynchronization {
        private final Set<T> asked;

        private AtTheEnd(Set<T> asked) {
            this.asked = asked;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            work.accept(List.copyOf(asked));
        }

        /** A transaction that begins inside this one has its own. */
        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(OncePerTransaction.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(OncePerTransaction.this, asked);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(OncePerTransaction.this);
        }
    }
}
