package vn.qppl.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.qppl.structure.LegalText;
import vn.qppl.structure.TextTable;
import vn.qppl.structure.Unit;
import vn.qppl.structure.UnitLevel;

/** The contents of a text, down to its articles, with its tables. */
final class Outline {
    /** The level of a line that is a table. */
    static final String TABLE = "TABLE";

    private static final int LONGEST_LINE = 120;

    private final String text;
    private final List<Line> lines = new ArrayList<>();

    private Outline(String text) {
        this.text = text;
    }

    /** @param line how the unit begins in the text */
    record Line(
            String eId,
            String label,
            @Nullable String heading,
            String level,
            int depth,
            int start,
            int end,
            String line) {}

    static List<Line> of(LegalText structure) {
        var outline = new Outline(structure.text());
        for (var component : structure.components()) {
            var prefix = component.eId().isEmpty() ? "" : component.eId() + "__";
            if (!component.eId().isEmpty()) {
                outline.add(
                        component.eId(),
                        component.number() == null ? "" : component.number(),
                        component.title(),
                        component.kind().name(),
                        0,
                        component.span().start(),
                        component.span().end());
            }
            for (var unit : component.units()) outline.add(unit, prefix, prefix.isEmpty() ? 0 : 1);
        }
        for (var table : TextTable.of(structure)) outline.add(table);
        outline.lines.sort(Comparator.comparingInt(Line::start));
        return outline.lines;
    }

    private void add(TextTable table) {
        add(
                table.eId(),
                table.number() == null ? "" : table.number(),
                table.caption(),
                TABLE,
                1,
                table.span().start(),
                table.span().end());
    }

    private void add(Unit unit, String prefix, int depth) {
        add(
                prefix + unit.eId(),
                unit.number(),
                unit.heading(),
                unit.level().name(),
                depth,
                unit.span().start(),
                unit.span().end());
        if (unit.level().compareTo(UnitLevel.ARTICLE) >= 0) return;
        for (var child : unit.children()) add(child, prefix, depth + 1);
    }

    private void add(String eId, String label, @Nullable String heading, String level, int depth, int start, int end) {
        int line = text.indexOf('\n', start);
        int until = Math.min(end, line < 0 ? end : line);
        var begins = text.substring(start, until).strip();
        if (begins.length() > LONGEST_LINE) begins = begins.substring(0, LONGEST_LINE - 1) + "…";
        lines.add(new Line(eId, label, heading, level, depth, start, end, begins));
    }
}
