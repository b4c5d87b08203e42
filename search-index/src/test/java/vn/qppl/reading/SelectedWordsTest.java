package vn.qppl.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.qppl.reading.SelectedWords.Field;
import vn.qppl.text.Span;

class SelectedWordsTest {
    private static final LocalDate SIGNED = LocalDate.of(2024, 6, 12);

    private static String as(Field field, String words) {
        return SelectedWords.as(field, words, new Span(0, words.length()), SIGNED)
                .map(SelectedWords.Taken::value)
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    NUMBER          | Số: 12 /2023/QĐ-UBND                              | 12/2023/QĐ-UBND
                    NUMBER          | Số: 05/2019/NQ-HÐND ngày 3                        | 05/2019/NQ-HĐND
                    NUMBER          | Độc lập - Tự do                                   |
                    TYPE            | QUYẾT  ĐỊNH                                       | Quyết định
                    ISSUER          | ỦY BAN NHÂN DÂN TỈNH KON TUM                      | Ủy ban nhân dân tỉnh Kon Tum
                    ISSUED_ON       | Kon Tum, ngày 05 tháng 3 năm 2024                 | 2024-03-05
                    ISSUED_ON       | ngày 31/02/2024                                   |
                    ISSUED_ON       | Kon Tum                                           |
                    TITLE           | Quy định mức chi                                  | Quy định mức chi
                    EFFECTIVE_FROM  | có hiệu lực kể từ ngày 20 tháng 6 năm 2024        | 2024-06-20
                    EFFECTIVE_FROM  | có hiệu lực sau 10 ngày kể từ ngày ký             | 2024-06-22
                    EFFECTIVE_FROM  | có hiệu lực kể từ ngày ký ban hành                | 2024-06-12
                    EFFECTIVE_FROM  | có hiệu lực từ ngày Luật Đất đai có hiệu lực      |
                    EFFECTIVE_UNTIL | từ ngày 01/7/2024 đến hết ngày 31 tháng 12 năm 2026 | 2027-01-01
                    EFFECTIVE_UNTIL | hết hiệu lực từ ngày 01/7/2025                    | 2025-07-01
                    SIGNER          | TS. NGUYỄN VĂN AN                                 | Nguyễn Văn An
                    SIGNER          | ngày 12 tháng 6                                   |
                    CAPACITY        | KT. CHỦ TỊCH  PHÓ CHỦ TỊCH                        | KT. CHỦ TỊCH PHÓ CHỦ TỊCH
                    PLACE           | Kon Tum, ngày 12 tháng 6 năm 2024                 | Kon Tum
                    """)
    void readsWhatIsPointedAtAsTheReaderWould(Field field, String words, String value) {
        assertThat(as(field, words)).isEqualTo(value == null ? "" : value);
    }

    @Test
    void keepsAsEvidenceTheWordsThatSayIt() {
        var text = "Kon Tum, ngày 12 tháng 6 năm 2024\nSố: 7/2024/QĐ-UBND \n";
        int line = text.indexOf("Số");
        assertThat(SelectedWords.as(Field.NUMBER, text, new Span(line, text.length()), null))
                .hasValueSatisfying(taken -> assertThat(taken.span().in(text)).isEqualTo("7/2024/QĐ-UBND"));
        assertThat(SelectedWords.as(Field.ISSUED_ON, text, new Span(0, line), null))
                .hasValueSatisfying(taken -> assertThat(taken.span().in(text)).isEqualTo("12 tháng 6 năm 2024"));
    }

    @Test
    void looksBeforeASelectedDayForWhetherItIsTheLast() {
        var text = "Quy định này áp dụng đến hết ngày 31/12/2026.";
        int day = text.indexOf("31/12");
        assertThat(SelectedWords.as(Field.EFFECTIVE_UNTIL, text, new Span(day, day + 10), null))
                .hasValueSatisfying(taken -> assertThat(taken.value()).isEqualTo("2027-01-01"));
    }

    @Test
    void givesTitlesInCapitalsTheCaseOfTheText() {
        var text = "QUY ĐỊNH GIÁ ĐẤT TỈNH KON TUM\nĐiều 1. Quy định này áp dụng tại tỉnh Kon Tum.";
        assertThat(SelectedWords.as(Field.TITLE, text, new Span(0, text.indexOf('\n')), null))
                .hasValueSatisfying(taken -> assertThat(taken.value()).isEqualTo("Quy định giá đất tỉnh Kon Tum"));
    }

    @Test
    void takesNothingFromNothingAndNothingBeyondTheText() {
        for (var field : Field.values()) {
            assertThat(SelectedWords.as(field, "", new Span(0, 0), null)).isEmpty();
            assertThat(SelectedWords.as(field, " \n\u00A0 ", new Span(0, 99), null))
                    .isEmpty();
            assertThat(SelectedWords.as(field, "x".repeat(5000), new Span(0, 5000), null))
                    .isEmpty();
        }
    }
}
