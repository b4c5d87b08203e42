package vn.qppl.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class InstructionReaderTest {
    private static List<Instruction> read(String sentence) {
        return read(sentence, InstructionContext.NONE);
    }

    private static List<Instruction> read(String sentence, InstructionContext context) {
        var flat = FlatText.of(sentence, 0, sentence.length(), List.of());
        return InstructionReader.read(flat, InstructionLexer.read(flat, TitleCatalogue.none()), context);
    }

    private static String printed(@Nullable TargetAddress address) {
        return Objects.requireNonNull(address).print();
    }

    /** Kind, document and provision of each target, as a person would list them. */
    private static List<String> said(String sentence) {
        return said(sentence, InstructionContext.NONE);
    }

    private static List<String> said(String sentence, InstructionContext context) {
        var out = new ArrayList<String>();
        for (var instruction : read(sentence, context)) {
            for (var target : instruction.targets()) {
                var document = target.document();
                out.add(instruction.kind().code()
                        + " "
                        + (target.address() == null ? "-" : target.address().print())
                        + (document == null
                                ? ""
                                : " @ " + (document.number() != null ? document.number() : document.title())));
            }
        }
        return out;
    }

    @Test
    void everyTargetOfAClauseIsOneTarget() {
        assertThat(said("Sửa đổi, bổ sung khoản 1; bổ sung khoản 7 và khoản 8 Điều 2 như sau:"))
                .containsExactly("amend khoản 1 Điều 2", "supplement khoản 7 Điều 2", "supplement khoản 8 Điều 2");
    }

    @Test
    void aPlaceBindsToTheFirstArticleToItsRight() {
        assertThat(said("Bãi bỏ khoản 3 Điều 6, khoản 4 Điều 7, Điều 9 Thông tư số 28/2019/TT-BTNMT."))
                .containsExactly(
                        "repeal khoản 3 Điều 6 @ 28/2019/TT-BTNMT",
                        "repeal khoản 4 Điều 7 @ 28/2019/TT-BTNMT",
                        "repeal Điều 9 @ 28/2019/TT-BTNMT");
    }

    @Test
    void listsAndRangesAreSpelledOut() {
        assertThat(said("Sửa đổi các điểm a, b và đ khoản 2 Điều 84 như sau:"))
                .containsExactly(
                        "amend điểm a khoản 2 Điều 84", "amend điểm b khoản 2 Điều 84", "amend điểm đ khoản 2 Điều 84");
        assertThat(said("Bãi bỏ từ khoản 3 đến khoản 5 Điều 8 Nghị định số 10/2020/NĐ-CP."))
                .containsExactly(
                        "repeal khoản 3 Điều 8 @ 10/2020/NĐ-CP",
                        "repeal khoản 4 Điều 8 @ 10/2020/NĐ-CP",
                        "repeal khoản 5 Điều 8 @ 10/2020/NĐ-CP");
    }

    @Test
    void theLetterDWithStrokeStaysApart() {
        assertThat(said("Bãi bỏ điểm d và điểm đ khoản 1 Điều 10."))
                .containsExactly("repeal điểm d khoản 1 Điều 10", "repeal điểm đ khoản 1 Điều 10");
    }

    @Test
    void aSupplementSaysWhereItStands() {
        var instruction =
                read("Bổ sung khoản 4a vào sau khoản 4 Điều 23 như sau:").getFirst();
        assertThat(instruction.position()).isEqualTo("sau khoản 4 Điều 23");
        assertThat(printed(instruction.targets().getFirst().address())).isEqualTo("khoản 4a Điều 23");
    }

    @Test
    void aPassiveVerbActsOnWhatStandsBeforeIt() {
        assertThat(said("Điểm b khoản 1 Điều 38 được sửa đổi, bổ sung như sau:"))
                .containsExactly("amend điểm b khoản 1 Điều 38");
        assertThat(
                        said(
                                "Quyết định số 27/2024/QĐ-UBND ngày 20 tháng 11 năm 2024 của Ủy ban nhân dân tỉnh hết hiệu lực kể từ ngày Quyết định này có hiệu lực."))
                .containsExactly("expire - @ 27/2024/QĐ-UBND");
    }

    @Test
    void theHistoryOfADocumentIsNoInstruction() {
        assertThat(
                        said(
                                "Sửa đổi Điều 5 Nghị định số 34/2016/NĐ-CP đã được sửa đổi, bổ sung theo Nghị định số 154/2020/NĐ-CP như sau:"))
                .containsExactly("amend Điều 5 @ 34/2016/NĐ-CP");
    }

    @Test
    void theDescriptionOfADocumentIsNoTarget() {
        assertThat(
                        said(
                                "Bãi bỏ Thông tư số 24/2009/TT-BLĐTBXH ngày 10 tháng 7 năm 2009 của Bộ trưởng Bộ Lao động - Thương binh và Xã hội hướng dẫn thực hiện Quyết định số 170/2008/QĐ-TTg ngày 18 tháng 12 năm 2008."))
                .containsExactly("repeal - @ 24/2009/TT-BLĐTBXH");
    }

    @Test
    void wordsAreReplacedInEveryPlaceNamed() {
        var instruction =
                read("Thay thế cụm từ “Sở Tài nguyên và Môi trường” bằng cụm từ “Sở Nông nghiệp và Môi trường” tại khoản 2 Điều 3 và Điều 5.")
                        .getFirst();
        assertThat(instruction.phrase()).isTrue();
        assertThat(instruction.oldWords()).hasSize(1);
        assertThat(instruction.newWords()).isNotNull();
        assertThat(instruction.targets())
                .extracting(t -> printed(t.address()))
                .containsExactly("khoản 2 Điều 3", "Điều 5");
    }

    @Test
    void wordsAreAddedBesideOthers() {
        var instruction =
                read("Bổ sung cụm từ “và Nghị định số 39/2021/NĐ-CP” vào sau cụm từ “Nghị định số 37/2009/NĐ-CP” tại khoản 1 Điều 8.")
                        .getFirst();
        assertThat(instruction.kind()).isEqualTo(EffectKind.SUPPLEMENT);
        assertThat(instruction.position()).isEqualTo("sau");
        assertThat(instruction.anchor()).isNotNull();
    }

    @Test
    void onlySomeOfTheContentIsNeverTheWholeProvision() {
        var instruction = read("Bãi bỏ quy định về định mức phân bổ cho huyện tại khoản 3 Điều 3.")
                .getFirst();
        assertThat(instruction.confidence()).isLessThan(Finding.CERTAIN);
        assertThat(read("Bãi bỏ quy định tại khoản 3 Điều 3.").getFirst().confidence())
                .isEqualTo(1);
    }

    @Test
    void wordsBesideOthersAreNotReplacedEverywhere() {
        var instruction =
                read("Thay thế cụm từ “Họ, tên” trước cụm từ “giới tính” bằng cụm từ “Họ, chữ đệm và tên” tại Điều 42.")
                        .getFirst();
        assertThat(instruction.oldWords()).hasSize(1);
        assertThat(instruction.confidence()).isLessThan(Finding.CERTAIN);
        assertThat(instruction.reason()).isNotBlank();
    }

    @Test
    void aRuleAboutACaseIsNoInstruction() {
        assertThat(
                        said(
                                "Trường hợp các văn bản dẫn chiếu tại Quyết định này được sửa đổi, bổ sung, thay thế thì thực hiện theo văn bản mới."))
                .isEmpty();
    }

    @Test
    void renumberingPairsOldAndNew() {
        var targets = read("Khoản 5, 6 Điều 8 được chuyển thành khoản 6, 7 Điều 8.")
                .getFirst()
                .targets();
        assertThat(targets)
                .extracting(t -> printed(t.address()) + " > " + printed(t.becomes()))
                .containsExactly("khoản 5 Điều 8 > khoản 6 Điều 8", "khoản 6 Điều 8 > khoản 7 Điều 8");
    }

    @Test
    void newTextBehindAnApostropheIsQuotedText() {
        assertThat(
                        said(
                                "Sửa đổi khoản 4 Điều 1 Thông tư số 2/2027/TT-BTC như sau: '4. Sửa đổi Điều 12 như sau: Điều 12. Các hình thức"))
                .containsExactly("amend khoản 4 Điều 1 @ 2/2027/TT-BTC");
        assertThat(
                        said(
                                "Sửa đổi khoản 4 Điều 1 Thông tư số 2/2027/TT-BTC như sau: '4. Bãi bỏ Điều 12.'; bãi bỏ khoản 5 Điều 1 Thông tư số 2/2027/TT-BTC."))
                .containsExactly("amend khoản 4 Điều 1 @ 2/2027/TT-BTC", "repeal khoản 5 Điều 1 @ 2/2027/TT-BTC");
    }

    private static List<String> renumbered(String sentence) {
        return read(sentence).stream()
                .filter(i -> i.kind() == EffectKind.RENUMBER)
                .flatMap(i -> i.targets().stream())
                .map(t -> printed(t.address()) + " > " + printed(t.becomes()))
                .toList();
    }

    @Test
    void renumberingIsSaidInManyWays() {
        assertThat(renumbered("Đổi Điều 6 thành Điều 6a.")).containsExactly("Điều 6 > Điều 6a");
        assertThat(renumbered("Chuyển khoản 3 Điều 5 thành khoản 4 Điều 5."))
                .containsExactly("khoản 3 Điều 5 > khoản 4 Điều 5");
        assertThat(renumbered("Chuyển khoản 3 thành khoản 4 Điều 5."))
                .containsExactly("khoản 3 Điều 5 > khoản 4 Điều 5");
        assertThat(renumbered("Đổi số thứ tự khoản 3, khoản 4 Điều 5 thành khoản 4, khoản 5 Điều 5."))
                .containsExactly("khoản 3 Điều 5 > khoản 4 Điều 5", "khoản 4 Điều 5 > khoản 5 Điều 5");
        assertThat(renumbered("Sửa đổi số thứ tự khoản 3 Điều 5 thành khoản 4."))
                .containsExactly("khoản 3 Điều 5 > khoản 4 Điều 5");
        assertThat(renumbered("Đánh số lại các điểm d, đ khoản 1 Điều 7 thành các điểm đ, e."))
                .containsExactly(
                        "điểm d khoản 1 Điều 7 > điểm đ khoản 1 Điều 7",
                        "điểm đ khoản 1 Điều 7 > điểm e khoản 1 Điều 7");
        assertThat(renumbered("Đánh số thứ tự lại khoản 3 Điều 5 thành khoản 4."))
                .containsExactly("khoản 3 Điều 5 > khoản 4 Điều 5");
        assertThat(renumbered("Các khoản 3, 4 và 5 Điều 9 được đánh số lại thành các khoản 4, 5 và 6."))
                .containsExactly(
                        "khoản 3 Điều 9 > khoản 4 Điều 9",
                        "khoản 4 Điều 9 > khoản 5 Điều 9",
                        "khoản 5 Điều 9 > khoản 6 Điều 9");
        assertThat(renumbered("Từ khoản 3 đến khoản 5 Điều 9 được đổi thành từ khoản 4 đến khoản 6 Điều 9."))
                .containsExactly(
                        "khoản 3 Điều 9 > khoản 4 Điều 9",
                        "khoản 4 Điều 9 > khoản 5 Điều 9",
                        "khoản 5 Điều 9 > khoản 6 Điều 9");
        assertThat(renumbered("Điều 6 được đổi thành Điều 6a, Điều 7 được đổi thành Điều 7a."))
                .containsExactly("Điều 6 > Điều 6a", "Điều 7 > Điều 7a");
        assertThat(
                        renumbered(
                                "Bổ sung khoản 3 vào sau khoản 2 Điều 8 như sau: “3. Miễn phí.”; khoản 3 hiện hành chuyển thành khoản 4."))
                .containsExactly("khoản 3 Điều 8 > khoản 4 Điều 8");
        assertThat(renumbered("Chuyển điểm c khoản 1 Điều 4 thành điểm d và điểm d khoản 1 Điều 4 thành điểm đ."))
                .containsExactly(
                        "điểm c khoản 1 Điều 4 > điểm d khoản 1 Điều 4",
                        "điểm d khoản 1 Điều 4 > điểm đ khoản 1 Điều 4");
    }

    @Test
    void aNumberEndsBeforeTheDayThatIsStuckToIt() {
        assertThat(said("Bãi bỏ khoản 2 Điều 5 Thông tư số 72/2027/TT-BTCngày 12/5/2027 của Bộ trưởng Bộ Tài chính."))
                .containsExactly("repeal khoản 2 Điều 5 @ 72/2027/TT-BTC");
    }

    @Test
    void aTableIsATarget() {
        assertThat(said("Bãi bỏ Bảng 2 Phụ lục I ban hành kèm theo Thông tư số 2/2027/TT-BTC."))
                .containsExactly("repeal Bảng 2 Phụ lục I @ 2/2027/TT-BTC");
        assertThat(said("Sửa đổi Bảng số 1.2 khoản 3 Điều 5 Thông tư số 2/2027/TT-BTC như sau:"))
                .containsExactly("amend Bảng 1.2 khoản 3 Điều 5 @ 2/2027/TT-BTC");
        assertThat(said("Bãi bỏ Bảng giá đất ban hành kèm theo Quyết định số 2/2027/QĐ-UBND."))
                .noneMatch(s -> s.contains("Bảng"));
    }

    @Test
    void whatChangesItsNatureIsNotRenumbered() {
        assertThat(renumbered("Chuyển hồ sơ quy định tại khoản 3 Điều 5 thành hồ sơ điện tử."))
                .isEmpty();
        assertThat(read("Đánh số lại các khoản 3 và 4 Điều 5."))
                .singleElement()
                .satisfies(i -> assertThat(i.reason()).contains("số thứ tự mới"));
        assertThat(renumbered("Đổi giấy phép theo khoản 3 Điều 5 thành giấy chứng nhận."))
                .isEmpty();
    }

    @Test
    void whatALeadNamesHoldsBelowIt() {
        var document = new DocumentMention("Nghị định", "34/2016/NĐ-CP", null, null, false, true);
        var context = new InstructionContext(
                document, List.of(new TargetAddress.Step(TargetAddress.Level.ARTICLE, "7")), null);
        assertThat(said("Khoản 4 được sửa đổi, bổ sung như sau:", context))
                .containsExactly("amend khoản 4 Điều 7 @ 34/2016/NĐ-CP");
    }

    @Test
    void anyWordsGiveAnAnswerInTimeThatGrowsWithTheText() {
        var pieces = List.of(
                "Sửa đổi",
                ", bổ sung ",
                "khoản 3 ",
                "Điều 5",
                "điểm đ ",
                "“",
                "”",
                "(",
                ")",
                "vào sau ",
                "Luật ",
                "số 1/2020/NĐ-CP ",
                "như sau: ",
                "bãi bỏ ",
                "cụm từ ",
                "; ",
                ". ",
                "\n",
                "từ ",
                "đến ",
                "hết hiệu lực ",
                "ban hành kèm theo ",
                "Quy định ",
                "Đ",
                "ngày 31/02/2020 ");
        var random = new Random(7);
        // what backtracks without bound takes years, not minutes
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
            for (int round = 0; round < 300; round++) {
                var text = new StringBuilder();
                for (int i = 0; i < 200; i++) text.append(pieces.get(random.nextInt(pieces.size())));
                assertThat(read(text.toString())).isNotNull();
            }
            for (var piece : pieces) assertThat(read(piece.repeat(20_000))).isNotNull();
        });
    }
}
