package vn.qppl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of one folder are read together: each knows what the others say of themselves. */
class BatchTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private List<JsonNode> read() throws IOException {
        var out = Files.createTempFile(folder.getParent(), "read", ".jsonl");
        assertThat(ReadCommand.run(List.of(folder.toString(), "--out", out.toString()), System.err))
                .isZero();
        var lines = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(out)) lines.add(JSON.readTree(line));
        return lines;
    }

    @Test
    void aDocumentNamedByTitleIsTheOneOfTheBatch() throws IOException {
        file("1.txt", """
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                QUỐC HỘI
                Luật số: 5/2027/QH16
                Hà Nội, ngày 20 tháng 6 năm 2027
                LUẬT
                CHỢ TRUYỀN THỐNG
                Điều 1. Chợ
                Chợ họp theo phiên.
                Điều 2. Hiệu lực thi hành
                Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2028.
                """);
        file("2.txt", """
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                QUỐC HỘI
                Luật số: 9/2028/QH16
                Hà Nội, ngày 20 tháng 6 năm 2028
                LUẬT
                SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT CHỢ TRUYỀN THỐNG
                Điều 1. Sửa đổi, bổ sung một số điều của Luật Chợ truyền thống
                1. Sửa đổi Điều 1 như sau:
                “Điều 1. Chợ
                Chợ họp hằng ngày.”
                Điều 2. Hiệu lực thi hành
                Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2029.
                """);

        assertThat(read().getLast().path("effects").findValuesAsString("target"))
                .contains("5/2027/QH16");
    }

    @Test
    void aClauseLearnsFromItsNeighbourWhichDocumentTheirArticleAmends() throws IOException {
        file(
                "1.txt",
                "Khoản 2 / Điều 4 / Thông tư 18/2028/TT-BTC, trích yếu 'Sửa đổi, bổ sung một số điều của các Thông tư về phí' có danh sách ngữ cảnh sau [\"2. Sửa đổi khoản 3 Điều 18 như sau: “3. Miễn phí.”\"]");
        file(
                "2.txt",
                "Khoản 1 / Điều 4 / Thông tư 18/2028/TT-BTC, trích yếu 'Sửa đổi, bổ sung một số điều của các Thông tư về phí' có danh sách ngữ cảnh sau [\"1. Bãi bỏ Điều 14.\", \"Điều 4. Sửa đổi, bổ sung một số điều của Thông tư số 47/2026/TT-BTC\"]");

        var effect = read().getFirst().path("effects").get(0);
        assertThat(effect.path("target").asString()).isEqualTo("47/2026/TT-BTC");
        assertThat(effect.path("targetProvision").asString()).isEqualTo("khoản 3 Điều 18");
        assertThat(effect.path("confidence").asDouble()).isLessThan(0.98);
    }

    @Test
    void anArticleGivenByItsHeadingAloneLearnsFromItsClausesWhatItDoes() throws IOException {
        file(
                "1.txt",
                "Điều 4 / Thông tư 18/2028/TT-BTC, trích yếu 'Sửa đổi, bổ sung một số điều của các Thông tư về phí' có danh sách ngữ cảnh sau [\"Điều 4. Sửa đổi, bổ sung một số điều của Thông tư số 47/2026/TT-BTC\"]");
        file(
                "2.txt",
                "Khoản 1 / Điều 4 / Thông tư 18/2028/TT-BTC, trích yếu 'Sửa đổi, bổ sung một số điều của các Thông tư về phí' có danh sách ngữ cảnh sau [\"1. Sửa đổi khoản 3 Điều 18 như sau: “3. Miễn phí.”\"]");
        file(
                "3.txt",
                "Khoản 1 / Điều 5 / Thông tư 18/2028/TT-BTC, trích yếu 'Sửa đổi, bổ sung một số điều của các Thông tư về phí' có danh sách ngữ cảnh sau [\"1. Sửa đổi khoản 9 Điều 2 như sau: “9. Miễn phí.”\"]");

        var effects = read().getFirst().path("effects");
        assertThat(effects).hasSize(1);
        var effect = effects.get(0);
        assertThat(effect.path("target").asString()).isEqualTo("47/2026/TT-BTC");
        assertThat(effect.path("targetProvision").asString()).isEqualTo("khoản 3 Điều 18");
        assertThat(effect.path("confidence").asDouble()).isLessThan(0.98);
    }

    @Test
    void aClauseOfAnotherKindLeavesTheHeadingAsVagueAsItIs() throws IOException {
        file(
                "1.txt",
                "Điều 4 / Thông tư 18/2028/TT-BTC, trích yếu 'Sửa đổi, bổ sung một số điều của các Thông tư về phí' có danh sách ngữ cảnh sau [\"Điều 4. Sửa đổi, bổ sung một số điều của Thông tư số 47/2026/TT-BTC\"]");
        file(
                "2.txt",
                "Khoản 2 / Điều 4 / Thông tư 18/2028/TT-BTC, trích yếu 'Sửa đổi, bổ sung một số điều của các Thông tư về phí' có danh sách ngữ cảnh sau [\"2. Bãi bỏ Điều 14.\"]");

        assertThat(read().getFirst().path("effects").findValuesAsString("kind")).containsExactly("amend", "repeal");
    }

    @Test
    void whatCannotBeReadIsALineOfItsOwn() throws IOException {
        Files.write(folder.resolve("1.docx"), new byte[] {0x50, 0x4b, 3, 4, 9, 9, 9, 9, 9, 9, 9, 9});
        file("2.txt", "Điều 1. Chợ\nChợ họp theo phiên.\n");

        var lines = read();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().has("error")).isTrue();
        assertThat(lines.getLast().path("units")).hasSize(1);
    }

    @Test
    void consolidatesWebPagesAsItDoesPlainText() throws IOException {
        var head =
                "<p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Độc lập - Tự do - Hạnh phúc</p><p>QUỐC HỘI</p><p>Luật số: %s</p><p>Hà Nội, ngày %s</p><p>LUẬT</p><p>%s</p>%s";
        file(
                "base.html",
                "<html><head><meta charset='utf-8'></head><body>"
                        + head.formatted(
                                "5/2027/QH16",
                                "20 tháng 6 năm 2027",
                                "CHỢ TRUYỀN THỐNG",
                                "<p>Điều 1. Chợ</p><p>Chợ họp theo phiên.</p><p>Điều 2. Hiệu lực thi hành</p><p>Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2028.</p>")
                        + "</body></html>");
        file(
                "amending.html",
                "<html><head><meta charset='utf-8'></head><body>"
                        + head.formatted(
                                "9/2028/QH16",
                                "20 tháng 6 năm 2028",
                                "SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT CHỢ TRUYỀN THỐNG SỐ 5/2027/QH16",
                                "<p>Điều 1. Sửa đổi, bổ sung một số điều của Luật Chợ truyền thống số 5/2027/QH16</p><p>1. Sửa đổi Điều 1 như sau:</p><p>“Điều 1. Chợ</p><p>Chợ họp hằng ngày.”</p><p>Điều 2. Hiệu lực thi hành</p><p>Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2029.</p>")
                        + "</body></html>");
        var out = folder.resolve("out.jsonl");

        int status = ConsolidateCommand.run(
                List.of(
                        "--base", folder.resolve("base.html").toString(),
                        "--amending", folder.resolve("amending.html").toString(),
                        "--on", "2029-01-02",
                        "--out", out.toString()),
                new PrintStream(System.err));

        assertThat(status).isZero();
        assertThat(Files.readString(out)).contains("họp hằng ngày").doesNotContain("họp theo phiên");
    }
}
