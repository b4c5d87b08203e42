package vn.qppl.scrutiny;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.qppl.scrutiny.MachineFinding.Evidence;
import vn.qppl.structure.LegalText.Component;
import vn.qppl.structure.LegalText.ComponentKind;
import vn.qppl.structure.Unit;
import vn.qppl.structure.UnitLevel;

/** Số, ký hiệu, thể thức (Nghị định 34/2016 Điều 55–81; Nghị định 78/2025 Điều 62–71; Luật 64/2025 Điều 7). */
final class LayoutRules {
    /** The letterhead is looked for in so many characters. */
    private static final int HEAD = 1500;
    /** More QPPL of one form a year than any local body issues. */
    private static final int MOST_OF_A_YEAR = 400;

    private static final Pattern NUMBER = Pattern.compile(
            "Số\\s*:?\\s*(\\d{0,6}[a-zA-Z]?)([ \\t]*)/([ \\t]*)((?:19|20)\\d\\d)([ \\t]*)/([ \\t]*)(\\p{Lu}[\\p{L}\\d]*(?:[ \\t]*[-–.][ \\t]*\\p{Lu}[\\p{L}\\d]*)*)");
    private static final Pattern DATE_LINE = Pattern.compile(
            "([\\p{L}][\\p{L}\\s.'’-]{1,40}),\\s+ngày\\s+(\\d{1,2})\\s+tháng\\s+(\\d{1,2})\\s+năm\\s+((?:19|20)\\d\\d)");
    private static final Pattern COUNTRY =
            Pattern.compile("(?iu)CỘNG\\s+H(?:ÒA|OÀ)\\s+XÃ\\s+HỘI\\s+CHỦ\\s+NGHĨA\\s+VIỆT\\s+NAM");
    private static final Pattern MOTTO =
            Pattern.compile("(?iu)Độc\\s+lập\\s*[-–—]\\s*Tự\\s+do\\s*[-–—]\\s*Hạnh\\s+phúc");
    private static final Pattern ARCHIVE = Pattern.compile("(?m)^[ \\t\\-–+]*Lưu\\s*[:(]?");
    private static final Pattern TITLE_AND_MORE =
            Pattern.compile("(?iu)^(?:sửa đổi|bổ sung|bãi bỏ|thay thế|ban hành kèm|thông qua|phê duyệt|giao )");

    private final Text text;
    private final List<MachineFinding> found;

    private LayoutRules(Text text, List<MachineFinding> found) {
        this.text = text;
        this.found = found;
    }

    static void check(Text text, List<MachineFinding> found) {
        if (!text.facts().localRulesMeant() || !text.regime().known()) return;
        var rules = new LayoutRules(text, found);
        rules.number();
        rules.dateLine();
        rules.motto();
        rules.recipients();
        for (var component : text.ruling()) {
            rules.headings(component);
            rules.marks(component);
        }
    }

    private void add(Rule rule, Severity severity, String why, String article, Evidence evidence, String mending) {
        found.add(new MachineFinding(rule, severity, why, article, List.of(evidence), mending));
    }

    private void number() {
        var head = text.words().substring(0, Math.min(text.words().length(), HEAD));
        var m = NUMBER.matcher(head);
        if (!m.find()) return;
        var evidence = text.evidence(m.start(), m.end());
        var article = Articles.number(text.regime());
        var serial = m.group(1);
        var digits = serial.replaceAll("\\D", "");
        int value = digits.isEmpty() ? 0 : Integer.parseInt(digits);
        boolean blanks = !(m.group(2) + m.group(3) + m.group(5) + m.group(6)).isEmpty()
                || m.group(7).contains(" ");
        var symbol = m.group(7).replaceAll("\\s+", "").replace('–', '-');
        var facts = text.facts();
        if (!digits.isEmpty() && value < 10 && !digits.startsWith("0"))
            add(
                    Rule.NUMBER_ZERO,
                    Severity.DEFECT,
                    "Số thứ tự nhỏ hơn 10 phải ghi số 0 phía trước.",
                    article,
                    evidence,
                    "Ghi “0%s”.".formatted(serial));
        else if (digits.length() > 2 && digits.startsWith("0"))
            add(
                    Rule.NUMBER_ZERO,
                    Severity.QUESTION,
                    "Chỉ số nhỏ hơn 10 mới ghi số 0 phía trước; sau sáp nhập một số địa phương thêm số 0 để phân biệt dãy số.",
                    article,
                    evidence,
                    "Ghi số theo một dãy của từng loại văn bản trong năm.");
        else if (blanks && !digits.isEmpty())
            add(
                    Rule.NUMBER_ZERO,
                    Severity.DEFECT,
                    "Giữa các thành phần của số, ký hiệu không có khoảng trống.",
                    article,
                    evidence,
                    "Ghi liền số, năm, ký hiệu.");
        if (value > MOST_OF_A_YEAR)
            add(
                    Rule.NUMBER_SERIES,
                    Severity.QUESTION,
                    "Số thứ tự %d cao bất thường đối với văn bản quy phạm pháp luật trong một năm: có thể đánh số chung dãy với văn bản hành chính."
                            .formatted(value),
                    article,
                    evidence,
                    "Đánh số riêng cho văn bản quy phạm pháp luật, theo từng loại, bắt đầu từ 01 mỗi năm.");
        if (facts.day() != null && Integer.parseInt(m.group(4)) != facts.day().getYear())
            add(
                    Rule.NUMBER_YEAR,
                    Severity.DEFECT,
                    "Số ghi năm %s nhưng văn bản được ban hành ngày %s."
                            .formatted(m.group(4), Vietnamese.date(facts.day())),
                    article,
                    evidence,
                    "Ghi năm ban hành trong số, ký hiệu.");
        if (!symbol.equalsIgnoreCase(facts.form().symbol()))
            add(
                    Rule.NUMBER_SYMBOL,
                    Severity.DEFECT,
                    "%s mang ký hiệu %s, không phải %s."
                            .formatted(facts.form().label(), facts.form().symbol(), symbol),
                    article,
                    evidence,
                    "Ghi ký hiệu %s.".formatted(facts.form().symbol()));
    }

    private void dateLine() {
        var head = text.words().substring(0, Math.min(text.words().length(), HEAD));
        var m = DATE_LINE.matcher(head);
        if (!m.find() || Vietnamese.flat(m.group(1)).length() < 2) return;
        var article = Articles.placeAndDate(text.regime());
        int begin = text.words().lastIndexOf('\n', m.end(1)) + 1;
        var evidence = text.evidence(Math.max(m.start(), Math.min(begin, m.start(2))), m.end());
        var day = m.group(2);
        var month = m.group(3);
        if (day.length() == 1 || month.length() == 1 && Integer.parseInt(month) <= 2)
            add(
                    Rule.PLACE_AND_DATE_LINE,
                    Severity.DEFECT,
                    "Ngày dưới 10 và tháng 1, 2 phải ghi thêm số 0 phía trước.",
                    article,
                    evidence,
                    "Ghi “ngày %02d tháng %s”."
                            .formatted(
                                    Integer.parseInt(day),
                                    Integer.parseInt(month) <= 2 ? "0" + Integer.parseInt(month) : month));
        var lines = m.group(1).split("\n");
        var place = name(lines[lines.length - 1]);
        var issuer = name(text.facts().issuer().replaceFirst("^.*nhân dân ", ""));
        boolean known = !issuer.isEmpty() && !place.isEmpty();
        if (known && !issuer.equals(place) && !issuer.endsWith(place) && !place.endsWith(issuer))
            add(
                    Rule.PLACE_AND_DATE_LINE,
                    Severity.DEFECT,
                    "Địa danh “%s” không phải tên đơn vị hành chính của %s."
                            .formatted(
                                    Vietnamese.flat(lines[lines.length - 1]),
                                    text.facts().issuer()),
                    article,
                    evidence,
                    "Ghi tên đơn vị hành chính của cơ quan ban hành.");
    }

    /** Without level, marks and case. */
    private static String name(String place) {
        var plain = Normalizer.normalize(Vietnamese.lower(Vietnamese.flat(place)), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd');
        return plain.replaceFirst("^(?:tinh|thanh pho|tp\\.?|huyen|quan|thi xa|thi tran|xa|phuong|dac khu) ", "")
                .replaceAll("[^a-z0-9]", "");
    }

    private void motto() {
        var head = text.words().substring(0, Math.min(text.words().length(), HEAD));
        var number = text.reading().number();
        if (number == null && !text.facts().draft()
                || Text.articles(text.main()).isEmpty()) return;
        boolean country = COUNTRY.matcher(head).find();
        boolean words = MOTTO.matcher(head).find();
        if (country && words) return;
        add(
                Rule.MOTTO,
                Severity.DEFECT,
                country
                        ? "Thiếu Tiêu ngữ “Độc lập - Tự do - Hạnh phúc”."
                        : "Thiếu Quốc hiệu “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”.",
                Articles.form(text.regime()),
                Text.nowhere(0, "Phần mở đầu"),
                "Ghi đủ Quốc hiệu và Tiêu ngữ.");
    }

    private void recipients() {
        var main = text.main();
        var conclusions = main.conclusions();
        if (conclusions == null) return;
        var end = conclusions.in(text.words());
        boolean signed = end.contains("CHỦ TỊCH");
        if (!signed) return;
        var article = Articles.form(text.regime());
        int at = Vietnamese.lower(end).indexOf("nơi nhận");
        if (at < 0)
            add(
                    Rule.RECIPIENTS,
                    Severity.DEFECT,
                    "Không có phần “Nơi nhận”.",
                    article,
                    Text.nowhere(conclusions.start(), "Phần ký, nơi nhận"),
                    "Ghi nơi nhận để kiểm tra, giám sát, thi hành và lưu.");
        else if (!ARCHIVE.matcher(end).find())
            add(
                    Rule.RECIPIENTS,
                    Severity.DEFECT,
                    "Phần “Nơi nhận” không có dòng “Lưu: VT, …”.",
                    article,
                    text.evidence(conclusions.start() + at, conclusions.end()),
                    "Ghi dòng cuối “Lưu: VT” và đơn vị soạn thảo.");
    }

    /** Phần, chương, mục, điều must have names. Only where the component names most of its articles: issuing decisions never do. */
    private void headings(Component component) {
        var missing = new ArrayList<Evidence>();
        component.units().forEach(unit -> wide(unit, missing));
        if (!text.amending()) {
            var articles = Text.articles(component);
            long named = articles.stream().filter(this::named).count();
            if (named >= 3 && named * 2 > articles.size()
                    || component.kind() == ComponentKind.REGULATION && named >= 2 && named * 2 > articles.size())
                for (var article : articles) if (!named(article)) missing.add(line(article));
        }
        if (missing.isEmpty()) return;
        found.add(new MachineFinding(
                Rule.HEADING_MISSING,
                Severity.DEFECT,
                "Phần, chương, mục, tiểu mục, điều phải có tên; thiếu tên ở %s."
                        .formatted(String.join(
                                ", ", missing.stream().map(Evidence::place).toList())),
                Articles.headings(text.regime()),
                missing,
                "Đặt tên khái quát nội dung."));
    }

    private void wide(Unit unit, List<Evidence> missing) {
        if (unit.level().compareTo(UnitLevel.ARTICLE) >= 0) return;
        if (unit.heading() == null || unit.heading().isBlank()) missing.add(line(unit));
        unit.children().forEach(child -> wide(child, missing));
    }

    private Evidence line(Unit unit) {
        int end = text.words().indexOf('\n', unit.span().start());
        return text.evidence(
                unit.span().start(),
                end < 0 || end > unit.span().end() ? unit.span().end() : end);
    }

    /** A name is short, ends without a stop and is followed by the rule itself. */
    private boolean named(Unit article) {
        int feed = text.words().indexOf('\n', article.span().start());
        int end = feed < 0 || feed > article.span().end() ? article.span().end() : feed;
        var line = Vietnamese.flat(text.words().substring(article.span().start(), end))
                .replaceFirst("^\\S+\\s+\\S+\\s*", "");
        if (line.isEmpty()) return false;
        if (TITLE_AND_MORE.matcher(line).find()) return true;
        boolean more = !text.words().substring(end, article.span().end()).isBlank();
        return more && line.length() <= 250 && ".;:".indexOf(line.charAt(line.length() - 1)) < 0;
    }

    /** điểm are marked "a)", in the Vietnamese order without f, j, w, z. */
    private void marks(Component component) {
        var wrong = new ArrayList<Evidence>();
        for (var article : Text.articles(component))
            for (var clause : article.children())
                for (var point : clause.level() == UnitLevel.POINT ? List.of(clause) : clause.children()) {
                    if (point.level() != UnitLevel.POINT
                            || text.quoted(point.span().start())) continue;
                    var words = text.words();
                    int at = point.span().start();
                    while (at < point.span().end() && Character.isLetterOrDigit(words.charAt(at))) at++;
                    boolean foreign = "fjwz".indexOf(point.number().charAt(0)) >= 0;
                    boolean dot = at < point.span().end() && words.charAt(at) == '.';
                    if (foreign || dot) wrong.add(line(point));
                }
        if (wrong.isEmpty()) return;
        found.add(new MachineFinding(
                Rule.UNIT_MARK,
                Severity.DEFECT,
                "Điểm được đánh bằng chữ cái tiếng Việt theo thứ tự a, b, c, d, đ, e, g, h …, sau có dấu đóng ngoặc đơn; không dùng f, j, w, z, không dùng dấu chấm.",
                Articles.form(text.regime()),
                wrong.subList(0, Math.min(10, wrong.size())),
                "Đánh lại ký hiệu các điểm."));
    }
}
