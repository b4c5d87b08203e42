package vn.qppl.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReviewListReaderTest {
    private static ReviewListRow row(String name) {
        return ReviewListReader.read(name, "", "");
    }

    private static List<String> pairs(ReviewListRow row) {
        return row.pairs().stream()
                .map(p -> (p.acting() == null ? "dự kiến" : p.acting().number()) + " " + p.kind() + " "
                        + p.ended().number())
                .toList();
    }

    @Test
    void readsTheDocumentThatARowIsAbout() {
        var document = Objects.requireNonNull(
                row("Quyết định Số 5/2019/QĐ-UBND ngày 7 tháng 2 năm 2019 của UBND tỉnh Hà Khê ban hành Quy chế bến thuyền")
                        .document());
        assertThat(document.type()).isEqualTo("Quyết định");
        assertThat(document.number()).isEqualTo("5/2019/QĐ-UBND");
        assertThat(document.issuer()).isEqualTo("Ủy ban nhân dân tỉnh Hà Khê");
        assertThat(document.issuedOn()).isEqualTo(LocalDate.of(2019, 2, 7));
        assertThat(document.year()).isEqualTo(2019);
    }

    @Test
    void endsTheNameOfTheProvinceWhereTheTitleBegins() {
        var document =
                row("Nghị quyết số 12/2018/NQ-HĐND ngày 08/12/2018 của Hội đồng nhân dân tỉnh Hà Khê Quy định mức chi đón khách trên địa bàn tỉnh.")
                        .document();
        assertThat(Objects.requireNonNull(document).issuer()).isEqualTo("Hội đồng nhân dân tỉnh Hà Khê");
    }

    @Test
    void takesTheOnlyProvinceOfTheRowWhereTheBodyIsNamedWithoutOne() {
        var document =
                row("Quyết định số 20/2021/QĐ-UBND ngày 12/5/2021 của Ủy ban nhân dân tỉnh phân cấp quản lý bến trên địa bàn tỉnh Hà Khê")
                        .document();
        assertThat(Objects.requireNonNull(document).issuer()).isEqualTo("Ủy ban nhân dân tỉnh Hà Khê");
    }

    @Test
    void leavesADayThatDoesNotExistAndABodyThatIsNotNamed() {
        var document = Objects.requireNonNull(row("Nghị quyết số 12/2018/NQ-HĐND ngày 31/11/2018 về bến thuyền")
                .document());
        assertThat(document.issuedOn()).isNull();
        assertThat(document.issuer()).isNull();
        assertThat(document.year()).isEqualTo(2018);
    }

    @Test
    void readsWhatIsToBeMadeAndWhatItEnds() {
        var row = row(
                "Nghị quyết quy định mức chi bến thuyền trên địa bàn tỉnh Hà Khê (thay thế Nghị quyết số 04/2022/NQ-HĐND ngày 12/7/2022 của HĐND tỉnh Sơn Lộ và NQ số 39/2022/NQ-HĐND của Hội đồng nhân dân tỉnh Hà Khê; bãi bỏ Quyết định số 8/2020/QĐ-UBND)");
        assertThat(Objects.requireNonNull(row.document()).number()).isNull();
        assertThat(pairs(row))
                .containsExactly(
                        "dự kiến REPLACES 04/2022/NQ-HĐND",
                        "dự kiến REPLACES 39/2022/NQ-HĐND",
                        "dự kiến REPEALS 8/2020/QĐ-UBND");
        assertThat(row.pairs().getFirst().ended().issuer()).isEqualTo("Hội đồng nhân dân tỉnh Sơn Lộ");
    }

    @Test
    void doesNotTakeWhatATargetWasAmendedByOrAttachedToForATarget() {
        var row = row(
                "Quyết định số 3/2023/QĐ-UBND của Ủy ban nhân dân tỉnh Hà Khê hủy bỏ danh mục bến năm 2021 ban hành kèm theo Quyết định số 6/2021/QĐ-UBND");
        assertThat(row.pairs()).isEmpty();
    }

    @Test
    void readsTheResultButNotItsCorrectionsAndItsOwnChanges() {
        var row = ReviewListReader.read(
                "Quyết định số 38/2021/QĐ-UBND ngày 11/12/2021 của Ủy ban nhân dân tỉnh Sơn Lộ quy định đơn giá",
                "thay thế",
                "Quyết định số 18/2025/QĐ-UBND ngày 02/12/2025 của UBND tỉnh Hà Khê quy định đơn giá; Quyết định số 3/2026/QĐ-UBND ngày 22/01/2026 của UBND tỉnh Hà Khê sửa đổi, bổ sung Quyết định số 18/2025/QĐ-UBND; Quyết định số 40/QĐ-UBND ngày 28/01/2026 về việc đính chính Quyết định số 18/2025/QĐ-UBND.");
        assertThat(pairs(row)).containsExactly("18/2025/QĐ-UBND REPLACES 38/2021/QĐ-UBND");
    }

    @Test
    void makesNoPairOfWhatIsKeptOrEndsByItself() {
        var name = "Quyết định số 38/2021/QĐ-UBND ngày 11/12/2021 của Ủy ban nhân dân tỉnh Sơn Lộ về đặt tên bến";
        assertThat(ReviewListReader.read(name, "giữ nguyên", "Đề xuất giữ nguyên, không xử lý.")
                        .pairs())
                .isEmpty();
        assertThat(ReviewListReader.read(
                                name,
                                "hết hiệu lực theo thời gian",
                                "Số thứ tự 12 Danh mục kèm theo Quyết định số 315/QĐ-UBND ngày 22/01/2026")
                        .pairs())
                .isEmpty();
    }

    @Test
    void leavesARowThatNamesNoDocument() {
        assertThat(row("Tổng cộng: 12 văn bản").document()).isNull();
    }
}
