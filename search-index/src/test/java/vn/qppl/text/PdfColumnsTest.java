package vn.qppl.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfColumnsTest {
    @TempDir
    Path folder;

    private record At(float x, String text) {}

    private String read(List<List<At>> lines) throws Exception {
        var file = folder.resolve("c.pdf");
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                float y = 740;
                for (var line : lines) {
                    for (var at : line) {
                        content.beginText();
                        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
                        content.newLineAtOffset(at.x(), y);
                        content.showText(at.text());
                        content.endText();
                    }
                    y -= 13;
                }
            }
            document.save(file.toFile());
        }
        return new DocumentFile().read(file, "c.pdf", 100_000, page -> {}).text();
    }

    @Test
    void readsAPageInTwoColumnsColumnByColumn() throws Exception {
        var lines = new ArrayList<List<At>>();
        lines.add(List.of(new At(200, "A heading across both")));
        for (int i = 0; i < 15; i++)
            lines.add(List.of(
                    new At(
                            60,
                            (i == 0 ? "Left" : "left") + " words that run on to the edge " + (char) ('a' + i)
                                    + (i == 14 ? "." : "")),
                    new At(250, (i == 0 ? "Right" : "right") + " words that run on to the edge " + (char) ('a' + i))));
        var text = read(lines);
        assertThat(text.lines().toList()).hasSize(3);
        assertThat(text.lines().toList().get(1))
                .startsWith("Left words that run on to the edge a left words")
                .endsWith("edge o.");
        assertThat(text.lines().toList().get(2)).startsWith("Right words");
    }

    @Test
    void readsATableOfTwoColumnsRowByRow() throws Exception {
        var lines = new ArrayList<List<At>>();
        for (int i = 1; i < 16; i++) lines.add(List.of(new At(60, "Xa so " + i), new At(320, "muc " + i)));
        assertThat(read(lines)).contains("Xa so 2 muc 2");
    }
}
