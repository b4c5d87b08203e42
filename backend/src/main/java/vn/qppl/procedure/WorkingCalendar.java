package vn.qppl.procedure;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The days on which agencies work: Monday to Friday, but for days off and exchanged days. A value; it never changes.
 *
 * <p>Counting is the Civil Code's (BLDS 2015 Điều 147–148): the first day is not counted.
 */
public final class WorkingCalendar {
    private final NavigableMap<LocalDate, SpecialDay> special = new TreeMap<>();

    /** Later entries for a day replace earlier ones. */
    public WorkingCalendar(Collection<SpecialDay> days) {
        for (var day : days) special.put(day.day(), day);
    }

    /** The same with these days in place of what stands there. */
    WorkingCalendar with(Collection<SpecialDay> corrections) {
        var all = new java.util.ArrayList<>(special.values());
        all.addAll(corrections);
        return new WorkingCalendar(all);
    }

    public Optional<SpecialDay> special(LocalDate day) {
        return Optional.ofNullable(special.get(day));
    }

    /** From the first day to the last, both included. */
    public List<SpecialDay> specials(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) return List.of();
        return List.copyOf(special.subMap(first, true, last, true).values());
    }

    public boolean isWorkingDay(LocalDate day) {
        var said = special.get(day);
        if (said != null && said.kind() != SpecialDay.Kind.ORDINARY)
            return said.kind().isWorked();
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The day itself if it is one. */
    public LocalDate workingDayFrom(LocalDate day) {
        var next = day;
        while (!isWorkingDay(next)) next = next.plusDays(1);
        return next;
    }

    /** The day itself if it is one. */
    public LocalDate workingDayUntil(LocalDate day) {
        var previous = day;
        while (!isWorkingDay(previous)) previous = previous.minusDays(1);
        return previous;
    }

    /** The n-th working day after the day, which is itself not counted; the day itself for none. */
    public LocalDate addWorkingDays(LocalDate day, int n) {
        if (n < 0) return subtractWorkingDays(day, -n);
        var at = day;
        for (int left = n; left > 0; left--) at = workingDayFrom(at.plusDays(1));
        return at;
    }

    /** The n-th working day before the day, which is itself not counted; the day itself for none. */
    public LocalDate subtractWorkingDays(LocalDate day, int n) {
        if (n < 0) return addWorkingDays(day, -n);
        var at = day;
        for (int left = n; left > 0; left--) at = workingDayUntil(at.minusDays(1));
        return at;
    }

    /** Working days after the first day up to the second, which counts; negative when the second comes first. */
    public int workingDaysBetween(LocalDate after, LocalDate until) {
        if (until.isBefore(after)) return -workingDaysBetween(until, after);
        int n = 0;
        for (var day = after.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) if (isWorkingDay(day)) n++;
        return n;
    }

    /** Whether a day off between the two rests on a forecast, or the table does not reach so far. */
    public boolean isForecast(LocalDate first, LocalDate last) {
        if (special.isEmpty()
                || first.getYear() < special.firstKey().getYear()
                || last.getYear() > special.lastKey().getYear()) return true;
        return specials(first, last).stream().anyMatch(day -> day.basis() == SpecialDay.Basis.FORECAST);
    }
}
