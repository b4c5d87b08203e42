package vn.qppl.sheet;

import java.util.List;

/**
 * A spreadsheet as rows of text.
 *
 * @param encoding of a .csv as found ("UTF-8", "windows-1258"); empty for a workbook
 * @param headerRow zero-based row of the headers
 * @param headers as written; empty strings where a column has none
 * @param rows below the header, wholly empty ones left out
 * @param cut whether the file has more rows than {@link SheetReader#MOST_ROWS}
 */
public record SheetTable(String encoding, int headerRow, List<String> headers, List<Row> rows, boolean cut) {

    /** @param number one-based, as a spreadsheet shows it; cells beyond a row's end are empty strings */
    public record Row(int number, List<String> cells) {
        public String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column) : "";
        }
    }
}
