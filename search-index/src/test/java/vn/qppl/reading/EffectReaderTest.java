package vn.qppl.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import vn.qppl.reading.EffectReader.Own;
import vn.qppl.structure.StructureReader;

class EffectReaderTest {
    private static final Own OWN =
            new Own("30/2026/QĐ-UBND", "Quyết định", "Quy định mức hỗ trợ", LocalDate.of(2026, 6, 15), null);
    private static final Own AMENDING = new Own(
            "05/2025/QĐ-UBND",
            "Quyết định",
            "Sửa đổi, bổ sung một số điều của Quyết định số 12/2023/QĐ-UBND",
            LocalDate.of(2025, 2, 18),
            null);

    private static List<ProposedEffect> read(Own own, String text) {
        return EffectReader.read(StructureReader.read(text), own, TitleCatalogue.national());
    }

    private static List<String> said(Own own, String text) {
        return read(own, text).stream()
                .map(e -> e.kind().code() + " " + (e.self() ? "self" : e.target())
                        + (e.targetProvision() == null ? "" : " " + e.targetProvision())
                        + (e.from() == null ? "" : " " + e.from()) + (e.until() == null ? "" : ".." + e.until()))
                .toList();
    }

    @Test
    void putsEveryProvisionOfAListIntoTheRegulationNamedBehindThem() {
        assertThat(
                        said(
                                OWN,
                                "Điều 1. Bãi bỏ khoản 2, khoản 3 Điều 4; điểm c khoản 1 Điều 6 và Điều 9 của Quy định ban hành kèm theo Quyết định số 08/2018/QĐ-UBND ngày 12 tháng 3 năm 2018.\n"))
                .containsExactly(
                        "repeal 08/2018/QĐ-UBND khoản 2 Điều 4 Quy định ban hành kèm theo",
                        "repeal 08/2018/QĐ-UBND khoản 3 Điều 4 Quy định ban hành kèm theo",
                        "repeal 08/2018/QĐ-UBND điểm c khoản 1 Điều 6 Quy định ban hành kèm theo",
                        "repeal 08/2018/QĐ-UBND Điều 9 Quy định ban hành kèm theo");
    }

    @Test
    void readsAListOfNumbersBehindAColonAndASubjectWithoutItsPronoun() {
        assertThat(
                        said(
                                OWN,
                                "Điều 2. Hiệu lực thi hành\nQuyết định có hiệu lực từ ngày 20 tháng 5 năm 2022 và thay thế các Quyết định: số 03/2013/QĐ-UBND ngày 05 tháng 02 năm 2013; số 21/2015/QĐ-UBND ngày 17 tháng 8 năm 2015.\n"))
                .contains(
                        "commence self 2022-05-20",
                        "replace 03/2013/QĐ-UBND 2022-05-20",
                        "replace 21/2015/QĐ-UBND 2022-05-20");
    }

    @Test
    void readsAListThatBeginsWithItsIssuerAndDescribesEachNumber() {
        assertThat(
                        said(
                                OWN,
                                "Điều 2. Hiệu lực thi hành\nQuyết định này có hiệu lực từ ngày 20 tháng 5 năm 2022 và thay thế các Quyết định của Ủy ban nhân dân tỉnh: số 03/2013/QĐ-UBND ngày 05 tháng 02 năm 2013 ban hành Quy định về bến thủy; số 21/2015/QĐ-UBND ngày 17 tháng 8 năm 2015 về phí đò.\n"))
                .contains("replace 03/2013/QĐ-UBND 2022-05-20", "replace 21/2015/QĐ-UBND 2022-05-20");
    }

    @Test
    void readsTheDayBehindTheHeadingAloneAndATermExtendedBeforeItsTarget() {
        assertThat(said(OWN, "Điều 2. Hiệu lực thi hành: từ ngày 01 tháng 7 năm 2026.\n"))
                .containsExactly("commence self 2026-07-01");
        var read = read(
                OWN,
                "Điều 1. Kéo dài thời hạn áp dụng đến hết ngày 31/12/2027 đối với Nghị quyết số 12/2019/NQ-HĐND ngày 12 tháng 7 năm 2019 của Hội đồng nhân dân tỉnh quy định chính sách hỗ trợ sinh viên.\nĐiều 2. Quyết định này có hiệu lực từ ngày 01 tháng 7 năm 2026.\n");
        assertThat(read)
                .filteredOn(e -> e.kind() == EffectKind.EXTEND)
                .extracting(ProposedEffect::target, ProposedEffect::until, ProposedEffect::confidence)
                .containsExactly(tuple("12/2019/NQ-HĐND", LocalDate.of(2028, 1, 1), 0.98));
    }

    @Test
    void readsOfTwoNumberedListsTheOneThatAClauseNames() {
        var read = read(OWN, """
                Điều 1. Bãi bỏ văn bản
                1. Bãi bỏ toàn bộ văn bản quy phạm pháp luật tại Danh mục 1 ban hành kèm theo Quyết định này.
                2. Bãi bỏ một phần văn bản quy phạm pháp luật tại Danh mục 2 ban hành kèm theo Quyết định này.
                Điều 2. Quyết định này có hiệu lực từ ngày 01 tháng 7 năm 2026.
                TM. ỦY BAN NHÂN DÂN
                CHỦ TỊCH
                Nguyễn Văn A

                DANH MỤC 1
                VĂN BẢN BÃI BỎ TOÀN BỘ
                (Kèm theo Quyết định số 30/2026/QĐ-UBND)
                1 | 31/2021/QĐ-UBND | 12/8/2021 | Quy định bồi thường cây trồng

                DANH MỤC 2
                VĂN BẢN BÃI BỎ MỘT PHẦN
                (Kèm theo Quyết định số 30/2026/QĐ-UBND)
                1 | 09/2019/QĐ-UBND | 02/5/2019 | Điều 5
                """);
        assertThat(read)
                .filteredOn(e -> e.kind() == EffectKind.REPEAL)
                .extracting(
                        ProposedEffect::target, ProposedEffect::causeProvision, e -> e.confidence() >= Finding.CERTAIN)
                .containsExactly(
                        tuple("31/2021/QĐ-UBND", "khoản 1 Điều 1", true),
                        tuple("09/2019/QĐ-UBND", "khoản 2 Điều 1", false));
    }

    @Test
    void readsWordsThatStandBeforeTheirPlaceInAnyArticle() {
        var read = read(OWN, """
                Điều 1. Thay đổi từ ngữ
                1. Cụm từ “Phòng Kinh tế” tại Điều 2 Quyết định số 12/2020/QĐ-UBND được thay thế bằng cụm từ “Phòng Hạ tầng”.
                2. Cụm từ “Phòng Nội vụ” tại khoản 1 Điều 3 Quyết định số 12/2020/QĐ-UBND được thay bằng cụm từ “Sở Nội vụ”.
                """);
        assertThat(read)
                .extracting(ProposedEffect::kind, ProposedEffect::target, ProposedEffect::targetProvision)
                .containsExactly(
                        tuple(EffectKind.SUBSTITUTE, "12/2020/QĐ-UBND", "Điều 2"),
                        tuple(EffectKind.SUBSTITUTE, "12/2020/QĐ-UBND", "khoản 1 Điều 3"));
    }

    /** Where no heading says that the article is about effect, only a day of the calendar does. */
    @Test
    void readsACommencementWithoutItsPronounOutsideAnArticleOnEffect() {
        assertThat(said(OWN, "Điều 3. Quyết định có hiệu lực từ ngày 25 tháng 7 năm 2026.\n"))
                .containsExactly("commence self 2026-07-25");
        assertThat(said(OWN, "Điều 2. Quyết định có hiệu lực kể từ ngày ký.\n")).isEmpty();
        assertThat(said(OWN, "Điều 2. Hộ dân theo Quyết định này có hiệu lực từ ngày 25 tháng 7 năm 2026.\n"))
                .isEmpty();
    }

    @Test
    void readsAReturnFromSuspensionAndAnAnnouncementThatATextGoesOn() {
        assertThat(
                        said(
                                OWN,
                                "Điều 1. Chấm dứt việc ngưng hiệu lực thi hành đối với Quyết định số 08/2019/QĐ-UBND kể từ 0 giờ ngày 01 tháng 11 năm 2020.\n"))
                .contains("resume 08/2019/QĐ-UBND 2020-11-01");
        var announced = read(
                OWN,
                "Điều 1. Công bố Quyết định số 45/2023/QĐ-UBND tiếp tục có hiệu lực toàn bộ kể từ ngày Nghị quyết số 09/2023/NQ-HĐND ngày 10 tháng 7 năm 2023 hết hiệu lực.\n");
        assertThat(announced).singleElement().satisfies(e -> {
            assertThat(e.target()).isEqualTo("45/2023/QĐ-UBND");
            assertThat(e.boundary()).contains("09/2023/NQ-HĐND");
        });
    }

    @Test
    void aDecisionBeginsAndRepealsTheOnesItReplaces() {
        assertThat(said(OWN, """
                Điều 1. Ban hành mức hỗ trợ.
                Điều 2. Hiệu lực thi hành
                1. Quyết định này có hiệu lực từ ngày 01 tháng 7 năm 2026.
                2. Quyết định này bãi bỏ các quyết định sau:
                a) Quyết định số 12/2023/QĐ-UBND ngày 15 tháng 5 năm 2023 của Ủy ban nhân dân tỉnh quy định mức hỗ trợ;
                b) Quyết định số 05/2025/QĐ-UBND ngày 18 tháng 02 năm 2025 sửa đổi, bổ sung một số điều của Quyết định số 12/2023/QĐ-UBND.
                """))
                .containsExactlyInAnyOrder(
                        "commence self 2026-07-01",
                        "repeal 12/2023/QĐ-UBND 2026-07-01",
                        "repeal 05/2025/QĐ-UBND 2026-07-01");
    }

    @Test
    void anEndWithinPlacesNamesThem() {
        assertThat(
                        places(
                                "Quyết định số 03/2019/QĐ-UBND của Ủy ban nhân dân huyện Đăk Hà hết hiệu lực trên địa bàn xã Đăk Hà kể từ ngày 15 tháng 12 năm 2026."))
                .containsExactly("xã Đăk Hà");
        assertThat(
                        places(
                                "Quyết định số 03/2019/QĐ-UBND hết hiệu lực thi hành trên địa bàn các xã Đăk Hà, Đăk Mar và phường Kon Tum (cũ) từ ngày 15/12/2026."))
                .containsExactly("xã Đăk Hà", "xã Đăk Mar", "phường Kon Tum");
        assertThat(places("Quyết định số 01/2015/QĐ-UBND ngày 02/4/2015 không áp dụng trên địa bàn huyện Ia H’Drai."))
                .containsExactly("huyện Ia H’Drai");
        assertThat(places("Bãi bỏ Quyết định số 01/2015/QĐ-UBND ngày 02/4/2015 trên địa bàn Phường 7."))
                .containsExactly("phường 7");
    }

    @Test
    void theSubjectOfARegulationIsNoLimit() {
        assertThat(
                        places(
                                "Quyết định số 5/2019/QĐ-UBND quy định giá nước trên địa bàn xã Đăk Hà hết hiệu lực kể từ ngày 01 tháng 7 năm 2026."))
                .isEmpty();
        assertThat(places("Bãi bỏ Quyết định số 5/2019/QĐ-UBND ngày 02/4/2019 về giá nước trên địa bàn tỉnh Kon Tum."))
                .isEmpty();
    }

    @Test
    void anEndWithinAPartNobodyNamesIsDoubtful() {
        var effect = read(
                        OWN,
                        "Điều 2. Hiệu lực thi hành\nQuyết định số 5/2019/QĐ-UBND hết hiệu lực trên địa bàn các đơn vị mới thành lập kể từ ngày 01 tháng 7 năm 2026.\n")
                .getFirst();
        assertThat(effect.territory()).hasSize(1);
        assertThat(effect.confidence()).isLessThan(Finding.CERTAIN);
    }

    private static List<String> places(String clause) {
        return read(
                        OWN,
                        "Điều 2. Hiệu lực thi hành\nQuyết định này có hiệu lực từ ngày 01 tháng 7 năm 2026.\n" + clause
                                + "\n")
                .stream()
                .filter(e -> !e.self())
                .flatMap(e -> e.territory().stream())
                .map(Finding::value)
                .toList();
    }

    @Test
    void beginningAndReplacingInOneSentence() {
        assertThat(
                        said(
                                OWN,
                                "Điều 1. Mức hỗ trợ là 500.000 đồng.\nĐiều 2. Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký và thay thế Quyết định số 15/2018/QĐ-UBND ngày 02/4/2018.\n"))
                .containsExactlyInAnyOrder("commence self 2026-06-25", "replace 15/2018/QĐ-UBND 2026-06-25");
    }

    @Test
    void provisionsMayBeginOnDaysOfTheirOwn() {
        var effects = said(AMENDING, """
                Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 12/2023/QĐ-UBND
                1. Bãi bỏ khoản 2 Điều 2.
                2. Bãi bỏ Điều 4.
                Điều 2. Hiệu lực thi hành
                1. Quyết định này có hiệu lực từ ngày 01 tháng 3 năm 2025, trừ quy định tại khoản 2 Điều này.
                2. Khoản 2 Điều 1 Quyết định này có hiệu lực từ ngày 01 tháng 01 năm 2026.
                """);
        assertThat(effects)
                .contains(
                        "commence self 2025-03-01",
                        "commence self khoản 2 Điều 1 2026-01-01",
                        "repeal 12/2023/QĐ-UBND khoản 2 Điều 2 2025-03-01",
                        "repeal 12/2023/QĐ-UBND Điều 4 2026-01-01");
    }

    @Test
    void aDayBoundToAnotherDocumentStaysNamed() {
        var effect = read(
                        OWN,
                        "Điều 1. Hiệu lực thi hành\nQuyết định này có hiệu lực kể từ ngày Nghị quyết số 08/2026/NQ-HĐND có hiệu lực thi hành.\n")
                .getFirst();
        assertThat(effect.from()).isNull();
        assertThat(effect.boundary()).isEqualTo("ngày Nghị quyết số 08/2026/NQ-HĐND có hiệu lực thi hành");
        assertThat(effect.confidence()).isLessThan(Finding.CERTAIN);
        assertThat(effect.reason()).isNotBlank();
    }

    @Test
    void aTermEndsTheDocument() {
        assertThat(
                        said(
                                OWN,
                                "Điều 1. Hiệu lực thi hành\nQuyết định này có hiệu lực từ ngày 01 tháng 7 năm 2026 đến hết ngày 31 tháng 12 năm 2028.\n"))
                .containsExactly("commence self 2026-07-01..2029-01-01", "expire self 2029-01-01");
    }

    @Test
    void suspensionAndExtensionHaveTheirDays() {
        assertThat(said(
                        new Own(
                                "9/2026/QĐ-UBND",
                                "Quyết định",
                                "Tạm ngưng hiệu lực một số quy định",
                                LocalDate.of(2026, 1, 5),
                                null),
                        """
                Điều 1. Tạm ngưng hiệu lực khoản 2 Điều 3 Quyết định số 12/2023/QĐ-UBND từ ngày 15 tháng 01 năm 2026 đến hết ngày 30 tháng 6 năm 2026.
                Điều 2. Kéo dài thời gian thực hiện Nghị quyết số 02/2021/NQ-HĐND đến hết ngày 31 tháng 12 năm 2026.
                Điều 3. Quyết định này có hiệu lực từ ngày 15 tháng 01 năm 2026.
                """))
                .contains(
                        "suspend 12/2023/QĐ-UBND khoản 2 Điều 3 2026-01-15..2026-07-01",
                        "extend 02/2021/NQ-HĐND 2026-01-15..2027-01-01");
    }

    @Test
    void aLawThatChangesManyNamesEachByItsArticle() {
        assertThat(said(
                        new Own(
                                "35/2018/QH14",
                                "Luật",
                                "Sửa đổi, bổ sung một số điều của 37 luật có liên quan đến quy hoạch",
                                LocalDate.of(2018, 11, 20),
                                null),
                        """
                Điều 1. Sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế
                1. Bãi bỏ khoản 2 Điều 6.
                Điều 2. Bỏ cụm từ tại các luật
                1. Bỏ cụm từ “quy hoạch,” tại các điều, khoản của các luật sau đây:
                a) Khoản 1 Điều 10 của Luật Bảo hiểm xã hội;
                b) Điểm a khoản 2 Điều 38 của Luật Đất đai.
                Điều 3. Hiệu lực thi hành
                Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2019.
                """))
                .contains(
                        "repeal 25/2008/QH12 khoản 2 Điều 6 2019-01-01",
                        "repeal 58/2014/QH13 khoản 1 Điều 10 2019-01-01",
                        "repeal 45/2013/QH13 điểm a khoản 2 Điều 38 2019-01-01");
    }

    @Test
    void newTextGoesToItsTarget() {
        var text = """
                Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 12/2023/QĐ-UBND
                1. Sửa đổi, bổ sung khoản 1; bổ sung khoản 4 Điều 3 như sau:
                “1. Mức một.”
                “4. Mức bốn.”
                Điều 2. Quyết định này có hiệu lực từ ngày 01 tháng 3 năm 2025.
                """;
        var effects = read(AMENDING, text).stream().filter(e -> !e.self()).toList();
        assertThat(effects)
                .extracting(e -> e.targetProvision() + " = "
                        + (e.newText() == null ? "" : e.newText().in(text).strip()))
                .containsExactly("khoản 1 Điều 3 = 1. Mức một.", "khoản 4 Điều 3 = 4. Mức bốn.");
        assertThat(effects).allMatch(e -> e.confidence() >= Finding.CERTAIN && e.reason() == null);
    }

    @Test
    void savingsAndTransitionalClausesAreNoEffects() {
        assertThat(said(OWN, """
                Điều 1. Điều khoản chuyển tiếp
                1. Hồ sơ nộp trước ngày Quyết định này có hiệu lực thì tiếp tục thực hiện theo Quyết định số 12/2023/QĐ-UBND.
                2. Các nội dung khác của Quyết định số 12/2023/QĐ-UBND tiếp tục có hiệu lực.
                3. Trường hợp văn bản dẫn chiếu tại Quyết định này được sửa đổi, bổ sung, thay thế thì thực hiện theo văn bản mới.
                """)).isEmpty();
    }

    @Test
    void rulesAboutDocumentsAreNoEffects() {
        assertThat(said(OWN, """
                Điều 1. Thẩm quyền
                1. Văn bản công bố hết hiệu lực theo quy định tại khoản 2 Điều 57 của Luật Đất đai là căn cứ để rà soát.
                2. Sửa đổi, bổ sung giấy phép quy định tại khoản 2 Điều 5 Quyết định này khi có thay đổi.
                3. Gia hạn thời gian quá cảnh quy định tại khoản 2 Điều 44 Luật Quản lý ngoại thương.
                """)).isEmpty();
    }

    @Test
    void aCorrectionNamesTheWordsOnBothSides() {
        var effect = read(
                        new Own(
                                "15/ĐC-UBND",
                                "Đính chính",
                                "Đính chính Quyết định số 12/2023/QĐ-UBND",
                                LocalDate.of(2023, 6, 1),
                                null),
                        "Điều 1. Đính chính cụm từ “năm 2032” thành “năm 2023” tại khoản 1 Điều 5 Quyết định số 12/2023/QĐ-UBND.\nĐiều 2. Văn bản này có hiệu lực từ ngày ký.\n")
                .stream()
                .filter(e -> !e.self())
                .findFirst()
                .orElseThrow();
        assertThat(effect.kind()).isEqualTo(EffectKind.CORRECT);
        assertThat(effect.oldWords()).isEqualTo("năm 2032");
        assertThat(effect.newWords()).isEqualTo("năm 2023");
        assertThat(effect.targetProvision()).isEqualTo("khoản 1 Điều 5");
    }

    @Test
    void oneClauseWithItsAddressIsReadAsInItsDocument() {
        assertThat(
                        said(
                                Own.UNKNOWN,
                                "Điểm a / Khoản 1 / Điều 1 / Thông tư 13/2023/TT-BNNPTNT, trích yếu 'Sửa đổi, bổ sung một số điều của Thông tư số 28/2018/TT-BNNPTNT' có danh sách ngữ cảnh sau  [\"a) Sửa đổi khoản 3 Điều 3 như sau: “3. Thời gian.”\", \"1. Sửa đổi, bổ sung khoản 3 Điều 3 như sau:\", \"Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 28/2018/TT-BNNPTNT\"]"))
                .containsExactly("amend 28/2018/TT-BNNPTNT khoản 3 Điều 3");
    }

    @Test
    void anyTextGivesAnAnswerInTimeThatGrowsWithIt() {
        var pieces = List.of(
                "Điều 1. ",
                "Sửa đổi, bổ sung ",
                "khoản 3 Điều 5 ",
                "“",
                "”",
                "1. ",
                "a) ",
                "\n",
                "như sau:\n",
                "Quyết định số 1/2020/QĐ-UBND ",
                "có hiệu lực từ ngày ",
                "31/02/2020 ",
                "hết hiệu lực ",
                "Phụ lục I\n",
                "cụm từ ",
                "Quyết định này ",
                "; ",
                "trừ ",
                "Chương I\n",
                "kèm theo ",
                "Đ",
                "tại ");
        var random = new Random(11);
        // what backtracks without bound takes years, not minutes
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
            for (int round = 0; round < 200; round++) {
                var text = new StringBuilder();
                for (int i = 0; i < 300; i++) text.append(pieces.get(random.nextInt(pieces.size())));
                for (var effect : read(AMENDING, text.toString())) {
                    assertThat(effect.confidence()).isBetween(0.0, 1.0);
                    if (effect.confidence() < Finding.CERTAIN)
                        assertThat(effect.reason()).isNotBlank();
                }
            }
            for (var piece : pieces)
                assertThat(read(AMENDING, piece.repeat(20_000))).isNotNull();
        });
    }
}
