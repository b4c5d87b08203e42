package vn.qppl.text;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/**
 * PDF: lines with the fonts of their pieces, joined to paragraphs, page by page; running heads and page numbers taken out of
 * the paragraphs they interrupt.
 */
final class PdfFile {
    private static final int MOST_PAGES = 5_000;
    /** A page with an image and fewer letters is a scan: stamps and notes of signatures are shorter. */
    private static final int FEW_LETTERS = 250;

    /** How far the left edge of a column's lines may vary, in points. */
    private static final float EDGE = 8;

    private static final Pattern PAGE_NUMBER = Pattern.compile("[-–—\\s]*\\d{1,4}[-–—\\s]*");
    private static final Pattern GAZETTE = Pattern.compile(
            "(?iu)\\s*(?:\\d{1,4}\\s+)?(?:công báo\\s*/\\s*số .{1,60}|công báo/.{1,80})\\s*\\d{0,4}\\s*");
    /** A line that begins something: never joined to the line before. */
    private static final Pattern BEGINS = Pattern.compile(
            "(?iu)(?:điều \\d{1,4}[a-zđ]?\\s*(?:[.:].*)?|(?:chương|phần|mục|phụ lục|tiểu mục)\\s+\\S{1,12}(?:\\s.*)?|\\d{1,3}[.)]\\s.*|\\d{1,2}(?:\\.\\d{1,2}){1,3}\\.?\\s.*|[a-zđ]\\d?[.)]\\s.*|[-+•–]\\s.*|căn cứ .*|số\\s*:.*|nơi nhận.*)");

    private record Piece(String text, @Nullable String font) {}

    /** Pieces before a wide gap, and where it begins and ends. */
    private record Gap(int pieces, float from, float to) {}

    private static final class Line {
        final List<Piece> pieces = new ArrayList<>();
        float left = Float.MAX_VALUE;
        float right;
        float top;
        float height;
        boolean gapBefore;
        /** Pieces before the one wide gap within the line; -1 without a gap, -2 with several, as in a table. */
        int columnBreak = -1;

        float breakLeft;
        /** Every wide gap within the line. */
        final List<Gap> gaps = new ArrayList<>();

        /** Edges of the text on the line's page; the margins of left and right pages differ. */
        float pageLeft;

        float pageRight;

        /** The pieces before or behind the wide gap, as a line of their own. */
        Line column(boolean before) {
            var half = new Line();
            half.pieces.addAll(before ? pieces.subList(0, columnBreak) : pieces.subList(columnBreak, pieces.size()));
            half.left = before ? left : breakLeft;
            half.right = before ? breakLeft : right;
            half.top = top;
            half.height = height;
            // a column's line is a paragraph: nothing of it runs on
            half.gapBefore = true;
            return half;
        }

        /** The gap that ends near this place; null where there is none. */
        @Nullable
        Gap gapAt(float place) {
            for (var gap : gaps) if (Math.abs(gap.to() - place) <= EDGE) return gap;
            return null;
        }

        /** One side of a gap, as a line of a column that runs on. */
        Line side(Gap gap, boolean before) {
            var side = new Line();
            side.pieces.addAll(before ? pieces.subList(0, gap.pieces()) : pieces.subList(gap.pieces(), pieces.size()));
            side.left = before ? left : gap.to();
            side.right = before ? gap.from() : right;
            side.top = top;
            side.height = height;
            side.gapBefore = gapBefore;
            return side;
        }

        String text() {
            var text = new StringBuilder();
            for (var piece : pieces) text.append(piece.text());
            return text.toString();
        }
    }

    private PdfFile() {}

    static ExtractedText read(Path file, ExtractionWorker.PageListener listener)
            throws ExtractionException, IOException {
        try (var document =
                Loader.loadPDF(file.toFile(), "", null, null, MemoryUsageSetting.setupMixed(64L << 20).streamCache)) {
            return read(document, listener);
        } catch (InvalidPasswordException e) {
            throw new ExtractionException(ExtractionProblem.ENCRYPTED, "pdf", e);
        }
    }

    private static ExtractedText read(PDDocument document, ExtractionWorker.PageListener listener)
            throws IOException, ExtractionException {
        int count = document.getNumberOfPages();
        if (count == 0) throw new ExtractionException(ExtractionProblem.DAMAGED, "no pages");
        if (count > MOST_PAGES) throw new ExtractionException(ExtractionProblem.TOO_LARGE, count + " pages");
        var collector = new Collector();
        var pages = new ArrayList<List<Line>>();
        var scanned = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            var lines = collector.page(document, i);
            pages.add(lines);
            if (lines.isEmpty() && hasImage(document.getPage(i))
                    || letters(lines) < FEW_LETTERS && hasPageImage(document.getPage(i))) scanned.add(i);
        }
        var recognised = new HashMap<Integer, List<List<Ocr.Word>>>();
        if (!scanned.isEmpty() && Ocr.available()) {
            var renderer = new PDFRenderer(document);
            for (int page : scanned) {
                listener.pageBegins(page);
                recognised.put(page, Ocr.read(renderer.renderImageWithDPI(page, Ocr.DPI, ImageType.GRAY)));
            }
        } else if (!scanned.isEmpty() && scanned.size() == count) {
            throw new ExtractionException(ExtractionProblem.SCANNED_NOT_READABLE, scanned.size() + " pages");
        }
        return assemble(pages, recognised).finish(FileKind.PDF.mediaType()).withScannedPages(scanned);
    }

    private static int letters(List<Line> lines) {
        return lines.stream().mapToInt(l -> l.text().strip().length()).sum();
    }

    /** A scan under a stamp or a signature's note: next to no text on top of an image as large as a page. */
    private static boolean hasPageImage(PDPage page) throws IOException {
        var resources = page.getResources();
        if (resources == null) return false;
        for (var name : resources.getXObjectNames()) {
            if (resources.isImageXObject(name)
                    && resources.getXObject(name) instanceof PDImageXObject image
                    && Math.min(image.getWidth(), image.getHeight()) >= 900) return true;
        }
        return false;
    }

    private static boolean hasImage(PDPage page) {
        var resources = page.getResources();
        return resources != null && resources.getXObjectNames().iterator().hasNext();
    }

    private static Assembly assemble(List<List<Line>> pages, Map<Integer, List<List<Ocr.Word>>> recognised) {
        var repeated = repeated(pages);
        var assembly = new Assembly();
        Line previous = null;
        boolean first = true;
        for (int number = 0; number < pages.size(); number++) {
            var page = pages.get(number);
            if (!first) assembly.endPageWithin();
            first = false;
            var words = recognised.get(number);
            if (words != null) {
                if (previous != null) assembly.endParagraph();
                previous = null;
                ScannedPage.write(withoutHead(words), assembly);
                continue;
            }
            for (int i = 0; i < page.size(); i++) {
                var line = page.get(i);
                boolean edge = i < 2 || i >= page.size() - 2;
                var text = line.text().strip();
                if (edge
                        && (PAGE_NUMBER.matcher(text).matches()
                                || GAZETTE.matcher(text).matches()
                                || repeated.contains(key(text)))) continue;
                if (previous != null) {
                    if (joins(previous, line, text)) assembly.run(" ", null);
                    else assembly.endParagraph();
                }
                for (var piece : line.pieces) assembly.run(piece.text(), piece.font());
                previous = line;
            }
        }
        if (previous != null) assembly.endParagraph();
        assembly.endPage();
        return assembly;
    }

    /** A scanned page without the running head of the Gazette or the page number above its text. */
    private static List<List<Ocr.Word>> withoutHead(List<List<Ocr.Word>> lines) {
        if (lines.isEmpty()) return lines;
        var head =
                String.join(" ", lines.getFirst().stream().map(Ocr.Word::text).toList());
        boolean running =
                GAZETTE.matcher(head).matches() || PAGE_NUMBER.matcher(head).matches();
        return running ? lines.subList(1, lines.size()) : lines;
    }

    /** The line before ran to the right edge, and this one starts nothing of its own. */
    private static boolean joins(Line previous, Line line, String text) {
        if (BEGINS.matcher(text).matches() || line.gapBefore) return false;
        var before = previous.text().strip();
        if (before.isEmpty() || text.isEmpty()) return false;
        if (previous.right < previous.pageRight - 3 * previous.height) return false;
        char last = before.charAt(before.length() - 1);
        char next = text.charAt(0);
        boolean indented = line.left > line.pageLeft + 1.5f * line.height;
        if (Character.isLowerCase(next)) return true;
        return !indented && last != '.' && last != ':' && last != ';';
    }

    private static void measure(List<Line> page) {
        if (page.isEmpty()) return;
        var rights = page.stream().map(l -> l.right).sorted().toList();
        var lefts = page.stream().map(l -> l.left).sorted().toList();
        float right = rights.get((int) (rights.size() * 0.8));
        float left = lefts.get((int) (lefts.size() * 0.1));
        for (var line : page) {
            line.pageLeft = left;
            line.pageRight = right;
        }
    }

    /**
     * The letterhead (body left, Quốc hiệu right) and the end (recipients left, signature right) stand side by side: each column is read
     * from top to bottom before the next.
     */
    private static List<Line> sideBySide(List<Line> page) {
        var ordered = new ArrayList<Line>();
        for (int i = 0; i < page.size(); ) {
            var text = page.get(i).text();
            boolean head = page.get(i).columnBreak >= 0 && (text.contains("CỘNG HÒA") || text.contains("CỘNG HOÀ"));
            boolean end = page.get(i).columnBreak >= 0 && text.strip().startsWith("Nơi nhận");
            if (!head && !end) {
                ordered.add(page.get(i++));
                continue;
            }
            var right = new ArrayList<Line>();
            float middle = page.get(i).breakLeft;
            while (i < page.size()) {
                var line = page.get(i);
                if (line.columnBreak >= 0) {
                    ordered.add(line.column(true));
                    right.add(line.column(false));
                } else if (line.columnBreak == -1 && line.right <= middle) {
                    ordered.add(line);
                } else if (line.columnBreak == -1
                        && line.left >= middle - 2 * line.height
                        && line.right - line.left < 300) {
                    right.add(line);
                } else {
                    break;
                }
                i++;
            }
            ordered.addAll(right);
        }
        return ordered;
    }

    /** A page set in two columns is read column by column; any other from top to bottom. */
    private static List<Line> inColumns(List<Line> page) {
        var gutter = gutter(page);
        if (gutter == null) {
            var ordered = sideBySide(page);
            measure(ordered);
            return ordered;
        }
        var all = new ArrayList<Line>();
        var left = new ArrayList<Line>();
        var right = new ArrayList<Line>();
        for (var line : page) {
            var gap = line.gapAt(gutter);
            if (gap != null) {
                left.add(line.side(gap, true));
                right.add(line.side(gap, false));
            } else if (line.right <= gutter + EDGE) {
                left.add(line);
            } else if (line.left >= gutter - EDGE) {
                right.add(line);
            } else {
                // a heading across both columns ends what stands above it
                addColumns(all, left, right);
                left.clear();
                right.clear();
                all.add(line);
            }
        }
        addColumns(all, left, right);
        float pageLeft = Float.MAX_VALUE;
        float pageRight = 0;
        for (var line : all) {
            pageLeft = Math.min(pageLeft, line.left);
            pageRight = Math.max(pageRight, line.right);
        }
        for (var line : all) {
            if (line.pageRight > 0) continue;
            line.pageLeft = pageLeft;
            line.pageRight = pageRight;
        }
        return all;
    }

    private static void addColumns(List<Line> all, List<Line> left, List<Line> right) {
        measure(left);
        measure(right);
        all.addAll(left);
        all.addAll(right);
    }

    /**
     * Where the right column of a page in two columns begins; null for any other page. Most lines have a gap there, and the text before
     * it runs up to the gap, which the cells of a table seldom do.
     */
    private static @Nullable Float gutter(List<Line> page) {
        if (page.size() < 12) return null;
        var starts = page.stream()
                .flatMap(l -> l.gaps.stream())
                .map(Gap::to)
                .sorted()
                .toList();
        if (starts.size() * 2 < page.size()) return null;
        float at = starts.get(starts.size() / 2);
        int lines = 0;
        int full = 0;
        for (var line : page) {
            var gap = line.gapAt(at);
            if (gap == null) continue;
            lines++;
            boolean wide = gap.from() - line.left > 120 && line.right - gap.to() > 120;
            if (wide && gap.to() - gap.from() < 45) full++;
        }
        return lines * 2 > page.size() && full * 10 >= lines * 6 ? at : null;
    }

    private static String key(String line) {
        return line.replaceAll("\\d+", "#").replaceAll("\\s+", " ");
    }

    /** Running heads and feet: the first or last line of at least three pages and of a third of them. */
    private static java.util.Set<String> repeated(List<List<Line>> pages) {
        var counts = new HashMap<String, Integer>();
        for (var page : pages) {
            if (page.isEmpty()) continue;
            counts.merge(key(page.getFirst().text().strip()), 1, Integer::sum);
            if (page.size() > 1) counts.merge(key(page.getLast().text().strip()), 1, Integer::sum);
        }
        var repeated = new java.util.HashSet<String>();
        for (var entry : counts.entrySet())
            if (entry.getValue() >= 3
                    && entry.getValue() * 3 >= pages.size()
                    && entry.getKey().length() < 120) repeated.add(entry.getKey());
        return repeated;
    }

    /** Takes lines with fonts from PDFBox's own order of reading. */
    private static final class Collector extends PDFTextStripper {
        private List<Line> lines = new ArrayList<>();
        private Line line = new Line();

        Collector() {
            setSortByPosition(true);
            setSuppressDuplicateOverlappingText(true);
        }

        List<Line> page(PDDocument document, int index) throws IOException {
            lines = new ArrayList<>();
            line = new Line();
            setStartPage(index + 1);
            setEndPage(index + 1);
            writeText(
                    document,
                    new OutputStreamWriter(
                            java.io.OutputStream.nullOutputStream(), java.nio.charset.StandardCharsets.UTF_8));
            endLine();
            lines = inColumns(lines);
            return lines;
        }

        private void endLine() {
            if (!line.text().isBlank()) {
                if (!lines.isEmpty()) {
                    var before = lines.getLast();
                    line.gapBefore = line.top - before.top > 2.2f * Math.max(line.height, before.height) * 1.2f;
                }
                lines.add(line);
            }
            line = new Line();
        }

        @Override
        protected void writeString(String text, List<TextPosition> positions) {
            if (positions.isEmpty()) return;
            var piece = new StringBuilder();
            String font = null;
            var begin = positions.getFirst();
            if (!line.pieces.isEmpty()
                    && begin.getXDirAdj() - line.right > Math.max(10f, 1.2f * begin.getFontSizeInPt())) {
                line.gaps.add(new Gap(line.pieces.size(), line.right, begin.getXDirAdj()));
                line.columnBreak = line.columnBreak == -1 ? line.pieces.size() : -2;
                line.breakLeft = begin.getXDirAdj();
            }
            for (var position : positions) {
                var name =
                        position.getFont() == null ? null : position.getFont().getName();
                if (!piece.isEmpty() && !java.util.Objects.equals(name, font)) {
                    line.pieces.add(new Piece(piece.toString(), font));
                    piece.setLength(0);
                }
                font = name;
                piece.append(position.getUnicode());
                line.left = Math.min(line.left, position.getXDirAdj());
                line.right = Math.max(line.right, position.getXDirAdj() + position.getWidthDirAdj());
                line.top = position.getYDirAdj();
                line.height = Math.max(line.height, position.getHeightDir());
            }
            line.pieces.add(new Piece(piece.toString(), font));
        }

        @Override
        protected void writeWordSeparator() {
            line.pieces.add(new Piece(
                    " ", line.pieces.isEmpty() ? null : line.pieces.getLast().font()));
        }

        @Override
        protected void writeLineSeparator() {
            endLine();
        }

        @Override
        protected void writeParagraphSeparator() {
            endLine();
        }

        @Override
        protected void endPage(PDPage page) throws IOException {
            endLine();
        }
    }
}
