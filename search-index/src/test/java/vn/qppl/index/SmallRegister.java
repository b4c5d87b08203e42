package vn.qppl.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A few invented documents of a province, as the tests' fixed corpus. */
final class SmallRegister {
    static final String HOA_BINH = "ubnd-hoa-binh";
    static final String COUNCIL = "hdnd-hoa-binh";

    private SmallRegister() {}

    static SearchIndex in(Path folder) throws IOException {
        var index = IndexFolder.at(folder).build();
        for (var document : documents()) index.replaceDocument(document);
        index.refresh();
        return index;
    }

    static List<IndexedDocument> documents() {
        return List.of(
                document(
                        1,
                        "12/2023/QĐ-UBND",
                        "QUYET_DINH",
                        "Quyết định",
                        HOA_BINH,
                        "PROVINCE",
                        day(2023, 5, 15),
                        "Ban hành Quy định về hỗ trợ học sinh bán trú vùng khó khăn",
                        List.of(
                                span("inForce", day(2023, 6, 1), day(2025, 3, 1)),
                                span("partlyExpired", day(2025, 3, 1), day(2026, 7, 1)),
                                span("expired", day(2026, 7, 1), null)),
                        Passage.of(
                                "art_1",
                                "Điều 1.",
                                "Phạm vi điều chỉnh",
                                "Quy định này quy định chính sách hỗ trợ tiền ăn, tiền ở cho học sinh bán trú tại các trường phổ thông."),
                        wording(
                                "art_2",
                                "Điều 2.",
                                "Mức hỗ trợ",
                                "Mỗi học sinh được hỗ trợ tiền ăn bằng 40% mức lương cơ sở một tháng.",
                                null,
                                day(2025, 3, 1)),
                        wording(
                                "art_2",
                                "Điều 2.",
                                "Mức hỗ trợ",
                                "Mỗi học sinh được hỗ trợ tiền ăn 936.000 đồng một tháng.",
                                day(2025, 3, 1),
                                null),
                        Passage.of(
                                "art_3",
                                "Điều 3.",
                                "Tổ chức thực hiện",
                                "Sở Giáo dục và Đào tạo chủ trì, phối hợp với UBND cấp huyện tổ chức thực hiện.")),
                document(
                        2,
                        "511/QĐ-UBND",
                        "QUYET_DINH",
                        "Quyết định",
                        HOA_BINH,
                        "PROVINCE",
                        day(2016, 4, 12),
                        "Phê duyệt quy hoạch thủy lợi lưu vực sông Bôi",
                        List.of(span("inForce", day(2016, 4, 12), null)),
                        Passage.of(
                                "art_1",
                                "Điều 1.",
                                null,
                                "Phê duyệt quy hoạch thủy lợi với các hồ chứa, kênh mương và trạm bơm trên lưu vực sông Bôi.")),
                document(
                        3,
                        "05/2023/NQ-HĐND",
                        "NGHI_QUYET",
                        "Nghị quyết",
                        COUNCIL,
                        "PROVINCE",
                        day(2023, 7, 10),
                        "Quy định mức thu phí tham quan danh lam thắng cảnh",
                        List.of(span("inForce", day(2023, 8, 1), null)),
                        Passage.of(
                                "art_1",
                                "Điều 1.",
                                "Mức thu phí",
                                "Mức thu phí tham quan hang động là 30.000 đồng một lượt; trẻ em dưới 6 tuổi được miễn phí."),
                        Passage.of(
                                "art_2",
                                "Điều 2.",
                                "Quản lý và sử dụng phí",
                                "Tổ chức thu phí được để lại 60% số phí thu được để trang trải chi phí.")),
                document(
                        4,
                        "30/2024/QĐ-UBND",
                        "QUYET_DINH",
                        "Quyết định",
                        "ubnd-lac-son",
                        "DISTRICT",
                        day(2024, 9, 3),
                        "Quy chế quản lý chợ trên địa bàn huyện Lạc Sơn",
                        List.of(span("inForce", day(2024, 9, 15), null)),
                        Passage.of(
                                "art_1",
                                "Điều 1.",
                                "Thời gian họp chợ",
                                "Chợ họp từ 5 giờ đến 18 giờ hằng ngày; hộ kinh doanh niêm yết giá và hoàn trả mặt bằng sạch sẽ."),
                        Passage.of(
                                "att_1",
                                "Phụ lục I",
                                null,
                                "Danh mục chợ: <b>chợ Ốc</b> & chợ Vó; giá thuê quầy theo \"khung\" tỉnh quy định.")),
                document(
                        5,
                        "511/2018/QĐ-UBND",
                        "QUYET_DINH",
                        "Quyết định",
                        HOA_BINH,
                        "PROVINCE",
                        day(2018, 12, 20),
                        "Bảng giá đất trên địa bàn tỉnh",
                        List.of(
                                span("inForce", day(2019, 1, 1), day(2020, 1, 1)),
                                span("expired", day(2020, 1, 1), null)),
                        Passage.of(
                                "art_1",
                                "Điều 1.",
                                "Bảng giá đất",
                                "Ban hành bảng giá đất nông nghiệp, đất ở tại nông thôn và đất ở tại đô thị áp dụng trong năm 2019."),
                        Passage.of(
                                "art_2",
                                "Điều 2.",
                                "Bồi thường",
                                "Giá bồi thường khi Nhà nước thu hồi đất không vượt quá bảng giá đất; bán nhà, bàn giao theo biên bản.")));
    }

    static Passage wording(
            String address,
            String label,
            String heading,
            String text,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        return new Passage(address, label, heading, text, null, from, to);
    }

    static IndexedDocument document(
            long id,
            String number,
            String type,
            String typeName,
            String issuer,
            String level,
            LocalDate issued,
            String title,
            List<ValiditySpan> validity,
            Passage... passages) {
        return new IndexedDocument(
                id,
                id * 10,
                number,
                type,
                typeName,
                issuer,
                "Ủy ban nhân dân tỉnh Hòa Bình",
                level,
                "17",
                List.of("field-" + id % 2),
                issued,
                title,
                validity,
                List.of(passages));
    }

    static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }

    static ValiditySpan span(String status, LocalDate from, @Nullable LocalDate to) {
        return new ValiditySpan(status, from, to);
    }
}
