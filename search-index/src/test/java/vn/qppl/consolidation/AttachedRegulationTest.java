package vn.qppl.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.qppl.reading.DocumentReader;
import vn.qppl.reading.Reading;
import vn.qppl.reading.TitleCatalogue;
import vn.qppl.text.ExtractedText;

/** A regulation issued with a decision, changed twice in the shapes that provincial decisions use. */
class AttachedRegulationTest {
    private static final TitleCatalogue TITLES = TitleCatalogue.none();

    private static Reading read(String name) throws IOException {
        return read(name, "", "");
    }

    private static Reading read(String name, String words, String others) throws IOException {
        try (var in = AttachedRegulationTest.class.getResourceAsStream("/consolidation/market/" + name)) {
            var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return DocumentReader.read(
                    ExtractedText.ofPlainText(words.isEmpty() ? text : text.replace(words, others)), TITLES);
        }
    }

    private static Consolidation on(String day) throws IOException {
        return on(day, read("second.txt"));
    }

    private static Consolidation on(String day, Reading second) throws IOException {
        return AmendingText.consolidate(
                BaseText.of(read("base.txt")),
                List.of(
                        AmendingText.of(read("first.txt"), "07/2024/QĐ-UBND"),
                        AmendingText.of(second, "19/2025/QĐ-UBND")),
                TITLES,
                LocalDate.parse(day));
    }

    /** Of the regulation: the decision has an article of the number too, which stands before it. */
    private static ConsolidatedArticle article(Consolidation consolidation, String number) {
        return consolidation.articles().stream()
                .filter(a -> a.number().equals(number))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    @Test
    void whatIsChangedIsTheRegulationAndWhereItSaysSoTheDecision() throws IOException {
        var text = on("2024-03-01");
        assertThat(text.articles().get(2).text()).contains("Giám đốc Sở Tài chính chịu trách nhiệm");
        assertThat(article(text, "1").text()).contains("chợ đêm và chợ dân sinh");
        assertThat(article(text, "2").text())
                .contains("1. (được bãi bỏ)", "2. (được bãi bỏ)", "3. Chợ dân sinh là chợ không cố định");
        assertThat(article(text, "3").text())
                .startsWith("Phân công, phân cấp quản lý")
                .contains("b1) Chợ đêm;", "c) (được bãi bỏ)", "2. Ủy ban nhân dân cấp xã quản lý chợ hạng 3.");
        assertThat(text.unapplied()).isEmpty();
    }

    @Test
    void anArticleOfAChapterThatGotNewWordsNamesTheClause() throws IOException {
        var text = on("2024-03-01");
        for (var number : List.of("5", "6", "7"))
            assertThat(article(text, number).changes())
                    .as("Điều " + number)
                    .singleElement()
                    .satisfies(c -> assertThat(c.provision()).isEqualTo("khoản 6 Điều 1"));
        assertThat(article(text, "5").text()).contains("Sở Công Thương chủ trì");
    }

    @Test
    void wordsReplacedInAllOfTheRegulationLeaveTheDecisionAlone() throws IOException {
        var text = on("2025-07-01");
        assertThat(article(text, "3").text()).contains("1. Ủy ban nhân dân cấp xã quản lý:");
        assertThat(article(text, "4").text()).contains("Phòng Kinh tế cấp xã");
        assertThat(text.articles().getFirst().changes()).isEmpty();
    }

    @Test
    void aRenumberedArticleMakesRoomForTheOneThatTakesItsNumber() throws IOException {
        var text = on("2025-07-01");
        assertThat(article(text, "6").text()).contains("Sở Nội vụ hướng dẫn tổ chức bộ máy");
        assertThat(article(text, "6a").text()).contains("Sở Tài chính bố trí kinh phí");
        assertThat(text.unapplied()).isEmpty();
    }

    @Test
    void anotherArticleOfATakenNumberIsLeftToAPersonAndLosesNothing() throws IOException {
        var text = on("2025-07-01", read("second.txt", "Đổi Điều 6 thành Điều 6a; bổ sung", "Bổ sung"));
        assertThat(article(text, "6").text()).contains("Sở Tài chính bố trí kinh phí");
        assertThat(text.unapplied())
                .singleElement()
                .satisfies(u -> assertThat(u.reason()).contains("nội dung khác").contains("đánh số lại"));
    }
}
