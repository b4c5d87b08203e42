package vn.qppl.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.qppl.text.Span;

/**
 * A table of a text: lines that follow one another with cells parted by tabs. Letterheads and signatures set in columns are none, nor are
 * tables inside quoted new text, which belong to the text that is amended.
 *
 * @param eId of the unit or annex that holds it and its place there: {@code att_1__table_2}, {@code art_3__para_2__table_1}
 * @param number as its caption gives it, "2" of "Bảng 2"; null where it has none
 * @param caption the line that names it, without "Bảng 2."; null where there is none
 * @param span its rows, the caption not included
 * @param columns of its widest row
 */
public record TextTable(
        String eId, @Nullable String number, @Nullable String caption, Span span, int rows, int columns) {
    /** One line with a tab is a form's blank or a signature. */
    private static final int FEWEST_ROWS = 2;

    private static final Pattern CAPTION = Pattern.compile(
            "(?iu)(?:bảng|biểu)\\s{1,3}(?:số\\s{1,3})?(\\d{1,3}(?:\\.\\d{1,3}){0,3}[a-zđ]?|[IVXLC]{1,6})(?![\\p{L}\\d])[\\s.:–-]{0,4}(.{0,300})");

    public TextTable {
        if (rows < FEWEST_ROWS) throw new IllegalArgumentException("a table has rows");
    }

    /** Every table of the text, in its order. */
    public static List<TextTable> of(LegalText legal) {
        if (legal.text().indexOf('\t') < 0) return List.of();
        var finder = new Finder(legal);
        for (var component : legal.components()) {
            var units = component.units();
            if (units.isEmpty()) {
                int end = component.conclusions() == null
                        ? component.span().end()
                        : component.conclusions().start();
                if (!component.eId().isEmpty())
                    finder.within(component.eId(), new Span(component.span().start(), end), false);
            } else {
                var prefix = component.eId().isEmpty() ? "" : component.eId() + "__";
                for (var unit : units) finder.unit(prefix, unit);
            }
        }
        return finder.found;
    }

    private static final class Finder {
        private final String text;
        private final List<LegalText.Quotation> quotations;
        private final List<TextTable> found = new ArrayList<>();
        private int quotation;

        Finder(LegalText legal) {
            this.text = legal.text();
            this.quotations = legal.quotations();
        }

        void unit(String prefix, Unit unit) {
            within(
                    prefix + unit.eId(),
                    new Span(
                            unit.span().start(),
                            Math.min(unit.ownTextEnd(), unit.span().end())),
                    true);
            for (var child : unit.children()) unit(prefix, child);
        }

        /** @param labelled whether the first line is the unit's own, with its number */
        void within(String holder, Span span, boolean labelled) {
            int count = 0;
            int at = labelled ? next(span.start(), span.end()) : span.start();
            int before = labelled ? span.start() : -1;
            while (at < span.end()) {
                int end = at;
                int rows = 0;
                int columns = 0;
                while (end < span.end() && cells(end, span.end()) > 1 && !quoted(end)) {
                    columns = Math.max(columns, cells(end, span.end()));
                    rows++;
                    end = next(end, span.end());
                }
                if (rows >= FEWEST_ROWS) {
                    var caption = CAPTION.matcher(
                            before < 0 ? "" : text.substring(before, at).strip());
                    boolean named = caption.matches();
                    found.add(new TextTable(
                            holder + "__table_" + ++count,
                            named ? caption.group(1) : null,
                            named && !caption.group(2).isBlank()
                                    ? caption.group(2).strip()
                                    : null,
                            new Span(at, end),
                            rows,
                            columns));
                }
                if (rows == 0) end = next(at, span.end());
                if (rows > 0 || !text.substring(at, end).isBlank()) before = at;
                at = end;
            }
        }

        private int next(int at, int end) {
            int feed = text.indexOf('\n', at);
            return feed < 0 || feed >= end ? end : feed + 1;
        }

        private int cells(int at, int end) {
            int cells = 1;
            for (int i = at; i < end && text.charAt(i) != '\n'; i++) if (text.charAt(i) == '\t') cells++;
            return cells;
        }

        private boolean quoted(int at) {
            while (quotation < quotations.size()
                    && quotations.get(quotation).span().end() <= at) quotation++;
            return quotation < quotations.size()
                    && quotations.get(quotation).span().start() <= at;
        }
    }
}
