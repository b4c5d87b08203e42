package vn.qppl.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import vn.qppl.text.VietnameseText;

/** Reads .xlsx (streamed), .xls and .csv (UTF-8, UTF-16, Windows-1258) as one table of text; finds the row of headers. */
public final class SheetReader {
    public static final int MOST_ROWS = 200_000;
    private static final long MOST_BYTES = 100L * 1024 * 1024;
    /** A workbook of the old format is read whole, not streamed. */
    private static final long MOST_BYTES_XLS = 40L * 1024 * 1024;
    /** Of one part of a workbook, unpacked: a hundred times what a register of the most rows needs would still not fit. */
    private static final long MOST_UNPACKED = 400L * 1024 * 1024;

    private static final long MOST_CHARACTERS = 60_000_000;
    private static final int HEADER_WITHIN = 40;
    private static final int MOST_COLUMNS = 200;

    private SheetReader() {}

    /** Whether the bytes look like a workbook or the name says .csv; whether it is a register only {@link #read} can tell. */
    public static boolean maybeSheet(Path file, String fileName) throws IOException {
        var name = fileName.toLowerCase(java.util.Locale.ROOT);
        if (name.endsWith(".csv")) return true;
        if (!name.endsWith(".xlsx") && !name.endsWith(".xls") && !name.endsWith(".xlsm")) return false;
        try (var in = FileMagic.prepareToCheckMagic(new BufferedInputStream(Files.newInputStream(file)))) {
            var magic = FileMagic.valueOf(in);
            return magic == FileMagic.OOXML || magic == FileMagic.OLE2;
        }
    }

    /** @throws SheetException when it is no table, or a table without the headers of a register */
    public static SheetTable read(Path file, String fileName) throws SheetException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new SheetException(SheetException.Problem.TOO_LARGE, Files.size(file) + " bytes");
            }
            var name = fileName.toLowerCase(java.util.Locale.ROOT);
            if (name.endsWith(".csv")) return csv(file);
            try (var in = FileMagic.prepareToCheckMagic(new BufferedInputStream(Files.newInputStream(file)))) {
                if (FileMagic.valueOf(in) != FileMagic.OLE2) return xlsx(file);
                if (Files.size(file) > MOST_BYTES_XLS)
                    throw new SheetException(SheetException.Problem.TOO_LARGE, Files.size(file) + " bytes of .xls");
                return xls(file);
            }
        } catch (EncryptedDocumentException e) {
            throw new SheetException(SheetException.Problem.ENCRYPTED, e);
        } catch (IOException | RuntimeException e) {
            // POI and fastexcel answer a damaged workbook with unchecked exceptions of many kinds
            throw new SheetException(SheetException.Problem.DAMAGED, e);
        }
    }

    private static SheetTable xlsx(Path file) throws IOException, SheetException {
        refuseBomb(file);
        var rows = new ArrayList<SheetTable.Row>();
        boolean cut = false;
        long characters = 0;
        try (var book = new ReadableWorkbook(Files.newInputStream(file), new ReadingOptions(true, false))) {
            var sheet = book.getFirstSheet();
            try (var stream = sheet.openStream()) {
                for (var it = stream.iterator(); it.hasNext(); ) {
                    var row = it.next();
                    if (rows.size() >= MOST_ROWS) {
                        cut = true;
                        break;
                    }
                    var cells = new ArrayList<String>();
                    for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
                        var text = row.getOptionalCell(i).map(SheetReader::text).orElse("");
                        cells.add(text);
                        characters += text.length();
                    }
                    if (characters > MOST_CHARACTERS)
                        throw new SheetException(SheetException.Problem.TOO_LARGE, characters + " characters");
                    rows.add(new SheetTable.Row(row.getRowNum(), cells));
                }
            }
        }
        return table("", MergedCells.of(file).filled(rows), cut);
    }

    /** The shared texts of a workbook are held at once, so what unpacks without end must not be begun. */
    private static void refuseBomb(Path file) throws IOException, SheetException {
        var buffer = new byte[1 << 16];
        try (var zip = new ZipFile(file.toFile())) {
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (!entry.getName().endsWith(".xml")) continue;
                long unpacked = 0;
                try (var in = zip.getInputStream(entry)) {
                    for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                        unpacked += read;
                        if (unpacked > MOST_UNPACKED)
                            throw new SheetException(SheetException.Problem.TOO_LARGE, entry.getName());
                    }
                }
            }
        }
    }

    private static String text(org.dhatim.fastexcel.reader.Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> {
                var format = cell.getDataFormatString();
                if (format != null && DateUtil.isADateFormat(-1, format)) {
                    yield date(cell.asDate());
                }
                yield cell.asNumber().stripTrailingZeros().toPlainString();
            }
            case STRING, FORMULA, ERROR, BOOLEAN -> clean(cell.getText());
            case EMPTY -> "";
        };
    }

    private static SheetTable xls(Path file) throws IOException, SheetException {
        var rows = new ArrayList<SheetTable.Row>();
        var format = new DataFormatter();
        MergedCells merged;
        try (var book = new HSSFWorkbook(Files.newInputStream(file))) {
            merged = new MergedCells(book.getSheetAt(0).getMergedRegions());
            for (var row : book.getSheetAt(0)) {
                var cells = new ArrayList<String>();
                for (int i = 0; i < Math.min(row.getLastCellNum(), MOST_COLUMNS); i++) {
                    var cell = row.getCell(i);
                    cells.add(cell == null ? "" : text(cell, format));
                }
                rows.add(new SheetTable.Row(row.getRowNum() + 1, cells));
            }
        }
        return table("", merged.filled(rows), false);
    }

    private static String text(Cell cell, DataFormatter format) {
        if (cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell)) {
            return date(cell.getLocalDateTimeCellValue());
        }
        return clean(format.formatCellValue(cell));
    }

    private static String date(java.time.LocalDateTime time) {
        return "%02d/%02d/%04d".formatted(time.getDayOfMonth(), time.getMonthValue(), time.getYear());
    }

    private static SheetTable csv(Path file) throws IOException, SheetException {
        var bytes = Files.readAllBytes(file);
        var encoding = encoding(bytes);
        var text = VietnameseText.nfc(new String(bytes, encoding));
        if (text.startsWith("\uFEFF")) text = text.substring(1);
        var rows = new ArrayList<SheetTable.Row>();
        boolean cut = false;
        var format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter(text)).get();
        try (var parser = format.parse(new StringReader(text))) {
            int number = 0;
            for (CSVRecord line : parser) {
                number++;
                if (rows.size() >= MOST_ROWS) {
                    cut = true;
                    break;
                }
                var cells = new ArrayList<String>();
                for (int i = 0; i < Math.min(line.size(), MOST_COLUMNS); i++) cells.add(clean(line.get(i)));
                rows.add(new SheetTable.Row(number, cells));
            }
        }
        return table(encoding.name(), rows, cut);
    }

    private static Charset encoding(byte[] bytes) {
        if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) return StandardCharsets.UTF_16;
        if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) return StandardCharsets.UTF_16;
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            // not UTF-8: what Vietnamese Windows writes when asked for plain .csv
            return Charset.forName("windows-1258");
        }
    }

    /** The delimiter that the first lines agree on. */
    private static char delimiter(String text) {
        var head = text.substring(0, Math.min(text.length(), 20_000));
        char best = ',';
        long most = -1;
        for (char candidate : new char[] {',', ';', '\t'}) {
            long count = head.chars().filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    private static String clean(@org.jspecify.annotations.Nullable String cell) {
        return cell == null ? "" : VietnameseText.nfc(cell).strip();
    }

    private static SheetTable table(String encoding, List<SheetTable.Row> rows, boolean cut) throws SheetException {
        int header = -1;
        int most = 1;
        for (int i = 0; i < Math.min(rows.size(), HEADER_WITHIN); i++) {
            var found = EnumSet.noneOf(ColumnField.class);
            for (var cell : rows.get(i).cells()) ColumnField.ofHeader(cell).ifPresent(found::add);
            if (found.size() > most) {
                most = found.size();
                header = i;
            }
        }
        if (header < 0) throw new SheetException(SheetException.Problem.NO_HEADER, rows.size() + " rows");
        var below = new ArrayList<SheetTable.Row>();
        for (var row : rows.subList(header + 1, rows.size())) {
            if (row.cells().stream().anyMatch(c -> !c.isBlank())) below.add(row);
        }
        return new SheetTable(encoding, header, List.copyOf(rows.get(header).cells()), List.copyOf(below), cut);
    }
}
