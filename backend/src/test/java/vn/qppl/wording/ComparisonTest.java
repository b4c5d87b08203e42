package vn.qppl.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.qppl.structure.LegalText.ComponentKind;
import vn.qppl.structure.UnitLevel;
import vn.qppl.wording.DayText.Component;
import vn.qppl.wording.DayText.Provision;

class ComparisonTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    private static Provision clause(List<Long> effects, Provision... points) {
        return new Provision(
                UnitLevel.CLAUSE,
                "art_3__para_2",
                "khoản 2 Điều 3",
                "2",
                "2.",
                "",
                "Mức hỗ trợ:",
                false,
                effects,
                List.of(points));
    }

    private static Provision point(String letter, String words, Long... effects) {
        return new Provision(
                UnitLevel.POINT,
                "art_3__para_2__list_1__point_" + letter,
                "điểm " + letter + " khoản 2 Điều 3",
                letter,
                letter + ")",
                "",
                words,
                false,
                List.of(effects),
                List.of());
    }

    private static DayText text(Provision clause) {
        return new DayText(
                DAY, List.of(new Component("", ComponentKind.MAIN, "", "", List.of(clause), "", false, List.of())));
    }

    @Test
    void aPointOfAClauseWithNewWordsChangedByWhatGaveTheClauseItsWords() {
        var before = text(clause(List.of(), point("a", "hộ nghèo: 1.000.000 đồng;"), point("b", "hộ khác.")));
        var after = text(clause(List.of(7L), point("a", "hộ nghèo: 2.000.000 đồng;"), point("c", "hộ cận nghèo.")));
        assertThat(Comparison.between(before, after))
                .extracting(Comparison::address, Comparison::change, Comparison::effects)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                "art_3__para_2__list_1__point_a", Comparison.Change.CHANGED, List.of(7L)),
                        org.assertj.core.groups.Tuple.tuple(
                                "art_3__para_2__list_1__point_b", Comparison.Change.REMOVED, List.of(7L)),
                        org.assertj.core.groups.Tuple.tuple(
                                "art_3__para_2__list_1__point_c", Comparison.Change.ADDED, List.of(7L)));
    }

    @Test
    void aPointWithACauseOfItsOwnKeepsIt() {
        var before = text(clause(List.of(), point("a", "hộ nghèo: 1.000.000 đồng;")));
        var after = text(clause(List.of(7L, 9L), point("a", "hộ nghèo: 2.000.000 đồng;", 9L)));
        assertThat(Comparison.between(before, after))
                .singleElement()
                .satisfies(c -> assertThat(c.effects()).containsExactly(9L));
    }
}
