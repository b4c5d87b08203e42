package vn.qppl.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Word 2007 and later, read as a stream: runs with their fonts, tables, footnotes; deleted text and field codes left out. */
final class DocxFile {
    private static final int DEEPEST = 1_000;

    private final Assembly assembly = new Assembly();
    private final Map<String, String> styleFonts = new HashMap<>();
    private final Map<String, String> styleParents = new HashMap<>();
    private @Nullable String defaultFont;

    private DocxFile() {}

    static ExtractedText read(Path file) throws ExtractionException, IOException {
        var reader = new DocxFile();
        try (var zip = new ZipFile(file.toFile())) {
            reader.part(zip, "word/styles.xml", reader::styles);
            reader.part(zip, "word/document.xml", reader::body);
            reader.part(zip, "word/footnotes.xml", reader::body);
            reader.part(zip, "word/endnotes.xml", reader::body);
        } catch (XMLStreamException e) {
            throw OfficeXml.problem(e);
        }
        return reader.assembly.finish(FileKind.DOCX.mediaType());
    }

    private interface Part {
        void read(XMLStreamReader xml) throws XMLStreamException, ExtractionException;
    }

    private void part(ZipFile zip, String name, Part part) throws IOException, XMLStreamException, ExtractionException {
        var entry = zip.getEntry(name);
        if (entry == null) return;
        if (entry.getSize() > OfficeXml.MOST_XML)
            throw new ExtractionException(ExtractionProblem.HOSTILE, name + " of " + entry.getSize() + " bytes");
        try (InputStream in = zip.getInputStream(entry)) {
            var xml = OfficeXml.factory().createXMLStreamReader(in);
            part.read(xml);
            xml.close();
        }
    }

    private static @Nullable String fontOf(XMLStreamReader xml) {
        var ascii = OfficeXml.value(xml, "ascii");
        return ascii != null ? ascii : OfficeXml.value(xml, "hAnsi");
    }

    private void styles(XMLStreamReader xml) throws XMLStreamException, ExtractionException {
        String style = null;
        boolean defaults = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD)
                throw new ExtractionException(ExtractionProblem.HOSTILE, "document type");
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "docDefaults" -> defaults = true;
                    case "style" -> style = OfficeXml.value(xml, "styleId");
                    case "basedOn" -> {
                        var parent = OfficeXml.value(xml, "val");
                        if (style != null && parent != null) styleParents.put(style, parent);
                    }
                    case "rFonts" -> {
                        var font = fontOf(xml);
                        if (font == null) continue;
                        if (style != null) styleFonts.put(style, font);
                        else if (defaults) defaultFont = font;
                    }
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals("docDefaults")) defaults = false;
                else if (xml.getLocalName().equals("style")) style = null;
            }
        }
    }

    private @Nullable String styleFont(@Nullable String style) {
        // a circle of styles ends after a few steps
        for (int i = 0; style != null && i < 20; i++) {
            var font = styleFonts.get(style);
            if (font != null) return font;
            style = styleParents.get(style);
        }
        return null;
    }

    private void body(XMLStreamReader xml) throws XMLStreamException, ExtractionException {
        String paragraphFont = null;
        String runFont = null;
        boolean inRun = false;
        int depth = 0;
        int deleted = 0;
        int fallback = 0;
        int instruction = 0;
        boolean text = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    // the format forbids both: ECMA-376 part 2
                    throw new ExtractionException(ExtractionProblem.HOSTILE, "document type");
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST) throw new ExtractionException(ExtractionProblem.TOO_DEEPLY_NESTED, "xml");
                    switch (xml.getLocalName()) {
                        case "p" -> paragraphFont = null;
                        case "pStyle" -> paragraphFont = styleFont(OfficeXml.value(xml, "val"));
                        case "r" -> {
                            inRun = true;
                            runFont = null;
                        }
                        case "rStyle" -> {
                            if (inRun && runFont == null) runFont = styleFont(OfficeXml.value(xml, "val"));
                        }
                        case "rFonts" -> {
                            var font = fontOf(xml);
                            if (inRun && font != null) runFont = font;
                        }
                        case "t" -> text = true;
                        case "delText", "del", "moveFrom" -> deleted++;
                        case "instrText" -> instruction++;
                        // the same shape once more, for old programs
                        case "Fallback" -> fallback++;
                        case "tab" -> {
                            if (inRun && deleted == 0 && fallback == 0) assembly.run(" ", null);
                        }
                        case "br", "cr" -> {
                            if (inRun && deleted == 0 && fallback == 0) assembly.run("\n", null);
                        }
                        case "noBreakHyphen" -> assembly.run("-", null);
                        case "tbl" -> assembly.beginTable();
                        default -> {}
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    switch (xml.getLocalName()) {
                        case "p" -> {
                            if (fallback == 0) assembly.endParagraph();
                        }
                        case "r" -> inRun = false;
                        case "t" -> text = false;
                        case "delText", "del", "moveFrom" -> deleted--;
                        case "instrText" -> instruction--;
                        case "Fallback" -> fallback--;
                        case "tc" -> assembly.endCell();
                        case "tr" -> assembly.endRow();
                        case "tbl" -> assembly.endTable();
                        default -> {}
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (text && deleted == 0 && fallback == 0 && instruction == 0) {
                        var font = runFont != null ? runFont : paragraphFont != null ? paragraphFont : defaultFont;
                        assembly.run(xml.getText(), font);
                    }
                }
                default -> {}
            }
        }
    }
}
