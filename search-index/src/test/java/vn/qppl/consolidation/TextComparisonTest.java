package vn.qppl.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.qppl.consolidation.TextComparison.Kind;

class TextComparisonTest {
    @Test
    void layoutCaseAndToneMarksAreNoDifference() {
        var comparison = TextComparison.of("Mức hỗ trợ hoà giải:\n500.000 đồng", "mức hỗ trợ  hòa giải; 500.000 đồng.");
        assertThat(comparison.same()).isTrue();
        assertThat(comparison.likeness()).isEqualTo(1);
    }

    @Test
    void thePiecesGiveBothTextsBack() {
        var before = "1. Mức hỗ trợ là 500.000 đồng một tháng, chi trả tại xã.";
        var after = "1. Mức hỗ trợ là 700.000 đồng một tháng và được chi trả tại phường.";
        var pieces = TextComparison.of(before, after).pieces();
        assertThat(pieces.stream().map(TextComparison.Piece::before).collect(Collectors.joining()))
                .isEqualTo(before);
        assertThat(pieces.stream().map(TextComparison.Piece::after).collect(Collectors.joining()))
                .isEqualTo(after);
        assertThat(pieces).anySatisfy(p -> {
            assertThat(p.kind()).isEqualTo(Kind.CHANGED);
            assertThat(p.before()).contains("500");
        });
    }

    @Test
    void emptyTextsAreAlike() {
        assertThat(TextComparison.of("", "").likeness()).isEqualTo(1);
        assertThat(TextComparison.of("", "mới").likeness()).isZero();
        assertThat(TextComparison.of(" . ", "").pieces()).hasSize(1);
    }
}
