package vn.qppl.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Until when a document is to be carried out, where a sentence about the document itself says so: "Nghị quyết này được thực hiện đến hết
 * ngày 31 tháng 12 năm 2020", "… thực hiện trong giai đoạn 2021 - 2025", "… có hiệu lực trong 03 năm kể từ ngày …" (Luật 80/2015 Điều
 * 154 khoản 1; Luật 64/2025 Điều 57 khoản 1 điểm a). A period that only the title names ends nothing.
 */
final class OwnTerm {
    private static final String TYPE =
            "(?:nghị quyết|quyết định|chỉ thị|nghị định|thông tư|quy định|quy chế|văn bản|chính sách|bảng giá[^.;]{0,60}?)";
    private static final Pattern SUBJECT = Pattern.compile(
            "^(?:\\d{1,2}\\. |[a-zđ]\\) )?" + TYPE
                    + " này (?!quy định|ban hành|hướng dẫn|phê duyệt|điều chỉnh|thay thế|sửa đổi)(?:[^.;:]{0,40}? )?(?:có hiệu lực|có giá trị|được thực hiện|thực hiện|được áp dụng|áp dụng|được thi hành|thi hành)(?!\\p{L})");
    /** In an article that is headed so, the sentence needs no subject. */
    private static final Pattern HEADED = Pattern.compile(
            "^(?:\\d{1,2}\\. )?(?:thời gian|thời hạn) (?:thực hiện|áp dụng|thi hành|có hiệu lực)(?: (?:nghị quyết|quyết định|chính sách|quy định)(?: này)?)?\\s?(?::|là|từ|kể từ|đến|trong|\\d)");

    private static final String DAY = "ngày (\\d{1,2}) ?(?:tháng|[/.-]) ?(\\d{1,2}) ?(?:năm|[/.-]) ?((?:19|20)\\d\\d)";
    private static final Pattern LAST_DAY = Pattern.compile("(?:đến|tới) hết " + DAY);
    /** Both ends named: the last day counts without "hết" too (Bộ luật Dân sự 2015 Điều 148 khoản 3). */
    private static final Pattern BOTH_DAYS = Pattern.compile("từ " + DAY + ",? (?:đến|tới) " + DAY);

    private static final Pattern LAST_YEAR =
            Pattern.compile("(?:đến|tới) (?:hết|cuối) năm (?:ngân sách |kế hoạch )?((?:19|20)\\d\\d)(?! ?[-–/] ?\\d)");
    private static final Pattern PERIOD = Pattern.compile(
            "(?:trong |cho |của )?(?:giai đoạn|thời kỳ|các năm|từ năm)(?: ổn định ngân sách)?(?: từ năm)? ((?:19|20)\\d\\d) ?(?:-|–|đến|đến năm|đến hết năm) ?(?:năm )?((?:19|20)\\d\\d)");
    private static final Pattern ONE_YEAR =
            Pattern.compile("(?:trong|cho|của) năm (?:ngân sách |kế hoạch )?((?:19|20)\\d\\d)(?! ?[-–/] ?\\d)");
    private static final Pattern SPAN = Pattern.compile(
            "(?<!sau )(?:trong |là )?(?:thời hạn |thời gian )?(?<!sau )(?<!\\d)(\\d{1,2})(?: \\([^)]{1,20}\\))? (năm|tháng),? (?:kể )?từ (?:khi |ngày )(?:"
                    + DAY.substring(5) + "|(?:" + TYPE + " này )?có hiệu lực|ký ban hành|ban hành|thông qua)");

    private OwnTerm() {}

    /**
     * @param until first day without effect
     * @param from where the sentence begins in the line
     */
    record Term(LocalDate until, int from, int end) {}

    /**
     * @param heading of the article, in lower case; empty where it has none
     * @param article whether the words are the article's own, not a clause's: "Điều 2. Thời gian thực hiện: từ ngày …" needs no heading
     * @param begins first day of the whole document; null where unknown
     */
    static @Nullable Term of(FlatText flat, String heading, boolean article, @Nullable LocalDate begins) {
        var s = flat.lower();
        boolean headed = Stream.of(heading, article && heading.isEmpty() ? s : "")
                .anyMatch(h -> h.startsWith("thời gian") || h.startsWith("thời hạn"));
        // an article's own words begin with its heading
        int from = !heading.isEmpty() && s.startsWith(heading) ? heading.length() : 0;
        while (from < s.length() && " .:".indexOf(s.charAt(from)) >= 0) from++;
        while (from < s.length()) {
            int end = sentenceEnd(s, from);
            var sentence = s.substring(from, end).strip();
            int said = said(sentence, headed);
            if (said >= 0) {
                var until = until(sentence.substring(said), begins);
                if (until != null) return new Term(until, from, end);
            }
            from = end + 1;
            while (from < s.length() && s.charAt(from) == ' ') from++;
        }
        return null;
    }

    /** Where what is said of the document begins; -1 where the sentence speaks of something else. */
    private static int said(String sentence, boolean headed) {
        var subject = SUBJECT.matcher(sentence);
        if (subject.find()) return subject.end();
        if (!headed) return -1;
        var m = HEADED.matcher(sentence);
        return m.find() ? m.end() - 1 : -1;
    }

    private static @Nullable LocalDate until(String words, @Nullable LocalDate begins) {
        var day = LAST_DAY.matcher(words);
        if (day.find()) return plusDay(day, 1);
        var both = BOTH_DAYS.matcher(words);
        if (both.find()) return plusDay(both, 4);
        var year = LAST_YEAR.matcher(words);
        if (year.find()) return firstOfNext(year.group(1));
        var span = SPAN.matcher(words);
        if (span.find()) {
            var start = span.group(3) == null ? begins : date(span, 3);
            int n = Integer.parseInt(span.group(1));
            return start == null ? null : span.group(2).equals("năm") ? start.plusYears(n) : start.plusMonths(n);
        }
        var period = PERIOD.matcher(words);
        if (period.find()) return firstOfNext(period.group(2));
        var one = ONE_YEAR.matcher(words);
        return one.find() ? firstOfNext(one.group(1)) : null;
    }

    private static LocalDate firstOfNext(String year) {
        return LocalDate.of(Integer.parseInt(year) + 1, 1, 1);
    }

    private static @Nullable LocalDate plusDay(Matcher m, int group) {
        var date = date(m, group);
        return date == null ? null : date.plusDays(1);
    }

    private static @Nullable LocalDate date(Matcher m, int group) {
        try {
            return LocalDate.of(
                    Integer.parseInt(m.group(group + 2)),
                    Integer.parseInt(m.group(group + 1)),
                    Integer.parseInt(m.group(group)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int sentenceEnd(String s, int from) {
        for (int i = from; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == ';' || c == '.' && i > from + 3 && (i + 1 == s.length() || s.charAt(i + 1) == ' ')) return i;
        }
        return s.length();
    }
}
