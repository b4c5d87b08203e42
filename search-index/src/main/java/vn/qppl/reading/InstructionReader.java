package vn.qppl.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.qppl.reading.Instruction.Target;
import vn.qppl.reading.TargetAddress.Level;
import vn.qppl.reading.TargetAddress.Step;
import vn.qppl.text.Span;

/** Reads the instructions of one sentence or lead: what is done, to which provisions of which document, with which words. */
final class InstructionReader {
    private enum Mode {
        /** No verb yet: what stands here is acted on by a passive verb. */
        BEFORE_VERB,
        TARGET,
        POSITION,
        REPLACEMENT,
        NEW_TEXT,
        ASIDE
    }

    private static final class Segment {
        final EffectKind kind;
        final boolean title;
        final int start;
        final int sentence;
        int end;
        boolean phrase;
        boolean partly;
        boolean placed;
        boolean narrow;
        boolean linked;
        boolean named;
        boolean conditional;
        final List<Integer> old = new ArrayList<>();
        final List<Integer> fresh = new ArrayList<>();
        final List<Integer> anchors = new ArrayList<>();
        final List<Integer> texts = new ArrayList<>();

        @Nullable
        Boolean after;

        Segment(EffectKind kind, boolean title, int start, int sentence) {
            this.sentence = sentence;
            this.kind = kind;
            this.title = title;
            this.start = start;
            this.end = start;
        }
    }

    private final FlatText flat;
    private final InstructionContext context;
    private final List<Token> tokens;
    private final List<Segment> segments = new ArrayList<>();
    /** Segment of each token that belongs to one as a target, position or replacement, by token index; -1 elsewhere. */
    private final int[] segmentOf;

    private final Mode[] modeOf;

    private InstructionReader(FlatText flat, List<Token> tokens, InstructionContext context) {
        this.flat = flat;
        this.context = context;
        this.tokens = tokens;
        this.segmentOf = new int[tokens.size()];
        this.modeOf = new Mode[tokens.size()];
        java.util.Arrays.fill(segmentOf, -1);
        java.util.Arrays.fill(modeOf, Mode.ASIDE);
    }

    static List<Instruction> read(FlatText flat, List<Token> tokens, InstructionContext context) {
        var reader = new InstructionReader(flat, tokens, context);
        reader.cut();
        return reader.instructions();
    }

    /** Every provision that a phrase names, without verb: "khoản 3 Điều 1 và các điều 5, 6". */
    static List<TargetAddress> addresses(FlatText flat, List<Token> tokens) {
        var reader = new InstructionReader(flat, tokens, InstructionContext.NONE);
        reader.segments.add(new Segment(EffectKind.AMEND, false, 0, 0));
        for (int t = 0; t < tokens.size(); t++) {
            if (!(tokens.get(t) instanceof Token.Provisions)) continue;
            reader.segmentOf[t] = 0;
            reader.modeOf[t] = Mode.TARGET;
        }
        return reader.targets(0, reader.segments.getFirst()).stream()
                .map(Target::address)
                .filter(java.util.Objects::nonNull)
                .map(a -> (TargetAddress) a)
                .toList();
    }

    /** Gives every token its segment and its part in it. */
    private void cut() {
        var mode = Mode.BEFORE_VERB;
        Segment segment = null;
        int index = -1;
        int free = 0;
        boolean conditional = false;
        boolean phraseBefore = false;
        boolean history = false;
        int sentence = 0;
        boolean aside = false;
        int semicolon = -1;
        for (int t = 0; t < tokens.size(); t++) {
            var token = tokens.get(t);
            switch (token) {
                case Token.Verb verb -> {
                    if (!verb.passive()) aside = false;
                    if (history(t, verb)) {
                        history = true;
                        break;
                    }
                    history = false;
                    if (verb.passive()
                            && segment != null
                            && mode != Mode.NEW_TEXT
                            && hasNothing(index)
                            && segment.kind == verb.kind()) {
                        break;
                    }
                    if (!verb.passive() && mode == Mode.ASIDE && segment != null) break;
                    segment = new Segment(verb.kind(), verb.title(), verb.start(), sentence);
                    segment.conditional = conditional;
                    segments.add(segment);
                    index = segments.size() - 1;
                    if (verb.passive()) {
                        segment.phrase = phraseBefore;
                        // "bổ sung khoản 2 …; khoản 2 được chuyển thành khoản 3": a second subject in one sentence
                        for (int k = semicolon + 1; semicolon >= 0 && k < t; k++) {
                            if (segmentOf[k] != index - 1 || modeOf[k] != Mode.TARGET) continue;
                            segmentOf[k] = index;
                        }
                        for (int k = free; k < t; k++) adopt(k, index, segment);
                    }
                    aside = false;
                    phraseBefore = false;
                    semicolon = -1;
                    mode = verb.passive() && verb.kind() == EffectKind.RENUMBER ? Mode.REPLACEMENT : Mode.TARGET;
                    if (verb.passive() && segment.phrase) mode = Mode.TARGET;
                    free = t + 1;
                }
                case Token.Mark mark -> {
                    switch (mark.kind()) {
                        case AFTER, BEFORE -> {
                            if (segment != null && segment.kind == EffectKind.SUPPLEMENT && mode != Mode.ASIDE) {
                                mode = Mode.POSITION;
                                segment.after = mark.kind() == Token.MarkKind.AFTER;
                            } else if (segment != null && segment.phrase && mode == Mode.TARGET && phraseFollows(t)) {
                                // "thay cụm từ “A” trước cụm từ “B”": only where they meet
                                mode = Mode.POSITION;
                                segment.narrow = true;
                            }
                        }
                        case AT -> {
                            if (segment != null && mode != Mode.NEW_TEXT && mode != Mode.ASIDE) mode = Mode.TARGET;
                        }
                        case BY -> {
                            if (segment != null && mode != Mode.NEW_TEXT && mode != Mode.ASIDE) mode = Mode.REPLACEMENT;
                        }
                        case AS_FOLLOWS -> {
                            if (segment != null && mode != Mode.BEFORE_VERB) mode = Mode.NEW_TEXT;
                        }
                        case PHRASE -> {
                            if (!quoteFollows(t)) break;
                            if (segment != null && mode != Mode.BEFORE_VERB)
                                segment.phrase = mode != Mode.NEW_TEXT || segment.phrase;
                            else phraseBefore = true;
                        }
                        case ASIDE -> {
                            if (mode == Mode.BEFORE_VERB) aside = true;
                            if (mode != Mode.NEW_TEXT && mode != Mode.BEFORE_VERB && segment != null) mode = Mode.ASIDE;
                        }
                        case SENTENCE_END -> {
                            sentence++;
                            semicolon = -1;
                            aside = false;
                            mode = Mode.BEFORE_VERB;
                            segment = null;
                            index = -1;
                            free = t + 1;
                            conditional = false;
                            phraseBefore = false;
                            history = false;
                        }
                        case CASE -> conditional = segment == null || conditional;
                        case SEMICOLON -> {
                            semicolon = t;
                            history = false;
                            aside = false;
                            if (mode == Mode.ASIDE
                                    || mode == Mode.POSITION
                                    || mode == Mode.REPLACEMENT && segment != null) {
                                if (segment != null && !segment.phrase) mode = Mode.TARGET;
                                else if (mode == Mode.REPLACEMENT && segment != null) {
                                    // "thay cụm từ A bằng cụm từ B; cụm từ C bằng cụm từ D"
                                    var next = new Segment(segment.kind, false, mark.end(), sentence);
                                    next.phrase = true;
                                    next.conditional = segment.conditional;
                                    segment = next;
                                    segments.add(next);
                                    index = segments.size() - 1;
                                    mode = Mode.TARGET;
                                }
                            }
                        }
                        case PARTLY -> {
                            if (segment != null) segment.partly = true;
                        }
                        case WHOLE, WITH -> {}
                    }
                }
                case Token.Quote quote -> {
                    if (segment == null) break;
                    if (mode == Mode.TARGET
                            && segment.phrase
                            && segment.kind != EffectKind.SUPPLEMENT
                            && segment.placed) {
                        // "“A” tại khoản 1 Điều 3; “B” tại Điều 5 thành “C”": each has its own places
                        var next = new Segment(segment.kind, false, quote.start(), sentence);
                        next.phrase = true;
                        next.conditional = segment.conditional;
                        next.linked = true;
                        segment = next;
                        segments.add(next);
                        index = segments.size() - 1;
                    }
                    segmentOf[t] = index;
                    modeOf[t] = mode;
                    switch (mode) {
                        case TARGET -> {
                            if (segment.phrase && segment.kind == EffectKind.SUPPLEMENT)
                                segment.fresh.add(quote.index());
                            else if (segment.phrase) segment.old.add(quote.index());
                            else segment.texts.add(quote.index());
                        }
                        case POSITION -> {
                            if (segment.phrase) segment.anchors.add(quote.index());
                            else segment.texts.add(quote.index());
                        }
                        case REPLACEMENT -> {
                            if (segment.phrase) segment.fresh.add(quote.index());
                            else segment.texts.add(quote.index());
                        }
                        case NEW_TEXT -> segment.texts.add(quote.index());
                        case ASIDE, BEFORE_VERB -> {
                            if (!segment.phrase) segment.texts.add(quote.index());
                        }
                    }
                    segment.end = quote.end();
                }
                case Token.Provisions p -> {
                    if (history) break;
                    if (mode == Mode.NEW_TEXT && segment != null && !segment.texts.isEmpty()) {
                        // after the new text a further passive instruction may begin: "“…”; khoản 5 được sửa đổi …"
                        mode = Mode.BEFORE_VERB;
                        segment = null;
                        index = -1;
                        free = t;
                    }
                    if (segment != null && segment.partly && segment.named && mode == Mode.TARGET) {
                        // "Sửa đổi một số điều của Thông tư … Điều 3 được sửa đổi như sau": a sentence of its own
                        // without a stop
                        mode = Mode.BEFORE_VERB;
                        segment = null;
                        index = -1;
                        free = t;
                    }
                    segmentOf[t] = index;
                    modeOf[t] = aside && mode == Mode.BEFORE_VERB ? Mode.ASIDE : mode;
                    if (segment != null && mode == Mode.TARGET) {
                        segment.end = p.end();
                        segment.placed = !segment.old.isEmpty();
                    }
                }
                case Token.Mention m -> {
                    if (history) break;
                    segmentOf[t] = index;
                    modeOf[t] = aside && mode == Mode.BEFORE_VERB ? Mode.ASIDE : mode;
                    if (segment != null && mode == Mode.TARGET) {
                        segment.end = m.end();
                        segment.named = true;
                    }
                }
            }
        }
    }

    private void adopt(int t, int index, Segment segment) {
        if (segmentOf[t] >= 0) return;
        var token = tokens.get(t);
        if (token instanceof Token.Quote q && segment.phrase) {
            segment.old.add(q.index());
            segmentOf[t] = index;
            modeOf[t] = Mode.TARGET;
        } else if (token instanceof Token.Provisions || token instanceof Token.Mention) {
            segmentOf[t] = index;
            modeOf[t] = modeOf[t] == Mode.BEFORE_VERB ? Mode.TARGET : Mode.ASIDE;
        }
    }

    /** "đã được sửa đổi, bổ sung theo Luật số …" tells the past. */
    private boolean history(int t, Token.Verb verb) {
        if (!verb.passive() || verb.kind() != EffectKind.AMEND && verb.kind() != EffectKind.SUPPLEMENT) return false;
        var s = flat.lower();
        if (t > 0
                && tokens.get(t - 1) instanceof Token.Mark m
                && m.kind() == Token.MarkKind.ASIDE
                && m.end() + 1 == verb.start()
                && s.startsWith("đã", m.start())) return true;
        int i = verb.end();
        while (i < s.length() && (s.charAt(i) == ' ' || s.charAt(i) == ',')) i++;
        for (var filler : List.of("một số điều ", "một số nội dung ", "một số khoản "))
            if (s.startsWith(filler, i)) i += filler.length();
        for (var by : List.of("theo ", "bởi ", "bằng ", "tại ", "của ", "năm ", "lần "))
            if (s.startsWith(by, i)) return true;
        return false;
    }

    private boolean hasNothing(int index) {
        for (int k = 0; k < segmentOf.length; k++) if (segmentOf[k] == index) return false;
        return true;
    }

    private boolean phraseFollows(int t) {
        return t + 1 < tokens.size()
                && (tokens.get(t + 1) instanceof Token.Quote
                        || tokens.get(t + 1) instanceof Token.Mark m && m.kind() == Token.MarkKind.PHRASE);
    }

    private boolean quoteFollows(int t) {
        int end = tokens.get(t).end();
        for (int k = t + 1; k < tokens.size(); k++) {
            if (tokens.get(k) instanceof Token.Quote q) return q.start() - end <= 40;
            if (tokens.get(k).start() - end > 40) return false;
        }
        return false;
    }

    private List<Instruction> instructions() {
        shareTexts();
        shareWords();
        var out = new ArrayList<Instruction>();
        for (int s = 0; s < segments.size(); s++) {
            var segment = segments.get(s);
            if (segment.conditional) continue;
            var targets = targets(s, segment);
            boolean last = s == segments.size() - 1;
            boolean open = last && opensBelow();
            if (targets.isEmpty() && !open && !segment.phrase && segment.texts.isEmpty()) continue;
            double confidence = 1;
            String reason = null;
            for (var target : targets) confidence = Math.min(confidence, target.confidence());
            boolean partOfContent = partOfContent(s, segment);
            if (segment.narrow) confidence = Math.min(confidence, 0.9);
            if (partOfContent) confidence = Math.min(confidence, 0.8);
            if (partOfContent) reason = "Chỉ tác động một phần nội dung của quy định này, cần xem lại";
            else if (segment.narrow) reason = "Chỉ thay ở chỗ hai cụm từ đứng cạnh nhau, cần xem lại";
            else if (confidence < Finding.CERTAIN) reason = "Không rõ điều, khoản được nói tới thuộc đâu";
            out.add(new Instruction(
                    segment.kind,
                    partOfContent ? widest(targets) : targets,
                    segment.phrase,
                    spans(segment.old),
                    segment.fresh.isEmpty() ? null : flat.quotes().get(segment.fresh.getFirst()),
                    spans(segment.texts),
                    position(s, segment),
                    segment.anchors.isEmpty() ? null : flat.quotes().get(segment.anchors.getFirst()),
                    evidence(s, segment),
                    begin(s, segment),
                    sentenceEnd(segment),
                    open,
                    segment.partly || partOfContent,
                    confidence,
                    reason));
        }
        return out;
    }

    /** "“A” tại khoản 1; “B” tại khoản 2 thành “C”": C replaces both. */
    private void shareWords() {
        for (int s = segments.size() - 1; s > 0; s--) {
            var last = segments.get(s);
            var before = segments.get(s - 1);
            if (last.linked && before.fresh.isEmpty() && !last.fresh.isEmpty()) before.fresh.addAll(last.fresh);
        }
    }

    /** "Sửa đổi khoản 1; bổ sung khoản 7 và khoản 8 Điều 2 như sau: “…”": the quotations are of the whole sentence. */
    private void shareTexts() {
        for (int s = segments.size() - 1; s > 0; s--) {
            var last = segments.get(s);
            var before = segments.get(s - 1);
            boolean takes = !before.phrase
                    && before.texts.isEmpty()
                    && before.sentence == last.sentence
                    && (before.kind == EffectKind.AMEND || before.kind == EffectKind.SUPPLEMENT);
            if (takes) before.texts.addAll(last.texts);
        }
        // past a repeal in between: "sửa đổi khoản 1; bãi bỏ khoản 2; bổ sung khoản 3"
        for (int s = segments.size() - 3; s >= 0; s--) {
            var before = segments.get(s);
            var last = segments.get(s + 2);
            if (!before.phrase
                    && before.texts.isEmpty()
                    && before.sentence == last.sentence
                    && segments.get(s + 1).kind == EffectKind.REPEAL
                    && (before.kind == EffectKind.AMEND || before.kind == EffectKind.SUPPLEMENT))
                before.texts.addAll(last.texts);
        }
    }

    /** Where only some content of annexes and lists is meant, one target a document says enough. */
    private static List<Target> widest(List<Target> targets) {
        var out = new ArrayList<Target>();
        for (var target : targets) {
            boolean named = target.address() != null
                    && target.address().innermost().level().ordinal() <= Level.ARTICLE.ordinal();
            var kept = named ? target : new Target(target.document(), null, null, target.confidence());
            if (!out.contains(kept)) out.add(kept);
        }
        return out;
    }

    private boolean opensBelow() {
        var s = flat.lower().stripTrailing();
        return s.endsWith(":") || s.endsWith("như sau") || s.endsWith("sau đây") || s.endsWith("như sau.");
    }

    private List<Span> spans(List<Integer> quotes) {
        return quotes.stream().map(q -> flat.quotes().get(q)).toList();
    }

    private int begin(int s, Segment segment) {
        int from = segment.start;
        for (int t = 0; t < tokens.size(); t++)
            if (segmentOf[t] == s && modeOf[t] == Mode.TARGET)
                from = Math.min(from, tokens.get(t).start());
        return from;
    }

    private int sentenceEnd(Segment segment) {
        for (var token : tokens)
            if (token instanceof Token.Mark m && m.kind() == Token.MarkKind.SENTENCE_END && m.start() >= segment.start)
                return m.start();
        return flat.length();
    }

    private Span evidence(int s, Segment segment) {
        int from = begin(s, segment);
        int to = Math.max(segment.end, from + 1);
        for (int t = 0; t < tokens.size(); t++)
            if (segmentOf[t] == s) to = Math.max(to, tokens.get(t).end());
        return flat.source(from, Math.min(to, flat.length()));
    }

    /** "Bãi bỏ quy định về … tại khoản 3 Điều 3": only some of its content, which no machine can cut out. */
    private boolean partOfContent(int s, Segment segment) {
        if (segment.phrase) return false;
        boolean quoted = !segment.texts.isEmpty();
        boolean judged = segment.kind == EffectKind.REPEAL
                || segment.kind == EffectKind.SUSPEND
                || segment.kind == EffectKind.REPLACE && !quoted
                || segment.kind == EffectKind.AMEND && !quoted;
        if (!judged) return false;
        int verbEnd = -1;
        for (int t = 0; t < tokens.size(); t++) {
            var token = tokens.get(t);
            if (token instanceof Token.Verb v && v.start() == segment.start) verbEnd = v.passive() ? -1 : v.end();
            if (verbEnd < 0 || segmentOf[t] != s) continue;
            if (!(token instanceof Token.Provisions) && !(token instanceof Token.Mention)) continue;
            var gap = flat.lower().substring(verbEnd, Math.max(verbEnd, token.start()));
            if (gap.length() < 4) return false;
            for (var filler : FILLERS) gap = gap.replace(filler, " ");
            return gap.strip().length() > 2;
        }
        return false;
    }

    private static final List<String> FILLERS = List.of(
            "văn bản quy phạm pháp luật",
            "văn bản",
            "nghị quyết",
            "nghị định",
            "quyết định",
            "thông tư",
            "chỉ thị",
            "pháp luật",
            "cho",
            "một phần",
            "toàn bộ",
            "hiệu lực",
            "thi hành",
            "các quy định",
            "quy định",
            "nội dung",
            "các",
            "tại",
            "của",
            "như sau",
            "sau đây",
            "cụ thể",
            ":",
            ",",
            "điều, khoản",
            "điều khoản",
            "một số",
            "điều",
            "khoản",
            "và",
            "đối với");

    private @Nullable String position(int s, Segment segment) {
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

    private record Located(TargetAddress address, double confidence) {}

    private List<Target> targets(int s, Segment segment) {
        var out = new ArrayList<Target>();
        var claimed = new boolean[tokens.size()];
        var seen = new java.util.EnumMap<Level, Integer>(Level.class);
        // an outer level ("khoản 2" in "điểm a khoản 2") is a place, no target of its own
        var outer = outerLevels(s);
        for (int t = 0; t < tokens.size(); t++) {
            if (segmentOf[t] != s || modeOf[t] != Mode.TARGET) continue;
            if (!(tokens.get(t) instanceof Token.Provisions p) || outer[t]) continue;
            int m = documentOf(t, s);
            if (m >= 0) claimed[m] = true;
            var document = m >= 0 ? ((Token.Mention) tokens.get(m)).document() : context.document();
            for (var number : p.numbers()) {
                var located = address(t, p, number);
                var becomes = segment.kind == EffectKind.RENUMBER
                        ? becomes(s, p.level(), seen.merge(p.level(), 1, Integer::sum) - 1, located.address())
                        : null;
                var address = segment.title || p.title()
                        ? new TargetAddress(located.address().steps(), true)
                        : located.address();
                out.add(new Target(document, address, becomes, located.confidence()));
            }
        }
        for (int t = 0; t < tokens.size(); t++) {
            if (segmentOf[t] == s
                    && modeOf[t] == Mode.TARGET
                    && !claimed[t]
                    && tokens.get(t) instanceof Token.Mention m
                    && !m.document().self()) out.add(new Target(m.document(), null, null, 1));
        }
        return out;
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
        return between.equals(",")
                && inner.level().ordinal() < Level.ARTICLE.ordinal()
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
            for (var step : context.above())
                if (step.level() == Level.ATTACHED
                        && steps.stream().noneMatch(x -> x.level().ordinal() >= Level.FORM.ordinal())) steps.add(step);
        }
        return new Located(new TargetAddress(steps, false), confidence);
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
                    || modeOf[k] == Mode.REPLACEMENT && modeOf[t] != Mode.REPLACEMENT) continue;
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

    private boolean adjacent(int t, int k) {
        return k == t + 1 && nests((Token.Provisions) tokens.get(t), (Token.Provisions) tokens.get(k));
    }

    private int parentToLeft(int t, Level level) {
        for (int k = t - 1; k >= 0; k--) {
            var token = tokens.get(k);
            if (token instanceof Token.Mark m && m.kind() == Token.MarkKind.SENTENCE_END) return -1;
            if (token instanceof Token.Provisions p
                    && p.level().above(level)
                    && segmentOf[k] == segmentOf[t]
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
                    steps.addAll(from.above(level));
                    return new TargetAddress(steps, false);
                }
            }
        }
        return null;
    }
}
