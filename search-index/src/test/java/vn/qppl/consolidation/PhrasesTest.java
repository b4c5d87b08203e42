package vn.qppl.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhrasesTest {
    @Test
    void replacesWholeWordsOnly() {
        assertThat(new Phrases("huyện", "xã").replace("cấp huyện, huyệnđảo")).isEqualTo("cấp xã, huyệnđảo");
    }

    @Test
    void lineBreaksAreNoMatter() {
        assertThat(new Phrases("Sở Kế hoạch và Đầu tư", "Sở Tài chính").replace("gửi Sở Kế\nhoạch và  Đầu tư xem xét"))
                .isEqualTo("gửi Sở Tài chính xem xét");
    }

    @Test
    void droppedWordsLeaveOneBlank() {
        assertThat(new Phrases("quy hoạch,", "").replace("lập quy hoạch, kế hoạch"))
                .isEqualTo("lập kế hoạch");
        assertThat(new Phrases("và cấp huyện", "").replace("cấp tỉnh và cấp huyện."))
                .isEqualTo("cấp tỉnh.");
    }

    @Test
    void signsOfPatternsAreWords() {
        assertThat(new Phrases("(a+b)*$1", "x\\$2").replace("số (a+b)*$1.")).isEqualTo("số x\\$2.");
    }

    @Test
    void wordsAtTheHeadOfASentenceKeepTheirCapital() {
        var phrases = new Phrases("chợ tạm", "điểm chợ");
        assertThat(phrases.replace("Chợ tạm là chợ tạm. Chợ tạm\nChợ tạm; Chợ tạm"))
                .isEqualTo("Điểm chợ là điểm chợ. Điểm chợ\nĐiểm chợ; Điểm chợ");
        // a name in the middle of a sentence is another word
        assertThat(phrases.replace("khu Chợ tạm cũ")).isEqualTo("khu Chợ tạm cũ");
        assertThat(new Phrases("chợ tạm,", "").replace("Chợ tạm, chợ đêm")).isEqualTo("Chợ tạm, chợ đêm");
    }
}
