package vn.qppl.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StructureReaderTest {

    @Test
    void findsArticlesClausesAndPointsWithTheirAddresses() {
        var text = """
                QUYẾT ĐỊNH
                Về mức thu phí
                Chương I
                QUY ĐỊNH CHUNG
                Điều 1. Phạm vi điều chỉnh
                1. Quyết định này quy định:
                a) Mức thu;
                b) Đối tượng nộp;
                c) Miễn;
                d) Giảm;
                đ) Quản lý.
                2. Không áp dụng với hộ nghèo.
                Điều 2. Hiệu lực thi hành
                Theo quy định tại khoản 1
                Điều 1 của Quyết định này.
                Nơi nhận:
                - Như Điều 3;
                """;
        assertThat(addresses(StructureReader.read(text)))
                .containsExactly(
                        "chp_I",
                        "art_1",
                        "art_1__para_1",
                        "art_1__para_1__list_1__point_a",
                        "art_1__para_1__list_1__point_b",
                        "art_1__para_1__list_1__point_c",
                        "art_1__para_1__list_1__point_d",
                        "art_1__para_1__list_1__point_dd",
                        "art_1__para_2",
                        "art_2");
    }

    @Test
    void readsQuotedNewTextAsContentWithUnitsOfItsOwn() {
        var text = """
                Điều 1. Sửa đổi, bổ sung một số điều của Quy định
                1. Sửa đổi Điều 2 như sau:
                “Điều 2. Mức hỗ trợ
                1. Mười triệu đồng.
                2. Hai mươi triệu đồng.”.
                2. Bãi bỏ khoản 3 Điều 4.
                Điều 2. Hiệu lực
                """;
        var read = StructureReader.read(text);
        assertThat(addresses(read)).containsExactly("art_1", "art_1__para_1", "art_1__para_2", "art_2");
        assertThat(read.quotations()).hasSize(1);
        assertThat(read.quotations().getFirst().units().getFirst().eId()).isEqualTo("art_2");
    }

    @Test
    void goesOnWithItsOwnNumbersWhereMarksWereNeverClosed() {
        var text = """
                Điều 1. Sửa đổi một số điều
                1. Sửa đổi khoản 2 Điều 5 như sau:
                “2. Hồ sơ gồm:
                a) Đơn;
                b) Bản sao.
                2. Bổ sung khoản 4 Điều 7 như sau:
                “4. Phí không hoàn lại.”
                Điều 2. Hiệu lực
                """;
        assertThat(addresses(StructureReader.read(text)))
                .containsExactly("art_1", "art_1__para_1", "art_1__para_2", "art_2");
    }

    @Test
    void keepsAnAttachedRegulationAsAPartOfItsOwn() {
        var text = """
                QUYẾT ĐỊNH:
                Điều 1. Ban hành kèm theo Quyết định này Quy chế phối hợp.
                Điều 2. Hiệu lực.
                TM. ỦY BAN NHÂN DÂN
                QUY CHẾ
                Phối hợp quản lý
                (Ban hành kèm theo Quyết định số 5/2020/QĐ-UBND)
                Điều 1. Phạm vi
                Điều 2. Nguyên tắc
                PHỤ LỤC I
                DANH MỤC
                1. Một dòng của bảng
                """;
        var components = StructureReader.read(text).components();
        assertThat(components.stream().map(LegalText.Component::kind))
                .containsExactly(
                        LegalText.ComponentKind.MAIN,
                        LegalText.ComponentKind.REGULATION,
                        LegalText.ComponentKind.ANNEX);
        assertThat(components.get(1).units()).hasSize(2);
        assertThat(components.get(2).units()).isEmpty();
        assertThat(components.get(2).number()).isEqualTo("I");
    }

    @Test
    void answersWhateverIsAsked() {
        var pieces = List.of(
                "Điều 1.",
                "Điều 2",
                "\n",
                "“",
                "”",
                "\"",
                "1. ",
                "a) ",
                "đ) ",
                "Chương I",
                "PHỤ LỤC",
                "Nơi nhận:",
                " ",
                "\t",
                "như sau:",
                "Sửa đổi ",
                "|",
                "*");
        var random = new java.util.Random(7);
        for (int round = 0; round < 2000; round++) {
            var text = new StringBuilder();
            for (int i = 0; i < random.nextInt(60); i++) text.append(pieces.get(random.nextInt(pieces.size())));
            var read = StructureReader.read(text.toString());
            for (var component : read.components())
                check(
                        component.units(),
                        component.span().start(),
                        component.span().end());
        }
    }

    @Test
    void costsInProportionToTheTextAlsoWhereMarksAreNeverClosed() {
        var clause =
                "1. Sửa đổi khoản 2 Điều 5 như sau:\n“2. Hồ sơ gồm đơn và bản sao.\nĐoạn tiếp theo không đóng ngoặc.\n";
        var small = "Sửa đổi, bổ sung một số điều\nĐiều 1. Sửa đổi\n" + clause.repeat(500);
        var large = "Sửa đổi, bổ sung một số điều\nĐiều 1. Sửa đổi\n" + clause.repeat(10_000);
        StructureReader.read(small);
        // twenty times the text: a line costs about 20 times as much, a square 400 times; no machine is so uneven as to
        // mix them up
        assertThat((double) best(large) / best(small)).isLessThan(100);
    }

    private static long best(String text) {
        var clock = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            // its own processor time: the machine that tests is shared
            long begin = clock.getCurrentThreadCpuTime();
            StructureReader.read(text);
            best = Math.min(best, clock.getCurrentThreadCpuTime() - begin);
        }
        return best;
    }

    private static void check(List<Unit> units, int start, int end) {
        int at = start;
        for (var unit : units) {
            assertThat(unit.span().start()).isGreaterThanOrEqualTo(at);
            assertThat(unit.span().end()).isLessThanOrEqualTo(end);
            assertThat(unit.ownTextEnd())
                    .isBetween(unit.span().start(), unit.span().end());
            check(unit.children(), unit.ownTextEnd(), unit.span().end());
            at = unit.span().end();
        }
    }

    private static List<String> addresses(LegalText text) {
        var found = new ArrayList<String>();
        text.components().getFirst().units().forEach(unit -> collect(unit, found));
        return found;
    }

    private static void collect(Unit unit, List<String> found) {
        found.add(unit.eId());
        unit.children().forEach(child -> collect(child, found));
    }
}
