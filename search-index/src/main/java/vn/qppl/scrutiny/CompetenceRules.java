package vn.qppl.scrutiny;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.qppl.scrutiny.Facts.Form;
import vn.qppl.scrutiny.Facts.Level;
import vn.qppl.structure.DocumentNumber;
import vn.qppl.text.Span;

/** Whether the body may issue this form on that day, and whether it is signed as the form wants. */
final class CompetenceRules {
    private static final Pattern TM = Pattern.compile(
            "(?m)^[ \\t]*(T\\s?M[./][\\s.]{0,3}[^\\n]{0,60}(?:\\n[ \\t]*(?:ỦY BAN|UỶ BAN|HỘI ĐỒNG|NHÂN DÂN|NHÂN|DÂN)[^\\n]{0,40}){0,3})$");
    private static final Pattern TUQ = Pattern.compile("(?m)^[ \\t]*(T\\s?(?:UQ|L)[./][^\\n]{0,60})$");
    private static final Pattern CHAIR = Pattern.compile(
            "(?m)^[ \\t]*((?:KT[./]\\s*)?(?:PHÓ )?CHỦ (?:TỊCH|TỌA)(?: (?:UBND|HĐND|ỦY BAN|HỘI ĐỒNG)[^\\n]{0,40})?)[ \\t]*$");

    private final Text text;
    private final List<MachineFinding> found;

    private CompetenceRules(Text text, List<MachineFinding> found) {
        this.text = text;
        this.found = found;
    }

    static void check(Text text, List<MachineFinding> found) {
        if (!text.regime().known()) return;
        var rules = new CompetenceRules(text, found);
        rules.body();
        if (text.facts().localRulesMeant()) rules.signature();
    }

    private void body() {
        var facts = text.facts();
        var regime = text.regime();
        var number = text.reading().number();
        boolean year = Boolean.TRUE.equals(facts.normative())
                || number != null
                        && DocumentNumber.parse(number.value())
                                .map(n -> n.year() != null)
                                .orElse(false);
        if (!year || facts.day() == null) return;
        var why = why(facts, regime);
        if (why == null) return;
        var span = number != null
                ? number.span()
                : new Span(
                        text.main().preamble().start(), text.main().preamble().start());
        found.add(
                new MachineFinding(
                        Rule.BODY_NOT_COMPETENT,
                        Severity.UNLAWFUL,
                        why,
                        Articles.system(regime),
                        List.of(text.evidence(span)),
                        "Trình cơ quan có thẩm quyền ban hành, hoặc ban hành văn bản hành chính nếu không có quy phạm pháp luật."));
    }

    private static @Nullable String why(Facts facts, Regime regime) {
        boolean committeeOrCouncil = facts.form() == Form.COUNCIL_RESOLUTION || facts.form() == Form.COMMITTEE_DECISION;
        if (committeeOrCouncil && facts.level() == Level.COMMUNE && regime == Regime.LAW_2025_THREE_LEVELS)
            return "Từ 01/4/2025 đến 30/6/2025 Hội đồng nhân dân, Ủy ban nhân dân cấp xã không có thẩm quyền ban hành văn bản quy phạm pháp luật.";
        if (committeeOrCouncil && facts.level() == Level.DISTRICT && regime == Regime.LAW_2025)
            return "Từ 01/7/2025 không còn cấp huyện; không còn văn bản quy phạm pháp luật của Hội đồng nhân dân, Ủy ban nhân dân cấp huyện.";
        if (facts.form() == Form.CHAIRMAN_DECISION && regime != Regime.LAW_2025)
            return "Trước 01/7/2025 quyết định của Chủ tịch Ủy ban nhân dân không phải là hình thức văn bản quy phạm pháp luật.";
        if (facts.form() == Form.CHAIRMAN_DECISION
                && (facts.level() == Level.COMMUNE || facts.level() == Level.DISTRICT))
            return "Chỉ Chủ tịch Ủy ban nhân dân cấp tỉnh có thẩm quyền ban hành quyết định là văn bản quy phạm pháp luật.";
        if (facts.form() == Form.DIRECTIVE)
            return "Chỉ thị không phải là hình thức văn bản quy phạm pháp luật nhưng số có năm ban hành như văn bản quy phạm pháp luật.";
        if (facts.form() == Form.ADMINISTRATIVE
                && facts.issuer().matches("(?:Sở|Phòng|Ban|Chi cục|Thường trực|Văn phòng) .*"))
            return "%s không có thẩm quyền ban hành văn bản quy phạm pháp luật, nhưng số có năm ban hành."
                    .formatted(facts.issuer());
        return null;
    }

    private void signature() {
        var region = region();
        if (region == null) return;
        var tm = TM.matcher(text.words()).region(region.start(), region.end());
        var chair = CHAIR.matcher(text.words()).region(region.start(), region.end());
        var tuq = TUQ.matcher(text.words()).region(region.start(), region.end());
        boolean onBehalf = tm.find();
        if (tuq.find()) {
            add(
                    new Span(tuq.start(1), tuq.end(1)),
                    Severity.QUESTION,
                    "Văn bản quy phạm pháp luật không được ký thừa ủy quyền hoặc thừa lệnh.",
                    "Người đứng đầu hoặc cấp phó được ký thay ký văn bản.");
            return;
        }
        switch (text.facts().form()) {
            case COMMITTEE_DECISION -> {
                if (onBehalf) committee(new Span(tm.start(1), tm.end(1)));
                else if (chair.find())
                    add(
                            new Span(chair.start(1), chair.end(1)),
                            Severity.DEFECT,
                            "Quyết định của Ủy ban nhân dân được ký thay mặt tập thể, phải ghi “TM. ỦY BAN NHÂN DÂN” trước chức vụ người ký.",
                            "Ghi “TM. ỦY BAN NHÂN DÂN” ở dòng trên chức vụ.");
            }
            case COUNCIL_RESOLUTION, CHAIRMAN_DECISION -> {
                if (onBehalf)
                    add(
                            new Span(tm.start(1), tm.end(1)),
                            Severity.DEFECT,
                            text.facts().form() == Form.COUNCIL_RESOLUTION
                                    ? "Nghị quyết của Hội đồng nhân dân do Chủ tịch Hội đồng nhân dân ký chứng thực, không ghi “TM.”."
                                    : "Quyết định của Chủ tịch Ủy ban nhân dân do người đứng đầu ký theo thẩm quyền riêng, không ghi “TM. ỦY BAN NHÂN DÂN”.",
                            "Chỉ ghi chức vụ “CHỦ TỊCH” (hoặc “KT. CHỦ TỊCH” khi cấp phó ký thay).");
            }
            case DIRECTIVE, CENTRAL, ADMINISTRATIVE, UNKNOWN -> {
                // no form of theirs is known here
            }
        }
    }

    private void committee(Span line) {
        var words = Vietnamese.flat(line.in(text.words())).replace("UỶ", "ỦY").replaceFirst("^T\\s?M[./][\\s.]*", "");
        if (words.equals("ỦY BAN NHÂN DÂN") || !words.equals(words.toUpperCase(java.util.Locale.ROOT))) return;
        add(
                line,
                Severity.DEFECT,
                words.startsWith("ỦY BAN NHÂN DÂN ")
                        ? "Mẫu của quyết định ghi “TM. ỦY BAN NHÂN DÂN”, không kèm tên đơn vị hành chính."
                        : "Phần đề ký phải ghi đủ “TM. ỦY BAN NHÂN DÂN”.",
                "Ghi “TM. ỦY BAN NHÂN DÂN”.");
    }

    private void add(Span span, Severity severity, String why, String mending) {
        found.add(new MachineFinding(
                Rule.SIGNATURE_BLOCK,
                severity,
                why,
                Articles.signature(text.regime()),
                List.of(text.evidence(span)),
                mending));
    }

    /** From the first line of the signing of the document itself to the end of its part. */
    private @Nullable Span region() {
        var main = text.main();
        var conclusions = main.conclusions();
        if (conclusions != null) return conclusions;
        var articles = Text.articles(main);
        if (articles.isEmpty()) return main.span();
        return new Span(articles.getLast().span().start(), main.span().end());
    }
}
