package vn.qppl.text;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/**
 * PDF: lines with the fonts of their pieces, joined to paragraphs, page by page; running heads and page numbers taken out of
 * the paragraphs they interrupt.
 */
final class PdfFile {
    private static final int MOST_PAGES = 5_000;
    private static final Pattern PAGE_NUMBER = Pattern.compile("[-–—\\s]*\\d{1,4}[-–—\\s]*");
    private static final Pattern GAZETTE = Pattern.compile(
            "(?iu)\\s*(?:\\d{1,4}\\s+)?(?:công báo\\s*/\\s*số .{1,60}|công báo/.{1,80})\\s*\\d{0,4}\\s*");
    /** A line that begins something: never joined to the line before. */
    private static final Pattern BEGINS = Pattern.compile(
            "(?iu)(?:điều \\d{1,4}[a-zđ]?\\s*[.:].*|(?:chương|phần|mục|phụ lục|tiểu mục)\\s+\\S{1,12}(?:\\s.*)?|\\d{1,3}[.)]\\s.*|\\d{1,2}(?:\\.\\d{1,2}){1,3}\\.?\\s.*|[a-zđ]\\d?[.)]\\s.*|[-+•–]\\s.*|căn cứ .*|số\\s*:.*|nơi nhận.*)");

    private record Piece(String text, @Nullable String font) {}

    private static final class Line {
        final List<Piece> pieces = new ArrayList<>();
        float left = Float.MAX_VALUE;
        float right;
        float top;
        float height;
        boolean gapBefore;

        String text() {
            var text = new StringBuilder();
            for (var piece : pieces) text.append(piece.text());
            return text.toString();
        }
    }

    private PdfFile() {}

    static ExtractedText read(Path file) throws ExtractionException, IOException {
        try (var document =
                Loader.loadPDF(file.toFile(), "", null, null, MemoryUsageSetting.setupMixed(64L << 20).streamCache)) {
            return read(document);
        } catch (InvalidPasswordException e) {
            throw new ExtractionException(ExtractionProblem.ENCRYPTED, "pdf", e);
        }
    }

    private static ExtractedText read(PDDocument document) throws IOException, ExtractionException {
        int count = document.getNumberOfPages();
        if (count == 0) throw new ExtractionException(ExtractionProblem.DAMAGED, "no pages");
        if (count > MOST_PAGES) throw new ExtractionException(ExtractionProblem.TOO_LARGE, count + " pages");
        var collector = new Collector();
        var pages = new ArrayList<List<Line>>();
        var scanned = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            var lines = collector.page(document, i);
            pages.add(lines);
            if (lines.isEmpty() && hasImage(document.getPage(i))) scanned.add(i);
        }
        if (scanned.size() == count || !scanned.isEmpty() && pages.stream().allMatch(List::isEmpty))
            throw new ExtractionException(ExtractionProblem.SCANNED_NOT_READABLE, scanned.size() + " pages");
        var text = assemble(pages).finish(FileKind.PDF.mediaType());
        return new ExtractedText(
                text.text(),
                text.mediaType(),
                text.encoding(),
                text.pages(),
                text.tables(),
                text.conversions(),
                List.of(),
                scanned);
    }

    private static boolean hasImage(PDPage page) {
        var resources = page.getResources();
        return resources != null && resources.getXObjectNames().iterator().hasNext();
    }

    private static Assembly assemble(List<List<Line>> pages) {
        var repeated = repeated(pages);
        var assembly = new Assembly();
        float width = bodyWidth(pages);
        Line previous = null;
        boolean first = true;
        for (var page : pages) {
            if (!first) assembly.endPageWithin();
            first = false;
            for (int i = 0; i < page.size(); i++) {
                var line = page.get(i);
                boolean edge = i < 2 || i >= page.size() - 2;
                var text = line.text().strip();
                if (edge
                        && (PAGE_NUMBER.matcher(text).matches()
                                || GAZETTE.matcher(text).matches()
                                || repeated.contains(key(text)))) continue;
                if (previous != null) {
                    if (joins(previous, line, text, width)) assembly.run(" ", null);
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

    /** The line before ran to the right edge, and this one starts nothing of its own. */
    private static boolean joins(Line previous, Line line, String text, float right) {
        if (BEGINS.matcher(text).matches() || line.gapBefore) return false;
        var before = previous.text().strip();
        if (before.isEmpty() || text.isEmpty()) return false;
        if (previous.right < right - 3 * previous.height) return false;
        char last = before.charAt(before.length() - 1);
        char next = text.charAt(0);
        // an indented line after a full stop is a new paragraph
        boolean indented = line.left > previous.left + 2 * line.height;
        if ((last == '.' || last == ':' || last == ';') && indented) return false;
        return Character.isLowerCase(next) || !indented;
    }

    private static float bodyWidth(List<List<Line>> pages) {
        var rights = new ArrayList<Float>();
        for (var page : pages) for (var line : page) rights.add(line.right);
        if (rights.isEmpty()) return 0;
        rights.sort(null);
        return rights.get((int) (rights.size() * 0.8));
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
