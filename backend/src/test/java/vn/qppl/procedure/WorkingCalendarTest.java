package vn.qppl.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {
    private static final List<SpecialDay> DAYS = DaysOff.builtIn();
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(DAYS);

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    /** Weekdays off and Saturdays worked as the State announced them (the days of 2025 and 2026 as published for its officials). */
    @ParameterizedTest
    @CsvSource({
        "2025, 01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02, 04-26",
        "2026, 01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24, 01-10 08-22",
        "2023, 01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04, ''",
    })
    void knowsTheDaysOffOfAYear(int year, String weekdaysOff, String saturdaysWorked) {
        var first = LocalDate.of(year, 1, 1);
        var off = first.datesUntil(first.plusYears(1))
                .filter(day -> isWeekday(day) && !CALENDAR.isWorkingDay(day))
                .map(day -> day.toString().substring(5))
                .toList();
        var worked = first.datesUntil(first.plusYears(1))
                .filter(day -> !isWeekday(day) && CALENDAR.isWorkingDay(day))
                .map(day -> day.toString().substring(5))
                .toList();
        assertThat(String.join(" ", off)).isEqualTo(weekdaysOff);
        assertThat(String.join(" ", worked)).isEqualTo(saturdaysWorked);
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The first day of a lunar month is the day of the new moon in Việt Nam: holds Tết and Giỗ Tổ of sixteen years to the sky. */
    @Test
    void putsLunarHolidaysOnLunarDays() {
        for (int year = 2015; year <= 2030; year++) {
            int y = year;
            var tet = DAYS.stream()
                    .filter(day -> day.day().getYear() == y && day.name().equals("Tết Âm lịch"))
                    .map(SpecialDay::day)
                    .filter(day -> isNewMoon(day))
                    .toList();
            assertThat(tet).as("mồng 1 Tết %d", year).hasSize(1);
            var ancestors = DAYS.stream()
                    .filter(day -> day.day().getYear() == y && day.name().startsWith("Giỗ Tổ"))
                    .map(day -> day.day().minusDays(9))
                    .toList();
            assertThat(ancestors).hasSize(1).allMatch(WorkingCalendarTest::isNewMoon);
            // the third month begins two lunations after Tết, three where a month is doubled
            assertThat(ancestors.getFirst().toEpochDay() - tet.getFirst().toEpochDay())
                    .as("%d", year)
                    .isIn(58L, 59L, 60L, 88L, 89L);
        }
    }

    /** Mean new moon with its largest corrections (Meeus, Astronomical Algorithms, chapter 49), good to minutes. */
    private static boolean isNewMoon(LocalDate day) {
        double years = (day.toEpochDay() - LocalDate.of(2000, 1, 6).toEpochDay()) / 365.2425;
        for (long k = Math.round(years * 12.3685) - 1; k <= Math.round(years * 12.3685) + 1; k++)
            if (newMoon(k).equals(day)) return true;
        return false;
    }

    private static LocalDate newMoon(long k) {
        double t = k / 1236.85;
        double mean = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t;
        double sun = Math.toRadians(2.5534 + 29.10535670 * k - 0.0000014 * t * t);
        double moon = Math.toRadians(201.5643 + 385.81693528 * k + 0.0107582 * t * t);
        double node = Math.toRadians(160.7108 + 390.67050284 * k - 0.0016118 * t * t);
        double e = 1 - 0.002516 * t;
        double correction = -0.40720 * Math.sin(moon)
                + 0.17241 * e * Math.sin(sun)
                + 0.01608 * Math.sin(2 * moon)
                + 0.01039 * Math.sin(2 * node)
                + 0.00739 * e * Math.sin(moon - sun)
                - 0.00514 * e * Math.sin(moon + sun)
                + 0.00208 * e * e * Math.sin(2 * sun);
        // terrestrial time runs some seventy seconds ahead
        long seconds = Math.round((mean + correction - 2440587.5) * 86400 - 70);
        return java.time.Instant.ofEpochSecond(seconds)
                .atOffset(ZoneOffset.ofHours(7))
                .toLocalDate();
    }

    @Test
    void compensatesEveryHolidayOfTheLabourCodeThatFellOnARestDay() {
        for (int year = 2015; year <= 2030; year++) {
            int y = year;
            long onRestDays = DAYS.stream()
                    .filter(day -> day.day().getYear() == y
                            && day.kind() == SpecialDay.Kind.HOLIDAY
                            && !isWeekday(day.day())
                            && !day.name().contains("Văn hóa"))
                    .count();
            long compensated = DAYS.stream()
                    .filter(day -> day.day().getYear() == y && day.kind() == SpecialDay.Kind.COMPENSATION)
                    .count();
            assertThat(compensated).as("%d", year).isEqualTo(onRestDays);
        }
        assertThat(DAYS)
                .filteredOn(day -> day.kind() == SpecialDay.Kind.COMPENSATION)
                .allMatch(day -> isWeekday(day.day()));
    }

    @Test
    void countsBothWaysAlike() {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            var start = day("2016-01-04").plusDays(random.nextInt(5000));
            int n = random.nextInt(40);
            var end = CALENDAR.addWorkingDays(start, n);
            assertThat(CALENDAR.workingDaysBetween(start, end)).isEqualTo(n);
            if (n > 0) assertThat(CALENDAR.isWorkingDay(end)).isTrue();
            if (CALENDAR.isWorkingDay(start))
                assertThat(CALENDAR.subtractWorkingDays(end, n)).isEqualTo(start);
            assertThat(CALENDAR.workingDaysBetween(end, start)).isEqualTo(-n);
        }
    }

    @Test
    void theTableSaysWhatIsNotDecidedYet() {
        assertThat(CALENDAR.isForecast(day("2025-01-01"), day("2026-12-31"))).isFalse();
        assertThat(CALENDAR.isForecast(day("2027-02-01"), day("2027-02-03"))).isFalse();
        assertThat(CALENDAR.isForecast(day("2027-02-01"), day("2027-02-15"))).isTrue();
        assertThat(CALENDAR.isForecast(day("2031-01-01"), day("2031-02-01"))).isTrue();
    }

    @Test
    void aCorrectionStandsInPlaceOfTheTable() {
        var corrected = CALENDAR.with(List.of(
                new SpecialDay(day("2027-02-04"), SpecialDay.Kind.ORDINARY, "", SpecialDay.Basis.CORRECTED, ""),
                new SpecialDay(day("2027-02-11"), SpecialDay.Kind.HOLIDAY, "Tết", SpecialDay.Basis.CORRECTED, "")));
        assertThat(CALENDAR.isWorkingDay(day("2027-02-04"))).isFalse();
        assertThat(corrected.isWorkingDay(day("2027-02-04"))).isTrue();
        assertThat(corrected.isWorkingDay(day("2027-02-11"))).isFalse();
        assertThat(CALENDAR.isWorkingDay(day("2027-02-11"))).isTrue();
    }
}
