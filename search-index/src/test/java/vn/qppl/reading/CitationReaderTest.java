package vn.qppl.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.qppl.text.ExtractedText;

class CitationReaderTest {
    private static final String HEAD = """
            CHÍNH PHỦ
            -------
            Số: 15/2023/NĐ-CP
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            Hà Nội, ngày 20 tháng 4 năm 2023

            NGHỊ ĐỊNH
            Quy định về bến bãi

            """;

    @Test
    void everyDocumentOfABasisIsOneBasis() {
        var read = read("""
                Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;
                Căn cứ Luật Đất đai số 45/2013/QH13 đã được sửa đổi, bổ sung theo Luật số 35/2018/QH14, Luật số 61/2020/QH14;
                Căn cứ các Nghị định của Chính phủ: số 63/2010/NĐ-CP ngày 08/6/2010 về kiểm soát thủ tục; số 48/2013/NĐ-CP ngày 14/5/2013 và số 92/2017/NĐ-CP ngày 07/8/2017 sửa đổi các Nghị định;
                Căn cứ Nghị định số 34/2016/NĐ-CP quy định chi tiết một số điều của Luật Ban hành văn bản quy phạm pháp luật;
                Theo đề nghị của Bộ trưởng Bộ Giao thông vận tải tại Tờ trình số 12/TTr-BGTVT.
                Điều 1. Phạm vi
                Nghị định này quy định về bến bãi.
                """);

        assertThat(read.bases().stream().map(Citation::number))
                .containsExactly(
                        "76/2015/QH13",
                        "45/2013/QH13",
                        "63/2010/NĐ-CP",
                        "48/2013/NĐ-CP",
                        "92/2017/NĐ-CP",
                        "34/2016/NĐ-CP");
        assertThat(read.bases()).allMatch(b -> b.relation() == RelationKind.BASED_ON);
        assertThat(numbers(read.citations())).contains("35/2018/QH14", "61/2020/QH14", "12/TTr-BGTVT");
    }

    @Test
    void aNumberFromTheTableOfLawsIsOnlyOffered() {
        var read = read("Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;\nĐiều 1. Phạm vi\n");

        var basis = read.bases().getFirst();
        assertThat(basis.number()).isEqualTo("76/2015/QH13");
        assertThat(basis.confidence()).isLessThan(Finding.CERTAIN);
        assertThat(basis.reason()).isNotBlank();
    }

    @Test
    void readsListsRangesAndNestedProvisions() {
        assertThat(provisions("theo các khoản 9, 10 và 11 Điều 3 Nghị định số 10/2020/NĐ-CP."))
                .containsExactly("khoản 9 Điều 3", "khoản 10 Điều 3", "khoản 11 Điều 3");
        assertThat(provisions("từ Điều 3 đến Điều 6 Nghị định số 10/2020/NĐ-CP."))
                .containsExactly("Điều 3", "Điều 4", "Điều 5", "Điều 6");
        assertThat(provisions("tại điểm a và điểm b khoản 1, khoản 2 Điều 5 Nghị định số 10/2020/NĐ-CP."))
                .containsExactly("điểm a khoản 1 Điều 5", "điểm b khoản 1 Điều 5", "khoản 2 Điều 5");
        assertThat(provisions("tại các điểm c, d và đ khoản 2 Điều 7a của Nghị định số 10/2020/NĐ-CP."))
                .containsExactly("điểm c khoản 2 Điều 7a", "điểm d khoản 2 Điều 7a", "điểm đ khoản 2 Điều 7a");
        assertThat(provisions("tại khoản 1 Điều 3, Điều 4 và khoản 2 Điều 8 Nghị định số 10/2020/NĐ-CP."))
                .containsExactly("khoản 1 Điều 3", "Điều 4", "khoản 2 Điều 8");
    }

    @Test
    void aTableOrFormIsNamedWithItsAnnex() {
        assertThat(provisions("Mức thu theo Bảng 2 Phụ lục I Nghị định số 15/2020/NĐ-CP."))
                .containsExactly("Bảng 2 Phụ lục I");
        assertThat(provisions("Lập theo Mẫu số 03 Phụ lục II ban hành kèm theo Nghị định số 15/2020/NĐ-CP."))
                .containsExactly("Mẫu số 03 Phụ lục II");
        assertThat(provisions("Theo Bảng 5 điểm a khoản 2 Điều 39 Nghị định số 15/2020/NĐ-CP."))
                .containsExactly("Bảng 5 điểm a khoản 2 Điều 39");
        assertThat(provisions("Theo Bảng 2 Phụ lục I ban hành kèm theo Quyết định này."))
                .containsExactly("Bảng 2 Phụ lục I");
    }

    @Test
    void readsTheProvisionOfAnAttachedRegulation() {
        var read = body(
                "thực hiện theo khoản 2 Điều 3 Quy chế quản lý bến bãi ban hành kèm theo Quyết định số 7/2019/QĐ-TTg.");

        var cited = read.citations().getLast();
        assertThat(cited.number()).isEqualTo("7/2019/QĐ-TTg");
        assertThat(cited.provision()).isEqualTo("khoản 2 Điều 3");
    }

    @Test
    void thisArticleAndThisClauseAreTheOnesTheyStandIn() {
        var read = read("""
                Điều 4. Bến
                1. Bến có biển.
                2. Bến phải có đèn theo khoản 1 Điều này.
                a) Đèn theo quy định tại khoản này;
                Điều 5. Bãi
                1. Bãi theo Điều 4 Nghị định này.
                """);

        assertThat(read.citations().stream().filter(Citation::self).map(Citation::provision))
                .containsExactly("khoản 1 Điều 4", "khoản 2 Điều 4", "Điều 4");
        assertThat(read.citations().stream().filter(Citation::self)).allMatch(c -> "15/2023/NĐ-CP".equals(c.number()));
    }

    @Test
    void aLawNamedAloneHasTheNumberTheTextGivesElsewhere() {
        var read = body("Luật Bến bãi số 99/2020/QH14 quy định chung. Bãi theo khoản 3 Điều 9 Luật Bến bãi.");

        var last = read.citations().getLast();
        assertThat(last.number()).isEqualTo("99/2020/QH14");
        assertThat(last.title()).isEqualTo("Luật Bến bãi");
        assertThat(last.provision()).isEqualTo("khoản 3 Điều 9");
    }

    @Test
    void aShortNameGivenEarlierIsResolved() {
        var read = body(
                "theo Nghị định số 10/2020/NĐ-CP ngày 17 tháng 01 năm 2020 của Chính phủ (sau đây gọi tắt là Nghị định vận tải). Bãi theo Điều 8 Nghị định vận tải.");

        var last = read.citations().getLast();
        assertThat(last.number()).isEqualTo("10/2020/NĐ-CP");
        assertThat(last.provision()).isEqualTo("Điều 8");
    }

    @Test
    void anUnknownLawKeepsItsNameAndGetsNoNumber() {
        var read = body("Bãi theo Luật Bến thủy.");

        var last = read.citations().getLast();
        assertThat(last.number()).isNull();
        assertThat(last.title()).isEqualTo("Luật Bến thủy");
        assertThat(last.confidence()).isLessThan(Finding.CERTAIN);
    }

    @Test
    void actsOnOtherDocumentsAreTold() {
        assertThat(relation("Nghị định này thay thế Nghị định số 10/2020/NĐ-CP ngày 17 tháng 01 năm 2020."))
                .isEqualTo(RelationKind.REPLACES);
        assertThat(relation("Bãi bỏ khoản 2 Điều 3 Nghị định số 10/2020/NĐ-CP."))
                .isEqualTo(RelationKind.REPEALS);
        assertThat(relation("Nghị định số 10/2020/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực."))
                .isEqualTo(RelationKind.REPEALS);
        assertThat(relation("Nghị định này quy định chi tiết một số điều của Luật Bến bãi số 99/2020/QH14."))
                .isEqualTo(RelationKind.DETAILS);
        assertThat(relation("theo Luật số 45/2013/QH13 đã được sửa đổi, bổ sung theo Luật số 35/2018/QH14."))
                .isEqualTo(RelationKind.CITES);
    }

    @Test
    void aListOpenedByAnActIsActedOn() {
        var read = read("""
                Điều 1. Bãi bỏ toàn bộ các Nghị định sau đây:
                1. Nghị định số 10/2020/NĐ-CP ngày 17 tháng 01 năm 2020 của Chính phủ về vận tải.
                2. Nghị định số 11/2020/NĐ-CP ngày 20 tháng 01 năm 2020 của Chính phủ về kho bạc.
                """);

        assertThat(read.citations().stream().map(Citation::relation))
                .containsExactly(RelationKind.REPEALS, RelationKind.REPEALS);
    }

    @Test
    void wordsOfAQuotationBelongToTheAmendedText() {
        var read = read("""
                Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 10/2020/NĐ-CP
                1. Sửa đổi, bổ sung khoản 2 Điều 7 như sau:
                “2. Bến theo Điều 9 Nghị định này.”
                2. Sửa đổi Điều 8 như sau:
                “Điều 8. Bãi
                1. Bãi có đèn.
                2. Đèn theo khoản 1 Điều này.”
                Điều 2. Hiệu lực
                Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2023.
                """);

        assertThat(read.citations())
                .anySatisfy(c -> {
                    assertThat(c.provision()).isEqualTo("khoản 2 Điều 7");
                    assertThat(c.number()).isEqualTo("10/2020/NĐ-CP");
                    assertThat(c.relation()).isEqualTo(RelationKind.AMENDS);
                })
                .anySatisfy(c -> {
                    assertThat(c.provision()).isEqualTo("Điều 9");
                    assertThat(c.self()).isFalse();
                })
                .anySatisfy(c -> {
                    assertThat(c.provision()).isEqualTo("khoản 1 Điều 8");
                    assertThat(c.number()).isEqualTo("10/2020/NĐ-CP");
                });
    }

    @Test
    void aShortNameBelongsToTheLawThatIsNamedNotToTheOneThatAmendedIt() {
        var read = body(
                "Luật Giá số 11/2012/QH13 đã được sửa đổi, bổ sung theo Luật số 07/2022/QH15 (sau đây gọi là Luật Giá năm 2012) thì áp dụng Điều 5 của Luật Giá năm 2012.");

        assertThat(read.citations().getLast().number()).isEqualTo("11/2012/QH13");
        assertThat(read.citations().getLast().provision()).isEqualTo("Điều 5");
    }

    @Test
    void spansHoldTheMention() {
        var text = HEAD + "Điều 2. Bãi\nBãi theo khoản 3 Điều 9 Nghị định số 10/2020/NĐ-CP.\n";
        var read = DocumentReader.read(ExtractedText.ofPlainText(text));

        assertThat(read.citations().getLast().span().in(text)).isEqualTo("khoản 3 Điều 9 Nghị định số 10/2020/NĐ-CP");
    }

    private static Reading read(String body) {
        return DocumentReader.read(ExtractedText.ofPlainText(HEAD + body));
    }

    private static Reading body(String sentence) {
        return read("Điều 2. Bãi\n" + sentence + "\n");
    }

    private static List<String> provisions(String sentence) {
        return body(sentence).citations().stream()
                .map(Citation::provision)
                .map(p -> p == null ? "" : p)
                .toList();
    }

    private static RelationKind relation(String sentence) {
        return body(sentence).citations().getLast().relation();
    }

    private static List<String> numbers(List<Citation> citations) {
        return citations.stream().map(Citation::number).filter(Objects::nonNull).toList();
    }
}
