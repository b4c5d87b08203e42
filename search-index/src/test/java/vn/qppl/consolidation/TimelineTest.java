package vn.qppl.consolidation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.qppl.consolidation.Fixtures.AMENDED;
import static vn.qppl.consolidation.Fixtures.AMENDING;
import static vn.qppl.consolidation.Fixtures.AMENDING_OWN;
import static vn.qppl.consolidation.Fixtures.BASE;
import static vn.qppl.consolidation.Fixtures.BEFORE;
import static vn.qppl.consolidation.Fixtures.amending;
import static vn.qppl.consolidation.Fixtures.base;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.qppl.reading.EffectKind;
import vn.qppl.reading.EffectReader.Own;
import vn.qppl.reading.TitleCatalogue;

class TimelineTest {
    private static final LocalDate LATER = LocalDate.of(2026, 1, 1);

    private static final Own LATER_OWN = new Own(
            "09/2025/QĐ-UBND",
            "Quyết định",
            "Sửa đổi, bổ sung một số điều của Quyết định số 12/2023/QĐ-UBND",
            LocalDate.of(2025, 12, 1),
            null);

    private static Amendment change(
            EffectKind kind,
            String target,
            String cause,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String newText,
            long id) {
        return new Amendment(
                kind, "12/2023/QĐ-UBND", null, target, cause, from, newText, null, null, null, 1, null, until, id);
    }

    private static String text(Timeline timeline, LocalDate day) {
        return timeline.on(day).stream().map(Timeline.Piece::text).collect(Collectors.joining("\n"));
    }

    private static Timeline timeline(AmendingText... amending) {
        return Timeline.of(base(BASE), List.of(amending), TitleCatalogue.none());
    }

    @Test
    void readsAsIssuedWhereNothingChangesIt() {
        var timeline = timeline();
        assertThat(timeline.changes()).isEmpty();
        assertThat(text(timeline, BEFORE).replaceAll("\\s+", " "))
                .isEqualTo(BASE.replaceAll("\\s+", " ").strip());
    }

    @Test
    void givesTheOldWordsBeforeTheChangeAndTheNewOnesFromItsDay() {
        var timeline = timeline(amending(AMENDING_OWN, AMENDING));
        assertThat(timeline.changes()).containsExactly(AMENDED);
        assertThat(text(timeline, AMENDED.minusDays(1)))
                .contains("2. Mức hỗ trợ một lần là 1.000.000 đồng.")
                .contains("Sở Lao động - Thương binh và Xã hội hướng dẫn")
                .doesNotContain("Điều 4a");
        assertThat(text(timeline, AMENDED))
                .contains("2. Mức hỗ trợ một lần là 2.000.000 đồng")
                .contains("Sở Y tế hướng dẫn")
                .contains("2. (được bãi bỏ)")
                .contains("c) Người từ đủ 100 tuổi");
        assertThat(text(timeline, AMENDED).indexOf("Điều 4a."))
                .isBetween(
                        text(timeline, AMENDED).indexOf("Điều 4."),
                        text(timeline, AMENDED).indexOf("Điều 5."));
        assertThat(timeline.unapplied()).isEmpty();
    }

    @Test
    void equalsTheTextPutTogetherForThatDayAlone() {
        var one = amending(AMENDING_OWN, AMENDING);
        var other = amending(LATER_OWN, """
                Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 12/2023/QĐ-UBND
                1. Sửa đổi, bổ sung điểm c khoản 1 Điều 3 như sau:
                “c) Người từ đủ 100 tuổi: 1.500.000 đồng.”
                2. Bãi bỏ Điều 4a.
                Điều 2. Hiệu lực thi hành
                Quyết định này có hiệu lực từ ngày 01 tháng 01 năm 2026.
                """);
        var timeline = timeline(one, other);
        assertThat(timeline.changes()).containsExactly(AMENDED, LATER);
        for (var day : List.of(BEFORE, AMENDED, LATER.minusDays(1), LATER, LATER.plusYears(9))) {
            var alone = AmendingText.consolidate(base(BASE), List.of(one, other), TitleCatalogue.none(), day);
            var articles = timeline.on(day).stream()
                    .filter(p -> p.kind() == Timeline.Kind.PROVISION)
                    .toList();
            assertThat(articles)
                    .extracting(Timeline.Piece::eId)
                    .isEqualTo(alone.articles().stream()
                            .map(ConsolidatedArticle::eId)
                            .toList());
            for (int i = 0; i < articles.size(); i++)
                assertThat(articles.get(i).text())
                        .contains(alone.articles().get(i).text());
        }
    }

    @Test
    void givesBackTheOldWordsWhenAChangeHeldForATimeOnly() {
        var until = LocalDate.of(2025, 9, 1);
        var timeline = timeline(AmendingText.accepted(
                AMENDING_OWN,
                "05",
                Fixtures.read(""),
                List.of(change(
                        EffectKind.AMEND,
                        "khoản 2 Điều 3",
                        "khoản 1 Điều 1",
                        AMENDED,
                        until,
                        "2. Mức hỗ trợ một lần là 5.000.000 đồng.",
                        7))));
        assertThat(timeline.changes()).containsExactly(AMENDED, until);
        assertThat(text(timeline, AMENDED)).contains("5.000.000");
        assertThat(text(timeline, until)).isEqualTo(text(timeline, BEFORE));
        assertThat(timeline.on(AMENDED).stream()
                        .filter(p -> p.eId().equals("art_3"))
                        .findFirst()
                        .orElseThrow()
                        .changes())
                .extracting(ProvisionVersion.Cause::id)
                .containsExactly(7L);
    }

    /** Whatever the order in which changes were entered, every day reads the same. */
    @Test
    void doesNotDependOnTheOrderInWhichChangesWereEntered() {
        var changes = List.of(
                change(
                        EffectKind.SUPPLEMENT,
                        "điểm c khoản 1 Điều 3",
                        "khoản 2 Điều 1",
                        AMENDED,
                        null,
                        "c) Người từ đủ 100 tuổi: 1.000.000 đồng.",
                        1),
                change(
                        EffectKind.AMEND,
                        "điểm c khoản 1 Điều 3",
                        "khoản 2 Điều 1",
                        LATER,
                        null,
                        "c) Người từ đủ 100 tuổi: 3.000.000 đồng.",
                        2),
                change(
                        EffectKind.SUPPLEMENT,
                        "Điều 4b",
                        "khoản 3 Điều 1",
                        AMENDED,
                        null,
                        "Điều 4b. Kiểm tra\nSở Tài chính kiểm tra.",
                        3),
                change(
                        EffectKind.SUPPLEMENT,
                        "Điều 4a",
                        "khoản 3 Điều 1",
                        AMENDED,
                        null,
                        "Điều 4a. Chi trả\nChi trả qua tài khoản.",
                        4),
                change(EffectKind.REPEAL, "khoản 2 Điều 2", "khoản 5 Điều 1", AMENDED, null, null, 5),
                change(EffectKind.REPEAL, "Điều 4a", "khoản 1 Điều 1", LATER, null, null, 6),
                change(
                        EffectKind.AMEND,
                        "Điều 3",
                        "khoản 6 Điều 1",
                        LATER.plusYears(1),
                        null,
                        "Điều 3. Mức hỗ trợ\n1. Mức hỗ trợ là 900.000 đồng.",
                        8));
        var expected = permuted(changes, new Random(0));
        for (int seed = 1; seed <= 200; seed++)
            assertThat(permuted(changes, new Random(seed))).isEqualTo(expected);
        assertThat(text(expected, AMENDED)).containsSubsequence("Điều 4.", "Điều 4a.", "Điều 4b.", "Điều 5.");
        assertThat(text(expected, LATER)).contains("3.000.000").contains("Điều 4a. (được bãi bỏ)");
    }

    /** Entered in another order, and by two documents listed in another order. */
    private static Timeline permuted(List<Amendment> changes, Random random) {
        var shuffled = new ArrayList<>(changes);
        Collections.shuffle(shuffled, random);
        var first = shuffled.stream().filter(a -> AMENDED.equals(a.from())).toList();
        var later = shuffled.stream().filter(a -> !AMENDED.equals(a.from())).toList();
        var texts = new ArrayList<>(List.of(
                AmendingText.accepted(AMENDING_OWN, "05", Fixtures.read(""), first),
                AmendingText.accepted(LATER_OWN, "09", Fixtures.read(""), later)));
        Collections.shuffle(texts, random);
        return timeline(texts.toArray(AmendingText[]::new));
    }

    @Test
    void makesWhatIsOnRecordTwiceOnce() {
        var a = change(EffectKind.REPEAL, "khoản 2 Điều 2", "khoản 5 Điều 1", AMENDED, null, null, 5);
        var twice = change(EffectKind.REPEAL, "khoản 2 Điều 2", "khoản 5 Điều 1", AMENDED, null, null, 9);
        var timeline = timeline(AmendingText.accepted(AMENDING_OWN, "05", Fixtures.read(""), List.of(twice, a)));
        assertThat(timeline.unapplied()).isEmpty();
    }

    @Test
    void namesWhatItCannotApplyWithTheReasonAndItsNumberOnRecord() {
        var missing =
                change(EffectKind.AMEND, "khoản 9 Điều 3", "khoản 1 Điều 1", AMENDED, null, "9. Không có chỗ.", 77);
        var timeline = timeline(AmendingText.accepted(AMENDING_OWN, "05", Fixtures.read(""), List.of(missing)));
        assertThat(timeline.unapplied()).hasSize(1);
        assertThat(timeline.unapplied().getFirst().id()).isEqualTo(77L);
        assertThat(timeline.unapplied().getFirst().reason()).contains("Không tìm thấy khoản 9 trong Điều 3");
        assertThat(text(timeline, LATER)).isEqualTo(text(timeline, BEFORE));
    }

    @Test
    void repealsReplacesAndAddsWholeAnnexes() {
        var text = BASE
                + "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn Mẫu\n\nPHỤ LỤC I\nDANH MỤC MỨC HỖ TRỢ\n(Kèm theo Quyết định số 12/2023/QĐ-UBND)\nXã Đắk Hà: 100 đồng.\n\n"
                + "PHỤ LỤC II\nDANH MỤC XÃ\n(Kèm theo Quyết định số 12/2023/QĐ-UBND)\nXã Đắk Mar.\n";
        var timeline = Timeline.of(
                base(text),
                List.of(AmendingText.accepted(
                        AMENDING_OWN,
                        "05",
                        Fixtures.read(""),
                        List.of(
                                change(
                                        EffectKind.REPLACE,
                                        "Phụ lục I",
                                        "khoản 1 Điều 1",
                                        AMENDED,
                                        null,
                                        "Xã Đắk Hà: 200 đồng.",
                                        1),
                                change(EffectKind.REPEAL, "Phụ lục II", "khoản 2 Điều 1", AMENDED, null, null, 2),
                                change(
                                        EffectKind.SUPPLEMENT,
                                        "Phụ lục III",
                                        "khoản 3 Điều 1",
                                        AMENDED,
                                        null,
                                        "Phụ lục III\nMẫu đơn",
                                        3)))),
                TitleCatalogue.none());
        assertThat(timeline.unapplied()).isEmpty();
        assertThat(text(timeline, BEFORE))
                .contains("100 đồng")
                .contains("Xã Đắk Mar")
                .doesNotContain("Mẫu đơn");
        assertThat(text(timeline, AMENDED))
                .contains("200 đồng")
                .doesNotContain("100 đồng.")
                .doesNotContain("Xã Đắk Mar")
                .contains("(được bãi bỏ)")
                .endsWith("Phụ lục III\nMẫu đơn");
    }
}
