package vn.qppl.reading;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.qppl.text.Span;

/**
 * Whether a document is a văn bản quy phạm pháp luật, and by which rule. The form alone never says so (Nghị định 34/2016, Điều 3
 * khoản 3; the 2025 law keeps the idea): number with a year, form, issuer, day and content speak together.
 */
final class NormativeRule {
    private static final LocalDate LAW_2008 = LocalDate.of(2009, 1, 1);
    private static final LocalDate LAW_2015 = LocalDate.of(2016, 7, 1);
    private static final LocalDate LAW_2025 = LocalDate.of(2025, 4, 1);
    private static final LocalDate TWO_LEVELS = LocalDate.of(2025, 7, 1);

    private static final Pattern INDIVIDUAL_RESOLUTION = Pattern.compile(
            "miễn nhiệm|bãi nhiệm|cho thôi làm nhiệm vụ|xác nhận kết quả bầu|phê chuẩn kết quả bầu|giải tán|tổng biên chế|biên chế công chức|số lượng người làm việc"
                    + "|dự toán|quyết toán|phân bổ ngân sách|thành lập ban |chương trình giám sát|kế hoạch (?:phát triển|đầu tư)|nhiệm vụ phát triển kinh tế|chủ trương đầu tư|(?:thông qua|phê duyệt) (?:đề án|kế hoạch|chương trình|danh mục dự án|danh mục công trình)");
    private static final Pattern INDIVIDUAL_DECISION = Pattern.compile(
            "phê duyệt|giao chỉ tiêu|giao kế hoạch|chỉ tiêu biên chế|khoán biên chế|khoán kinh phí|thành lập (?:ban|hội đồng|tổ|đoàn|quỹ|trung tâm)|kiện toàn|công bố danh mục thủ tục|công bố thủ tục|danh mục thủ tục hành chính"
                    + "|bổ nhiệm|khen thưởng|tặng |thu hồi đất|giao đất|cho thuê đất|công nhận|kế hoạch thực hiện|ủy quyền");

    private NormativeRule() {}

    static @Nullable Finding<Boolean> of(Metadata read) {
        var form = read.form();
        if (form == null || read.type() == null) return null;
        var span = read.number() != null ? read.number().span() : read.type().span();
        boolean firmForm = read.type().certain();
        var label = form.label();
        switch (form) {
            case CONSOLIDATED -> {
                return no(
                        span,
                        firmForm ? 0.985 : 0.9,
                        "Văn bản hợp nhất không phải là văn bản QPPL mới (Pháp lệnh 01/2012/UBTVQH13)");
            }
            case PLAN,
                    NOTICE,
                    REPORT,
                    SUBMISSION,
                    GUIDANCE,
                    CONCLUSION,
                    PROGRAMME,
                    SCHEME,
                    TELEGRAM,
                    REGULATION,
                    RULES,
                    CHARTER,
                    DECLARATION,
                    CIRCULAR_NOTE,
                    CASE_LAW,
                    LETTER -> {
                return no(
                        span,
                        firmForm ? 0.985 : 0.9,
                        label + " không thuộc các hình thức văn bản QPPL (Điều 4 Luật Ban hành văn bản QPPL)");
            }
            case CONSTITUTION,
                    CODE,
                    LAW,
                    ORDINANCE,
                    DECREE,
                    CIRCULAR,
                    JOINT_CIRCULAR,
                    OLD_JOINT_CIRCULAR,
                    JOINT_RESOLUTION -> {
                return yes(
                        span,
                        firmForm ? 0.99 : 0.9,
                        label + " là hình thức văn bản QPPL (Điều 4 Luật Ban hành văn bản QPPL)");
            }
            case ORDER -> {
                return no(
                        span,
                        0.7,
                        "Lệnh công bố luật không phải là văn bản QPPL; lệnh khác của Chủ tịch nước có thể là QPPL");
            }
            case RESOLUTION, DECISION, DIRECTIVE -> {
                return byNumber(read, form, span);
            }
        }
        return null;
    }

    private static @Nullable Finding<Boolean> byNumber(Metadata read, DocumentForm form, Span span) {
        var number = read.number();
        var on = read.issuedOn() == null ? null : read.issuedOn().value();
        if (number == null)
            return no(span, 0.6, "Không có số nên chưa xác định được: văn bản QPPL mang số có năm ban hành");
        var m = NumberMention.PATTERN.matcher(number.value());
        boolean year = m.find() && m.group(2) != null;
        var symbol = number.value().substring(Math.max(0, number.value().lastIndexOf('/') + 1));
        var issuer = read.issuer() == null ? "" : read.issuer().value();
        var title = read.title() == null ? "" : Marks.lower(read.title().value());
        boolean individual = (form == DocumentForm.RESOLUTION ? INDIVIDUAL_RESOLUTION : INDIVIDUAL_DECISION)
                .matcher(title)
                .find();
        boolean sure = number.certain();
        if (form == DocumentForm.DIRECTIVE) {
            if (year && on != null && on.isBefore(LAW_2015))
                return yes(
                        span,
                        0.9,
                        "Chỉ thị có năm trong số, ban hành trước 01/7/2016, theo Luật 31/2004/QH11 có thể là văn bản QPPL");
            return no(span, sure ? 0.985 : 0.9, "Chỉ thị không còn là hình thức văn bản QPPL từ 01/7/2016");
        }
        if (symbol.matches("(?:UBTV)?QH\\d{1,2}"))
            return new Finding<>(
                    !individual,
                    span,
                    individual ? 0.8 : 0.85,
                    "Số nghị quyết của Quốc hội, Ủy ban Thường vụ Quốc hội không phân biệt QPPL và cá biệt; xét theo nội dung");
        if (!year) {
            if (on != null && on.isBefore(LocalDate.of(2005, 4, 1)))
                return no(
                        span,
                        0.8,
                        "Số không có năm; trước Luật 31/2004/QH11 vẫn có văn bản QPPL của địa phương đánh số như vậy");
            if (!sure) return no(span, 0.85, "Số không có năm ban hành, nhưng số còn nghi ngờ");
            return no(
                    span,
                    0.985,
                    "Số không có năm ban hành: văn bản hành chính, cá biệt (văn bản QPPL mang số/năm/ký hiệu)");
        }
        if (symbol.contains("CTUBND"))
            return on != null && on.isBefore(TWO_LEVELS)
                    ? no(
                            span,
                            0.8,
                            "Trước 01/7/2025 quyết định của Chủ tịch Ủy ban nhân dân không phải là văn bản QPPL, nhưng số có năm; cần kiểm tra")
                    : yes(
                            span,
                            0.98,
                            "Quyết định của Chủ tịch Ủy ban nhân dân cấp tỉnh là văn bản QPPL từ 01/7/2025 (Luật 87/2025/QH15)");
        if (read.chairman() && (on == null || on.isBefore(TWO_LEVELS)))
            return no(
                    span,
                    0.75,
                    "Chủ tịch Ủy ban nhân dân ban hành: trước 01/7/2025 không phải là văn bản QPPL, nhưng số có năm; cần kiểm tra");
        if (form == DocumentForm.DECISION && issuer.startsWith("Bộ ") && on != null && !on.isBefore(LAW_2008))
            return no(span, 0.85, "Từ 01/01/2009 Bộ trưởng ban hành văn bản QPPL bằng thông tư, không bằng quyết định");
        boolean commune = issuer.matches(".*nhân dân (?:xã|phường|thị trấn) .*");
        boolean district = issuer.matches(".*nhân dân (?:huyện|quận|thị xã) .*");
        if (commune && on != null && !on.isBefore(LAW_2025) && on.isBefore(TWO_LEVELS))
            return no(
                    span,
                    0.7,
                    "Từ 01/4/2025 đến 30/6/2025 cấp xã không có thẩm quyền ban hành văn bản QPPL; cần kiểm tra");
        if (district && on != null && !on.isBefore(TWO_LEVELS))
            return no(span, 0.7, "Từ 01/7/2025 không còn cấp huyện; cần kiểm tra");
        if (individual)
            return yes(
                    span,
                    0.75,
                    "Số có năm ban hành, nhưng nội dung thuộc loại văn bản cá biệt (Nghị định 34/2016/NĐ-CP Điều 3 khoản 3); cần kiểm tra");
        return yes(
                span,
                sure ? 0.985 : 0.9,
                "%s mang số có năm ban hành của cơ quan có thẩm quyền".formatted(form.label()));
    }

    private static Finding<Boolean> yes(Span span, double confidence, String why) {
        return new Finding<>(true, span, confidence, why);
    }

    private static Finding<Boolean> no(Span span, double confidence, String why) {
        return new Finding<>(false, span, confidence, why);
    }
}
