package vn.qppl.scrutiny;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.qppl.scrutiny.MachineFinding.Evidence;

/** Căn cứ ban hành: QPPL of higher rank, issued before and in force, rightly cited (Nghị định 34/2016 Điều 61; Nghị định 78/2025 Điều 62). */
final class BasisRules {
    private static final Pattern PARTY = Pattern.compile("(?:^|[-/])(?:TW|TU|TƯ|HU|ĐU)(?:$|[-/])");
    /** Before the law of 2004 local rules had no year in their number. */
    private static final LocalDate YEARS_IN_NUMBERS = LocalDate.of(2005, 4, 1);

    private final Text text;
    private final Known known;
    private final List<MachineFinding> found;
    private final String article;

    private BasisRules(Text text, Known known, List<MachineFinding> found) {
        this.text = text;
        this.known = known;
        this.found = found;
        this.article = Articles.bases(text.regime());
    }

    static void check(Text text, Known known, List<MachineFinding> found) {
        if (!text.facts().form().localRules()) return;
        var rules = new BasisRules(text, known, found);
        var bases = Bases.of(text);
        rules.presence(bases);
        rules.repeats(bases);
        rules.punctuation();
        for (var basis : bases) rules.check(basis);
        new HeldBases(text, known, rules.article, found).check(bases);
    }

    private void add(Rule rule, Severity severity, Basis basis, String why, String mending) {
        found.add(new MachineFinding(rule, severity, why, article, List.of(evidence(basis)), mending));
    }

    private Evidence evidence(Basis basis) {
        var e = text.evidence(basis.span());
        return new Evidence(e.span(), e.quote(), "Căn cứ ban hành", null);
    }

    private void presence(List<Basis> bases) {
        boolean complete = text.facts().localRulesMeant()
                && text.regime().known()
                && !Text.articles(text.main()).isEmpty()
                && text.reading().number() != null;
        if (!complete || !bases.isEmpty()) return;
        int at = text.main().preamble().end();
        found.add(
                new MachineFinding(
                        Rule.BASIS_NONE,
                        Severity.DEFECT,
                        "Văn bản không nêu căn cứ ban hành.",
                        article,
                        List.of(Text.nowhere(at, "Căn cứ ban hành")),
                        "Nêu các văn bản quy phạm pháp luật có hiệu lực pháp lý cao hơn quy định thẩm quyền, nội dung của văn bản."));
    }

    private void repeats(List<Basis> bases) {
        Map<String, Basis> seen = new HashMap<>();
        for (var basis : bases) {
            var key = basis.number() != null
                    ? basis.number().key() + "|"
                            + (basis.number().symbol().endsWith("UBND")
                                            || basis.number().symbol().endsWith("HĐND")
                                    ? basis.issuer()
                                    : "")
                    : basis.title() != null && basis.issuedOn() != null ? basis.title() + basis.issuedOn() : null;
            if (key == null) continue;
            var first = seen.putIfAbsent(key, basis);
            if (first != null)
                add(
                        Rule.BASIS_REPEATS,
                        Severity.DEFECT,
                        basis,
                        "%s đã được viện dẫn ở một căn cứ trước đó.".formatted(Vietnamese.capital(basis.cited())),
                        "Bỏ căn cứ lặp lại.");
        }
    }

    /** Each ends with ";", the last of the preamble with ".". */
    private void punctuation() {
        if (!text.facts().localRulesMeant() || !text.regime().known()) return;
        var paragraphs = Bases.paragraphs(text);
        for (int i = 0; i < paragraphs.size(); i++) {
            var paragraph = paragraphs.get(i);
            char last = text.words().charAt(paragraph.end() - 1);
            boolean lastOne = i == paragraphs.size() - 1;
            if (last == ';' || lastOne && (last == '.' || last == ',')) continue;
            var e = text.evidence(paragraph);
            found.add(new MachineFinding(
                    Rule.BASIS_PUNCTUATION,
                    Severity.DEFECT,
                    "Mỗi căn cứ được trình bày thành một dòng, cuối dòng có dấu chấm phẩy; dòng cuối cùng kết thúc bằng dấu chấm.",
                    Articles.basisLines(text.regime()),
                    List.of(new Evidence(e.span(), e.quote(), "Căn cứ ban hành", null)),
                    "Sửa dấu ở cuối căn cứ thành dấu chấm phẩy."));
        }
    }

    private void check(Basis basis) {
        if (text.facts().localRulesMeant() && text.regime().known() && notNormative(basis)) return;
        later(basis);
        if (text.regime().known()) rank(basis);
        new BasisCitation(text, known, found, article).check(basis);
    }

    private boolean notNormative(Basis basis) {
        var number = basis.number();
        String why = null;
        if (Bases.administrative(basis.kind())) {
            boolean oldDirective =
                    basis.kind().equals("Chỉ thị") && number != null && number.year() != null && number.year() < 2016;
            if (!oldDirective)
                why = "“%s” không thuộc các hình thức văn bản quy phạm pháp luật.".formatted(basis.kind());
        } else if (number != null && PARTY.matcher(number.symbol()).find()) {
            why = "Văn bản của Đảng không phải là văn bản quy phạm pháp luật nên không được dùng làm căn cứ ban hành.";
        } else if (number != null && number.year() == null && yearExpected(number.symbol()) && recent(basis)) {
            why =
                    "Số %s không có năm ban hành: đây là văn bản hành chính, cá biệt, không phải văn bản quy phạm pháp luật."
                            .formatted(number.print());
        }
        if (why == null) return false;
        add(
                Rule.BASIS_NOT_NORMATIVE,
                Severity.DEFECT,
                basis,
                why + " Căn cứ ban hành phải là văn bản quy phạm pháp luật có hiệu lực pháp lý cao hơn.",
                "Bỏ căn cứ này; nếu là văn bản trong quá trình đề xuất, thẩm định thì nêu ở Tờ trình.");
        return true;
    }

    private static boolean yearExpected(String symbol) {
        return symbol.startsWith("QĐ-")
                || symbol.startsWith("NQ-") && !symbol.contains("QH")
                || symbol.startsWith("CT-");
    }

    private boolean recent(Basis basis) {
        var act = text.facts().day();
        if (basis.issuedOn() != null) return !basis.issuedOn().isBefore(YEARS_IN_NUMBERS);
        return act == null || !act.isBefore(LocalDate.of(2010, 1, 1));
    }

    private void later(Basis basis) {
        var act = text.facts().day();
        if (act == null) return;
        var number = basis.number();
        boolean byDay = basis.issuedOn() != null && basis.issuedOn().isAfter(act);
        boolean byYear = number != null && number.year() != null && number.year() > act.getYear();
        if (!byDay && !byYear) return;
        add(
                Rule.BASIS_LATER_THAN_ACT,
                Severity.DEFECT,
                basis,
                "%s được ban hành sau ngày %s là ngày của văn bản này."
                        .formatted(Vietnamese.capital(basis.cited()), Vietnamese.date(act)),
                "Kiểm tra lại số, ngày của căn cứ; bỏ căn cứ nếu văn bản chưa được ban hành.");
    }

    private void rank(Basis basis) {
        if (!text.facts().localRulesMeant()) return;
        int own = Rank.of(text.facts());
        int others = Rank.of(basis, text.facts());
        if (own == Rank.UNKNOWN || others == Rank.UNKNOWN || others < own) return;
        boolean amended = others == own && text.amending();
        add(
                Rule.BASIS_LOWER_RANK,
                amended ? Severity.QUESTION : Severity.DEFECT,
                basis,
                others == own
                        ? "%s có cùng cấp hiệu lực pháp lý với văn bản này."
                                .formatted(Vietnamese.capital(basis.cited()))
                        : "%s có hiệu lực pháp lý thấp hơn văn bản này.".formatted(Vietnamese.capital(basis.cited())),
                "Bỏ căn cứ này; căn cứ phải là văn bản quy phạm pháp luật có hiệu lực pháp lý cao hơn.");
    }

    static @Nullable LocalDate effect(Text text) {
        var from = text.reading().effectiveFrom();
        return from == null ? null : from.value();
    }
}
