package vn.qppl.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file by its kind. Runs in the child process. */
final class DocumentFile {

    ExtractedText read(Path file, String fileName, int characters, ExtractionWorker.PageListener pages)
            throws ExtractionException, IOException {
        var kind = FileKind.of(file, fileName);
        var text = switch (kind) {
            case TEXT, CSV -> PlainText.read(Files.readAllBytes(file), kind);
            case ENCRYPTED_OOXML -> throw new ExtractionException(ExtractionProblem.ENCRYPTED, "encrypted package");
            case ZIP -> throw new ExtractionException(ExtractionProblem.TOO_DEEPLY_NESTED, "a zip folder");
            case DOC -> WordFile.read(file, fileName, characters);
            case XLS -> SheetFile.read(file, fileName, characters);
            case DOCX -> DocxFile.read(file);
            case RTF -> RtfFile.read(Files.readAllBytes(file));
            case PDF -> PdfFile.read(file, pages);
            case IMAGE -> ScannedPage.ofImage(file, pages);
            case XLSX -> WorkbookFile.read(file, characters);
            case PPT -> SlidesFile.ofCompound(file, fileName, characters);
            case PPTX -> SlidesFile.ofPackage(file);
            case OPEN_DOCUMENT -> OpenDocumentFile.read(file);
            case HTML -> HtmlFile.read(file);
            case OTHER -> TikaFile.read(file, fileName, characters);
        };
        if (text.text().isBlank() && text.scannedPages().isEmpty())
            throw new ExtractionException(ExtractionProblem.EMPTY, "no text in " + kind);
        return kind.macros(file) ? text.with(ExtractionNotice.MACROS_NOT_RUN) : text;
    }
}
