package vn.qppl.procedure;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the time of a limit ran in one case.
 *
 * @param start day of the event the limit is counted from (for "before": the day of the meeting)
 * @param doneOn day of the act; null while it is not done
 */
public record Course(
        LocalDate start,
        List<Pause> pauses,
        @Nullable Extension extension,
        @Nullable LocalDate doneOn) {

    public Course {
        pauses = List.copyOf(pauses);
    }

    public static Course from(LocalDate start) {
        return new Course(start, List.of(), null, null);
    }

    public Course paused(Pause pause) {
        var all = new java.util.ArrayList<>(pauses);
        all.add(pause);
        return new Course(start, all, extension, doneOn);
    }

    public Course extended(Extension by) {
        return new Course(start, pauses, by, doneOn);
    }

    public Course done(LocalDate on) {
        return new Course(start, pauses, extension, on);
    }

    /**
     * Days that are not counted.
     *
     * @param to first day that is counted again; null while the pause lasts
     */
    public record Pause(LocalDate from, @Nullable LocalDate to, String reason) {
        public Pause {
            if (reason.isBlank()) throw new IllegalArgumentException("a pause needs a reason");
            if (to != null && !to.isAfter(from)) throw new IllegalArgumentException("a pause ends after it begins");
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }
    }

    /** A later last day, set by whoever may, with a reason. */
    public record Extension(LocalDate to, String reason) {
        public Extension {
            if (reason.isBlank()) throw new IllegalArgumentException("an extension needs a reason");
        }
    }
}
