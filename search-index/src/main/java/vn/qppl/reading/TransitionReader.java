package vn.qppl.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.qppl.reading.TransitionalClause.Kind;
import vn.qppl.reading.TransitionalClause.Rule;
import vn.qppl.structure.LegalText;
import vn.qppl.structure.Unit;
import vn.qppl.structure.UnitLevel;

/**
 * Reads transitional and savings clauses (điều khoản chuyển tiếp): in articles that are headed so, and wherever a sentence sets what
 * began before the document's first day apart. Quoted text is never looked into. Linear in the size of the text.
 */
final class TransitionReader {
    private static final int MOST = 500;
    /** A sentence is read this far; what a rule is about stands in its beginning. */
    private static final int LONGEST = 2_500;

    private static final Pattern CONTINUES = Pattern.compile(
            "(?:được |thì )?(?:tiếp tục|vẫn)(?: được)? (?:thực hiện|áp dụng|giải quyết|xem xét|xử lý|thi hành|hưởng|sử dụng|có hiệu lực|có giá trị|hoạt động|tổ chức|triển khai|hoàn thành)(?!\\p{L})");
    private static final Pattern FOLLOWS = Pattern.compile(
            "(?:được |thì |tiếp tục )?(?:thực hiện|áp dụng|giải quyết|xử lý|xem xét)(?: (?:giải quyết|xử lý|thực hiện))? theo (?:các )?(?:quy định|nội dung|văn bản|pháp luật|điều|khoản|nghị quyết|quyết định|nghị định|thông tư|luật)(?!\\p{L})");
    private static final Pattern APPLIES =
            Pattern.compile("(?:thì )?(?:được )?áp dụng (?:các )?quy định(?: (?:tại|của))?(?!\\p{L})");
    private static final Pattern NOT_APPLIED =
            Pattern.compile("không (?:phải )?(?:áp dụng|thực hiện)(?: theo)? (?:các )?quy định(?!\\p{L})");

    private static final String DAY = "(\\d{1,2}) ?(?:tháng|[/.-]) ?(\\d{1,2}) ?(?:năm|[/.-]) ?((?:19|20)\\d\\d)";
    private static final Pattern BEFORE = Pattern.compile(
            "trước (?:ngày|thời điểm) (?:" + DAY
                    + "|(?:bộ luật|luật|pháp lệnh|nghị quyết|nghị định|quyết định|thông tư(?: liên tịch)?|chỉ thị|quy định|quy chế|văn bản) này (?:có|bắt đầu) hiệu lực)");
    private static final Pattern UNTIL = Pattern.compile("(?:cho )?đến (hết )?ngày " + DAY);
    private static final Pattern UNTIL_EVENT = Pattern.compile(
            "(?:cho )?(?:đến|tới) ((?:khi|hết thời hạn|hết hạn|hết hiệu lực|khi hết|thời điểm) ?[^.;:\uE000]{0,160}+)");

    private final List<TransitionalClause> found = new ArrayList<>();
    private final LegalText text;
    private final TitleCatalogue titles;
    private final @Nullable LocalDate effectiveFrom;

    private TransitionReader(LegalText text, TitleCatalogue titles, @Nullable LocalDate effectiveFrom) {
        this.text = text;
        this.titles = titles;
        this.effectiveFrom = effectiveFrom;
    }

    /** @param effectiveFrom the document's first day; null where unknown */
    static List<TransitionalClause> read(LegalText text, TitleCatalogue titles, @Nullable LocalDate effectiveFrom) {
        var reader = new TransitionReader(text, titles, effectiveFrom);
        for (var unit : text.components().getFirst().units()) reader.walk(unit, List.of(), false);
        return List.copyOf(reader.found);
    }

    private void walk(Unit unit, List<TargetAddress.Step> above, boolean headed) {
        if (found.size() >= MOST) return;
        var level = EffectReader.level(unit.level());
        var path = above;
        if (level.ordinal() <= TargetAddress.Level.ARTICLE.ordinal()) {
            var steps = new ArrayList<TargetAddress.Step>();
            steps.add(new TargetAddress.Step(level, unit.number()));
            steps.addAll(above);
            path = steps;
        }
        boolean transitional = headed;
        if (unit.level() == UnitLevel.ARTICLE) {
            var heading = FlatText.lower(unit.heading() == null ? "" : unit.heading());
            transitional = heading.contains("chuyển tiếp") || heading.contains("áp dụng pháp luật");
        }
        int end = Math.min(
                Math.max(unit.ownTextEnd(), unit.span().start()), text.text().length());
        int start = EffectReader.afterLabel(text.text(), unit, end);
        if (unit.level() == UnitLevel.ARTICLE && unit.heading() != null) {
            // the heading of an article stands on a line of its own
            int line = text.text().indexOf('\n', start);
            if (line > 0 && line < end) start = line + 1;
        }
        if (end > start && speaks(text.text(), start, end))
            sentences(FlatText.of(text.text(), start, end, text.quotations()), path, transitional);
        for (var child : unit.children()) walk(child, path, transitional);
    }

    /** A quick look before a unit is taken apart. */
    private static boolean speaks(String text, int start, int end) {
        return text.indexOf("tiếp tục", start, end) >= 0
                || text.indexOf("trước ", start, end) >= 0
                || text.indexOf("vẫn ", start, end) >= 0;
    }

    private void sentences(FlatText flat, List<TargetAddress.Step> path, boolean transitional) {
        var s = flat.lower();
        int from = 0;
        while (from < s.length() && found.size() < MOST) {
            int end = sentenceEnd(s, from);
            if (end - from > 20) sentence(flat, from, Math.min(end, from + LONGEST), path, transitional);
            from = end + 1;
            while (from < s.length() && s.charAt(from) == ' ') from++;
        }
    }

    private static int sentenceEnd(String s, int from) {
        for (int i = from; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == ';' || c == '.' && (i + 1 == s.length() || s.charAt(i + 1) == ' ')) return i;
        }
        return s.length();
    }

    private void sentence(FlatText flat, int from, int end, List<TargetAddress.Step> path, boolean transitional) {
        var s = flat.lower();
        var before = BEFORE.matcher(s).region(from, end);
        boolean cut = before.find();
        if (!transitional && !cut) return;
        Matcher verb = null;
        Kind kind = null;
        for (var candidate : List.of(NOT_APPLIED, CONTINUES, FOLLOWS, APPLIES)) {
            var m = candidate.matcher(s).region(from, end);
            if (!m.find()) continue;
            if (verb != null && verb.start() <= m.start()) continue;
            verb = m;
            kind = candidate == NOT_APPLIED
                    ? Kind.NOT_APPLIED
                    : candidate == CONTINUES ? Kind.KEPT : Kind.NEW_RULES_APPLY;
        }
        if (verb == null || kind == null) return;
        // what the rule does stands behind its verb; "được thực hiện trước ngày …" is its subject
        if (cut && before.start() > verb.end() && !transitional) return;
        var rules = rules(flat, verb.start(), end);
        // "Điều 12 Nghị định số … tiếp tục có hiệu lực": the subject is itself the rule
        boolean ruleGoesOn = kind == Kind.KEPT && rules.stream().allMatch(Rule::self) && ofRules(verb.group());
        if (ruleGoesOn) rules = rules(flat, from, verb.start());
        boolean follows = FOLLOWS.matcher(s).region(verb.start(), end).find()
                || APPLIES.matcher(s).region(verb.start(), end).find()
                || s.startsWith("áp dụng", verb.end());
        if (kind != Kind.NOT_APPLIED) {
            boolean old = rules.stream().anyMatch(r -> !r.self());
            boolean own = rules.stream().anyMatch(Rule::self);
            if (kind == Kind.KEPT && (old || follows && !own)) kind = Kind.OLD_RULES_GO_ON;
            else if (kind == Kind.NEW_RULES_APPLY && !own) kind = old ? Kind.OLD_RULES_GO_ON : null;
        }
        if (kind == null) return;
        boolean certain = transitional && cut && (kind == Kind.KEPT || !rules.isEmpty());
        var subject = flat.text()
                .substring(from, verb.start())
                .replace(FlatText.QUOTE, '…')
                .strip();
        var event = UNTIL_EVENT.matcher(s).region(verb.end(), end);
        var last = UNTIL.matcher(s).region(verb.end(), end);
        var until = last.find() ? day(last, 2) : null;
        found.add(new TransitionalClause(
                kind,
                EffectReader.print(path),
                subject,
                rules,
                cut ? (before.group(1) == null ? effectiveFrom : day(before, 1)) : null,
                until == null ? null : until.plusDays(1),
                event.find()
                        ? flat.text().substring(event.start(1), event.end(1)).strip()
                        : null,
                flat.source(from, end),
                certain ? 0.95 : 0.8,
                certain
                        ? "Quy định chuyển tiếp: đối tượng nêu bằng lời, cần đọc lại"
                        : "Câu có dạng quy định chuyển tiếp, cần xem lại"));
    }

    private static boolean ofRules(String verb) {
        return verb.endsWith("hiệu lực") || verb.endsWith("áp dụng") || verb.endsWith("thi hành");
    }

    /** The documents behind the verb, each with the provisions named right before it. */
    private List<Rule> rules(FlatText flat, int from, int end) {
        var out = new ArrayList<Rule>();
        var provisions = new ArrayList<Token>();
        for (var token : InstructionLexer.read(flat, titles)) {
            if (token.start() < from || token.start() >= end) continue;
            if (token instanceof Token.Provisions) provisions.add(token);
            if (!(token instanceof Token.Mention m)) continue;
            var document = m.document();
            // "đến ngày Quyết định này có hiệu lực" names a day, no rule
            var behind = flat.lower().substring(m.end(), Math.min(flat.length(), m.end() + 18));
            if (document.self() && behind.contains("hiệu lực")) continue;
            var addresses = provisions.isEmpty()
                    ? List.<TargetAddress>of()
                    : InstructionReader.addresses(flat, List.copyOf(provisions));
            if (addresses.isEmpty()) out.add(new Rule(document.number(), document.title(), null, document.self()));
            for (var address : addresses)
                out.add(new Rule(document.number(), document.title(), address.print(), document.self()));
            provisions.clear();
        }
        return out;
    }

    private static @Nullable LocalDate day(Matcher m, int group) {
        try {
            return LocalDate.of(
                    Integer.parseInt(m.group(group + 2)),
                    Integer.parseInt(m.group(group + 1)),
                    Integer.parseInt(m.group(group)));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
