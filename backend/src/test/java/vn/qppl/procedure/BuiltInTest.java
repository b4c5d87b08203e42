package vn.qppl.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuiltInTest {
    private static final List<Procedure> ALL =
            BuiltIn.procedures().stream().map(BuiltIn.Text::procedure).toList();

    @Test
    void coversEveryFormThatTheLawsName() {
        assertThat(ALL.stream().map(Procedure::code))
                .containsExactlyInAnyOrder(
                        "a-nq-tinh",
                        "a-nq-tinh-chinh-sach",
                        "a-qd-tinh",
                        "a-nq-huyen",
                        "a-qd-huyen",
                        "a-nq-xa",
                        "a-qd-xa",
                        "a-nq-tinh-rut-gon",
                        "a-qd-tinh-rut-gon",
                        "b-nq-tinh",
                        "b-qd-tinh",
                        "b-qd-ct-tinh",
                        "b-nq-xa",
                        "b-qd-xa",
                        "b-nq-huyen",
                        "b-qd-huyen",
                        "b-nq-tinh-rut-gon",
                        "b-qd-tinh-rut-gon",
                        "b-qd-ct-tinh-rut-gon",
                        "b-nq-xa-rut-gon",
                        "b-qd-xa-rut-gon",
                        "b-nq-huyen-rut-gon",
                        "b-qd-huyen-rut-gon");
    }

    @Test
    void namesAnArticleForEveryStepPaperLimitAndSubject() {
        for (var procedure : ALL)
            for (var step : procedure.steps()) {
                assertThat(step.article())
                        .as(procedure.code() + " " + step.code())
                        .matches(".*(Điều|Chương|Luật) .*");
                assertThat(step.limits())
                        .allSatisfy(limit -> assertThat(limit.article())
                                .as(procedure.code() + " " + limit.code())
                                .matches(".*(Điều|Chương) .*"));
                assertThat(step.papers())
                        .allSatisfy(paper -> assertThat(paper.article()).isNotBlank());
            }
    }

    @Test
    void callsOnePaperByOneCode() {
        var names = new HashMap<String, java.util.Set<String>>();
        for (var procedure : ALL)
            for (var step : procedure.steps()) {
                var papers = new java.util.ArrayList<>(step.papers());
                papers.addAll(step.produces());
                for (var paper : papers)
                    names.computeIfAbsent(paper.name(), name -> new java.util.TreeSet<>())
                            .add(paper.code());
            }
        assertThat(names).allSatisfy((name, codes) -> assertThat(codes).as(name).hasSize(1));
    }

    @Test
    void noProcedureOfTheYear2015RestsOnMemoryForALimit() {
        assertThat(ALL.stream()
                        .filter(procedure -> procedure.regimes().contains(Regime.A))
                        .flatMap(procedure -> procedure.limits().stream()))
                .isNotEmpty()
                .allMatch(limit -> limit.certainty() == Certainty.VERIFIED);
    }

    @Test
    void onlyTheProcedureWithoutAppraisalHasNoSubjects() {
        for (var procedure : ALL) {
            var appraisal = procedure.step(Activity.APPRAISE);
            boolean communeOf2015 = procedure.code().matches("a-(nq|qd)-xa");
            assertThat(appraisal.isPresent()).as(procedure.code()).isNotEqualTo(communeOf2015);
            appraisal.ifPresent(step -> {
                assertThat(step.subjects()).as(procedure.code()).hasSizeGreaterThanOrEqualTo(6);
                assertThat(step.outcome("ready")).isPresent();
                assertThat(step.outcome("not-ready").orElseThrow().reasonRequired())
                        .isTrue();
            });
        }
    }
}
