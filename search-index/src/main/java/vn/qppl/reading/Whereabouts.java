package vn.qppl.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.qppl.structure.LegalText;
import vn.qppl.structure.Unit;
import vn.qppl.structure.UnitLevel;
import vn.qppl.text.Span;

/**
 * Which article, clause and point a place in the text belongs to: what "Điều này" and "khoản này" mean there. Asked with rising
 * offsets, answers in one pass.
 */
final class Whereabouts {
    private record Mark(int start, int end, UnitLevel level, String number, String heading) {}

    private final List<Mark> marks = new ArrayList<>();
    private final List<Span> quotations;
    private int next;
    private int nextQuotation;
    private @Nullable Mark article;
    private @Nullable Mark clause;
    private @Nullable Mark point;

    Whereabouts(LegalText structure) {
        for (var component : structure.components()) for (var unit : component.units()) gather(unit, structure.text());
        if (marks.isEmpty()) gatherLines(structure.text());
        marks.sort((a, b) -> Integer.compare(a.start(), b.start()));
        quotations = structure.quotations().stream()
                .map(LegalText.Quotation::span)
                .sorted((a, b) -> Integer.compare(a.start(), b.start()))
                .toList();
    }

    private void gather(Unit unit, String text) {
        switch (unit.level()) {
            case ARTICLE ->
                marks.add(new Mark(
                        unit.span().start(),
                        unit.span().end(),
                        unit.level(),
                        unit.number(),
                        text.substring(unit.span().start(), Math.min(unit.ownTextEnd(), text.length()))));
            case CLAUSE, POINT ->
                marks.add(new Mark(unit.span().start(), unit.span().end(), unit.level(), unit.number(), ""));
            case PART, CHAPTER, SECTION, SUBSECTION -> {}
        }
        for (var child : unit.children()) gather(child, text);
    }

    /** Where no structure was read: lines that begin as units do. */
    private void gatherLines(String text) {
        int from = 0;
        int n = text.length();
        while (from < n) {
            int to = text.indexOf('\n', from);
            if (to < 0) to = n;
            int i = from;
            while (i < to && (Character.isWhitespace(text.charAt(i)) || text.charAt(i) == '*' || text.charAt(i) == '#'))
                i++;
            if (ProvisionMention.word(text, i, "Điều") && i < to && text.charAt(i) == 'Đ') {
                int d = ProvisionMention.blanks(text, i + 4);
                int e = d;
                while (e < to && Character.isLetterOrDigit(text.charAt(e))) e++;
                if (e > d
                        && e - d < 6
                        && Character.isDigit(text.charAt(d))
                        && (e == to
                                || ".:*".indexOf(text.charAt(e)) >= 0
                                || text.substring(e, to).isBlank()))
                    marks.add(new Mark(
                            i, n, UnitLevel.ARTICLE, Marks.lower(text.substring(d, e)), text.substring(i, to)));
            } else if (i < to && Character.isLetterOrDigit(text.charAt(i))) {
                int e = i;
                while (e < to && e - i < 4 && Character.isLetterOrDigit(text.charAt(e))) e++;
                if (e < to
                        && text.charAt(e) == '.'
                        && Character.isDigit(text.charAt(i))
                        && e + 1 < to
                        && !Character.isDigit(text.charAt(e + 1)))
                    marks.add(new Mark(i, n, UnitLevel.CLAUSE, text.substring(i, e), ""));
                else if (e < to && text.charAt(e) == ')' && Character.isLowerCase(text.charAt(i)) && e - i <= 2)
                    marks.add(new Mark(i, n, UnitLevel.POINT, text.substring(i, e), ""));
            }
            from = to + 1;
        }
    }

    void moveTo(int offset) {
        while (next < marks.size() && marks.get(next).start() <= offset) {
            var mark = marks.get(next++);
            switch (mark.level()) {
                case ARTICLE -> {
                    article = mark;
                    clause = null;
                    point = null;
                }
                case CLAUSE -> {
                    clause = mark;
                    point = null;
                }
                case POINT -> point = mark;
                case PART, CHAPTER, SECTION, SUBSECTION -> {}
            }
        }
        while (nextQuotation < quotations.size()
                && quotations.get(nextQuotation).end() <= offset) nextQuotation++;
    }

    @Nullable
    String article(int offset) {
        return article == null || article.end() <= offset ? null : article.number();
    }

    @Nullable
    String clause(int offset) {
        return clause == null || clause.end() <= offset ? null : clause.number();
    }

    @Nullable
    String point(int offset) {
        return point == null || point.end() <= offset ? null : point.number();
    }

    /** The article's own first words, where amending texts name what they amend. */
    String articleHeading(int offset) {
        return article == null || article.end() <= offset ? "" : article.heading();
    }

    int articleStart(int offset) {
        return article == null || article.end() <= offset ? -1 : article.start();
    }

    /** Where the innermost unit around this place begins; 0 outside every unit. */
    int unitStart(int offset) {
        int start = Math.max(0, articleStart(offset));
        if (clause != null && clause.end() > offset) start = Math.max(start, clause.start());
        if (point != null && point.end() > offset) start = Math.max(start, point.start());
        return start;
    }

    /** True where a unit begins here: its number is no mention. */
    boolean unitBegins(int offset) {
        return article != null && article.start() == offset
                || clause != null && clause.start() == offset
                || point != null && point.start() == offset;
    }

    boolean quoted(int offset) {
        return nextQuotation < quotations.size()
                && quotations.get(nextQuotation).contains(offset);
    }
}
