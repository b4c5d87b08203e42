package vn.qppl.samples;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** Sets one source as a Word document: letterhead, bases, text, annexes, recipients and signature. */
final class LetterDocx implements AutoCloseable {
    private static final Pattern ARTICLE = Pattern.compile("Điều \\d+[a-z]?\\. .*");
    private static final Pattern CHAPTER = Pattern.compile("(Chương [IVX]+|Mục \\d+)\\. (.*)");
    private static final int TEXT_WIDTH = 9071;

    private final XWPFDocument word = new XWPFDocument();
    private final SampleSource source;
    private final Map<String, String> bases;

    LetterDocx(SampleSource source, Map<String, String> bases) {
        this.source = source;
        this.bases = bases;
    }

    void write(OutputStream out) throws IOException {
        page();
        letterhead();
        opening();
        text();
        word.write(out);
    }

    @Override
    public void close() throws IOException {
        word.close();
    }

    private void page() {
        var section = word.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        var margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(1134));
        margins.setBottom(BigInteger.valueOf(1134));
        margins.setLeft(BigInteger.valueOf(1701));
        margins.setRight(BigInteger.valueOf(1134));
        margins.setHeader(BigInteger.valueOf(567));
        margins.setFooter(BigInteger.valueOf(567));
        section.addNewTitlePg();
        word.createHeader(HeaderFooterType.FIRST);
        var header = word.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        header.setAlignment(ParagraphAlignment.CENTER);
        header.getCTP().addNewFldSimple().setInstr("PAGE");
        var core = word.getProperties().getCoreProperties();
        core.setCreator("Văn phòng " + source.issuer());
        if (source.legacyFont()) return;
        core.setTitle(source.type() + " " + source.number());
    }

    private void letterhead() {
        var table = columns(3600, TEXT_WIDTH - 3600);
        var left = new Cell(table, 0);
        var unit = source.unit().toUpperCase(Locale.ROOT);
        if (source.chairman()) {
            left.line("CHỦ TỊCH", 13, true, false);
            left.line("ỦY BAN NHÂN DÂN", 13, true, false);
        } else {
            left.line(source.council() ? "HỘI ĐỒNG NHÂN DÂN" : "ỦY BAN NHÂN DÂN", 13, true, false);
        }
        left.rule(left.line(unit, 13, true, false), 1000);
        left.line("Số: " + source.number(), 13, false, false).setSpacingBefore(80);
        source.maybe("about").ifPresent(about -> left.line(about, 12, false, false));
        var right = new Cell(table, 1);
        right.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, true, false);
        right.rule(right.line("Độc lập - Tự do - Hạnh phúc", 13, true, false), 1150);
        var day = source.place() + ", " + SampleSource.dated(source.issuedOn());
        right.line(day, 13, false, true).setSpacingBefore(80);
    }

    private void opening() {
        centred(source.type().toUpperCase(Locale.ROOT), 14, true, false).setSpacingBefore(280);
        var name = centred(source.one("name"), 14, true, false);
        name.setBorderBottom(Borders.NONE);
        var rule = centred("", 4, false, false);
        rule.setBorderTop(Borders.SINGLE);
        rule.setIndentationLeft(3400);
        rule.setIndentationRight(3400);
        if (source.many("basis").isEmpty()) return;
        var full = source.issuerInFull().toUpperCase(Locale.ROOT);
        centred(full, 14, true, false).setSpacingBefore(120);
        source.maybe("session").ifPresent(session -> centred(session, 14, true, false));
        for (var basis : source.many("basis")) {
            for (var key : basis.split(",\\s*")) {
                var known = bases.get(key);
                if (known == null && !basis.startsWith("Căn cứ"))
                    throw new IllegalArgumentException(source.origin() + ": unknown basis " + key);
                paragraph((known == null ? basis : "Căn cứ " + known) + ";", true, ParagraphAlignment.BOTH);
                if (known == null) break;
            }
        }
        source.many("proposal").forEach(line -> paragraph(line, true, ParagraphAlignment.BOTH));
        source.maybe("enacts").ifPresent(line -> paragraph(line, true, ParagraphAlignment.BOTH));
        centred(source.council() ? "QUYẾT NGHỊ:" : "QUYẾT ĐỊNH:", 14, true, false)
                .setSpacingBefore(160);
    }

    private void text() {
        var rows = new ArrayList<List<String>>();
        var signed = false;
        for (var line : source.body()) {
            if (line.startsWith("|")) {
                rows.add(cells(line));
                continue;
            }
            table(rows);
            rows.clear();
            if (line.startsWith("== ")) {
                if (!signed) signature();
                signed = true;
                attachment(line.substring(3));
            } else {
                line(line);
            }
        }
        table(rows);
        if (!signed) signature();
    }

    private void attachment(String heading) {
        var parts = heading.split(" \\| ", 2);
        var first = centred(parts[0], 14, true, false);
        first.setPageBreak(true);
        if (parts.length > 1) centred(parts[1], 14, true, false);
        var whose = source.type() + " số " + source.number() + " " + SampleSource.dated(source.issuedOn()) + " của "
                + source.issuerInFull();
        centred("(Ban hành kèm theo " + whose + ")", 13, false, true).setSpacingAfter(200);
    }

    private void line(String line) {
        var chapter = CHAPTER.matcher(line);
        if (chapter.matches()) {
            var number = centred(chapter.group(1), 14, true, false);
            number.setSpacingBefore(160);
            number.setKeepNext(true);
            centred(chapter.group(2), 14, true, false).setKeepNext(true);
        } else if (ARTICLE.matcher(line).matches()
                && !line.endsWith(":")
                && line.length() < 150
                && !line.endsWith(".")
                && !line.endsWith(";")) {
            var paragraph = paragraph("", false, ParagraphAlignment.BOTH);
            paragraph.setKeepNext(true);
            run(paragraph, line, 14, true, false);
        } else if (ARTICLE.matcher(line).matches()) {
            var end = line.indexOf(". ") + 1;
            var paragraph = paragraph("", false, ParagraphAlignment.BOTH);
            run(paragraph, line.substring(0, end), 14, true, false);
            run(paragraph, line.substring(end), 14, false, false);
        } else if (line.startsWith("> ")) {
            centred(line.substring(2), 14, true, false);
        } else if (line.startsWith("# ")) {
            var paragraph = paragraph("", false, ParagraphAlignment.BOTH);
            paragraph.setKeepNext(true);
            run(paragraph, line.substring(2), 14, true, false);
        } else if (line.startsWith("~ ")) {
            paragraph(line.substring(2), true, ParagraphAlignment.RIGHT).setKeepNext(true);
        } else {
            paragraph(line, false, ParagraphAlignment.BOTH);
        }
    }

    private void signature() {
        // A page with nothing but the signature is not accepted in practice: the last paragraph goes along.
        word.getParagraphs().getLast().setKeepNext(true);
        var table = columns(4500, TEXT_WIDTH - 4500);
        var left = new Cell(table, 0);
        left.align = ParagraphAlignment.LEFT;
        left.line("Nơi nhận:", 12, true, true);
        for (var to : Recipients.of(source)) left.line("- " + to, 11, false, false);
        var right = new Cell(table, 1);
        var parts = List.of(source.one("signer").split(" \\| "));
        if (!source.council() && !source.chairman()) right.line("TM. ỦY BAN NHÂN DÂN", 13, true, false);
        for (var title : parts.subList(0, parts.size() - 1)) right.line(title, 13, true, false);
        for (var i = 0; i < 4; i++) right.line("", 13, true, false);
        right.line(parts.getLast(), 14, true, false);
    }

    private static List<String> cells(String line) {
        return List.of(line.substring(1, line.length() - 1).split("\\|", -1)).stream()
                .map(String::strip)
                .toList();
    }

    private void table(List<List<String>> rows) {
        if (rows.isEmpty()) return;
        var width = rows.getFirst().size();
        var table = word.createTable(rows.size(), width);
        table.setWidth(TEXT_WIDTH);
        var widths = widths(rows, width);
        var grid = table.getCTTbl().addNewTblGrid();
        for (var column : widths) grid.addNewGridCol().setW(BigInteger.valueOf(column));
        for (var c = 0; c < width; c++) {
            var at = c;
            var figures = rows.stream().skip(1).allMatch(row -> row.get(at).length() < 14);
            for (var r = 0; r < rows.size(); r++) {
                var cell = table.getRow(r).getCell(c);
                cell.setWidth(String.valueOf(widths[c]));
                var paragraph = cell.getParagraphs().getFirst();
                paragraph.setAlignment(figures || r == 0 ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
                paragraph.setSpacingBefore(40);
                paragraph.setSpacingAfter(40);
                run(paragraph, rows.get(r).get(c), 12, r == 0, false);
            }
        }
        table.getRow(0).setRepeatHeader(true);
        word.createParagraph().setSpacingAfter(0);
    }

    /** Each column gets what its longest word needs; what is left goes by the length of its texts. */
    private int[] widths(List<List<String>> rows, int columns) {
        var widths = new int[columns];
        var lengths = new int[columns];
        var left = TEXT_WIDTH;
        for (var c = 0; c < columns; c++) {
            for (var row : rows) {
                if (row.size() != columns) throw new IllegalArgumentException(source.origin() + ": uneven row " + row);
                for (var word : row.get(c).split("[ -]")) widths[c] = Math.max(widths[c], 260 + 118 * word.length());
                lengths[c] = Math.max(lengths[c], Math.min(row.get(c).length(), 60));
            }
            left -= widths[c];
        }
        var all = java.util.Arrays.stream(lengths).sum();
        for (var c = 0; c < columns && left > 0; c++) widths[c] += left * lengths[c] / all;
        return widths;
    }

    private XWPFTable columns(int left, int right) {
        var table = word.createTable(1, 2);
        table.removeBorders();
        table.setWidth(left + right);
        var layout = table.getCTTbl().getTblPr();
        layout.addNewTblLayout().setType(org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType.FIXED);
        var grid = table.getCTTbl().addNewTblGrid();
        for (var width : new int[] {left, right}) grid.addNewGridCol().setW(BigInteger.valueOf(width));
        width(table.getRow(0).getCell(0), left);
        width(table.getRow(0).getCell(1), right);
        table.getRow(0).setCantSplitRow(true);
        return table;
    }

    private static void width(XWPFTableCell cell, int twips) {
        var properties = cell.getCTTc().isSetTcPr()
                ? cell.getCTTc().getTcPr()
                : cell.getCTTc().addNewTcPr();
        var width = properties.isSetTcW() ? properties.getTcW() : properties.addNewTcW();
        width.setType(STTblWidth.DXA);
        width.setW(BigInteger.valueOf(twips));
        var margins = properties.addNewTcMar();
        for (var side : List.of(margins.addNewLeft(), margins.addNewRight())) {
            side.setType(STTblWidth.DXA);
            side.setW(BigInteger.valueOf(30));
        }
    }

    private XWPFParagraph centred(String text, int size, boolean bold, boolean italic) {
        var paragraph = word.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setSpacingAfter(40);
        run(paragraph, text, size, bold, italic);
        return paragraph;
    }

    private XWPFParagraph paragraph(String text, boolean italic, ParagraphAlignment alignment) {
        var paragraph = word.createParagraph();
        paragraph.setAlignment(alignment);
        paragraph.setIndentationFirstLine(680);
        paragraph.setSpacingBefore(60);
        paragraph.setSpacingAfter(60);
        if (!text.isEmpty()) run(paragraph, text, 14, false, italic);
        return paragraph;
    }

    private void run(XWPFParagraph paragraph, String text, int size, boolean bold, boolean italic) {
        var run = paragraph.createRun();
        if (source.legacyFont()) {
            run.setFontFamily(Tcvn3.allCapitals(text) ? ".VnTimeH" : ".VnTime");
            run.setText(Tcvn3.encode(text));
        } else {
            // A PDF carries its fonts: Tinos is the free face of Times New Roman's measure that has all Vietnamese
            // letters.
            run.setFontFamily(source.extension().equals("pdf") ? "Tinos" : "Times New Roman");
            run.setText(text);
        }
        run.setFontSize(size);
        run.setBold(bold);
        run.setItalic(italic);
    }

    /** A cell of the letterhead or the signature block, filled line by line. */
    private final class Cell {
        private final XWPFTableCell cell;
        private ParagraphAlignment align = ParagraphAlignment.CENTER;
        private boolean empty = true;

        Cell(XWPFTable table, int column) {
            cell = table.getRow(0).getCell(column);
        }

        XWPFParagraph line(String text, int size, boolean bold, boolean italic) {
            var paragraph = empty ? cell.getParagraphs().getFirst() : cell.addParagraph();
            empty = false;
            paragraph.setAlignment(align);
            paragraph.setSpacingAfter(0);
            run(paragraph, text, size, bold, italic);
            return paragraph;
        }

        /** The line that Decree 34/2016 wants under the issuer's name and under the motto. */
        void rule(XWPFParagraph above, int indent) {
            above.setSpacingAfter(20);
            var rule = line("", 2, false, false);
            rule.setBorderTop(Borders.SINGLE);
            rule.setIndentationLeft(indent);
            rule.setIndentationRight(indent);
        }
    }
}
