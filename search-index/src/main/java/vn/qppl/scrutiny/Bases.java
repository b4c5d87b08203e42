package vn.qppl.scrutiny;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.qppl.structure.DocumentNumber;
import vn.qppl.text.Span;

/**
 * The bases a preamble cites, one by one, whatever they are: the reader of citations knows documents with numbers and laws by name, the
 * rules also want letters, conclusions and whatever else may not stand there.
 */
final class Bases {
    private static final Pattern PARAGRAPH = Pattern.compile("(?m)^[ \\t]*(Căn\\s{1,3}cứ)(?=\\s)");
    /** A line that begins another paragraph of the preamble. */
    private static final Pattern NEXT = Pattern.compile(
            "(?m)^[ \\t]*(?:Căn\\s{1,3}cứ\\s|Xét\\s|Theo\\s|Trên cơ sở|Thực hiện\\s|Sau khi\\s|Được sự\\s|QUYẾT\\s|BAN HÀNH|(?:Hội đồng nhân dân|Ủy ban nhân dân|Uỷ ban nhân dân|Chủ tịch Ủy ban nhân dân)[^;\\n]{0,80}\\s(?:ban hành|quyết định)\\s|HỘI ĐỒNG|ỦY BAN|UỶ BAN|CHỦ TỊCH)");

    private static final String NORMATIVE =
            "Hiến pháp|Bộ luật|Luật|Pháp lệnh|Lệnh|Nghị quyết liên tịch|Nghị quyết|Nghị định|Thông tư liên tịch|Thông tư|Quyết định";
    private static final String OTHER =
            "Công văn|Kết luận|Thông báo|Kế hoạch|Báo cáo|Tờ trình|Chỉ thị|Chương trình|Đề án|Biên bản|Công điện|Hướng dẫn|Thông tri|Văn bản hợp nhất|Văn bản|Ý kiến|ý kiến";
    private static final Pattern KIND =
            Pattern.compile("^(?:Căn\\s+cứ\\s+)?(?:vào\\s+)?(?:các\\s+)?(" + NORMATIVE + "|" + OTHER + ")(?=[\\s,])");
    static final Pattern NUMBER = Pattern.compile(
            "(?<![\\d/])(\\d{1,6}[a-zA-Z]?(?:\\s?/\\s?(?:19|20)\\d\\d)?\\s?[-–/]\\s?\\p{Lu}[\\p{L}\\d&.]*(?:\\s?[-–/]\\s?\\p{Lu}[\\p{L}\\d&.]*){0,5})");
    private static final Pattern DAY = Pattern.compile("ngày\\s+" + Vietnamese.DATE);
    private static final Pattern ISSUER = Pattern.compile(
            "(?:^|\\s)của\\s+((?:Chính phủ|Thủ tướng Chính phủ|Quốc hội|Ủy ban Thường vụ Quốc hội|(?:liên\\s+)?(?:Bộ trưởng\\s+)?(?:Bộ|Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng nhân dân|Thống đốc|Thanh tra|Tổng|Tòa án|Viện|Ban|Tỉnh ủy|Thành ủy|Chủ tịch|Thường trực|Văn phòng)(?=\\s)))"
                    + "((?:\\s+(?!về\\s|quy\\s+định|hướng\\s+dẫn|sửa\\s+đổi|ban\\s+hành|phê\\s+duyệt|bãi\\s+bỏ|phân\\s+cấp|phân\\s+định|thông\\s+qua|công\\s+bố)[^\\s;.]+){0,14})");
    private static final Pattern LAW_TITLE = Pattern.compile(
            "^(?:Căn\\s+cứ\\s+)?((?:Bộ\\s+luật|Luật|Pháp\\s+lệnh)\\s.+?)(?=\\s+(?:số\\s|ngày\\s|năm\\s+(?:19|20)\\d\\d|được\\s+sửa|đã\\s+được|\\()|[,.;]|$)");

    private Bases() {}

    static List<Basis> of(Text text) {
        var bases = new ArrayList<Basis>();
        for (var paragraph : paragraphs(text)) {
            int start = paragraph.start();
            while (start < paragraph.end()) {
                int semicolon = text.words().indexOf(';', start);
                int end = semicolon < 0 || semicolon >= paragraph.end() ? paragraph.end() : semicolon;
                var basis = basis(text, start, end, paragraph);
                if (basis != null) bases.add(basis);
                start = end + 1;
            }
        }
        return bases;
    }

    /** "Căn cứ …" each to the next paragraph, without blanks at its end. */
    static List<Span> paragraphs(Text text) {
        var preamble = text.main().preamble();
        var words = text.words();
        var found = new ArrayList<Span>();
        var begin = PARAGRAPH
                .matcher(words)
                .region(preamble.start(), preamble.end())
                .useTransparentBounds(true);
        while (begin.find()) {
            int end = preamble.end();
            var next = NEXT.matcher(words).region(begin.end(), preamble.end()).useTransparentBounds(true);
            while (next.find())
                if (ended(words, next.start())) {
                    end = next.start();
                    break;
                }
            while (end > begin.end() && Character.isWhitespace(words.charAt(end - 1))) end--;
            if (found.isEmpty() || found.getLast().end() <= begin.start(1)) found.add(new Span(begin.start(1), end));
        }
        return found;
    }

    /** Whether what stands before a line could end a paragraph, so that the line is none of its own broken lines. */
    private static boolean ended(String words, int at) {
        int i = at - 1;
        while (i >= 0 && Character.isWhitespace(words.charAt(i))) i--;
        return i < 0
                || ";.:,".indexOf(words.charAt(i)) >= 0
                || PARAGRAPH.matcher(words).region(at, words.length()).lookingAt();
    }

    private static @Nullable Basis basis(Text text, int from, int to, Span paragraph) {
        var words = text.words();
        int start = from;
        while (start < to && !Character.isLetter(words.charAt(start))) start++;
        int end = to;
        while (end > start && Character.isWhitespace(words.charAt(end - 1))) end--;
        if (end - start < 4) return null;
        var segment = Vietnamese.flat(words.substring(start, end));
        var kind = KIND.matcher(segment);
        boolean named = kind.find();
        var head = named ? segment.substring(0, Math.min(segment.length(), kind.end() + 400)) : segment;
        var number = NUMBER.matcher(head);
        Optional<DocumentNumber> parsed = number.find()
                ? DocumentNumber.parse(
                        number.group(1).replaceAll("\\s+", "").replace('–', '-').replaceAll("[.]$", ""))
                : Optional.empty();
        var law = LAW_TITLE.matcher(segment);
        var title = law.find() ? law.group(1).strip() : null;
        // a law's own number stands right behind its name; one further on is that of what amended it
        if (title != null && parsed.isPresent() && number.start(1) > law.end(1) + 12) parsed = Optional.empty();
        int behind = parsed.isPresent() ? number.end() : title != null ? law.end(1) : named ? kind.end() : 0;
        var rest = segment.substring(Math.min(behind, segment.length()));
        var amended = rest.indexOf("sửa đổi");
        var own = amended >= 0 && parsed.isEmpty() ? rest.substring(0, amended) : rest;
        var day = DAY.matcher(own);
        boolean dated = day.find() && day.start() < 40;
        var issuer = ISSUER.matcher(" " + own);
        boolean issued = issuer.find() && issuer.start() < (dated ? day.end() + 20 : 20);
        var about = issued
                ? own.substring(Math.min(own.length(), Math.max(0, issuer.end() - 1)))
                        .strip()
                : "";
        return new Basis(
                named ? kind.group(1) : "",
                parsed.orElse(null),
                dated ? Vietnamese.date(day, 1) : null,
                title,
                issued ? Vietnamese.flat(issuer.group(1) + issuer.group(2)) : null,
                about,
                new Span(start, end),
                paragraph);
    }

    /** Kinds that are no form of QPPL at all (Luật 80/2015 Điều 4; Luật 64/2025 Điều 4). */
    static boolean administrative(String kind) {
        return !kind.isEmpty() && kind.matches(OTHER) && !kind.equals("Văn bản hợp nhất");
    }
}
