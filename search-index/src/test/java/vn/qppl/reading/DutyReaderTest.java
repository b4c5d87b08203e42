package vn.qppl.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.qppl.structure.StructureReader;

class DutyReaderTest {
    private static List<Duty> duties(String sentence) {
        return DutyReader.inText("", sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ủy ban nhân dân cấp tỉnh quy định mật độ nuôi ong tại địa phương.",
                "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương có trách nhiệm ban hành quy chế quản lý bến thuyền.",
                "Căn cứ khả năng ngân sách, Hội đồng nhân dân cấp tỉnh quyết định mức hỗ trợ cho người lái đò.",
                "Mức thu cụ thể do Hội đồng nhân dân cấp tỉnh quy định.",
                "UBND cấp tỉnh trình Hội đồng nhân dân cùng cấp quyết định tỷ lệ để lại cho bến.",
                "Chủ tịch Ủy ban nhân dân tỉnh, thành phố trực thuộc trung ương ban hành danh mục bến thuyền phải kiểm tra.",
                "Sở Tài chính chủ trì, phối hợp với Sở Xây dựng trình Ủy ban nhân dân cấp tỉnh ban hành đơn giá nạo vét.",
                "Uỷ ban nhân dân tỉnh (sau đây gọi chung là cấp tỉnh) quy định cụ thể thời gian hoạt động của bến đêm."
            })
    void findsClausesThatHaveTheProvinceMakeRules(String sentence) {
        assertThat(duties(sentence)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ủy ban nhân dân cấp tỉnh quyết định thành lập hội đồng thẩm định bến.",
                "Ủy ban nhân dân cấp xã quy định giờ mở bến.",
                "Chủ bến đóng phí theo quy định của Ủy ban nhân dân cấp tỉnh.",
                "Ủy ban nhân dân cấp tỉnh cấp phép theo quy định tại Điều 5 Nghị định này.",
                "Giá tính thuế không thấp hơn giá do Ủy ban nhân dân cấp tỉnh quy định.",
                "Ủy ban nhân dân cấp tỉnh ban hành kế hoạch kiểm tra hằng năm.",
                "Bộ Xây dựng chủ trì, phối hợp với Ủy ban nhân dân cấp tỉnh ban hành danh mục bến quốc gia.",
                "Sở Tư pháp trình Ủy ban nhân dân cấp tỉnh xem xét, quyết định."
            })
    void leavesSingleActsLowerLevelsAndReferences(String sentence) {
        assertThat(duties(sentence)).isEmpty();
    }

    @Test
    void tellsWhoIsToMakeThem() {
        assertThat(duties("UBND cấp tỉnh trình HĐND cùng cấp quyết định mức chi.")
                        .getFirst()
                        .body())
                .isEqualTo(Duty.Body.COMMITTEE);
        assertThat(duties("Mức chi do HĐND cấp tỉnh quyết định.").getFirst().body())
                .isEqualTo(Duty.Body.COUNCIL);
        assertThat(duties("Chủ tịch UBND cấp tỉnh quyết định mức chi.")
                        .getFirst()
                        .body())
                .isEqualTo(Duty.Body.CHAIRMAN);
    }

    @Test
    void readsListsUnderAHeadingThatNamesTheBody() {
        var text = """
                NGHỊ ĐỊNH
                Điều 7. Trách nhiệm của Ủy ban nhân dân cấp tỉnh
                1. Ban hành quy chế phối hợp quản lý bến thuyền.
                2. Tổ chức kiểm tra hằng năm.
                Điều 8. Trách nhiệm của chủ bến
                1. Ban hành quy chế bến.
                """;
        var found = DutyReader.read(StructureReader.read(text));
        assertThat(found).hasSize(1);
        var duty = found.getFirst();
        assertThat(duty.place()).isEqualTo("khoản 1 Điều 7");
        assertThat(duty.address()).isEqualTo("art_7__para_1");
        assertThat(duty.span().in(text)).contains("quy chế phối hợp quản lý bến thuyền");
    }
}
