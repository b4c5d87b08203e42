package vn.qppl.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Dates as Vietnamese documents write them: "ngày 05 tháng 3 năm 2024", "05/3/2024", "5-3-2024". */
final class VietnameseDates {
    /** Groups: 1–3 long form, 4–6 short form. Blanks may be missing ("tháng12"), as extraction leaves them. */
    static final String DATE =
            "(?:(?:(\\d{1,2})\\s{0,3}tháng\\s{0,3}(\\d{1,2})\\s{0,3}(?:,\\s{0,2})?năm\\s{0,3}((?:19|20)\\d\\d))"
                    + "|(?:(\\d{1,2})\\s?[/.-]\\s?(\\d{1,2})\\s?[/.-]\\s?((?:19|20)\\d\\d)))(?!\\d)";

    static final Pattern ANY = Pattern.compile(DATE, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private VietnameseDates() {}

    /** The date of a match whose date groups begin after {@code before} other groups; empty for 31/02. */
    static Optional<LocalDate> of(MatchResult m, int before) {
        int at = m.group(before + 1) != null ? before : before + 3;
        if (m.group(at + 1) == null) return Optional.empty();
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(m.group(at + 3)),
                    Integer.parseInt(m.group(at + 2)),
                    Integer.parseInt(m.group(at + 1))));
        } catch (DateTimeException notInCalendar) {
            return Optional.empty();
        }
    }
}
