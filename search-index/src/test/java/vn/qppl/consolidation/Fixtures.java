package vn.qppl.consolidation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import vn.qppl.reading.EffectReader;
import vn.qppl.reading.EffectReader.Own;
import vn.qppl.reading.TitleCatalogue;
import vn.qppl.structure.LegalText;
import vn.qppl.structure.StructureReader;

/** Invented decisions of an invented province. */
final class Fixtures {
    static final LocalDate BEFORE = LocalDate.of(2024, 6, 1);
    static final LocalDate AMENDED = LocalDate.of(2025, 3, 1);

    static final String BASE = """
            ỦY BAN NHÂN DÂN
            TỈNH AN THỊNH
            Số: 12/2023/QĐ-UBND
            An Thịnh, ngày 15 tháng 5 năm 2023
            QUYẾT ĐỊNH
            Quy định mức hỗ trợ người cao tuổi trên địa bàn tỉnh An Thịnh
            Chương I
            QUY ĐỊNH CHUNG
            Điều 1. Phạm vi điều chỉnh
            Quyết định này quy định mức hỗ trợ người cao tuổi trên địa bàn tỉnh.
            Điều 2. Đối tượng áp dụng
            1. Người cao tuổi thuộc hộ nghèo.
            2. Ủy ban nhân dân cấp huyện và cơ quan có liên quan.
            Chương II
            MỨC HỖ TRỢ
            Điều 3. Mức hỗ trợ
            1. Mức hỗ trợ hằng tháng gồm:
            a) Người từ đủ 80 tuổi: 500.000 đồng;
            b) Người từ đủ 90 tuổi: 700.000 đồng.
            2. Mức hỗ trợ một lần là 1.000.000 đồng.
            3. Sở Lao động - Thương binh và Xã hội hướng dẫn chi trả.
            Điều 4. Kinh phí
            Kinh phí do ngân sách cấp huyện bảo đảm.
            Điều 5. Hiệu lực thi hành
            1. Quyết định này có hiệu lực từ ngày 25 tháng 5 năm 2023.
            2. Quyết định số 33/2018/QĐ-UBND ngày 10 tháng 9 năm 2018 của Ủy ban nhân dân tỉnh hết hiệu lực kể từ ngày Quyết định này có hiệu lực.
            """;

    static final String AMENDING = """
            Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 12/2023/QĐ-UBND ngày 15 tháng 5 năm 2023 của Ủy ban nhân dân tỉnh quy định mức hỗ trợ người cao tuổi
            1. Sửa đổi, bổ sung khoản 2 Điều 3 như sau:
            “2. Mức hỗ trợ một lần là 2.000.000 đồng, chi trả trong tháng đầu tiên.”
            2. Bổ sung điểm c vào sau điểm b khoản 1 Điều 3 như sau:
            “c) Người từ đủ 100 tuổi: 1.000.000 đồng.”
            3. Bổ sung Điều 4a vào sau Điều 4 như sau:
            “Điều 4a. Phương thức chi trả
            1. Chi trả qua tài khoản.
            2. Chi trả bằng tiền mặt khi người nhận đề nghị.”
            4. Thay thế cụm từ “Sở Lao động - Thương binh và Xã hội” bằng cụm từ “Sở Y tế” tại khoản 3 Điều 3.
            5. Bãi bỏ khoản 2 Điều 2.
            Điều 2. Hiệu lực thi hành
            Quyết định này có hiệu lực từ ngày 01 tháng 3 năm 2025.
            """;

    static final Own AMENDING_OWN = new Own(
            "05/2025/QĐ-UBND",
            "Quyết định",
            "Sửa đổi, bổ sung một số điều của Quyết định số 12/2023/QĐ-UBND",
            LocalDate.of(2025, 2, 18),
            null);

    private Fixtures() {}

    static LegalText read(String text) {
        return StructureReader.read(text);
    }

    static BaseText base(String text) {
        return new BaseText(
                "12/2023/QĐ-UBND",
                "Quyết định Quy định mức hỗ trợ người cao tuổi trên địa bàn tỉnh An Thịnh",
                LocalDate.of(2023, 5, 15),
                LocalDate.of(2023, 5, 25),
                read(text));
    }

    static AmendingText amending(Own own, String text) {
        var legal = read(text);
        return AmendingText.read(own, "tệp", legal, EffectReader.read(legal, own, TitleCatalogue.none()));
    }

    static AmendingText amending(String number, LocalDate issuedOn, String text) {
        return amending(
                new Own(number, "Quyết định", "Sửa đổi, bổ sung Quyết định số 12/2023/QĐ-UBND", issuedOn, null), text);
    }

    /** An amending decision of 05/2025 with these clauses in its first article. */
    static AmendingText clauses(String... clauses) {
        var text = new StringBuilder("Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 12/2023/QĐ-UBND\n");
        for (var clause : clauses) text.append(clause).append('\n');
        return amending(
                AMENDING_OWN,
                text + "Điều 2. Hiệu lực thi hành\nQuyết định này có hiệu lực từ ngày 01 tháng 3 năm 2025.\n");
    }

    static Consolidation on(LocalDate day, AmendingText... amending) {
        return AmendingText.consolidate(base(BASE), Arrays.asList(amending), TitleCatalogue.none(), day);
    }

    static String text(Consolidation consolidation, String article) {
        var found = consolidation.article(article);
        return found == null ? "(không có)" : found.text();
    }

    static List<String> reasons(Consolidation consolidation) {
        return consolidation.unapplied().stream().map(Unapplied::reason).toList();
    }
}
