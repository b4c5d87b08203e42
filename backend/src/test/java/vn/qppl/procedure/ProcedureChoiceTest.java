package vn.qppl.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.qppl.people.OrganisationLevel;
import vn.qppl.procedure.ProcedureChoice.Draft;

class ProcedureChoiceTest {
    private static final List<Procedure> ALL =
            BuiltIn.procedures().stream().map(BuiltIn.Text::procedure).toList();

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            COMMITTEE_DECISION, PROVINCE,  ORDINARY,             2025-03-31, -,          -,          a-qd-tinh,            A,  Điều 172
            COMMITTEE_DECISION, PROVINCE,  ORDINARY,             2025-04-01, -,          -,          b-qd-tinh,            B1, khoản 1 Điều 71
            COMMITTEE_DECISION, PROVINCE,  ORDINARY,             2025-04-01, 2025-03-31, -,          a-qd-tinh,            A,  khoản 2 Điều 72
            COMMITTEE_DECISION, PROVINCE,  ORDINARY,             2025-04-01, 2025-04-01, -,          b-qd-tinh,            B1, khoản 1 Điều 71
            COMMITTEE_DECISION, PROVINCE,  ORDINARY,             2025-08-15, -,          2025-03-20, a-qd-tinh,            A,  khoản 2 Điều 72
            COMMITTEE_DECISION, PROVINCE,  ORDINARY,             2025-07-01, 2025-06-30, -,          b-qd-tinh,            B1, khoản 1 Điều 5
            COMMITTEE_DECISION, PROVINCE,  ORDINARY,             2025-07-01, 2025-07-01, -,          b-qd-tinh,            B2, Điều 2 Luật số 87
            CHAIRMAN_DECISION,  PROVINCE,  ORDINARY,             2025-06-30, -,          -,          -,                    B1, Luật số 87/2025/QH15
            CHAIRMAN_DECISION,  PROVINCE,  ORDINARY,             2025-07-01, -,          -,          b-qd-ct-tinh,         B2, Điều 2
            CHAIRMAN_DECISION,  COMMUNE,   ORDINARY,             2025-07-01, -,          -,          -,                    B2, khoản 12 Điều 4
            COUNCIL_RESOLUTION, COMMUNE,   ORDINARY,             2025-03-31, -,          -,          a-nq-xa,              A,  Điều 172
            COUNCIL_RESOLUTION, COMMUNE,   ORDINARY,             2025-05-10, -,          -,          -,                    B1, Điều 22
            COUNCIL_RESOLUTION, COMMUNE,   ORDINARY,             2025-07-01, -,          -,          b-nq-xa,              B2, Điều 2
            COMMITTEE_DECISION, DISTRICT,  ORDINARY,             2025-06-30, -,          -,          b-qd-huyen,           B1, khoản 1 Điều 71
            COMMITTEE_DECISION, DISTRICT,  ORDINARY,             2025-07-01, 2025-06-15, -,          -,                    B2, Luật số 87/2025/QH15
            COUNCIL_RESOLUTION, PROVINCE,  WITH_POLICY_PROPOSAL, 2024-05-10, -,          -,          a-nq-tinh-chinh-sach, A,  Điều 172
            COUNCIL_RESOLUTION, PROVINCE,  WITH_POLICY_PROPOSAL, 2025-05-10, -,          -,          -,                    B1, khoản 4 Điều 27
            COUNCIL_RESOLUTION, DISTRICT,  SHORTENED,            2024-05-10, -,          -,          -,                    A,  khoản 4 Điều 147
            COUNCIL_RESOLUTION, COMMUNE,   SHORTENED,            2025-09-10, -,          -,          b-nq-xa-rut-gon,      B2, Điều 2
            COUNCIL_RESOLUTION, PROVINCE,  ORDINARY,             2016-06-30, -,          -,          -,                    -,  Điều 172
            """)
    void choosesByTheLawOfTheDayAndItsTransition(
            DocumentForm form,
            OrganisationLevel level,
            ProcedureKind kind,
            LocalDate on,
            @Nullable LocalDate appraisedOn,
            @Nullable LocalDate submittedOn,
            @Nullable String code,
            @Nullable Regime regime,
            String article) {
        var choice = ProcedureChoice.choose(new Draft(form, level, kind, on, appraisedOn, submittedOn), ALL);
        var procedure = choice.procedure();
        assertThat(procedure == null ? null : procedure.code()).isEqualTo(code);
        assertThat(choice.regime()).isEqualTo(regime);
        assertThat(choice.article()).contains(article);
        assertThat(choice.why()).isNotBlank();
    }

    @Test
    void warnsOfWhatWasNotReadInTheLaw() {
        var draft = new Draft(
                DocumentForm.COMMITTEE_DECISION,
                OrganisationLevel.PROVINCE,
                ProcedureKind.ORDINARY,
                LocalDate.of(2026, 1, 5),
                null,
                null);
        assertThat(ProcedureChoice.choose(draft, ALL).warnings())
                .singleElement()
                .asString()
                .contains("chưa được đối chiếu");
    }
}
