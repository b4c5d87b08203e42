package vn.qppl.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyllablesTest {
    private static List<String> exact(String text) {
        return Syllables.of(text).stream().map(Syllable::exact).toList();
    }

    private static List<String> folded(String text) {
        return Syllables.of(text).stream().map(Syllable::folded).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "hoà, hòa",
        "thuỷ, thủy",
        "UỶ, ủy",
        "khoẻ, khỏe",
        "lí, lý",
        "quí, quý",
        "kĩ, kỹ",
        "QÐ, QĐ",
        "05, 5",
        "0, 000",
        "Đất, đất"
    })
    void readsSpellingsOfOneSyllableAlike(String one, String other) {
        assertThat(exact(one)).isEqualTo(exact(other));
        assertThat(folded(one)).isEqualTo(folded(other));
    }

    @ParameterizedTest
    @CsvSource({"hòa, hoa", "bán, bàn", "túi, túy", "mai, may", "đa, da", "ơn, ôn", "50, 5", "100, 10"})
    void keepsDifferentSyllablesApart(String one, String other) {
        assertThat(exact(one)).isNotEqualTo(exact(other));
    }

    @Test
    void foldsEveryVietnameseLetter() {
        assertThat(folded("Người đứng đầu ỦY BAN nhân dân thị xã Ưu Việt, Ỹ Ẵ ặ ợ ữ"))
                .containsExactly(
                        "nguoi", "dung", "dau", "uy", "ban", "nhan", "dan", "thi", "xa", "uu", "viet", "y", "a", "a",
                        "o", "u");
    }

    @Test
    void readsDecomposedTextLikeComposedAndKeepsItsOffsets() {
        var text = "Ủy ban (nhân dân) tỉnh Quảng Ngãi";
        var apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        assertThat(exact(apart)).isEqualTo(exact(text));
        for (var syllable : Syllables.of(apart)) {
            var there = apart.substring(syllable.start(), syllable.end());
            assertThat(exact(there)).containsExactly(syllable.exact());
        }
    }

    @Test
    void writesAbbreviationsOutAtTheirPlace() {
        var written = Abbreviations.written("theo UBND xã");
        assertThat(written.stream().map(Syllable::folded)).containsExactly("theo", "uy", "ban", "nhan", "dan", "xa");
        assertThat(written.get(1).start()).isEqualTo(5);
        assertThat(written.get(4).end()).isEqualTo(9);
        assertThat(Abbreviations.written("hdnd")).hasSize(4);
    }
}
