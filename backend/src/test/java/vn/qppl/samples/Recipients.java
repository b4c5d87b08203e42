package vn.qppl.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Who a document of each kind of body is sent to, the list that stands left of the signature. */
final class Recipients {
    private static final Pattern ARTICLE = Pattern.compile("Điều (\\d+)[a-z]?\\..*");

    private Recipients() {}

    static List<String> of(SampleSource source) {
        var to = new ArrayList<String>();
        if (!source.council()) lastArticle(source).ifPresent(last -> to.add("Như Điều " + last + ";"));
        source.many("to").forEach(line -> to.add(line + ";"));
        if (source.many("to").isEmpty()) to.addAll(usual(source));
        to.add("Lưu: VT" + source.maybe("desk").map(desk -> ", " + desk).orElse("") + ".");
        return to;
    }

    private static java.util.Optional<String> lastArticle(SampleSource source) {
        var last = java.util.Optional.<String>empty();
        for (var line : source.body()) {
            if (line.startsWith("== ")) break;
            var article = ARTICLE.matcher(line);
            if (article.matches()) last = java.util.Optional.of(article.group(1));
        }
        return last;
    }

    private static List<String> usual(SampleSource source) {
        if (source.provincial()) {
            var province = source.place();
            return source.council()
                    ? List.of(
                            "Ủy ban Thường vụ Quốc hội;",
                            "Chính phủ;",
                            "Bộ Tư pháp (Cục Kiểm tra văn bản QPPL);",
                            "Thường trực Tỉnh ủy;",
                            "Thường trực HĐND tỉnh;",
                            "Ủy ban nhân dân tỉnh;",
                            "Ủy ban MTTQ Việt Nam tỉnh;",
                            "Đại biểu HĐND tỉnh;",
                            "Công báo tỉnh " + province + ";")
                    : List.of(
                            "Bộ Tư pháp (Cục Kiểm tra văn bản QPPL);",
                            "Thường trực Tỉnh ủy;",
                            "Thường trực HĐND tỉnh;",
                            "Đoàn đại biểu Quốc hội tỉnh;",
                            "Chủ tịch, các Phó Chủ tịch UBND tỉnh;",
                            "Sở Tư pháp;",
                            "Cổng thông tin điện tử tỉnh;",
                            "Công báo tỉnh " + province + ";");
        }
        if (source.issuedOn().getYear() >= 2025)
            return List.of(
                    "Sở Tư pháp;",
                    "Thường trực Đảng ủy;",
                    "Thường trực HĐND " + level(source) + ";",
                    "Công báo điện tử tỉnh;");
        return source.unit().startsWith("huyện") || source.unit().startsWith("thành phố")
                ? List.of(
                        "UBND tỉnh;",
                        "Sở Tư pháp;",
                        "Thường trực HĐND " + level(source) + ";",
                        "Phòng Tư pháp;",
                        "UBND các xã, phường, thị trấn;")
                : List.of(
                        "Phòng Tư pháp;",
                        "Thường trực Đảng ủy;",
                        "Thường trực HĐND " + level(source) + ";",
                        "Các thôn, tổ dân phố;");
    }

    private static String level(SampleSource source) {
        return source.unit().replace(" " + source.place(), "");
    }
}
