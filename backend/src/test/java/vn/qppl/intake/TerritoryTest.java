package vn.qppl.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.qppl.reading.EffectKind;
import vn.qppl.reading.ProposedEffect;
import vn.qppl.text.Span;

class TerritoryTest {

    @Test
    void limitsAnEndToTheCommuneTheClauseNames() {
        assertThat(
                        of(
                                "Quyết định số 03/2019/QĐ-UBND của Ủy ban nhân dân huyện Đăk Hà hết hiệu lực trên địa bàn xã Đăk Hà kể từ ngày 15."))
                .contains("xã Đăk Hà");
        assertThat(of("Quyết định số 01/2015/QĐ-UBND không áp dụng trên địa bàn huyện Ia H'Drai."))
                .contains("huyện Ia H'Drai");
    }

    @Test
    void doesNotTakeTheSubjectOfARegulationForALimit() {
        assertThat(
                        of(
                                "Quyết định số 5/2019/QĐ-UBND quy định giá nước trên địa bàn xã Đăk Hà hết hiệu lực kể từ ngày 01."))
                .isEmpty();
    }

    private static Optional<String> of(String clause) {
        var effect = new ProposedEffect(
                EffectKind.EXPIRE,
                false,
                "03/2019/QĐ-UBND",
                null,
                null,
                "khoản 2 Điều 3",
                LocalDate.of(2025, 12, 15),
                null,
                null,
                null,
                null,
                null,
                null,
                new Span(0, clause.length()),
                0.99,
                null);
        return Territory.of(effect, clause);
    }
}
