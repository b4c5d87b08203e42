package vn.qppl.intake;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.qppl.effect.BoundaryEvent;
import vn.qppl.structure.DocumentNumber;

/**
 * The day a clause names by another document's life: "ngày Nghị quyết số 09/2023/NQ-HĐND … hết hiệu lực", "sau 10 ngày kể từ ngày Quyết
 * định số … có hiệu lực".
 *
 * @param number of the other document, as printed
 */
record Boundary(String number, @Nullable LocalDate issuedOn, BoundaryEvent.Event event, int days) {
    private static final Pattern NUMBER = Pattern.compile(
            "(?u)(?<![\\p{L}\\d])(\\d{1,5}[a-z]?/(?:(?:19|20)\\d\\d/)?\\p{Lu}[\\p{L}\\d]{0,12}(?:-\\p{Lu}[\\p{L}\\d]{0,15}){0,5})");
    private static final Pattern DAYS = Pattern.compile("(?iu)^sau (\\d{1,3}) ngày");

    /** Empty where the words name no document by its number, or nothing that its effects date. */
    static Optional<Boundary> of(String words) {
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
                CitedBody.of(words, number.group(1)).issuedOn(),
                event,
                days.find() ? Integer.parseInt(days.group(1)) : 0));
    }
}
