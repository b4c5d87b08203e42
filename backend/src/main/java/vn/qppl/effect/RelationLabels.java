package vn.qppl.effect;

import vn.qppl.reading.RelationKind;

/** The thirteen pairs of the national database (domain reference, section 3), and ours. */
final class RelationLabels {
    private RelationLabels() {}

    /** Names the other document: what it is to the one asked about. */
    static String of(RelationKind kind, boolean active) {
        return switch (kind) {
            case GUIDES -> active ? "Văn bản được hướng dẫn áp dụng" : "Văn bản hướng dẫn áp dụng";
            case DETAILS ->
                active
                        ? "Văn bản được quy định chi tiết, hướng dẫn thi hành"
                        : "Văn bản quy định chi tiết, hướng dẫn thi hành";
            case CONSOLIDATES -> active ? "Văn bản được hợp nhất" : "Văn bản hợp nhất";
            case AMENDS -> active ? "Văn bản được sửa đổi, bổ sung" : "Văn bản sửa đổi, bổ sung";
            case CORRECTS -> active ? "Văn bản được đính chính" : "Văn bản đính chính";
            case REPLACES -> active ? "Văn bản được thay thế" : "Văn bản thay thế";
            case REPEALS -> active ? "Văn bản bị bãi bỏ" : "Văn bản bãi bỏ";
            case CITES -> active ? "Văn bản được dẫn chiếu" : "Văn bản dẫn chiếu";
            case BASED_ON -> active ? "Căn cứ ban hành" : "Văn bản áp dụng";
            case INTERPRETS -> active ? "Văn bản được giải thích" : "Văn bản giải thích";
            case SUSPENDS_IMPLEMENTATION -> active ? "Văn bản bị đình chỉ thi hành" : "Văn bản đình chỉ thi hành";
            case SUSPENDS_EFFECT -> active ? "Văn bản bị tạm ngưng hiệu lực" : "Văn bản tạm ngưng hiệu lực";
            case ANNOUNCES -> active ? "Văn bản được công bố" : "Văn bản công bố";
            case CHOOSES_TO_APPLY -> active ? "Văn bản được chọn áp dụng" : "Văn bản chọn áp dụng";
            case RELATED -> "Văn bản liên quan khác";
        };
    }
}
