package vn.qppl.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * Cells merged over several rows: a register writes the body or the type once beside all its documents. The value stands in the first
 * row; it is meant for every row.
 */
final class MergedCells {
    private static final int MOST = 100_000;

    /** Zero-based last row by column and first row. */
    private final List<CellRangeAddress> regions;

    MergedCells(List<CellRangeAddress> regions) {
        this.regions = regions.stream()
                .filter(r -> r.getLastRow() > r.getFirstRow())
                .limit(MOST)
                .toList();
    }

    /** Of the first sheet of a workbook of 2007 or later. */
    static MergedCells of(Path file) throws IOException {
        var regions = new ArrayList<CellRangeAddress>();
        try (var zip = new ZipFile(file.toFile())) {
            // fastexcel's first sheet is the workbook's first; its part is found by the relation that names it
            var part = firstSheet(zip);
            if (part == null) return new MergedCells(List.of());
            try (var in = zip.getInputStream(part)) {
                var xml = factory().createXMLStreamReader(in);
                while (xml.hasNext() && regions.size() < MOST) {
                    if (xml.next() != XMLStreamConstants.START_ELEMENT
                            || !xml.getLocalName().equals("mergeCell")) continue;
                    var reference = xml.getAttributeValue(null, "ref");
                    if (reference != null) regions.add(CellRangeAddress.valueOf(reference));
                }
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw new IOException("sheet", e);
        }
        return new MergedCells(regions);
    }

    private static java.util.zip.@org.jspecify.annotations.Nullable ZipEntry firstSheet(ZipFile zip)
            throws IOException, XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        String first = null;
        for (var name : List.of("xl/_rels/workbook.xml.rels", "xl/workbook.xml")) {
            var entry = zip.getEntry(name);
            if (entry == null) return null;
            try (var in = zip.getInputStream(entry)) {
                var xml = factory().createXMLStreamReader(in);
                while (xml.hasNext()) {
                    if (xml.next() != XMLStreamConstants.START_ELEMENT) continue;
                    if (xml.getLocalName().equals("Relationship"))
                        targets.put(xml.getAttributeValue(null, "Id"), xml.getAttributeValue(null, "Target"));
                    if (!xml.getLocalName().equals("sheet") || first != null) continue;
                    for (int i = 0; i < xml.getAttributeCount(); i++)
                        if (xml.getAttributeLocalName(i).equals("id") && targets.containsKey(xml.getAttributeValue(i)))
                            first = targets.get(xml.getAttributeValue(i));
                }
                xml.close();
            }
        }
        if (first == null) return null;
        return zip.getEntry(first.startsWith("/") ? first.substring(1) : "xl/" + first);
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** The rows with the value of a cell that is merged downwards in each of its rows. */
    List<SheetTable.Row> filled(List<SheetTable.Row> rows) {
        if (regions.isEmpty()) return rows;
        var at = new HashMap<Integer, Integer>();
        for (int i = 0; i < rows.size(); i++) at.put(rows.get(i).number() - 1, i);
        var filled = new ArrayList<>(rows);
        for (var region : regions) {
            var first = at.get(region.getFirstRow());
            if (first == null) continue;
            int column = region.getFirstColumn();
            var value = filled.get(first).cell(column);
            if (value.isEmpty()) continue;
            for (int row = region.getFirstRow() + 1;
                    row <= Math.min(region.getLastRow(), region.getFirstRow() + rows.size());
                    row++) {
                var index = at.get(row);
                if (index != null) filled.set(index, with(filled.get(index), column, value));
            }
        }
        return filled;
    }

    private static SheetTable.Row with(SheetTable.Row row, int column, String value) {
        if (!row.cell(column).isEmpty()) return row;
        var cells = new ArrayList<>(row.cells());
        while (cells.size() <= column) cells.add("");
        cells.set(column, value);
        return new SheetTable.Row(row.number(), cells);
    }
}
