package vn.qppl.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.qppl.structure.LegalText.ComponentKind;
import vn.qppl.structure.Unit;
import vn.qppl.structure.UnitLevel;
import vn.qppl.text.ExtractedText;

/** Texts as they come: proposals with little confidence and a reason, never an exception, never an invented value. */
class BadInputTest {
    private static final String HEAD = """
            ỦY BAN NHÂN DÂN
            TỈNH KON TUM
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            %s
            Kon Tum, ngày 15 tháng 5 năm 2023
            QUYẾT ĐỊNH
            Quy định mức hỗ trợ người cao tuổi
            """;
    private static final String BODY = """
            Điều 1. Mức hỗ trợ
            1. Mức hỗ trợ là 500.000 đồng.
            2. Mức hỗ trợ thêm là 100.000 đồng.
            Điều 2. Hiệu lực thi hành
            Quyết định này có hiệu lực kể từ ngày 01 tháng 6 năm 2023.
            TM. ỦY BAN NHÂN DÂN
            CHỦ TỊCH
            Lê Ngọc Tuấn
            """;

    private static Reading read(String text) {
        return DocumentReader.read(ExtractedText.ofPlainText(text));
    }

    private static Reading numbered(String number) {
        return read(HEAD.formatted(number) + BODY);
    }

    private static void doubtful(@Nullable Finding<?> finding) {
        if (finding == null) return;
        assertThat(finding.certain()).isFalse();
        assertThat(finding.reason()).isNotBlank();
    }

    private static List<String> articles(Reading read) {
        return units(read.structure().components().getFirst().units())
                .filter(u -> u.level() == UnitLevel.ARTICLE)
                .map(Unit::number)
                .toList();
    }

    private static java.util.stream.Stream<Unit> units(List<Unit> units) {
        return units.stream()
                .flatMap(u -> java.util.stream.Stream.concat(java.util.stream.Stream.of(u), units(u.children())));
    }

    @Test
    void twoNumbersAreBothDoubtful() {
        doubtful(numbered("Số: 12/2023/QĐ-UBND\nSố: 13/2023/QĐ-UBND").number());
    }

    @Test
    void aNumberThatIsNotWrittenIsNotRead() {
        for (var blank : List.of("Số:      /2023/QĐ-UBND", "Số: …/2023/QĐ-UBND", "Số: ___/QĐ-UBND", ""))
            assertThat(numbered(blank).number()).as(blank).isNull();
    }

    @Test
    void theNumberOfAStampIsNotTheDocuments() {
        var stamped = read("SỞ TƯ PHÁP TỈNH KON TUM\nCÔNG VĂN ĐẾN\nSố: 1456\nNgày: 17/5/2023\n"
                + HEAD.formatted("Số: 12/2023/QĐ-UBND") + BODY);
        assertThat(Objects.requireNonNull(stamped.number()).value()).isEqualTo("12/2023/QĐ-UBND");
        assertThat(Objects.requireNonNull(stamped.issuedOn()).value()).hasToString("2023-05-15");

        var onlyStamp =
                read("CÔNG VĂN ĐẾN\nSố: 1456/VB-STP\nNgày: 17/5/2023\n" + HEAD.formatted("Số:     /QĐ-UBND") + BODY);
        doubtful(onlyStamp.number());
    }

    @Test
    void theYearOfTheNumberMayContradictTheDay() {
        doubtful(numbered("Số: 12/2022/QĐ-UBND").number());
    }

    @Test
    void noiseOfScannersStillHasArticles() {
        var noisy = BODY.replace("Điều 1.", "Ðiều l.").replace("Điều 2.", "Điéu 2.");

        assertThat(articles(read(HEAD.formatted("Số: 12/2023/QĐ-UBND") + noisy)))
                .containsExactly("1", "2");
    }

    @Test
    void anAnnexLongerThanTheTextIsAnAnnex() {
        var row = "Xã Đăk Hà\t500.000\n";
        var text = HEAD.formatted("Số: 12/2023/QĐ-UBND") + BODY
                + "PHỤ LỤC\nMỨC HỖ TRỢ\n(Kèm theo Quyết định số 12/2023/QĐ-UBND)\n" + row.repeat(20_000)
                + "Điều 3. Một dòng của biểu\n";
        var read = read(text);

        assertThat(articles(read)).containsExactly("1", "2");
        assertThat(read.structure().components())
                .extracting(c -> c.kind())
                .containsExactly(ComponentKind.MAIN, ComponentKind.ANNEX);
        assertThat(read.number()).isNotNull();
        assertThat(read.signer()).isNotNull();
    }

    @Test
    void tenThousandArticlesAreRead() {
        var body = IntStream.rangeClosed(1, 10_000)
                .mapToObj(i -> "Điều " + i + ". Quy định " + i + "\n1. Khoản một theo Điều " + i + ".\n2. Khoản hai.\n")
                .collect(Collectors.joining());

        assertThat(articles(read(HEAD.formatted("Số: 12/2023/QĐ-UBND") + body))).hasSize(10_000);
    }

    @Test
    void quotationsWithinQuotationsThatNobodyClosed() {
        var text = HEAD.formatted("Số: 12/2023/QĐ-UBND")
                        .replace(
                                "Quy định mức hỗ trợ",
                                "Sửa đổi một số điều của Quyết định số 5/2020/QĐ-UBND về mức hỗ trợ")
                + """
                Điều 1. Sửa đổi một số điều của Quyết định số 5/2020/QĐ-UBND
                1. Sửa đổi Điều 3 như sau:
                “Điều 3. Mức hỗ trợ gọi là “mức chuẩn và “mức thêm
                1. Mức chuẩn là 500.000 đồng.
                2. Bãi bỏ khoản 2 Điều 4.
                Điều 2. Hiệu lực thi hành
                Quyết định này có hiệu lực kể từ ngày 01 tháng 6 năm 2023.
                """;
        var read = read(text);

        assertThat(articles(read)).containsExactly("1", "2");
        assertThat(read.effects())
                .filteredOn(e -> "Điều 3".equals(e.targetProvision()))
                .isNotEmpty()
                .allSatisfy(e -> {
                    assertThat(e.confidence()).isLessThan(Finding.CERTAIN);
                    assertThat(e.reason()).isNotBlank();
                });
    }

    @Test
    void nothingAndNoiseGiveNothing() {
        for (var text :
                List.of("", "\n\n\n", "\u0000\u0001", "Số: Ngày: Điều", "“".repeat(2000), "Điều ".repeat(2000))) {
            var read = read(text);
            assertThat(read.number()).isNull();
            assertThat(read.issuedOn()).isNull();
            assertThat(read.effects()).isEmpty();
        }
    }
}
