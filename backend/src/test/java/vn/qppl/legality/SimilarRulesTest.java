package vn.qppl.legality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SimilarRulesTest {
    private static final String RULE =
            "Mật độ chăn nuôi toàn tỉnh không vượt quá 1,0 đơn vị vật nuôi trên 01 ha đất nông nghiệp đến năm 2030.";

    private static double alike(String one, String other) {
        return SimilarRules.alike(SimilarRules.shingles(one), SimilarRules.shingles(other));
    }

    @Test
    void aRuleRepeatedWithinALongerOneIsWhollyAlike() {
        assertThat(alike(RULE, "Điều 2. " + RULE + " Ủy ban nhân dân cấp xã theo dõi, báo cáo hằng năm."))
                .isEqualTo(1.0);
    }

    @Test
    void anotherNumberStillReadsAlikeAndAnotherSubjectDoesNot() {
        assertThat(alike(RULE, RULE.replace("1,0", "1,5"))).isBetween(0.35, 0.99);
        assertThat(alike(RULE, "Người nộp phí thư viện là bạn đọc từ đủ 16 tuổi sử dụng dịch vụ của thư viện tỉnh."))
                .isLessThan(0.1);
    }
}
