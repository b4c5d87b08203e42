package vn.qppl.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page drawn here, laid askew, with the specks of a scanner, through the real pool of child processes. */
class ScannedPdfTest {
    private static final List<String> LINES = List.of(
            "Điều 1. Phạm vi điều chỉnh",
            "1. Nghị quyết này quy định mức chi bồi dưỡng đối với người làm nhiệm vụ",
            "tiếp công dân, xử lý đơn khiếu nại, tố cáo trên địa bàn tỉnh.",
            "2. Mức chi cụ thể do cơ quan có thẩm quyền quyết định theo quy chế chi tiêu",
            "nội bộ của đơn vị, bảo đảm đúng đối tượng và trong dự toán được giao.",
            "Điều 2. Tổ chức thực hiện",
            "1. Ủy ban nhân dân tỉnh tổ chức triển khai thực hiện Nghị quyết.",
            "2. Thường trực Hội đồng nhân dân, các Ban của Hội đồng nhân dân và đại biểu",
            "Hội đồng nhân dân tỉnh giám sát việc thực hiện Nghị quyết này.");

    private static final int WIDTH = 2480;
    private static final int HEIGHT = 1800;

    @TempDir
    Path folder;

    @BeforeAll
    static void recogniserIsThere() {
        assumeTrue(Ocr.available(), "no Tesseract with Vietnamese data here: apt-get install tesseract-ocr-vie");
        assumeTrue(
                new Font(Font.SERIF, Font.PLAIN, 12).canDisplayUpTo(String.join("", LINES)) < 0,
                "no font with Vietnamese letters here: apt-get install fonts-dejavu-core");
    }

    @Test
    void readsASkewedScanUnderANoteOfTheSignature() throws Exception {
        var file = folder.resolve("quét.pdf");
        try (var document = new PDDocument()) {
            var page = new PDPage(new PDRectangle(WIDTH * 72f / 300, HEIGHT * 72f / 300));
            document.addPage(page);
            var image = LosslessFactory.createFromImage(document, scan());
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(
                        image,
                        0,
                        0,
                        page.getMediaBox().getWidth(),
                        page.getMediaBox().getHeight());
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 6);
                content.newLineAtOffset(420, 20);
                content.showText("Signed by the province");
                content.endText();
            }
            document.save(file.toFile());
        }
        try (var extractor = PooledExtractor.standard(1)) {
            var read = extractor.extract(file, "quét.pdf");
            assertThat(read.scannedPages()).containsExactly(0);
            assertThat(found(String.join(" ", LINES), read.text()))
                    .as(read.text())
                    .isGreaterThanOrEqualTo(0.95);
            assertThat(read.text()).contains("\nĐiều 2. Tổ chức thực hiện\n");
            assertThat(read.doubtfulWords())
                    .allSatisfy(w -> assertThat(w.confidence()).isLessThan(0.75));
        }
    }

    /** Share of the syllables of the truth that were read. */
    private static double found(String truth, String read) {
        var counts = counts(read);
        int all = 0;
        int hit = 0;
        for (var entry : counts(truth).entrySet()) {
            all += entry.getValue();
            hit += Math.min(entry.getValue(), counts.getOrDefault(entry.getKey(), 0));
        }
        return (double) hit / all;
    }

    private static Map<String, Integer> counts(String text) {
        var counts = new HashMap<String, Integer>();
        for (var word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+", -1))
            if (!word.isEmpty()) counts.merge(word, 1, Integer::sum);
        return counts;
    }

    private static BufferedImage scan() {
        var page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        var g = page.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, page.getWidth(), page.getHeight());
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.transform(AffineTransform.getRotateInstance(Math.toRadians(1.2), WIDTH / 2.0, HEIGHT / 2.0));
        g.setColor(Color.BLACK);
        g.setFont(new Font(Font.SERIF, Font.PLAIN, 54));
        for (int i = 0; i < LINES.size(); i++) g.drawString(LINES.get(i), 260, 300 + 96 * i);
        g.dispose();
        var bytes = ((DataBufferByte) page.getRaster().getDataBuffer()).getData();
        var random = new Random(20231);
        for (int i = 0; i < bytes.length; i++)
            bytes[i] = (byte) Math.clamp((bytes[i] & 0xFF) * 0.92 + 8 + random.nextGaussian() * 12, 0, 255);
        return page;
    }
}
