package vn.qppl.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecognisedWordsTest {
    private static String mended(String... lines) {
        return RecognisedWords.mended(lines(lines)).stream()
                .map(line -> line.stream().map(Ocr.Word::text).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    private static List<List<Ocr.Word>> lines(String... lines) {
        var all = new ArrayList<List<Ocr.Word>>();
        for (var line : lines)
            all.add(
                    line.isEmpty()
                            ? List.of()
                            : Arrays.stream(line.split(" ", -1))
                                    .map(w -> new Ocr.Word(w, 0.96))
                                    .toList());
        return all;
    }

    @Test
    void givesBackTheTonesThatAreLostAboveACircumflex() {
        assertThat(mended("các quyên lập pháp, tô chức của QUỐC HỘI", "Điêu 5. quôc gia thông nhất"))
                .isEqualTo("các quyền lập pháp, tổ chức của QUỐC HỘI\nĐiều 5. quốc gia thống nhất");
        assertThat(mended("quyèn tién hành, ðất Ðiện Biên")).isEqualTo("quyền tiến hành, đất Điện Biên");
        assertThat(mended("HỘI ĐÔNG NHÂN DÂN", "Câp đất; chât lượng"))
                .isEqualTo("HỘI ĐỒNG NHÂN DÂN\nCấp đất; chất lượng");
    }

    @Test
    void mendsAPhraseThatTwoLinesPart() {
        assertThat(mended("đại", "biêu", "", "hội", "đông")).isEqualTo("đại\nbiểu\n\nhội\nđồng");
    }

    @Test
    void leavesWordsThatAreRightWithoutATone() {
        var right = "quyên góp ở phía đông, huyện Tu Mơ Rông, xã Kon Pêt, tâm thần, kiêm nhiệm, chuyên môn, thông tin";
        assertThat(mended(right)).isEqualTo(right);
    }

    @Test
    void leavesATonePutThereWithConfidence() {
        assertThat(mended("hội đống")).isEqualTo("hội đống");
        var unsure = List.of(List.of(new Ocr.Word("hội", 0.95), new Ocr.Word("đống", 0.4)));
        assertThat(RecognisedWords.mended(unsure).getFirst().get(1).text()).isEqualTo("đồng");
    }

    @Test
    void marksWhatItMends() {
        var words = RecognisedWords.mended(lines("tô chức bộ máy")).getFirst();
        assertThat(words.get(0)).isEqualTo(new Ocr.Word("tổ", 0.7));
        assertThat(words.get(1).confidence()).isEqualTo(0.96);
    }

    @Test
    void givesNumbersTheirStrokeBackAndTheFirstClauseItsNumber() {
        assertThat(mended("Nghị định số 34/2016NĐ-CP")).isEqualTo("Nghị định số 34/2016/NĐ-CP");
        assertThat(mended("I. Phạm vi", "2. Đối tượng")).isEqualTo("1. Phạm vi\n2. Đối tượng");
        assertThat(mended("I. QUY ĐỊNH", "II. TỔ CHỨC")).isEqualTo("I. QUY ĐỊNH\nII. TỔ CHỨC");
    }
}
