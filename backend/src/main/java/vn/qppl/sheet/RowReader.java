package vn.qppl.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.qppl.structure.DocumentNumber;

/** One row by the mapping of its columns: values, and what is wrong with them. */
public final class RowReader {
    private static final Pattern DATE = Pattern.compile("(\\d{1,2})\\s*[/.\\-]\\s*(\\d{1,2})\\s*[/.\\-]\\s*(\\d{4})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ].*)?");

    private RowReader() {}

    /** @param code stable; the interface says each in Vietnamese, with the cell's text */
    public record RowProblem(ColumnField field, Code code, String cell) {
        public enum Code {
            MISSING,
            NOT_A_NUMBER,
            NOT_A_DATE,
            NO_SUCH_DAY,
            YEAR_OUT_OF_RANGE,
            YEAR_DIFFERS_FROM_NUMBER,
            ENDS_BEFORE_IT_BEGINS,
            TOO_LONG,
            /** The register refused the row though each cell could be read. */
            REFUSED
        }

        /** Whether the row cannot be imported with it. */
        public boolean error() {
            return switch (code) {
                case NOT_A_NUMBER,
                        NOT_A_DATE,
                        NO_SUCH_DAY,
                        YEAR_OUT_OF_RANGE,
                        ENDS_BEFORE_IT_BEGINS,
                        TOO_LONG,
                        REFUSED -> true;
                case MISSING -> field != ColumnField.ISSUER && field != ColumnField.ISSUED_ON;
                case YEAR_DIFFERS_FROM_NUMBER -> false;
            };
        }
    }

    /** @param number null where the cell is empty or no number */
    public record RowValues(
            @Nullable DocumentNumber number,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveUntil,
            Map<ColumnField, String> cells,
            List<RowProblem> problems) {
        public String cell(ColumnField field) {
            return cells.getOrDefault(field, "");
        }
    }

    public static RowValues read(SheetTable.Row row, Map<ColumnField, Integer> mapping) {
        var cells = new EnumMap<ColumnField, String>(ColumnField.class);
        mapping.forEach((field, column) -> cells.put(field, row.cell(column)));
        return read(cells);
    }

    /** @param cells as they stand in the row; a field without a column is absent */
    public static RowValues read(Map<ColumnField, String> cells) {
        var problems = new ArrayList<RowProblem>();
        var number = number(cells.getOrDefault(ColumnField.NUMBER, ""), problems);
        var issuedOn = date(ColumnField.ISSUED_ON, cells, problems).orElse(null);
        var from = date(ColumnField.EFFECTIVE_FROM, cells, problems).orElse(null);
        var until = date(ColumnField.EFFECTIVE_UNTIL, cells, problems).orElse(null);
        var title = cells.getOrDefault(ColumnField.TITLE, "");
        if (title.isBlank()) problems.add(new RowProblem(ColumnField.TITLE, RowProblem.Code.MISSING, ""));
        if (title.length() > 4000) problems.add(new RowProblem(ColumnField.TITLE, RowProblem.Code.TOO_LONG, ""));
        if (cells.getOrDefault(ColumnField.ISSUED_ON, "").isBlank()) {
            problems.add(new RowProblem(ColumnField.ISSUED_ON, RowProblem.Code.MISSING, ""));
        }
        if (number != null && number.year() != null && issuedOn != null && number.year() != issuedOn.getYear()) {
            problems.add(new RowProblem(
                    ColumnField.ISSUED_ON,
                    RowProblem.Code.YEAR_DIFFERS_FROM_NUMBER,
                    cells.getOrDefault(ColumnField.ISSUED_ON, "")));
        }
        if (from != null && until != null && !until.isAfter(from)) {
            problems.add(new RowProblem(
                    ColumnField.EFFECTIVE_UNTIL,
                    RowProblem.Code.ENDS_BEFORE_IT_BEGINS,
                    cells.getOrDefault(ColumnField.EFFECTIVE_UNTIL, "")));
        }
        return new RowValues(number, issuedOn, from, until, cells, List.copyOf(problems));
    }

    private static @Nullable DocumentNumber number(String cell, List<RowProblem> problems) {
        var text = cell.replaceFirst("(?i)^\\s*số\\s*[:.]?\\s*", "").strip();
        if (text.isEmpty()) {
            problems.add(new RowProblem(ColumnField.NUMBER, RowProblem.Code.MISSING, cell));
            return null;
        }
        var number = DocumentNumber.parse(text);
        if (number.isEmpty()) problems.add(new RowProblem(ColumnField.NUMBER, RowProblem.Code.NOT_A_NUMBER, cell));
        return number.orElse(null);
    }

    private static Optional<LocalDate> date(
            ColumnField field, Map<ColumnField, String> cells, List<RowProblem> problems) {
        var cell = cells.getOrDefault(field, "").strip();
        if (cell.isEmpty()) return Optional.empty();
        var vietnamese = DATE.matcher(cell);
        var iso = ISO.matcher(cell);
        int year;
        int month;
        int day;
        if (vietnamese.matches()) {
            day = Integer.parseInt(vietnamese.group(1));
            month = Integer.parseInt(vietnamese.group(2));
            year = Integer.parseInt(vietnamese.group(3));
        } else if (iso.matches()) {
            year = Integer.parseInt(iso.group(1));
            month = Integer.parseInt(iso.group(2));
            day = Integer.parseInt(iso.group(3));
        } else {
            problems.add(new RowProblem(field, RowProblem.Code.NOT_A_DATE, cell));
            return Optional.empty();
        }
        if (year < 1945 || year > 2100) {
            problems.add(new RowProblem(field, RowProblem.Code.YEAR_OUT_OF_RANGE, cell));
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            problems.add(new RowProblem(field, RowProblem.Code.NO_SUCH_DAY, cell));
            return Optional.empty();
        }
    }
}
