package vn.qppl.scrutiny;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** Dates and words as findings read and write them. */
final class Vietnamese {
    /** Three groups: day, month, year. */
    static final String DATE = "(\\d{1,2})\\s*(?:tháng|[/.-])\\s*(\\d{1,2})\\s*(?:năm|[/.-])\\s*((?:19|20)\\d\\d)";

    /** Before a word: no letter. {@code \b} does not know every mark. */
    static final String WORD = "(?<![\\p{L}\\d])";

    static final String END = "(?![\\p{L}\\d])";

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Vietnamese() {}

    static String date(LocalDate day) {
        return WRITTEN.format(day);
    }

    /** Null for 31 February. */
    static @Nullable LocalDate date(MatchResult m, int firstGroup) {
        try {
            return LocalDate.of(
                    Integer.parseInt(m.group(firstGroup + 2)),
                    Integer.parseInt(m.group(firstGroup + 1)),
                    Integer.parseInt(m.group(firstGroup)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    static String lower(String words) {
        return words.toLowerCase(Locale.ROOT);
    }

    /** Blanks and line feeds as one blank. */
    static String flat(String words) {
        return words.strip().replaceAll("\\s+", " ");
    }

    static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
