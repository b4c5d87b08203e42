package vn.qppl.procedure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** The days off that come with the software, 2015 to 2030. */
final class DaysOff {
    private DaysOff() {}

    static List<SpecialDay> builtIn() {
        try {
            return new ClassPathResource("days-off.csv", DaysOff.class)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(DaysOff::day)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SpecialDay day(String line) {
        var parts = line.split(";", 5);
        return new SpecialDay(
                LocalDate.parse(parts[0]),
                SpecialDay.Kind.valueOf(parts[1]),
                parts[2],
                SpecialDay.Basis.valueOf(parts[3]),
                parts[4]);
    }
}
