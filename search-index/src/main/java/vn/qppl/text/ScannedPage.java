package vn.qppl.text;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** A recognised page as paragraphs, its doubtful words marked; and a file that is one image. */
final class ScannedPage {
    private static final Pattern BEGINS = Pattern.compile(
            "(?iu)(?:điều\\s+\\d{1,4}[a-zđ]?\\s*(?:[.:].*)?|(?:chương|phần|mục|phụ lục)\\s+\\S{1,12}|\\d{1,3}[.)]\\s.*|[a-zđ]\\d?[.)]\\s.*|[-+•–]\\s.*|căn cứ .*|số\\s*:.*|nơi nhận.*)");

    private ScannedPage() {}

    static ExtractedText ofImage(Path file, ExtractionWorker.PageListener listener)
            throws ExtractionException, IOException {
        if (!Ocr.available()) throw new ExtractionException(ExtractionProblem.SCANNED_NOT_READABLE, "image");
        BufferedImage image = ImageIO.read(file.toFile());
        if (image == null) throw new ExtractionException(ExtractionProblem.DAMAGED, "image");
        listener.pageBegins(0);
        var assembly = new Assembly();
        write(Ocr.read(image), assembly);
        assembly.endPage();
        return assembly.finish(FileKind.IMAGE.mediaType()).withScannedPages(List.of(0));
    }

    /** Lines are joined within the recogniser's paragraphs, except where a line begins a provision. */
    static void write(List<List<Ocr.Word>> recognised, Assembly assembly) {
        boolean open = false;
        for (var line : RecognisedWords.mended(recognised)) {
            if (line.isEmpty()) {
                if (open) assembly.endParagraph();
                open = false;
                continue;
            }
            var text = String.join(" ", line.stream().map(Ocr.Word::text).toList());
            if (open && BEGINS.matcher(text).matches()) assembly.endParagraph();
            else if (open) assembly.run(" ", null);
            for (int i = 0; i < line.size(); i++) {
                if (i > 0) assembly.run(" ", null);
                assembly.recognised(line.get(i));
            }
            open = true;
        }
        if (open) assembly.endParagraph();
    }
}
