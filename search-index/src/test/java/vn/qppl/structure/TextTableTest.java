package vn.qppl.structure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {
    private static final String TEXT = """
            ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            TỈNH KON TUM\tĐộc lập - Tự do - Hạnh phúc
            QUYẾT ĐỊNH
            Quy định mức thu
            Điều 1. Mức thu
            1. Mức thu theo bảng sau:
            Bảng 1. Mức thu của hộ
            STT\tTên\tMức
            1\tHộ nghèo\t20
            Mức thu khác:
            STT\tTên
            1\tHộ khác
            2. Ký nhận:\tHọ tên
            Điều 2. Sửa đổi Quyết định số 12/2023/QĐ-UBND
            1. Sửa đổi Điều 5 như sau:
            “Điều 5. Mức
            STT\tMức
            1\t30
            ”.
            Điều 3. Hiệu lực
            Có hiệu lực từ ngày ký.
            TM. ỦY BAN NHÂN DÂN
            CHỦ TỊCH
            Lê Ngọc Tuấn

            PHỤ LỤC I
            DANH MỤC XÃ
            (Kèm theo Quyết định số 12/2023/QĐ-UBND)
            Bảng 2: Xã khu vực I
            STT\tXã
            1\tĐăk Hà
            2\tĐăk Uy
            """;

    @Test
    void aTableHasTheAddressOfWhatHoldsIt() {
        var tables = TextTable.of(StructureReader.read(TEXT));

        assertThat(tables)
                .extracting(TextTable::eId)
                .containsExactly("art_1__para_1__table_1", "art_1__para_1__table_2", "att_1__table_1");
        assertThat(tables).extracting(TextTable::number).containsExactly("1", null, "2");
        assertThat(tables).extracting(TextTable::caption).containsExactly("Mức thu của hộ", null, "Xã khu vực I");
        assertThat(tables.getLast().rows()).isEqualTo(3);
        assertThat(tables.getFirst().columns()).isEqualTo(3);
        assertThat(tables.getLast().span().in(TEXT)).startsWith("STT\tXã").endsWith("Đăk Uy\n");
    }

    @Test
    void aPageNamesItsTables() {
        assertThat(HtmlText.write(StructureReader.read(TEXT), "Mức thu"))
                .contains("<table id=\"att_1__table_1\">\n<tr><td>STT</td><td>Xã</td></tr>")
                .contains("<table id=\"art_1__para_1__table_2\">");
    }

    @Test
    void aTextWithoutTabsHasNone() {
        assertThat(TextTable.of(StructureReader.read("Điều 1. Chợ\nBảng 1. Chợ\n")))
                .isEmpty();
    }
}
