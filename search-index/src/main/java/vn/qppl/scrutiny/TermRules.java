package vn.qppl.scrutiny;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.qppl.scrutiny.MachineFinding.Evidence;
import vn.qppl.structure.Unit;
import vn.qppl.text.Span;

/** Words: exact, consistent, explained where they are not common (Luật 80/2015 Điều 8 khoản 1; Luật 64/2025 Điều 7 khoản 1). */
final class TermRules {
    private static final Pattern DEFINITIONS = Pattern.compile("(?iu)giải thích (?:từ ngữ|thuật ngữ)");
    private static final Pattern DEFINITION = Pattern.compile(
            "(?su)^\\s*(?:\\d{1,3}[a-zđ]?\\s*[.)]|[a-zđ]{1,2}\\s*[).])\\s*[“\"]?(.{2,90}?)[”\"]?\\s*(?:\\(|:\\s|,?\\s+(?:là|được hiểu là|bao gồm|gồm)\\s)");
    private static final Pattern ALIAS = Pattern.compile(
            "(?iu)(?:gọi|viết)(?: tắt)?(?: chung)?(?: tắt)? là:?\\s*[“\"]?([^)”\"\\n;]{2,60})[”\"]?\\s*\\)");
    private static final Pattern ABBREVIATION =
            Pattern.compile("(?<![\\p{L}\\d/.&-])([A-ZĐƯÔ]{3,8})(?![\\p{L}\\d/&-])");
    private static final Pattern ROMAN = Pattern.compile("[IVXLC]+");
    /** Read by everybody, or names of their own. */
    private static final Set<String> COMMON = Set.of(
            "UBND", "HĐND", "UBMTTQ", "MTTQ", "TTHC", "QPPL", "VNĐ", "VND", "USD", "EUR", "HIV", "AIDS", "ISO", "TCVN",
            "QCVN", "OCOP", "ASEAN", "WTO", "ODA", "FDI", "GDP", "GRDP", "GIS", "GPS", "COVID", "UNESCO", "PDF", "SMS",
            "QĐND", "CAND", "TNHH", "KCN", "VPN", "WHO");

    private final Text text;
    private final List<MachineFinding> found;

    private TermRules(Text text, List<MachineFinding> found) {
        this.text = text;
        this.found = found;
    }

    static void check(Text text, List<MachineFinding> found) {
        var rules = new TermRules(text, found);
        for (var component : text.ruling())
            for (var article : Text.articles(component))
                if (article.heading() != null
                        && DEFINITIONS.matcher(article.heading()).find()) rules.definitions(article);
        if (text.facts().localRulesMeant()) rules.abbreviations();
    }

    private String article() {
        return Articles.language(text.regime());
    }

    private void definitions(Unit article) {
        var lower = Vietnamese.lower(text.words());
        for (var unit : article.children()) {
            var m = DEFINITION.matcher(unit.span().in(text.words()));
            if (!m.find()) continue;
            var term = Vietnamese.flat(Vietnamese.lower(m.group(1)));
            int words = term.split(" ").length;
            if (words > 12) continue;
            if (count(lower, term, unit.span()) == 0 && !aliasUsed(lower, unit)) unused(unit, m.group(1));
            else if (words >= 4) variant(lower, term, article);
        }
    }

    private boolean aliasUsed(String lower, Unit unit) {
        var m = ALIAS.matcher(unit.span().in(text.words()));
        return m.find() && count(lower, Vietnamese.flat(Vietnamese.lower(m.group(1))), unit.span()) > 0;
    }

    private static Pattern pattern(String term) {
        return Pattern.compile(Vietnamese.WORD
                + String.join(
                        "\\s+",
                        java.util.Arrays.stream(term.split(" "))
                                .map(Pattern::quote)
                                .toList())
                + Vietnamese.END);
    }

    private static int count(String lower, String term, Span except) {
        var m = pattern(term).matcher(lower);
        int count = 0;
        while (m.find()) if (!except.contains(m.start())) count++;
        return count;
    }

    private void unused(Unit unit, String term) {
        found.add(new MachineFinding(
                Rule.TERM_UNUSED,
                Severity.DEFECT,
                "“%s” được giải thích nhưng không dùng ở chỗ nào khác của văn bản.".formatted(Vietnamese.flat(term)),
                article(),
                List.of(text.evidence(unit.span())),
                "Bỏ giải thích, hoặc dùng đúng từ ngữ đã giải thích trong văn bản."));
    }

    /**
     * The tail of the term ("lưu trú cộng đồng") behind another head ("cơ sở" for "nhà"), once or twice in a text that uses the term itself
     * more often: one thing under two names, or two things under one.
     */
    private void variant(String lower, String term, Unit definitions) {
        int blank = term.indexOf(' ');
        var tail = term.substring(blank + 1);
        var head = term.substring(0, blank);
        int own = 0;
        var other = new ArrayList<Span>();
        var m = pattern(tail).matcher(lower);
        while (m.find()) {
            if (before(lower, m.start()).equals(head)) own++;
            else if (!definitions.span().contains(m.start())) other.add(new Span(m.start(), m.end()));
        }
        if (own < 3 || other.isEmpty() || other.size() > 2 || other.size() * 2 > own) return;
        found.add(new MachineFinding(
                Rule.TERM_VARIANT,
                Severity.QUESTION,
                "Từ ngữ đã giải thích là “%s” nhưng có chỗ viết khác; một nội dung phải được gọi bằng một từ ngữ."
                        .formatted(term),
                article(),
                other.stream().map(s -> text.evidence(text.sentence(s.start()))).toList(),
                "Dùng thống nhất “%s”, hoặc giải thích từ ngữ kia.".formatted(term)));
    }

    private static String before(String lower, int at) {
        int end = at;
        while (end > 0 && Character.isWhitespace(lower.charAt(end - 1))) end--;
        int start = end;
        while (start > 0 && Character.isLetter(lower.charAt(start - 1))) start--;
        return lower.substring(start, end);
    }

    private void abbreviations() {
        Map<String, Integer> first = new LinkedHashMap<>();
        for (var component : text.ruling())
            for (var article : Text.articles(component)) {
                var m = ABBREVIATION
                        .matcher(text.words())
                        .region(article.span().start(), article.span().end())
                        .useTransparentBounds(true);
                while (m.find()) {
                    var token = m.group(1);
                    if (COMMON.contains(token) || ROMAN.matcher(token).matches() || capitals(m.start())) continue;
                    first.putIfAbsent(token, m.start());
                }
            }
        var wrong = new ArrayList<Evidence>();
        for (var entry : first.entrySet()) {
            var explained = explained(entry.getKey());
            if (explained != null && explained <= entry.getValue()) continue;
            wrong.add(text.evidence(text.sentence(entry.getValue())));
        }
        if (wrong.isEmpty()) return;
        var tokens = first.entrySet().stream()
                .filter(e -> !(explained(e.getKey()) instanceof Integer at && at <= e.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        found.add(new MachineFinding(
                Rule.ABBREVIATION_UNDEFINED,
                Severity.QUESTION,
                "Chữ viết tắt %s được dùng mà không giải thích ở lần dùng đầu.".formatted(String.join(", ", tokens)),
                article(),
                wrong,
                "Viết đầy đủ, hoặc giải thích ở lần dùng đầu: “… (sau đây viết tắt là …)”."));
    }

    /** Where the text says what the letters stand for; null where it never does. */
    private @Nullable Integer explained(String token) {
        var m = Pattern.compile("(?:tắt là|gọi là|chung là|\\()\\s*[“\"]?" + token + "[”\"]?\\s*[);,]")
                .matcher(text.words());
        return m.find() ? m.start() : null;
    }

    /** In a line of capitals nothing is an abbreviation. */
    private boolean capitals(int at) {
        int start = text.words().lastIndexOf('\n', at) + 1;
        int end = text.words().indexOf('\n', at);
        var line = text.words().substring(start, end < 0 ? text.words().length() : end);
        return line.equals(line.toUpperCase(java.util.Locale.ROOT));
    }
}
