package vn.qppl.scrutiny;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import vn.qppl.scrutiny.Facts.Form;
import vn.qppl.scrutiny.Facts.Level;
import vn.qppl.scrutiny.Facts.Procedure;
import vn.qppl.text.Span;

/** The day of effect: not too early, not backwards, said and exact (Luật 80/2015 Điều 151, 152; Luật 64/2025 Điều 53, 55). */
final class EffectRules {
    private static final Pattern SAID = Pattern.compile(
            "(?:này|Quyết\\s+định|Nghị\\s+quyết)\\s+(?:đã[^.]{0,160}?)?có\\s+hiệu\\s+lực(?:\\s+thi\\s+hành)?\\s+(?:kể\\s+từ|từ|sau|vào|ngày|trong)|thông\\s+qua\\s+ngày[^.]{0,80}có\\s+hiệu\\s+lực");
    private static final Pattern COUNTED =
            Pattern.compile("(?iu)sau\\s+\\S+(?:\\s+\\([^)]{1,30}\\))?\\s+ngày|(?<!\\d)\\d{1,3}\\s+ngày,?\\s+kể\\s+từ");
    private static final Pattern APPLIED = Pattern.compile("(?iu)" + Vietnamese.WORD
            + "(?:(?:quyết định|nghị quyết|quy định|quy chế)\\s+này|mức\\s+[^.;\\n]{2,60}|đơn\\s+giá[^.;\\n]{0,60}|bảng\\s+giá[^.;\\n]{0,60}|chế\\s+độ[^.;\\n]{0,60})\\s+(?:được\\s+)?(?:áp\\s+dụng|thực\\s+hiện)\\s+(?:kể\\s+)?từ\\s+ngày\\s+"
            + Vietnamese.DATE);

    private final Text text;
    private final List<MachineFinding> found;

    private EffectRules(Text text, List<MachineFinding> found) {
        this.text = text;
        this.found = found;
    }

    static void check(Text text, List<MachineFinding> found) {
        var facts = text.facts();
        boolean rules =
                facts.localRulesMeant() || facts.form() == Form.CENTRAL && Boolean.TRUE.equals(facts.normative());
        if (!rules || !facts.regime().known()) return;
        var check = new EffectRules(text, found);
        var from = text.reading().effectiveFrom();
        if (from == null) {
            check.missing();
        } else {
            check.exact(from.span());
            if (facts.day() != null) check.day(facts.day(), from.value(), from.span());
        }
        if (facts.day() != null) check.applied(facts.day());
    }

    private void missing() {
        var body = text.main().span();
        // a part of a text need not say it
        boolean whole = !Text.articles(text.main()).isEmpty()
                && (text.facts().draft() || text.facts().day() != null);
        if (!whole
                || !text.facts().localRulesMeant()
                || SAID.matcher(text.words()).find()) return;
        int at = text.main().conclusions() == null
                ? body.end()
                : text.main().conclusions().start();
        found.add(new MachineFinding(
                Rule.EFFECT_MISSING,
                Severity.DEFECT,
                "Văn bản không quy định ngày có hiệu lực.",
                Articles.exactDay(text.regime()),
                List.of(Text.nowhere(at, "Điều khoản thi hành")),
                "Ghi cụ thể ngày, tháng, năm có hiệu lực tại điều về hiệu lực thi hành."));
    }

    private void exact(Span span) {
        var sentence = text.sentence(span.start());
        if (!text.facts().localRulesMeant()
                || !COUNTED.matcher(span.in(text.words())).find()
                        && !COUNTED.matcher(sentence.in(text.words())).find()) return;
        found.add(new MachineFinding(
                Rule.EFFECT_NOT_DATED,
                Severity.DEFECT,
                "Ngày có hiệu lực được tính theo số ngày kể từ ngày ký, không ghi cụ thể ngày, tháng, năm.",
                Articles.exactDay(text.regime()),
                List.of(text.evidence(sentence)),
                "Ghi ngày, tháng, năm có hiệu lực."));
    }

    private void day(LocalDate act, LocalDate from, Span span) {
        var sentence = text.sentence(span.start());
        if (from.isBefore(act)) {
            backwards(act, from, sentence, "Văn bản ngày %s quy định có hiệu lực từ ngày %s");
            return;
        }
        if (text.facts().procedure() == Procedure.SHORTENED) return;
        int days = days();
        if (days == 0 || !from.isBefore(act.plusDays(days))) return;
        var procedure = text.facts().procedure();
        var article = Articles.earliestDay(text.regime());
        found.add(new MachineFinding(
                Rule.EFFECT_TOO_EARLY,
                procedure == Procedure.ORDINARY ? Severity.UNLAWFUL : Severity.QUESTION,
                "Văn bản ngày %s có hiệu lực từ ngày %s, sớm hơn %d ngày kể từ ngày thông qua hoặc ký ban hành (sớm nhất là ngày %s).%s"
                        .formatted(
                                Vietnamese.date(act),
                                Vietnamese.date(from),
                                days,
                                Vietnamese.date(act.plusDays(days)),
                                procedure == Procedure.UNKNOWN
                                        ? " Chỉ văn bản ban hành theo trình tự, thủ tục rút gọn mới được như vậy: cần làm rõ trình tự đã áp dụng."
                                        : ""),
                article,
                List.of(text.evidence(sentence)),
                "Ấn định ngày có hiệu lực từ ngày %s trở đi, hoặc chứng minh văn bản được xây dựng theo trình tự, thủ tục rút gọn."
                        .formatted(Vietnamese.date(act.plusDays(days)))));
    }

    private int days() {
        return switch (text.facts().level()) {
            case CENTRAL -> 45;
            case PROVINCE -> 10;
            case DISTRICT, COMMUNE -> text.regime() == Regime.LAW_2015 ? 7 : 10;
            case UNKNOWN -> text.facts().form().localRules() ? 7 : 0;
        };
    }

    private void backwards(LocalDate act, LocalDate from, Span sentence, String said) {
        boolean forbidden = forbidden();
        var article = Articles.lookingBack(text.regime(), forbidden);
        found.add(new MachineFinding(
                Rule.EFFECT_RETROACTIVE,
                forbidden ? Severity.UNLAWFUL : Severity.QUESTION,
                said.formatted(Vietnamese.date(act), Vietnamese.date(from))
                        + (forbidden
                                ? ": cơ quan này không được quy định hiệu lực trở về trước."
                                : ": chỉ được quy định hiệu lực trở về trước khi thật cần thiết, không được quy định trách nhiệm pháp lý mới hoặc nặng hơn."),
                article,
                List.of(text.evidence(sentence)),
                forbidden
                        ? "Bỏ quy định hiệu lực trở về trước."
                        : "Nêu rõ sự cần thiết trong Tờ trình, hoặc bỏ quy định hiệu lực trở về trước."));
    }

    /** 2015: never at the local level. 2025: not below the province, and not for its Chairman. */
    private boolean forbidden() {
        var facts = text.facts();
        if (facts.form() == Form.CENTRAL) return false;
        return switch (text.regime()) {
            case BEFORE_2016, LAW_2015 -> true;
            case LAW_2025_THREE_LEVELS, LAW_2025 ->
                facts.form() == Form.CHAIRMAN_DECISION || facts.level() != Level.PROVINCE;
        };
    }

    /** "Mức hỗ trợ này được áp dụng từ ngày …" before the act. */
    private void applied(LocalDate act) {
        if (!text.facts().localRulesMeant()) return;
        var m = APPLIED.matcher(text.words());
        while (m.find()) {
            var day = Vietnamese.date(m, 1);
            if (day == null || !day.isBefore(act) || text.quoted(m.start())) continue;
            var path = text.path(m.start());
            if (path.isEmpty()) continue;
            backwards(act, day, text.sentence(m.start()), "Văn bản ngày %s quy định áp dụng từ ngày %s");
        }
    }
}
