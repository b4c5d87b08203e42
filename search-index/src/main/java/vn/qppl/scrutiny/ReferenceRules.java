package vn.qppl.scrutiny;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.qppl.reading.Citation;
import vn.qppl.scrutiny.MachineFinding.Evidence;
import vn.qppl.structure.DocumentNumber;
import vn.qppl.structure.LegalText.Component;
import vn.qppl.structure.LegalText.ComponentKind;
import vn.qppl.structure.ProvisionAddress;
import vn.qppl.structure.Unit;
import vn.qppl.structure.UnitLevel;

/** References: within the text to what stands there, outside to what still holds. */
final class ReferenceRules {
    private static final Pattern OF_ISSUING = Pattern.compile("(?iu)(?:Quyết\\s+định|Nghị\\s+quyết)\\s+này");
    private static final Pattern OF_ATTACHED = Pattern.compile(
            "(?iu)(?:Quy\\s+định|Quy\\s+chế|Điều\\s+lệ|Nội\\s+quy|Quy\\s+trình|Đề\\s+án|Chương\\s+trình)\\s+này");
    private static final Pattern HERE = Pattern.compile("(?iu)(?<!\\p{L})này$");
    private static final Pattern ANNEX =
            Pattern.compile("(?u)Phụ\\s+lục(?:\\s+số)?\\s+([IVXLC]{1,6}|\\d{1,2})(?![\\p{L}\\d])");
    private static final Pattern ANY_ANNEX = Pattern.compile(
            "(?iu)(?:Phụ\\s+lục|Biểu|Danh\\s+mục)[^.;\\n]{0,60}?(?:ban\\s+hành\\s+)?kèm\\s+theo\\s+(?:Quyết\\s+định|Nghị\\s+quyết|Quy\\s+định|Quy\\s+chế)\\s+này");
    private static final Pattern OF_OTHERS = Pattern.compile(
            "(?iu)^[^.;\\n]{0,90}?(?:Nghị định|Thông tư|Luật|(?:Quyết định|Nghị quyết)\\s+số|Pháp lệnh|Bộ luật)");
    private static final String[] ROMAN = {
        "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
        "XVII", "XVIII", "XIX", "XX"
    };

    private final Text text;
    private final Known known;
    private final List<MachineFinding> found;

    private ReferenceRules(Text text, Known known, List<MachineFinding> found) {
        this.text = text;
        this.known = known;
        this.found = found;
    }

    static void check(Text text, Known known, List<MachineFinding> found) {
        var rules = new ReferenceRules(text, known, found);
        rules.within();
        rules.annexes();
        if (text.facts().day() != null) rules.outside(text.facts().day());
    }

    private String article() {
        return Articles.citing(text.regime());
    }

    private void within() {
        var seen = new HashSet<String>();
        for (var citation : text.reading().citations()) {
            int at = citation.span().start();
            var provision = citation.provision();
            if (!citation.self() || provision == null || text.quoted(at)) continue;
            var address = ProvisionAddress.parse(provision);
            if (address.isEmpty()) continue;
            // what an amending text names is mostly the text it amends
            if (text.amending()
                    && text.componentAt(at) == text.main()
                    && !HERE.matcher(citation.span().in(text.words())).find()) continue;
            var component = component(citation);
            if (component == null || Text.articles(component).isEmpty()) continue;
            var missing = missing(component, address.get());
            if (missing == null || !seen.add(at + missing)) continue;
            found.add(new MachineFinding(
                    Rule.REFERENCE_BROKEN,
                    Severity.DEFECT,
                    "Văn bản viện dẫn %s nhưng %s.".formatted(provision, missing),
                    article(),
                    List.of(text.evidence(text.sentence(at))),
                    "Viện dẫn đúng điều, khoản, điểm hiện có."));
        }
    }

    /** Which of the texts in the file a reference means; null where that is not sure. */
    private @Nullable Component component(Citation citation) {
        var span = citation.span();
        var words = text.words().substring(span.start(), Math.min(text.words().length(), span.end() + 40));
        var here = text.componentAt(span.start());
        int attached = find(OF_ATTACHED, words);
        int issuing = find(OF_ISSUING, words);
        if (attached >= 0 && (issuing < 0 || attached < issuing)) {
            if (here.kind() == ComponentKind.REGULATION) return here;
            var regulations = text.components().stream()
                    .filter(c -> c.kind() == ComponentKind.REGULATION)
                    .toList();
            return regulations.size() == 1 ? regulations.getFirst() : regulations.isEmpty() ? text.main() : null;
        }
        if (issuing >= 0) return text.main();
        return here.kind() == ComponentKind.MAIN || here.kind() == ComponentKind.REGULATION ? here : null;
    }

    private static int find(Pattern pattern, String words) {
        var m = pattern.matcher(words);
        return m.find() ? m.start() : -1;
    }

    /** What is not there, in words; null where all is. */
    private @Nullable String missing(Component component, ProvisionAddress address) {
        var article = text.article(component, address.article());
        if (article == null) {
            boolean line =
                    line(component.span().start(), component.span().end(), "Điều\\s+" + address.article() + "\\s*[.:]");
            return line ? null : "không có Điều %s".formatted(address.article());
        }
        var clause = address.clause();
        var point = address.point();
        var within = article;
        if (clause != null) {
            var held = child(article, UnitLevel.CLAUSE, clause);
            if (held == null)
                return line(article.span().start(), article.span().end(), clause + "\\s*[.)]")
                        ? null
                        : "Điều %s không có khoản %s".formatted(address.article(), clause);
            within = held;
        }
        if (point == null || clause == null && article.children().stream().anyMatch(u -> u.level() == UnitLevel.CLAUSE))
            return null;
        if (child(within, UnitLevel.POINT, point) != null) return null;
        return line(within.span().start(), within.span().end(), point + "\\s*[.)]")
                ? null
                : "%s không có điểm %s"
                        .formatted(
                                clause == null
                                        ? "Điều " + address.article()
                                        : "khoản " + clause + " Điều " + address.article(),
                                point);
    }

    private boolean line(int from, int to, String mark) {
        return Pattern.compile("(?mu)^[ \\t]*" + mark)
                .matcher(text.words())
                .region(from, to)
                .find();
    }

    private static @Nullable Unit child(Unit parent, UnitLevel level, String number) {
        for (var unit : parent.children())
            if (unit.level() == level && unit.number().equals(number)) return unit;
        return null;
    }

    private void annexes() {
        var annexes = text.components().stream()
                .filter(c -> c.kind() == ComponentKind.ANNEX)
                .toList();
        boolean others = text.components().stream().anyMatch(c -> c.kind() == ComponentKind.FORM);
        if (annexes.isEmpty()) {
            if (!others) noAnnex();
            return;
        }
        var numbers = new HashSet<String>();
        for (var annex : annexes) {
            if (annex.number() == null) return;
            numbers.add(roman(annex.number()));
        }
        Map<String, Integer> missing = new LinkedHashMap<>();
        var m = ANNEX.matcher(text.words());
        while (m.find()) {
            if (text.path(m.start()).isEmpty() || text.quoted(m.start())) continue;
            var rest = Vietnamese.flat(
                    text.words().substring(m.end(), Math.min(text.words().length(), m.end() + 140)));
            if (OF_OTHERS.matcher(rest).find()) continue;
            if (!numbers.contains(roman(m.group(1))) && !titleLine(m.group(1)))
                missing.putIfAbsent(m.group(1), m.start());
        }
        missing.forEach((number, at) -> found.add(new MachineFinding(
                Rule.ANNEX_MISSING,
                Severity.DEFECT,
                "Văn bản nhắc tới Phụ lục %s nhưng không kèm Phụ lục này.".formatted(number),
                article(),
                List.of(text.evidence(text.sentence(at))),
                "Kèm Phụ lục %s hoặc sửa viện dẫn.".formatted(number))));
    }

    /** A line of its own that names the annex, though it was not read as the head of one. */
    private boolean titleLine(String number) {
        return line(0, text.words().length(), "(?:PHỤ LỤC|Phụ lục)\\s+(?:SỐ\\s+|số\\s+)?" + number + "[\\s.:]*$");
    }

    /** The annexes may be in another file. */
    private void noAnnex() {
        var m = ANY_ANNEX.matcher(text.words());
        while (m.find()) {
            if (text.path(m.start()).isEmpty() || text.quoted(m.start())) continue;
            found.add(new MachineFinding(
                    Rule.ANNEX_MISSING,
                    text.facts().draft() ? Severity.QUESTION : Severity.INFORMATION,
                    "Văn bản nhắc tới phụ lục kèm theo nhưng tệp không có phụ lục; phụ lục có thể nằm ở tệp khác.",
                    article(),
                    List.of(text.evidence(text.sentence(m.start()))),
                    "Kèm phụ lục vào dự thảo."));
            return;
        }
    }

    private static String roman(String number) {
        var plain = number.toUpperCase(Locale.ROOT).replaceFirst("^0+", "");
        if (!plain.matches("\\d{1,2}")) return plain;
        int value = Integer.parseInt(plain);
        return value < ROMAN.length ? ROMAN[value] : plain;
    }

    /** Documents and provisions of the register that no longer hold on the day of the act, where the text relies on them. */
    private void outside(java.time.LocalDate act) {
        var seen = new HashSet<String>();
        for (var citation : text.reading().citations()) {
            if (citation.self()
                    || citation.number() == null
                    || !relies(citation)
                    || text.quoted(citation.span().start())) continue;
            var number = DocumentNumber.parse(citation.number());
            if (number.isEmpty()) continue;
            var held = known.numbered(number.get());
            // two bodies' documents under one number: a person must say which
            if (held.size() != 1) continue;
            var document = held.getFirst();
            var sentence = text.sentence(citation.span().start());
            var evidence = text.evidence(sentence);
            if (past(sentence.in(text.words())) || !seen.add(number.get().key() + "|" + citation.provision())) continue;
            if (document.on(act) == HeldDocument.Status.ENDED) {
                var since = document.since(act);
                expired(
                        evidence,
                        "Theo sổ, %s số %s đã hết hiệu lực%s."
                                .formatted(
                                        document.type(),
                                        document.number().print(),
                                        since == null ? "" : " từ ngày " + Vietnamese.date(since)));
            } else if (citation.provision() != null) {
                ended(document, citation.provision(), act, evidence);
            }
        }
    }

    private void ended(HeldDocument document, String provision, java.time.LocalDate act, Evidence evidence) {
        var address = ProvisionAddress.parse(provision);
        if (address.isEmpty()) return;
        var eId = address.get().eId();
        for (var end : document.ended()) {
            boolean within = eId.equals(end.address()) || eId.startsWith(end.address() + "__");
            if (!within || end.from().isAfter(act)) continue;
            expired(
                    evidence,
                    "Theo sổ, %s %s số %s đã hết hiệu lực từ ngày %s%s."
                            .formatted(
                                    end.label(),
                                    document.type(),
                                    document.number().print(),
                                    Vietnamese.date(end.from()),
                                    end.by() == null ? "" : " (" + end.by() + ")"));
            return;
        }
    }

    private void expired(Evidence evidence, String why) {
        found.add(new MachineFinding(
                Rule.REFERENCE_EXPIRED,
                Severity.QUESTION,
                why + " Văn bản vẫn viện dẫn để áp dụng.",
                article(),
                List.of(evidence),
                "Viện dẫn quy định đang có hiệu lực."));
    }

    private static boolean relies(Citation citation) {
        return switch (citation.relation()) {
            case CITES, RELATED, GUIDES, DETAILS -> true;
            case CONSOLIDATES,
                    AMENDS,
                    CORRECTS,
                    REPLACES,
                    REPEALS,
                    BASED_ON,
                    INTERPRETS,
                    SUSPENDS_IMPLEMENTATION,
                    SUSPENDS_EFFECT,
                    ANNOUNCES,
                    CHOOSES_TO_APPLY -> false;
        };
    }

    /** Sentences about the past name what has ended on purpose. */
    private static boolean past(String sentence) {
        return Pattern.compile(
                        "(?iu)hết hiệu lực|bãi bỏ|thay thế|trước ngày|chuyển tiếp|đã được (?:hỗ trợ|phê duyệt|cấp|ban hành|giải quyết)|sửa đổi|bổ sung")
                .matcher(sentence)
                .find();
    }
}
