package vn.qppl.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.qppl.text.Span;

/** A legal text as a row of lines that know what they are: for pages, print and whatever else shows a text from top to bottom. */
public final class TextParts {
    private TextParts() {}

    public enum Kind {
        /** Letterhead, bases, signature and all that belongs to no unit. */
        PLAIN,
        /** A line of Phần, Chương, Mục, Tiểu mục, or the name of an annex. */
        HEADING,
        ARTICLE,
        CLAUSE,
        POINT,
        /** Cells parted by tabs. */
        ROW
    }

    /** @param eId where a unit, a component or a table begins, with its component's; null within one */
    public record Part(Kind kind, @Nullable String eId, String text) {}

    /** Every line that is not blank, in the order of the text. */
    public static List<Part> of(LegalText legal) {
        var parts = new ArrayList<Part>();
        var tables = new HashMap<Integer, String>();
        for (var table : TextTable.of(legal)) tables.put(table.span().start(), table.eId());
        for (var component : legal.components()) {
            var prefix = component.eId().isEmpty() ? "" : component.eId() + "__";
            boolean annex = !component.eId().isEmpty();
            int at = component.span().start();
            boolean named = !annex;
            for (var unit : component.units()) {
                named = lines(
                                legal.text(),
                                new Span(at, unit.span().start()),
                                Kind.PLAIN,
                                named ? null : component.eId(),
                                tables,
                                parts)
                        || named;
                unit(legal.text(), unit, prefix, tables, parts);
                at = unit.span().end();
            }
            lines(
                    legal.text(),
                    new Span(at, component.span().end()),
                    Kind.PLAIN,
                    named ? null : component.eId(),
                    tables,
                    parts);
        }
        return parts;
    }

    private static void unit(String text, Unit unit, String prefix, Map<Integer, String> tables, List<Part> parts) {
        var kind = switch (unit.level()) {
            case PART, CHAPTER, SECTION, SUBSECTION -> Kind.HEADING;
            case ARTICLE -> Kind.ARTICLE;
            case CLAUSE -> Kind.CLAUSE;
            case POINT -> Kind.POINT;
        };
        lines(text, new Span(unit.span().start(), unit.ownTextEnd()), kind, prefix + unit.eId(), tables, parts);
        int at = unit.ownTextEnd();
        for (var child : unit.children()) {
            lines(text, new Span(at, child.span().start()), Kind.PLAIN, null, tables, parts);
            unit(text, child, prefix, tables, parts);
            at = child.span().end();
        }
        if (!unit.children().isEmpty()) lines(text, new Span(at, unit.span().end()), Kind.PLAIN, null, tables, parts);
    }

    /** The first line is of the kind; the rest of a heading too, the rest of others plain. @return whether there was a line */
    private static boolean lines(
            String text, Span span, Kind kind, @Nullable String eId, Map<Integer, String> tables, List<Part> parts) {
        boolean first = true;
        for (int at = span.start(); at < span.end(); ) {
            int feed = text.indexOf('\n', at);
            int end = feed < 0 || feed > span.end() ? span.end() : feed;
            var line = text.substring(at, end).strip();
            var table = tables.get(at);
            at = end + 1;
            if (line.isEmpty()) continue;
            var of = line.indexOf('\t') >= 0 ? Kind.ROW : first || kind == Kind.HEADING ? kind : Kind.PLAIN;
            parts.add(new Part(of, first && eId != null ? eId : table, line));
            first = false;
        }
        return !first;
    }
}
