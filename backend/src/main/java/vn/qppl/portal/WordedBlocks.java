package vn.qppl.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.qppl.portal.TextBlocks.Block;
import vn.qppl.portal.TextBlocks.Entry;
import vn.qppl.portal.TextBlocks.Kind;
import vn.qppl.structure.LegalText.ComponentKind;
import vn.qppl.structure.UnitLevel;
import vn.qppl.wording.DayText;
import vn.qppl.wording.ProvisionStatuses;
import vn.qppl.wording.WordingViews;

/** The text of a day as a page shows it: what changed is marked, and says by which clause of which document. */
final class WordedBlocks {
    private final Map<Long, WordingViews.WordingCause> causes;
    private final ProvisionStatuses statuses;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Entry> contents = new ArrayList<>();

    private WordedBlocks(Map<Long, WordingViews.WordingCause> causes, ProvisionStatuses statuses) {
        this.causes = causes;
        this.statuses = statuses;
    }

    static WordedBlocks of(DayText text, Map<Long, WordingViews.WordingCause> causes, ProvisionStatuses statuses) {
        var blocks = new WordedBlocks(causes, statuses);
        for (var component : text.components()) blocks.component(component);
        return blocks;
    }

    List<Block> blocks() {
        return blocks;
    }

    List<Entry> contents() {
        return contents;
    }

    private void component(DayText.Component c) {
        int depth = 0;
        if (c.kind() != ComponentKind.MAIN) {
            contents.add(new Entry(c.address(), shortened(c.label()), 0, c.repealed() ? "được bãi bỏ" : null));
            blocks.add(new Block(Kind.HEADING, c.address(), c.label(), c.label(), List.of()));
            depth = 1;
        }
        notes(c.effects());
        if (c.repealed())
            blocks.add(new Block(Kind.REPEALED, null, c.label() + " (được bãi bỏ)", c.opening(), List.of(), true));
        else lines(c.opening(), Kind.PARAGRAPH, null, !c.effects().isEmpty());
        for (var p : c.provisions()) provision(p, depth);
        lines(c.closing(), Kind.PARAGRAPH, null, false);
    }

    private void provision(DayText.Provision p, int depth) {
        boolean division = p.level().compareTo(UnitLevel.ARTICLE) < 0;
        var own = p.ownEffects();
        if (division) {
            var title = p.own().replaceAll("\\s*\\n\\s*", " · ");
            blocks.add(new Block(Kind.HEADING, p.address(), title, title, List.of(), !own.isEmpty()));
            contents.add(new Entry(p.address(), shortened(title), depth, null));
        } else if (p.level() == UnitLevel.ARTICLE) article(p, own, depth);
        else if (p.repealed()) blocks.add(repealed(p, p.address()));
        else lines(p.own(), p.level() == UnitLevel.CLAUSE ? Kind.CLAUSE : Kind.POINT, p.address(), !own.isEmpty());
        notes(own);
        if (p.repealed()) return;
        for (var child : p.children()) provision(child, division ? depth + 1 : depth);
    }

    private void article(DayText.Provision p, List<Long> own, int depth) {
        var name = p.heading().isEmpty() ? firstLine(p.words()) : p.heading();
        var label = "Điều " + p.number();
        contents.add(new Entry(
                p.address(), shortened(p.heading().isEmpty() ? label : label + ". " + p.heading()), depth, mark(p)));
        if (p.repealed()) {
            blocks.add(new Block(Kind.ARTICLE, p.address(), label, p.own(), List.of(), true));
            blocks.add(repealed(p, null));
            return;
        }
        blocks.add(new Block(
                Kind.ARTICLE, p.address(), label, (p.printed() + " " + name).strip(), List.of(), !own.isEmpty()));
        var status = statuses.of(p.address());
        if (status.own() && (status.code().equals("expired") || status.code().equals("suspended")))
            blocks.add(new Block(
                    Kind.NOTE,
                    null,
                    "",
                    status.code().equals("expired")
                            ? "Điều này đã hết hiệu lực tại ngày đang xem."
                            : "Điều này đang ngưng hiệu lực tại ngày đang xem.",
                    List.of()));
        var rest = p.heading().isEmpty() ? afterFirstLine(p.words()) : p.words();
        lines(rest, Kind.PARAGRAPH, null, !own.isEmpty());
    }

    private @Nullable String mark(DayText.Provision p) {
        if (p.repealed()) return "được bãi bỏ";
        var status = statuses.of(p.address());
        if (status.own() && status.code().equals("expired")) return "đã hết hiệu lực";
        if (status.own() && status.code().equals("suspended")) return "đang ngưng hiệu lực";
        return p.effects().isEmpty() ? null : "có sửa đổi";
    }

    private static Block repealed(DayText.Provision p, @Nullable String id) {
        return new Block(Kind.REPEALED, id, p.own(), p.former(), List.of(), true);
    }

    private void notes(Iterable<Long> effects) {
        for (var id : effects) {
            var cause = causes.get(id);
            if (cause == null) continue;
            var url = cause.documentId() == null ? "" : PublicDocuments.url(cause.documentId());
            blocks.add(new Block(Kind.CHANGE, null, url, cause.note(), List.of(), true));
        }
    }

    /** Lines as paragraphs, lines with tabs as rows of a table; the first carries the anchor. */
    private void lines(String words, Kind kind, @Nullable String id, boolean changed) {
        var anchor = id;
        var rows = new ArrayList<List<String>>();
        for (var line : words.split("\\n", -1)) {
            if (line.indexOf('\t') >= 0) {
                rows.add(List.of(line.split("\\t", -1)));
                continue;
            }
            table(rows);
            var stripped = line.strip();
            if (stripped.isEmpty()) continue;
            blocks.add(new Block(
                    anchor == null && kind != Kind.POINT ? Kind.PARAGRAPH : kind,
                    anchor,
                    "",
                    stripped,
                    List.of(),
                    changed));
            anchor = null;
        }
        table(rows);
    }

    private void table(List<List<String>> rows) {
        if (!rows.isEmpty()) blocks.add(new Block(Kind.TABLE, null, "", "", List.copyOf(rows)));
        rows.clear();
    }

    private static String firstLine(String words) {
        int line = words.indexOf('\n');
        return line < 0 ? words : words.substring(0, line);
    }

    private static String afterFirstLine(String words) {
        int line = words.indexOf('\n');
        return line < 0 ? "" : words.substring(line + 1);
    }

    private static String shortened(String label) {
        return label.length() <= 90 ? label : label.substring(0, 89) + "…";
    }
}
