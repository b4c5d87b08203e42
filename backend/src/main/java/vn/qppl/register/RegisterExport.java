package vn.qppl.register;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/** Exactly what a list shows, as .xlsx or .csv, written row by row. */
final class RegisterExport {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** Columns a person may choose, in the order of the official register. */
    enum Column {
        NUMBER("Số, ký hiệu", RegisterRows.Row::number),
        TYPE("Hình thức", RegisterRows.Row::typeLabel),
        TITLE("Trích yếu", RegisterRows.Row::title),
        ISSUER("Cơ quan ban hành", RegisterRows.Row::issuer),
        LEVEL("Cấp", r -> r.level().label()),
        ISSUED_ON("Ngày ban hành", r -> day(r.issuedOn())),
        EFFECTIVE_FROM("Ngày có hiệu lực", r -> day(r.effectiveFrom())),
        EFFECTIVE_UNTIL("Ngày hết hiệu lực", r -> day(r.effectiveUntil())),
        STATUS("Tình trạng hiệu lực", RegisterRows.Row::statusLabel),
        FIELD("Lĩnh vực", r -> r.field() == null ? "" : r.field()),
        NORMATIVE("Là VBQPPL", r -> r.normative() ? "Có" : "Không"),
        PUBLISHED("Đã công khai", r -> r.published() ? "Có" : "Không");

        private final String header;
        private final Function<RegisterRows.Row, String> value;

        Column(String header, Function<RegisterRows.Row, String> value) {
            this.header = header;
            this.value = value;
        }
    }

    private final RegisterRows rows;

    RegisterExport(RegisterRows rows) {
        this.rows = rows;
    }

    void xlsx(RegisterFilter filter, RegisterOrder order, List<Column> columns, OutputStream out) throws IOException {
        try (var book = new Workbook(out, "QPPL", "1.0");
                var sheet = book.newWorksheet("Văn bản")) {
            sheet.value(0, 0, "Tình trạng hiệu lực tính đến ngày " + DAY.format(filter.on()));
            for (int c = 0; c < columns.size(); c++) {
                sheet.value(1, c, columns.get(c).header);
                sheet.style(1, c).bold().set();
            }
            int[] at = {2};
            rows.each(filter, order, row -> {
                for (int c = 0; c < columns.size(); c++)
                    sheet.value(at[0], c, columns.get(c).value.apply(row));
                at[0]++;
                if (at[0] % 1000 == 0) flush(sheet);
            });
            sheet.freezePane(0, 2);
        }
    }

    private static void flush(org.dhatim.fastexcel.Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** UTF-8 with a byte order mark, or spreadsheets read the marks wrongly. A cell cannot begin a formula. */
    void csv(RegisterFilter filter, RegisterOrder order, List<Column> columns, OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        try (var csv = new CSVPrinter(writer, CSVFormat.DEFAULT)) {
            csv.printRecord(columns.stream().map(c -> c.header).toList());
            rows.each(filter, order, row -> {
                try {
                    csv.printRecord(columns.stream()
                            .map(c -> harmless(c.value.apply(row)))
                            .toList());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }
}
