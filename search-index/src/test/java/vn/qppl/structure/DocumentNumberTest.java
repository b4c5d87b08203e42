package vn.qppl.structure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentNumberTest {
    private static DocumentNumber number(String text) {
        return DocumentNumber.parse(text).orElseThrow();
    }

    @Test
    void printsANumberAsTheDocumentDoes() {
        for (var printed : new String[] {
            "12/2023/QĐ-UBND",
            "05/2011/QĐ-UBND",
            "511/QĐ-UBND",
            "80/2015/QH13",
            "40/2000/TT/BTC",
            "212-KL/TW",
            "12a/NQ-HĐND"
        }) assertThat(number(printed).print()).isEqualTo(printed);
        assertThat(number(" 511 / QÐ - UBND ").print()).isEqualTo("511/QĐ-UBND");
    }

    @Test
    void takesSpellingsOfOneNumberForOne() {
        assertThat(number("05/2011/QĐ-UBND")).isEqualTo(number("5/2011/QÐ-UBND"));
        assertThat(number("40/2000/TT/BTC")).isEqualTo(number("40/2000/TT-BTC"));
        assertThat(number("40/2000/TT/BTC").key()).isEqualTo("40/2000/TT-BTC");
        assertThat(number("212-KL/TW").key()).isEqualTo("212/KL-TW");
        assertThat(number("12/2023/QĐ-UBND")).isNotEqualTo(number("12/2022/QĐ-UBND"));
    }

    @Test
    void readsTheYearWhereThereIsOne() {
        assertThat(number("40/2000/TT/BTC").year()).isEqualTo(2000);
        assertThat(number("511/QĐ/UB").year()).isNull();
        assertThat(number("212-KL/TW").year()).isNull();
    }

    @Test
    void refusesWhatIsNoNumber() {
        for (var text : new String[] {
            "", "QĐ-UBND", "12", "12/2023", "12/13/14", "12-2023/QĐ", "1/2 diện tích đất", "12/" + "A".repeat(200)
        }) assertThat(DocumentNumber.parse(text)).as(text).isEmpty();
    }

    @Test
    void sortsByYearThenSymbolThenSerial() {
        assertThat(number("9/2020/QĐ-UBND")).isLessThan(number("10/2020/QĐ-UBND"));
        assertThat(number("10/2020/QĐ-UBND")).isLessThan(number("1/2021/NQ-HĐND"));
    }
}
