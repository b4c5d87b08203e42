package vn.qppl.index;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.qppl.index.SmallRegister.day;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchIndexTest {
    private Path folder = Path.of("");
    private SearchIndex index;

    @BeforeAll
    void fill(@TempDir Path temporary) throws IOException {
        folder = temporary;
        index = SmallRegister.in(folder);
    }

    @AfterAll
    void close() throws IOException {
        index.close();
    }

    private List<Long> ids(Question question) throws IOException {
        return index.search(question).hits().stream().map(Answer.Hit::id).toList();
    }

    private long first(String text) throws IOException {
        var ids = ids(Question.of(text));
        return ids.isEmpty() ? 0 : ids.getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "học sinh bán trú được hỗ trợ tiền ăn bao nhiêu, 1",
        "hoc sinh ban tru duoc ho tro tien an bao nhieu, 1",
        "hoc sinh bán tru được ho trợ tien ăn, 1",
        "quy hoạch thuỷ lợi, 2",
        "quy hoạch thủy lợi, 2",
        "quy hoach thuy loi, 2",
        "phí tham quan hang động, 3",
        "trẻ em có được miễn phí tham quan không?, 3",
        "hoàn trả mặt bằng chợ, 4",
        "giá đất ở nông thôn năm 2019, 5",
        "quản lí phí, 3"
    })
    void findsTheDocumentThatAnswersFirst(String text, long expected) throws IOException {
        assertThat(first(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hoàn trả mặt bằng", "thủy lợi", "học sinh bán trú", "mức thu phí", "bồi thường thu hồi đất"})
    void answersAlikeInEveryUnicodeFormAndTonePlace(String text) throws IOException {
        var scores = scores(text);
        assertThat(scores).isNotEmpty();
        assertThat(scores(Normalizer.normalize(text, Normalizer.Form.NFD))).isEqualTo(scores);
        assertThat(scores(text.replace("oà", "òa").replace("ủy", "uỷ"))).isEqualTo(scores);
    }

    private Map<Long, Float> scores(String text) throws IOException {
        var scores = new HashMap<Long, Float>();
        for (var hit : index.search(Question.of(text)).hits()) scores.put(hit.id(), hit.score());
        return scores;
    }

    @Test
    void prefersTheMarksThatWereTyped() throws IOException {
        try (var words = IndexFolder.at(folder.resolve("marks")).build()) {
            var texts = List.of("bàn giao toàn bộ tài sản", "bán giao toàn bộ tài sản", "ban giao toàn bộ tài sản");
            for (int i = 0; i < texts.size(); i++) {
                words.replaceDocument(SmallRegister.document(
                        i + 1,
                        (i + 1) + "/QĐ-UBND",
                        "QUYET_DINH",
                        "Quyết định",
                        "x",
                        "PROVINCE",
                        day(2020, 1, 1),
                        "",
                        List.of(),
                        Passage.of("art_1", "Điều 1.", null, texts.get(i))));
            }
            words.refresh();
            assertThat(words.search(Question.of("bàn giao toàn bộ tài sản"))
                            .hits()
                            .getFirst()
                            .id())
                    .isEqualTo(1);
            assertThat(words.search(Question.of("bán giao toàn bộ tài sản"))
                            .hits()
                            .getFirst()
                            .id())
                    .isEqualTo(2);
            assertThat(words.search(Question.of("ban giao toàn bộ tài sản"))
                            .hits()
                            .getFirst()
                            .id())
                    .isEqualTo(3);
            assertThat(words.search(Question.of("ban giao toan bo tai san")).total())
                    .isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "511/QĐ-UBND, 2",
        "511 qd ubnd, 2",
        "511/QÐ-UBND, 2",
        "quyết định 511 năm 2016, 2",
        "quyet dinh so 511 nam 2016, 2",
        "511/2018/QĐ-UBND, 5",
        "511/2018/qd-ubnd, 5",
        "quyết định 511/2018, 5",
        "Quyết định số 511 năm 2018, 5",
        "12/2023/QD-UBND, 1",
        "12/2023/QĐ-UBND, 1",
        "quyết định 12/2023, 1",
        "QĐ 12/2023, 1",
        "5/2023/NQ-HĐND, 3",
        "05/2023/NQ-HĐND, 3",
        "nghị quyết 5/2023, 3",
        "nghi quyet 05 nam 2023, 3",
        "nghị quyết số 05/2023/NQ-HĐND ngày 10/7/2023 về phí, 3",
        "30/2024/QĐ - UBND, 4",
        "30/2024, 4",
        "quyết định 511 2018, 5",
        "điều 2 quyết định 12/2023/QĐ-UBND, 1",
        "Quyết định 511/QĐ-UBND về thủy lợi, 2"
    })
    void landsOnTheDocumentWhoseNumberWasTyped(String text, long expected) throws IOException {
        assertThat(first(text)).isEqualTo(expected);
    }

    @Test
    void aNumberAloneAnswersWithItsDocumentsOnly() throws IOException {
        assertThat(ids(Question.of("30/2024/QĐ-UBND"))).containsExactly(4L);
    }

    @Test
    void writesAbbreviationsOutInDocumentsAndQuestions() throws IOException {
        assertThat(first("ủy ban nhân dân cấp huyện tổ chức thực hiện")).isEqualTo(1);
        assertThat(first("UBND cấp huyện")).isEqualTo(1);
        assertThat(first("ubnd cap huyen")).isEqualTo(1);
    }

    @Test
    void understandsPhrasesExclusionAndOperators() throws IOException {
        assertThat(ids(Question.of("\"bảng giá đất\""))).containsExactly(5L);
        assertThat(ids(Question.of("\"gia dat\" -\"thu hoi\""))).containsExactly(5L);
        assertThat(ids(Question.of("phí AND hang động"))).containsExactly(3L);
        assertThat(ids(Question.of("(thủy lợi OR hang động) NOT \"trạm bơm\" NOT \"lưu vực\"")))
                .containsExactly(3L);
        assertThat(ids(Question.of("thủy lợi HOẶC hang động"))).containsExactlyInAnyOrder(2L, 3L);
        assertThat(ids(Question.of("chợ VÀ quầy KHÔNG khung"))).isEmpty();
        assertThat(ids(Question.of("kinh doanh - niêm yết"))).containsExactly(4L);
    }

    @Test
    void saysWhenItHadToWiden() throws IOException {
        var answer = index.search(Question.of("\"đất bảng giá thủy lợi\""));
        assertThat(answer.widened()).isTrue();
        assertThat(answer.hits()).isNotEmpty();
        assertThat(index.search(Question.of("\"bảng giá đất\"")).widened()).isFalse();
        assertThat(index.search(Question.of("xyzzy")).hits()).isEmpty();
    }

    @Test
    void findsTheWordingOfTheDay() throws IOException {
        var before = Question.of("học sinh được hỗ trợ tiền ăn một tháng").on(day(2024, 1, 1));
        assertThat(wordings(before)).contains("lương cơ sở").doesNotContain("936");
        assertThat(wordings(before.on(day(2025, 2, 28)))).contains("lương cơ sở");
        assertThat(wordings(before.on(day(2025, 3, 1)))).contains("936").doesNotContain("lương cơ sở");
    }

    private String wordings(Question question) throws IOException {
        var text = new StringBuilder();
        for (var hit : index.search(question).hits()) {
            for (var passage : hit.passages())
                text.append(passage.html().replaceAll("</?mark>", "")).append('\n');
        }
        return text.toString();
    }

    @Test
    void knowsTheStatusOfTheDay() throws IOException {
        var all = Question.of("");
        assertThat(ids(all.on(day(2019, 6, 1)).narrowedTo(Facet.STATUS, "inForce")))
                .containsExactlyInAnyOrder(2L, 5L);
        assertThat(ids(all.on(day(2020, 1, 1)).narrowedTo(Facet.STATUS, "inForce")))
                .containsExactly(2L);
        assertThat(ids(all.on(day(2020, 1, 1)).narrowedTo(Facet.STATUS, "expired")))
                .containsExactly(5L);
        assertThat(ids(all.on(day(2026, 6, 30)).narrowedTo(Facet.STATUS, "partlyExpired")))
                .containsExactly(1L);
        assertThat(ids(all.on(day(2026, 7, 1)).narrowedTo(Facet.STATUS, "partlyExpired")))
                .isEmpty();
        assertThat(ids(all.on(day(2026, 6, 30))
                        .narrowedTo(Facet.STATUS, "partlyExpired")
                        .withoutFacets()))
                .containsExactly(1L);
        assertThat(index.search(Question.of("bảng giá đất").on(day(2021, 1, 1)))
                        .hits()
                        .getFirst()
                        .status())
                .isEqualTo("expired");
    }

    @Test
    void countsDocumentsNotPassages() throws IOException {
        var answer = index.search(Question.of("").on(day(2024, 12, 1)));
        assertThat(answer.total()).isEqualTo(5);
        assertThat(counts(answer, Facet.TYPE)).isEqualTo(Map.of("QUYET_DINH", 4L, "NGHI_QUYET", 1L));
        assertThat(counts(answer, Facet.LEVEL)).isEqualTo(Map.of("PROVINCE", 4L, "DISTRICT", 1L));
        assertThat(counts(answer, Facet.YEAR)).containsEntry("2023", 2L).containsEntry("2016", 1L);
        assertThat(counts(answer, Facet.STATUS)).isEqualTo(Map.of("inForce", 4L, "expired", 1L));
        assertThat(counts(index.search(Question.of("phí")), Facet.TYPE)).isEqualTo(Map.of("NGHI_QUYET", 1L));
    }

    @Test
    void narrowingAFacetKeepsItsOtherValuesCounted() throws IOException {
        var answer = index.search(Question.of("").narrowedTo(Facet.TYPE, "NGHI_QUYET"));
        assertThat(answer.total()).isEqualTo(1);
        assertThat(answer.hits().getFirst().id()).isEqualTo(3);
        assertThat(counts(answer, Facet.TYPE)).isEqualTo(Map.of("QUYET_DINH", 4L, "NGHI_QUYET", 1L));
        assertThat(counts(answer, Facet.LEVEL)).isEqualTo(Map.of("PROVINCE", 1L));
        var two = Question.of("").narrowedTo(Facet.TYPE, "QUYET_DINH").narrowedTo(Facet.YEAR, "2018", "2016");
        assertThat(ids(two)).containsExactly(5L, 2L);
        assertThat(ids(two.withoutFacets())).containsExactly(5L, 2L);
        assertThat(ids(Question.of("").issued(day(2023, 1, 1), day(2023, 6, 30))))
                .containsExactly(1L);
    }

    private static Map<String, Long> counts(Answer answer, Facet facet) {
        var counts = new HashMap<String, Long>();
        for (var count : answer.facets().getOrDefault(facet, List.of())) counts.put(count.value(), count.documents());
        return counts;
    }

    @Test
    void ordersAsAsked() throws IOException {
        assertThat(ids(Question.of("").in(Question.Order.NEWEST))).containsExactly(4L, 3L, 1L, 5L, 2L);
        assertThat(ids(Question.of("").in(Question.Order.OLDEST))).containsExactly(2L, 5L, 1L, 3L, 4L);
        assertThat(ids(Question.of("").in(Question.Order.NUMBER))).containsExactly(2L, 5L, 3L, 1L, 4L);
    }

    @Test
    void marksWhatWasAskedAndEscapesTheRest() throws IOException {
        var hit = index.search(Question.of("chợ Ốc khung")).hits().getFirst();
        var html = hit.passages().getFirst().html();
        assertThat(html).contains("&lt;b&gt;<mark>chợ Ốc</mark>&lt;/b&gt; &amp;", "&quot;<mark>khung</mark>&quot;");
        assertThat(hit.passages().getFirst().address()).isEqualTo("att_1");
        assertThat(index.search(Question.of("quy che quan ly cho"))
                        .hits()
                        .getFirst()
                        .titleHtml())
                .contains("<mark>Quy chế quản lý chợ</mark>");
    }

    @Test
    void nothingTypedThrows() throws IOException {
        var pieces = List.of(
                "\"",
                "“",
                "”",
                "«",
                "(",
                ")",
                "-",
                "--",
                "AND",
                "OR",
                "NOT",
                "VÀ",
                "HOẶC",
                "KHÔNG",
                " ",
                "đất",
                "dat",
                "511",
                "/",
                "QĐ-UBND",
                "12/2023/",
                "*",
                "~2",
                "^",
                ":",
                "[",
                "]",
                "{",
                "\\",
                "&&",
                "||",
                "!",
                "+",
                "?",
                "\u0301",
                "\uD83D\uDE00",
                "\uD83D",
                "\uDE00",
                "\u0000",
                "\n",
                "năm",
                "ngày",
                "số",
                "Điều",
                "%",
                "'",
                "<script>",
                "0",
                "000");
        var random = new Random(20240601);
        for (int round = 0; round < 3_000; round++) {
            var typed = new StringBuilder();
            for (int i = random.nextInt(14); i >= 0; i--) {
                typed.append(pieces.get(random.nextInt(pieces.size())));
                if (random.nextInt(3) == 0) typed.append(' ');
            }
            var answer = index.search(Question.of(typed.toString()).page(3, null));
            assertThat(answer.total())
                    .as(typed.toString())
                    .isGreaterThanOrEqualTo(answer.hits().size());
        }
        assertThat(index.search(Question.of("(".repeat(5_000) + "đất")).total()).isNotNegative();
        assertThat(index.search(Question.of("đất ".repeat(5_000))).total()).isNotNegative();
        assertThat(index.search(Question.of("đất").page(2, "no cursor of ours")).hits())
                .isNotEmpty();
    }

    @Test
    void pagesAreCompleteWithoutDoublesInEveryOrderWhileDocumentsChange() throws IOException {
        try (var many = IndexFolder.at(folder.resolve("many")).build()) {
            for (int i = 1; i <= 237; i++) {
                many.replaceDocument(numbered(i));
                if (i % 50 == 0) many.commit();
            }
            many.refresh();
            for (var text : List.of("", "nước sạch", "quy định nước sạch nông thôn")) {
                for (var order : Question.Order.values()) {
                    for (var base : List.of(
                            Question.of(text).in(order),
                            Question.of(text).in(order).withoutFacets())) {
                        var seen = new ArrayList<Long>();
                        String after = null;
                        do {
                            var answer = many.search(base.page(10, after));
                            answer.hits().forEach(hit -> seen.add(hit.id()));
                            after = answer.next();
                            many.replaceDocument(numbered(1 + seen.size() % 237));
                            many.refresh();
                        } while (after != null);
                        assertThat(seen).as(text + " " + order).hasSize(237);
                        assertThat(new HashSet<>(seen)).hasSize(237);
                    }
                }
            }
        }
    }

    private static IndexedDocument numbered(int i) {
        var passages = new ArrayList<Passage>();
        for (int article = 1; article <= 1 + i % 5; article++) {
            passages.add(Passage.of(
                    "art_" + article,
                    "Điều " + article + ".",
                    null,
                    "Quy định về cấp nước sạch nông thôn, " + "nước sạch ".repeat(i % 7) + "tại xã số " + i));
        }
        return SmallRegister.document(
                i,
                i + "/2020/QĐ-UBND",
                "QUYET_DINH",
                "Quyết định",
                "x",
                "PROVINCE",
                day(2020, 1, 1 + i % 28),
                "Cấp nước sạch",
                List.of(),
                passages.toArray(Passage[]::new));
    }

    @Test
    void passagesAreGivenToTheNumberAskedWhereThatManyMatch() throws IOException {
        var found = index.passages(Question.of("quy định về giá đất của tỉnh"), 7);
        assertThat(found).hasSize(7);
        assertThat(found.getFirst().documentId()).isEqualTo(5);
        for (int i = 1; i < found.size(); i++) {
            assertThat(found.get(i).score())
                    .isLessThanOrEqualTo(found.get(i - 1).score());
        }
    }
}
