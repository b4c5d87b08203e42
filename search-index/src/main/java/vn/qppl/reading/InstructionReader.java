package vn.qppl.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import vn.qppl.reading.Instruction.Target;
import vn.qppl.reading.InstructionSegments.Mode;
import vn.qppl.reading.InstructionSegments.Segment;
import vn.qppl.reading.TargetAddress.Level;
import vn.qppl.text.Span;

/** Reads the instructions of one sentence or lead: what is done, to which provisions of which document, with which words. */
final class InstructionReader {
    private final FlatText flat;
    private final List<Token> tokens;
    private final List<Segment> segments;
    private final int[] segmentOf;
    private final Mode[] modeOf;
    private final TargetLocator locator;
    private final InstructionSegments cut;

    private InstructionReader(InstructionSegments cut, InstructionContext context) {
        this.cut = cut;
        this.flat = cut.flat;
        this.tokens = cut.tokens;
        this.segments = cut.segments;
        this.segmentOf = cut.segmentOf;
        this.modeOf = cut.modeOf;
        this.locator = new TargetLocator(cut, context);
    }

    static List<Instruction> read(FlatText flat, List<Token> tokens, InstructionContext context) {
        return new InstructionReader(InstructionSegments.of(flat, tokens), context).instructions();
    }

    /** Every provision that a phrase names, without verb: "khoản 3 Điều 1 và các điều 5, 6". */
    static List<TargetAddress> addresses(FlatText flat, List<Token> tokens) {
        var cut = InstructionSegments.ofProvisions(flat, tokens);
        return new TargetLocator(cut, InstructionContext.NONE)
                .targets(0, cut.segments.getFirst()).stream()
                        .map(Target::address)
                        .filter(Objects::nonNull)
                        .map(a -> (TargetAddress) a)
                        .toList();
    }

    private List<Instruction> instructions() {
        var out = new ArrayList<Instruction>();
        for (int s = 0; s < segments.size(); s++) {
            var segment = segments.get(s);
            if (segment.conditional) continue;
            if (segment.wordless && wordsElsewhere(s)) continue;
            int from = s;
            while (segments.get(from).shares && from + 1 < segments.size()) from++;
            var acted = segments.get(from);
            if (from > s) {
                segment.partly = true;
                segment.wordless = acted.wordless;
                if (acted.phrase || segment.wordless && wordsElsewhere(s)) continue;
            }
            var targets = locator.targets(from, acted);
            if (targets.isEmpty() && segment.phrase) targets = placesOfHeading(s);
            boolean last = s == segments.size() - 1;
            boolean open = last && opensBelow();
            if (targets.isEmpty() && !open && !segment.phrase && segment.texts.isEmpty()) continue;
            double confidence = 1;
            String reason = null;
            for (var target : targets) confidence = Math.min(confidence, target.confidence());
            boolean partOfContent = segment.wordless || partOfContent(from, acted);
            if (from > s) confidence = Math.min(confidence, 0.8);
            boolean narrow = segment.narrow || segment.phrase && inRowOrColumn(segment);
            boolean excepted = excepted(segment);
            if (narrow || excepted) confidence = Math.min(confidence, 0.9);
            if (partOfContent) confidence = Math.min(confidence, 0.8);
            var unread = UnreadWords.among(cut, from, acted);
            // "được tiếp tục áp dụng" of something in between saves a case, it revives no document
            if (segment.kind == EffectKind.RESUME && (!unread.isEmpty() || savesCase(from, acted))) continue;
            boolean lost =
                    segment.kind == EffectKind.RENUMBER && targets.stream().anyMatch(t -> t.becomes() == null);
            if (lost) confidence = Math.min(confidence, 0.8);
            boolean narrowed = !unread.isEmpty() && confidence >= Finding.CERTAIN;
            if (narrowed) confidence = 0.9;
            if (partOfContent) reason = "Chỉ tác động một phần nội dung của quy định này, cần xem lại";
            else if (lost) reason = "Không rõ số thứ tự mới";
            else if (segment.narrow) reason = "Chỉ thay ở chỗ hai cụm từ đứng cạnh nhau, cần xem lại";
            else if (narrow) reason = "Chỉ thay trong dòng, cột hoặc trang được nêu, cần xem lại";
            else if (excepted) reason = "Có trường hợp ngoại lệ, cần xem lại";
            else if (narrowed) reason = "Còn từ ngữ chưa đọc được: “%s”".formatted(unread);
            else if (confidence < Finding.CERTAIN) reason = "Không rõ điều, khoản được nói tới thuộc đâu";
            out.add(new Instruction(
                    segment.wordless && segment.kind == EffectKind.REPLACE ? EffectKind.SUBSTITUTE : segment.kind,
                    partOfContent ? widest(targets) : targets,
                    segment.phrase,
                    spans(segment.old),
                    segment.fresh.isEmpty() ? null : flat.quotes().get(segment.fresh.getFirst()),
                    spans(segment.texts),
                    locator.position(s, segment),
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

    private static final Pattern ROW_OR_COLUMN =
            Pattern.compile("(?<!đầu )(?<!\\p{L})(?:dòng|cột|trang|số thứ tự|stt|hàng)(?: thứ| số)? (?:\\d|\\()");

    /** How far around its verb the words of an instruction are searched, so that long lists cost their length once. */
    private static final int NEAR = 200;

    private static final int FAR = 1500;

    private int reach(Segment segment) {
        return Math.min(sentenceEnd(segment), Math.min(flat.length(), segment.start + FAR));
    }

    private boolean inRowOrColumn(Segment segment) {
        return ROW_OR_COLUMN
                .matcher(flat.lower())
                .region(Math.max(0, segment.start - NEAR), Math.max(segment.start, reach(segment)))
                .find();
    }

    private static final List<String> GOES_ON = List.of(
            "tiếp tục có hiệu lực",
            "tiếp tục được áp dụng",
            "được tiếp tục áp dụng",
            "tiếp tục áp dụng",
            "vẫn có hiệu lực",
            "vẫn còn hiệu lực",
            "vẫn được áp dụng");

    /** "… hết hiệu lực, trừ trường hợp quy định tại Điều 142": what ends does not end for all. */
    private boolean excepted(Segment segment) {
        boolean ends = switch (segment.kind) {
            case REPEAL, EXPIRE, REPLACE, SUSPEND -> !segment.phrase && segment.texts.isEmpty();
            case AMEND, SUPPLEMENT, SUBSTITUTE, RENUMBER, RESUME, EXTEND, CORRECT, COMMENCE -> false;
        };
        if (!ends) return false;
        var s = flat.lower();
        int stop = reach(segment);
        for (int i = s.indexOf("trừ ", segment.start); i >= 0 && i < stop; i = s.indexOf("trừ ", i + 4)) {
            if (i > 0 && Character.isLetter(s.charAt(i - 1))) continue;
            for (var what : List.of(
                    "trường hợp",
                    "các ",
                    "quy định",
                    "khoản",
                    "điều",
                    "điểm",
                    "mục ",
                    "chương ",
                    "phần ",
                    "phụ lục",
                    "một số",
                    "những",
                    "nội dung")) if (s.startsWith(what, i + 4)) return true;
        }
        // "… hết hiệu lực; Điều 12 … tiếp tục có hiệu lực cho đến khi được thay thế"
        var rest = s.substring(segment.start, stop);
        for (var goesOn : GOES_ON) if (rest.contains(goesOn)) return true;
        return false;
    }

    /** "Hợp đồng … được tiếp tục áp dụng quy định tại Điều 10": what goes on is the contract. */
    private boolean savesCase(int s, Segment segment) {
        for (int t = 0; t < tokens.size(); t++) {
            var token = tokens.get(t);
            if (token.start() == segment.start && token instanceof Token.Verb v && !v.passive()) return false;
            if (token.start() < segment.start && cut.is(t, s, Mode.TARGET)) return false;
        }
        return true;
    }

    /** "Thay thế cụm từ tại khoản 5" heads the sentence that says which words. */
    private boolean wordsElsewhere(int s) {
        for (int k = 0; k < segments.size(); k++) if (k != s && segments.get(k).phrase) return true;
        return false;
    }

    /** "Điều 6. Thay thế cụm từ tại khoản 1 Điều 15": the places of the words that the sentence below names. */
    private List<Target> placesOfHeading(int s) {
        for (int k = s - 1; k >= 0; k--) if (segments.get(k).wordless) return locator.targets(k, segments.get(k));
        return List.of();
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
}
