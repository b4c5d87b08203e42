package vn.qppl.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands behind a document's number where a text names it: its date and the body that issued it. */
final class CitedBody {
    private static final int WINDOW = 300;
    private static final Pattern DATE = Pattern.compile(
            "(?iu)^\\s*ngày\\s+(\\d{1,2})\\s*(?:tháng\\s+|[/.-])\\s*(\\d{1,2})\\s*(?:năm\\s+|[/.-])\\s*(\\d{4})");
    private static final Pattern BODY = Pattern.compile(
            "(?u)của\\s+((?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Hội đồng nhân dân|HĐND|Chủ tịch Ủy ban nhân dân)"
                    + "\\s+(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)"
                    + "(?:\\s+\\p{Lu}[\\p{L}']{0,20}){1,5})");

    private CitedBody() {}

    /** @param issuerName null where the text names no local body there */
    record Behind(@Nullable LocalDate issuedOn, @Nullable String issuerName) {}

    /** @param text the words that name the document and what follows them
     * @param number as printed there */
    static Behind of(String text, String number) {
        int at = text.indexOf(number);
        if (at < 0) return new Behind(null, null);
        var behind = text.substring(at + number.length(), Math.min(text.length(), at + number.length() + WINDOW));
        // the next document's number ends what is said of this one
        int next = behind.indexOf("/QĐ-");
        int other = behind.indexOf("/NQ-");
        int end = next < 0 ? other : other < 0 ? next : Math.min(next, other);
        if (end > 0) behind = behind.substring(0, end);
        var date = DATE.matcher(behind);
        LocalDate issuedOn = null;
        if (date.find()) {
            try {
                issuedOn = LocalDate.of(
                        Integer.parseInt(date.group(3)),
                        Integer.parseInt(date.group(2)),
                        Integer.parseInt(date.group(1)));
            } catch (DateTimeException e) {
                // a date that does not exist tells nothing
                issuedOn = null;
            }
        }
        var body = BODY.matcher(behind.replaceAll("\\s+", " "));
        return new Behind(issuedOn, body.find() ? body.group(1) : null);
    }
}
