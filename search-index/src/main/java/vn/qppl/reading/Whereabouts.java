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
    private record Mark(int start, int end, UnitLevel level, String number, String heading, boolean quoted) {}

    private final List<Mark> marks = new ArrayList<>();
    private final List<Span> quotations;
    private int next;
    private int nextQuotation;
    private @Nullable Mark article;
    private @Nullable Mark clause;
    private @Nullable Mark point;
    private @Nullable Mark quotedArticle;
    private @Nullable Mark quotedClause;
    private @Nullable Mark quotedPoint;

    Whereabouts(LegalText structure) {
        for (var component : structure.components())
            for (var unit : component.units()) gather(unit, structure.text(), false);
        if (marks.isEmpty()) gatherLines(structure.text());
        for (var quotation : structure.quotations())
            for (var unit : quotation.units()) gather(unit, structure.text(), true);
        marks.sort((a, b) -> Integer.compare(a.start(), b.start()));
        quotations = structure.quotations().stream()
                .map(LegalText.Quotation::span)
                .sorted((a, b) -> Integer.compare(a.start(), b.start()))
                .toList();
    }

    private void gather(Unit unit, String text, boolean quoted) {
        switch (unit.level()) {
            case ARTICLE ->
                marks.add(new Mark(
                        unit.span().start(),
                        unit.span().end(),
                        unit.level(),
                        unit.number(),
                        firstLine(unit, text),
                        quoted));
            case CLAUSE, POINT ->
                marks.add(new Mark(unit.span().start(), unit.span().end(), unit.level(), unit.number(), "", quoted));
            case PART, CHAPTER, SECTION, SUBSECTION -> {}
        }
        for (var child : unit.children()) gather(child, text, quoted);
    }

    /** The article's first line: its heading, or its first words. */
    private static String firstLine(Unit unit, String text) {
        int from = unit.span().start();
        int to = text.indexOf('\n', from, Math.min(text.length(), unit.span().end()));
        return text.substring(from, Math.min(to < 0 ? unit.span().end() : to, from + 600));
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
                            i, n, UnitLevel.ARTICLE, Marks.lower(text.substring(d, e)), text.substring(i, to), false));
            } else if (i < to && Character.isLetterOrDigit(text.charAt(i))) {
                int e = i;
                while (e < to && e - i < 4 && Character.isLetterOrDigit(text.charAt(e))) e++;
                if (e < to
                        && text.charAt(e) == '.'
                        && Character.isDigit(text.charAt(i))
                        && e + 1 < to
                        && !Character.isDigit(text.charAt(e + 1)))
                    marks.add(new Mark(i, n, UnitLevel.CLAUSE, text.substring(i, e), "", false));
                else if (e < to && text.charAt(e) == ')' && Character.isLowerCase(text.charAt(i)) && e - i <= 2)
                    marks.add(new Mark(i, n, UnitLevel.POINT, text.substring(i, e), "", false));
            }
            from = to + 1;
        }
    }

    void moveTo(int offset) {
        while (next < marks.size() && marks.get(next).start() <= offset) {
            var mark = marks.get(next++);
            if (mark.quoted()) {
                switch (mark.level()) {
                    case ARTICLE -> {
                        quotedArticle = mark;
                        quotedClause = null;
                        quotedPoint = null;
                    }
                    case CLAUSE -> {
                        quotedClause = mark;
                        quotedPoint = null;
                    }
                    case POINT -> quotedPoint = mark;
                    case PART, CHAPTER, SECTION, SUBSECTION -> {}
                }
                continue;
            }
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
        return number(quoted(offset) ? quotedArticle : article, offset);
    }

    @Nullable
    String clause(int offset) {
        return number(quoted(offset) ? quotedClause : clause, offset);
    }

    @Nullable
    String point(int offset) {
        return number(quoted(offset) ? quotedPoint : point, offset);
    }

    /** In a quotation only the quotation's own units count: "Điều này" there is an article of the amended text. */
    private static @Nullable String number(@Nullable Mark mark, int offset) {
        return mark == null || mark.start() > offset || mark.end() <= offset ? null : mark.number();
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
