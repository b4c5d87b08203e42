package vn.qppl.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.qppl.reading.Commencements.Commencement;
import vn.qppl.reading.EffectReader.Own;
import vn.qppl.reading.Instruction.Target;
import vn.qppl.reading.NewTexts.NewText;
import vn.qppl.reading.TargetAddress.Step;
import vn.qppl.structure.DocumentNumber;
import vn.qppl.structure.LegalText;
import vn.qppl.text.Span;

/** Turns instructions into proposed effects: one a target provision, with its date, its text and how sure it is. */
final class ProposedEffects {
    /** An effect clause names no more than this; a longer list is cut. */
    private static final int MOST = 20_000;

    /** Printed where a document is acted on in parts that the sentence does not name. */
    static final String SOME = "một số điều";

    private static final Pattern LISTED_NUMBER = Pattern.compile(
            "(\\d{1,5}[a-z]?/(?:(?:19|20)\\d\\d/)?\\p{Lu}[\\p{L}\\d]{0,12}(?:-\\p{Lu}[\\p{L}\\d]{0,15}){1,5})");

    private static final Pattern ANNEX_NUMBER =
            Pattern.compile("(?:danh mục|phụ lục)(?: số)? ([ivxlc]{1,6}|\\d{1,3}[a-z]?)(?![\\p{L}\\d])");
    private static final Pattern PART =
            Pattern.compile("(?:^|[|;,\t ])(?:điểm \\p{L} )?(?:khoản \\d{1,3} )?điều \\d{1,3}\\s*(?:[|;,\t]|$)");

    private final LegalText text;
    private final Own own;
    private final TitleCatalogue titles;
    private final Commencements commencements;
    private final boolean amending;
    private final Map<String, ProposedEffect> found = new LinkedHashMap<>();

    ProposedEffects(LegalText text, Own own, TitleCatalogue titles, Commencements commencements) {
        this.text = text;
        this.own = own;
        this.titles = titles;
        this.commencements = commencements;
        this.amending = EffectReader.amends(own.title());
    }

    /**
     * What is said twice counts once: "Sửa đổi một số điều của Thông tư X" adds nothing where the provisions of X are named,
     * nor does a heading that the clause below repeats with the new text.
     */
    List<ProposedEffect> all() {
        var detailed = new HashSet<String>();
        var better = new HashMap<String, ProposedEffect>();
        for (var e : found.values()) {
            if (!e.vague()) detailed.add(name(e));
            better.merge(what(e), e, ProposedEffects::fuller);
        }
        return found.values().stream()
                .filter(e -> !e.vague() || !detailed.contains(name(e)))
                .filter(e -> {
                    var other = better.get(what(e));
                    return other == null || other == e || !repeats(e, other);
                })
                .toList();
    }

    private static String name(ProposedEffect e) {
        return String.valueOf(e.target() == null ? e.targetTitle() : VietnameseNumbers.key(e.target()));
    }

    private static String what(ProposedEffect e) {
        return e.kind() + "|" + e.self() + "|" + name(e) + "|" + e.targetProvision() + "|" + e.oldWords() + "|"
                + e.newWords();
    }

    private static ProposedEffect fuller(ProposedEffect a, ProposedEffect b) {
        if ((a.newText() == null) != (b.newText() == null)) return a.newText() == null ? b : a;
        return depth(b) > depth(a) ? b : a;
    }

    private static int depth(ProposedEffect e) {
        return e.causeProvision() == null ? 0 : e.causeProvision().length();
    }

    /** Whether {@code e} is the heading of {@code other}. */
    private static boolean repeats(ProposedEffect e, ProposedEffect other) {
        if (e.self() || e.newText() != null) return false;
        var cause = e.causeProvision();
        var below = other.causeProvision();
        return cause != null
                && below != null
                && (below.equals(cause) ? other.newText() != null : below.endsWith(" " + cause));
    }

    int size() {
        return found.size();
    }

    /** Commencement and end of the document itself. */
    void addOwn() {
        for (var c : commencements.all()) {
            put(new ProposedEffect(
                    c.expires() ? EffectKind.EXPIRE : EffectKind.COMMENCE,
                    true,
                    own.number(),
                    null,
                    c.provision() == null ? null : c.provision().print(),
                    c.cause(),
                    c.date().from(),
                    c.expires() ? null : c.date().until(),
                    c.date().boundary(),
                    null,
                    null,
                    null,
                    null,
                    c.span(),
                    c.confidence(),
                    c.reason()));
        }
    }

    /** The instructions of one unit. Those that share their quotations share them out together. */
    void add(
            List<Instruction> instructions,
            InstructionContext context,
            List<Step> path,
            FlatText flat,
            List<Token> tokens) {
        var texts = new ArrayList<@Nullable NewText>();
        var targets = new ArrayList<List<Target>>();
        for (var instruction : instructions) targets.add(targets(instruction, context));
        for (int i = 0; i < instructions.size(); ) {
            int end = i + 1;
            while (end < instructions.size()
                    && instructions
                            .get(end)
                            .newTexts()
                            .equals(instructions.get(i).newTexts())) end++;
            var together = new ArrayList<Target>();
            for (int k = i; k < end; k++) if (wantsText(instructions.get(k))) together.addAll(targets.get(k));
            texts.clear();
            texts.addAll(NewTexts.assign(together, instructions.get(i).newTexts(), text));
            int next = 0;
            for (int k = i; k < end; k++) {
                var instruction = instructions.get(k);
                var when = when(instruction, path, flat, tokens);
                var territory = territory(instruction, flat, tokens);
                if (instruction.kind() == EffectKind.RESUME && !resumes(instruction, flat, tokens)) continue;
                boolean wants = wantsText(instruction);
                var event = ownEvent(instruction, flat);
                for (var target : targets.get(k)) {
                    // the document whose day dates the effect is not the one acted on
                    if (event != null && targets.get(k).size() > 1 && namedIn(event, target)) continue;
                    if (instruction.phrase()) {
                        if (instruction.oldWords().isEmpty())
                            put(effect(instruction, target, path, when, null, null, territory));
                        for (var old : instruction.oldWords())
                            put(effect(instruction, target, path, when, null, old, territory));
                    } else
                        put(effect(instruction, target, path, when, wants ? texts.get(next++) : null, null, territory));
                }
            }
            i = end;
        }
    }

    private static boolean wantsText(Instruction instruction) {
        return !instruction.phrase()
                && switch (instruction.kind()) {
                    case AMEND, SUPPLEMENT, REPLACE, CORRECT, SUBSTITUTE -> true;
                    case REPEAL, RENUMBER, EXPIRE, COMMENCE, SUSPEND, RESUME, EXTEND -> false;
                };
    }

    private List<Target> targets(Instruction instruction, InstructionContext context) {
        if (!instruction.targets().isEmpty()) return instruction.targets();
        if (context.document() == null && !amending) return List.of();
        if (!instruction.phrase()
                && (instruction.newTexts().isEmpty() || context.above().isEmpty())) return List.of();
        var above = context.above().isEmpty() ? null : new TargetAddress(context.above(), false);
        return List.of(new Target(context.document(), above, null, above == null ? 0.95 : 0.985));
    }

    private static EffectKind kind(Instruction instruction) {
        return switch (instruction.kind()) {
            case REPLACE, AMEND ->
                instruction.phrase()
                                && instruction.newWords() != null
                                && !instruction.oldWords().isEmpty()
                        ? EffectKind.SUBSTITUTE
                        : instruction.kind();
            default -> instruction.kind();
        };
    }

    private record When(
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String boundary,
            double confidence,
            @Nullable String reason) {}

    /** The day in the instruction's own words, else the day on which its clause has effect. */
    private When when(Instruction instruction, List<Step> path, FlatText flat, List<Token> tokens) {
        var dated = switch (instruction.kind()) {
            case SUSPEND, RESUME, EXTEND, EXPIRE, REPEAL, REPLACE -> ownDate(flat, tokens, instruction);
            case AMEND, SUPPLEMENT, SUBSTITUTE, RENUMBER, CORRECT, COMMENCE -> null;
        };
        var commencement = commencements.of(path);
        if (dated != null && instruction.kind() == EffectKind.EXTEND) {
            var from = dated.from() != null
                    ? dated.from()
                    : commencement == null ? null : commencement.date().from();
            return new When(from, dated.until(), null, 0.98, null);
        }
        if (dated != null && dated.from() != null) return new When(dated.from(), dated.until(), null, 0.98, null);
        var until = dated == null ? null : dated.until();
        var event = ownEvent(instruction, flat);
        if (event != null) return new When(null, until, event, 0.9, "Ngày có hiệu lực phụ thuộc một sự kiện");
        if (instruction.kind() == EffectKind.CORRECT && own.issuedOn() != null && commencement == null)
            return new When(own.issuedOn(), null, null, 0.9, "Văn bản đính chính không nêu ngày có hiệu lực");
        if (dated == null && fromYear(instruction, flat))
            return new When(null, until, null, 0.85, "Tính từ một năm, không nêu ngày");
        if (commencement == null && own.effectiveFrom() != null)
            return new When(own.effectiveFrom(), until, null, 1, null);
        if (commencement == null) return new When(null, until, null, 0.85, "Không tìm thấy ngày có hiệu lực");
        return whenOf(commencement, until);
    }

    /** "… tiếp tục có hiệu lực kể từ năm ngân sách 2026": a year of its own, not the day of the clause. */
    private static boolean fromYear(Instruction instruction, FlatText flat) {
        return switch (instruction.kind()) {
            case SUSPEND, RESUME, EXTEND, EXPIRE ->
                FROM_YEAR
                        .matcher(flat.lower())
                        .region(
                                Math.min(instruction.from(), flat.length()),
                                Math.min(Math.max(instruction.from(), instruction.to()), flat.length()))
                        .find();
            case AMEND, SUPPLEMENT, SUBSTITUTE, RENUMBER, CORRECT, COMMENCE, REPEAL, REPLACE -> false;
        };
    }

    private static final Pattern FROM_YEAR = Pattern.compile(
            "(?:hiệu lực|thi hành|áp dụng|thực hiện),? (?:kể )?từ (?:đầu )?(?:năm|niên độ|kỳ)(?: (?:ngân sách|học|kế hoạch))? (?:19|20)\\d\\d");

    private static When whenOf(Commencement c, @Nullable LocalDate until) {
        if (c.date().from() == null)
            return new When(null, until, c.date().boundary(), 0.9, "Ngày có hiệu lực phụ thuộc một sự kiện");
        double confidence = c.confidence() >= Finding.CERTAIN ? 1 : c.confidence();
        return new When(c.date().from(), until, null, confidence, c.reason());
    }

    /** "Các nội dung khác tiếp tục có hiệu lực" saves what was never suspended; a return from suspension has a day of its own. */
    private boolean resumes(Instruction instruction, FlatText flat, List<Token> tokens) {
        var sentence = flat.lower().substring(instruction.from(), Math.min(instruction.to(), flat.length()));
        var dated = ownDate(flat, tokens, instruction);
        boolean announced = flat.lower().startsWith("công bố")
                || own.title() != null && FlatText.lower(own.title()).startsWith("công bố");
        return (announced || dated != null && dated.from() != null || ownEvent(instruction, flat) != null)
                && !sentence.contains("khác")
                && !flat.lower().substring(0, instruction.from()).endsWith("khác của ");
    }

    /** "… kể từ ngày Nghị quyết số 09/2023/NQ-HĐND … hết hiệu lực": the day of another document, which the sentence names. */
    private static @Nullable String ownEvent(Instruction instruction, FlatText flat) {
        switch (instruction.kind()) {
            case SUSPEND, RESUME, EXTEND, EXPIRE, REPEAL, REPLACE -> {}
            case AMEND, SUPPLEMENT, SUBSTITUTE, RENUMBER, CORRECT, COMMENCE -> {
                return null;
            }
        }
        var s = flat.lower();
        var m = EVENT.matcher(s).region(Math.min(instruction.from(), s.length()), s.length());
        if (!m.find()) return null;
        int end = m.end();
        while (end < s.length() && end - m.end() < 400 && s.charAt(end) != ';' && !sentenceEnds(s, end)) end++;
        var words = flat.text().substring(m.start(1), end).strip();
        return words.toLowerCase(java.util.Locale.ROOT).contains("hiệu lực") ? words : null;
    }

    private static boolean namedIn(String event, Target target) {
        var document = target.document();
        return document != null && document.number() != null && event.contains(document.number());
    }

    private static final Pattern EVENT = Pattern.compile(
            "(?:kể )?từ ((?:ngày|thời điểm|khi) (?=(?:bộ luật|luật|nghị quyết|quyết định|nghị định|thông tư|pháp lệnh) (?:số )?\\d))");

    /** "từ ngày", "từ 0 giờ ngày", "từ 00 giờ 00 phút, ngày". */
    private static final Pattern LEAD = Pattern.compile("từ (?:\\d{1,2} (?:giờ|h)(?: ?\\d{1,2} phút)?,? )?$");

    private static boolean sentenceEnds(String s, int at) {
        return s.charAt(at) == '.' && (at + 1 >= s.length() || s.charAt(at + 1) == ' ');
    }

    private @Nullable DateExpression ownDate(FlatText flat, List<Token> tokens, Instruction instruction) {
        var s = flat.lower();
        LocalDate until = null;
        for (int i = s.indexOf("ngày", instruction.from());
                i >= 0 && i < instruction.to();
                i = s.indexOf("ngày", i + 4)) {
            int at = i;
            if (tokens.stream().anyMatch(t -> t.start() <= at && at < t.end())) continue;
            var lead = LEAD.matcher(s).region(Math.max(instruction.from(), i - 24), i);
            if (lead.find()
                    && DateExpression.at(flat, i, null) instanceof DateExpression d
                    && d.from() != null
                    && !describes(s, d.end())) return d;
            int to = s.lastIndexOf("đến ", i);
            if (to >= 0 && i - to <= 8 && DateExpression.untilAt(flat, to) instanceof DateExpression d)
                until = d.until();
        }
        return until == null ? null : new DateExpression(null, until, null, 0, 0.98);
    }

    /** "… một số điều có hiệu lực từ ngày 01 tháng 7 năm 2013 của Luật …": the day stands in the name of a document. */
    private static boolean describes(String s, int dayEnd) {
        return s.startsWith(" của ", dayEnd) || s.startsWith(" quy định", dayEnd);
    }

    private @Nullable ProposedEffect effect(
            Instruction instruction,
            Target target,
            List<Step> path,
            When when,
            @Nullable NewText newText,
            @Nullable Span old,
            List<Finding<String>> territory) {
        var kind = kind(instruction);
        var document = target.document();
        if (document != null && document.self()) return null;
        // in an amending document the document meant may be one that only a lead not at hand names
        if (document == null && (!amending || target.address() == null)) return null;
        var number = document == null ? null : document.number();
        double confidence = Math.min(0.99, Math.min(target.confidence(), instruction.confidence()));
        var reason = instruction.reason();
        if (document != null && number == null && document.title() != null) {
            var known = titles.find(document.title(), own.issuedOn());
            if (known.isPresent()) number = known.get().number();
        }
        if (number == null) {
            confidence = Math.min(confidence, document == null ? 0.6 : 0.9);
            reason = document == null
                    ? "Không rõ văn bản được sửa đổi là văn bản nào"
                    : "Chưa rõ số, ký hiệu của văn bản được nêu tên";
        } else if (own.number() != null && VietnameseNumbers.key(number).equals(VietnameseNumbers.key(own.number())))
            return null;
        boolean wantsText = !instruction.phrase()
                && (kind == EffectKind.AMEND || kind == EffectKind.SUPPLEMENT)
                && target.address() != null
                && NewTexts.textual(target.address().innermost().level());
        if (wantsText && newText == null) {
            confidence = Math.min(confidence, 0.85);
            reason = "Không tìm thấy nội dung mới trong dấu ngoặc kép";
        }
        if (newText != null) {
            if (!newText.closed()) {
                confidence = Math.min(confidence, 0.8);
                reason = "Nội dung mới bị cắt: thiếu dấu đóng ngoặc kép";
            } else if (newText.confidence() < confidence) {
                confidence = newText.confidence();
                if (confidence < Finding.CERTAIN) reason = "Nội dung mới được ghép theo thứ tự, cần xem lại";
            }
        }
        boolean some = instruction.partly() && unnamed(target.address()) && !instruction.phrase();
        if (some || kind == EffectKind.AMEND && target.address() == null && !instruction.phrase()) {
            confidence = Math.min(confidence, 0.7);
            reason = "Không nêu điều, khoản cụ thể";
        }
        if (when.confidence() < confidence) {
            confidence = when.confidence();
            if (when.reason() != null) reason = when.reason();
        }
        for (var place : territory) {
            if (place.confidence() >= confidence) continue;
            confidence = place.confidence();
            reason = place.reason();
        }
        var becomes = target.becomes();
        return new ProposedEffect(
                kind,
                false,
                number,
                document == null ? null : document.title(),
                some ? SOME : target.address() == null ? null : target.address().print(),
                EffectReader.print(path),
                when.from(),
                when.until(),
                when.boundary(),
                newText == null ? null : newText.span(),
                old == null ? null : words(old),
                becomes != null
                        ? becomes.print()
                        : instruction.newWords() == null ? null : words(instruction.newWords()),
                instruction.anchor() == null
                        ? instruction.position()
                        : instruction.position() + " cụm từ “" + words(instruction.anchor()) + "”",
                instruction.evidence(),
                confidence,
                confidence >= Finding.CERTAIN ? null : reason == null ? "Cần xem lại" : reason,
                territory);
    }

    /** The places an end is limited to, said behind the verb ("hết hiệu lực trên địa bàn …") or behind the document's number. */
    private static List<Finding<String>> territory(Instruction instruction, FlatText flat, List<Token> tokens) {
        switch (instruction.kind()) {
            case EXPIRE, REPEAL, REPLACE, SUSPEND, RESUME, EXTEND -> {}
            case AMEND, SUPPLEMENT, SUBSTITUTE, RENUMBER, CORRECT, COMMENCE -> {
                return List.of();
            }
        }
        int from = -1;
        for (var token : tokens) {
            if (token.start() < instruction.from() || token.start() >= instruction.to()) continue;
            if (token instanceof Token.Verb v && v.kind() == instruction.kind()) from = v.passive() ? v.start() : from;
            else if (token instanceof Token.Mention m && !m.document().self())
                from = m.start() + m.document().type().length();
        }
        return from < 0 ? List.of() : TerritoryReader.of(flat, from, instruction.to());
    }

    private static boolean unnamed(@Nullable TargetAddress address) {
        return address == null
                || address.innermost().level() == TargetAddress.Level.ATTACHED
                || address.innermost().level() == TargetAddress.Level.ANNEX
                        && address.innermost().number().isEmpty();
    }

    private String words(Span span) {
        return span.in(text.text()).strip().replaceAll("\\s++", " ");
    }

    /** "… bị bãi bỏ (Danh mục kèm theo)": each row of the annex names a document. */
    void addListed(EffectReader.Node node, LegalText text) {
        var s = node.flat().lower();
        if (!s.contains("kèm theo") || !(s.contains("danh mục") || s.contains("phụ lục"))) return;
        // "Công bố danh mục thủ tục hành chính bị bãi bỏ": its rows name what a procedure rests on, nothing that ends
        if (s.contains("công bố") || s.contains("danh mục thủ tục")) return;
        EffectKind kind = null;
        for (var token : node.tokens())
            if (token instanceof Token.Verb v
                    && kind == null
                    && (v.kind() == EffectKind.REPEAL
                            || v.kind() == EffectKind.EXPIRE
                            || v.kind() == EffectKind.SUSPEND)) kind = v.kind();
        if (kind == null
                || !s.contains("văn bản")
                        && !s.contains("quyết định")
                        && !s.contains("nghị quyết")
                        && !s.contains("chỉ thị")) return;
        var commencement = commencements.of(node.path());
        boolean ordered = kind == EffectKind.REPEAL && !s.contains("một phần");
        for (var component : meant(s, text)) {
            int from = component.span().start();
            int end = component.span().end();
            while (from < end) {
                int line = this.text.text().indexOf('\n', from);
                if (line < 0 || line > end) line = end;
                listed(kind, new Span(from, line), node, commencement, ordered);
                from = line + 1;
            }
        }
    }

    /** The annexes that a clause means: those whose number it names, all where it names none of them. */
    private static List<LegalText.Component> meant(String clause, LegalText text) {
        var numbers = new ArrayList<String>();
        var m = ANNEX_NUMBER.matcher(clause);
        while (m.find()) numbers.add(m.group(1));
        var annexes = text.components().stream()
                .filter(c -> c.kind() == LegalText.ComponentKind.ANNEX)
                .toList();
        var named = annexes.stream()
                .filter(c -> c.number() != null && numbers.contains(FlatText.lower(c.number())))
                .toList();
        return named.isEmpty() ? annexes : named;
    }

    private static boolean local(@Nullable String number) {
        return number != null && (number.contains("UBND") || number.contains("HĐND"));
    }

    /** @param ordered whether the clause repeals each document of the list as a whole: then a row's own number leaves no doubt */
    private void listed(
            EffectKind kind, Span line, EffectReader.Node node, @Nullable Commencement commencement, boolean ordered) {
        if (line.end() - line.start() < 8) return;
        var flat = FlatText.of(text.text(), line.start(), line.end(), List.of());
        if (flat.lower().contains("kèm theo")) return;
        var m = LISTED_NUMBER.matcher(flat.text().length() > 400 ? flat.text().substring(0, 400) : flat.text());
        if (!m.find() || DocumentNumber.parse(m.group(1)).isEmpty()) return;
        // no province ends what a ministry or the Government issued: such a row names a basis
        if (local(own.number()) && !local(m.group(1))) return;
        if (own.number() != null && VietnameseNumbers.key(own.number()).equals(VietnameseNumbers.key(m.group(1))))
            return;
        var before = flat.lower().substring(0, m.start());
        if (before.contains("sửa đổi") || before.contains(" theo ") || before.contains("hướng dẫn")) return;
        // "Điều 5, khoản 2 Điều 7" in a row of its own: only parts of the document end
        boolean parts =
                PART.matcher(flat.lower()).find() && !PART.matcher(before).find();
        boolean certain = ordered
                && commencement != null
                && commencement.date().from() != null
                && commencement.confidence() >= Finding.CERTAIN
                && !parts
                && !flat.lower().contains("một phần");
        put(new ProposedEffect(
                kind,
                false,
                DocumentNumber.parse(m.group(1)).get().print(),
                null,
                null,
                EffectReader.print(node.path()),
                commencement == null ? null : commencement.date().from(),
                null,
                commencement == null ? null : commencement.date().boundary(),
                null,
                null,
                null,
                null,
                line,
                certain ? 0.98 : 0.9,
                certain ? null : "Đọc từ danh mục kèm theo, cần xem lại"));
    }

    /** The same effect stated twice (in a lead and again below it) is one; the surer stays. */
    private void put(@Nullable ProposedEffect effect) {
        if (effect == null || found.size() >= MOST) return;
        var key = effect.kind() + "|" + effect.self() + "|"
                + (effect.target() == null ? effect.targetTitle() : VietnameseNumbers.key(effect.target())) + "|"
                + effect.targetProvision() + "|" + effect.oldWords() + "|" + effect.causeProvision() + "|"
                + effect.from() + "|" + effect.position()
                + "|" + (effect.self() ? "" : String.valueOf(effect.newText()));
        var other = found.get(key);
        if (other == null || other.confidence() < effect.confidence()) found.put(key, effect);
    }
}
