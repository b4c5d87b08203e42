package vn.qppl.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.qppl.reading.TargetAddress.Level;

/** An amending line cut into its instructions: which token belongs to which verb, and what part it plays there. */
final class InstructionSegments {
    enum Mode {
        /** No verb yet: what stands here is acted on by a passive verb. */
        BEFORE_VERB,
        TARGET,
        POSITION,
        REPLACEMENT,
        NEW_TEXT,
        ASIDE
    }

    static final class Segment {
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
        /** "thay thế cụm từ tại khoản 5": the words themselves are said elsewhere. */
        boolean wordless;
        /** The verb shares what the next one acts on: "sửa đổi, bãi bỏ một số điều". */
        boolean shares;

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

    /** A quotation as long as this is never only a name. */
    private static final int SHORTEST_TEXT = 80;

    final FlatText flat;
    final List<Token> tokens;
    final List<Segment> segments = new ArrayList<>();
    /** Segment of each token that belongs to one as a target, position or replacement, by token index; -1 elsewhere. */
    final int[] segmentOf;

    final Mode[] modeOf;

    private InstructionSegments(FlatText flat, List<Token> tokens) {
        this.flat = flat;
        this.tokens = tokens;
        this.segmentOf = new int[tokens.size()];
        this.modeOf = new Mode[tokens.size()];
        Arrays.fill(segmentOf, -1);
        Arrays.fill(modeOf, Mode.ASIDE);
    }

    static InstructionSegments of(FlatText flat, List<Token> tokens) {
        var segments = new InstructionSegments(flat, tokens);
        segments.cut();
        segments.shareTexts();
        segments.shareWords();
        return segments;
    }

    /** Every provision of a phrase without verb, as targets of one segment. */
    static InstructionSegments ofProvisions(FlatText flat, List<Token> tokens) {
        var one = new InstructionSegments(flat, tokens);
        one.segments.add(new Segment(EffectKind.AMEND, false, 0, 0));
        for (int t = 0; t < tokens.size(); t++) {
            if (!(tokens.get(t) instanceof Token.Provisions)) continue;
            one.segmentOf[t] = 0;
            one.modeOf[t] = Mode.TARGET;
        }
        return one;
    }

    /** Whether token {@code t} plays this part in segment {@code s}. */
    boolean is(int t, int s, Mode mode) {
        return segmentOf[t] == s && modeOf[t] == mode;
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
        boolean formPlace = false;
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
                    if (segment != null && !verb.passive() && hasNothing(index) && joined(segment, t))
                        segment.shares = true;
                    segment = new Segment(verb.kind(), verb.title(), verb.start(), sentence);
                    segment.conditional = conditional;
                    segments.add(segment);
                    index = segments.size() - 1;
                    if (verb.passive() && verb.kind() == EffectKind.RENUMBER) takeSurplus(index - 1, index, t);
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
                            if (segment != null && mode == Mode.TARGET && placesForm(t)) {
                                mode = Mode.ASIDE;
                                formPlace = true;
                                break;
                            }
                            if (mode == Mode.REPLACEMENT && ownAnnex(t)) break;
                            if (segment != null && mode != Mode.NEW_TEXT && mode != Mode.ASIDE) mode = Mode.TARGET;
                        }
                        case BY -> {
                            if (segment != null && segment.kind == EffectKind.RENUMBER && hasReplacement(index)) {
                                // "Chuyển điểm c thành điểm d và điểm d thành điểm đ"
                                segment = new Segment(segment.kind, false, segment.start, sentence);
                                segments.add(segment);
                                index = segments.size() - 1;
                                takeSurplus(index - 1, index, t);
                                break;
                            }
                            if (segment != null && mode != Mode.NEW_TEXT && mode != Mode.ASIDE) mode = Mode.REPLACEMENT;
                        }
                        case AS_FOLLOWS -> {
                            if (segment != null && mode != Mode.BEFORE_VERB && bringsText(segment, mark))
                                mode = Mode.NEW_TEXT;
                        }
                        case PHRASE -> {
                            if (!quoteFollows(t)) {
                                if (segment != null && mode == Mode.TARGET && ofWords(mark)) segment.wordless = true;
                                break;
                            }
                            if (segment != null && mode != Mode.BEFORE_VERB) {
                                segment.phrase = mode != Mode.NEW_TEXT || segment.phrase;
                                segment.wordless = false;
                            }
                            if (segment == null || mode == Mode.BEFORE_VERB) phraseBefore = true;
                        }
                        case ASIDE -> {
                            if (mode == Mode.BEFORE_VERB) aside = true;
                            if (mode != Mode.NEW_TEXT && mode != Mode.BEFORE_VERB && segment != null) mode = Mode.ASIDE;
                        }
                        case SENTENCE_END -> {
                            formPlace = false;
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
                            else if (segment.phrase) {
                                if (changesOnlyOne(segment, t)) segment.narrow = true;
                                segment.old.add(quote.index());
                            } else if (standsAlone(t, quote)) segment.texts.add(quote.index());
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
                    if (formPlace && p.level().ordinal() >= Level.FORM.ordinal()) {
                        if (mode == Mode.ASIDE && segment != null) mode = Mode.TARGET;
                        formPlace = false;
                    }
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
                    if (formPlace && mode == Mode.ASIDE && segment != null) mode = Mode.TARGET;
                    formPlace = false;
                    segmentOf[t] = index;
                    boolean other = aside && mode == Mode.BEFORE_VERB || describedByRegulation(t);
                    modeOf[t] = other ? Mode.ASIDE : mode;
                    if (segment != null && mode == Mode.TARGET && !other) {
                        segment.end = m.end();
                        segment.named = true;
                    }
                }
            }
        }
    }

    /** "Mẫu số 9 quy định tại khoản 2 Điều 10": where the form is prescribed, which is not changed with it. */
    private boolean placesForm(int t) {
        return t > 0
                && tokens.get(t - 1) instanceof Token.Provisions p
                && p.level().ordinal() >= Level.FORM.ordinal()
                && p.level() != Level.ATTACHED
                && flat.lower().startsWith("quy định tại", tokens.get(t).start());
    }

    /** "Thông tư A hướng dẫn thực hiện Quy chế “…” ban hành kèm theo Nghị định B": B only tells which regulation A guides. */
    private boolean describedByRegulation(int t) {
        if (t < 2 || !(tokens.get(t - 1) instanceof Token.Mark with) || with.kind() != Token.MarkKind.WITH)
            return false;
        for (int k = t - 2; k >= 0; k--) {
            switch (tokens.get(k)) {
                case Token.Mention m -> {
                    return true;
                }
                case Token.Provisions p -> {
                    return false;
                }
                case Token.Verb v -> {
                    return false;
                }
                case Token.Mark m -> {
                    if (m.kind() == Token.MarkKind.SENTENCE_END || m.kind() == Token.MarkKind.SEMICOLON) return false;
                }
                case Token.Quote q -> {}
            }
        }
        return false;
    }

    /** "… bằng Phụ lục Xa tại Phụ lục X ban hành kèm theo Nghị định này": where the replacing text stands. */
    private boolean ownAnnex(int t) {
        for (int k = t + 1; k < tokens.size() && k <= t + 4; k++) {
            switch (tokens.get(k)) {
                case Token.Mention m -> {
                    return k > t + 1 && m.document().self();
                }
                case Token.Provisions p -> {
                    if (p.level().ordinal() < Level.FORM.ordinal()) return false;
                }
                case Token.Mark m -> {
                    if (m.kind() != Token.MarkKind.WITH) return false;
                }
                case Token.Verb v -> {
                    return false;
                }
                case Token.Quote q -> {
                    return false;
                }
            }
        }
        return false;
    }

    /** "sau đây" brings the new text only where a colon follows; what ends or rests has no new text at all. */
    private boolean bringsText(Segment segment, Token.Mark mark) {
        boolean writes = switch (segment.kind) {
            case AMEND, SUPPLEMENT, REPLACE, SUBSTITUTE, CORRECT, RENUMBER, COMMENCE -> true;
            case REPEAL, EXPIRE, SUSPEND, RESUME, EXTEND -> !opensList(segment, mark);
        };
        var s = flat.lower();
        int next = mark.end();
        while (next < s.length() && s.charAt(next) == ' ') next++;
        boolean ends = next >= s.length() || ":.-–".indexOf(s.charAt(next)) >= 0 || s.charAt(next) == FlatText.QUOTE;
        return writes && (ends || !s.startsWith("sau đây", mark.start()));
    }

    /** "Bãi bỏ các văn bản sau đây:" at the head of a sentence; "danh mục thủ tục bị bãi bỏ như sau" lists no documents. */
    private boolean opensList(Segment segment, Token.Mark mark) {
        if (!Character.isUpperCase(flat.text().charAt(segment.start)) || mark.start() - segment.start > 120)
            return false;
        var between = flat.lower().substring(segment.start, mark.start());
        return !between.contains("thủ tục")
                && (between.contains("văn bản")
                        || between.contains("quyết định")
                        || between.contains("nghị quyết")
                        || between.contains("thông tư")
                        || between.contains("chỉ thị"));
    }

    private boolean ofWords(Token.Mark mark) {
        var word = flat.lower().substring(mark.start(), mark.end());
        return word.contains("cụm từ") || word.equals("từ ngữ");
    }

    /** Two verbs side by side: "sửa đổi, bổ sung, bãi bỏ". */
    private boolean joined(Segment before, int t) {
        var token = tokens.get(t - 1);
        if (!(token instanceof Token.Verb v) || v.start() != before.start) return false;
        var between = flat.lower().substring(v.end(), tokens.get(t).start()).strip();
        return between.equals(",") || between.equals("và") || between.equals("hoặc") || between.equals(", và");
    }

    /** "sửa đơn vị tính dịch vụ “A” từ “B” thành “C”": A says where, only B is replaced. */
    private boolean changesOnlyOne(Segment segment, int t) {
        if (t < 2 || segment.old.size() > 1) return false;
        if (!(tokens.get(t - 1) instanceof Token.Mark m) || m.kind() != Token.MarkKind.PHRASE) return false;
        if (!(tokens.get(t - 2) instanceof Token.Quote first)) return false;
        if (!flat.lower().substring(first.end(), tokens.get(t).start()).strip().equals("từ")) return false;
        segment.old.clear();
        return true;
    }

    /** A quotation among other words is a name, no new text: what is new follows a provision, a colon or the end of the heading. */
    private boolean standsAlone(int t, Token.Quote quote) {
        var source = flat.quotes().get(quote.index());
        if (source.end() - source.start() >= SHORTEST_TEXT || t == 0) return true;
        var between =
                flat.lower().substring(tokens.get(t - 1).end(), quote.start()).strip();
        return between.isEmpty() || between.endsWith(":");
    }

    /** "Điều 6 được đổi thành Điều 6a, Điều 7 được …": new numbers beyond those of what is renumbered are the next one's old ones. */
    private void takeSurplus(int before, int index, int end) {
        if (before < 0 || segments.get(before).kind != EffectKind.RENUMBER) return;
        Level level = null;
        int old = 0;
        int fresh = 0;
        boolean surplus = false;
        for (int t = 0; t < end; t++) {
            if (segmentOf[t] != before || !(tokens.get(t) instanceof Token.Provisions p)) continue;
            if (level == null) level = p.level();
            if (modeOf[t] == Mode.TARGET && p.level() == level)
                old += p.numbers().size();
            if (modeOf[t] != Mode.REPLACEMENT) continue;
            if (p.level() == level && fresh >= old) surplus = true;
            if (p.level() == level) fresh += p.numbers().size();
            if (!surplus) continue;
            segmentOf[t] = index;
            modeOf[t] = Mode.TARGET;
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

    private boolean hasReplacement(int index) {
        for (int k = 0; k < segmentOf.length; k++) if (is(k, index, Mode.REPLACEMENT)) return true;
        return false;
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
}
