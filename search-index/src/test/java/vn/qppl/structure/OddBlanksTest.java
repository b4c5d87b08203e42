package vn.qppl.structure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.qppl.reading.DocumentReader;
import vn.qppl.text.ExtractedText;

class OddBlanksTest {
    private static final String TEXT = """
            ỦY BAN NHÂN DÂN
            TỈNH KON TUM
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            Số: 12/2023/QĐ-UBND
            Kon Tum, ngày 15 tháng 5 năm 2023
            QUYẾT ĐỊNH
            Quy định mức hỗ trợ
            Điều 1. Mức hỗ trợ
            1. Mức hỗ trợ là 500.000 đồng.
            2. Mức hỗ trợ thêm theo khoản 1 Điều này.
            Điều 2. Hiệu lực
            Quyết định này có hiệu lực kể từ ngày 01 tháng 6 năm 2023.
            """;

    @Test
    void blanksOfTypesettersReadAsBlanks() {
        var plain = DocumentReader.read(ExtractedText.ofPlainText(TEXT));
        for (var blank : new String[] {"\u00A0", "\u202F", "\u2003"}) {
            var odd = TEXT.replace(" ", blank);
            var read = DocumentReader.read(ExtractedText.ofPlainText(odd));

            assertThat(read.structure().components().getFirst().units())
                    .isEqualTo(plain.structure().components().getFirst().units());
            assertThat(read.number()).isEqualTo(plain.number());
            assertThat(read.issuedOn()).isEqualTo(plain.issuedOn());
            assertThat(read.effectiveFrom()).isEqualTo(plain.effectiveFrom());
            assertThat(read.citations()).isEqualTo(plain.citations());
            assertThat(read.structure().text()).isEqualTo(odd);
        }
    }

    @Test
    void aNumberAloneInACellIsNoClause() {
        var units = StructureReader.read("""
                Điều 1. Chương trình
                Chương trình gồm:
                STT
                Tên
                1.
                Luật A
                2.
                Luật B
                Điều 2. Thi hành
                1.
                Chính phủ thi hành.
                """).components().getFirst().units();

        assertThat(units.get(0).children()).isEmpty();
        assertThat(units.get(1).children()).hasSize(1);
    }
}
