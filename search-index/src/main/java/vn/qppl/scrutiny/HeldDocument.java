package vn.qppl.scrutiny;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.qppl.structure.DocumentNumber;

/**
 * A document as the register holds it, as far as the rules need it.
 *
 * @param type as the law names it: "Nghị định"
 * @param stub only heard of, never received: nothing in it was checked
 * @param runs statuses in time, without gaps; empty where nothing is known of its effect
 * @param ended provisions that no longer hold
 */
public record HeldDocument(
        long id,
        DocumentNumber number,
        String type,
        String title,
        String issuer,
        @Nullable LocalDate issuedOn,
        boolean stub,
        List<Run> runs,
        List<EndedProvision> ended) {

    public HeldDocument {
        runs = List.copyOf(runs);
        ended = List.copyOf(ended);
    }

    /** A status from one day to the day before another. */
    public record Run(Status status, LocalDate from, LocalDate until) {}

    /** @param label "khoản 2 Điều 3" @param address its eId @param from first day without it @param by what ended it; null where unknown */
    public record EndedProvision(
            String address,
            String label,
            LocalDate from,
            @Nullable String by) {}

    /** As far as bases and references ask. */
    public enum Status {
        UNKNOWN,
        NOT_YET,
        BINDS,
        SUSPENDED,
        ENDED
    }

    public Status on(LocalDate day) {
        for (var run : runs) if (!day.isBefore(run.from()) && day.isBefore(run.until())) return run.status();
        return Status.UNKNOWN;
    }

    /** First day of the status that holds on a day; null where it holds from ever. */
    @Nullable
    LocalDate since(LocalDate day) {
        for (var run : runs)
            if (!day.isBefore(run.from()) && day.isBefore(run.until()))
                return run.from().getYear() < 1900 ? null : run.from();
        return null;
    }
}
