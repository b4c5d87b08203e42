package vn.qppl.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetReaderTest {
    @TempDir
    Path folder;

    private void write(org.apache.poi.ss.usermodel.Workbook book, Path file) throws Exception {
        try (book;
                OutputStream out = Files.newOutputStream(file)) {
            book.write(out);
        }
    }

    private static void fill(org.apache.poi.ss.usermodel.Workbook book, String[][] cells) {
        var sheet = book.createSheet("Sổ");
        for (int i = 0; i < cells.length; i++) {
            var row = sheet.createRow(i);
            for (int k = 0; k < cells[i].length; k++)
                if (!cells[i][k].isEmpty()) row.createCell(k).setCellValue(cells[i][k]);
        }
    }

    private static final String[][] MERGED = {
        {"SỔ THEO DÕI VĂN BẢN"},
        {"STT", "Văn bản", "", "", "Cơ quan ban hành"},
        {"", "Số, ký hiệu", "Ngày ban hành", "Trích yếu", ""},
        {"1", "1/2023/QĐ-UBND", "05/01/2023", "Quy định một", "Ủy ban nhân dân tỉnh"},
        {"2", "2/2023/QĐ-UBND", "06/01/2023", "Quy định hai", ""},
        {"3", "3/2023/QĐ-UBND", "31/02/2023", "Quy định ba", ""},
    };

    @Test
    void givesAMergedCellToEachOfItsRowsAndFindsAHeaderOfTwoRows() throws Exception {
        for (var name : new String[] {"a.xlsx", "a.xls"}) {
            var book = name.endsWith("x") ? new XSSFWorkbook() : new HSSFWorkbook();
            fill(book, MERGED);
            var sheet = book.getSheetAt(0);
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 4));
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 1, 3));
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 4, 4));
            sheet.addMergedRegion(new CellRangeAddress(3, 5, 4, 4));
            write(book, folder.resolve(name));
            var table = SheetReader.read(folder.resolve(name), name);
            assertThat(table.headers())
                    .as(name)
                    .containsExactly("STT", "Số, ký hiệu", "Ngày ban hành", "Trích yếu", "Cơ quan ban hành");
            assertThat(table.rows()).extracting(r -> r.cell(4)).as(name).containsOnly("Ủy ban nhân dân tỉnh");
            var bad = RowReader.read(
                    table.rows().get(2), Map.of(ColumnField.NUMBER, 1, ColumnField.ISSUED_ON, 2, ColumnField.TITLE, 3));
            assertThat(bad.problems())
                    .singleElement()
                    .satisfies(p -> assertThat(p.code()).isEqualTo(RowReader.RowProblem.Code.NO_SUCH_DAY));
        }
    }

    @Test
    void saysThatATableHasNoHeader() throws Exception {
        var file = Files.writeString(folder.resolve("b.csv"), "1,2/QĐ-UBND,05/01/2023\n2,3/QĐ-UBND,06/01/2023\n");
        var thrown = catchThrowableOfType(SheetException.class, () -> SheetReader.read(file, "b.csv"));
        assertThat(thrown.problem()).isEqualTo(SheetException.Problem.NO_HEADER);
        var rubbish = Files.write(folder.resolve("c.xlsx"), new byte[] {'P', 'K', 3, 4, 9, 9, 9});
        assertThat(catchThrowableOfType(SheetException.class, () -> SheetReader.read(rubbish, "c.xlsx"))
                        .problem())
                .isEqualTo(SheetException.Problem.DAMAGED);
    }

    @Test
    void readsCsvOfBothEncodings() throws Exception {
        var text = "Số ký hiệu;Ngày ban hành;Trích yếu\n7/QĐ-UBND;05/01/2023;Phê duyệt kế hoạch\n";
        var utf8 = Files.write(folder.resolve("u.csv"), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
        // Windows-1258 writes letters with circumflex, breve or horn, and tones behind them
        var apart = new StringBuilder();
        for (char c : text.toCharArray()) {
            var nfd = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            int tone = -1;
            for (int i = 1; i < nfd.length(); i++)
                if ("\u0300\u0301\u0303\u0309\u0323".indexOf(nfd.charAt(i)) >= 0) tone = i;
            if (tone < 0) {
                apart.append(c);
                continue;
            }
            var letter = new StringBuilder(nfd).deleteCharAt(tone);
            apart.append(Normalizer.normalize(letter, Normalizer.Form.NFC)).append(nfd.charAt(tone));
        }
        var windows = Files.write(folder.resolve("w.csv"), apart.toString().getBytes(Charset.forName("windows-1258")));
        for (var file : new Path[] {utf8, windows}) {
            var table = SheetReader.read(file, file.getFileName().toString());
            assertThat(table.headers()).containsExactly("Số ký hiệu", "Ngày ban hành", "Trích yếu");
            assertThat(table.rows().getFirst().cells())
                    .containsExactly("7/QĐ-UBND", "05/01/2023", "Phê duyệt kế hoạch");
        }
        assertThat(SheetReader.read(windows, "w.csv").encoding()).isEqualTo("windows-1258");
    }

    @Test
    void readsFiftyThousandRows() throws Exception {
        var file = folder.resolve("dài.xlsx");
        try (var out = Files.newOutputStream(file)) {
            var book = new Workbook(out, "QPPL", "1.0");
            var sheet = book.newWorksheet("Sổ");
            sheet.value(0, 0, "Số ký hiệu");
            sheet.value(0, 1, "Ngày ban hành");
            sheet.value(0, 2, "Trích yếu");
            for (int i = 1; i <= 50_000; i++) {
                sheet.value(i, 0, i + "/QĐ-UBND");
                sheet.value(i, 1, "05/01/2023");
                sheet.value(i, 2, "Phê duyệt dự toán số " + i);
            }
            book.finish();
        }
        var table = SheetReader.read(file, "dài.xlsx");
        assertThat(table.rows()).hasSize(50_000);
        assertThat(table.cut()).isFalse();
        assertThat(table.rows().getLast().cell(0)).isEqualTo("50000/QĐ-UBND");
    }

    @Test
    void refusesAWorkbookThatUnpacksToFarMoreThanItIs() throws Exception {
        var file = folder.resolve("bom.xlsx");
        var blanks = new byte[1 << 20];
        java.util.Arrays.fill(blanks, (byte) ' ');
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new java.util.zip.ZipEntry("xl/sharedStrings.xml"));
            for (int i = 0; i < 410; i++) zip.write(blanks);
        }
        assertThat(Files.size(file)).isLessThan(2 << 20);
        var thrown = catchThrowableOfType(SheetException.class, () -> SheetReader.read(file, "bom.xlsx"));
        assertThat(thrown.problem()).isEqualTo(SheetException.Problem.TOO_LARGE);
    }
}
