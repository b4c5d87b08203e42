package vn.qppl.wording;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import vn.qppl.wording.ConsolidatedPaper.Line;
import vn.qppl.wording.ConsolidatedPaper.Style;

/** A consolidated text as a Word file: A4, Times New Roman, numbered footnotes at each change. */
final class PaperDocx {
    private static final String FONT = "Times New Roman";
    private static final int SIZE = 14;
    /** Twentieths of a point to a millimetre. */
    private static final double MM = 56.6929;

    private final XWPFDocument file;

    private PaperDocx(XWPFDocument file) {
        this.file = file;
    }

    static byte[] of(ConsolidatedPaper paper) throws IOException {
        try (var file = new XWPFDocument();
                var bytes = new ByteArrayOutputStream()) {
            file.createFootnotes();
            file.getProperties().getCoreProperties().setTitle(paper.type() + " " + paper.title());
            new PaperDocx(file).write(paper);
            file.write(bytes);
            return bytes.toByteArray();
        }
    }

    private void write(ConsolidatedPaper paper) {
        page();
        centered("VĂN BẢN HỢP NHẤT KHÔNG CHÍNH THỨC", true, false);
        centered(paper.notice(), false, true);
        head(paper);
        centered(paper.type(), true, false);
        centered(paper.title(), true, false);
        for (var source : paper.sources()) plain(source);
        rows(paper.lines());
        if (!paper.outstanding().isEmpty()) {
            centered("NỘI DUNG CHƯA HỢP NHẤT ĐƯỢC", true, false);
            for (var line : paper.outstanding()) plain("- " + line);
        }
    }

    private void page() {
        var section = file.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(units(210));
        size.setH(units(297));
        var margins = section.addNewPgMar();
        margins.setTop(units(20));
        margins.setBottom(units(20));
        margins.setLeft(units(30));
        margins.setRight(units(18));
    }

    private static BigInteger units(double millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * MM));
    }

    private void head(ConsolidatedPaper paper) {
        var table = file.createTable(1, 2);
        table.removeBorders();
        table.setWidth("100%");
        var left = table.getRow(0).getCell(0);
        fill(left.getParagraphs().getFirst(), paper.issuer().toUpperCase(Locale.ROOT), true);
        if (!paper.number().isEmpty()) fill(left.addParagraph(), "Số: " + paper.number(), false);
        var right = table.getRow(0).getCell(1);
        fill(right.getParagraphs().getFirst(), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", true);
        fill(right.addParagraph(), "Độc lập - Tự do - Hạnh phúc", true);
        centered("", false, false);
    }

    private static void fill(XWPFParagraph p, String words, boolean bold) {
        p.setAlignment(ParagraphAlignment.CENTER);
        run(p, words, bold, false).setFontSize(12);
    }

    private void centered(String words, boolean bold, boolean italic) {
        var p = file.createParagraph();
        p.setAlignment(ParagraphAlignment.CENTER);
        p.setSpacingAfter(120);
        run(p, words, bold, italic);
    }

    private XWPFParagraph plain(String words) {
        var p = file.createParagraph();
        p.setAlignment(ParagraphAlignment.BOTH);
        p.setFirstLineIndent((int) Math.round(12.7 * MM));
        p.setSpacingAfter(120);
        if (!words.isEmpty()) run(p, words, false, false);
        return p;
    }

    private static XWPFRun run(XWPFParagraph p, String words, boolean bold, boolean italic) {
        var run = p.createRun();
        run.setFontFamily(FONT);
        run.setFontSize(SIZE);
        run.setBold(bold);
        run.setItalic(italic);
        run.setText(words);
        return run;
    }

    private void rows(List<Line> lines) {
        for (int i = 0; i < lines.size(); ) {
            if (lines.get(i).style() != Style.ROW) {
                line(lines.get(i++));
                continue;
            }
            var table = new ArrayList<String[]>();
            while (i < lines.size() && lines.get(i).style() == Style.ROW)
                table.add(lines.get(i++).words().split("\t", -1));
            table(table);
        }
    }

    private void table(List<String[]> rows) {
        int columns = rows.stream().mapToInt(r -> r.length).max().orElse(1);
        var table = file.createTable(rows.size(), columns);
        table.setWidth("100%");
        for (int r = 0; r < rows.size(); r++)
            for (int c = 0; c < rows.get(r).length; c++)
                run(table.getRow(r).getCell(c).getParagraphs().getFirst(), rows.get(r)[c].strip(), false, false)
                        .setFontSize(12);
        centered("", false, false);
    }

    private void line(Line line) {
        boolean bold = line.style() == Style.DIVISION || line.style() == Style.ARTICLE;
        boolean italic = line.style() == Style.BASIS;
        var p = plain("");
        if (line.style() == Style.DIVISION) {
            p.setAlignment(ParagraphAlignment.CENTER);
            p.setFirstLineIndent(0);
        }
        if (!line.lead().isEmpty()) run(p, line.lead(), bold, italic);
        if (!line.lead().isEmpty()) notes(p, line);
        if (!line.words().isEmpty()) run(p, (line.lead().isEmpty() ? "" : " ") + line.words(), bold, italic);
        if (line.lead().isEmpty()) notes(p, line);
    }

    private void notes(XWPFParagraph p, Line line) {
        for (var note : line.notes()) {
            var footnote = file.createFootnote();
            var words = footnote.createParagraph().createRun();
            words.setFontFamily(FONT);
            words.setFontSize(10);
            words.setText(" " + note);
            p.addFootnoteReference(footnote);
        }
    }
}
