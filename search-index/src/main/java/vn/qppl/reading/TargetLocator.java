package vn.qppl.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.qppl.reading.Instruction.Target;
import vn.qppl.reading.InstructionSegments.Mode;
import vn.qppl.reading.InstructionSegments.Segment;
import vn.qppl.reading.TargetAddress.Level;
import vn.qppl.reading.TargetAddress.Step;

/** Finds what an instruction acts on: what a provision leaves out of its address, and the document it belongs to. */
final class TargetLocator {
    private record Located(TargetAddress address, double confidence) {}

    private final FlatText flat;
    private final InstructionContext context;
    private final List<Token> tokens;
    private final List<Segment> segments;
    private final int[] segmentOf;
    private final Mode[] modeOf;

    TargetLocator(InstructionSegments cut, InstructionContext context) {
        this.flat = cut.flat;
        this.context = context;
        this.tokens = cut.tokens;
        this.segments = cut.segments;
        this.segmentOf = cut.segmentOf;
        this.modeOf = cut.modeOf;
    }

    /** "khoản 2 Điều 4 và Điều 9 của Quy định ban hành kèm theo Quyết định số …": the regulation holds both. */
    private static void frame(List<Target> targets, List<Integer> mentions) {
        Step attached = null;
        int of = -1;
        for (int i = targets.size() - 1; i >= 0; i--) {
            var address = targets.get(i).address();
            if (address == null) continue;
            var outermost = address.steps().getLast();
            if (outermost.level() == Level.ATTACHED) {
                attached = outermost;
                of = mentions.get(i);
            } else if (attached != null
                    && of >= 0
                    && mentions.get(i) == of
                    && outermost.level().ordinal() <= Level.PART.ordinal()) {
                var steps = new ArrayList<>(address.steps());
                steps.add(attached);
                var target = targets.get(i);
                targets.set(
                        i,
                        new Target(
                                target.document(),
                                new TargetAddress(steps, address.heading()),
                                target.becomes(),
                                target.confidence()));
            }
        }
    }

    List<Target> targets(int s, Segment segment) {
        var out = new ArrayList<Target>();
        var mentions = new ArrayList<Integer>();
        var claimed = new boolean[tokens.size()];
        var seen = new EnumMap<Level, Integer>(Level.class);
        // an outer level ("khoản 2" in "điểm a khoản 2") is a place, no target of its own
        var outer = outerLevels(s);
        for (int t = 0; t < tokens.size(); t++) {
            if (segmentOf[t] != s || modeOf[t] != Mode.TARGET) continue;
            if (!(tokens.get(t) instanceof Token.Provisions p) || outer[t]) continue;
            int m = documentOf(t, s);
            if (m >= 0) claimed[m] = true;
            var document = m >= 0 ? ((Token.Mention) tokens.get(m)).document() : context.document();
            // "bổ sung Phụ lục V ban hành kèm theo Thông tư này": the place of the new annex, in an amending document
            if (document != null
                    && document.self()
                    && segment.kind == EffectKind.SUPPLEMENT
                    && p.level().ordinal() >= Level.FORM.ordinal()
                    && context.document() != null) document = context.document();
            if (document == null) document = namedBefore(t);
            for (var number : p.numbers()) {
                var located = address(t, p, number);
                var becomes = segment.kind == EffectKind.RENUMBER
                        ? becomes(s, p.level(), seen.merge(p.level(), 1, Integer::sum) - 1, located.address())
                        : null;
                // "tên Điều 22 và nội dung các khoản 2, 3 Điều 22": clauses and points have no title
                boolean titled = p.level().ordinal() >= Level.ARTICLE.ordinal();
                var address = titled && (segment.title || p.title())
                        ? new TargetAddress(located.address().steps(), true)
                        : located.address();
                boolean moves = becomes != null && !becomes.above(p.level()).equals(address.above(p.level()));
                double confidence = moves ? Math.min(0.8, located.confidence()) : located.confidence();
                out.add(new Target(document, address, becomes, confidence));
                mentions.add(m);
            }
        }
        frame(out, mentions);
        for (int t = 0; t < tokens.size(); t++) {
            if (segmentOf[t] == s
                    && modeOf[t] == Mode.TARGET
                    && !claimed[t]
                    && tokens.get(t) instanceof Token.Mention m
                    && !m.document().self()) out.add(new Target(m.document(), null, null, 1));
        }
        if (out.isEmpty() && !segment.phrase) out.addAll(placesOfNewText(s, segment));
        return out;
    }

    /**
     * Where a sentence names no target of its own, it acts inside a place: "bổ sung vào cuối điểm a khoản 15 Điều 3", "bổ sung
     * các cửa khẩu (Phụ lục II) như sau".
     */
    private List<Target> placesOfNewText(int s, Segment segment) {
        if (segment.kind != EffectKind.SUPPLEMENT && segment.kind != EffectKind.AMEND) return List.of();
        for (int t = 0; t < tokens.size(); t++) {
            if (segmentOf[t] != s || modeOf[t] != Mode.POSITION || !(tokens.get(t) instanceof Token.Provisions p))
                continue;
            if (!flat.lower().substring(segment.start, p.start()).contains("cuối")) return List.of();
            int m = documentOf(t, s);
            var document = m >= 0 ? ((Token.Mention) tokens.get(m)).document() : context.document();
            var located = address(t, p, p.numbers().getLast());
            return List.of(new Target(document, located.address(), null, Math.min(0.9, located.confidence())));
        }
        int end = flat.length();
        for (var token : tokens)
            if (token.start() > segment.start
                    && token instanceof Token.Mark m
                    && m.kind() == Token.MarkKind.AS_FOLLOWS) {
                end = token.start();
                break;
            }
        for (int open = flat.lower().indexOf('(', segment.start); open >= 0 && open < end; ) {
            int close = flat.parenthesisEnd(open);
            if (close < 0) return List.of();
            var p = ProvisionLexer.at(flat, open + 1);
            if (p != null && p.end() == close - 1 && p.level().ordinal() >= Level.FORM.ordinal())
                return p.numbers().stream()
                        .map(n -> new TargetAddress(List.of(new Step(p.level(), n)), false))
                        .map(a -> new Target(context.document(), a, null, 0.9))
                        .toList();
            open = flat.lower().indexOf('(', close);
        }
        return List.of();
    }

    @Nullable
    String position(int s, Segment segment) {
        if (segment.after == null) return null;
        var word = segment.after ? "sau " : "trước ";
        if (!segment.anchors.isEmpty()) return word.strip();
        for (int t = 0; t < tokens.size(); t++) {
            if (segmentOf[t] == s && modeOf[t] == Mode.POSITION && tokens.get(t) instanceof Token.Provisions p) {
                var address = address(t, p, p.numbers().getLast());
                return word + address.address().print();
            }
        }
        return null;
    }

    private boolean[] outerLevels(int s) {
        var outer = new boolean[tokens.size()];
        int previous = -1;
        for (int t = 0; t < tokens.size(); t++) {
            if (segmentOf[t] != s || modeOf[t] != Mode.TARGET) {
                if (tokens.get(t) instanceof Token.Mark mark && mark.kind() == Token.MarkKind.SEMICOLON) previous = -1;
                continue;
            }
            if (!(tokens.get(t) instanceof Token.Provisions p)) {
                if (tokens.get(t) instanceof Token.Mention) previous = -1;
                continue;
            }
            if (previous >= 0) {
                var before = (Token.Provisions) tokens.get(previous);
                if (p.level().above(before.level()) && nests(before, p)) outer[t] = true;
                // "Bổ sung Điều 3a vào Điều 3"
                else if (p.level() == before.level()
                        && segments.get(s).kind == EffectKind.SUPPLEMENT
                        && flat.lower()
                                .substring(before.end(), p.start())
                                .strip()
                                .equals("vào")) outer[t] = true;
            }
            previous = t;
        }
        return outer;
    }

    /** Whether {@code outer} directly holds {@code inner}: "khoản 2 Điều 5", "khoản 2, Điều 5", "khoản 2 của Điều 5"; not "khoản 2 Điều 5, Điều 7". */
    private boolean nests(Token.Provisions inner, Token.Provisions outer) {
        var between = flat.lower().substring(inner.end(), outer.start()).strip();
        if (between.isEmpty()
                || between.equals("của")
                || between.equals("thuộc")
                || between.equals("tại")
                || between.equals("vào")) return true;
        if (outer.numbers().size() > 1) return false;
        if (!between.equals(",")) return false;
        if (inner.level().ordinal() >= Level.SECTION.ordinal())
            return outer.level().ordinal() <= Level.PART.ordinal()
                    && inner.numbers().size() == 1;
        return inner.level().ordinal() < Level.ARTICLE.ordinal()
                && outer.level().ordinal() <= Level.ARTICLE.ordinal()
                && outer.level().ordinal() == inner.level().ordinal() + 1;
    }

    /** The address of one number at token {@code t}: what it leaves out is looked for to its right, then to its left, then above. */
    private Located address(int t, Token.Provisions p, String number) {
        var steps = new ArrayList<Step>();
        steps.add(new Step(p.level(), number));
        double confidence = 1;
        int at = t;
        Level level = p.level();
        boolean moved = true;
        while (moved && level.ordinal() < Level.ARTICLE.ordinal() || moved && wantsFrame(at)) {
            moved = false;
            int parent = parentToRight(at, level);
            if (parent >= 0) {
                var outer = (Token.Provisions) tokens.get(parent);
                steps.add(new Step(outer.level(), outer.numbers().getFirst()));
                // "mục II, phần III" may be one place or two
                boolean maybeList = level.ordinal() >= Level.SECTION.ordinal()
                        && flat.lower()
                                .substring(tokens.get(at).end(), outer.start())
                                .contains(",");
                if (maybeList) confidence = 0.9;
                level = outer.level();
                at = parent;
                moved = true;
            }
        }
        if (level.ordinal() < Level.ARTICLE.ordinal()) {
            // what stands above beats what stands to the left, unless nothing above says more
            var above = aboveFrom(level);
            if (!above.isEmpty()) {
                steps.addAll(above);
                // "khoản 3" of a regulation of many articles is nowhere yet
                boolean framed = above.stream()
                        .anyMatch(x -> x.level() != Level.ATTACHED && x.level().ordinal() >= Level.ARTICLE.ordinal());
                if (!framed) confidence = 0.8;
            } else {
                int left = parentToLeft(t, level);
                if (left >= 0) {
                    var outer = (Token.Provisions) tokens.get(left);
                    steps.add(new Step(outer.level(), outer.numbers().getLast()));
                    level = outer.level();
                    confidence = 0.9;
                    int further = parentToRight(left, level);
                    if (further >= 0 && level.ordinal() < Level.ARTICLE.ordinal()) {
                        var article = (Token.Provisions) tokens.get(further);
                        steps.add(new Step(article.level(), article.numbers().getFirst()));
                        level = article.level();
                    }
                }
                if (level.ordinal() < Level.ARTICLE.ordinal()) confidence = Math.min(confidence, 0.8);
            }
        } else {
            if (level == Level.SECTION && steps.size() == 1) steps.addAll(beside(t, level));
            for (var step : context.above())
                if (step.level() == Level.ATTACHED
                        && steps.stream().noneMatch(x -> x.level().ordinal() >= Level.FORM.ordinal())) steps.add(step);
        }
        if (steps.stream().noneMatch(x -> x.level().ordinal() >= Level.FORM.ordinal())) {
            var regulation = regulationBehind(at);
            if (regulation != null) steps.add(new Step(Level.ATTACHED, regulation));
        }
        if (insideOut(at)) confidence = Math.min(confidence, 0.9);
        return new Located(new TargetAddress(steps, false), confidence);
    }

    /** "khoản 2 Điều 43 của Quy chế thi": the regulation by its short name, issued with the document that is amended. */
    private @Nullable String regulationBehind(int t) {
        var words = flat.text();
        int i = tokens.get(t).end();
        for (var joint : List.of(" của", " tại", " thuộc")) if (words.startsWith(joint, i)) i += joint.length();
        for (var name : List.of("Quy chế", "Quy định", "Điều lệ", "Nội quy", "Quy trình"))
            if (words.startsWith(" " + name, i) && !words.startsWith(" " + name + " này", i)) return name;
        return null;
    }

    /** "Mục III Điều 1", "Điều 5 khoản 2": a wider place before the narrower one, as no rule of form writes it. */
    private boolean insideOut(int t) {
        if (t + 1 >= tokens.size() || !(tokens.get(t + 1) instanceof Token.Provisions next)) return false;
        var here = (Token.Provisions) tokens.get(t);
        return here.level().above(next.level())
                && next.level().ordinal() <= Level.ARTICLE.ordinal()
                && flat.lower().substring(here.end(), next.start()).isBlank();
    }

    /** "bổ sung Mục 1a vào sau Mục 1 Chương VIII": the new section stands in the chapter of the old one. */
    private List<Step> beside(int t, Level level) {
        for (int k = t + 1; k + 1 < tokens.size(); k++) {
            if (segmentOf[k] != segmentOf[t] && segmentOf[k] >= 0) return List.of();
            if (modeOf[k] != Mode.POSITION || !(tokens.get(k) instanceof Token.Provisions p)) continue;
            boolean chapter = p.level() == level
                    && tokens.get(k + 1) instanceof Token.Provisions outer
                    && outer.level() == Level.CHAPTER
                    && nests(p, outer);
            return chapter
                    ? List.of(new Step(
                            Level.CHAPTER,
                            ((Token.Provisions) tokens.get(k + 1)).numbers().getFirst()))
                    : List.of();
        }
        return List.of();
    }

    private List<Step> aboveFrom(Level level) {
        return context.above().stream().filter(s -> s.level().above(level)).toList();
    }

    /** Whether an annex, form or attached regulation follows directly. */
    private boolean wantsFrame(int t) {
        for (int k = t + 1; k < tokens.size(); k++) {
            if (!(tokens.get(k) instanceof Token.Provisions outer)) return false;
            var p = (Token.Provisions) tokens.get(t);
            return outer.level().above(p.level()) && nests(p, outer);
        }
        return false;
    }

    private int parentToRight(int t, Level level) {
        boolean crossed = false;
        boolean firstAfterCrossing = false;
        boolean narrowest = level.ordinal() < Level.ARTICLE.ordinal();
        for (int k = t + 1; k < tokens.size(); k++) {
            var token = tokens.get(k);
            if (token instanceof Token.Mention || token instanceof Token.Quote && modeOf[k] == Mode.NEW_TEXT) return -1;
            if (token instanceof Token.Mark m && m.kind() == Token.MarkKind.SENTENCE_END) return -1;
            if (token instanceof Token.Verb v && !v.passive()) {
                if (!narrowest) return -1;
                crossed = true;
                firstAfterCrossing = true;
                continue;
            }
            if (!(token instanceof Token.Provisions p)
                    || modeOf[k] == Mode.ASIDE
                    || modeOf[k] == Mode.REPLACEMENT && modeOf[t] != Mode.REPLACEMENT && !renumbered(t)) continue;
            if (firstAfterCrossing && p.level().above(level)) return -1;
            firstAfterCrossing = false;
            if (!p.level().above(level)) {
                if (!narrowest) return -1;
                continue;
            }
            if (!narrowest && !nests((Token.Provisions) tokens.get(t), p)) return -1;
            if (p.numbers().size() > 1 && !adjacent(t, k)) return -1;
            if (narrowest && p.level().ordinal() > Level.ARTICLE.ordinal() && !adjacent(t, k)) return -1;
            if (crossed && p.level().ordinal() > Level.ARTICLE.ordinal()) return -1;
            // "khoản 3 Điều 5, Điều 7": khoản binds to the first article to its right only
            return k;
        }
        return -1;
    }

    /** "Chuyển khoản 3 thành khoản 4 Điều 5", "bổ sung khoản 3 Điều 8 …; khoản 3 chuyển thành khoản 4": the place is said beside it. */
    private boolean renumbered(int t) {
        return segmentOf[t] >= 0 && segments.get(segmentOf[t]).kind == EffectKind.RENUMBER;
    }

    private boolean adjacent(int t, int k) {
        return k == t + 1
                && tokens.get(k) instanceof Token.Provisions outer
                && outer.level().above(((Token.Provisions) tokens.get(t)).level())
                && nests((Token.Provisions) tokens.get(t), (Token.Provisions) tokens.get(k));
    }

    private int parentToLeft(int t, Level level) {
        for (int k = t - 1; k >= 0; k--) {
            var token = tokens.get(k);
            if (token instanceof Token.Mark m && m.kind() == Token.MarkKind.SENTENCE_END) return -1;
            if (token instanceof Token.Provisions p
                    && p.level().above(level)
                    && (segmentOf[k] == segmentOf[t] || renumbered(t))
                    && p.numbers().size() == 1
                    && p.level().ordinal() <= Level.ARTICLE.ordinal()) return k;
        }
        return -1;
    }

    /** The mention that the provisions at {@code t} belong to: the next one of the sentence, not behind another instruction that names its own. */
    private int documentOf(int t, int s) {
        int other = -1;
        boolean elsewhere = false;
        for (int k = t + 1; k < tokens.size(); k++) {
            var token = tokens.get(k);
            if (token instanceof Token.Mark m && m.kind() == Token.MarkKind.SENTENCE_END) break;
            if (token instanceof Token.Mark m && m.kind() == Token.MarkKind.AT) elsewhere = true;
            if (!(token instanceof Token.Mention mention)) continue;
            // "Phần 4 … tại Phụ lục II ban hành kèm theo Thông tư này": the place of the new text, not of the old
            if (mention.document().self() && elsewhere) continue;
            if (segmentOf[k] == s && (modeOf[k] == Mode.TARGET || modeOf[k] == Mode.POSITION)) return k;
            if (other < 0
                    && segmentOf[k] > s
                    && modeOf[k] == Mode.TARGET
                    && !mention.document().self()) other = k;
        }
        if (other >= 0) return other;
        // "tại Thông tư số … , cụm từ … tại khoản 2 Điều 5": the document may stand first
        for (int k = t - 1; k >= 0; k--) {
            var token = tokens.get(k);
            if (token instanceof Token.Mark m && m.kind() == Token.MarkKind.SENTENCE_END) break;
            if (token instanceof Token.Mention m
                    && segmentOf[k] == s
                    && modeOf[k] == Mode.TARGET
                    && !m.document().self()
                    && context.document() == null) {
                boolean alone = true;
                for (int j = k - 1; j >= 0 && alone; j--)
                    if (segmentOf[j] == s && modeOf[j] == Mode.TARGET && tokens.get(j) instanceof Token.Provisions)
                        alone = false;
                return alone ? k : -1;
            }
        }
        return -1;
    }

    /** The one document that the sentences before name as theirs: the article's heading, run into its first sentence. */
    private @Nullable DocumentMention namedBefore(int t) {
        DocumentMention only = null;
        for (int k = 0; k < t; k++) {
            if (!(tokens.get(k) instanceof Token.Mention m)
                    || modeOf[k] != Mode.TARGET
                    || m.document().self()) continue;
            if (only != null && !only.same(m.document())) return null;
            only = m.document();
        }
        return only;
    }

    private String firstNumber(int t) {
        return ((Token.Provisions) tokens.get(t)).numbers().getFirst();
    }

    /** For "khoản 3, 4 được đổi thành khoản 5, 6": the k-th new address. */
    private @Nullable TargetAddress becomes(int s, Level level, int k, TargetAddress from) {
        int seen = 0;
        for (int t = 0; t < tokens.size(); t++) {
            if (segmentOf[t] != s
                    || modeOf[t] != Mode.REPLACEMENT
                    || !(tokens.get(t) instanceof Token.Provisions p)
                    || p.level() != level) continue;
            for (var number : p.numbers()) {
                if (seen++ == k) {
                    var steps = new ArrayList<Step>();
                    steps.add(new Step(level, number));
                    int outer = t + 1;
                    if (outer < tokens.size() && modeOf[outer] == Mode.REPLACEMENT && adjacent(t, outer)) {
                        // "thành khoản 1 Điều 6": it may move to another article
                        steps.addAll(address(outer, (Token.Provisions) tokens.get(outer), firstNumber(outer))
                                .address()
                                .steps());
                    } else steps.addAll(from.above(level));
                    return new TargetAddress(steps, false);
                }
            }
        }
        return null;
    }
}
