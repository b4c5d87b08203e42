package vn.qppl.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.qppl.reading.EffectReader.Own;
import vn.qppl.structure.StructureReader;

/** Leads of amending documents: chapters, headings and lists that say for what is below them which document is meant. */
class AmendingLeadsTest {
    private static final Own SEVERAL = new Own(
            "45/2026/QĐ-UBND",
            "Quyết định",
            "Sửa đổi, bổ sung một số điều của các Quyết định về phí",
            LocalDate.of(2026, 3, 2),
            LocalDate.of(2026, 3, 15));

    private static List<String> said(String text) {
        return EffectReader.read(StructureReader.read(text), SEVERAL, TitleCatalogue.national()).stream()
                .filter(e -> !e.self())
                .map(e -> e.kind().code() + " " + e.target()
                        + (e.targetProvision() == null ? "" : " " + e.targetProvision())
                        + (e.oldWords() == null ? "" : " “" + e.oldWords() + "”")
                        + (e.confidence() >= Finding.CERTAIN ? "" : " ?"))
                .toList();
    }

    @Test
    void aChapterNamesTheDocumentThoughItTellsThatDocumentsHistory() {
        assertThat(said("""
                Chương I
                SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA QUYẾT ĐỊNH SỐ 12/2019/QĐ-UBND NGÀY 02 THÁNG 4 NĂM 2019 (ĐƯỢC SỬA ĐỔI, BỔ SUNG BỞI QUYẾT ĐỊNH SỐ 5/2021/QĐ-UBND NGÀY 01 THÁNG 02 NĂM 2021; QUYẾT ĐỊNH SỐ 7/2023/QĐ-UBND NGÀY 03 THÁNG 3 NĂM 2023 VÀ QUYẾT ĐỊNH SỐ 9/2024/QĐ-UBND)
                Điều 1. Sửa đổi, bổ sung Điều 6
                “Điều 6. Mức thu
                Mức thu là 1.000 đồng.”
                Điều 2. Bãi bỏ khoản 5 Điều 25.
                """)).containsExactly("amend 12/2019/QĐ-UBND Điều 6", "repeal 12/2019/QĐ-UBND khoản 5 Điều 25");
    }

    @Test
    void aHeadingNamesThePlaceAndTheSentenceBelowTheWords() {
        assertThat(said("""
                Điều 1. Thay thế cụm từ tại khoản 5 Điều 7 Quyết định số 12/2019/QĐ-UBND ngày 02 tháng 4 năm 2019
                Thay thế cụm từ “05 ngày” bằng cụm từ “04 ngày” tại điểm a khoản 5 Điều 7.
                Điều 2. Thay thế cụm từ tại khoản 1 Điều 15 Quyết định số 8/2020/QĐ-UBND
                Thay thế cụm từ “cơ quan thuế” bằng cụm từ “Thuế tỉnh”.
                """))
                .containsExactly(
                        "substitute 12/2019/QĐ-UBND điểm a khoản 5 Điều 7 “05 ngày”",
                        "substitute 8/2020/QĐ-UBND khoản 1 Điều 15 “cơ quan thuế”");
    }

    @Test
    void aHeadThatAnnouncesSeveralKindsOfChangesDoesNotDoThemAll() {
        assertThat(said("""
                Điều 1. Bổ sung, thay thế, bỏ cụm từ tại các điểm, khoản của Điều 1, Điều 8 Quyết định số 12/2019/QĐ-UBND
                1. Bổ sung cụm từ “và phí” vào sau cụm từ “lệ phí” tại khoản 2 Điều 1.
                2. Bỏ cụm từ “có xác nhận” tại khoản 3 Điều 8.
                """))
                .containsExactly(
                        "supplement 12/2019/QĐ-UBND khoản 2 Điều 1",
                        "repeal 12/2019/QĐ-UBND khoản 3 Điều 8 “có xác nhận”");
        assertThat(said("Điều 1. Sửa đổi, bổ sung, bãi bỏ một số nội dung của Quyết định số 12/2019/QĐ-UBND.\n"))
                .containsExactlyInAnyOrder(
                        "amend 12/2019/QĐ-UBND một số điều ?", "repeal 12/2019/QĐ-UBND một số điều ?");
    }

    @Test
    void changeWrittenBackwardsIsStillAChange() {
        assertThat(said("""
                Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 12/2019/QĐ-UBND
                1. Điều 11 được bổ sung, sửa đổi như sau:
                “Điều 11. Mức thu mới.”
                2. Bổ sung các khoản: 3, 4 vào Điều 6 như sau:
                “3. Một.
                4. Hai.”
                3. Bổ sung Chương IIa vào sau Chương II như sau:
                “Chương IIa
                MIỄN PHÍ
                Điều 9a. Người được miễn
                Người cao tuổi.”
                """))
                .containsExactly(
                        "amend 12/2019/QĐ-UBND Điều 11",
                        "supplement 12/2019/QĐ-UBND khoản 3 Điều 6",
                        "supplement 12/2019/QĐ-UBND khoản 4 Điều 6",
                        "supplement 12/2019/QĐ-UBND Chương IIa");
    }

    @Test
    void aListOfDashesUnderARepealIsAList() {
        assertThat(said("""
                Điều 1. Bãi bỏ văn bản
                Bãi bỏ các văn bản sau đây:
                - Chỉ thị số 04/CT-UBND ngày 17/9/2013 của Ủy ban nhân dân tỉnh về việc thu phí.
                - Quyết định số 12/2013/QĐ-UBND ngày 27/5/2013 sửa đổi một số điều của Quyết định số 2/2013/QĐ-UBND.
                """)).containsExactly("repeal 04/CT-UBND", "repeal 12/2013/QĐ-UBND");
    }

    @Test
    void whatIsAddedInsideAProvisionActsOnIt() {
        assertThat(said("""
                Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 12/2019/QĐ-UBND
                1. Bổ sung vào cuối điểm a khoản 15 Điều 3 như sau:
                “Công ty khác.”
                2. Bổ sung các xã được miễn (Phụ lục II) như sau: xã Đăk Hà.
                3. Bổ sung Phụ lục 05 ban hành kèm theo Quyết định này.
                """))
                .containsExactly(
                        "supplement 12/2019/QĐ-UBND điểm a khoản 15 Điều 3 ?",
                        "supplement 12/2019/QĐ-UBND Phụ lục II ?",
                        "supplement 12/2019/QĐ-UBND Phụ lục 05");
    }
}
