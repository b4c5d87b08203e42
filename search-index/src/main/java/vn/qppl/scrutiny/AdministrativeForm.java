package vn.qppl.scrutiny;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.qppl.scrutiny.MachineFinding.Evidence;
import vn.qppl.text.Span;

/**
 * Rules of conduct for everybody in a paper without a year in its number, or in a form that is none of QPPL (Luật 80/2015 Điều 2, 3;
 * Luật 64/2025 Điều 2; Nghị định 79/2025 Điều 4 khoản 2). Signs are added up; what Nghị định 34/2016 Điều 3 khoản 3 names as individual
 * counts against.
 */
final class AdministrativeForm {
    private static final int ENOUGH = 4;

    private static final Pattern DUTY = Pattern.compile(
            "(?iu)(?:tổ chức|cá nhân|hộ gia đình|chủ đầu tư|nhà đầu tư|doanh nghiệp|người (?:dân|sử dụng|có|bị|được)|chủ (?:hộ|xe|rừng|sở hữu)|cơ sở|các địa phương|địa phương)[^.;\\n]{0,160}?(?:phải|không được|chỉ được|có trách nhiệm|được (?:hỗ trợ|bồi thường|hưởng|thực hiện)|nghiêm cấm)"
                    + "|(?:không được|chỉ được|chỉ thực hiện|không (?:sáp nhập|chuyển|cho phép|bồi thường)|chỉ (?:cho phép|giải thể|bồi thường)|tạm dừng)[^.;\\n]{0,160}?(?:tổ chức|cá nhân|hộ gia đình|chủ đầu tư|doanh nghiệp|cơ sở|người|cây trồng|đất)"
                    + "|(?:những việc|các hành vi|hành vi)[^.;\\n]{0,20}(?:không được làm|bị nghiêm cấm|bị cấm)"
                    + "|phải (?:phù hợp|bảo đảm|tuân thủ|có|được|thực hiện)[^.;\\n]{0,80}(?:do|theo|tại)[^.;\\n]{3,}");
    /** What a directive or letter may not do: forbid or narrow for all what the law leaves open. */
    private static final Pattern RESTRICTION = Pattern.compile(
            "(?iu)" + Vietnamese.WORD
                    + "(?:không được|chỉ được|chỉ thực hiện|chỉ (?:cho phép|giải thể|giải quyết|bồi thường)|tạm dừng|không (?:sáp nhập|cho phép|giải quyết|bồi thường|chấp thuận))\\s");

    private static final Pattern LIMITS =
            Pattern.compile("(?iu)(?:tối đa|tối thiểu|không (?:vượt )?quá|ít nhất)[^.;\\n]{0,20}\\d");
    private static final Pattern RULING_HEADING = Pattern.compile(
            "(?imu)^[ \\t]*Điều\\s+\\d+\\.\\s*(?:Nguyên tắc|Điều kiện|Tiêu chí|Mức|Quy định (?:về|mức|đơn giá))");
    private static final Pattern SCOPE = Pattern.compile("(?iu)phạm vi (?:điều chỉnh|áp dụng)");
    private static final Pattern SUBJECTS = Pattern.compile("(?iu)đối tượng áp dụng");
    private static final Pattern TERRITORY = Pattern.compile("(?iu)trên địa bàn (?:tỉnh|thành phố|huyện|xã|phường)");
    private static final Pattern PRICES =
            Pattern.compile("(?iu)(?:đơn giá|bảng giá|mức (?:hỗ trợ|bồi thường|thu|chi|giá)|mật độ|định mức)");
    private static final Pattern RULES =
            Pattern.compile("(?iu)^(?:ban hành |về (?:việc )?(?:ban hành )?)?quy (?:định|chế)");
    private static final Pattern INDIVIDUAL = Pattern.compile(
            "(?iu)phê duyệt|giao (?:chỉ tiêu|kế hoạch|nhiệm vụ)|thành lập|kiện toàn|công bố|bổ nhiệm|khen thưởng|tặng|thu hồi đất|giao đất|cho thuê đất|công nhận|kế hoạch|ủy quyền|danh mục thủ tục|quy trình nội bộ|làm việc của|tổ chức và hoạt động|chức năng, nhiệm vụ|phân công|dự toán|điều chỉnh quy hoạch|chủ trương đầu tư|phối hợp|chương trình|đề án");

    private AdministrativeForm() {}

    static void check(Text text, List<MachineFinding> found) {
        var facts = text.facts();
        boolean administrative = switch (facts.form()) {
            case COUNCIL_RESOLUTION, COMMITTEE_DECISION, CHAIRMAN_DECISION -> Boolean.FALSE.equals(facts.normative());
            case DIRECTIVE, ADMINISTRATIVE -> !Boolean.TRUE.equals(facts.normative());
            case CENTRAL, UNKNOWN -> false;
        };
        if (!administrative || !text.regime().known()) return;
        var title = text.reading().title() == null ? "" : text.reading().title().value();
        var duties = duties(text);
        var words = text.words();
        int signs = 0;
        if (SCOPE.matcher(words).find()) signs += 2;
        if (SUBJECTS.matcher(words).find()) signs += 2;
        if (RULES.matcher(title).find()) signs += 1;
        if (TERRITORY.matcher(title).find()) signs += 1;
        if (PRICES.matcher(words).find()) signs += 1;
        if (LIMITS.matcher(words).find()) signs += 1;
        if (RULING_HEADING.matcher(words).find()) signs += 1;
        signs += Math.min(3, duties.size());
        boolean noFormOfRules = !facts.form().localRules();
        if (noFormOfRules) signs += Math.min(2, restrictions(words));
        if (INDIVIDUAL.matcher(title).find()) signs -= 4;
        if (signs < ENOUGH || duties.isEmpty()) return;
        var number = text.reading().number();
        var evidence = new ArrayList<Evidence>();
        if (number != null) evidence.add(text.evidence(number.span()));
        evidence.addAll(duties.subList(0, Math.min(5, duties.size())));
        found.add(
                new MachineFinding(
                        Rule.NORMATIVE_IN_ADMINISTRATIVE_FORM,
                        Severity.UNLAWFUL,
                        "Văn bản %s nhưng có quy tắc xử sự chung đối với tổ chức, cá nhân, áp dụng nhiều lần: có dấu hiệu chứa quy phạm pháp luật mà không ban hành đúng hình thức, thẩm quyền, trình tự, thủ tục."
                                .formatted(
                                        facts.form().localRules()
                                                ? "mang số không có năm ban hành (văn bản hành chính)"
                                                : "không thuộc hình thức văn bản quy phạm pháp luật"),
                        Articles.rulesInOtherForm(text.regime()),
                        evidence,
                        "Bãi bỏ nội dung có tính quy phạm; nếu cần thì ban hành bằng văn bản quy phạm pháp luật của cơ quan có thẩm quyền."));
    }

    private static int restrictions(String words) {
        return (int) RESTRICTION.matcher(words).results().limit(10).count();
    }

    private static List<Evidence> duties(Text text) {
        var duties = new ArrayList<Evidence>();
        var m = DUTY.matcher(text.words());
        int after = text.main().preamble().end();
        while (m.find() && duties.size() < 20) {
            if (m.start() < after) continue;
            Span sentence = text.sentence(m.start());
            after = Math.max(sentence.end(), m.end());
            var words = Vietnamese.lower(sentence.in(text.words()));
            // who carries the paper out is told in every paper
            if (words.contains("thi hành quyết định này") || words.contains("thi hành chỉ thị này")) continue;
            duties.add(text.evidence(sentence));
        }
        return duties;
    }
}
