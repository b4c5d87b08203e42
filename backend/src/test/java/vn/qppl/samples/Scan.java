package vn.qppl.samples;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Turns a PDF into what an office scanner makes of its print: grey page images laid a little askew, no text layer. */
final class Scan {
    private static final int DPI = 170;

    private Scan() {}

    static void replace(Path pdf) throws IOException {
        try (var print = Loader.loadPDF(pdf.toFile());
                var scan = new PDDocument()) {
            var renderer = new PDFRenderer(print);
            for (var i = 0; i < print.getNumberOfPages(); i++) {
                var askew = askew(renderer.renderImageWithDPI(i, DPI, ImageType.GRAY), i % 2 == 0 ? 1.0 : -0.7);
                var page = new PDPage(PDRectangle.A4);
                scan.addPage(page);
                var picture = JPEGFactory.createFromImage(scan, askew, 0.55f, DPI);
                try (var content = new PDPageContentStream(scan, page)) {
                    content.drawImage(picture, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
                }
            }
            scan.save(pdf.toFile());
        }
    }

    private static BufferedImage askew(BufferedImage page, double degrees) {
        var out = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        var g = out.createGraphics();
        g.setColor(new Color(246, 246, 246));
        g.fillRect(0, 0, out.getWidth(), out.getHeight());
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.rotate(Math.toRadians(degrees), out.getWidth() / 2.0, out.getHeight() / 2.0);
        g.drawImage(page, 0, 0, null);
        g.dispose();
        return out;
    }
}
