package vn.qppl.structure;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jspecify.annotations.Nullable;
import vn.qppl.structure.TextParts.Kind;
import vn.qppl.structure.TextParts.Part;

/** A legal text as a Word document (.docx): headings centred, articles bold, tables as tables, in the type and size of official papers. */
public final class WordText {
    private static final String FONT = "Times New Roman";
    private static final int SIZE = 13;
    /** 1.27 cm, in twentieths of a point. */
    private static final int INDENT = 720;

    private static final int MOST_COLUMNS = 60;

    private WordText() {}

    /** @param note above the text, as that it is not official; null for none */
    public static void write(LegalText legal, @Nullable String note, OutputStream out) throws IOException {
        try (var document = new XWPFDocument()) {
            if (note != null) paragraph(document, note, ParagraphAlignment.CENTER, false, true, 0);
            var rows = new ArrayList<Part>();
            for (var part : TextParts.of(legal)) {
                if (part.kind() == Kind.ROW) {
                    rows.add(part);
                    continue;
                }
                table(document, rows);
                rows.clear();
                switch (part.kind()) {
                    case HEADING -> paragraph(document, part.text(), ParagraphAlignment.CENTER, true, false, 0);
                    case ARTICLE -> paragraph(document, part.text(), ParagraphAlignment.BOTH, true, false, INDENT);
                    case CLAUSE, POINT, PLAIN, ROW ->
                        paragraph(document, part.text(), ParagraphAlignment.BOTH, false, false, INDENT);
                }
            }
            table(document, rows);
            document.write(out);
        }
    }

    private static void paragraph(
            XWPFDocument document, String text, ParagraphAlignment side, boolean bold, boolean italic, int indent) {
        var paragraph = document.createParagraph();
        paragraph.setAlignment(side);
        paragraph.setIndentationFirstLine(indent);
        paragraph.setSpacingAfter(120);
        var run = paragraph.createRun();
        run.setFontFamily(FONT);
        run.setFontSize(SIZE);
        run.setBold(bold);
        run.setItalic(italic);
        run.setText(printable(text));
    }

    private static void table(XWPFDocument document, List<Part> rows) {
        if (rows.isEmpty()) return;
        var cells = rows.stream().map(r -> r.text().split("\t", -1)).toList();
        int columns = Math.min(
                MOST_COLUMNS, cells.stream().mapToInt(c -> c.length).max().orElse(1));
        XWPFTable table = document.createTable(rows.size(), columns);
        for (int i = 0; i < rows.size(); i++) {
            for (int k = 0; k < Math.min(columns, cells.get(i).length); k++) {
                var run = table.getRow(i).getCell(k).getParagraphs().getFirst().createRun();
                run.setFontFamily(FONT);
                run.setFontSize(SIZE - 1);
                run.setText(printable(cells.get(i)[k].strip()));
            }
        }
    }

    /** Without what XML cannot hold. */
    private static String printable(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
    }
}
