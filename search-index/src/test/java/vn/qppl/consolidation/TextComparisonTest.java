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
    void aNumberIsOneWordHoweverItIsWritten() {
        var pieces = TextComparison.of("Hỗ trợ 4.000.000 đồng từ 01/3/2025.", "Hỗ trợ 5.000.000 đồng từ 01/4/2025.")
                .pieces();
        assertThat(pieces.stream()
                        .filter(p -> p.kind() == Kind.CHANGED)
                        .map(p -> p.before().strip()))
                .containsExactly("4.000.000", "01/3/2025.");
        assertThat(TextComparison.of("Phí 1,5 triệu; 4.000 đồng", "phí 1.5 triệu 4,000 đồng")
                        .same())
                .isTrue();
        assertThat(TextComparison.of("khoản 2.Mức phí", "khoản 2. Mức phí").same())
                .isTrue();
    }

    @Test
    void emptyTextsAreAlike() {
        assertThat(TextComparison.of("", "").likeness()).isEqualTo(1);
        assertThat(TextComparison.of("", "mới").likeness()).isZero();
        assertThat(TextComparison.of(" . ", "").pieces()).hasSize(1);
    }
}
