package vn.qppl.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables, fonts and main parts in the formats beside .doc, .docx and .pdf. */
class OfficeFormatsTest {
    @TempDir
    Path folder;

    private ExtractedText read(String name, String... entries) throws Exception {
        var file = folder.resolve(name);
        if (entries.length == 1) {
            Files.writeString(file, entries[0]);
        } else {
            try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
                for (int i = 0; i < entries.length; i += 2) put(zip, entries[i], entries[i + 1]);
            }
        }
        return new DocumentFile().read(file, name, 1_000_000, page -> {});
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsAWorkbooksNumbersDatesAndOldFonts() throws Exception {
        var read = read(
                "b.xlsx",
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\"><sheets><sheet sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts><fonts><font><name val=\"Arial\"/></font>"
                        + "<font><name val=\".VnTime\"/></font></fonts><cellXfs><xf fontId=\"0\" numFmtId=\"0\"/><xf fontId=\"1\" numFmtId=\"0\"/>"
                        + "<xf fontId=\"0\" numFmtId=\"164\"/><xf fontId=\"0\" numFmtId=\"3\"/></cellXfs></styleSheet>",
                "xl/sharedStrings.xml",
                "<sst><si><t>C\u00E9ng h\u00DFa x\u00B7 h\u00E9i</t></si><si><r><rPr><rFont val=\"Times New Roman\"/></rPr><t>Số </t></r><r><t>hai</t></r></si></sst>",
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\" s=\"1\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c></row>"
                        + "<row r=\"2\"><c r=\"A2\" s=\"2\"><v>44927</v></c><c r=\"B2\" s=\"3\"><v>1234567.5</v></c><c r=\"D2\" s=\"0\"/></row>"
                        + "<row r=\"3\"><c r=\"A3\"><v>1</v></c><c r=\"B3\"><v>2</v></c><c r=\"C3\"><v>3</v></c></row></sheetData></worksheet>");
        assertThat(read.text()).isEqualTo("Cộng hòa xã hội\t\tSố hai\n01/01/2023\t1234567.5\n1\t2\t3\n");
        assertThat(read.encoding()).isEqualTo(TextEncoding.MIXED);
        assertThat(read.tables()).hasSize(1);
    }

    @Test
    void readsOpenDocumentTablesAndLeavesDeletedTextOut() throws Exception {
        var row =
                "<table:table-row><table:table-cell><text:p>1</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"2\"/>"
                        + "<table:table-cell><text:p>Lúa</text:p></table:table-cell></table:table-row>";
        var read = read(
                "c.odt",
                "mimetype",
                "application/vnd.oasis.opendocument.text",
                "content.xml",
                "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\" xmlns:style=\"s\" xmlns:svg=\"v\">"
                        + "<office:font-face-decls><style:font-face style:name=\"F1\" svg:font-family=\"'.VnTimeH'\"/></office:font-face-decls>"
                        + "<office:automatic-styles><style:style style:name=\"P1\"><style:text-properties style:font-name=\"F1\"/></style:style></office:automatic-styles>"
                        + "<office:body><office:text><text:tracked-changes><text:p>đã xóa</text:p></text:tracked-changes>"
                        + "<text:p text:style-name=\"P1\">quyÕt<text:s/>®Þnh</text:p><text:h>Điều<text:tab/>1.<text:line-break/>Tên</text:h>"
                        + "<table:table>" + row.repeat(3)
                        + "</table:table></office:text></office:body></office:document-content>");
        assertThat(read.text()).isEqualTo("QUYẾT ĐỊNH\nĐiều 1.\nTên\n1\t\t\tLúa\n1\t\t\tLúa\n1\t\t\tLúa\n");
    }

    @Test
    void readsSlidesPageByPage() throws Exception {
        var slide =
                "<p:sld xmlns:p=\"p\" xmlns:a=\"a\"><a:p><a:r><a:rPr><a:latin typeface=\"VNI-Times\"/></a:rPr><a:t>Quyeát ñònh</a:t></a:r></a:p>"
                        + "<a:p><a:r><a:t>số 5</a:t></a:r></a:p></p:sld>";
        var read = read(
                "d.pptx",
                "ppt/presentation.xml",
                "<p/>",
                "ppt/slides/slide1.xml",
                slide,
                "ppt/slides/slide2.xml",
                slide);
        assertThat(read.text()).isEqualTo("Quyết định\nsố 5\nQuyết định\nsố 5\n");
        assertThat(read.pages()).hasSize(2);
    }

    @Test
    void readsTheMainPartOfAPageWithMenus() throws Exception {
        var menu = "<ul>" + "<li><a href=\"/x\">Văn bản quy phạm pháp luật</a></li>".repeat(20) + "</ul>";
        var article = "<p>Điều 1. Phạm\n điều chỉnh</p><p>"
                + "Quyết định này quy định mức thu lệ phí trên địa bàn tỉnh. ".repeat(30) + "</p>";
        var page = "<html><body><form><div>" + menu
                + "<div class=\"c\"><div><table><tr><td>ỦY BAN NHÂN DÂN</td><td>CỘNG HÒA</td></tr></table>" + article
                + "</div></div>" + menu
                + "<div>Bản quyền thuộc về cổng</div></div></form><script>var a</script></body></html>";
        var read = read("e.html", page);
        assertThat(read.text())
                .startsWith("ỦY BAN NHÂN DÂN\nCỘNG HÒA\nĐiều 1. Phạm điều chỉnh\nQuyết định này")
                .doesNotContain("Văn bản quy phạm")
                .doesNotContain("var a");
    }

    @Test
    void readsAPageThatIsADocumentWhole() throws Exception {
        var page =
                "<html><body><p>Điều 1. <a href=\"#a\">Phạm vi</a></p><table><tr><td>STT</td><td>Tên</td><td>Mức</td></tr>"
                        + "<tr><td>1</td><td colspan=\"2\">Lúa</td></tr><tr><td>2</td><td>Ngô</td><td>5</td></tr></table>"
                        + "<p style=\"font-family:'.VnTime'\">n­íc</p><div>Nơi nhận:<br>- Như trên</div></body></html>";
        var read = read("g.html", page);
        assertThat(read.text())
                .isEqualTo("Điều 1. Phạm vi\nSTT\tTên\tMức\n1\tLúa\n2\tNgô\t5\nnước\nNơi nhận:\n- Như trên\n");
        assertThat(read.tables()).hasSize(1);
    }
}
