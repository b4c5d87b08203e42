package vn.qppl.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Every limit of every procedure of both laws against a table counted apart from the code, each with its article. */
class DeadlineTableTest {
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(DaysOff.builtIn());
    private static final List<Procedure> ALL =
            BuiltIn.procedures().stream().map(BuiltIn.Text::procedure).toList();

    private record Row(
            String procedure,
            String step,
            String limit,
            String article,
            LocalDate event,
            LocalDate due,
            LocalDate safe) {}

    private static List<Row> rows() {
        try {
            return new ClassPathResource("deadlines.csv", DeadlineTableTest.class)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|"))
                    .map(cells -> new Row(
                            cells[0],
                            cells[1],
                            cells[2],
                            cells[3],
                            LocalDate.parse(cells[4]),
                            LocalDate.parse(cells[5]),
                            LocalDate.parse(cells[6])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void countsEveryLimitAsTheTableDoes() {
        var wrong = new ArrayList<String>();
        for (var row : rows()) {
            var limit = ALL.stream()
                    .filter(procedure -> procedure.code().equals(row.procedure()))
                    .flatMap(procedure -> procedure.step(row.step()).orElseThrow().limits().stream())
                    .filter(candidate -> candidate.code().equals(row.limit()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no limit " + row));
            var deadline = Deadline.of(limit, Course.from(row.event()), row.event(), CALENDAR);
            if (!limit.article().equals(row.article())) wrong.add(row + " has the article " + limit.article());
            if (!deadline.due().equals(row.due()) || !deadline.lastSafeDay().equals(row.safe()))
                wrong.add(row + " is due " + deadline.due() + ", safe " + deadline.lastSafeDay());
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theTableLeavesNoLimitOut() {
        var inTable =
                rows().stream().map(row -> row.procedure() + " " + row.limit()).collect(Collectors.toSet());
        var inProcedures = new TreeSet<String>();
        for (var procedure : ALL)
            for (var limit : procedure.limits()) inProcedures.add(procedure.code() + " " + limit.code());
        assertThat(inTable).containsExactlyInAnyOrderElementsOf(inProcedures);
    }

    @Test
    void theTableMeetsTetMonthEndsAndTheChangesOfLaw() {
        var events = rows().stream().map(Row::event).collect(Collectors.toSet());
        assertThat(events)
                .contains(
                        LocalDate.of(2025, 1, 16), // Tết 2025
                        LocalDate.of(2026, 2, 9), // Tết 2026
                        LocalDate.of(2024, 1, 31),
                        LocalDate.of(2025, 12, 31),
                        LocalDate.of(2025, 3, 28), // ends under the 2025 law
                        LocalDate.of(2025, 6, 27)); // ends after the districts
        assertThat(rows()).anyMatch(row -> !row.due().equals(row.safe()));
    }

    /** A week's pause from the first day on: the count begins where the pause ends. */
    @Test
    void everyLimitCountedOnStopsWhilePaused() {
        var wrong = new ArrayList<String>();
        for (var procedure : ALL)
            for (var limit : procedure.limits()) {
                int n = limit.binding().count();
                if (limit.direction() == Limit.Direction.BEFORE || n == 0) continue;
                for (var start : List.of(LocalDate.of(2025, 1, 13), LocalDate.of(2024, 3, 11))) {
                    var pause = new Course.Pause(start.plusDays(1), start.plusDays(8), "chờ bổ sung hồ sơ");
                    var due = Deadline.of(limit, Course.from(start).paused(pause), start, CALENDAR)
                            .due();
                    var resumed = start.plusDays(7);
                    var last = switch (limit.binding().unit()) {
                        case DAYS -> resumed.plusDays(n);
                        case WORKING_DAYS -> CALENDAR.addWorkingDays(resumed, n);
                        case MONTHS -> resumed.plusMonths(n);
                    };
                    var expected = limit.nextWorkingDay() ? CALENDAR.workingDayFrom(last) : last;
                    if (!due.equals(expected))
                        wrong.add(procedure.code() + " " + limit.code() + " from " + start + ": " + due + ", not "
                                + expected);
                }
            }
        assertThat(wrong).isEmpty();
    }
}
