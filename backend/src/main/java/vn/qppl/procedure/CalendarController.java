package vn.qppl.procedure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.qppl.people.SignedIn;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

/** The calendar of a year, and its correction. */
@RestController
@RequestMapping("/api/calendar")
class CalendarController {
    private final Calendars calendars;

    CalendarController(Calendars calendars) {
        this.calendars = calendars;
    }

    /** @param name empty for an ordinary day that the table calls a day off */
    record CalendarDayView(
            LocalDate day,
            SpecialDay.Kind kind,
            String kindLabel,
            String name,
            SpecialDay.Basis basis,
            String basisLabel,
            String source,
            boolean working,
            @Nullable DayCorrectionView correction) {}

    /** @param before what the table says of the day; null: an ordinary day */
    record DayCorrectionView(
            long version,
            String reason,
            String changedBy,
            Instant changedAt,
            @Nullable String before) {}

    /** @param forecast whether any day off of the year is not decided yet */
    record CalendarYearView(
            int year, List<CalendarDayView> days, int workingDays, boolean forecast, List<String> actions) {}

    record CalendarDayRequest(
            @NotNull Long version,
            @NotNull SpecialDay.Kind kind,
            @NotNull @Size(max = 200) String name,
            @NotBlank @Size(max = 1000) String reason) {}

    record CalendarRevertRequest(
            @NotNull Long version,
            @NotBlank @Size(max = 1000) String reason) {}

    @GetMapping("/{year}")
    @Requires(Permission.READ_REGISTER)
    CalendarYearView year(@PathVariable int year) {
        if (year < 2015 || year > 2099) throw ProcedureProblem.DAY_OUT_OF_RANGE.asException();
        var first = LocalDate.of(year, 1, 1);
        var last = LocalDate.of(year, 12, 31);
        var calendar = calendars.current();
        var corrections = new TreeMap<LocalDate, Calendars.Correction>();
        for (var correction : calendars.corrections(first, last)) corrections.put(correction.day(), correction);
        var days = calendar.specials(first, last).stream()
                .map(day -> view(day, calendar, corrections.get(day.day())))
                .toList();
        return new CalendarYearView(
                year,
                days,
                calendar.workingDaysBetween(first.minusDays(1), last),
                calendar.isForecast(first, last),
                SignedIn.now().may(Permission.MANAGE_PROCEDURES) ? List.of("correct") : List.of());
    }

    @PutMapping("/days/{day}")
    @Requires(Permission.MANAGE_PROCEDURES)
    CalendarYearView correct(@PathVariable LocalDate day, @Valid @RequestBody CalendarDayRequest request) {
        calendars.correct(
                day,
                request.version(),
                request.kind(),
                request.name().strip(),
                request.reason().strip());
        return year(day.getYear());
    }

    @PostMapping("/days/{day}/revert")
    @Requires(Permission.MANAGE_PROCEDURES)
    CalendarYearView revert(@PathVariable LocalDate day, @Valid @RequestBody CalendarRevertRequest request) {
        calendars.revert(day, request.version(), request.reason().strip());
        return year(day.getYear());
    }

    private CalendarDayView view(SpecialDay day, WorkingCalendar calendar, Calendars.@Nullable Correction correction) {
        return new CalendarDayView(
                day.day(),
                day.kind(),
                day.kind().label(),
                day.name(),
                day.basis(),
                day.basis().label(),
                day.source(),
                calendar.isWorkingDay(day.day()),
                correction == null
                        ? null
                        : new DayCorrectionView(
                                correction.version(),
                                correction.reason(),
                                correction.changedBy(),
                                correction.changedAt(),
                                calendars
                                        .builtIn()
                                        .special(day.day())
                                        .map(before -> before.kind().label() + ": " + before.name())
                                        .orElse(null)));
    }
}
