package vn.qppl.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hslf.exceptions.EncryptedPowerPointFileException;
import org.apache.poi.hslf.exceptions.OldPowerPointFormatException;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTextParagraph;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/** PowerPoint, old and new: a page a slide, paragraphs and tables with the fonts of their runs. */
final class SlidesFile {
    private SlidesFile() {}

    /** PowerPoint 97–2003. */
    static ExtractedText ofCompound(Path file, String fileName, int characters)
            throws ExtractionException, IOException {
        var assembly = new Assembly();
        try (var storage = new POIFSFileSystem(file.toFile(), true);
                var show = new HSLFSlideShow(storage)) {
            for (var slide : show.getSlides()) {
                for (var box : slide.getTextParagraphs()) {
                    for (HSLFTextParagraph paragraph : box) {
                        for (var run : paragraph.getTextRuns())
                            assembly.run(shown(run.getRawText()), run.getFontFamily());
                        assembly.endParagraph();
                    }
                }
                assembly.endPage();
            }
            return assembly.finish(FileKind.PPT.mediaType());
        } catch (EncryptedPowerPointFileException e) {
            throw new ExtractionException(ExtractionProblem.ENCRYPTED, "powerpoint", e);
        } catch (EncryptedDocumentException e) {
            throw new ExtractionException(ExtractionProblem.ENCRYPTED, "powerpoint", e);
        } catch (OldPowerPointFormatException | IndexOutOfBoundsException | IllegalStateException e) {
            // structures POI gives up on: Tika's simpler text
            return TikaFile.read(file, fileName, characters);
        }
    }

    private static String shown(@Nullable String raw) {
        if (raw == null) return "";
        return raw.replace("\r", "").replace('\u000B', '\n');
    }

    /** PowerPoint 2007 and later. */
    static ExtractedText ofPackage(Path file) throws ExtractionException, IOException {
        var assembly = new Assembly();
        try (var zip = new ZipFile(file.toFile())) {
            for (int i = 1; zip.getEntry("ppt/slides/slide" + i + ".xml") != null; i++) {
                OfficeXml.read(zip, "ppt/slides/slide" + i + ".xml", new Slide(assembly));
                assembly.endPage();
            }
        }
        return assembly.finish(FileKind.PPTX.mediaType());
    }

    private static final class Slide implements OfficeXml.Handler {
        private final Assembly assembly;
        private @Nullable String font;
        private boolean text;
        private int fallback;

        Slide(Assembly assembly) {
            this.assembly = assembly;
        }

        @Override
        public void start(String name, XMLStreamReader xml) {
            switch (name) {
                case "r", "fld" -> font = null;
                case "latin" -> font = OfficeXml.value(xml, "typeface");
                case "t" -> text = true;
                case "br" -> {
                    if (fallback == 0) assembly.run("\n", null);
                }
                case "tbl" -> assembly.beginTable();
                case "Fallback" -> fallback++;
                default -> {}
            }
        }

        @Override
        public void end(String name) {
            switch (name) {
                case "t" -> text = false;
                case "p" -> {
                    if (fallback == 0) assembly.endParagraph();
                }
                case "tc" -> assembly.endCell();
                case "tr" -> assembly.endRow();
                case "tbl" -> assembly.endTable();
                case "Fallback" -> fallback--;
                default -> {}
            }
        }

        @Override
        public void text(String words) {
            if (text && fallback == 0) assembly.run(words, font);
        }
    }
}
