package vn.qppl.work;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.qppl.procedure.Deadline;

/**
 * Something to be done.
 *
 * @param dueOn null where nothing is due
 * @param riskOn first day on which it is at risk
 * @param rule how the limit reads, with {@code article}
 * @param handedFrom who had it before the last hand-over
 * @param endedAt null while it is open
 */
public record Task(
        long id,
        long version,
        String objectType,
        long objectId,
        String key,
        String subject,
        String title,
        String nextAction,
        String link,
        Unit unit,
        @Nullable Officer assignee,
        @Nullable Instant assignedAt,
        @Nullable String waitingFor,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate safeOn,
        @Nullable LocalDate riskOn,
        @Nullable String rule,
        @Nullable String article,
        @Nullable Officer handedFrom,
        @Nullable String handedReason,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable String reason) {

    public record Officer(long id, String displayName) {}

    public record Unit(long id, String name) {}

    public boolean isOpen() {
        return endedAt == null;
    }

    /** As of a day; null where nothing is due or it is over. */
    public Deadline.@Nullable State state(LocalDate today) {
        if (dueOn == null || !isOpen()) return null;
        if (waitingFor != null) return Deadline.State.PAUSED;
        if (today.isAfter(dueOn)) return Deadline.State.OVERDUE;
        return riskOn != null && !today.isBefore(riskOn) ? Deadline.State.AT_RISK : Deadline.State.RUNNING;
    }
}
