package vn.qppl.samples;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A department's tracking sheets. That of 2023 keeps the faults such sheets have (see its source): a header of two
 * merged rows under a title, dates as text, a day that does not exist, a missing number, a row twice, an empty row,
 * {@code Ð} for {@code Đ}. That of 2022 is a clean .csv in Windows-1258.
 */
final class RegisterSheet {
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final List<String> HEADER = List.of(
            "STT",
            "Số, ký hiệu",
            "Loại văn bản",
            "Ngày ban hành",
            "Ngày có hiệu lực",
            "Trích yếu nội dung",
            "Cơ quan ban hành",
            "Cơ quan chủ trì soạn thảo",
            "Số báo cáo",
            "Ngày báo cáo",
            "Tình trạng hiệu lực",
            "Ghi chú");
    private static final int APPRAISAL = 8;

    private RegisterSheet() {}

    static void write(Path sources, Path folder) throws IOException {
        workbook(rows(sources.resolve("so-theo-doi-2023.tsv")), folder.resolve("so-theo-doi-2023.xlsx"));
        csv(rows(sources.resolve("so-theo-doi-2022.tsv")), folder.resolve("so-theo-doi-2022.csv"));
    }

    private static List<List<String>> rows(Path tsv) throws IOException {
        return Files.readAllLines(tsv).stream()
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
    }

    private static void workbook(List<List<String>> rows, Path file) throws IOException {
        try (var book = new XSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            var sheet = book.createSheet("QPPL 2023");
            var bold = style(book, true);
            var plain = style(book, false);
            var date = style(book, false);
            date.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
            cell(sheet.createRow(0), 0, "ỦY BAN NHÂN DÂN TỈNH KON TUM - SỞ TƯ PHÁP", bold);
            cell(sheet.createRow(1), 0, "SỔ THEO DÕI VĂN BẢN QUY PHẠM PHÁP LUẬT NĂM 2023", bold);
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 5));
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, HEADER.size() - 1));
            var top = sheet.createRow(3);
            var below = sheet.createRow(4);
            for (var c = 0; c < HEADER.size(); c++) {
                var appraisal = c == APPRAISAL || c == APPRAISAL + 1;
                cell(top, c, appraisal ? "Thẩm định" : HEADER.get(c), bold);
                cell(below, c, appraisal ? HEADER.get(c) : "", bold);
                if (!appraisal) sheet.addMergedRegion(new CellRangeAddress(3, 4, c, c));
                sheet.setColumnWidth(c, c == 5 ? 60 * 256 : c == 0 ? 6 * 256 : 20 * 256);
            }
            sheet.addMergedRegion(new CellRangeAddress(3, 3, APPRAISAL, APPRAISAL + 1));
            var at = 5;
            for (var values : rows) {
                var row = sheet.createRow(at++);
                for (var c = 0; c < values.size(); c++) {
                    var value = values.get(c);
                    if (ISO.matcher(value).matches()) {
                        var cell = row.createCell(c);
                        cell.setCellValue(LocalDate.parse(value));
                        cell.setCellStyle(date);
                    } else if (c == 0 && !value.isEmpty()) {
                        var cell = row.createCell(c);
                        cell.setCellValue(Integer.parseInt(value));
                        cell.setCellStyle(plain);
                    } else if (!value.isEmpty()) {
                        cell(row, c, value, plain);
                    }
                }
            }
            cell(sheet.createRow(at + 1), 1, "Tổng cộng: " + rows.getLast().getFirst() + " văn bản", bold);
            book.write(out);
        }
    }

    private static CellStyle style(XSSFWorkbook book, boolean bold) {
        var font = book.createFont();
        font.setFontName("Times New Roman");
        font.setFontHeightInPoints((short) 12);
        font.setBold(bold);
        var style = book.createCellStyle();
        style.setFont(font);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        if (bold) style.setAlignment(HorizontalAlignment.CENTER);
        return style;
    }

    private static void cell(org.apache.poi.ss.usermodel.Row row, int column, String value, CellStyle style) {
        var cell = row.createCell(column);
        cell.setCellValue(value);
        cell.setCellStyle(style);
    }

    private static void csv(List<List<String>> rows, Path file) throws IOException {
        var lines = new ArrayList<String>();
        lines.add(String.join(";", HEADER.subList(0, APPRAISAL)));
        for (var row : rows) lines.add(String.join(";", row));
        var text = String.join("\r\n", lines) + "\r\n";
        Files.write(file, windows1258(text).getBytes(Charset.forName("windows-1258")));
    }

    /** Windows-1258 holds a vowel with its shape (â, ơ) as one letter and the tone as a mark after it. */
    static String windows1258(String text) {
        var out = new StringBuilder(text.length() + text.length() / 4);
        var apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        var i = 0;
        while (i < apart.length()) {
            var letter = new StringBuilder().append(apart.charAt(i++));
            var tones = new StringBuilder();
            while (i < apart.length() && Character.getType(apart.charAt(i)) == Character.NON_SPACING_MARK) {
                var mark = apart.charAt(i++);
                (mark == '\u0302' || mark == '\u0306' || mark == '\u031b' ? letter : tones).append(mark);
            }
            out.append(Normalizer.normalize(letter, Normalizer.Form.NFC)).append(tones);
        }
        return out.toString();
    }
}
