package vn.qppl.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.qppl.structure.StructureReader;
import vn.qppl.text.ExtractedText;
import vn.qppl.text.Span;

/** Any text at all gives an answer, every span lies in the text, and ten times the text costs about ten times the work. */
class ReadingIsTotalTest {
    private static final String[] PIECES = {
        "Điều",
        "điểm a",
        "khoản 1",
        " và ",
        ", ",
        "; ",
        "\n",
        "\n\n",
        "Số:",
        " 12/2023/QĐ-UBND",
        "/",
        "-",
        "QUYẾT ĐỊNH",
        "LUẬT",
        "Luật ",
        "này",
        "(sau đây gọi tắt là ",
        ")",
        "“",
        "”",
        "TM. ",
        "KT. CHỦ TỊCH",
        "CHỦ",
        "ngày 31 tháng 02 năm 2023",
        "ngày",
        "tháng",
        "Nơi nhận:",
        "- ",
        "Căn cứ ",
        "của ",
        "theo ",
        "đến ",
        "từ ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "ỦY BAN NHÂN DÂN",
        "**",
        "|",
        "#",
        "   ",
        "\t",
        "999999999",
        "có hiệu lực",
        "bãi bỏ",
        "sửa đổi, bổ sung",
        "ban hành kèm theo",
        "Quy chế ",
        "Phụ lục",
        "Mẫu số",
        "Nguyễn Văn",
        "ữ",
        "\u0301",
        "\ud83d\ude00",
        "\ud83d",
        "\u0000",
        "Công báo/Số 1+2/Ngày 1-1-2020",
        "Điều 5",
        "điểm đ",
        "năm 2024",
        "Chương",
        "IV",
        "1.",
        "a)",
        "ở",
        " tiếp tục thực hiện ",
        "Điều 9. Điều khoản chuyển tiếp\n",
        " trước ngày Luật này có hiệu lực",
        " hết hiệu lực"
    };

    @Test
    void readsAnyPatchworkOfLegalWords() {
        var random = new Random(20240401);
        for (int round = 0; round < 600; round++) {
            var text = new StringBuilder();
            int pieces = 1 + random.nextInt(120);
            for (int i = 0; i < pieces; i++) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
                if (random.nextInt(4) == 0) text.append((char) random.nextInt(0x2100));
            }
            check(text.toString());
            checkWhole(text.toString());
        }
    }

    @Test
    void readsARealDocumentCutAndTornAnywhere() {
        var random = new Random(7);
        var whole = MetadataReaderTest.DECISION;
        for (int round = 0; round < 300; round++) {
            var text = new StringBuilder(whole.substring(random.nextInt(whole.length())));
            for (int i = random.nextInt(12); i > 0 && !text.isEmpty(); i--) {
                int at = random.nextInt(text.length());
                if (random.nextBoolean()) text.deleteCharAt(at);
                else text.insert(at, PIECES[random.nextInt(PIECES.length)]);
            }
            check(text.toString());
            checkWhole(text.toString());
        }
    }

    @Test
    void theWorkGrowsAsTheTextDoes() {
        String[] bodies = {
            "Căn cứ Luật Đất đai số 31/2024/QH15 và Nghị định số 10/2020/NĐ-CP, khoản 2 Điều 5, điểm a khoản 1 Điều này của Luật Đất đai.\n",
            "Luật Luật Luật Luật Luật Bộ luật Pháp lệnh Luật Luật Luật ",
            "điểm a, b, c, d, đ khoản 1, 2, 3 và 4 Điều 5, Điều 6, Điều 7 đến Điều 9, ",
            "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nNguyễn Văn An\nNơi nhận:\n- Sở;\n",
            "Quyết định này được được được được được được được được và có hiệu lực này này ",
            "(sau đây gọi tắt là (sau đây gọi tắt là Nghị định số 10/2020/NĐ-CP ",
            "                                        \t\t\t\t      ",
            "Quy chế ban hành kèm theo Điều 1 Quy định Quy chế kèm theo theo theo theo "
        };
        for (var body : bodies) {
            var small = MetadataReaderTest.DECISION + body.repeat(10_000 / body.length());
            var large = MetadataReaderTest.DECISION + body.repeat(200_000 / body.length());
            for (int i = 0; i < 4; i++) check(small);
            // twenty times the text: a line costs about 20 times as much, a square 400 times; no machine is so uneven
            // as to mix them up
            assertThat((double) cost(large) / cost(small))
                    .as(body.substring(0, 30))
                    .isLessThan(120);
        }
    }

    private static long cost(String text) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 2; i++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            check(text);
            best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
        }
        return Math.max(best, 100_000);
    }

    private static void checkWhole(String text) {
        var reading = DocumentReader.read(ExtractedText.ofPlainText(text));
        for (var effect : reading.effects()) inside(text, effect.span());
        for (var clause : reading.transitions()) inside(text, clause.span());
    }

    private static void check(String text) {
        var metadata = MetadataReader.read(text);
        var cited = CitationReader.read(StructureReader.read(text), metadata);
        var term = TermReader.read(
                text, Math.min(metadata.bodyStart(), text.length()), text.length(), metadata.issuedOn());
        inside(
                text,
                metadata.number(),
                metadata.type(),
                metadata.issuer(),
                metadata.signer(),
                metadata.capacity(),
                metadata.place(),
                metadata.issuedOn(),
                metadata.title(),
                term.from(),
                term.until(),
                GazetteReader.read(text),
                NormativeRule.of(metadata));
        for (var basis : cited.bases()) inside(text, basis.span());
        for (var citation : cited.citations()) inside(text, citation.span());
        for (var addressee : RecipientReader.read(
                text,
                metadata.bodyStart(),
                metadata.capacity() == null ? null : metadata.capacity().span())) inside(text, addressee);
    }

    private static void inside(String text, @org.jspecify.annotations.Nullable Finding<?>... findings) {
        for (var finding : findings) {
            if (finding == null) continue;
            inside(text, finding.span());
            assertThat(finding.confidence()).isBetween(0.0, 1.0);
            if (!finding.certain())
                assertThat(finding.reason()).as("%s", finding.value()).isNotBlank();
        }
    }

    private static void inside(String text, Span span) {
        assertThat(span.end()).isLessThanOrEqualTo(text.length());
    }
}
