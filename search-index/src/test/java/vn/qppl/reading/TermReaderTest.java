package vn.qppl.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.qppl.reading.MetadataReaderTest.found;
import static vn.qppl.reading.MetadataReaderTest.value;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.qppl.text.Span;

class TermReaderTest {
    private static final Finding<LocalDate> SIGNED =
            new Finding<>(LocalDate.of(2020, 3, 1), new Span(0, 0), 0.99, null);

    @Test
    void readsAFixedDate() {
        assertThat(from("Quyết định này có hiệu lực thi hành kể từ ngày 15 tháng 3 năm 2020."))
                .isEqualTo(LocalDate.of(2020, 3, 15));
        assertThat(from("Nghị quyết này có hiệu lực từ 15/3/2020 và thay thế Nghị quyết số 1/2010/NQ-HĐND."))
                .isEqualTo(LocalDate.of(2020, 3, 15));
        assertThat(
                        from(
                                "Nghị quyết này đã được Hội đồng nhân dân tỉnh Khóa XI, Kỳ họp thứ 9 thông qua ngày 01 tháng 3 năm 2020 và có hiệu lực từ ngày 12 tháng 3 năm 2020./."))
                .isEqualTo(LocalDate.of(2020, 3, 12));
    }

    @Test
    void countsFromTheDayOfSigning() {
        assertThat(from("Quyết định này có hiệu lực kể từ ngày ký.")).isEqualTo(LocalDate.of(2020, 3, 1));
        assertThat(from("Quyết định này có hiệu lực thi hành sau 10 ngày kể từ ngày ký ban hành."))
                .isEqualTo(LocalDate.of(2020, 3, 11));
        assertThat(from("Quyết định này có hiệu lực thi hành sau mười lăm ngày, kể từ ngày ký."))
                .isEqualTo(LocalDate.of(2020, 3, 16));
    }

    @Test
    void aDayBoundToAnotherEventIsNoDate() {
        assertThat(read("Quyết định này có hiệu lực sau 15 ngày kể từ ngày đăng Công báo.")
                        .from())
                .isNull();
        assertThat(read("Quyết định này có hiệu lực từ ngày Luật Bến bãi có hiệu lực.")
                        .from())
                .isNull();
        assertThat(
                        read("Hồ sơ nộp trước ngày Quyết định này có hiệu lực thi hành kể từ ngày 01/5/2020 thì được giải quyết.")
                                .from())
                .isNull();
    }

    @Test
    void anEndIsTheFirstDayWithout() {
        var term = read("Quyết định này có hiệu lực kể từ ngày 15 tháng 3 năm 2020 đến hết ngày 31 tháng 12 năm 2025.");

        assertThat(value(term.until())).isEqualTo(LocalDate.of(2026, 1, 1));
    }

    @Test
    void doubtsADayBeforeTheSigning() {
        var term = read("Quyết định này có hiệu lực kể từ ngày 01 tháng 01 năm 2020.");

        assertThat(found(term.from()).certain()).isFalse();
        assertThat(found(term.from()).reason()).isNotBlank();
    }

    private static LocalDate from(String text) {
        return value(read(text).from());
    }

    private static TermReader.Term read(String text) {
        return TermReader.read(text, 0, text.length(), SIGNED);
    }
}
