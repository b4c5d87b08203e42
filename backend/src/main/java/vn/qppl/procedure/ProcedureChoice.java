package vn.qppl.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.qppl.people.OrganisationLevel;

/**
 * Which procedure a draft follows on a day, and why.
 *
 * <p>Legal basis: the law in force on the day of each act; Luật 64/2025 khoản 2 Điều 72 (drafts appraised or submitted before 1 April 2025 go on
 * under the 2015 law); Nghị định 187/2025 khoản 1 Điều 5 (drafts appraised before 1 July 2025 go on under Nghị định 78/2025 as it stood).
 */
public final class ProcedureChoice {
    private static final LocalDate LAW_64_2025 = Regime.B1.from();
    private static final LocalDate LAW_87_2025 = Regime.B2.from();

    private ProcedureChoice() {}

    /**
     * A draft and its dates.
     *
     * @param on day of the act that is to follow the procedure
     * @param appraisedOn day of its appraisal report; null while it has none
     * @param submittedOn day it was submitted to the body that issues; null while it was not
     */
    public record Draft(
            DocumentForm form,
            OrganisationLevel level,
            ProcedureKind kind,
            LocalDate on,
            @Nullable LocalDate appraisedOn,
            @Nullable LocalDate submittedOn) {}

    /** Which regime, and by which article. */
    public record Reason(Regime regime, String why, String article) {}

    /**
     * @param procedure null where there is none: then {@code why} says what stands against it
     * @param warnings what to check before relying on it
     */
    public record Choice(
            @Nullable Procedure procedure,
            @Nullable Regime regime,
            String why,
            String article,
            List<String> warnings) {}

    static Choice choose(Draft draft, Collection<Procedure> procedures) {
        if (draft.on().isBefore(Regime.A.from()))
            return none(
                    null,
                    "Trước ngày 01/7/2016 áp dụng luật cũ, không có thủ tục trong hệ thống.",
                    "Điều 172 Luật số 80/2015/QH13");
        var reason = regime(draft);
        var refusal = CompetenceOfForms.refusal(reason.regime(), draft.form(), draft.level());
        if (refusal.isPresent())
            return none(
                    reason.regime(), refusal.get().text() + ".", refusal.get().article());
        var found = procedures.stream()
                .filter(procedure -> procedure.form() == draft.form()
                        && procedure.level() == draft.level()
                        && procedure.kind() == draft.kind()
                        && procedure.regimes().contains(reason.regime()))
                .findFirst();
        if (found.isEmpty()) return missing(draft, reason.regime());
        var procedure = found.get();
        var warnings = new ArrayList<String>();
        if (procedure.recalled() > 0)
            warnings.add(
                    "Một số bước, thời hạn của thủ tục này chưa được đối chiếu với văn bản gốc; các mục có dấu cảnh báo cần kiểm tra.");
        if (reason.regime() == Regime.B1 && !draft.on().isBefore(LAW_87_2025))
            warnings.add(
                    "Thực hiện theo Nghị định số 78/2025/NĐ-CP khi chưa được sửa đổi bởi Nghị định số 187/2025/NĐ-CP.");
        return new Choice(procedure, reason.regime(), reason.why(), reason.article(), List.copyOf(warnings));
    }

    private static Reason regime(Draft draft) {
        var on = draft.on();
        if (!on.isBefore(LAW_64_2025)) {
            if (isBefore(draft.appraisedOn(), LAW_64_2025))
                return new Reason(
                        Regime.A,
                        "Dự thảo đã được thẩm định trước ngày 01/4/2025 nên tiếp tục theo Luật số 80/2015/QH13.",
                        "khoản 2 Điều 72 Luật số 64/2025/QH15");
            if (isBefore(draft.submittedOn(), LAW_64_2025))
                return new Reason(
                        Regime.A,
                        "Dự thảo đã được trình trước ngày 01/4/2025 nên tiếp tục theo Luật số 80/2015/QH13.",
                        "khoản 2 Điều 72 Luật số 64/2025/QH15");
        }
        // what no longer has an issuer cannot go on, whatever was appraised
        if (!on.isBefore(LAW_87_2025)
                && isBefore(draft.appraisedOn(), LAW_87_2025)
                && draft.level() == OrganisationLevel.PROVINCE
                && draft.form() != DocumentForm.CHAIRMAN_DECISION)
            return new Reason(
                    Regime.B1,
                    "Dự thảo đã được thẩm định trước ngày 01/7/2025 nên tiếp tục theo Nghị định số 78/2025/NĐ-CP khi chưa sửa đổi.",
                    "khoản 1 Điều 5 Nghị định số 187/2025/NĐ-CP");
        var regime = Regime.on(on).orElseThrow();
        return new Reason(regime, "Theo " + regime.law() + " đang có hiệu lực vào ngày thực hiện.", regime.article());
    }

    private static boolean isBefore(@Nullable LocalDate day, LocalDate limit) {
        return day != null && day.isBefore(limit);
    }

    private static Choice missing(Draft draft, Regime regime) {
        return switch (draft.kind()) {
            case SHORTENED ->
                none(
                        regime,
                        "Theo Luật số 80/2015/QH13, thủ tục rút gọn ở địa phương chỉ áp dụng cho cấp tỉnh.",
                        "khoản 4 Điều 147 Luật số 80/2015/QH13");
            case WITH_POLICY_PROPOSAL ->
                none(
                        regime,
                        "Bước đề nghị xây dựng chính sách chỉ có với nghị quyết của Hội đồng nhân dân cấp tỉnh theo Luật số 80/2015/QH13; hãy chọn thủ tục thông thường.",
                        "khoản 4 Điều 27, Điều 111 Luật số 80/2015/QH13");
            case ORDINARY -> none(regime, "Hệ thống chưa có thủ tục cho hình thức văn bản này.", regime.article());
        };
    }

    private static Choice none(@Nullable Regime regime, String why, String article) {
        return new Choice(null, regime, why, article, List.of());
    }
}
