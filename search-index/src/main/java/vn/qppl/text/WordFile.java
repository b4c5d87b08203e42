package vn.qppl.text;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Word 97–2003: runs with their fonts, tables, fields by their result, what is marked as deleted left out. */
final class WordFile {
    private static final char FIELD_BEGIN = 0x13;
    private static final char FIELD_RESULT = 0x14;
    private static final char FIELD_END = 0x15;
    private static final char CELL_END = 0x07;

    private final Assembly assembly = new Assembly();
    /** Open fields; the lowest bit of each is set while its instruction is passed over. */
    private final java.util.ArrayDeque<Boolean> fields = new java.util.ArrayDeque<>();

    private WordFile() {}

    static ExtractedText read(Path file, String fileName, int characters) throws ExtractionException, IOException {
        try (var storage = new POIFSFileSystem(file.toFile(), true);
                var document = new HWPFDocument(storage)) {
            var reader = new WordFile();
            reader.range(document.getRange());
            var footnotes = document.getFootnoteRange();
            if (footnotes != null && footnotes.numParagraphs() > 0) reader.range(footnotes);
            var boxes = document.getMainTextboxRange();
            if (boxes != null && boxes.text().strip().length() > 0) reader.range(boxes);
            return reader.assembly.finish(FileKind.DOC.mediaType());
        } catch (EncryptedDocumentException e) {
            throw new ExtractionException(ExtractionProblem.ENCRYPTED, "word", e);
        } catch (OldWordFileFormatException e) {
            return TikaFile.read(file, fileName, characters);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException e) {
            // POI gives up on some structures that Tika's simpler text still has
            return TikaFile.read(file, fileName, characters);
        }
    }

    private void range(Range range) {
        boolean table = false;
        for (int i = 0; i < range.numParagraphs(); i++) {
            var paragraph = range.getParagraph(i);
            if (paragraph.isInTable() && !table) assembly.beginTable();
            if (!paragraph.isInTable() && table) assembly.endTable();
            table = paragraph.isInTable();
            if (table && paragraph.isTableRowEnd()) {
                assembly.endRow();
                continue;
            }
            boolean cellEnd = false;
            for (int j = 0; j < paragraph.numCharacterRuns(); j++) {
                var run = paragraph.getCharacterRun(j);
                var text = run.text();
                if (table && text.indexOf(CELL_END) >= 0) cellEnd = true;
                if (run.isMarkedDeleted() || run.isVanished()) continue;
                assembly.run(visible(text), run.getFontName());
            }
            assembly.endParagraph();
            if (cellEnd) assembly.endCell();
        }
        if (table) assembly.endTable();
    }

    private String visible(String text) {
        var shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case FIELD_BEGIN -> fields.push(true);
                case FIELD_RESULT -> {
                    if (!fields.isEmpty()) {
                        fields.pop();
                        fields.push(false);
                    }
                }
                case FIELD_END -> {
                    if (!fields.isEmpty()) fields.pop();
                }
                case 0x1E -> append(shown, '-');
                case 0x0B -> append(shown, '\n');
                case '\r', CELL_END, 0x0C, 0x01, 0x02, 0x03, 0x04, 0x05, 0x08, 0x1F -> {}
                default -> append(shown, c);
            }
        }
        return shown.toString();
    }

    private void append(StringBuilder shown, char c) {
        if (fields.isEmpty() || !fields.contains(true)) shown.append(c);
    }
}
