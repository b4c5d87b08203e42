package vn.qppl.reading;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.qppl.text.Span;

/**
 * From when, and until when, a document says it has effect. A date bound to an event that the text does not date (publication
 * in the Gazette, another law's commencement) is no date here: the effects name that boundary.
 */
final class TermReader {
    private static final Pattern ITSELF = Pattern.compile(
            "(?<!\\p{L})(?:hiến\\s{1,4}pháp|bộ\\s{1,4}luật|luật|pháp\\s{1,4}lệnh|nghị\\s{1,4}quyết|nghị\\s{1,4}định|thông\\s{1,4}tư\\s{1,4}liên\\s{1,4}tịch|thông\\s{1,4}tư|quyết\\s{1,4}định|chỉ\\s{1,4}thị|lệnh|văn\\s{1,4}bản|quy\\s{1,4}định|quy\\s{1,4}chế|kế\\s{1,4}hoạch)"
                    + "\\s{1,4}này\\s{1,4}(?:(?:đã\\s)?được[^.;]{0,260}?\\s(?:và\\s)?)?(?:chính thức\\s|bắt đầu\\s)?(có\\s{1,4}hiệu\\s{1,4}lực|được áp dụng|áp dụng|thi hành)(?:\\s{1,4}thi\\s{1,4}hành)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern FROM = Pattern.compile(
            "^[\\s,:]{0,4}(?:(?:kể\\s{1,4})?từ\\s{1,4}(?:ngày\\s{1,4})?" + VietnameseDates.DATE
                    + "|(?:kể\\s{1,4})?từ\\s{1,4}ngày\\s{1,4}((?:được\\s)?(?:ký(?:\\s{1,4}ban\\s{1,4}hành)?|ban\\s{1,4}hành|(?:[^.;,\\n]{0,60}?\\s)?thông\\s{1,4}qua))(?!\\p{L})"
                    + "|sau\\s{1,4}(\\d{1,3}|\\p{L}{1,6}(?:\\s\\p{L}{1,6}){0,2}?)\\s{1,4}(?:\\([^)]{1,30}\\)\\s{0,2})?ngày[,\\s]{1,4}kể\\s{1,4}từ\\s{1,4}ngày\\s{1,4}(?:được\\s)?(ký|ban\\s{1,4}hành|thông\\s{1,4}qua))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern UNTIL = Pattern.compile(
            "(?<!\\p{L})đến\\s{1,4}(hết\\s{1,4})?(?:ngày\\s{1,4})?" + VietnameseDates.DATE,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern AN_EVENT = Pattern.compile(
            "(?:ngày|khi|trước|sau|thời điểm|mà)\\s{1,4}$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private TermReader() {}

    record Term(@Nullable Finding<LocalDate> from, @Nullable Finding<LocalDate> until) {}

    static Term read(String text, int start, int end, @Nullable Finding<LocalDate> issuedOn) {
        for (int at = text.indexOf("này", Math.min(start, end), end); at >= 0; at = text.indexOf("này", at + 3, end)) {
            if (!speaksOfEffect(text, at + 3, end)) continue;
            var m = ITSELF.matcher(text).region(Math.max(start, at - 24), Math.min(end, at + 340));
            m.useTransparentBounds(true);
            if (!m.find()) continue;
            int back = Math.max(0, m.start() - 12);
            if (AN_EVENT.matcher(text.substring(back, m.start())).find()) continue;
            if (!m.group(1).toLowerCase(Locale.ROOT).contains("hiệu")
                    && !m.group().contains("thi hành")) continue;
            var tail = text.substring(m.end(), Math.min(end, m.end() + 220));
            var f = FROM.matcher(tail);
            if (!f.find()) continue;
            var from = from(f, new Span(m.start(), m.end() + f.end()), issuedOn);
            if (from.isEmpty()) continue;
            return new Term(from.get(), until(tail, f.end(), m.end()));
        }
        return new Term(null, null);
    }

    /** After "này": the few words that can lead to a date of effect. Keeps the pattern away from the rest of the text. */
    private static boolean speaksOfEffect(String text, int from, int end) {
        int i = ProvisionMention.blanks(text, from);
        if (i >= end) return false;
        return switch (text.charAt(i)) {
            case 'c' -> text.startsWith("có", i) || text.startsWith("chính", i);
            case 'đ' -> text.startsWith("đã", i) || text.startsWith("được", i);
            case 't' -> text.startsWith("thi", i);
            case 'b' -> text.startsWith("bắt", i);
            default -> false;
        };
    }

    private static Optional<Finding<LocalDate>> from(
            java.util.regex.Matcher f, Span span, @Nullable Finding<LocalDate> issuedOn) {
        var date = VietnameseDates.of(f, 0);
        if (date.isPresent()) {
            if (issuedOn != null && date.get().isBefore(issuedOn.value()))
                return Optional.of(
                        new Finding<>(date.get(), span, 0.9, "Ngày có hiệu lực trước ngày ban hành; cần kiểm tra"));
            if (issuedOn != null && date.get().isAfter(issuedOn.value().plusYears(3)))
                return Optional.of(new Finding<>(
                        date.get(), span, 0.8, "Ngày có hiệu lực sau ngày ban hành hơn ba năm; cần kiểm tra"));
            return Optional.of(new Finding<>(
                    date.get(),
                    span,
                    issuedOn == null ? 0.97 : 0.985,
                    issuedOn == null ? "Không đối chiếu được với ngày ban hành" : null));
        }
        if (issuedOn == null) return Optional.empty();
        if (f.group(7) != null) {
            return Optional.of(new Finding<>(
                    issuedOn.value(),
                    span,
                    Math.min(0.985, issuedOn.confidence()),
                    issuedOn.certain() ? null : "Tính từ ngày ban hành, mà ngày đó còn nghi ngờ"));
        }
        if (f.group(8) != null) {
            int days = days(f.group(8));
            if (days <= 0) return Optional.empty();
            return Optional.of(new Finding<>(
                    issuedOn.value().plusDays(days),
                    span,
                    Math.min(0.98, issuedOn.confidence()),
                    issuedOn.certain() ? null : "Tính từ ngày ban hành, mà ngày đó còn nghi ngờ"));
        }
        return Optional.empty();
    }

    private static @Nullable Finding<LocalDate> until(String tail, int from, int origin) {
        var clause = tail.substring(from, sentenceEnd(tail, from));
        var u = UNTIL.matcher(clause);
        if (!u.find() || u.start() > 60) return null;
        var last = VietnameseDates.of(u, 1);
        if (last.isEmpty()) return null;
        var span = new Span(origin + from + u.start(), origin + from + u.end());
        // "đến hết ngày" and "đến ngày" both keep that day (Bộ luật Dân sự 2015, Điều 148)
        return new Finding<>(
                last.get().plusDays(1),
                span,
                u.group(1) != null ? 0.985 : 0.95,
                u.group(1) != null ? null : "“Đến ngày” không nói rõ có tính ngày đó hay không");
    }

    private static int sentenceEnd(String text, int from) {
        for (int i = from; i < text.length(); i++)
            if (text.charAt(i) == ';'
                    || text.charAt(i) == '.' && i + 1 < text.length() && Character.isWhitespace(text.charAt(i + 1)))
                return i;
        return text.length();
    }

    static int days(String words) {
        if (Character.isDigit(words.charAt(0))) return Integer.parseInt(words);
        return switch (Marks.letters(words)) {
            case "bay" -> 7;
            case "muoi" -> 10;
            case "muoilam" -> 15;
            case "haimuoi" -> 20;
            case "bamuoi" -> 30;
            case "bonmuoilam" -> 45;
            case "sauchuc", "saumuoi" -> 60;
            default -> 0;
        };
    }
}
