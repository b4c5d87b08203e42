package vn.qppl.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands behind a document's number where a text names it: its date and the body that issued it. */
final class CitedBody {
    private static final int WINDOW = 300;
    private static final Pattern DATE = Pattern.compile(
            "(?iu)^\\s*ngày\\s+(\\d{1,2})\\s*(?:tháng\\s+|[/.-])\\s*(\\d{1,2})\\s*(?:năm\\s+|[/.-])\\s*(\\d{4})");
    /**
     * "của Hội đồng nhân dân tỉnh Quy định mức thưởng": the title follows the body with a capital. The words of a title beyond its first are
     * small, those of a place are not.
     */
    private static final String OPENS_TITLE =
            "(?:Về|Quy định|Quy chế|Ban hành|Sửa đổi|Bổ sung|Bãi bỏ|Thay thế|Phê duyệt|Thông qua"
                    + "|Kéo dài|Gia hạn|Điều chỉnh|Hướng dẫn|Công bố|Giao|Phân cấp|Phân công|Phân bổ|Ủy quyền|Tạm ngưng|Ngưng|Đình chỉ|Đính chính|Hỗ trợ"
                    + "|Chính sách|Chế độ|Cơ chế|Mức|Danh mục|Bảng|Đơn giá|Giá|Phí|Lệ phí|Đặt tên|Tổ chức|Xử lý|Quản lý|Thực hiện|Triển khai"
                    + "|Khuyến khích|Thành lập|Tiêu chí|Định mức|Một số|Nội dung|Nguyên tắc|Hạn mức|Tỷ lệ|Kế hoạch|Chương trình|Đề án|Công nhận"
                    + "|Áp dụng|Chấp thuận|Xây dựng|Phát triển|Tăng cường|Miễn|Giảm|Chuyển)(?=\\s+\\p{Ll}|\\s*[:,;.])";

    private static final Pattern BODY = Pattern.compile(
            "(?u)của\\s+((?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Hội đồng nhân dân|HĐND|Chủ tịch (?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND))"
                    + "\\s+(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu))((?:\\s+(?!(?:Điều|Căn|Quyết|Nghị|Theo|Xét|Chương|HỘI|ỦY|UỶ|QUYẾT|NGHỊ)(?!\\p{L})|"
                    + OPENS_TITLE + ")\\p{Lu}[\\p{L}']{0,20}){1,5})");

    private CitedBody() {}

    /**
     * @param issuerNames of the local body named there, the likeliest first; a line break may end the name or lie within it. Empty where
     *     none is named
     */
    record Behind(@Nullable LocalDate issuedOn, List<String> issuerNames) {
        static final Behind NOTHING = new Behind(null, List.of());

        boolean tellsNothing() {
            return issuedOn == null && issuerNames.isEmpty();
        }
    }

    /** @param text the words that name the document and what follows them
     * @param number as printed there */
    static Behind of(String text, String number) {
        int at = text.indexOf(number);
        if (at < 0) return Behind.NOTHING;
        var behind = text.substring(at + number.length(), Math.min(text.length(), at + number.length() + WINDOW));
        // the next document's number ends what is said of this one
        int next = behind.indexOf("/QĐ-");
        int other = behind.indexOf("/NQ-");
        int end = next < 0 ? other : other < 0 ? next : Math.min(next, other);
        if (end > 0) behind = behind.substring(0, end);
        var date = DATE.matcher(behind);
        LocalDate issuedOn = null;
        if (date.find()) {
            try {
                issuedOn = LocalDate.of(
                        Integer.parseInt(date.group(3)),
                        Integer.parseInt(date.group(2)),
                        Integer.parseInt(date.group(1)));
            } catch (DateTimeException e) {
                // a date that does not exist tells nothing
                issuedOn = null;
            }
        }
        var body = BODY.matcher(behind);
        while (body.find())
            if (fits(body.group(1), number)) return new Behind(issuedOn, names(body.group(1), body.group(2)));
        return new Behind(issuedOn, List.of());
    }

    /** Behind a title stands the next line's "Tờ trình của Ủy ban nhân dân": a resolution of a council is not the committee's. */
    private static boolean fits(String kind, String number) {
        boolean council = kind.startsWith("Hội đồng") || kind.startsWith("HĐND");
        if (number.contains("HĐND")) return council;
        return !number.contains("UBND") || !council;
    }

    /** Up to the first line break behind a word of the name, then longer and shorter ones. */
    private static List<String> names(String kind, String place) {
        var words = place.strip().split("\\s+");
        int line = place.stripLeading().split("\\R")[0].strip().split("\\s+").length;
        var body = kind.replaceAll("\\s+", " ");
        var found = new LinkedHashSet<String>();
        found.add(body + " " + joined(words, line));
        found.add(body + " " + joined(words, words.length));
        for (int n = words.length - 1; n > 0; n--) found.add(body + " " + joined(words, n));
        return List.copyOf(found);
    }

    private static String joined(String[] words, int count) {
        return String.join(" ", Arrays.asList(words).subList(0, Math.min(count, words.length)));
    }
}
