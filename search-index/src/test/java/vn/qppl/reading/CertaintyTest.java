package vn.qppl.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.qppl.reading.EffectReader.Own;
import vn.qppl.structure.StructureReader;

/** What is not quite what it seems is shown as doubtful, with the reason. */
class CertaintyTest {
    private static final LocalDate ISSUED = LocalDate.of(2026, 3, 2);
    private static final String BEGINS =
            "Điều 2. Hiệu lực thi hành\nQuyết định này có hiệu lực từ ngày 15 tháng 3 năm 2026.\n";

    private static List<ProposedEffect> read(String text, boolean dayIsSure) {
        var own = new Own(
                "45/2026/QĐ-UBND",
                "Quyết định",
                "Sửa đổi, bổ sung một số điều của Quyết định số 12/2019/QĐ-UBND",
                ISSUED,
                null,
                dayIsSure);
        return EffectReader.read(StructureReader.read(text), own, TitleCatalogue.national());
    }

    private static ProposedEffect only(String clause) {
        var others = read("Điều 1. Các thay đổi\n" + clause + "\n" + BEGINS, true).stream()
                .filter(e -> !e.self())
                .toList();
        assertThat(others).hasSize(1);
        return others.getFirst();
    }

    private static ProposedEffect only(String clause, String provision) {
        var found = read("Điều 1. Các thay đổi\n" + clause + "\n" + BEGINS, true).stream()
                .filter(e -> provision.equals(e.targetProvision()))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Test
    void anEndWithExceptionsIsDoubtful() {
        var whole = only(
                "Quyết định số 3/2018/QĐ-UBND ngày 02 tháng 4 năm 2018 hết hiệu lực kể từ ngày 15 tháng 3 năm 2026.");
        var excepted = only(
                "Quyết định số 3/2018/QĐ-UBND hết hiệu lực kể từ ngày 15 tháng 3 năm 2026, trừ trường hợp quy định tại Điều 3.");

        assertThat(whole.confidence()).isGreaterThanOrEqualTo(Finding.CERTAIN);
        assertThat(excepted.confidence()).isLessThan(Finding.CERTAIN);
        assertThat(excepted.reason()).contains("ngoại lệ");
    }

    @Test
    void wordsReplacedInOneRowAreNotReplacedEverywhere() {
        var row = only("Thay thế cụm từ “giờ” bằng cụm từ “ngày” tại cột thứ 5 Mẫu số 03.");

        assertThat(row.confidence()).isLessThan(Finding.CERTAIN);
        assertThat(row.reason()).contains("cột");
    }

    @Test
    void theFirstOfTwoQuotationsMaySayOnlyWhere() {
        var change = only("Sửa đơn vị tính dịch vụ “Điều dưỡng” từ “giờ” thành “ngày” tại khoản 1 Điều 4.");

        assertThat(change.oldWords()).isEqualTo("giờ");
        assertThat(change.newWords()).isEqualTo("ngày");
        assertThat(change.confidence()).isLessThan(Finding.CERTAIN);
    }

    @Test
    void aNameInQuotationMarksIsNoNewText() {
        var change = only("Sửa đổi, bổ sung 01 thủ tục tại Phụ lục 1 và phân luồng “Làn xanh”.");

        assertThat(change.newText()).isNull();
        assertThat(change.confidence()).isLessThan(Finding.CERTAIN);
    }

    @Test
    void aDayCountedFromADoubtfulDayOfIssueIsDoubtful() {
        var signed = "Điều 2. Hiệu lực thi hành\nQuyết định này có hiệu lực kể từ ngày ký.\n";

        assertThat(read(signed, true).getFirst().confidence()).isGreaterThanOrEqualTo(Finding.CERTAIN);
        assertThat(read(signed, false).getFirst().confidence()).isLessThan(Finding.CERTAIN);
        assertThat(read(BEGINS, false).getFirst().confidence()).isGreaterThanOrEqualTo(Finding.CERTAIN);
    }

    @Test
    void anEffectBeforeTheIssueIsDoubtful() {
        var early = read("Điều 2. Hiệu lực thi hành\nQuyết định này có hiệu lực từ ngày 01 tháng 02 năm 2026.\n", true)
                .getFirst();

        assertThat(early.from()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(early.confidence()).isLessThan(Finding.CERTAIN);
    }

    @Test
    void aListOfRepealedProceduresRepealsNoDecree() {
        var effects = read(
                "Điều 1. Công bố kèm theo Quyết định này Danh mục thủ tục hành chính bị bãi bỏ tại Quyết định số 7/QĐ-UBND.\n"
                        + BEGINS
                        + "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nPHỤ LỤC\nDANH MỤC THỦ TỤC BỊ BÃI BỎ\n- Nghị định số 214/2025/NĐ-CP ngày 04/8/2025 của Chính phủ;\n",
                true);

        assertThat(effects).extracting(ProposedEffect::target).doesNotContain("214/2025/NĐ-CP");
    }

    @Test
    void thePlaceThatMentionsAFormIsNotChangedWithIt() {
        var changes = read(
                        "Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 12/2019/QĐ-UBND\n"
                                + "1. Sửa đổi, bổ sung Mẫu số 3 quy định tại khoản 2 Điều 4; Mẫu số 9 quy định tại khoản 2 Điều 10 và Mẫu số 12 quy định tại khoản 2 Điều 11 ban hành kèm theo Quyết định số 12/2019/QĐ-UBND.\n"
                                + BEGINS,
                        true)
                .stream()
                .filter(e -> !e.self())
                .toList();

        assertThat(changes)
                .extracting(ProposedEffect::targetProvision)
                .containsExactly("Mẫu số 3", "Mẫu số 9", "Mẫu số 12");
        assertThat(changes).extracting(ProposedEffect::target).containsOnly("12/2019/QĐ-UBND");
    }

    @Test
    void aPartThatNoAddressNamesIsNotTheWhole() {
        var part = only(
                "Các quy định về tần số vô tuyến của Quyết định số 3/2018/QĐ-UBND hết hiệu lực kể từ ngày 15 tháng 3 năm 2026.");
        var form = only("Bãi bỏ Mẫu số 1 và mẫu quy định tại Phụ lục V của Quyết định số 3/2018/QĐ-UBND.", "Phụ lục V");

        assertThat(part.confidence()).isLessThan(Finding.CERTAIN);
        assertThat(part.reason()).contains("tần số vô tuyến");
        assertThat(form.confidence()).isLessThan(Finding.CERTAIN);
    }

    @Test
    void anAddressThatIsNotReadWholeIsDoubtful() {
        var inner = only("Bãi bỏ khoản c điểm 1 Điều 10 Quyết định số 3/2018/QĐ-UBND.");
        var list = only("Bãi bỏ mục II, phần III, Quyết định số 3/2018/QĐ-UBND.");
        var dotted = only("Bãi bỏ điểm b.5 khoản 2 Điều 83 Quyết định số 3/2018/QĐ-UBND.");

        assertThat(inner.confidence()).isLessThan(Finding.CERTAIN);
        assertThat(list.targetProvision()).isEqualTo("Mục II Phần III");
        assertThat(list.confidence()).isLessThan(Finding.CERTAIN);
        assertThat(dotted.targetProvision()).isEqualTo("điểm b.5 khoản 2 Điều 83");
        assertThat(dotted.confidence()).isGreaterThanOrEqualTo(Finding.CERTAIN);
    }

    @Test
    void aDayInTheNameOfADocumentDatesNoEffect() {
        var repeal =
                only("Bãi bỏ Điều 3 Nghị định số 92/2013/NĐ-CP ngày 13 tháng 8 năm 2013 của Chính phủ quy định chi tiết"
                        + " một số điều có hiệu lực từ ngày 01 tháng 7 năm 2013 của Luật Thuế giá trị gia tăng.");

        assertThat(repeal.from()).isEqualTo(LocalDate.of(2026, 3, 15));
    }

    @Test
    void aNumberMayHaveStrokesAllAlong() {
        var replaced =
                only("Quyết định này thay thế Thông tư liên tịch số 03/2006/TTLT/BCA-VKSNDTC-TANDTC ngày 01/6/2006.");

        assertThat(replaced.target()).isEqualTo("03/2006/TTLT/BCA-VKSNDTC-TANDTC");
    }

    @Test
    void whatIsSavedForACaseIsNotRevived() {
        var saved = read(
                "Điều 1. Chuyển tiếp\nHợp đồng đang được thực hiện thì được tiếp tục áp dụng quy định tại Điều 10 của"
                        + " Quyết định số 42/2017/QĐ-UBND từ ngày 01 tháng 01 năm 2027 cho đến khi xong.\n" + BEGINS,
                true);

        assertThat(saved).noneMatch(e -> e.kind() == EffectKind.RESUME);
    }

    @Test
    void anAnnexOfThisDocumentIsNoTargetInTheOther() {
        var supplement = read(
                "Điều 1. Bổ sung Phụ lục I và Phụ lục II tương ứng bằng Phụ lục Xa và Phụ lục Xb tại Phụ lục X ban hành kèm theo"
                        + " Quyết định này\n" + BEGINS,
                true);

        assertThat(supplement).noneMatch(e -> "Phụ lục X".equals(e.targetProvision()));
    }

    @Test
    void aNewSectionStandsInTheChapterOfTheOneBeforeIt() {
        var section = only("Bổ sung Mục 1a vào sau Mục 1 Chương VIII như sau:\n“Mục 1a. Việc mới”");

        assertThat(section.targetProvision()).isEqualTo("Mục 1a Chương VIII");
    }

    @Test
    void aClauseAboutSomethingInAProvisionDoesNotBeginTheProvision() {
        var commencements = read(
                "Điều 1. Phạm vi\nQuy định.\nĐiều 2. Hiệu lực thi hành\n1. Quyết định này có hiệu lực từ ngày 15 tháng 3 năm 2026.\n"
                        + "2. Quy định về đăng ký trực tuyến tại khoản 4 Điều 47 có hiệu lực từ ngày 01 tháng 01 năm 2027.\n"
                        + "3. Hợp đồng thuộc khoản 1 Điều này có hiệu lực từ thời điểm được công chứng.\n",
                true);

        assertThat(commencements)
                .filteredOn(e -> "khoản 4 Điều 47".equals(e.targetProvision()))
                .singleElement()
                .satisfies(e -> assertThat(e.confidence()).isLessThan(Finding.CERTAIN));
        assertThat(commencements).noneMatch(e -> e.boundary() != null);
    }

    @Test
    void monthsAfterSigningAreNoTerm() {
        var own = read(
                "Điều 1. Phạm vi\nQuy định.\nĐiều 2. Hiệu lực thi hành\n"
                        + "Quyết định này có hiệu lực thi hành sau 6 tháng, kể từ ngày ký ban hành.\n",
                true);

        assertThat(own).singleElement().satisfies(e -> {
            assertThat(e.kind()).isEqualTo(EffectKind.COMMENCE);
            assertThat(e.from()).isEqualTo(LocalDate.of(2026, 9, 2));
        });
    }

    @Test
    void aPlaceWrittenOutsideInIsDoubtful() {
        var section = only("Bãi bỏ điểm 1 Mục III Điều 1 Quyết định số 3/2018/QĐ-UBND.", "điểm 1 Mục III");

        assertThat(section.confidence()).isLessThan(Finding.CERTAIN);
    }

    @Test
    void anEndWithAPartThatGoesOnIsDoubtful() {
        var ends = read(
                "Điều 1. Các thay đổi\nQuyết định số 3/2018/QĐ-UBND hết hiệu lực kể từ ngày 15 tháng 3 năm 2026; Điều 12 Quyết định số"
                        + " 3/2018/QĐ-UBND tiếp tục có hiệu lực cho đến khi được thay thế.\n" + BEGINS,
                true);

        assertThat(ends)
                .filteredOn(e -> e.kind() == EffectKind.EXPIRE && !e.self())
                .isNotEmpty()
                .allSatisfy(e -> assertThat(e.confidence()).isLessThan(Finding.CERTAIN));
    }

    @Test
    void theDecisionOfARegulationThatIsGuidedIsNotRepealedWithTheGuide() {
        var repealed = only(
                "Bãi bỏ Thông tư số 05/2016/TT-BVH hướng dẫn thực hiện Quy chế “Lưu hành phim” ban hành kèm theo Nghị định số"
                        + " 87/2015/NĐ-CP ngày 12 tháng 12 năm 2015.");

        assertThat(repealed.target()).isEqualTo("05/2016/TT-BVH");
    }

    @Test
    void whatADocumentIsAboutIsNoTermOfIt() {
        var own = read(
                "Điều 1. Phạm vi\nQuyết định này quy định về Danh mục doanh nghiệp thực hiện sắp xếp đến hết năm 2027.\n"
                        + BEGINS,
                true);

        assertThat(own).noneMatch(e -> e.kind() == EffectKind.EXPIRE);
    }

    @Test
    void aClauseHasNoTitleToChange() {
        var changes = read(
                "Điều 1. Các thay đổi\nSửa đổi, bổ sung tên Điều 22 và nội dung khoản 2 Điều 22 như sau:\n“Điều 22. Tên mới”\n“2. Nội dung mới.”\n"
                        + BEGINS,
                true);

        assertThat(changes).extracting(ProposedEffect::targetProvision).contains("tên Điều 22", "khoản 2 Điều 22");
    }

    @Test
    void aRegulationByItsShortNameFramesTheProvision() {
        var change = only("Bãi bỏ khoản 2 Điều 43 của Quy chế thi.");

        assertThat(change.targetProvision()).isEqualTo("khoản 2 Điều 43 Quy chế ban hành kèm theo");
    }

    @Test
    void aYearOfItsOwnIsNotTheDayOfTheClause() {
        var resumed = read(
                        "Điều 1. Công bố Quyết định số 3/2018/QĐ-UBND tiếp tục có hiệu lực thi hành kể từ năm ngân sách 2027.\n"
                                + BEGINS,
                        true)
                .stream()
                .filter(e -> e.kind() == EffectKind.RESUME)
                .toList();

        assertThat(resumed).isNotEmpty().allSatisfy(e -> {
            assertThat(e.from()).isNull();
            assertThat(e.confidence()).isLessThan(Finding.CERTAIN);
        });
    }

    @Test
    void aListThatNamesTheDocumentItselfDoesNotRepealIt() {
        var repealed = read(
                "Điều 1. Bãi bỏ các Quyết định tại Danh mục kèm theo\nBãi bỏ toàn bộ các quyết định tại Danh mục kèm theo Quyết định này.\n"
                        + BEGINS
                        + "CHỦ TỊCH\nNguyễn Văn An\nPHỤ LỤC\nDANH MỤC\n1\tQuyết định số 3/2018/QĐ-UBND\n2\tQuyết định số 45/2026/QĐ-UBND\n",
                true);

        assertThat(repealed).extracting(ProposedEffect::target).contains("3/2018/QĐ-UBND");
        assertThat(repealed).filteredOn(e -> !e.self()).noneMatch(e -> "45/2026/QĐ-UBND".equals(e.target()));
    }

    @Test
    void whatADecisionIssuesUnderATitleGoesOnWithIt() {
        var whole = only("Kéo dài thời gian áp dụng Bảng giá đất ban hành kèm theo Quyết định số 32/2019/QĐ-UBND"
                + " đến hết ngày 31 tháng 12 năm 2026.");
        assertThat(whole.kind()).isEqualTo(EffectKind.EXTEND);
        assertThat(whole.confidence()).isGreaterThanOrEqualTo(Finding.CERTAIN);
        var part = only("Kéo dài thời gian thực hiện chính sách hỗ trợ học phí ban hành kèm theo Quyết định số"
                + " 32/2019/QĐ-UBND đến hết ngày 31 tháng 12 năm 2026.");
        assertThat(part.confidence()).isLessThan(Finding.CERTAIN);
    }
}
