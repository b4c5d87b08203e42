package vn.qppl.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.qppl.portal.TextBlocks.Block;
import vn.qppl.portal.TextBlocks.Entry;
import vn.qppl.portal.TextBlocks.Kind;

class TextPartsTest {
    private final List<Block> blocks = new ArrayList<>();
    private final List<Entry> contents = new ArrayList<>();

    private void article(int number, int clauses, int length) {
        blocks.add(new Block(Kind.ARTICLE, "art_" + number, "Điều " + number, "Điều " + number + ". Tên", List.of()));
        contents.add(new Entry("art_" + number, "Điều " + number, 0, null));
        for (int i = 1; i <= clauses; i++) {
            blocks.add(new Block(
                    Kind.CLAUSE, "art_" + number + "__para_" + i, "", i + ". " + "x".repeat(length), List.of()));
        }
    }

    private TextParts cut() {
        return TextParts.of(blocks, contents);
    }

    @Test
    void leavesAShortTextWhole() {
        article(1, 3, 100);
        var part = cut().part(1);
        assertThat(part.of()).isEqualTo(1);
        assertThat(part.blocks()).isEqualTo(blocks);
    }

    @Test
    void losesNothingAndBeginsEachPartWithAnArticle() {
        for (int i = 1; i <= 700; i++) article(i, 5, 200);
        var parts = cut();
        var all = new ArrayList<Block>();
        for (int i = 1; i <= parts.part(1).of(); i++) {
            var part = parts.part(i);
            assertThat(part.blocks().getFirst().kind()).isEqualTo(Kind.ARTICLE);
            assertThat(part.blocks().stream().mapToInt(b -> b.text().length()).sum())
                    .isLessThanOrEqualTo(TextParts.MOST);
            all.addAll(part.blocks());
        }
        assertThat(all).isEqualTo(blocks);
        assertThat(parts.part(1).of()).isGreaterThan(5);
    }

    @Test
    void saysWhereEveryAnchorIs() {
        for (int i = 1; i <= 700; i++) article(i, 5, 200);
        var parts = cut();
        for (var anchor : List.of("art_1", "art_350", "art_700__para_5", "art_700__para_5__point_dd")) {
            var part = parts.part(parts.partOf(anchor));
            var shown = anchor.replace("__point_dd", "");
            assertThat(part.blocks()).anyMatch(b -> shown.equals(b.id()));
        }
        assertThat(parts.partOf("art_9999")).isEqualTo(1);
        for (var line : parts.part(2).contents())
            assertThat(parts.part(line.part()).blocks()).anyMatch(b -> line.id().equals(b.id()));
    }

    @Test
    void givesTheNearestPartForANumberOutOfRange() {
        for (int i = 1; i <= 700; i++) article(i, 5, 200);
        var parts = cut();
        assertThat(parts.part(-3).number()).isEqualTo(1);
        assertThat(parts.part(1_000_000).isLast()).isTrue();
    }

    @Test
    void cutsATableAndAParagraphThatAreLongerThanAPart() {
        var rows = IntStream.range(0, 5000)
                .mapToObj(i -> List.of("dòng " + i, "y".repeat(60)))
                .toList();
        blocks.add(new Block(Kind.TABLE, null, "", "", rows));
        var words = "một hai ba bốn ".repeat(30_000);
        blocks.add(new Block(Kind.CLAUSE, "art_1__para_1", "", words, List.of()));
        var parts = cut();
        var shown = new ArrayList<List<String>>();
        var text = new ArrayList<String>();
        for (int i = 1; i <= parts.part(1).of(); i++) {
            for (var block : parts.part(i).blocks()) {
                shown.addAll(block.rows());
                if (!block.text().isEmpty()) text.add(block.text().strip());
            }
        }
        assertThat(shown).isEqualTo(rows);
        assertThat(text.stream().collect(Collectors.joining(" "))).isEqualTo(words.strip());
    }

    @Test
    void boundsTheContentsOfATextWithVeryManyArticles() {
        for (int i = 1; i <= 20_000; i++) article(i, 1, 60);
        var parts = cut();
        assertThat(parts.part(1).of()).isGreaterThan(10);
        assertThat(parts.part(3).contents()).hasSizeLessThan(3000);
        assertThat(parts.part(3).contents().stream().map(TextParts.Line::part).distinct())
                .hasSize(parts.part(1).of());
    }
}
