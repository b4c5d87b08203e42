package vn.qppl.effect;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.qppl.structure.DocumentNumber;

/**
 * The day a clause names by another document's life: "ngày Nghị quyết số 09/2023/NQ-HĐND … hết hiệu lực", "sau 10 ngày kể từ ngày Quyết
 * định số … có hiệu lực".
 *
 * @param number of the other document, as printed
 */
public record Boundary(String number, @Nullable LocalDate issuedOn, BoundaryEvent.Event event, int days) {
    private static final Pattern NUMBER = Pattern.compile(
            "(?u)(?<![\\p{L}\\d])(\\d{1,5}[a-z]?/(?:(?:19|20)\\d\\d/)?\\p{Lu}[\\p{L}\\d]{0,12}(?:-\\p{Lu}[\\p{L}\\d]{0,15}){0,5})");
    private static final Pattern DAYS = Pattern.compile("(?iu)^sau (\\d{1,3}) ngày");

    private static final Pattern DATE = Pattern.compile(
            "(?iu)^\\s*ngày\\s+(\\d{1,2})\\s*(?:tháng\\s+|[/.-])\\s*(\\d{1,2})\\s*(?:năm\\s+|[/.-])\\s*(\\d{4})");

    /** Empty where the words name no document by its number, or nothing that its effects date. */
    public static Optional<Boundary> of(String words) {
        var number = NUMBER.matcher(words);
        if (!number.find() || DocumentNumber.parse(number.group(1)).isEmpty()) return Optional.empty();
        var after = words.substring(number.end()).toLowerCase(Locale.ROOT);
        var event = after.contains("hết hiệu lực") || after.contains("chấm dứt hiệu lực")
                ? BoundaryEvent.Event.ENDS
                : after.contains("có hiệu lực")
                                || words.toLowerCase(Locale.ROOT).startsWith("cùng ")
                        ? BoundaryEvent.Event.BEGINS
                        : null;
        if (event == null) return Optional.empty();
        var days = DAYS.matcher(words);
        return Optional.of(new Boundary(
                number.group(1),
                issuedOn(words.substring(number.end())),
                event,
                days.find() ? Integer.parseInt(days.group(1)) : 0));
    }

    private static @Nullable LocalDate issuedOn(String behind) {
        var m = DATE.matcher(behind);
        if (!m.find()) return null;
        try {
            return LocalDate.of(
                    Integer.parseInt(m.group(3)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(1)));
        } catch (DateTimeException e) {
            // a date that does not exist tells nothing
            return null;
        }
    }
}
