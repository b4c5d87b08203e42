package vn.qppl.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.qppl.reading.TransitionalClause.Kind;
import vn.qppl.structure.StructureReader;

class TransitionReaderTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 7, 1);

    private static List<TransitionalClause> read(String article) {
        return TransitionReader.read(StructureReader.read(article), TitleCatalogue.none(), FIRST_DAY);
    }

    private static TransitionalClause only(String sentence) {
        var all = read("Điều 9. Điều khoản chuyển tiếp\n" + sentence + "\n");
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void whatWasHandedInBeforeFollowsTheOldRules() {
        var clause =
                only("Hồ sơ đã tiếp nhận trước ngày Quyết định này có hiệu lực thì tiếp tục thực hiện theo quy định tại"
                        + " khoản 2 Điều 5 Quyết định số 12/2019/QĐ-UBND ngày 02 tháng 5 năm 2019.");

        assertThat(clause.kind()).isEqualTo(Kind.OLD_RULES_GO_ON);
        assertThat(clause.causeProvision()).isEqualTo("Điều 9");
        assertThat(clause.subject()).startsWith("Hồ sơ đã tiếp nhận").doesNotContain("tiếp tục");
        assertThat(clause.before()).isEqualTo(FIRST_DAY);
        assertThat(clause.governedBy()).singleElement().satisfies(rule -> {
            assertThat(rule.number()).isEqualTo("12/2019/QĐ-UBND");
            assertThat(rule.provision()).isEqualTo("khoản 2 Điều 5");
        });
    }

    @Test
    void aPermitKeepsItsWorthToADayOrAnEvent() {
        var day = only(
                "Giấy phép đã cấp trước ngày 01 tháng 3 năm 2026 được tiếp tục sử dụng đến hết ngày 31 tháng 12 năm 2027.");
        var event =
                only("Giấy phép đã cấp trước ngày Quyết định này có hiệu lực vẫn có giá trị cho đến khi hết thời hạn.");

        assertThat(day.kind()).isEqualTo(Kind.KEPT);
        assertThat(day.before()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(day.until()).isEqualTo(LocalDate.of(2028, 1, 1));
        assertThat(event.until()).isNull();
        assertThat(event.untilEvent()).isEqualTo("khi hết thời hạn");
    }

    @Test
    void aCaseMayPassToTheNewRules() {
        var clause = only(
                "Dự án chưa được phê duyệt trước ngày Quyết định này có hiệu lực thì áp dụng quy định của Quyết định này.");

        assertThat(clause.kind()).isEqualTo(Kind.NEW_RULES_APPLY);
        assertThat(clause.governedBy())
                .singleElement()
                .satisfies(rule -> assertThat(rule.self()).isTrue());
    }

    @Test
    void aProvisionThatGoesOnIsItselfTheRule() {
        var clause =
                only("Điều 12 Nghị định số 02/1998/NĐ-CP tiếp tục có hiệu lực thi hành cho đến khi được thay thế.");

        assertThat(clause.kind()).isEqualTo(Kind.OLD_RULES_GO_ON);
        assertThat(clause.governedBy()).singleElement().satisfies(rule -> {
            assertThat(rule.number()).isEqualTo("02/1998/NĐ-CP");
            assertThat(rule.provision()).isEqualTo("Điều 12");
        });
    }

    @Test
    void whatIsNotAppliedIsSaidSo() {
        assertThat(
                        only("Không áp dụng quy định tại Điều 5 Quyết định này đối với hợp đồng ký trước ngày Quyết định này có hiệu lực.")
                                .kind())
                .isEqualTo(Kind.NOT_APPLIED);
    }

    @Test
    void elsewhereACutOffDayIsNeededAndNothingIsCertain() {
        var ordinary =
                read("Điều 3. Kinh phí\nCác đơn vị tiếp tục thực hiện theo quy định của Luật Ngân sách nhà nước.\n");
        var saved = read(
                "Điều 8. Hiệu lực thi hành\n2. Hợp đồng ký trước ngày Quyết định này có hiệu lực thì được tiếp tục thực hiện.\n");

        assertThat(ordinary).isEmpty();
        assertThat(saved)
                .singleElement()
                .satisfies(c -> assertThat(c.confidence()).isLessThan(Finding.CERTAIN));
    }

    @Test
    void quotedTextIsNoClauseOfThisDocument() {
        assertThat(read(
                        "Điều 1. Sửa đổi Điều 9 như sau:\n“Điều 9. Điều khoản chuyển tiếp\nHồ sơ đã nộp trước ngày Quyết định này có"
                                + " hiệu lực thì tiếp tục thực hiện theo quy định cũ.”\n"))
                .isEmpty();
    }
}
