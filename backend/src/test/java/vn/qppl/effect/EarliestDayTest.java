package vn.qppl.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.qppl.document.IssuerLevel;

class EarliestDayTest {
    @Test
    void countsTheDaysOfTheLawInForceAtIssue() {
        assertThat(day(IssuerLevel.PROVINCE, "2023-04-24")).isEqualTo(LocalDate.of(2023, 5, 4));
        assertThat(day(IssuerLevel.COMMUNE, "2020-06-08")).isEqualTo(LocalDate.of(2020, 6, 15));
        assertThat(day(IssuerLevel.COMMUNE, "2025-12-03")).isEqualTo(LocalDate.of(2025, 12, 13));
        assertThat(day(IssuerLevel.CENTRAL, "2025-04-01")).isEqualTo(LocalDate.of(2025, 5, 16));
    }

    @Test
    void saysNothingOfTextsOlderThanThe2015Law() {
        assertThat(EarliestDay.of(IssuerLevel.PROVINCE, LocalDate.of(2015, 5, 5)))
                .isEmpty();
        assertThat(EarliestDay.of(IssuerLevel.UNKNOWN, LocalDate.of(2020, 5, 5)))
                .isEmpty();
    }

    private static LocalDate day(IssuerLevel level, String issuedOn) {
        return EarliestDay.of(level, LocalDate.parse(issuedOn)).orElseThrow().day();
    }
}
