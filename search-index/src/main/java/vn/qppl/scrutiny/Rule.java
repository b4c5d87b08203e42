package vn.qppl.scrutiny;

import java.util.Locale;

/** What is checked. The code is stable: decisions of officers hang on it. */
public enum Rule {
    BASIS_NONE(Group.BASIS, "Không có căn cứ ban hành"),
    BASIS_NOT_NORMATIVE(Group.BASIS, "Căn cứ không phải là văn bản quy phạm pháp luật"),
    BASIS_LOWER_RANK(Group.BASIS, "Căn cứ không có hiệu lực pháp lý cao hơn"),
    BASIS_LATER_THAN_ACT(Group.BASIS, "Căn cứ ban hành sau văn bản"),
    BASIS_NOT_IN_FORCE(Group.BASIS, "Căn cứ không có hiệu lực"),
    BASIS_SUPERSEDED(Group.BASIS, "Căn cứ có thể đã bị thay thế"),
    BASIS_CITED_WRONGLY(Group.BASIS, "Viện dẫn căn cứ chưa đúng"),
    BASIS_REPEATS(Group.BASIS, "Căn cứ viện dẫn hai lần"),
    BASIS_PUNCTUATION(Group.BASIS, "Dấu câu của căn cứ"),
    BASIS_UNKNOWN(Group.BASIS, "Căn cứ chưa có trong sổ"),

    EFFECT_TOO_EARLY(Group.EFFECT, "Ngày có hiệu lực sớm hơn luật cho phép"),
    EFFECT_RETROACTIVE(Group.EFFECT, "Hiệu lực trở về trước"),
    EFFECT_MISSING(Group.EFFECT, "Không quy định ngày có hiệu lực"),
    EFFECT_NOT_DATED(Group.EFFECT, "Ngày có hiệu lực chưa xác định cụ thể"),

    BODY_NOT_COMPETENT(Group.COMPETENCE, "Không có thẩm quyền ban hành hình thức này"),
    SIGNATURE_BLOCK(Group.COMPETENCE, "Thể thức đề ký chưa đúng"),

    NUMBER_YEAR(Group.LAYOUT, "Năm trong số khác năm ban hành"),
    NUMBER_ZERO(Group.LAYOUT, "Cách ghi số thứ tự"),
    NUMBER_SYMBOL(Group.LAYOUT, "Ký hiệu không đúng với loại và cơ quan ban hành"),
    NUMBER_SERIES(Group.LAYOUT, "Số có thể theo chung một dãy với văn bản hành chính"),
    PLACE_AND_DATE_LINE(Group.LAYOUT, "Địa danh và ngày, tháng, năm"),
    MOTTO(Group.LAYOUT, "Thiếu Quốc hiệu hoặc Tiêu ngữ"),
    HEADING_MISSING(Group.LAYOUT, "Phần, chương, mục, điều không có tên"),
    RECIPIENTS(Group.LAYOUT, "Nơi nhận"),
    UNIT_MARK(Group.LAYOUT, "Cách đánh ký hiệu điểm"),

    CREATES_PROCEDURE(Group.CONTENT, "Có dấu hiệu quy định thủ tục hành chính"),
    SETS_PENALTY(Group.CONTENT, "Có dấu hiệu quy định xử phạt"),
    SETS_FEE(Group.CONTENT, "Có dấu hiệu quy định phí, lệ phí"),
    NORMATIVE_IN_ADMINISTRATIVE_FORM(Group.CONTENT, "Quy phạm pháp luật trong văn bản hành chính"),

    TERM_UNUSED(Group.TERMS, "Từ ngữ được giải thích nhưng không dùng"),
    TERM_VARIANT(Group.TERMS, "Từ ngữ dùng không thống nhất"),
    ABBREVIATION_UNDEFINED(Group.TERMS, "Chữ viết tắt chưa được giải thích"),

    REFERENCE_BROKEN(Group.REFERENCES, "Viện dẫn điều, khoản, điểm không có"),
    REFERENCE_EXPIRED(Group.REFERENCES, "Viện dẫn quy định đã hết hiệu lực"),
    ANNEX_MISSING(Group.REFERENCES, "Phụ lục được nhắc tới nhưng không có"),

    NUMBERING(Group.NUMBERING, "Thứ tự điều, khoản, điểm"),

    SIMILAR_RULE(Group.SIMILAR, "Quy định tương tự đang có"),
    SIMILAR_HIGHER_RULE(Group.SIMILAR, "Quy định tương tự của văn bản cấp trên");

    /** As the panel groups them. */
    public enum Group {
        BASIS("Căn cứ ban hành"),
        EFFECT("Hiệu lực"),
        COMPETENCE("Thẩm quyền"),
        LAYOUT("Số, ký hiệu, thể thức"),
        CONTENT("Nội dung"),
        TERMS("Từ ngữ"),
        REFERENCES("Viện dẫn"),
        NUMBERING("Bố cục"),
        SIMILAR("Đối chiếu");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private final Group group;
    private final String title;

    Rule(Group group, String title) {
        this.group = group;
        this.title = title;
    }

    public Group group() {
        return group;
    }

    public String title() {
        return title;
    }

    /** As in the API and the database: {@code basis-not-in-force}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Rule ofCode(String code) {
        for (var rule : values()) if (rule.code().equals(code)) return rule;
        throw new IllegalArgumentException("no rule: " + code);
    }
}
