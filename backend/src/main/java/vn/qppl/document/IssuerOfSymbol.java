package vn.qppl.document;

import java.util.Map;
import vn.qppl.structure.DocumentNumber;

/** Who a number's symbol says issued it, for central documents; a local symbol (QĐ-UBND) names the kind of body but not the place. */
final class IssuerOfSymbol {
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("CP", "Chính phủ"),
            Map.entry("TTG", "Thủ tướng Chính phủ"),
            Map.entry("CTN", "Chủ tịch nước"),
            Map.entry("UBTVQH", "Ủy ban Thường vụ Quốc hội"),
            Map.entry("HĐTP", "Hội đồng Thẩm phán Tòa án nhân dân tối cao"),
            Map.entry("TANDTC", "Tòa án nhân dân tối cao"),
            Map.entry("VKSNDTC", "Viện kiểm sát nhân dân tối cao"),
            Map.entry("VPCP", "Văn phòng Chính phủ"),
            Map.entry("BTP", "Bộ Tư pháp"),
            Map.entry("BTC", "Bộ Tài chính"),
            Map.entry("BNV", "Bộ Nội vụ"),
            Map.entry("BCA", "Bộ Công an"),
            Map.entry("BQP", "Bộ Quốc phòng"),
            Map.entry("BNG", "Bộ Ngoại giao"),
            Map.entry("BCT", "Bộ Công Thương"),
            Map.entry("BXD", "Bộ Xây dựng"),
            Map.entry("BGTVT", "Bộ Giao thông vận tải"),
            Map.entry("BTNMT", "Bộ Tài nguyên và Môi trường"),
            Map.entry("BNNPTNT", "Bộ Nông nghiệp và Phát triển nông thôn"),
            Map.entry("BNNMT", "Bộ Nông nghiệp và Môi trường"),
            Map.entry("BKHĐT", "Bộ Kế hoạch và Đầu tư"),
            Map.entry("BKHCN", "Bộ Khoa học và Công nghệ"),
            Map.entry("BTTTT", "Bộ Thông tin và Truyền thông"),
            Map.entry("BGDĐT", "Bộ Giáo dục và Đào tạo"),
            Map.entry("BYT", "Bộ Y tế"),
            Map.entry("BLĐTBXH", "Bộ Lao động - Thương binh và Xã hội"),
            Map.entry("BVHTTDL", "Bộ Văn hóa, Thể thao và Du lịch"),
            Map.entry("NHNN", "Ngân hàng Nhà nước Việt Nam"),
            Map.entry("UBDT", "Ủy ban Dân tộc"),
            Map.entry("TTCP", "Thanh tra Chính phủ"));

    private IssuerOfSymbol() {}

    /** Empty where the symbol does not tell. */
    static String name(DocumentNumber number) {
        var symbol = number.symbol();
        if (symbol.startsWith("QH")) return "Quốc hội";
        if (symbol.startsWith("UBTVQH") || symbol.contains("-UBTVQH")) return "Ủy ban Thường vụ Quốc hội";
        var tail = symbol.substring(symbol.lastIndexOf('-') + 1);
        return BODIES.getOrDefault(tail, "");
    }

    static IssuerLevel level(DocumentNumber number) {
        return name(number).isEmpty() ? IssuerLevel.UNKNOWN : IssuerLevel.CENTRAL;
    }

    /** The kind of local body whose symbol a number carries; empty for others. */
    static String localBody(DocumentNumber number) {
        var symbol = number.symbol();
        var tail = symbol.substring(symbol.lastIndexOf('-') + 1);
        return switch (tail) {
            case "HĐND" -> "Hội đồng nhân dân";
            case "UBND" -> "Ủy ban nhân dân";
            case "CTUBND" -> "Chủ tịch Ủy ban nhân dân";
            default -> "";
        };
    }

    /** "tỉnh Kon Tum" of "Ủy ban nhân dân tỉnh Kon Tum"; empty where the body is not of a place. */
    static String place(String issuerName) {
        int at = issuerName.toLowerCase(java.util.Locale.ROOT).indexOf("nhân dân ");
        return at < 0 ? "" : issuerName.substring(at + "nhân dân ".length()).strip();
    }
}
