package vn.qppl.document;

import java.util.Locale;
import vn.qppl.structure.DocumentNumber;

/** Hình thức văn bản, with the name the law gives it. QPPL or not is not told by the type (Nghị định 34/2016 Điều 3 khoản 3). */
public enum DocumentType {
    HIEN_PHAP("Hiến pháp"),
    BO_LUAT("Bộ luật"),
    LUAT("Luật"),
    PHAP_LENH("Pháp lệnh"),
    LENH("Lệnh"),
    NGHI_QUYET_LIEN_TICH("Nghị quyết liên tịch"),
    NGHI_QUYET("Nghị quyết"),
    NGHI_DINH("Nghị định"),
    THONG_TU_LIEN_TICH("Thông tư liên tịch"),
    THONG_TU("Thông tư"),
    QUYET_DINH("Quyết định"),
    CHI_THI("Chỉ thị"),
    VAN_BAN_HOP_NHAT("Văn bản hợp nhất"),
    KE_HOACH("Kế hoạch"),
    CONG_VAN("Công văn"),
    THONG_BAO("Thông báo"),
    BAO_CAO("Báo cáo"),
    TO_TRINH("Tờ trình"),
    CHUONG_TRINH("Chương trình"),
    HUONG_DAN("Hướng dẫn"),
    CONG_DIEN("Công điện"),
    KHAC("Văn bản khác");

    private final String label;

    DocumentType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** By the name a text or a spreadsheet gives it; {@link #KHAC} for a name that is none of ours. */
    public static DocumentType named(String name) {
        var wanted = normal(name);
        for (var type : values()) if (normal(type.label).equals(wanted)) return type;
        return KHAC;
    }

    /** As the symbol of a number says: {@code QĐ-UBND} is a decision, {@code QH13} a law (a resolution says NQ). */
    public static DocumentType ofSymbol(DocumentNumber number) {
        var symbol = number.symbol();
        var head = symbol.contains("-") ? symbol.substring(0, symbol.indexOf('-')) : symbol;
        return switch (head) {
            case "QĐ" -> QUYET_DINH;
            case "NQ" -> NGHI_QUYET;
            case "NQLT" -> NGHI_QUYET_LIEN_TICH;
            case "NĐ" -> NGHI_DINH;
            case "TT" -> THONG_TU;
            case "TTLT" -> THONG_TU_LIEN_TICH;
            case "CT" -> CHI_THI;
            case "KH" -> KE_HOACH;
            case "TB" -> THONG_BAO;
            case "BC" -> BAO_CAO;
            case "TTR" -> TO_TRINH;
            case "CTR" -> CHUONG_TRINH;
            case "HD" -> HUONG_DAN;
            case "CĐ" -> CONG_DIEN;
            case "VBHN" -> VAN_BAN_HOP_NHAT;
            default -> symbol.startsWith("QH") ? LUAT : symbol.startsWith("UBTVQH") ? PHAP_LENH : KHAC;
        };
    }

    private static String normal(String name) {
        return vn.qppl.text.VietnameseText.nfc(name)
                .replace('Ð', 'Đ')
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
