package vn.qppl.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.qppl.reading.TargetAddress.Level;
import vn.qppl.reading.TargetAddress.Step;
import vn.qppl.structure.LegalText;
import vn.qppl.structure.Unit;
import vn.qppl.structure.UnitLevel;
import vn.qppl.text.Span;

/**
 * Reads what a document does: when it begins and ends, and what it amends, supplements, replaces, repeals, suspends,
 * extends or corrects. Everything is a proposal with its evidence. Pure, total, linear in the size of the text.
 */
public final class EffectReader {
    /**
     * The document that is read, as far as it is known.
     *
     * @param title trích yếu, without the type
     * @param effectiveFrom first day of the whole, where something else than its clauses tells it; null else
     * @param dayIsSure whether the day of issue is certain, so that days counted from it are too
     */
    public record Own(
            @Nullable String number,
            @Nullable String type,
            @Nullable String title,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate effectiveFrom,
            boolean dayIsSure) {
        public static final Own UNKNOWN = new Own(null, null, null, null, null);

        public Own(
                @Nullable String number,
                @Nullable String type,
                @Nullable String title,
                @Nullable LocalDate issuedOn,
                @Nullable LocalDate effectiveFrom) {
            this(number, type, title, issuedOn, effectiveFrom, true);
        }
    }

    /** A unit with its words ready for reading. */
    record Node(Unit unit, FlatText flat, List<Token> tokens, List<Step> path, List<Node> children) {}

    private static final List<String> AMENDING = List.of(
            "sửa đổi",
            "bổ sung",
            "bãi bỏ",
            "thay thế",
            "đính chính",
            "ngưng hiệu lực",
            "tạm ngưng",
            "kéo dài",
            "về việc sửa đổi",
            "về việc bãi bỏ",
            "về việc bổ sung",
            "về sửa đổi");

    private static final List<String> WORDS_FIRST = List.of("cụm từ ", "các cụm từ ", "từ ngữ ", "các từ ngữ ");

    private final LegalText text;
    private final Own own;
    private final TitleCatalogue titles;
    private final Commencements commencements;
    private final ProposedEffects effects;

    private EffectReader(LegalText text, Own own, TitleCatalogue titles) {
        this.text = text;
        this.own = own;
        this.titles = titles;
        this.commencements = new Commencements(
                own.issuedOn(),
                own.dayIsSure(),
                own.number() != null && own.number().contains("VBHN"));
        this.effects = new ProposedEffects(text, own, titles, commencements);
    }

    /**
     * @param titles documents known by title; the national laws that come with the product where nothing more is known
     */
    public static List<ProposedEffect> read(LegalText text, Own own, TitleCatalogue titles) {
        var extract = ClauseExtract.of(text.text());
        if (extract != null) return extract.read(own, titles);
        return new EffectReader(text, own, titles).read();
    }

    private List<ProposedEffect> read() {
        var main = text.components().getFirst();
        var nodes = new ArrayList<Node>();
        for (var unit : main.units()) nodes.add(node(unit, List.of()));
        for (var node : nodes) commence(node, null, false);
        for (var node : nodes) term(node, "");
        effects.addOwn();
        var context = new InstructionContext(amendedByTitle(own.title(), titles), List.of(), null);
        for (var node : nodes) walk(node, context, 0, amends(own.title()));
        return effects.all();
    }

    private Node node(Unit unit, List<Step> above) {
        var level = level(unit.level());
        var path = above;
        if (level.ordinal() <= Level.ARTICLE.ordinal()) {
            var steps = new ArrayList<Step>();
            steps.add(new Step(level, unit.number()));
            steps.addAll(above);
            path = steps;
        }
        int end = Math.min(
                Math.max(unit.ownTextEnd(), unit.span().start()), text.text().length());
        var flat = FlatText.of(text.text(), afterLabel(text.text(), unit, end), end, text.quotations());
        var children = new ArrayList<Node>();
        for (var child : unit.children()) children.add(node(child, path));
        return new Node(unit, flat, InstructionLexer.read(flat, titles), path, children);
    }

    static Level level(UnitLevel level) {
        return switch (level) {
            case PART -> Level.PART;
            case CHAPTER -> Level.CHAPTER;
            case SECTION -> Level.SECTION;
            case SUBSECTION -> Level.SUBSECTION;
            case ARTICLE -> Level.ARTICLE;
            case CLAUSE -> Level.CLAUSE;
            case POINT -> Level.POINT;
        };
    }

    /** Where the words of a unit begin, after "Điều 3.", "2.", "a)". */
    static int afterLabel(String text, Unit unit, int end) {
        int i = unit.span().start();
        var number = FlatText.lower(unit.number());
        int limit = Math.min(end, i + 40 + number.length());
        var head = FlatText.lower(text.substring(i, Math.max(i, limit))).replace('ð', 'đ');
        int at = head.indexOf(number);
        if (at < 0) return i;
        i += at + number.length();
        while (i < end && " \t\u00A0.):/-–*_".indexOf(text.charAt(i)) >= 0) i++;
        return i;
    }

    private void commence(Node node, @Nullable Step article, boolean effectArticle) {
        var here = node.unit().level() == UnitLevel.ARTICLE ? node.path().getFirst() : article;
        boolean effect = effectArticle;
        if (node.unit().level() == UnitLevel.ARTICLE) {
            var heading = FlatText.lower(
                    node.unit().heading() == null ? "" : node.unit().heading());
            effect = heading.contains("hiệu lực") || heading.contains("thi hành") || heading.contains("thực hiện");
        }
        commencements.read(node.flat(), node.tokens(), print(node.path()), here, effect);
        for (var child : node.children()) commence(child, here, effect);
    }

    /** Read when the first day is known: a term may be counted from it. */
    private void term(Node node, String articleHeading) {
        var heading = articleHeading;
        if (node.unit().level() == UnitLevel.ARTICLE)
            heading = FlatText.lower(
                    node.unit().heading() == null ? "" : node.unit().heading());
        commencements.term(node.flat(), print(node.path()), heading, node.unit().level() == UnitLevel.ARTICLE);
        for (var child : node.children()) term(child, heading);
    }

    static @Nullable String print(List<Step> path) {
        return path.isEmpty() ? null : new TargetAddress(path, false).print();
    }

    /** The one document that the title says is amended: "Sửa đổi, bổ sung một số điều của Thông tư số …". */
    static @Nullable DocumentMention amendedByTitle(@Nullable String title, TitleCatalogue titles) {
        if (title == null || !amends(title)) return null;
        var flat = FlatText.of(title, 0, title.length(), List.of());
        DocumentMention only = null;
        for (var token : InstructionLexer.read(flat, titles)) {
            if (!(token instanceof Token.Mention m) || m.document().self()) continue;
            if (only != null && !only.same(m.document())) return null;
            only = m.document();
        }
        return only;
    }

    static boolean amends(@Nullable String title) {
        if (title == null) return false;
        var lower = FlatText.lower(title.strip());
        return AMENDING.stream().anyMatch(lower::startsWith);
    }

    /** The documents that an amending title names, in order. */
    static List<DocumentMention> amendedAll(@Nullable String title, TitleCatalogue titles) {
        if (title == null || !amends(title)) return List.of();
        var flat = FlatText.of(title, 0, title.length(), List.of());
        var out = new ArrayList<DocumentMention>();
        for (var token : InstructionLexer.read(flat, titles))
            if (token instanceof Token.Mention m && !m.document().self()) out.add(m.document());
        return out;
    }

    /** @param acting whether the words here are meant to change other texts, as those of an amending document or an effect article */
    private void walk(Node node, InstructionContext context, int index, boolean acting) {
        boolean acts = acting || node.unit().level() == UnitLevel.ARTICLE && acts(node);
        var instructions = instructionsOf(node, context, index).stream()
                .filter(i -> acts || i.targets().isEmpty() && i.open() || plain(i, node))
                .toList();
        var below = contextBelow(node, context, instructions);
        int before = effects.size();
        int position = 0;
        for (var child : node.children()) walk(child, below, position++, acts);
        boolean saidBelow = effects.size() > before;
        var kept = new ArrayList<Instruction>();
        for (var instruction : instructions) {
            if (saidBelow && instruction.open() && instruction.newTexts().isEmpty()) continue;
            if (saidBelow && instruction.partly()) continue;
            boolean whole = instruction.targets().stream().allMatch(t -> t.address() == null) && !instruction.phrase();
            if (saidBelow && whole && instruction.kind() == EffectKind.AMEND) continue;
            kept.add(instruction);
        }
        effects.add(kept, context, node.path(), node.flat(), node.tokens());
        if (!saidBelow) effects.addListed(node, text);
    }

    /** An article that changes other texts: by its heading, or because it says when this document begins. */
    private static boolean acts(Node article) {
        var heading = FlatText.lower(
                article.unit().heading() == null ? "" : article.unit().heading());
        if (heading.contains("hiệu lực") || heading.contains("điều khoản thi hành")) return true;
        if (AMENDING.stream().anyMatch(heading::startsWith)) return true;
        return begins(article) || article.children().stream().anyMatch(EffectReader::begins);
    }

    private static boolean begins(Node node) {
        var s = node.flat().lower();
        int at = s.indexOf("này có hiệu lực");
        return at >= 0 && at < 60;
    }

    /** In an article about something else: an order with the document's number, at the head of the sentence or after "Quyết định này … thay thế". */
    private static boolean plain(Instruction instruction, Node node) {
        if (instruction.targets().isEmpty() || instruction.confidence() < Finding.CERTAIN) return false;
        for (var target : instruction.targets())
            if (target.document() == null
                    || target.document().number() == null && target.document().title() == null) return false;
        int start = instruction.evidence().start();
        // "Công bố Quyết định số … tiếp tục có hiệu lực toàn bộ" (Luật 64/2025 Điều 57 khoản 2)
        boolean announced = instruction.kind() == EffectKind.RESUME || instruction.kind() == EffectKind.EXPIRE;
        if (announced && node.flat().lower().startsWith("công bố ")) return true;
        if (start - node.flat().source(0, 1).start() <= 3) return true;
        // "Cụm từ “…” tại Điều 2 Quyết định số … được thay thế bằng cụm từ “…”": the words stand before their place
        if (instruction.phrase() && WORDS_FIRST.stream().anyMatch(node.flat().lower()::startsWith)) return true;
        boolean self = false;
        for (var token : node.tokens()) {
            if (node.flat().source(token.start(), token.end()).start() >= start) break;
            if (token instanceof Token.Mention m) {
                if (!m.document().self()) return false;
                self = true;
            }
        }
        return self
                && (instruction.kind() == EffectKind.REPLACE || instruction.kind() == EffectKind.REPEAL)
                && instruction.targets().stream()
                        .allMatch(t -> t.address() == null
                                && t.document() != null
                                && t.document().numberStated());
    }

    private List<Instruction> instructionsOf(Node node, InstructionContext context, int index) {
        var own = InstructionReader.read(node.flat(), node.tokens(), context);
        if (!own.isEmpty() || context.pending() == null) return own;
        return PendingInstruction.complete(context.pending(), node.flat(), node.tokens(), context, index, text);
    }

    private static InstructionContext contextBelow(
            Node node, InstructionContext context, List<Instruction> instructions) {
        if (node.children().isEmpty()) return context;
        return contextBelow(
                node.tokens(), node.flat(), node.unit().level() == UnitLevel.ARTICLE, context, instructions);
    }

    static InstructionContext contextBelow(
            List<Token> tokens,
            FlatText flat,
            boolean heads,
            InstructionContext context,
            List<Instruction> instructions) {
        if (instructions.isEmpty()) {
            var only = onlyMention(tokens);
            boolean lead = heads || flat.lower().stripTrailing().endsWith(":");
            return only != null && lead && context.pending() == null && named(tokens)
                    ? new InstructionContext(only, List.of(), null)
                    : context;
        }
        DocumentMention document = null;
        boolean several = false;
        List<Step> above = null;
        for (var instruction : instructions) {
            for (var target : instruction.targets()) {
                if (target.document() != null) {
                    if (document == null) document = target.document();
                    else if (!document.same(target.document())) several = true;
                }
                var steps = target.address() == null
                        ? List.<Step>of()
                        : target.address().steps();
                above = above == null ? steps : common(above, steps);
            }
        }
        if (several) return new InstructionContext(null, List.of(), open(instructions));
        if (document == null) document = context.document();
        if (above == null) above = document == context.document() ? context.above() : List.of();
        if (above.isEmpty() && document == context.document()) above = context.above();
        return new InstructionContext(document, above, open(instructions));
    }

    /** A lead that only names a document stands for what is below it when the document is amended, not merely cited. */
    private static boolean named(List<Token> tokens) {
        return tokens.stream().noneMatch(t -> t instanceof Token.Mark m && m.kind() == Token.MarkKind.CASE)
                && tokens.stream()
                        .anyMatch(t -> t instanceof Token.Mark m && m.kind() == Token.MarkKind.WHOLE
                                || t instanceof Token.Verb);
    }

    static @Nullable DocumentMention onlyMention(List<Token> tokens) {
        DocumentMention only = null;
        for (var token : tokens) {
            if (!(token instanceof Token.Mention m) || m.document().self()) continue;
            if (only != null && !only.same(m.document())) return null;
            only = m.document();
        }
        return only;
    }

    /** What waits for what stands below: an instruction that ended with a colon, or one whose new text has not come yet. */
    private static @Nullable Instruction open(List<Instruction> instructions) {
        var last = instructions.getLast();
        if (last.open()) return last;
        for (var instruction : instructions) {
            boolean writes = instruction.kind() == EffectKind.AMEND || instruction.kind() == EffectKind.SUPPLEMENT;
            if (writes
                    && !instruction.phrase()
                    && instruction.newTexts().isEmpty()
                    && !instruction.targets().isEmpty()) return instruction;
        }
        return null;
    }

    /** The outer steps that two addresses share. */
    private static List<Step> common(List<Step> a, List<Step> b) {
        int n = 0;
        while (n < a.size() && n < b.size() && a.get(a.size() - 1 - n).equals(b.get(b.size() - 1 - n))) n++;
        return a.subList(a.size() - n, a.size());
    }

    static Span span(FlatText flat) {
        return flat.source(0, flat.length());
    }
}
