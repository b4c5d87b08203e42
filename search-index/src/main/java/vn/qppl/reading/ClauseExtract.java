package vn.qppl.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.qppl.reading.EffectReader.Own;
import vn.qppl.reading.TargetAddress.Level;
import vn.qppl.reading.TargetAddress.Step;
import vn.qppl.structure.DocumentNumber;
import vn.qppl.structure.LegalText;
import vn.qppl.text.Span;

/**
 * One clause taken out of a document, headed by where it stood and followed by what stood above it:
 * {@code Điểm b / Khoản 35 / Điều 1 / Nghị định 17/2019/NĐ-CP, trích yếu '…' có danh sách ngữ cảnh sau ["b) …", "35. …", "Điều 1. …"]}.
 */
final class ClauseExtract {
    /** What follows the address: the document's title in quotation marks of any kind. */
    private static final Pattern TITLE =
            Pattern.compile(",? trích yếu ?['\"‘“]", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final String BEFORE_LIST = "có danh sách ngữ cảnh sau";
    private static final int LONGEST_HEAD = 3000;

    private final String text;
    private final String document;
    private final @Nullable String title;
    private final List<Step> path;
    /** From the innermost to the outermost. */
    private final List<Span> contexts;

    private ClauseExtract(String text, String document, @Nullable String title, List<Step> path, List<Span> contexts) {
        this.text = text;
        this.document = document;
        this.title = title;
        this.path = path;
        this.contexts = contexts;
    }

    static @Nullable ClauseExtract of(String text) {
        var head = text.length() > LONGEST_HEAD ? text.substring(0, LONGEST_HEAD) : text;
        var m = TITLE.matcher(head);
        if (!m.find()) return null;
        var parts = head.substring(0, m.start()).strip().split(" / ");
        if (parts.length < 2 || parts.length > 8 || m.start() > 400) return null;
        int list = text.indexOf(BEFORE_LIST);
        if (list < m.end() || list > LONGEST_HEAD) return null;
        int titleEnd = list;
        while (titleEnd > m.end() && " '\"’”\n".indexOf(text.charAt(titleEnd - 1)) >= 0) titleEnd--;
        var path = new ArrayList<Step>();
        for (var part : parts) {
            var address = TargetAddress.parse(part);
            if (address.isEmpty()) continue;
            for (var step : address.get().steps())
                if (step.level().ordinal() <= Level.ARTICLE.ordinal()) path.add(step);
        }
        return new ClauseExtract(
                text,
                parts[parts.length - 1].strip(),
                text.substring(m.end(), Math.max(m.end(), titleEnd)),
                path,
                contexts(text, list + BEFORE_LIST.length()));
    }

    /** The list's entries; quotation marks around them may be of any kind or missing. */
    private static List<Span> contexts(String text, int start) {
        var out = new ArrayList<Span>();
        int i = skip(text, start, " \n\r\t:[");
        int from = skip(text, i, "'\"“‘ \n\t");
        int k = from;
        while (k < text.length()) {
            char c = text.charAt(k);
            if ((c == '\'' || c == '"' || c == '”' || c == '’') && separates(text, k)) {
                out.add(new Span(from, k));
                int next = skip(text, skip(text, k + 1, " \n\t,"), "'\"“‘ \n\t");
                k = from = next;
                continue;
            }
            k++;
        }
        int end = text.length();
        while (end > from && "] '\"\n\t".indexOf(text.charAt(end - 1)) >= 0) end--;
        if (end > from) out.add(new Span(from, end));
        return out;
    }

    /** {@code ", "} between two entries: after it a quotation mark opens an entry that begins with a label. */
    private static boolean separates(String text, int mark) {
        int i = skip(text, mark + 1, " \n\t");
        if (i >= text.length() || text.charAt(i) != ',') return false;
        i = skip(text, i + 1, " \n\t");
        return i < text.length() && "'\"“‘".indexOf(text.charAt(i)) >= 0;
    }

    private static int skip(String text, int i, String what) {
        while (i < text.length() && what.indexOf(text.charAt(i)) >= 0) i++;
        return i;
    }

    List<ProposedEffect> read(Own known, TitleCatalogue titles) {
        var number = number() == null ? known.number() : number();
        var own = new Own(number, known.type(), title, known.issuedOn(), known.effectiveFrom());
        var legal = new LegalText(text, List.of(), List.of());
        var effects = new ProposedEffects(legal, own, titles, new Commencements(null, true, false));
        if (contexts.isEmpty()) return List.of();
        var context = new InstructionContext(named(titles), List.of(), null);
        var above = ancestors();
        for (int i = above.size() - 1; i >= 0; i--) context = below(above.get(i), context, titles);
        var head = contexts.getFirst();
        var headPath = path;
        act(head, context, path, titles, effects, legal);
        for (var span : contexts.subList(1, contexts.size())) {
            var step = label(span);
            if (step == null || above.contains(span)) continue;
            boolean beside = headPath.isEmpty() || !headPath.getFirst().level().above(step.level());
            if (beside) {
                // a clause of another article beside it, with what stands below that one behind it
                head = span;
                headPath = List.of(step);
                act(span, context, headPath, titles, effects, legal);
            } else {
                var deeper = new ArrayList<Step>();
                deeper.add(step);
                deeper.addAll(headPath);
                act(span, below(head, context, titles), deeper, titles, effects, legal);
            }
        }
        return withClausesBelow(effects.all(), titles);
    }

    /**
     * Where only the heading of an article is given ("Điều 6. Bãi bỏ một số điều của Nghị định …"), which provisions it means is said
     * by the clauses of that article that the batch holds.
     */
    private List<ProposedEffect> withClausesBelow(List<ProposedEffect> said, TitleCatalogue titles) {
        var number = number();
        if (number == null || path.isEmpty() || path.getFirst().level() != Level.ARTICLE) return said;
        var below = titles.articleEffects(number, path.getFirst().number());
        var out = new ArrayList<ProposedEffect>();
        for (var effect : said) {
            var named = !effect.vague()
                    ? List.<ProposedEffect>of()
                    : below.stream()
                            .filter(e -> e.targetProvision() != null && !e.vague())
                            .filter(e -> e.target() == null || e.names(effect))
                            .toList();
            // a batch need not hold every clause
            if (named.stream().noneMatch(e -> e.kind() == effect.kind())) out.add(effect);
            for (var e : named) out.add(effect.narrowedTo(e));
        }
        return out;
    }

    private void act(
            Span span,
            InstructionContext context,
            List<Step> at,
            TitleCatalogue titles,
            ProposedEffects effects,
            LegalText legal) {
        var flat = FlatText.of(text, afterLabel(span), span.end(), List.of());
        var tokens = InstructionLexer.read(flat, titles);
        var instructions = InstructionReader.read(flat, tokens, context);
        if (instructions.isEmpty() && context.pending() != null)
            instructions = PendingInstruction.complete(context.pending(), flat, tokens, context, 0, legal);
        effects.add(instructions, context, at, flat, tokens);
    }

    /** What stood above the clause: every entry of a wider level than the one before, from the innermost. */
    private List<Span> ancestors() {
        var out = new ArrayList<Span>();
        var widest = path.isEmpty() ? null : path.getFirst().level();
        for (var span : contexts.subList(1, contexts.size())) {
            var step = label(span);
            // an entry without label is the words of what stands above
            if (step == null || widest == null) {
                out.add(span);
                continue;
            }
            if (!step.level().above(widest)) continue;
            widest = step.level();
            out.add(span);
        }
        return out;
    }

    /** "Điều 9", "6", "a" at the head of an entry; null where it has none. */
    private @Nullable Step label(Span span) {
        int i = skip(text, span.start(), " \n\t“‘'\"");
        boolean article = text.regionMatches(true, i, "Điều ", 0, 5);
        int from = article ? skip(text, i + 5, " ") : i;
        int k = from;
        while (k < span.end() && Character.isLetterOrDigit(text.charAt(k)) && k - from < 5) k++;
        if (k == from || k >= span.end() || ".)".indexOf(text.charAt(k)) < 0) return null;
        var number = FlatText.lower(text.substring(from, k));
        if (article) return Character.isDigit(number.charAt(0)) ? new Step(Level.ARTICLE, number) : null;
        if (Character.isDigit(number.charAt(0))) return new Step(Level.CLAUSE, number);
        return number.length() <= 2 && text.charAt(k) == ')' ? new Step(Level.POINT, number) : null;
    }

    private @Nullable String number() {
        return DocumentNumber.parse(afterType(document))
                .map(DocumentNumber::print)
                .orElse(null);
    }

    /** What this clause says of its article, for the other clauses of a batch: the one document that the article names, what is done. */
    TitleCatalogue.@Nullable ArticleTarget articleTarget(TitleCatalogue titles) {
        var number = number();
        if (number == null || contexts.isEmpty()) return null;
        for (var step : path) {
            if (step.level() != Level.ARTICLE) continue;
            var acts = path.getFirst().level() == Level.ARTICLE
                    ? List.<ProposedEffect>of()
                    : read(new Own(number, null, title, null, null), titles);
            return new TitleCatalogue.ArticleTarget(number, step.number(), namedBy(step, titles), acts);
        }
        return null;
    }

    private @Nullable String namedBy(Step article, TitleCatalogue titles) {
        for (var span : contexts) {
            if (!article.equals(label(span))) continue;
            var flat = FlatText.of(text, afterLabel(span), span.end(), List.of());
            var only = EffectReader.onlyMention(InstructionLexer.read(flat, titles));
            return only == null ? null : only.number();
        }
        return null;
    }

    /** A title that names several documents names them in the order of the articles that amend them. */
    private @Nullable DocumentMention named(TitleCatalogue titles) {
        var only = EffectReader.amendedByTitle(title, titles);
        if (only != null) return only;
        var all = EffectReader.amendedAll(title, titles);
        var number = number();
        for (var step : path) {
            if (step.level() != Level.ARTICLE || number == null) continue;
            var target = titles.articleTarget(number, step.number());
            if (target.isPresent()) return new DocumentMention("Văn bản", target.get(), null, null, false, false);
        }
        for (var step : path)
            if (step.level() == Level.ARTICLE && VietnameseNumbers.isDigits(step.number())) {
                int n = Integer.parseInt(step.number());
                if (n >= 1 && n <= all.size()) return all.get(n - 1);
            }
        return null;
    }

    private InstructionContext below(Span span, InstructionContext context, TitleCatalogue titles) {
        var flat = FlatText.of(text, afterLabel(span), span.end(), List.of());
        var tokens = InstructionLexer.read(flat, titles);
        var instructions = InstructionReader.read(flat, tokens, context);
        return EffectReader.contextBelow(tokens, flat, true, context, instructions);
    }

    private static String afterType(String document) {
        int i = 0;
        while (i < document.length() && !Character.isDigit(document.charAt(i))) i++;
        return document.substring(i);
    }

    /** After "b) ", "35. ", "Điều 1. ". */
    private int afterLabel(Span span) {
        int i = skip(text, span.start(), " \n\t“‘'\"");
        int k = i;
        if (text.regionMatches(true, k, "Điều ", 0, 5)) k = skip(text, k + 5, " ");
        int digits = k;
        while (k < span.end() && Character.isLetterOrDigit(text.charAt(k)) && k - digits < 5) k++;
        int mark = skip(text, k, " ");
        if (k > digits && mark < span.end() && (text.charAt(mark) == '.' || text.charAt(mark) == ')')) return mark + 1;
        return i;
    }
}
