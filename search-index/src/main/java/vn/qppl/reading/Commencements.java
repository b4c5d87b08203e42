package vn.qppl.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.qppl.text.Span;

/**
 * From when the provisions of a document have effect, by its own words: one day for the whole, and others for provisions
 * that it excepts.
 */
final class Commencements {
    /**
     * @param provision null for the whole document
     * @param applied true for "được áp dụng từ ngày …": not the day of effect, which another clause states
     * @param expires true where the words say when the document ends, not when it begins
     * @param cause the clause that says so
     */
    record Commencement(
            @Nullable TargetAddress provision,
            boolean expires,
            boolean applied,
            DateExpression date,
            @Nullable String cause,
            Span span,
            double confidence,
            @Nullable String reason) {}

    /** One unit says no more often when something begins or ends. */
    private static final int MOST_CLAUSES = 60;

    /** What an article on effect is headed, longest first. */
    private static final List<String> HEADINGS = List.of(
            "hiệu lực và tổ chức thi hành",
            "hiệu lực và trách nhiệm thi hành",
            "điều khoản thi hành",
            "hiệu lực thi hành",
            "tổ chức thực hiện",
            "hiệu lực");

    private static final Pattern DAY_BEHIND_HEADING =
            Pattern.compile("hiệu lực(?: thi hành)?\\s?[:.]?\\s?(?=(?:kể )?từ ngày )");

    private final List<Commencement> all = new ArrayList<>();
    private final @Nullable LocalDate issuedOn;

    private final boolean dayIsSure;

    private final boolean consolidated;

    /**
     * @param dayIsSure whether the day of issue is certain
     * @param consolidated whether the text is a consolidated one, dated after what it consolidates
     */
    Commencements(@Nullable LocalDate issuedOn, boolean dayIsSure, boolean consolidated) {
        this.issuedOn = issuedOn;
        this.consolidated = consolidated;
        this.dayIsSure = dayIsSure;
    }

    List<Commencement> all() {
        return all;
    }

    /** The commencement of the whole document; null where none is read. */
    @Nullable
    Commencement general() {
        Commencement found = null;
        for (var c : all) {
            if (c.provision() != null || c.expires()) continue;
            if (found == null || found.date().from() == null && c.date().from() != null) found = c;
        }
        return found;
    }

    /** @param path address of the clause that acts, from the innermost */
    @Nullable
    Commencement of(List<TargetAddress.Step> path) {
        Commencement best = null;
        var general = general();
        for (var c : all) {
            if (c.expires() || c.provision() == null || c.applied() && before(c, general)) continue;
            if (path.containsAll(c.provision().steps()) && (best == null || better(c, best))) best = c;
        }
        return best == null ? general : best;
    }

    /** What is applied from an earlier day has effect with the document: the words look back, the effect does not begin sooner. */
    private static boolean before(Commencement c, @Nullable Commencement general) {
        return general != null
                && general.date().from() != null
                && c.date().from() != null
                && c.date().from().isBefore(general.date().from());
    }

    private static boolean opensWithSelf(List<Token> subject, String s, int from) {
        for (var token : subject)
            if (token instanceof Token.Mention m && m.document().self())
                return s.substring(from, token.start()).strip().length() <= 3;
        return false;
    }

    private static boolean better(Commencement a, Commencement b) {
        return size(a) > size(b);
    }

    private static int size(Commencement c) {
        return c.provision() == null ? 0 : c.provision().steps().size();
    }

    /**
     * Reads the own words of one unit.
     *
     * @param article the article's own step, for "khoản 2 Điều này"
     * @param effectArticle whether the unit stands in the article on effect
     */
    void read(
            FlatText flat,
            List<Token> tokens,
            @Nullable String cause,
            TargetAddress.@Nullable Step article,
            boolean effectArticle) {
        var s = flat.lower();
        int seen = 0;
        int at = s.indexOf("hiệu lực");
        if (at < 0 && !effectArticle) return;
        if (at == 0) dayBehindHeading(flat, cause);
        while (at >= 0) {
            boolean ends = s.startsWith("hết ", Math.max(0, at - 4)) || s.startsWith("chấm dứt ", Math.max(0, at - 9));
            boolean has =
                    s.startsWith("có ", Math.max(0, at - 3)) && !s.startsWith("tiếp tục có ", Math.max(0, at - 12));
            if (ends || has)
                clause(
                        flat,
                        tokens,
                        ends ? Math.max(0, at - 4) : at - 3,
                        at + 8,
                        ends,
                        false,
                        cause,
                        article,
                        effectArticle);
            at = ++seen > MOST_CLAUSES ? -1 : s.indexOf("hiệu lực", at + 8);
        }
        if (effectArticle) {
            for (var word : List.of("áp dụng", "thực hiện")) {
                int k = s.indexOf(word);
                if (k > 0
                        && DateExpression.at(flat, skip(s, k + word.length()), issuedOn) instanceof DateExpression d
                        && d.from() != null) {
                    var before = new ArrayList<>(tokensIn(tokens, sentenceStart(s, k), k));
                    if (before.stream().anyMatch(Token.Provisions.class::isInstance) && selfOrNone(before))
                        clause(flat, tokens, k, k + word.length(), false, true, cause, article, true);
                }
            }
        }
    }

    /** "Điều 2. Hiệu lực thi hành: từ ngày 01 tháng 02 năm 2024": the heading is all that is said of what begins. */
    private void dayBehindHeading(FlatText flat, @Nullable String cause) {
        var s = flat.lower();
        var m = DAY_BEHIND_HEADING.matcher(s);
        if (!m.lookingAt()) return;
        var date = DateExpression.at(flat, m.end(), issuedOn);
        if (date == null || date.from() == null) return;
        String doubt = doubt(flat, m.end(), date, false);
        double confidence = doubt == null ? date.confidence() : Math.min(date.confidence(), 0.9);
        all.add(commencement(null, false, false, date, cause, flat.source(0, date.end()), confidence, doubt));
    }

    private void clause(
            FlatText flat,
            List<Token> tokens,
            int verb,
            int after,
            boolean ends,
            boolean applied,
            @Nullable String cause,
            TargetAddress.@Nullable Step article,
            boolean effectArticle) {
        var s = flat.lower();
        int from = sentenceStart(s, verb);
        var subject = tokensIn(tokens, from, verb);
        if (!selfOrNone(subject)) return;
        boolean self = subject.stream()
                .anyMatch(t -> t instanceof Token.Mention m && m.document().self());
        // "1. Nghị quyết có hiệu lực kể từ ngày ký" leaves "này" out; elsewhere that may be a rule about other papers,
        // which has no
        // day of the calendar
        boolean dated = !effectArticle && from == 0 && fixedDay(flat, after);
        boolean bare = false;
        if (!self && (effectArticle || dated)) {
            var words = s.substring(from, verb).strip();
            for (var heading : HEADINGS)
                if (words.startsWith(heading + " "))
                    words = words.substring(heading.length()).strip();
            bare = MentionReader.TYPES.contains(words);
        }
        var provisions = subjectProvisions(flat, subject, from, verb);
        if (!self && !bare && provisions.isEmpty()) return;
        if (refersBack(s, subject, from)) return;
        // elsewhere "hợp đồng quy định tại khoản 2 Điều 5 có hiệu lực" is a rule, no commencement
        boolean opens = provisions.isEmpty() && (bare || opensWithSelf(subject, s, from));
        if (!effectArticle && !opens) return;
        int i = dayAfter(s, after);
        var date = DateExpression.at(flat, i, issuedOn);
        if (date == null) {
            var until = DateExpression.untilAt(flat, i);
            if (until != null && !ends && provisions.isEmpty())
                all.add(new Commencement(
                        null,
                        true,
                        false,
                        new DateExpression(until.until(), null, null, until.end(), until.confidence()),
                        cause,
                        flat.source(from, until.end()),
                        until.confidence(),
                        null));
            return;
        }
        double confidence = date.confidence();
        // "Quy định tại Nghị định này về … tại khoản 4 Điều 47": only what the clause says about them
        boolean narrowed = !provisions.isEmpty()
                && !UnreadWords.between(flat, withProvisions(subject), from).isEmpty();
        // "Hợp đồng thuộc khoản 1 Điều này có hiệu lực từ khi công chứng": a rule about something else
        if (narrowed && date.from() == null) return;
        if (date.boundary() != null && selfBoundary(date.boundary())) return;
        String doubt = doubt(flat, i, date, ends || applied);
        if (doubt == null && narrowed) doubt = "Chỉ một phần nội dung của quy định được nêu, cần xem lại";
        if (doubt != null) confidence = Math.min(confidence, 0.9);
        var span = flat.source(from, date.end());
        if (provisions.isEmpty()) {
            all.add(commencement(null, ends, applied, date, cause, span, confidence, doubt));
            if (!ends && date.until() != null)
                all.add(commencement(
                        null,
                        true,
                        false,
                        new DateExpression(date.until(), null, null, date.end(), confidence),
                        cause,
                        span,
                        confidence,
                        doubt));
            return;
        }
        for (var address : provisions) {
            var whole = complete(address, article, s, from, verb);
            all.add(commencement(
                    whole,
                    ends,
                    applied,
                    date,
                    cause,
                    span,
                    Math.min(confidence, applied ? 0.9 : Finding.CERTAIN),
                    doubt));
        }
    }

    private static int dayAfter(String s, int after) {
        int i = skip(s, after);
        for (var filler : List.of("thi hành", "pháp luật", "áp dụng"))
            if (s.startsWith(filler, i)) i = skip(s, i + filler.length());
        return i < s.length() && s.charAt(i) == ' ' ? i + 1 : i;
    }

    /** Whether a day of the calendar follows, not one counted from the signing. */
    private static boolean fixedDay(FlatText flat, int after) {
        var date = DateExpression.at(flat, dayAfter(flat.lower(), after), null);
        return date != null && date.from() != null;
    }

    /** Why a day that is plainly stated is doubtful all the same; null where it is not. */
    private @Nullable String doubt(FlatText flat, int at, DateExpression date, boolean mayLookBack) {
        var from = date.from();
        if (from == null) return null;
        if (!mayLookBack && !consolidated && issuedOn != null && from.isBefore(issuedOn))
            return "Ngày có hiệu lực trước ngày ban hành; cần kiểm tra";
        if (dayIsSure) return null;
        var fixed = DateExpression.at(flat, at, null);
        return fixed == null || fixed.from() == null ? "Tính từ ngày ban hành, mà ngày đó còn nghi ngờ" : null;
    }

    private static Commencement commencement(
            @Nullable TargetAddress provision,
            boolean ends,
            boolean applied,
            DateExpression date,
            @Nullable String cause,
            Span span,
            double confidence,
            @Nullable String doubt) {
        var reason = confidence >= Finding.CERTAIN
                ? null
                : doubt != null
                        ? doubt
                        : date.from() == null
                                ? "Ngày có hiệu lực phụ thuộc một sự kiện"
                                : applied
                                        ? "Ngày áp dụng khác ngày có hiệu lực, cần xem lại"
                                        : "Hiệu lực riêng của một số quy định, cần xem lại";
        return new Commencement(provision, ends, applied, date, cause, span, confidence, reason);
    }

    /** "khoản 2 Điều này" means this very article. */
    private static TargetAddress complete(
            TargetAddress address, TargetAddress.@Nullable Step article, String s, int from, int to) {
        if (article == null
                || address.number(TargetAddress.Level.ARTICLE) != null
                || !s.substring(from, to).contains("điều này")) return address;
        var steps = new ArrayList<>(address.steps());
        steps.add(article);
        return new TargetAddress(steps, false);
    }

    /** The provisions that have the effect, not those excepted ("trừ quy định tại khoản 2 Điều này"). */
    private static List<TargetAddress> subjectProvisions(FlatText flat, List<Token> subject, int from, int to) {
        int except = flat.lower().indexOf("trừ ", from);
        var kept = new ArrayList<Token>();
        for (var token : subject) {
            if (except >= 0 && except < to && token.start() > except) break;
            kept.add(token);
        }
        return InstructionReader.addresses(flat, kept);
    }

    private static List<Token> withProvisions(List<Token> subject) {
        return subject.stream()
                .filter(t -> t instanceof Token.Provisions || t instanceof Token.Mention)
                .toList();
    }

    private static boolean selfOrNone(List<Token> tokens) {
        return tokens.stream()
                .allMatch(t -> !(t instanceof Token.Mention m) || m.document().self());
    }

    /** "Kể từ ngày Luật này có hiệu lực" points to a day that another clause states. */
    private static boolean refersBack(String s, List<Token> subject, int from) {
        for (var token : subject) {
            if (!(token instanceof Token.Mention m) || !m.document().self()) continue;
            var before = s.substring(Math.max(from, token.start() - 16), token.start())
                    .strip();
            if (before.endsWith("ngày")
                    || before.endsWith("khi")
                    || before.endsWith("thời điểm")
                    || before.endsWith("sau")
                    || before.endsWith("trước")) return true;
        }
        return false;
    }

    /** The document's own term as a unit says it; where the same clause said it already, nothing is added. */
    void term(FlatText flat, @Nullable String cause, String articleHeading, boolean article) {
        var general = general();
        var term = OwnTerm.of(
                flat,
                articleHeading,
                article,
                general == null ? null : general.date().from());
        if (term == null) return;
        for (var c : all)
            if (c.expires()
                    && c.provision() == null
                    && term.until().equals(c.date().from())) return;
        var date = new DateExpression(term.until(), null, null, term.end(), 0.985);
        all.add(commencement(null, true, false, date, cause, flat.source(term.from(), term.end()), 0.985, null));
    }

    private static boolean selfBoundary(String boundary) {
        return FlatText.lower(boundary).contains(" này có hiệu lực");
    }

    private static List<Token> tokensIn(List<Token> tokens, int from, int to) {
        return tokens.stream().filter(t -> t.start() >= from && t.end() <= to).toList();
    }

    private static int sentenceStart(String s, int at) {
        for (int i = at - 1; i > 0; i--) {
            char c = s.charAt(i);
            if (c == ';' || c == ':' || c == FlatText.QUOTE || c == ' ' && s.charAt(i - 1) == '.') return i + 1;
        }
        return 0;
    }

    private static int skip(String s, int i) {
        while (i < s.length() && s.charAt(i) == ' ') i++;
        return i;
    }
}
