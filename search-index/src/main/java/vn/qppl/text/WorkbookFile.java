package vn.qppl.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/** Excel 2007 and later, read as a stream: a table a sheet, text with the fonts of its runs, numbers as they are stored. */
final class WorkbookFile {
    private static final int MOST_COLUMNS = 256;

    private record Piece(String text, @Nullable String font) {}

    private record Style(@Nullable String font, int formatId, String format) {}

    private final Assembly assembly = new Assembly();
    private final DataFormatter formatter = new DataFormatter(Locale.ROOT);
    private final int characters;
    private final List<List<Piece>> shared = new ArrayList<>();
    private final List<String> fonts = new ArrayList<>();
    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Style> styles = new ArrayList<>();
    private long written;

    private WorkbookFile(int characters) {
        this.characters = characters;
    }

    static ExtractedText read(Path file, int characters) throws ExtractionException, IOException {
        var reader = new WorkbookFile(characters);
        try (var zip = new ZipFile(file.toFile())) {
            OfficeXml.read(zip, "xl/styles.xml", reader.new Styles());
            OfficeXml.read(zip, "xl/sharedStrings.xml", reader.new SharedStrings());
            for (var sheet : sheets(zip)) OfficeXml.read(zip, sheet, reader.new Sheet());
        }
        return reader.assembly.finish(FileKind.XLSX.mediaType());
    }

    /** The parts of the sheets in the order of the workbook, hidden ones too. */
    private static List<String> sheets(ZipFile zip) throws IOException, ExtractionException {
        var targets = new HashMap<String, String>();
        OfficeXml.read(zip, "xl/_rels/workbook.xml.rels", new OfficeXml.Handler() {
            @Override
            public void start(String name, XMLStreamReader xml) {
                var id = OfficeXml.value(xml, "Id");
                var target = OfficeXml.value(xml, "Target");
                if (id != null && target != null)
                    targets.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        });
        var sheets = new ArrayList<String>();
        OfficeXml.read(zip, "xl/workbook.xml", new OfficeXml.Handler() {
            @Override
            public void start(String name, XMLStreamReader xml) {
                if (!name.equals("sheet")) return;
                // r:id, not the sheet's own number
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    var target =
                            xml.getAttributeLocalName(i).equals("id") ? targets.get(xml.getAttributeValue(i)) : null;
                    if (target != null) sheets.add(target);
                }
            }
        });
        return sheets;
    }

    private final class Styles implements OfficeXml.Handler {
        private boolean fontsOpen;
        private boolean formatsOfCells;
        private @Nullable String name;

        @Override
        public void start(String element, XMLStreamReader xml) {
            switch (element) {
                case "fonts" -> fontsOpen = true;
                case "font" -> name = null;
                case "name" -> {
                    if (fontsOpen) name = OfficeXml.value(xml, "val");
                }
                case "numFmt" -> {
                    var code = OfficeXml.value(xml, "formatCode");
                    if (code != null) formats.put(OfficeXml.number(OfficeXml.value(xml, "numFmtId"), -1), code);
                }
                case "cellXfs" -> formatsOfCells = true;
                case "xf" -> {
                    if (!formatsOfCells) return;
                    int font = OfficeXml.number(OfficeXml.value(xml, "fontId"), -1);
                    int format = OfficeXml.number(OfficeXml.value(xml, "numFmtId"), 0);
                    var builtin = BuiltinFormats.getBuiltinFormat(format);
                    var code = formats.getOrDefault(format, builtin == null ? "General" : builtin);
                    styles.add(new Style(font >= 0 && font < fonts.size() ? fonts.get(font) : null, format, code));
                }
                default -> {}
            }
        }

        @Override
        public void end(String element) {
            switch (element) {
                case "fonts" -> fontsOpen = false;
                case "font" -> {
                    if (fontsOpen) fonts.add(name == null ? "" : name);
                }
                case "cellXfs" -> formatsOfCells = false;
                default -> {}
            }
        }
    }

    /** Collects the runs of a string, of the shared table or of a cell. */
    private static final class Runs {
        private final List<Piece> pieces = new ArrayList<>();
        private @Nullable String font;
        private int phonetic;
        private boolean text;

        void start(String element, XMLStreamReader xml) {
            switch (element) {
                case "r" -> font = null;
                case "rFont" -> font = OfficeXml.value(xml, "val");
                case "rPh" -> phonetic++;
                case "t" -> text = true;
                default -> {}
            }
        }

        void end(String element) {
            switch (element) {
                case "r" -> font = null;
                case "rPh" -> phonetic--;
                case "t" -> text = false;
                default -> {}
            }
        }

        void text(String words) {
            if (text && phonetic == 0) pieces.add(new Piece(words, font));
        }
    }

    private final class SharedStrings implements OfficeXml.Handler {
        private Runs runs = new Runs();

        @Override
        public void start(String element, XMLStreamReader xml) {
            if (element.equals("si")) runs = new Runs();
            else runs.start(element, xml);
        }

        @Override
        public void end(String element) {
            if (element.equals("si")) shared.add(List.copyOf(runs.pieces));
            else runs.end(element);
        }

        @Override
        public void text(String text) {
            runs.text(text);
        }
    }

    private final class Sheet implements OfficeXml.Handler {
        private boolean empty = true;
        private int column;
        private String type = "n";
        private @Nullable Style style;
        private final StringBuilder value = new StringBuilder();
        private boolean inValue;
        private @Nullable Runs inline;

        @Override
        public void start(String element, XMLStreamReader xml) {
            switch (element) {
                case "row" -> {
                    if (empty) assembly.beginTable();
                    empty = false;
                    column = 0;
                }
                case "c" -> {
                    var reference = OfficeXml.value(xml, "r");
                    int at = reference == null ? column : new CellReference(reference).getCol();
                    // empty cells keep their column; a stray cell far to the right does not make thousands
                    for (; column < Math.min(at, MOST_COLUMNS); column++) assembly.endCell();
                    column = at + 1;
                    var of = OfficeXml.value(xml, "t");
                    type = of == null ? "n" : of;
                    int number = OfficeXml.number(OfficeXml.value(xml, "s"), 0);
                    style = number >= 0 && number < styles.size() ? styles.get(number) : null;
                    value.setLength(0);
                }
                case "v" -> inValue = true;
                case "is" -> inline = new Runs();
                default -> {
                    if (inline != null) inline.start(element, xml);
                }
            }
        }

        @Override
        public void end(String element) throws ExtractionException {
            switch (element) {
                case "row" -> assembly.endRow();
                case "v" -> inValue = false;
                case "c" -> {
                    cell();
                    assembly.endCell();
                }
                case "worksheet" -> {
                    if (!empty) assembly.endTable();
                }
                case "is" -> {
                    if (inline != null) write(inline.pieces);
                    inline = null;
                }
                default -> {
                    if (inline != null) inline.end(element);
                }
            }
        }

        @Override
        public void text(String text) {
            if (inValue) value.append(text);
            else if (inline != null) inline.text(text);
        }

        private void cell() throws ExtractionException {
            var stored = value.toString();
            if (stored.isBlank()) return;
            switch (type) {
                case "s" -> {
                    int at = OfficeXml.number(stored, -1);
                    if (at >= 0 && at < shared.size()) write(shared.get(at));
                }
                case "str", "inlineStr", "d" -> write(List.of(new Piece(stored, null)));
                case "b" -> write(List.of(new Piece(stored.equals("1") ? "TRUE" : "FALSE", null)));
                case "e" -> {}
                default -> write(List.of(new Piece(number(stored), "")));
            }
        }

        private String number(String stored) {
            try {
                double of = Double.parseDouble(stored);
                return style == null
                        ? SheetFile.number(formatter, of, 0, "General")
                        : SheetFile.number(formatter, of, style.formatId(), style.format());
            } catch (NumberFormatException e) {
                return stored;
            }
        }

        private void write(List<Piece> pieces) throws ExtractionException {
            for (var piece : pieces) {
                written += piece.text().length();
                if (written > characters)
                    throw new ExtractionException(ExtractionProblem.TOO_MUCH_OUTPUT, written + " characters");
                var font = piece.font() != null ? piece.font() : style == null ? null : style.font();
                assembly.run(piece.text(), font);
            }
        }
    }
}
