package vn.qppl.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MetadataReaderTest {
    static final String DECISION = """
            ỦY BAN NHÂN DÂN
            TỈNH KON TUM
            -------
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            ---------------
            Số: 12/2023/QĐ-UBND
            Kon Tum, ngày 15 tháng 5 năm 2023

            QUYẾT ĐỊNH
            Ban hành Quy định về quản lý chợ trên địa bàn tỉnh Kon Tum

            ỦY BAN NHÂN DÂN TỈNH KON TUM

            Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
            Theo đề nghị của Giám đốc Sở Công Thương tại Tờ trình số 45/TTr-SCT ngày 04 tháng 5 năm 2023.

            QUYẾT ĐỊNH:

            Điều 1. Ban hành kèm theo Quyết định này Quy định về quản lý chợ.
            Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày 25 tháng 5 năm 2023./.

            Nơi nhận:
            - Như Điều 2;
            - Sở Tư pháp;
            - Lưu: VT, KTTH.
            TM. ỦY BAN NHÂN DÂN
            KT. CHỦ TỊCH
            PHÓ CHỦ TỊCH
            Y Hằng
            """;

    @Test
    void readsTheLetterheadOfAProvincialDecision() {
        var read = MetadataReader.read(DECISION);

        assertThat(value(read.number())).isEqualTo("12/2023/QĐ-UBND");
        assertThat(value(read.type())).isEqualTo("Quyết định");
        assertThat(value(read.issuer())).isEqualTo("Ủy ban nhân dân tỉnh Kon Tum");
        assertThat(value(read.issuedOn())).isEqualTo(LocalDate.of(2023, 5, 15));
        assertThat(value(read.place())).isEqualTo("Kon Tum");
        assertThat(value(read.signer())).isEqualTo("Y Hằng");
        assertThat(value(read.capacity())).isEqualTo("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH");
        assertThat(value(read.title())).isEqualTo("Ban hành Quy định về quản lý chợ trên địa bàn tỉnh Kon Tum");
    }

    @Test
    void givesTheChairmanHisOwnDecisions() {
        var text = DECISION.replace("12/2023/QĐ-UBND", "12/2025/QĐ-CTUBND")
                .replace("15 tháng 5 năm 2023", "15 tháng 10 năm 2025");
        assertThat(value(MetadataReader.read(text).issuer())).isEqualTo("Chủ tịch Ủy ban nhân dân tỉnh Kon Tum");
    }

    @Test
    void aChairmanUnderTheCommitteesSymbolLeavesTheBodyInDoubt() {
        var issuer = MetadataReader.read(DECISION.replace(
                        "\nỦY BAN NHÂN DÂN TỈNH KON TUM\n", "\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH KON TUM\n"))
                .issuer();

        assertThat(found(issuer).confidence()).isLessThan(Finding.CERTAIN);
        assertThat(found(issuer).reason()).contains("Chủ tịch");
    }

    @Test
    void aTitleEndsBeforeTheOfficeThatDecidesAndBeforeAPreamble() {
        var board = DECISION.replace("\nỦY BAN NHÂN DÂN TỈNH KON TUM\n", "\nTRƯỞNG BAN QUẢN LÝ KHU KINH TẾ\n");
        var constitution = "QUỐC HỘI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
                + "HIẾN PHÁP\nNƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nLỜI NÓI ĐẦU\nTrải qua mấy nghìn năm lịch sử, Nhân dân.\n";

        assertThat(value(MetadataReader.read(board).title()))
                .isEqualTo("Ban hành Quy định về quản lý chợ trên địa bàn tỉnh Kon Tum");
        assertThat(value(MetadataReader.read(constitution).title())).doesNotContainIgnoringCase("lời nói đầu");
    }

    @Test
    void everyValueStandsWhereItsSpanSays() {
        var read = MetadataReader.read(DECISION);

        assertThat(found(read.number()).span().in(DECISION)).isEqualTo("12/2023/QĐ-UBND");
        assertThat(found(read.issuer()).span().in(DECISION)).isEqualTo("ỦY BAN NHÂN DÂN\nTỈNH KON TUM");
        assertThat(found(read.signer()).span().in(DECISION)).isEqualTo("Y Hằng");
        assertThat(found(read.place()).span().in(DECISION)).isEqualTo("Kon Tum");
    }

    @Test
    void readsALetterheadBrokenByTableCellsAndMarkdown() {
        var text = """
                **ỦY BAN NHÂN
                DÂN **
                TỈNH KON TUM
                -------
                |
                **CỘNG HÒA XÃ
                HỘI CHỦ NGHĨA VIỆT NAM**
                Độc lập - Tự do - Hạnh phúc
                |
                |
                Số:
                100/QĐ-UBND
                |
                *Kon Tum, ngày 02
                tháng12 năm 2022*
                |
                ** **
                **QUYẾT
                ĐỊNH**
                VỀ VIỆC CÔNG BỐ DANH MỤC THỦ TỤC HÀNH CHÍNH CỦA
                SỞ NỘI VỤ
                **CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH KON TUM**
                *Căn cứ Luật Tổ chức chính quyền địa phương;*
                **Điều 1.** Công bố danh mục thủ tục hành chính của Sở Nội vụ.
                **KT. CHỦ TỊCH**
                PHÓ CHỦ TỊCH
                **Lê
                Ngọc Tuấn**
                |
                """;

        var read = MetadataReader.read(text);

        assertThat(value(read.number())).isEqualTo("100/QĐ-UBND");
        assertThat(value(read.type())).isEqualTo("Quyết định");
        assertThat(value(read.issuer())).isEqualTo("Ủy ban nhân dân tỉnh Kon Tum");
        assertThat(value(read.issuedOn())).isEqualTo(LocalDate.of(2022, 12, 2));
        assertThat(value(read.title())).isEqualTo("Công bố danh mục thủ tục hành chính của Sở Nội vụ");
        assertThat(value(read.signer())).isEqualTo("Lê Ngọc Tuấn");
        assertThat(read.chairman()).isTrue();
    }

    @Test
    void inventsNoNumberWhereItIsLeftBlank() {
        var read = MetadataReader.read(DECISION.replace("12/2023/QĐ", "      /2023/QĐ"));

        assertThat(read.number()).isNull();
        assertThat(value(read.type())).isEqualTo("Quyết định");
    }

    @Test
    void doubtsANumberOfAnotherYearThanTheDate() {
        var read = MetadataReader.read(DECISION.replace("15 tháng 5 năm 2023", "15 tháng 5 năm 2021"));

        assertThat(found(read.issuedOn()).certain()).isFalse();
        assertThat(found(read.issuedOn()).reason()).contains("2021").contains("2023");
    }

    @Test
    void doubtsTheNumberWhereThereAreTwo() {
        var read = MetadataReader.read(
                DECISION.replace("Số: 12/2023/QĐ-UBND", "Số: 12/2023/QĐ-UBND\nSố: 15/2023/QĐ-UBND"));

        assertThat(found(read.number()).certain()).isFalse();
        assertThat(found(read.number()).reason()).contains("15/2023/QĐ-UBND");
    }

    @Test
    void readsALaw() {
        var read = MetadataReader.read("""
                QUỐC HỘI
                -------
                Luật số: 99/2020/QH14

                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                ---------------
                Hà Nội, ngày 13 tháng 11 năm 2020

                LUẬT
                BẾN BÃI

                Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
                Quốc hội ban hành Luật Bến bãi.
                Điều 1. Phạm vi điều chỉnh
                Luật này quy định về bến bãi.
                Luật này được Quốc hội thông qua ngày 13 tháng 11 năm 2020.
                CHỦ TỊCH QUỐC HỘI
                Nguyễn Thị Mẫu
                """);

        assertThat(value(read.number())).isEqualTo("99/2020/QH14");
        assertThat(value(read.type())).isEqualTo("Luật");
        assertThat(value(read.issuer())).isEqualTo("Quốc hội");
        assertThat(value(read.title())).isEqualTo("Bến bãi");
        assertThat(value(read.signer())).isEqualTo("Nguyễn Thị Mẫu");
    }

    @Test
    void aSingleClauseIsNoDocument() {
        var read = MetadataReader.read("Điểm b\nKhoản 35\nĐiều 1\nNghị định 17/2019/NĐ-CP\n“b) Sửa đổi mức phạt.”");

        assertThat(read.issuer()).isNull();
        assertThat(read.signer()).isNull();
        assertThat(read.issuedOn()).isNull();
    }

    static <T> Finding<T> found(@Nullable Finding<T> finding) {
        if (finding == null) throw new AssertionError("nothing was read");
        return finding;
    }

    static <T> T value(@Nullable Finding<T> finding) {
        return found(finding).value();
    }
}
