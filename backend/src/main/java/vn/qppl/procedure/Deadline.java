package vn.qppl.procedure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A limit counted in one case, as it stands on a day.
 *
 * <p>Legal basis of the counting: BLDS 2015 Điều 147 (the day of the event is not counted), Điều 148 khoản 3 (a month ends on the corresponding
 * day, or on its last), khoản 5 (a last day that is a day off runs on to the next working day).
 *
 * @param start day of the event counted from
 * @param due last day on which the act is in time; for {@link Limit.Bound#EARLIEST} the first day on which the time has passed. While a pause
 *     lasts: what it would be if the pause ended today
 * @param lastSafeDay last working day on which the act is in time without leaning on the rule of the next working day
 * @param normDue last day by the local norm; null where there is none
 * @param remainingWorkingDays working days after today up to the due day; negative: so many late
 * @param state as of the day asked for
 * @param forecast whether it rests on days off that are not yet decided
 */
public record Deadline(
        Limit limit,
        LocalDate start,
        LocalDate due,
        LocalDate lastSafeDay,
        @Nullable LocalDate normDue,
        int remainingWorkingDays,
        State state,
        boolean forecast,
        @Nullable String extensionReason) {

    public enum State {
        RUNNING("Trong hạn"),
        AT_RISK("Sắp đến hạn"),
        OVERDUE("Quá hạn"),
        PAUSED("Tạm dừng"),
        /** For a minimum: the time is not over yet, and what follows must wait. */
        WAITING("Chưa đủ thời gian"),
        MET("Đúng hạn"),
        BROKEN("Trễ hạn");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Fewer working days left than this are a risk, if the limit is long enough for a warning. */
    private static final int WARNING = 3;

    public static Deadline of(Limit limit, Course course, LocalDate today, WorkingCalendar calendar) {
        var span = span(limit.binding(), limit, course, today, calendar);
        var norm = limit.legal() == null || limit.norm() == null ? null : limit.norm();
        var normDue = norm == null
                ? null
                : span(norm.amount(), limit, course, today, calendar).due();
        var due = span.due();
        int remaining = calendar.workingDaysBetween(today, due);
        return new Deadline(
                limit,
                course.start(),
                due,
                span.safe(),
                normDue,
                remaining,
                state(limit, course, today, due, normDue, remaining),
                calendar.isForecast(
                        due.isBefore(course.start()) ? due : course.start(),
                        due.isBefore(course.start()) ? course.start() : due),
                course.extension() == null ? null : course.extension().reason());
    }

    /** First day on which it is at risk; the due day itself at the latest. */
    public LocalDate atRiskFrom(WorkingCalendar calendar) {
        var warning = calendar.subtractWorkingDays(due, warningDays(limit));
        if (normDue != null && normDue.isBefore(due) && normDue.plusDays(1).isBefore(warning))
            return normDue.plusDays(1);
        return warning;
    }

    private record Span(LocalDate due, LocalDate safe) {}

    private static Span span(
            Limit.Amount amount, Limit limit, Course course, LocalDate today, WorkingCalendar calendar) {
        var span = switch (limit.direction()) {
            case BEFORE -> before(amount, course.start(), calendar);
            case AFTER -> after(amount, limit, course, today, calendar);
        };
        var extension = course.extension();
        if (extension == null || !extension.to().isAfter(span.due())) return span;
        return new Span(calendar.workingDayFrom(extension.to()), calendar.workingDayUntil(extension.to()));
    }

    /** Counted back from a meeting: a day off is not moved, since later would break the limit; the safe day is the working day before. */
    private static Span before(Limit.Amount amount, LocalDate meeting, WorkingCalendar calendar) {
        var last = switch (amount.unit()) {
            case DAYS -> meeting.minusDays(amount.count());
            case WORKING_DAYS -> calendar.subtractWorkingDays(meeting, amount.count());
            case MONTHS -> meeting.minusMonths(amount.count());
        };
        return new Span(last, calendar.workingDayUntil(last));
    }

    private static Span after(
            Limit.Amount amount, Limit limit, Course course, LocalDate today, WorkingCalendar calendar) {
        Predicate<LocalDate> paused = day -> course.pauses().stream()
                // a pause that still lasts is taken to end tonight
                .anyMatch(pause -> pause.covers(day) && (pause.to() != null || !day.isAfter(today)));
        var start = course.start();
        var last = switch (amount.unit()) {
            case DAYS -> walk(start, amount.count(), paused.negate());
            case WORKING_DAYS -> walk(start, amount.count(), paused.negate().and(calendar::isWorkingDay));
            case MONTHS ->
                walk(start, (int) ChronoUnit.DAYS.between(start, start.plusMonths(amount.count())), paused.negate());
        };
        if (!limit.nextWorkingDay() || amount.count() == 0) return new Span(last, last);
        var due = last;
        while (!calendar.isWorkingDay(due) || !due.equals(last) && paused.test(due)) due = due.plusDays(1);
        var safe = calendar.workingDayUntil(last);
        return new Span(due, limit.bound() == Limit.Bound.EARLIEST || safe.isBefore(start) ? due : safe);
    }

    private static LocalDate walk(LocalDate start, int days, Predicate<LocalDate> counted) {
        var at = start;
        for (int left = days; left > 0; ) {
            at = at.plusDays(1);
            if (counted.test(at)) left--;
        }
        return at;
    }

    private static State state(
            Limit limit, Course course, LocalDate today, LocalDate due, @Nullable LocalDate normDue, int remaining) {
        var doneOn = course.doneOn();
        boolean minimum = limit.bound() == Limit.Bound.EARLIEST;
        if (doneOn != null) {
            boolean kept = minimum ? !doneOn.isBefore(due) : !doneOn.isAfter(due);
            return kept ? State.MET : State.BROKEN;
        }
        if (limit.direction() == Limit.Direction.AFTER && isPaused(course.pauses(), today)) return State.PAUSED;
        if (minimum) return today.isBefore(due) ? State.WAITING : State.MET;
        if (today.isAfter(due)) return State.OVERDUE;
        if (remaining <= warningDays(limit) || normDue != null && today.isAfter(normDue)) return State.AT_RISK;
        return State.RUNNING;
    }

    private static boolean isPaused(List<Course.Pause> pauses, LocalDate today) {
        return pauses.stream().anyMatch(pause -> pause.covers(today));
    }

    /** Three working days before the end; one for limits of a few days, where three would be all of it. */
    private static int warningDays(Limit limit) {
        var amount = limit.binding();
        boolean brief = amount.unit() != Limit.Unit.MONTHS && amount.count() <= 2 * WARNING;
        return brief && limit.direction() == Limit.Direction.AFTER ? 1 : WARNING;
    }
}
