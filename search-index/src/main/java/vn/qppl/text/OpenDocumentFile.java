package vn.qppl.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** OpenDocument text, sheets and slides (.odt .ods .odp): paragraphs and tables with their fonts; what is marked as deleted left out. */
final class OpenDocumentFile {
    private static final int MOST_REPEATED = 64;

    private final Assembly assembly = new Assembly();
    /** Of a style: its font, and the style it builds on. */
    private final Map<String, String> styleFonts = new HashMap<>();

    private final Map<String, String> styleParents = new HashMap<>();
    private final Map<String, String> faces = new HashMap<>();

    private OpenDocumentFile() {}

    static ExtractedText read(Path file) throws ExtractionException, IOException {
        var reader = new OpenDocumentFile();
        try (var zip = new ZipFile(file.toFile())) {
            if (encrypted(zip)) throw new ExtractionException(ExtractionProblem.ENCRYPTED, "opendocument");
            OfficeXml.read(zip, "styles.xml", reader.new Styles());
            OfficeXml.read(zip, "content.xml", reader.new Body());
        }
        return reader.assembly.finish(FileKind.OPEN_DOCUMENT.mediaType());
    }

    private static boolean encrypted(ZipFile zip) throws IOException, ExtractionException {
        var found = new boolean[1];
        OfficeXml.read(zip, "META-INF/manifest.xml", new OfficeXml.Handler() {
            @Override
            public void start(String name, XMLStreamReader xml) {
                if (name.equals("encryption-data")) found[0] = true;
            }
        });
        return found[0];
    }

    private @Nullable String fontOf(@Nullable String style) {
        // a circle of styles ends after a few steps
        for (int i = 0; style != null && i < 20; i++) {
            var font = styleFonts.get(style);
            if (font != null) return faces.getOrDefault(font, font);
            style = styleParents.get(style);
        }
        return null;
    }

    private class Styles implements OfficeXml.Handler {
        private @Nullable String style;

        @Override
        public void start(String name, XMLStreamReader xml) throws ExtractionException {
            switch (name) {
                case "font-face" -> {
                    var of = OfficeXml.value(xml, "name");
                    var family = OfficeXml.value(xml, "font-family");
                    if (of != null && family != null) faces.put(of, family.replace("'", ""));
                }
                case "style" -> {
                    style = OfficeXml.value(xml, "name");
                    var parent = OfficeXml.value(xml, "parent-style-name");
                    if (style != null && parent != null) styleParents.put(style, parent);
                }
                case "text-properties" -> {
                    var font = OfficeXml.value(xml, "font-name");
                    if (font == null) font = OfficeXml.value(xml, "font-family");
                    if (style != null && font != null) styleFonts.put(style, font);
                }
                default -> {}
            }
        }

        @Override
        public void end(String name) throws ExtractionException {
            if (name.equals("style")) style = null;
        }
    }

    private final class Body extends Styles {
        private boolean body;
        private int paragraphs;
        private int left;
        private final java.util.ArrayDeque<String> fonts = new java.util.ArrayDeque<>();
        private int repeated = 1;

        @Override
        public void start(String name, XMLStreamReader xml) throws ExtractionException {
            if (name.equals("body")) body = true;
            if (!body) {
                super.start(name, xml);
                return;
            }
            switch (name) {
                case "tracked-changes", "annotation", "forms" -> left++;
                case "p", "h", "span", "a" -> {
                    if (name.equals("p") || name.equals("h")) paragraphs++;
                    var font = fontOf(OfficeXml.value(xml, "style-name"));
                    fonts.push(font != null ? font : fonts.isEmpty() ? "" : fonts.peek());
                }
                case "s" -> run(" ".repeat(Math.clamp(OfficeXml.number(OfficeXml.value(xml, "c"), 1), 1, 80)));
                case "tab" -> run(" ");
                case "line-break" -> run("\n");
                case "table" -> assembly.beginTable();
                case "table-cell", "covered-table-cell" ->
                    repeated = Math.clamp(
                            OfficeXml.number(OfficeXml.value(xml, "number-columns-repeated"), 1), 1, MOST_REPEATED);
                default -> {}
            }
        }

        @Override
        public void end(String name) throws ExtractionException {
            if (!body) {
                super.end(name);
                return;
            }
            switch (name) {
                case "tracked-changes", "annotation", "forms" -> left--;
                case "p", "h" -> {
                    paragraphs--;
                    fonts.poll();
                    if (left == 0) assembly.endParagraph();
                }
                case "span", "a" -> fonts.poll();
                case "table-cell", "covered-table-cell" -> {
                    // a merged or repeated cell keeps its columns; its words stand in the first
                    for (int i = 0; i < repeated; i++) assembly.endCell();
                    repeated = 1;
                }
                case "table-row" -> assembly.endRow();
                case "table" -> assembly.endTable();
                default -> {}
            }
        }

        @Override
        public void text(String text) {
            if (body && paragraphs > 0) run(text.replace('\n', ' '));
        }

        private void run(String text) {
            if (left == 0) assembly.run(text, fonts.peek());
        }
    }
}
