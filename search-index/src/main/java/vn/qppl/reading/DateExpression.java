package vn.qppl.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When something begins or ends, as a sentence says it: a day, a number of days from signing, or an event.
 *
 * @param from first day; null where bound to an event or not said
 * @param until first day after; null where open
 * @param boundary the event, as the text says it; null for plain dates
 * @param end where the expression ends in the line
 */
record DateExpression(
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String boundary,
        int end,
        double confidence) {

    private static final String DAY = "ngày (\\d{1,2}) ?(?:tháng|[/.-]) ?(\\d{1,2}) ?(?:năm|[/.-]) ?((?:19|20)\\d\\d)";
    private static final Pattern FIXED =
            Pattern.compile("(?:,? ?(?:bắt đầu )?(?:kể từ|từ|vào|là) )?(?:\\d{1,2} giờ(?: \\d{1,2} phút)?,? )?" + DAY);
    private static final String SIGNED =
            "(?:ngày |khi )?(?:được )?(?:ký ban hành|ký|ban hành|(?:hội đồng nhân dân[^,.;:]{0,60} |quốc hội )?(?:biểu quyết )?thông qua)";
    private static final Pattern SIGNING = Pattern.compile(",? ?(?:kể từ|từ|ngay sau|sau) " + SIGNED + "(?!\\p{L})");
    private static final Pattern AFTER_DAYS = Pattern.compile(
            ",? ?sau (\\d{1,3}|\\p{L}{1,6}(?: \\p{L}{1,6}){0,2}?)(?: \\([^)]{1,30}\\))? ngày(?: làm việc)?,? ?(?:kể từ|từ|sau) ("
                    + SIGNED + ")(?!\\p{L})");
    private static final Pattern DAYS_AFTER =
            Pattern.compile(",? ?(\\d{1,3})(?: \\([^)]{1,30}\\))? ngày,? ?(?:sau|kể từ|từ) (" + SIGNED + ")(?!\\p{L})");
    private static final Pattern AFTER_MONTHS = Pattern.compile(
            ",? ?sau (\\d{1,2})(?: \\([^)]{1,30}\\))? (tháng|năm),? ?(?:kể từ|từ|sau) (" + SIGNED + ")(?!\\p{L})");
    private static final Pattern EVENT = Pattern.compile(
            ",? ?(?:(?:kể từ|từ|sau|vào) (?:\\d{1,3} ngày,? ?(?:kể từ|từ) )?(?:ngày|thời điểm|khi) |cùng (?:thời điểm|ngày|lúc)(?: có hiệu lực)? (?:với|của) )");
    private static final Pattern UNTIL = Pattern.compile(",? ?(?:và )?(?:cho )?(?:đến|tới) (hết )?" + DAY);

    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("năm", 5),
            Map.entry("bảy", 7),
            Map.entry("mười", 10),
            Map.entry("mười lăm", 15),
            Map.entry("hai mươi", 20),
            Map.entry("ba mươi", 30),
            Map.entry("bốn mươi lăm", 45),
            Map.entry("bốn lăm", 45),
            Map.entry("sáu mươi", 60),
            Map.entry("bốn mươi", 40),
            Map.entry("chín mươi", 90));

    /** Reads at {@code start} of a line; null where no date stands there. */
    static @Nullable DateExpression at(FlatText flat, int start, @Nullable LocalDate issuedOn) {
        var s = flat.lower();
        if (start >= s.length()) return null;
        for (var pattern : List.of(AFTER_DAYS, DAYS_AFTER)) {
            var m = pattern.matcher(s).region(start, s.length());
            if (!m.lookingAt()) continue;
            Integer days = days(m.group(1));
            if (days == null) break;
            if (issuedOn == null)
                return new DateExpression(
                        null, null, s.substring(start, m.end()).strip(), m.end(), 0.9);
            // working days are counted by a calendar of holidays that no text holds
            boolean working = m.group().contains("làm việc");
            return withUntil(flat, issuedOn.plusDays(days), m.end(), working ? 0.8 : 0.985);
        }
        var months = AFTER_MONTHS.matcher(s).region(start, s.length());
        if (months.lookingAt()) {
            if (issuedOn == null)
                return new DateExpression(
                        null, null, s.substring(start, months.end()).strip(), months.end(), 0.9);
            int count = Integer.parseInt(months.group(1));
            var day = months.group(2).equals("năm") ? issuedOn.plusYears(count) : issuedOn.plusMonths(count);
            return withUntil(flat, day, months.end(), 0.985);
        }
        var fixed = FIXED.matcher(s).region(start, s.length());
        if (fixed.lookingAt()) {
            var day = day(fixed, 1);
            return day == null ? null : withUntil(flat, day, fixed.end(), 0.99);
        }
        var signing = SIGNING.matcher(s).region(start, s.length());
        if (signing.lookingAt()) {
            if (issuedOn == null)
                return new DateExpression(
                        null, null, s.substring(start, signing.end()).strip(), signing.end(), 0.9);
            return withUntil(flat, issuedOn, signing.end(), 0.99);
        }
        var event = EVENT.matcher(s).region(start, s.length());
        if (event.lookingAt()) {
            int end = event.end();
            while (end < s.length() && end - event.end() < 300 && ";.\uE000".indexOf(s.charAt(end)) < 0) end++;
            var words = flat.text().substring(start, end).strip();
            while (words.startsWith(",")) words = words.substring(1).strip();
            for (var lead : List.of("kể từ ", "từ ", "vào "))
                if (words.toLowerCase(java.util.Locale.ROOT).startsWith(lead)) words = words.substring(lead.length());
            return new DateExpression(null, null, words, end, 0.9);
        }
        return null;
    }

    /** A day after "đến (hết)"; the first day without effect. */
    static @Nullable DateExpression untilAt(FlatText flat, int start) {
        var m = UNTIL.matcher(flat.lower()).region(start, flat.length());
        if (!m.lookingAt()) return null;
        var day = day(m, 2);
        return day == null ? null : new DateExpression(null, day.plusDays(1), null, m.end(), 0.985);
    }

    private static DateExpression withUntil(FlatText flat, LocalDate from, int end, double confidence) {
        var until = untilAt(flat, end);
        return until == null
                ? new DateExpression(from, null, null, end, confidence)
                : new DateExpression(from, until.until(), null, until.end(), confidence);
    }

    private static @Nullable Integer days(String word) {
        return VietnameseNumbers.isDigits(word) ? Integer.valueOf(word) : WORDS.get(word);
    }

    private static @Nullable LocalDate day(Matcher m, int group) {
        try {
            return LocalDate.of(
                    Integer.parseInt(m.group(group + 2)),
                    Integer.parseInt(m.group(group + 1)),
                    Integer.parseInt(m.group(group)));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
