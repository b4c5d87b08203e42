package vn.qppl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.qppl.structure.StructureReader;
import vn.qppl.structure.WordText;

/** A base or an amending document may be a plain text, a Word file or a PDF: the drafted text is the same. */
class ConsolidateFilesTest {
    private static final int LINE = 78;
    private static final int LINES = 44;

    private static final String BASE = """
            HỘI ĐỒNG NHÂN DÂN TỈNH BÌNH LÂM
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            Số: 14/2023/NQ-HĐND
            Bình Lâm, ngày 10 tháng 7 năm 2023
            NGHỊ QUYẾT
            Quy định mức hỗ trợ người trồng rừng trên địa bàn tỉnh Bình Lâm
            Điều 1. Phạm vi điều chỉnh
            Nghị quyết này quy định mức hỗ trợ người trồng rừng.
            Điều 2. Mức hỗ trợ
            1. Hộ gia đình trồng rừng sản xuất được hỗ trợ 5.000.000 đồng mỗi héc ta, chi một lần sau khi nghiệm thu.
            2. Cộng đồng dân cư trồng rừng phòng hộ được hỗ trợ 9.000.000 đồng mỗi héc ta.
            3. Hồ sơ đề nghị hỗ trợ nộp tại Ủy ban nhân dân xã.
            Điều 3. Tổ chức thực hiện
            Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết này.
            Nghị quyết này có hiệu lực từ ngày 20 tháng 7 năm 2023.
            """;

    private static final String AMENDING = """
            HỘI ĐỒNG NHÂN DÂN TỈNH BÌNH LÂM
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            Số: 31/2024/NQ-HĐND
            Bình Lâm, ngày 12 tháng 12 năm 2024
            NGHỊ QUYẾT
            Sửa đổi, bổ sung một số điều của Nghị quyết số 14/2023/NQ-HĐND quy định mức hỗ trợ người trồng rừng trên địa bàn tỉnh Bình Lâm
            Điều 1. Sửa đổi, bổ sung một số điều của Nghị quyết số 14/2023/NQ-HĐND
            1. Sửa đổi, bổ sung khoản 1 Điều 2 như sau:
            “1. Hộ gia đình trồng rừng sản xuất được hỗ trợ 7.500.000 đồng mỗi héc ta, chi hai lần trong ba năm đầu sau khi nghiệm thu.”
            2. Bổ sung khoản 2a vào sau khoản 2 Điều 2 như sau:
            “2a. Hộ nghèo được hỗ trợ thêm 1.000.000 đồng mỗi héc ta.”
            3. Bãi bỏ khoản 3 Điều 2.
            Điều 2. Hiệu lực thi hành
            Nghị quyết này có hiệu lực từ ngày 01 tháng 01 năm 2025.
            """;

    @TempDir
    Path folder;

    private Path text(String name, String words) throws IOException {
        return Files.writeString(folder.resolve(name + ".txt"), words);
    }

    private Path word(String name, String words) throws IOException {
        var file = folder.resolve(name + ".docx");
        try (var out = Files.newOutputStream(file)) {
            WordText.write(StructureReader.read(words), null, out);
        }
        return file;
    }

    /** Lines broken as a printer breaks them, not where sentences end. */
    private Path pdf(String name, String words) throws IOException {
        var file = folder.resolve(name + ".pdf");
        try (var document = new PDDocument();
                var letters = PDDocument.class.getResourceAsStream(
                        "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            var font = PDType0Font.load(document, letters, true);
            var lines = new ArrayList<String>();
            for (var paragraph : words.lines().toList()) lines.addAll(broken(paragraph));
            for (int from = 0; from < lines.size(); from += LINES) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    float y = 740;
                    for (var line : lines.subList(from, Math.min(lines.size(), from + LINES))) {
                        content.beginText();
                        content.setFont(font, 11);
                        content.newLineAtOffset(70, y);
                        content.showText(line);
                        content.endText();
                        y -= 15;
                    }
                }
            }
            document.save(file.toFile());
        }
        return file;
    }

    private static List<String> broken(String paragraph) {
        var lines = new ArrayList<String>();
        var rest = paragraph;
        while (rest.length() > LINE) {
            int at = rest.lastIndexOf(' ', LINE);
            lines.add(rest.substring(0, at));
            rest = rest.substring(at + 1);
        }
        lines.add(rest);
        return lines;
    }

    private String consolidated(Path base, Path amending) throws IOException {
        var out = folder.resolve("out.jsonl");
        int status = ConsolidateCommand.run(
                List.of(
                        "--base",
                        base.toString(),
                        "--amending",
                        amending.toString(),
                        "--on",
                        "2025-01-01",
                        "--out",
                        out.toString()),
                System.err);
        assertThat(status).isZero();
        // where lines break is the layout's, not the law's
        return Files.readString(out).replace("\\n", " ").replaceAll(" +", " ");
    }

    @Test
    void givesOneTextWhateverTheFilesAre() throws IOException {
        var plain = consolidated(text("base", BASE), text("amending", AMENDING));
        assertThat(plain)
                .contains("7.500.000 đồng mỗi héc ta, chi hai lần")
                .contains("2a. Hộ nghèo được hỗ trợ thêm")
                .doesNotContain("5.000.000", "nộp tại")
                .contains("\"changedBy\"")
                .contains("{\"unapplied\":[]}");
        assertThat(consolidated(word("base", BASE), word("amending", AMENDING))).isEqualTo(plain);
        assertThat(consolidated(pdf("base", BASE), pdf("amending", AMENDING))).isEqualTo(plain);
        assertThat(consolidated(pdf("base", BASE), word("amending", AMENDING))).isEqualTo(plain);
    }
}
