package vn.qppl.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.qppl.portal.TextBlocks.Block;
import vn.qppl.portal.TextBlocks.Entry;
import vn.qppl.portal.TextBlocks.Kind;

/**
 * A text cut into pages that an old telephone bears, at the beginning of a chapter or an article where there is one. The contents
 * are shown with every part; where they are longer than a page themselves, with this part's entries and the first of the others.
 */
final class TextParts {
    /** Characters after which the next heading or article begins a new part. */
    static final int ENOUGH = 60_000;
    /** Characters that no part has more of. */
    static final int MOST = 90_000;
    /** Entries of contents shown whole. */
    private static final int MOST_ENTRIES = 3_000;

    private final List<List<Block>> parts = new ArrayList<>();
    private final Map<String, Integer> partOfAnchor = new HashMap<>();
    private final List<Entry> contents;

    private TextParts(List<Entry> contents) {
        this.contents = contents;
    }

    /** @param part where the entry's text is, from 1 */
    record Line(
            String id, String label, int depth, @Nullable String mark, int part) {}

    /** @param number from 1 */
    record Part(int number, int of, List<Block> blocks, List<Line> contents) {
        boolean isFirst() {
            return number == 1;
        }

        boolean isLast() {
            return number == of;
        }
    }

    static TextParts of(List<Block> blocks, List<Entry> contents) {
        var parts = new TextParts(contents);
        var part = new ArrayList<Block>();
        int length = 0;
        for (var block : blocks) {
            for (var piece : pieces(block)) {
                int own = length(piece);
                boolean begins = piece.kind() == Kind.HEADING || piece.kind() == Kind.ARTICLE;
                if (!part.isEmpty() && ((length >= ENOUGH && begins) || length + own > MOST)) {
                    parts.parts.add(part);
                    part = new ArrayList<>();
                    length = 0;
                }
                part.add(piece);
                length += own;
                if (piece.id() != null) parts.partOfAnchor.putIfAbsent(piece.id(), parts.parts.size() + 1);
            }
        }
        parts.parts.add(part);
        return parts;
    }

    /** The part of this number; the first or last where there are not so many. */
    Part part(int number) {
        int chosen = Math.clamp(number, 1, parts.size());
        var lines = new ArrayList<Line>();
        boolean whole = contents.size() <= MOST_ENTRIES;
        int last = 0;
        for (var entry : contents) {
            int part = partOf(entry.id());
            if (whole || part == chosen || part != last)
                lines.add(new Line(entry.id(), entry.label(), entry.depth(), entry.mark(), part));
            last = part;
        }
        return new Part(chosen, parts.size(), parts.get(chosen - 1), lines);
    }

    /** Where an anchor is, or the nearest provision around it; 1 for an unknown one. */
    int partOf(String anchor) {
        var around = anchor;
        while (true) {
            var part = partOfAnchor.get(around);
            if (part != null) return part;
            int up = around.lastIndexOf("__");
            if (up < 0) return 1;
            around = around.substring(0, up);
        }
    }

    private static int length(Block block) {
        int length = block.text().length();
        for (var row : block.rows()) for (var cell : row) length += cell.length() + 1;
        return length;
    }

    /** A table or a paragraph that is longer than a part, in several: the rows, or the words, go on in the next. */
    private static List<Block> pieces(Block block) {
        if (length(block) <= ENOUGH) return List.of(block);
        var pieces = new ArrayList<Block>();
        if (block.kind() == Kind.TABLE) {
            var rows = new ArrayList<List<String>>();
            int length = 0;
            for (var row : block.rows()) {
                int own = row.stream().mapToInt(cell -> cell.length() + 1).sum();
                if (!rows.isEmpty() && length + own > ENOUGH) {
                    pieces.add(new Block(Kind.TABLE, null, "", "", List.copyOf(rows)));
                    rows.clear();
                    length = 0;
                }
                rows.add(row);
                length += own;
            }
            if (!rows.isEmpty()) pieces.add(new Block(Kind.TABLE, null, "", "", List.copyOf(rows)));
            return pieces;
        }
        var text = block.text();
        for (int at = 0; at < text.length(); ) {
            int end = Math.min(text.length(), at + ENOUGH);
            int space = end < text.length() ? text.lastIndexOf(' ', end) : end;
            if (space > at) end = space;
            else if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) end--;
            pieces.add(
                    at == 0
                            ? new Block(block.kind(), block.id(), block.label(), text.substring(0, end), List.of())
                            : new Block(
                                    Kind.PARAGRAPH,
                                    null,
                                    "",
                                    text.substring(at, end).strip(),
                                    List.of()));
            at = end;
        }
        return pieces;
    }
}
