package vn.qppl.procedure;

import java.util.Optional;
import vn.qppl.people.OrganisationLevel;

/** Which forms of normative documents exist at which level under which regime. */
final class CompetenceOfForms {
    private CompetenceOfForms() {}

    /** Why a form does not exist, with the article. */
    record Refusal(String text, String article) {}

    static Optional<Refusal> refusal(Regime regime, DocumentForm form, OrganisationLevel level) {
        if (level == OrganisationLevel.CENTRAL)
            return refused("Thủ tục ở đây chỉ dành cho văn bản của chính quyền địa phương", "Điều 4 " + regime.law());
        if (form == DocumentForm.CHAIRMAN_DECISION) {
            if (regime != Regime.B2)
                return refused(
                        "Chủ tịch Ủy ban nhân dân cấp tỉnh chỉ ban hành văn bản quy phạm pháp luật từ ngày 01/7/2025",
                        "khoản 1 Điều 1 Luật số 87/2025/QH15 (khoản 12 Điều 4 sửa đổi)");
            if (level != OrganisationLevel.PROVINCE)
                return refused(
                        "Chỉ Chủ tịch Ủy ban nhân dân cấp tỉnh ban hành văn bản quy phạm pháp luật",
                        "khoản 12 Điều 4 Luật số 64/2025/QH15 được sửa đổi bởi Luật số 87/2025/QH15");
        }
        return switch (regime) {
            case A -> Optional.empty();
            case B1 ->
                level == OrganisationLevel.COMMUNE
                        ? refused(
                                "Từ ngày 01/4/2025 đến hết ngày 30/6/2025 cấp xã không ban hành văn bản quy phạm pháp luật",
                                "Điều 4, Điều 22 Luật số 64/2025/QH15")
                        : Optional.empty();
            case B2 ->
                level == OrganisationLevel.DISTRICT
                        ? refused(
                                "Từ ngày 01/7/2025 không còn cấp huyện",
                                "khoản 1, khoản 4 Điều 1 Luật số 87/2025/QH15 (Điều 4, Điều 22 sửa đổi)")
                        : Optional.empty();
        };
    }

    private static Optional<Refusal> refused(String text, String article) {
        return Optional.of(new Refusal(text, article));
    }
}
