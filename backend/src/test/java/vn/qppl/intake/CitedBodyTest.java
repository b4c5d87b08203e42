package vn.qppl.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CitedBodyTest {
    @Test
    void aResolutionOfACouncilIsNotTheCommitteesWhoseReportIsNamedBehindIt() {
        var title = """
                ban hành kèm theo Nghị quyết số 03/2020/NQ-HĐND
                HỘI ĐỒNG NHÂN DÂN TỈNH TRÀ NAM
                Xét Tờ trình của Ủy ban nhân dân tỉnh Trà Nam; ý kiến thảo luận tại kỳ họp.""";
        assertThat(CitedBody.of(title, "03/2020/NQ-HĐND").issuerNames()).isEmpty();
        var both =
                "Nghị quyết số 03/2020/NQ-HĐND theo Tờ trình của Ủy ban nhân dân tỉnh Trà Nam, của HĐND tỉnh Trà Nam";
        assertThat(CitedBody.of(both, "03/2020/NQ-HĐND").issuerNames().getFirst())
                .isEqualTo("HĐND tỉnh Trà Nam");
        assertThat(CitedBody.of("số 17/2019/QĐ-UBND của UBND tỉnh Hà Khê", "17/2019/QĐ-UBND")
                        .issuerNames()
                        .getFirst())
                .isEqualTo("UBND tỉnh Hà Khê");
        assertThat(CitedBody.of(
                                "số 03/2018/NQ-HĐND ngày 10 tháng 4 năm 2018 của Hội đồng nhân dân tỉnh Quy định mức thưởng",
                                "03/2018/NQ-HĐND")
                        .issuerNames())
                .isEmpty();
        assertThat(CitedBody.of(
                                "số 03/2018/NQ-HĐND của Hội đồng nhân dân tỉnh Quảng Trị Quy định mức thưởng",
                                "03/2018/NQ-HĐND")
                        .issuerNames()
                        .getFirst())
                .isEqualTo("Hội đồng nhân dân tỉnh Quảng Trị");
        assertThat(CitedBody.of("số 17/2019/QĐ-UBND của Hội đồng nhân dân tỉnh Hà Khê", "17/2019/QĐ-UBND")
                        .issuerNames())
                .isEmpty();
    }
}
