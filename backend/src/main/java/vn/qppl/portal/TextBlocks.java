package vn.qppl.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.qppl.attachment.Readings;
import vn.qppl.effect.StatusCode;
import vn.qppl.effect.Validity;
import vn.qppl.structure.LegalText;
import vn.qppl.structure.Unit;
import vn.qppl.structure.UnitLevel;
import vn.qppl.text.Span;

/** A text as a page shows it: headings with anchors, paragraphs, tables; and its table of contents. */
final class TextBlocks {
    enum Kind {
        HEADING,
        ARTICLE,
        CLAUSE,
        POINT,
        PARAGRAPH,
        NOTE,
        /** By which clause of which document the words above changed; the label is that document's address, empty where it has none. */
        CHANGE,
        /** Words that are repealed, to be opened by who asks; the label stands in their place. */
        REPEALED,
        TABLE
    }

    /**
     * @param id anchor of the page; null where nothing links here
     * @param changed whether other words stood here when the document was issued
     */
    record Block(Kind kind, @Nullable String id, String label, String text, List<List<String>> rows, boolean changed) {
        Block(Kind kind, @Nullable String id, String label, String text, List<List<String>> rows) {
            this(kind, id, label, text, rows, false);
        }
    }

    /** @param mark what a reader should know before following: "hết hiệu lực" */
    record Entry(
            String id, String label, int depth, @Nullable String mark) {}

    private final String text;
    private final List<Span> tables;
    private final Validity validity;
    private final LocalDate on;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Entry> contents = new ArrayList<>();

    private TextBlocks(Readings.Structured read, Validity validity, LocalDate on) {
        this.text = read.text().text();
        this.tables = read.text().tables();
        this.validity = validity;
        this.on = on;
    }

    static TextBlocks of(Readings.Structured read, Validity validity, LocalDate on) {
        var blocks = new TextBlocks(read, validity, on);
        for (var component : read.structure().components()) blocks.component(component);
        return blocks;
    }

    List<Block> blocks() {
        return blocks;
    }

    List<Entry> contents() {
        return contents;
    }

    private void component(LegalText.Component component) {
        var prefix = component.eId().isEmpty() ? "" : component.eId() + "__";
        int depth = 0;
        if (!component.eId().isEmpty()) {
            var label = component.title() == null ? "Phụ lục" : component.title();
            contents.add(new Entry(component.eId(), shortened(label), 0, null));
            blocks.add(new Block(Kind.HEADING, component.eId(), label, "", List.of()));
            depth = 1;
        }
        int at = component.span().start();
        for (var unit : component.units()) {
            paragraphs(at, unit.span().start(), Kind.PARAGRAPH, null);
            unit(unit, prefix, depth);
            at = unit.span().end();
        }
        paragraphs(at, component.span().end(), Kind.PARAGRAPH, null);
    }

    private void unit(Unit unit, String prefix, int depth) {
        var id = prefix + unit.eId();
        switch (unit.level()) {
            case PART, CHAPTER, SECTION, SUBSECTION -> {
                var own = text.substring(unit.span().start(), unit.ownTextEnd())
                        .strip()
                        .replaceAll("\\s*\\n\\s*", " · ");
                blocks.add(new Block(Kind.HEADING, id, own, own, List.of()));
                contents.add(new Entry(id, shortened(own), depth, null));
            }
            case ARTICLE -> article(unit, id, depth);
            case CLAUSE -> paragraphs(unit.span().start(), unit.ownTextEnd(), Kind.CLAUSE, id);
            case POINT -> paragraphs(unit.span().start(), unit.ownTextEnd(), Kind.POINT, id);
        }
        int at = unit.ownTextEnd();
        int below = unit.level().compareTo(UnitLevel.ARTICLE) < 0 ? depth + 1 : depth;
        for (var child : unit.children()) {
            paragraphs(at, child.span().start(), Kind.PARAGRAPH, null);
            unit(child, prefix, below);
            at = child.span().end();
        }
        if (!unit.children().isEmpty()) paragraphs(at, unit.span().end(), Kind.PARAGRAPH, null);
    }

    private void article(Unit unit, String id, int depth) {
        var own = text.substring(unit.span().start(), unit.ownTextEnd());
        int line = own.indexOf('\n');
        var first = (line < 0 ? own : own.substring(0, line)).strip();
        var label = "Điều " + unit.number();
        var status = validity.provisionOn(id, on).code();
        var mark = status == StatusCode.EXPIRED && validity.on(on).code() != StatusCode.EXPIRED
                ? "đã hết hiệu lực"
                : status == StatusCode.SUSPENDED ? "đang ngưng hiệu lực" : null;
        contents.add(
                new Entry(id, shortened(unit.heading() == null ? label : label + ". " + unit.heading()), depth, mark));
        blocks.add(new Block(Kind.ARTICLE, id, label, first, List.of()));
        if (mark != null)
            blocks.add(new Block(Kind.NOTE, null, "", "Điều này " + mark + " tại ngày đang xem.", List.of()));
        if (line >= 0) paragraphs(unit.span().start() + line, unit.ownTextEnd(), Kind.PARAGRAPH, null);
    }

    private static String shortened(String label) {
        return label.length() <= 90 ? label : label.substring(0, 89) + "…";
    }

    /** Lines as paragraphs, table lines as tables; the first carries the anchor. */
    private void paragraphs(int start, int end, Kind kind, @Nullable String id) {
        int at = start;
        var anchor = id;
        for (var table : tables) {
            if (table.end() <= at || table.start() >= end) continue;
            anchor = lines(at, Math.max(at, table.start()), kind, anchor);
            var rows = new ArrayList<List<String>>();
            for (var line : new Span(Math.max(at, table.start()), Math.min(end, table.end()))
                    .in(text)
                    .split("\\n", -1)) {
                if (!line.isBlank()) rows.add(List.of(line.split("\\t", -1)));
            }
            if (!rows.isEmpty()) blocks.add(new Block(Kind.TABLE, null, "", "", rows));
            at = Math.min(end, table.end());
        }
        lines(at, end, kind, anchor);
    }

    private @Nullable String lines(int start, int end, Kind kind, @Nullable String id) {
        if (end <= start) return id;
        var anchor = id;
        for (var line : text.substring(start, end).split("\\n", -1)) {
            var words = line.strip();
            if (words.isEmpty()) continue;
            blocks.add(new Block(
                    anchor == null && kind != Kind.POINT ? Kind.PARAGRAPH : kind, anchor, "", words, List.of()));
            anchor = null;
        }
        return anchor;
    }
}
