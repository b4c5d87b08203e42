package vn.qppl.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnTermTest {
    @Test
    void readsTheLastDayYearOrPeriodThatASentenceAboutTheTextStates() {
        assertThat(until("Nghị quyết này được thực hiện đến hết ngày 31 tháng 12 năm 2020."))
                .isEqualTo("2021-01-01");
        assertThat(until("Nghị quyết này được thực hiện trong giai đoạn 2017 - 2020."))
                .isEqualTo("2021-01-01");
        assertThat(until("Quyết định này áp dụng đến hết năm 2023.")).isEqualTo("2024-01-01");
        assertThat(until("Nghị quyết này áp dụng cho năm ngân sách 2022.")).isEqualTo("2023-01-01");
        assertThat(
                        until(
                                "Nghị quyết này áp dụng cho thời kỳ ổn định ngân sách 2022 - 2025, đến hết ngày 31 tháng 12 năm 2025."))
                .isEqualTo("2026-01-01");
        assertThat(until("Quyết định này được thực hiện trong thời hạn 02 năm kể từ ngày có hiệu lực."))
                .isEqualTo("2023-12-01");
    }

    @Test
    void readsATermThatAnArticleWithoutHeadingStates() {
        var words = "Thời gian thực hiện: từ ngày 01 tháng 8 năm 2019 đến ngày 31 tháng 7 năm 2022.";
        assertThat(until(words)).isEqualTo("2022-08-01");
        // a clause of an article that approves a project
        var flat = FlatText.of(words, 0, words.length(), List.of());
        assertThat(printed(OwnTerm.of(flat, "", false, LocalDate.of(2019, 8, 1))))
                .isEqualTo("none");
    }

    @Test
    void doesNotTakeThePeriodOfSomethingElseForTheTextsOwn() {
        assertThat(until("Kế hoạch đầu tư giai đoạn 2021 - 2025 được thực hiện đến hết ngày 31 tháng 12 năm 2025."))
                .isEqualTo("none");
        assertThat(until("Nghị quyết này quy định chính sách hỗ trợ giai đoạn 2021 - 2025."))
                .isEqualTo("none");
        assertThat(until("Hợp đồng đã ký trước ngày Quy chế này có hiệu lực tiếp tục thực hiện đến hết thời hạn."))
                .isEqualTo("none");
    }

    private static String until(String sentence) {
        var flat = FlatText.of(sentence, 0, sentence.length(), List.of());
        return printed(OwnTerm.of(flat, "", true, LocalDate.of(2021, 12, 1)));
    }

    private static String printed(OwnTerm.@Nullable Term term) {
        return term == null ? "none" : term.until().toString();
    }
}
