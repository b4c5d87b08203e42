package vn.qppl.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Files received together.
 *
 * @param acceptAs the person in whose name what is certain is accepted without asking; null where each is confirmed by hand
 * @param acceptEffects whether effects read with certainty are accepted too
 * @param publish whether what is accepted so is published at once
 */
record IntakeBatch(
        long id,
        long version,
        String name,
        State state,
        @Nullable Long acceptAs,
        boolean acceptEffects,
        boolean publish,
        long createdBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    enum State {
        /** Files are read as they come. */
        RUNNING,
        /** A person stopped it; what was read stays, the rest waits. */
        CANCELLED,
        /** Everything received was read. */
        DONE
    }
}
