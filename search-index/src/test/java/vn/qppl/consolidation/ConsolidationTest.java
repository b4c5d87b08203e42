package vn.qppl.consolidation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.qppl.consolidation.Fixtures.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.qppl.reading.EffectKind;
import vn.qppl.reading.TitleCatalogue;

class ConsolidationTest {
    @Test
    void beforeItsDayAnAmendmentChangesNothing() {
        var consolidation = on(AMENDED.minusDays(1), amending(AMENDING_OWN, AMENDING));
        assertThat(consolidation.articles()).allMatch(a -> a.changes().isEmpty());
        assertThat(consolidation.versions()).isEmpty();
        assertThat(text(consolidation, "3")).contains("1.000.000 đồng").contains("Thương binh");
    }

    @Test
    void fromItsDayEveryInstructionIsInTheText() {
        var consolidation = on(AMENDED, amending(AMENDING_OWN, AMENDING));
        assertThat(reasons(consolidation)).isEmpty();
        assertThat(text(consolidation, "3"))
                .contains("2. Mức hỗ trợ một lần là 2.000.000 đồng, chi trả trong tháng đầu tiên.")
                .contains("c) Người từ đủ 100 tuổi: 1.000.000 đồng.")
                .contains("Sở Y tế hướng dẫn chi trả")
                .doesNotContain("Thương binh");
        assertThat(text(consolidation, "2")).contains("2. (được bãi bỏ)").doesNotContain("cấp huyện");
        assertThat(text(consolidation, "4a")).startsWith("Phương thức chi trả").contains("2. Chi trả bằng tiền mặt");
        assertThat(consolidation.articles())
                .extracting(ConsolidatedArticle::number)
                .containsExactly("1", "2", "3", "4", "4a", "5");
        assertThat(text(consolidation, "1"))
                .isEqualTo("Phạm vi điều chỉnh\nQuyết định này quy định mức hỗ trợ người cao tuổi trên địa bàn tỉnh.");
    }

    @Test
    void everyChangeNamesItsClause() {
        var article = Objects.requireNonNull(
                on(AMENDED, amending(AMENDING_OWN, AMENDING)).article("3"));
        assertThat(article.changes())
                .extracting(ProvisionVersion.Cause::provision)
                .containsExactly("khoản 1 Điều 1", "khoản 2 Điều 1", "khoản 4 Điều 1");
        assertThat(article.changes())
                .allMatch(c -> c.number().equals("05/2025/QĐ-UBND") && c.from().equals(AMENDED));
    }

    @Test
    void versionsJoinWithoutGap() {
        var versions = on(AMENDED, amending(AMENDING_OWN, AMENDING)).versionsOf("", "art_3__para_2");
        assertThat(versions).hasSize(2);
        assertThat(versions.getFirst().from()).isEqualTo(LocalDate.of(2023, 5, 25));
        assertThat(versions.getFirst().to())
                .isEqualTo(versions.getLast().from())
                .isEqualTo(AMENDED);
        assertThat(versions.getFirst().text()).isEqualTo("2. Mức hỗ trợ một lần là 1.000.000 đồng.");
        assertThat(versions.getLast().cause()).isNotNull();
    }

    @Test
    void wholeArticlesAndTitlesAreReplaced() {
        var consolidation = on(
                AMENDED,
                clauses(
                        "1. Sửa đổi, bổ sung Điều 4 như sau:\n“Điều 4. Nguồn kinh phí\nKinh phí do ngân sách tỉnh bảo đảm.”",
                        "2. Sửa đổi tên Điều 3 như sau:\n“Điều 3. Mức và phương thức hỗ trợ”"));
        assertThat(reasons(consolidation)).isEmpty();
        assertThat(text(consolidation, "4")).isEqualTo("Nguồn kinh phí\nKinh phí do ngân sách tỉnh bảo đảm.");
        assertThat(text(consolidation, "3")).startsWith("Mức và phương thức hỗ trợ\n1. Mức hỗ trợ hằng tháng");
    }

    @Test
    void whatTheBaseLacksIsListedWithItsReason() {
        var consolidation = on(
                AMENDED,
                clauses(
                        "1. Sửa đổi, bổ sung Điều 14 như sau:\n“Điều 14. Việc khác\nNội dung.”",
                        "2. Bãi bỏ khoản 7 Điều 3.",
                        "3. Thay thế cụm từ “Sở Nội vụ” bằng cụm từ “Sở Y tế” tại Điều 4."));
        assertThat(reasons(consolidation))
                .containsExactly(
                        "Không tìm thấy Điều 14 trong văn bản gốc",
                        "Không tìm thấy khoản 7 trong Điều 3",
                        "Không tìm thấy cụm từ “Sở Nội vụ” tại Điều 4");
        assertThat(consolidation.articles()).allMatch(a -> a.changes().isEmpty());
    }

    @Test
    void aQuotationThatIsCutOffIsNeverApplied() {
        var consolidation = on(AMENDED, amending(AMENDING_OWN, """
                Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 12/2023/QĐ-UBND
                1. Sửa đổi, bổ sung Điều 4 như sau:
                “Điều 4. Kinh phí
                Kinh phí do ngân sách tỉnh bảo
                """));
        assertThat(text(consolidation, "4")).contains("ngân sách cấp huyện");
        assertThat(consolidation.unapplied()).isNotEmpty();
    }

    @Test
    void whatConcernsOtherDocumentsIsLeftAlone() {
        var consolidation = on(AMENDED, amending(AMENDING_OWN, """
                Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 40/2020/QĐ-UBND
                1. Bãi bỏ Điều 4.
                Điều 2. Sửa đổi, bổ sung một số điều của Quyết định số 12/2023/QĐ-UBND
                1. Bãi bỏ Điều 1.
                Điều 3. Hiệu lực thi hành
                Quyết định này có hiệu lực từ ngày 01 tháng 3 năm 2025.
                """));
        assertThat(consolidation.unapplied()).isEmpty();
        assertThat(text(consolidation, "1")).isEqualTo("(được bãi bỏ)");
        assertThat(text(consolidation, "4")).contains("cấp huyện");
    }

    @Test
    void laterChangesStandOnEarlierOnes() {
        var second = amending("09/2025/QĐ-UBND", LocalDate.of(2025, 9, 1), """
                Điều 1. Sửa đổi, bổ sung Quyết định số 12/2023/QĐ-UBND
                1. Sửa đổi, bổ sung khoản 2 Điều 4a như sau:
                “2. Không chi trả bằng tiền mặt.”
                2. Bãi bỏ điểm c khoản 1 Điều 3.
                Điều 2. Hiệu lực thi hành
                Quyết định này có hiệu lực từ ngày 15 tháng 9 năm 2025.
                """);
        var first = amending(AMENDING_OWN, AMENDING);
        var later = on(LocalDate.of(2025, 10, 1), second, first);
        assertThat(reasons(later)).isEmpty();
        assertThat(text(later, "4a")).contains("2. Không chi trả bằng tiền mặt.");
        assertThat(text(later, "3")).contains("c) (được bãi bỏ)");
        assertThat(text(on(LocalDate.of(2025, 9, 14), second, first), "4a")).contains("khi người nhận đề nghị");
    }

    @Test
    void anAmendmentAmendedBeforeItsDayIsAppliedAsAmended() {
        var correcting = amending(
                new vn.qppl.reading.EffectReader.Own(
                        "06/2025/QĐ-UBND",
                        "Quyết định",
                        "Sửa đổi, bổ sung Quyết định số 05/2025/QĐ-UBND",
                        LocalDate.of(2025, 2, 20),
                        null),
                """
                Điều 1. Sửa đổi, bổ sung Quyết định số 05/2025/QĐ-UBND
                1. Bãi bỏ khoản 5 Điều 1.
                Điều 2. Hiệu lực thi hành
                Quyết định này có hiệu lực từ ngày 25 tháng 02 năm 2025.
                """);
        var consolidation = on(AMENDED, amending(AMENDING_OWN, AMENDING), correcting);
        assertThat(text(consolidation, "2")).contains("2. Ủy ban nhân dân cấp huyện");
        assertThat(text(consolidation, "3")).contains("2.000.000 đồng");
    }

    @Test
    void renumberingMakesRoomForWhatIsAdded() {
        var consolidation = on(
                AMENDED,
                clauses(
                        "1. Bổ sung khoản 2 vào sau khoản 1 Điều 3; khoản 2, khoản 3 Điều 3 được chuyển thành khoản 3, khoản 4 Điều 3 như sau:\n“2. Mức hỗ trợ ngày lễ là 300.000 đồng.”"));
        assertThat(reasons(consolidation)).isEmpty();
        assertThat(text(consolidation, "3")).contains("4. Sở Lao động");
        assertThat(text(consolidation, "3").indexOf("2. Mức hỗ trợ ngày lễ"))
                .isLessThan(text(consolidation, "3").indexOf("3. Mức hỗ trợ một lần"));
    }

    @Test
    void wordsBeforeThePointsLeaveThePoints() {
        var consolidation = on(
                AMENDED,
                clauses(
                        "1. Sửa đổi đoạn mở đầu khoản 1 Điều 3 như sau:\n“1. Mức hỗ trợ hằng tháng từ năm 2025 gồm:”",
                        "2. Sửa đổi đoạn thứ hai khoản 2 Điều 3 như sau:\n“Chi trả một lần.”"));
        assertThat(text(consolidation, "3"))
                .contains("1. Mức hỗ trợ hằng tháng từ năm 2025 gồm:\na) Người từ đủ 80 tuổi")
                .contains("2. Mức hỗ trợ một lần là 1.000.000 đồng.");
        assertThat(reasons(consolidation)).containsExactly("Sửa một đoạn trong khoản 2 Điều 3: cần làm thủ công");
    }

    @Test
    void contradictoryInstructionsFollowTheOrderOfIssueAndAreTold() {
        var one = amending("20/2025/QĐ-UBND", LocalDate.of(2025, 1, 10), decree("1. Bãi bỏ Điều 4."));
        var two = amending("21/2025/QĐ-UBND", LocalDate.of(2025, 1, 20), decree("1. Bãi bỏ Điều 4."));
        var consolidation = on(AMENDED, two, one);
        assertThat(text(consolidation, "4")).isEqualTo("(được bãi bỏ)");
        assertThat(consolidation.unapplied()).singleElement().satisfies(u -> {
            assertThat(u.number()).isEqualTo("21/2025/QĐ-UBND");
            assertThat(u.reason()).isEqualTo("Đã bị bãi bỏ trước đó: Điều 4");
        });
    }

    private static String decree(String clause) {
        return "Điều 1. Sửa đổi, bổ sung Quyết định số 12/2023/QĐ-UBND\n" + clause
                + "\nĐiều 2. Hiệu lực thi hành\nQuyết định này có hiệu lực từ ngày 01 tháng 02 năm 2025.\n";
    }

    @Test
    void acceptedEffectsOfTheRegisterWorkAsWellAsReadOnes() {
        var accepted = new Amendment(
                EffectKind.AMEND,
                "12/2023/QĐ-UBND",
                null,
                "điểm a khoản 1 Điều 3",
                "khoản 9 Điều 1",
                AMENDED,
                "a) Người từ đủ 75 tuổi: 450.000 đồng;",
                null,
                null,
                null,
                1,
                null);
        var consolidation = Consolidation.of(
                base(BASE),
                List.of(new AmendingDocument("05/2025/QĐ-UBND", LocalDate.of(2025, 2, 18), List.of(accepted))),
                AMENDED);
        assertThat(consolidation.unapplied()).isEmpty();
        assertThat(text(consolidation, "3")).contains("a) Người từ đủ 75 tuổi: 450.000 đồng;");
        assertThat(consolidation.versionsOf("", "art_3__para_1__list_1__point_a"))
                .hasSize(2);
    }

    @Test
    void unsureEffectsAreListedNotApplied() {
        var unsure = new Amendment(
                EffectKind.REPEAL,
                "12/2023/QĐ-UBND",
                null,
                "Điều 4",
                "khoản 1 Điều 1",
                AMENDED,
                null,
                null,
                null,
                null,
                0.9,
                "Cần xem lại");
        var consolidation = Consolidation.of(
                base(BASE), List.of(new AmendingDocument("05/2025/QĐ-UBND", null, List.of(unsure))), AMENDED);
        assertThat(reasons(consolidation)).containsExactly("Cần xem lại");
        assertThat(text(consolidation, "4")).contains("cấp huyện");
    }

    @Test
    void repealOfTheWholeDocumentLeavesItsWordsAndIsTold() {
        var repeal = amending(
                new vn.qppl.reading.EffectReader.Own(
                        "30/2026/QĐ-UBND",
                        "Quyết định",
                        "Bãi bỏ Quyết định số 12/2023/QĐ-UBND",
                        LocalDate.of(2026, 6, 15),
                        null),
                """
                Điều 1. Bãi bỏ toàn bộ Quyết định số 12/2023/QĐ-UBND ngày 15 tháng 5 năm 2023 của Ủy ban nhân dân tỉnh An Thịnh.
                Điều 2. Quyết định này có hiệu lực từ ngày 01 tháng 7 năm 2026.
                """);
        var consolidation = on(LocalDate.of(2026, 7, 1), repeal);
        assertThat(consolidation.unapplied())
                .singleElement()
                .satisfies(u -> assertThat(u.reason()).contains("toàn văn bản"));
        assertThat(on(LocalDate.of(2026, 6, 30), repeal).unapplied()).isEmpty();
    }

    @Test
    void theSameTextsGiveTheSameAnswerInAnyOrder() {
        var a = amending(AMENDING_OWN, AMENDING);
        var b = amending("07/2025/QĐ-UBND", LocalDate.of(2025, 2, 19), decree("1. Bãi bỏ điểm a khoản 1 Điều 3."));
        assertThat(on(AMENDED, a, b)).isEqualTo(on(AMENDED, b, a));
        assertThat(AmendingText.consolidate(base(BASE), List.of(), TitleCatalogue.none(), BEFORE)
                        .unapplied())
                .isEmpty();
    }
}
