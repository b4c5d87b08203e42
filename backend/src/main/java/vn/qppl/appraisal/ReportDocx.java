package vn.qppl.appraisal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/**
 * A Word file with places to fill in. {@code {{NAME}}} inside a line takes words; a line that is nothing but {@code {{NAME}}} takes as many
 * lines as there are, each set like it, in bold where it begins with "# ".
 */
final class ReportDocx {
    private ReportDocx() {}

    /** Names found in a file, to tell a template from any other Word file. */
    static List<String> places(InputStream template) throws IOException {
        try (var file = new XWPFDocument(template)) {
            var found = new ArrayList<String>();
            for (var p : paragraphs(file)) {
                var matcher =
                        java.util.regex.Pattern.compile("\\{\\{([A-Z_]+)}}").matcher(p.getText());
                while (matcher.find()) found.add(matcher.group(1));
            }
            return found;
        }
    }

    static byte[] fill(InputStream template, String title, Map<String, String> words, Map<String, List<String>> lines)
            throws IOException {
        try (var file = new XWPFDocument(template);
                var bytes = new ByteArrayOutputStream()) {
            file.getProperties().getCoreProperties().setTitle(title);
            for (var p : paragraphs(file)) {
                var text = p.getText().strip();
                if (!text.contains("{{")) continue;
                var block = text.startsWith("{{") && text.endsWith("}}")
                        ? lines.get(text.substring(2, text.length() - 2))
                        : null;
                if (block != null && file.getPosOfParagraph(p) >= 0) expand(file, p, block);
                else {
                    for (var word : words.entrySet()) text = text.replace("{{" + word.getKey() + "}}", word.getValue());
                    set(p, text);
                }
            }
            file.write(bytes);
            return bytes.toByteArray();
        }
    }

    /** A line of the page as it looks. */
    record Line(String text, boolean bold, boolean italic, boolean centred) {}

    /** A row of the page: one cell for a line by itself, several for lines beside each other as in the head and the foot. */
    record Block(List<List<Line>> cells) {}

    /** What a file says and how it is set, top to bottom: for a preview, not for printing. */
    static List<Block> blocks(byte[] docx) throws IOException {
        try (var file = new XWPFDocument(new ByteArrayInputStream(docx))) {
            var blocks = new ArrayList<Block>();
            for (var element : file.getBodyElements()) {
                if (element instanceof XWPFParagraph p) blocks.add(new Block(List.of(List.of(line(p)))));
                if (element instanceof XWPFTable table)
                    for (var row : table.getRows())
                        blocks.add(new Block(row.getTableCells().stream()
                                .map(cell -> cell.getParagraphs().stream()
                                        .map(ReportDocx::line)
                                        .toList())
                                .toList()));
            }
            return blocks;
        }
    }

    private static Line line(XWPFParagraph p) {
        var runs = p.getRuns().stream().filter(r -> !r.text().isBlank()).toList();
        return new Line(
                p.getText(),
                !runs.isEmpty() && runs.stream().allMatch(r -> r.isBold()),
                !runs.isEmpty() && runs.stream().allMatch(r -> r.isItalic()),
                p.getAlignment() == ParagraphAlignment.CENTER);
    }

    private static List<XWPFParagraph> paragraphs(XWPFDocument file) {
        var all = new ArrayList<>(file.getParagraphs());
        for (var table : file.getTables())
            for (var row : table.getRows()) for (var cell : row.getTableCells()) all.addAll(cell.getParagraphs());
        return all;
    }

    /** Word splits a line into runs where it likes: the first keeps its looks and takes all the words. */
    private static void set(XWPFParagraph p, String text) {
        var first = p.getRuns().getFirst();
        first.setText(text, 0);
        for (int i = p.getRuns().size() - 1; i > 0; i--) p.removeRun(i);
    }

    private static void expand(XWPFDocument file, XWPFParagraph model, List<String> lines) {
        for (var line : lines) {
            XWPFParagraph p;
            try (var cursor = model.getCTP().newCursor()) {
                p = file.insertNewParagraph(cursor);
            }
            if (model.getCTP().isSetPPr()) p.getCTP().setPPr(model.getCTP().getPPr());
            var run = p.createRun();
            var looks = model.getRuns().getFirst().getCTR();
            if (looks.isSetRPr()) run.getCTR().setRPr(looks.getRPr());
            boolean bold = line.startsWith("# ");
            run.setText(bold ? line.substring(2) : line);
            if (bold) run.setBold(true);
        }
        file.removeBodyElement(file.getPosOfParagraph(model));
    }
}
