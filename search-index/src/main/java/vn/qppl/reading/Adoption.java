package vn.qppl.reading;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.qppl.text.Span;

/** The closing line of a text that an assembly adopts: "… khóa XV, kỳ họp thứ 4 thông qua ngày 15 tháng 11 năm 2022". */
record Adoption(LocalDate date, Span span) {
    private static final Pattern LINE = Pattern.compile(
            "thông\\s+qua\\s+(?:tại\\s+kỳ\\s+họp[^.\\n]{0,80}?\\s)?(?:vào\\s+)?ngày\\s+" + VietnameseDates.DATE,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ITSELF = Pattern.compile(
            "(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết|Hiến pháp)\\s+này\\s+(?:đã\\s+)?được",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    static Optional<Adoption> in(String text, int from) {
        int start = Math.max(from, 0);
        var itself = ITSELF.matcher(text);
        Adoption last = null;
        for (int at = text.indexOf("này", start); at >= 0; at = text.indexOf("này", at + 3)) {
            int next = ProvisionMention.blanks(text, at + 3);
            if (next >= text.length() || Character.toLowerCase(text.charAt(next)) != 'đ') continue;
            if (!itself.region(Math.max(start, at - 16), Math.min(text.length(), at + 40))
                    .find()) continue;
            var line = LINE.matcher(text).region(itself.end(), Math.min(text.length(), itself.end() + 400));
            if (!line.find()) continue;
            var date = VietnameseDates.of(line, 0);
            if (date.isPresent()) last = new Adoption(date.get(), new Span(line.start(), line.end()));
        }
        return Optional.ofNullable(last);
    }
}
