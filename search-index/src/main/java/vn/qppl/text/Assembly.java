package vn.qppl.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts a text together from what a reader finds: runs with their fonts, paragraphs, tables, pages. Conversion from legacy
 * encodings waits for the end, when the whole file is known.
 */
final class Assembly {
    /** Words that only stand in the head and at the foot of a paper: the table around them lays out a page. */
    private static final Pattern LAYOUT = Pattern.compile(
            "(?i)cong hoa xa hoi chu nghia|doc lap.{0,3}-?.{0,3}tu do|noi nhan ?:|^\\s*so ?:|/qd-|/nq-|(?:^|\\n)(?:tm|kt|tl|q)\\. ?[a-z]");

    /** Below this a recognised word is marked. */
    private static final double DOUBTFUL = 0.75;

    private static final String PAGE_END = "\f";

    private record Run(String text, @Nullable String font, double confidence) {
        Run(String text, @Nullable String font) {
            this(text, font, 1);
        }
    }

    /** A paragraph, a table or a page's end. */
    private sealed interface Block {
        record Paragraph(List<Run> runs) implements Block {}

        record Table(List<List<List<Paragraph>>> rows) implements Block {}

        record PageEnd() implements Block {}
    }

    private final List<Block> blocks = new ArrayList<>();
    private List<Run> runs = new ArrayList<>();
    private @Nullable List<List<List<Block.Paragraph>>> rows;
    private List<List<Block.Paragraph>> row = new ArrayList<>();
    private List<Block.Paragraph> cell = new ArrayList<>();
    private int depth;

    void run(String text, @Nullable String font) {
        if (!text.isEmpty()) runs.add(new Run(text, font));
    }

    /** A word of a scanned page. */
    void recognised(Ocr.Word word) {
        runs.add(new Run(word.text(), null, word.confidence()));
    }

    void endParagraph() {
        var paragraph = new Block.Paragraph(runs);
        runs = new ArrayList<>();
        if (rows != null) cell.add(paragraph);
        else blocks.add(paragraph);
    }

    /** A table within a table is read as paragraphs of its cell. */
    void beginTable() {
        if (!runs.isEmpty()) endParagraph();
        if (depth++ == 0) rows = new ArrayList<>();
    }

    void endCell() {
        if (!runs.isEmpty()) endParagraph();
        if (depth != 1) return;
        row.add(cell);
        cell = new ArrayList<>();
    }

    void endRow() {
        if (depth != 1) return;
        if (!cell.isEmpty() || !runs.isEmpty()) endCell();
        // empty cells behind the last word are a sheet's width, not its content
        while (row.size() > 1 && row.getLast().stream().allMatch(p -> p.runs().isEmpty())) row.removeLast();
        if (rows != null && !row.isEmpty()) rows.add(row);
        row = new ArrayList<>();
    }

    void endTable() {
        if (depth == 0) return;
        if (depth == 1) {
            endRow();
            if (rows != null && !rows.isEmpty()) blocks.add(new Block.Table(rows));
            rows = null;
        } else if (!runs.isEmpty()) {
            endParagraph();
        }
        depth--;
    }

    boolean inTable() {
        return depth > 0;
    }

    /** A page ends in the midst of a paragraph that goes on. */
    void endPageWithin() {
        runs.add(new Run(PAGE_END, null));
    }

    void endPage() {
        if (!runs.isEmpty()) endParagraph();
        blocks.add(new Block.PageEnd());
    }

    static ExtractedText ofPlainText(String mediaType, String text) {
        return new ExtractedText(
                VietnameseText.nfc(text),
                mediaType,
                TextEncoding.UNICODE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    /** Lines of text without fonts, tabs between cells. */
    static ExtractedText ofLines(String mediaType, String text) {
        var assembly = new Assembly();
        boolean blank = false;
        for (var line : text.split("\\R", -1)) {
            if (line.isBlank() && blank) continue;
            blank = line.isBlank();
            assembly.run(line.replace('\u00A0', ' ').strip(), null);
            assembly.endParagraph();
        }
        return assembly.finish(mediaType);
    }

    // --- writing -------------------------------------------------------------------------------

    private final StringBuilder out = new StringBuilder();
    private final List<ExtractedText.Conversion> conversions = new ArrayList<>();
    private final Map<TextEncoding, Integer> converted = new EnumMap<>(TextEncoding.class);
    private final List<Span> pages = new ArrayList<>();
    private int pageStart;
    private final List<ExtractedText.DoubtfulWord> doubtful = new ArrayList<>();
    private int unicodeWords;
    private @Nullable LegacyCharmap expected;

    ExtractedText finish(String mediaType) {
        if (!runs.isEmpty()) endParagraph();
        while (depth > 0) endTable();
        expected = mostlyLegacy();
        var tables = new ArrayList<Span>();
        for (var block : blocks) {
            switch (block) {
                case Block.Paragraph paragraph -> {
                    // neither an empty paragraph nor the end of a page that no paragraph crosses makes a line
                    if (paragraph.runs().stream().allMatch(r -> r.text().equals(PAGE_END))) write(paragraph, false);
                    else writeLine(paragraph, false);
                }
                case Block.Table table -> writeTable(table, tables);
                case Block.PageEnd end -> {
                    pages.add(new Span(pageStart, out.length()));
                    pageStart = out.length();
                }
            }
        }
        return new ExtractedText(
                out.toString(), mediaType, encoding(), pages, tables, conversions, doubtful, List.of(), null);
    }

    private TextEncoding encoding() {
        int all = converted.values().stream().mapToInt(Integer::intValue).sum();
        if (all == 0) return TextEncoding.UNICODE;
        var most =
                converted.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        // a stray word or two does not make a file mixed
        if (unicodeWords > 0.1 * (all + unicodeWords)) return TextEncoding.MIXED;
        return most.getValue() >= 0.9 * all ? most.getKey() : TextEncoding.MIXED;
    }

    private @Nullable LegacyCharmap mostlyLegacy() {
        var byKind = new EnumMap<TextEncoding, Integer>(TextEncoding.class);
        int strong = 0;
        int legacy = 0;
        var unnamed = new StringBuilder();
        for (var block : blocks) {
            var paragraphs = switch (block) {
                case Block.Paragraph p -> List.of(p);
                case Block.Table t ->
                    t.rows().stream()
                            .flatMap(List::stream)
                            .flatMap(List::stream)
                            .toList();
                case Block.PageEnd end -> List.<Block.Paragraph>of();
            };
            for (var paragraph : paragraphs) {
                for (var group : groups(paragraph)) {
                    if (!LegacyDetection.hasHigh(group.text())) continue;
                    if (LegacyDetection.hasStrongUnicode(group.text())) {
                        strong++;
                    } else if (group.font() != null) {
                        legacy++;
                        byKind.merge(group.font().encoding(), group.text().length(), Integer::sum);
                    } else if (unnamed.length() < 100_000) {
                        unnamed.append(group.text()).append('\n');
                    }
                }
            }
        }
        if (strong > 0 && strong >= legacy) return null;
        if (!byKind.isEmpty())
            return LegacyCharmap.of(byKind.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey());
        return strong > 0 ? null : LegacyDetection.of(unnamed.toString(), null);
    }

    private record Group(String text, @Nullable LegacyFont font) {}

    /** Runs of one kind of font together: words are cut by runs. */
    private static List<Group> groups(Block.Paragraph paragraph) {
        var groups = new ArrayList<Group>();
        var text = new StringBuilder();
        LegacyFont font = null;
        for (var run : paragraph.runs()) {
            var of = LegacyFont.named(run.font());
            // blanks and digits have no encoding
            if (!text.isEmpty() && !java.util.Objects.equals(of, font)) {
                groups.add(new Group(text.toString(), font));
                text.setLength(0);
            }
            font = of;
            text.append(run.text());
        }
        if (!text.isEmpty()) groups.add(new Group(text.toString(), font));
        return groups;
    }

    private void writeLine(Block.Paragraph paragraph, boolean inCell) {
        write(paragraph, inCell);
        trimEnd();
        if (!inCell) out.append('\n');
    }

    private void trimEnd() {
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == ' ') end--;
        if (end == out.length()) return;
        out.setLength(end);
        for (int i = conversions.size() - 1; i >= 0 && conversions.get(i).span().end() > end; i--) {
            var last = conversions.get(i);
            int start = Math.min(last.span().start(), end);
            conversions.set(i, new ExtractedText.Conversion(new Span(start, end), last.from(), last.original()));
        }
    }

    private void write(Block.Paragraph paragraph, boolean inCell) {
        if (paragraph.runs().stream().anyMatch(r -> r.confidence() < DOUBTFUL)) {
            // recognised text is Unicode
            for (var run : paragraph.runs()) {
                int start = out.length();
                append(VietnameseText.nfc(run.text()), inCell);
                if (run.confidence() < DOUBTFUL)
                    doubtful.add(new ExtractedText.DoubtfulWord(new Span(start, out.length()), run.confidence()));
            }
            return;
        }
        for (var group : groups(paragraph)) {
            if (LegacyDetection.hasStrongUnicode(group.text()) && (group.font() != null || expected != null)) {
                writeMixed(group, inCell);
                continue;
            }
            var charmap = charmap(group);
            var text = group.text();
            if (charmap == null) {
                if (group.font() != null && group.font().capitals() && !LegacyDetection.hasHigh(text))
                    text = LegacyCharmap.capitals(text);
                else if (LegacyDetection.hasHigh(text))
                    unicodeWords += LegacyDetection.asUnicode(text).valid();
                append(VietnameseText.nfc(text), inCell);
                continue;
            }
            int start = out.length();
            var decoded = charmap.decode(text);
            if (group.font() != null && group.font().capitals()) decoded = LegacyCharmap.capitals(decoded);
            append(decoded, inCell);
            converted.merge(
                    charmap.encoding(), LegacyDetection.as(charmap, text).marked(), Integer::sum);
            conversions.add(new ExtractedText.Conversion(new Span(start, out.length()), charmap.encoding(), text));
        }
    }

    /** A run in which words of both kinds stand: each word by what it becomes, Unicode wherever that is no worse. */
    private void writeMixed(Group group, boolean inCell) {
        var charmap = group.font() != null ? LegacyCharmap.of(group.font().encoding()) : expected;
        var text = group.text();
        for (int at = 0; at < text.length(); ) {
            int blank = at;
            while (blank < text.length() && !Character.isWhitespace(text.charAt(blank))) blank++;
            int next = Math.min(text.length(), blank + 1);
            var word = text.substring(at, next);
            at = next;
            boolean legacy = charmap != null
                    && !LegacyDetection.hasStrongUnicode(word)
                    && LegacyDetection.as(charmap, word).valid()
                            > LegacyDetection.asUnicode(word).valid();
            if (!legacy || charmap == null) {
                unicodeWords += LegacyDetection.asUnicode(word).valid();
                append(VietnameseText.nfc(word), inCell);
                continue;
            }
            int start = out.length();
            append(charmap.decode(word), inCell);
            converted.merge(charmap.encoding(), 1, Integer::sum);
            conversions.add(new ExtractedText.Conversion(new Span(start, out.length()), charmap.encoding(), word));
        }
    }

    private @Nullable LegacyCharmap charmap(Group group) {
        var text = group.text();
        if (group.font() == null) return LegacyDetection.of(text, expected);
        if (!LegacyDetection.hasHigh(text) || LegacyDetection.hasStrongUnicode(text)) return null;
        var charmap = LegacyCharmap.of(group.font().encoding());
        var legacy = LegacyDetection.as(charmap, text);
        var unicode = LegacyDetection.asUnicode(text);
        if (legacy.marked() == 0) return null;
        // typed in Unicode with an old font chosen: Word shows another font in its place
        return unicode.valid() > legacy.valid() ? null : charmap;
    }

    private void append(String text, boolean inCell) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\u000B') {
                if (inCell) c = ' ';
                else {
                    trimEnd();
                    out.append('\n');
                    continue;
                }
            }
            if (c == '\f') {
                pages.add(new Span(pageStart, out.length()));
                pageStart = out.length();
                continue;
            }
            if (c == '\t' || c == '\u00A0' || c == '\r') c = ' ';
            if (c == ' ' && (out.isEmpty() || isBlank(out.charAt(out.length() - 1)))) continue;
            if (c < 32 || c == '\u00AD' || c == '\uFEFF' || c == '\u200B' || c == '\uFFFE') continue;
            if (Character.isSurrogate(c)) {
                if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1)))
                    out.append(c).append(text.charAt(++i));
                continue;
            }
            if (c >= '\u0300' && c <= '\u036F' && !out.isEmpty()) {
                // a mark in a run of its own
                var last = VietnameseText.nfc(out.charAt(out.length() - 1) + String.valueOf(c));
                out.setLength(out.length() - 1);
                out.append(last);
                continue;
            }
            out.append(c);
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\t';
    }

    private void writeTable(Block.Table table, List<Span> tables) {
        int start = out.length();
        int converted = conversions.size();
        var counted = new EnumMap<TextEncoding, Integer>(TextEncoding.class);
        counted.putAll(this.converted);
        int words = unicodeWords;
        int most = table.rows().stream().mapToInt(List::size).max().orElse(0);
        for (var cells : table.rows()) for (var one : cells) for (var p : one) writeLine(p, false);
        if (layout(table, most, out.substring(start))) return;
        // written again, as a table
        out.setLength(start);
        conversions.subList(converted, conversions.size()).clear();
        this.converted.clear();
        this.converted.putAll(counted);
        unicodeWords = words;
        for (var cells : table.rows()) {
            for (int i = 0; i < cells.size(); i++) {
                if (i > 0) out.append('\t');
                boolean first = true;
                for (var p : cells.get(i)) {
                    if (!first && !isBlank(out.charAt(out.length() - 1))) out.append(' ');
                    first = false;
                    writeLine(p, true);
                }
            }
            out.append('\n');
        }
        tables.add(new Span(start, out.length()));
    }

    private static boolean layout(Block.Table table, int columns, String text) {
        if (columns <= 1 || table.rows().size() == 1 && columns <= 3) return true;
        if (columns > 3 || table.rows().size() > 6) return false;
        return LAYOUT.matcher(VietnameseText.fold(text)).find();
    }
}
