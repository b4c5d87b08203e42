package vn.qppl.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.qppl.text.Span;

/** Nests found units into trees and gives each its identifier. */
final class TreeBuilder {
    private static final int LONGEST_HEADING = 400;

    private final String text;
    private final Map<String, Integer> taken = new HashMap<>();

    private TreeBuilder(String text) {
        this.text = text;
    }

    static LegalText build(String text, Found found) {
        var components = new ArrayList<LegalText.Component>();
        int attached = 0;
        for (int i = 0; i < found.parts.size(); i++) {
            var part = found.parts.get(i);
            int end = i + 1 < found.parts.size() ? found.parts.get(i + 1).start : text.length();
            var eId = part.kind == LegalText.ComponentKind.MAIN ? "" : "att_" + ++attached;
            components.add(new TreeBuilder(text).component(part, eId, end));
        }
        var quotations = new ArrayList<LegalText.Quotation>();
        for (var block : found.quotations) {
            var marks = QuotedUnits.of(text, block.span());
            quotations.add(new LegalText.Quotation(
                    block.span(),
                    block.closed(),
                    new TreeBuilder(text).nest(marks, block.span().end())));
        }
        return new LegalText(text, List.copyOf(components), List.copyOf(quotations));
    }

    private LegalText.Component component(Found.Part part, String eId, int end) {
        int unitsEnd = part.conclusions >= 0 ? Math.min(part.conclusions, end) : end;
        var units = nest(part.marks, unitsEnd);
        int preambleEnd = units.isEmpty() ? unitsEnd : units.getFirst().span().start();
        return new LegalText.Component(
                part.kind,
                part.number,
                part.title,
                eId,
                new Span(part.start, end),
                new Span(part.start, Math.max(part.start, preambleEnd)),
                part.conclusions >= 0 && part.conclusions < end ? new Span(part.conclusions, end) : null,
                units);
    }

    private List<Unit> nest(List<Found.Mark> marks, int end) {
        return level(marks, 0, marks.size(), end, "", "");
    }

    /** Units of the highest level among {@code marks[from, to)}, each with what follows it up to the next as children. */
    private List<Unit> level(List<Found.Mark> marks, int from, int to, int end, String division, String within) {
        var units = new ArrayList<Unit>();
        int i = from;
        while (i < to) {
            var mark = marks.get(i);
            int next = i + 1;
            while (next < to && marks.get(next).level().compareTo(mark.level()) > 0) next++;
            int unitEnd = next < to ? marks.get(next).start() : end;
            var eId = unique(eId(mark, division, within));
            var below = mark.level().compareTo(UnitLevel.ARTICLE) < 0 ? eId : division;
            var inside = mark.level().compareTo(UnitLevel.ARTICLE) < 0 ? "" : eId;
            var children = level(marks, i + 1, next, unitEnd, below, inside);
            int ownEnd =
                    children.isEmpty() ? unitEnd : children.getFirst().span().start();
            units.add(new Unit(
                    mark.level(),
                    mark.number(),
                    heading(mark, ownEnd),
                    eId,
                    new Span(mark.start(), Math.max(mark.start(), unitEnd)),
                    Math.max(mark.start(), ownEnd),
                    children));
            i = next;
        }
        return List.copyOf(units);
    }

    private static String eId(Found.Mark mark, String division, String within) {
        var number = mark.number().replace("đ", "dd").replaceAll("[^A-Za-z0-9]", "");
        var wider = division.isEmpty() ? "" : division + "__";
        var inside = within.isEmpty() ? "" : within + "__";
        return switch (mark.level()) {
            case PART -> "part_" + spelled(mark.number());
            case CHAPTER -> wider + "chp_" + spelled(mark.number());
            case SECTION -> wider + "sec_" + number;
            case SUBSECTION -> wider + "subsec_" + number;
            case ARTICLE -> "art_" + number;
            case CLAUSE -> inside + "para_" + number;
            case POINT -> inside + "list_1__point_" + number;
        };
    }

    /** "nhất", "hai" … as figures: an identifier is ASCII. */
    private static String spelled(String number) {
        var words = List.of("không", "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười");
        int at = number.equals("bốn") ? 4 : words.indexOf(number);
        return at > 0 ? Integer.toString(at) : number.replace("đ", "dd").replaceAll("[^A-Za-z0-9]", "");
    }

    private String unique(String eId) {
        int count = taken.merge(eId, 1, Integer::sum);
        return count == 1 ? eId : eId + "_" + count;
    }

    /** The title behind the number, or on the line after it; null where the words are a rule and no title. */
    private @Nullable String heading(Found.Mark mark, int ownEnd) {
        if (mark.level() == UnitLevel.CLAUSE || mark.level() == UnitLevel.POINT) return null;
        int lineEnd = Math.min(mark.lineEnd(), ownEnd);
        var words = mark.rest() < lineEnd ? strip(text.substring(mark.rest(), lineEnd)) : "";
        boolean article = mark.level() == UnitLevel.ARTICLE;
        if (words.isEmpty() || !article) words = join(words, mark, ownEnd, article);
        if (words.isEmpty() || words.length() > LONGEST_HEADING) return null;
        if (!article) return words;
        char last = words.charAt(words.length() - 1);
        boolean sentence = last == '.' || last == ';' || last == ':' || last == ',';
        return sentence ? null : words;
    }

    /** Lines of a heading below its number: for an article the next line, for a chapter the capitals that follow. */
    private String join(String first, Found.Mark mark, int ownEnd, boolean article) {
        var title = new StringBuilder(first);
        int at = mark.lineEnd();
        int taken = 0;
        while (at < ownEnd && taken < (article ? 1 : 4)) {
            int begin = at + 1;
            if (begin > ownEnd) break;
            int feed = text.indexOf('\n', begin);
            int lineEnd = feed < 0 || feed > ownEnd ? ownEnd : feed;
            var line = strip(text.substring(Math.min(begin, lineEnd), lineEnd));
            at = lineEnd;
            if (line.isEmpty()) {
                if (lineEnd >= ownEnd) break;
                continue;
            }
            boolean capitals = line.equals(line.toUpperCase(java.util.Locale.ROOT));
            if (!article && !first.isEmpty() && !capitals) break;
            if (!article && taken > 0 && !capitals) break;
            if (!title.isEmpty()) title.append(' ');
            title.append(line);
            taken++;
        }
        return title.toString();
    }

    private static String strip(String words) {
        int start = 0;
        int end = words.length();
        while (start < end && Lines.skipped(words.charAt(start))) start++;
        while (end > start && Lines.skipped(words.charAt(end - 1))) end--;
        return words.substring(start, end).replaceAll("[\\s*]+", " ");
    }
}
