package vn.qppl.audit;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Who acts on this thread: set from the session by the web filter, and by work done later in a person's name.
 * A thread without one is the machine itself.
 */
public final class Actor {
    private static final ThreadLocal<@Nullable Long> CURRENT = new ThreadLocal<>();

    private Actor() {}

    public static Optional<Long> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Runs in the name of a person; restores who acted before. */
    public static <T> T as(@Nullable Long person, Callable<T> work) throws Exception {
        var before = CURRENT.get();
        CURRENT.set(person);
        try {
            return work.call();
        } finally {
            if (before == null) CURRENT.remove();
            else CURRENT.set(before);
        }
    }
}
