package vn.qppl.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.qppl.structure.UnitLevel;

class NumberingTest {
    private static List<String> sorted(UnitLevel level, String... numbers) {
        var list = new ArrayList<>(List.of(numbers));
        Collections.shuffle(list, new java.util.Random(3));
        list.sort((a, b) -> Numbering.compare(level, a, b));
        return list;
    }

    @Test
    void lettersFollowTheVietnameseAlphabet() {
        assertThat(sorted(UnitLevel.POINT, "a", "b", "c", "c1", "d", "đ", "e", "g"))
                .containsExactly("a", "b", "c", "c1", "d", "đ", "e", "g");
    }

    @Test
    void suffixesFollowTheirNumber() {
        assertThat(sorted(UnitLevel.ARTICLE, "7", "7a", "7b", "8", "10")).containsExactly("7", "7a", "7b", "8", "10");
    }

    @Test
    void romanAndPlainChaptersAreOne() {
        assertThat(Numbering.sameContainer("iv", "4")).isTrue();
        assertThat(Numbering.sameContainer("ii", "3")).isFalse();
    }
}
