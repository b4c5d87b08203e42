package vn.qppl.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DateExpressionTest {
    private static final LocalDate SIGNED = LocalDate.of(2023, 5, 15);

    private static DateExpression read(String words) {
        var expression = DateExpression.at(FlatText.of(words, 0, words.length(), List.of()), 0, SIGNED);
        return Objects.requireNonNull(expression, words);
    }

    @Test
    void readsDaysAsTheyAreWritten() {
        assertThat(read("kể từ ngày 25 tháng 5 năm 2023").from()).isEqualTo(LocalDate.of(2023, 5, 25));
        assertThat(read("từ ngày 01/7/2024").from()).isEqualTo(LocalDate.of(2024, 7, 1));
        assertThat(read("kể từ ngày ký ban hành").from()).isEqualTo(SIGNED);
    }

    @Test
    void countsDaysFromSigningWithoutTheFirst() {
        assertThat(read("sau 10 ngày kể từ ngày ký").from()).isEqualTo(LocalDate.of(2023, 5, 25));
        assertThat(read("sau 15 (mười lăm) ngày, kể từ ngày ký ban hành").from())
                .isEqualTo(LocalDate.of(2023, 5, 30));
    }

    @Test
    void aTermEndsOnTheDayAfterItsLast() {
        var term = read("từ ngày 01 tháng 01 năm 2024 đến hết ngày 31 tháng 12 năm 2025");
        assertThat(term.from()).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(term.until()).isEqualTo(LocalDate.of(2026, 1, 1));
    }

    @Test
    void anEventStaysAnEvent() {
        var event = read("kể từ ngày Nghị quyết số 05/2024/NQ-HĐND có hiệu lực thi hành");
        assertThat(event.from()).isNull();
        assertThat(event.boundary()).isEqualTo("ngày Nghị quyết số 05/2024/NQ-HĐND có hiệu lực thi hành");
    }

    @Test
    void aDayThatDoesNotExistIsNoDay() {
        var words = "kể từ ngày 31 tháng 02 năm 2023";
        assertThat(DateExpression.at(FlatText.of(words, 0, words.length(), List.of()), 0, SIGNED))
                .isNull();
    }
}
