package vn.qppl.sheet;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.qppl.text.VietnameseText;

/** What a column of a register may hold, with the words that departments write over it. */
public enum ColumnField {
    NUMBER(
            "số ký hiệu",
            "số hiệu",
            "số văn bản",
            "số vb",
            "ký hiệu",
            "so ky hieu",
            "số và ký hiệu",
            "số, ký hiệu văn bản"),
    TITLE(
            "trích yếu",
            "tên văn bản",
            "tên gọi",
            "nội dung trích yếu",
            "trích yếu nội dung",
            "tên gọi của văn bản",
            "về việc"),
    ISSUED_ON(
            "ngày ban hành",
            "ngày tháng năm ban hành",
            "ngày văn bản",
            "ngày vb",
            "ngày ký",
            "ngày tháng",
            "ban hành ngày"),
    TYPE("loại văn bản", "hình thức văn bản", "tên loại", "loại vb", "hình thức", "loại"),
    ISSUER("cơ quan ban hành", "nơi ban hành", "cơ quan bh", "đơn vị ban hành", "chủ thể ban hành", "tác giả"),
    SIGNER("người ký", "người ký ban hành"),
    EFFECTIVE_FROM(
            "ngày có hiệu lực", "hiệu lực từ", "ngày hiệu lực", "thời điểm có hiệu lực", "ngày bắt đầu hiệu lực"),
    EFFECTIVE_UNTIL("ngày hết hiệu lực", "hết hiệu lực từ", "thời điểm hết hiệu lực", "ngày kết thúc hiệu lực"),
    STATUS("tình trạng", "hiệu lực", "tình trạng hiệu lực", "trạng thái"),
    NOTE("ghi chú", "lý do");

    private static final int LONGEST_HEADER = 200;

    /** As {@link #plain} writes them. */
    private final List<String> headers;

    ColumnField(String... headers) {
        this.headers = java.util.Arrays.stream(headers).map(ColumnField::plain).toList();
    }

    /** The field whose usual header these words are; a header may be written without marks, with underscores, or with more words. */
    public static Optional<ColumnField> ofHeader(String header) {
        if (header.length() > LONGEST_HEADER) return Optional.empty();
        var words = plain(header);
        if (words.isEmpty()) return Optional.empty();
        for (var field : values()) if (field.headers.contains(words)) return Optional.of(field);
        ColumnField best = null;
        int longest = 0;
        for (var field : values()) {
            for (var name : field.headers) {
                if (name.length() > Math.max(longest, 5) && (" " + words + " ").contains(" " + name + " ")) {
                    best = field;
                    longest = name.length();
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static String plain(String words) {
        return VietnameseText.fold(words)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\d]+", " ")
                .strip();
    }
}
