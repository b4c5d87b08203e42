package vn.qppl.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortionsTest {
    @Test
    void joinsToTheWholeTextWhateverItsUnits() {
        var text = new StringBuilder();
        var units = new ArrayList<Integer>();
        for (int i = 1; i <= 900; i++) {
            units.add(text.length());
            text.append("Điều ")
                    .append(i)
                    .append(". ")
                    .append("x".repeat(i * 7 % 3000))
                    .append('\n');
        }
        joins(text.toString(), units);
        joins("dòng không có điều nào\n".repeat(60_000), List.of());
        joins("😀".repeat(200_000), List.of(0));
        joins("", List.of());
    }

    private static void joins(String text, List<Integer> units) {
        var portions = Portions.of(text, units);
        var joined = new StringBuilder();
        for (int i = 1; i <= portions.count(); i++) {
            assertThat(portions.end(i) - portions.start(i)).isBetween(0, 150_000);
            assertThat(portions.at(portions.start(i))).isEqualTo(i);
            joined.append(text, portions.start(i), portions.end(i));
        }
        assertThat(joined.toString()).isEqualTo(text);
        // no half of a character at an edge
        for (int i = 2; i <= portions.count(); i++)
            assertThat(Character.isLowSurrogate(text.charAt(portions.start(i)))).isFalse();
    }

    @Test
    void beginsAPortionWithAUnitAndFindsAProvisionInIt() {
        var text = ("Điều\n" + "x".repeat(9_995)).repeat(40);
        var units = new ArrayList<Integer>();
        for (int i = 0; i < 40; i++) units.add(i * 10_000);
        var portions = Portions.of(text, units);
        assertThat(portions.count()).isGreaterThan(2);
        for (int i = 1; i <= portions.count(); i++)
            assertThat(portions.start(i) % 10_000).isZero();
        assertThat(portions.of("art_40__para_2", Map.of("art_40", 390_000))).isEqualTo(portions.count());
        assertThat(portions.of("art_77", Map.of())).isEqualTo(1);
    }
}
