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
        assertThat(CitedBody.of("số 17/2019/QĐ-UBND của Hội đồng nhân dân tỉnh Hà Khê", "17/2019/QĐ-UBND")
                        .issuerNames())
                .isEmpty();
    }
}
