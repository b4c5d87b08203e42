package vn.qppl.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TitleCatalogueTest {
    private final TitleCatalogue national = TitleCatalogue.national();

    @Test
    void aTitleMeansTheLatestLawBeforeTheTextThatNamesIt() {
        assertThat(national.find("Luật Đất đai", LocalDate.of(2014, 5, 1))
                        .orElseThrow()
                        .number())
                .isEqualTo("45/2013/QH13");
        assertThat(national.find("Luật Đất đai", LocalDate.of(2024, 5, 1))
                        .orElseThrow()
                        .number())
                .isEqualTo("31/2024/QH15");
    }

    @Test
    void withoutADayOnlyATitleOfOneLawIsKnown() {
        assertThat(national.find("Luật Đất đai", null)).isEmpty();
        assertThat(national.find("LUẬT BẢO HIỂM Y TẾ", null).orElseThrow().number())
                .isEqualTo("25/2008/QH12");
    }

    @Test
    void placementOfToneMarksIsNoDifference() {
        assertThat(TitleCatalogue.sameTitle("Luật Khoá sổ, thuỷ lợi", "LUẬT KHÓA SỔ, THỦY LỢI"))
                .isTrue();
        assertThat(TitleCatalogue.sameTitle("Luật Thuế", "Luật Thuê")).isFalse();
    }

    @Test
    void theLongestTitleAtAPlaceIsFound() {
        var text = "theo Luật Tài nguyên, môi trường biển và hải đảo và các luật khác";
        assertThat(national.longestAt(text, 5)).isEqualTo("Luật Tài nguyên, môi trường biển và hải đảo".length());
    }
}
