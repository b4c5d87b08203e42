package vn.qppl.text;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Excel 97–2003: a table a sheet, text with the fonts of its runs, numbers as they are stored, dates as they are shown. */
final class SheetFile {
    private final Assembly assembly = new Assembly();
    private final DataFormatter formatter = new DataFormatter(java.util.Locale.ROOT);
    private final HSSFWorkbook workbook;

    private SheetFile(HSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    static ExtractedText read(Path file, String fileName, int characters) throws ExtractionException, IOException {
        try (var storage = new POIFSFileSystem(file.toFile(), true);
                var workbook = new HSSFWorkbook(storage, false)) {
            var reader = new SheetFile(workbook);
            reader.sheets();
            return reader.assembly.finish(FileKind.XLS.mediaType());
        } catch (EncryptedDocumentException e) {
            throw new ExtractionException(ExtractionProblem.ENCRYPTED, "excel", e);
        } catch (OldExcelFormatException e) {
            return TikaFile.read(file, fileName, characters);
        }
    }

    private void sheets() {
        for (var sheet : workbook) {
            boolean empty = true;
            for (var row : sheet) {
                if (empty) assembly.beginTable();
                empty = false;
                int column = 0;
                for (var cell : row) {
                    // empty cells keep their column; a stray cell far to the right does not make thousands
                    for (; column < Math.min(cell.getColumnIndex(), 256); column++) assembly.endCell();
                    column = cell.getColumnIndex() + 1;
                    cell((HSSFCell) cell);
                    assembly.endCell();
                }
                assembly.endRow();
            }
            if (!empty) assembly.endTable();
        }
    }

    private void cell(HSSFCell cell) {
        var type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        var font = cell.getCellStyle().getFont(workbook).getFontName();
        switch (type) {
            case STRING -> text(cell.getRichStringCellValue(), font);
            case NUMERIC -> {
                var style = cell.getCellStyle();
                assembly.run(
                        number(
                                formatter,
                                cell.getNumericCellValue(),
                                style.getDataFormat(),
                                style.getDataFormatString()),
                        // digits say nothing of an encoding
                        null);
            }
            case BOOLEAN -> assembly.run(String.valueOf(cell.getBooleanCellValue()), null);
            case BLANK, ERROR, FORMULA, _NONE -> {}
        }
    }

    /**
     * A number as it is stored, to the ten digits of the General format: grouping and decimal signs of a format depend on the reader's
     * country ("1,000" is one in Viet Nam), and rounding would lose what a search looks for. Dates and shares are as they are shown.
     */
    static String number(DataFormatter formatter, double value, int formatId, @Nullable String format) {
        if (DateUtil.isADateFormat(formatId, format) && DateUtil.isValidExcelDate(value)
                || format != null && format.indexOf('%') >= 0)
            return formatter.formatRawCellContents(value, formatId, format);
        return formatter.formatRawCellContents(value, 0, "General");
    }

    private void text(HSSFRichTextString rich, String cellFont) {
        var text = rich.getString();
        int at = 0;
        var font = cellFont;
        for (int i = 0; i < rich.numFormattingRuns(); i++) {
            int next = Math.min(rich.getIndexOfFormattingRun(i), text.length());
            if (next > at) assembly.run(text.substring(at, next), font);
            at = Math.max(at, next);
            font = workbook.getFontAt(rich.getFontOfFormattingRun(i)).getFontName();
        }
        if (at < text.length()) assembly.run(text.substring(at), font);
    }
}
