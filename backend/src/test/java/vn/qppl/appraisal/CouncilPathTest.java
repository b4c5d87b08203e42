package vn.qppl.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.qppl.ApplicationTest;
import vn.qppl.Browser;
import vn.qppl.appraisal.SampleDossiers.Begun;
import vn.qppl.appraisal.SampleDossiers.Last;
import vn.qppl.appraisal.SampleDossiers.Sample;
import vn.qppl.drafting.Cases;
import vn.qppl.drafting.DossierState;
import vn.qppl.drafting.SampleCases;
import vn.qppl.people.OrganisationLevel;
import vn.qppl.procedure.Activity;
import vn.qppl.procedure.Calendars;
import vn.qppl.procedure.DocumentForm;
import vn.qppl.procedure.ProcedureKind;

/** The way of a council's resolution, from the first step to the last, each act by the body whose desk it is. */
@ApplicationTest
class CouncilPathTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final LocalDate LAW_2015 = LocalDate.of(2023, 9, 4);

    @LocalServerPort
    int port;

    @Autowired
    SampleWalk walk;

    @Autowired
    SampleCases cases;

    @Autowired
    Calendars calendars;

    @Autowired
    JdbcClient jdbc;

    private Sample resolution(
            OrganisationLevel level, ProcedureKind kind, Begun begun, @Nullable Activity until, Last last) {
        boolean ward = level == OrganisationLevel.COMMUNE;
        return new Sample(
                "Nghị quyết quy định mức hỗ trợ thử nghiệm lần " + NUMBER.incrementAndGet(),
                ward ? "Hội đồng nhân dân phường Kon Tum" : "Hội đồng nhân dân tỉnh Quảng Ngãi",
                DocumentForm.COUNCIL_RESOLUTION,
                level,
                kind,
                ward ? "kinhtephuong" : "soyte",
                "Y tế",
                "Thử nghiệm đường đi của nghị quyết",
                begun,
                until,
                last,
                80 + NUMBER.get());
    }

    static Stream<Arguments> ways() {
        var ago = Begun.ago(300);
        var then = new Begun(LAW_2015, 0);
        return Stream.of(
                Arguments.of(
                        OrganisationLevel.PROVINCE,
                        ProcedureKind.ORDINARY,
                        then,
                        "a-nq-tinh",
                        "proposal acceptance drafting consultation appraisal-request appraisal revision submission"
                                + " decision-to-submit verification-request verification deputies session certification"
                                + " publication sending"),
                Arguments.of(
                        OrganisationLevel.PROVINCE,
                        ProcedureKind.SHORTENED,
                        then,
                        "a-nq-tinh-rut-gon",
                        "shortened-decision drafting consultation appraisal-request appraisal revision"
                                + " verification-request verification session certification publication sending"),
                Arguments.of(
                        OrganisationLevel.PROVINCE,
                        ProcedureKind.ORDINARY,
                        ago,
                        "b-nq-tinh",
                        "registration assignment drafting consultation appraisal-request appraisal revision submission"
                                + " decision-to-submit verification-request verification verification-revision deputies"
                                + " session certification publication self-inspection"),
                Arguments.of(
                        OrganisationLevel.PROVINCE,
                        ProcedureKind.SHORTENED,
                        ago,
                        "b-nq-tinh-rut-gon",
                        "shortened-decision drafting consultation appraisal-request appraisal revision"
                                + " verification-request verification session certification publication self-inspection"),
                Arguments.of(
                        OrganisationLevel.COMMUNE,
                        ProcedureKind.ORDINARY,
                        ago,
                        "b-nq-xa",
                        "assignment drafting consultation appraisal-request appraisal revision submission"
                                + " decision-to-submit verification-request verification verification-revision deputies"
                                + " session certification publication self-inspection"),
                Arguments.of(
                        OrganisationLevel.COMMUNE,
                        ProcedureKind.SHORTENED,
                        ago,
                        "b-nq-xa-rut-gon",
                        "shortened-decision drafting consultation appraisal-request appraisal revision"
                                + " verification-request verification session certification publication self-inspection"));
    }

    @ParameterizedTest(name = "{3}")
    @MethodSource("ways")
    void goesAllItsWay(OrganisationLevel level, ProcedureKind kind, Begun begun, String procedure, String steps)
            throws IOException {
        var sample = resolution(level, kind, begun, null, Last.NOTHING);
        walk.walk(sample, calendars.today());
        var dossier = cases.find(sample.title()).orElseThrow();
        assertThat(dossier.procedureCode()).isEqualTo(procedure);
        assertThat(dossier.state()).isEqualTo(DossierState.ISSUED);
        assertThat(dossier.isOpen()).isFalse();
        assertThat(dossier.signedNumber()).endsWith("/NQ-HĐND");
        assertThat(codes(dossier.id(), step -> true)).containsExactly(steps.split(" "));
        // each step begins on the day the one before it was done
        assertThat(jdbc.sql("select count(*) from case_step s join case_step n on n.dossier_id = s.dossier_id"
                                + " and n.position = s.position + 1 where s.dossier_id = ? and n.begun_on <> s.done_on")
                        .param(dossier.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        if (level == OrganisationLevel.PROVINCE)
            assertThat(codes(dossier.id(), step -> step.startsWith("Văn phòng Đoàn đại biểu Quốc hội")))
                    .contains("verification", "session", "certification", "publication")
                    .doesNotContain("drafting", "appraisal", "revision");
    }

    private List<String> codes(long dossier, Predicate<String> heldBy) {
        return jdbc
                .sql("select s.code, o.name from case_step s join organisation o on o.id = s.holder_id"
                        + " where s.dossier_id = ? order by s.position")
                .param(dossier)
                .query((row, n) -> new String[] {row.getString(1), row.getString(2)})
                .list()
                .stream()
                .filter(row -> heldBy.test(row[1]))
                .map(row -> row[0])
                .toList();
    }

    private long at(Activity until) throws IOException {
        var sample =
                resolution(OrganisationLevel.PROVINCE, ProcedureKind.ORDINARY, Begun.ago(200), until, Last.NOTHING);
        walk.walk(sample, calendars.today());
        return cases.find(sample.title()).orElseThrow().id();
    }

    private static JsonNode get(Browser browser, long id) {
        return Cases.get(browser, id);
    }

    @Test
    void verifiesOnlyWithItsReportAndGoesBackWithAReason() throws IOException {
        long id = at(Activity.VERIFY);
        var council = Browser.signedInAs("hdndtinh", port);
        var today = calendars.today();
        var missing = Cases.finish(council, id, "verified", today, null);
        assertThat(missing.status()).isEqualTo(409);
        assertThat(missing.json().path("missing").asString()).isEqualTo("Báo cáo thẩm tra");
        assertThat(Cases.finish(council, id, "returned", today, " ")
                        .json()
                        .path("type")
                        .asString())
                .endsWith("drafting-reason-needed");
        var back = Cases.finish(council, id, "returned", today, "Thiếu báo cáo giải trình");
        assertThat(back.json().path("current").path("code").asString()).isEqualTo("verification-request");
        assertThat(back.json().path("state").asString()).isEqualTo("RETURNED");
        assertThat(get(Browser.signedInAs("ubndtinh", port), id).path("actions").toString())
                .contains("finish");
    }

    @Test
    void takesPapersOfNoListWhileMoreIsAskedFor() throws IOException {
        long id = at(Activity.APPRAISE);
        var officer = Browser.signedInAs("thamdinh", port);
        var desk = officer.get("/api/dossiers/" + id + "/appraisal").json();
        var asked = officer.post(
                "/api/dossiers/" + id + "/appraisal/ask-for-more",
                java.util.Map.of(
                        "version", desk.path("version").asLong(),
                        "on", calendars.today().toString(),
                        "what", "Văn bản góp ý của Sở Nội vụ"));
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        var extra = Cases.upload(
                officer,
                "/api/dossiers/" + id + "/papers?name=" + Cases.encoded("Văn bản góp ý của Sở Nội vụ")
                        + "&direction=IN&number=88%2FSNV&datedOn="
                        + calendars.today().minusDays(190),
                null,
                null);
        assertThat(extra.status()).as(extra.text()).isEqualTo(200);
        // back-dated by more than a month: kept, and said
        assertThat(extra.text()).contains("88/SNV", "trước khi bước bắt đầu hơn");
        var complete = officer.post(
                "/api/dossiers/" + id + "/appraisal/complete",
                java.util.Map.of(
                        "version",
                        officer.get("/api/dossiers/" + id + "/appraisal")
                                .json()
                                .path("version")
                                .asLong(),
                        "on",
                        calendars.today().toString()));
        assertThat(complete.status()).as(complete.text()).isEqualTo(200);
    }

    @Test
    void endsItsAppraisalOnAWorkingDayAlsoOverTet() throws IOException {
        // complete on 20 January 2026; the fifteenth day is 4 February, before Tết; from 3 February it is 18 February,
        // within it
        for (var day : List.of("2026-01-20 2026-02-04", "2026-02-03 2026-02-23", "2025-12-19 2026-01-05")) {
            var complete = LocalDate.parse(day.substring(0, 10));
            long id = completeOn(complete);
            var due = get(Browser.signedInAs("giamdoc", port), id).path("deadlines");
            var counted = due.findValuesAsString("due");
            assertThat(counted).as(due.toString()).contains(day.substring(11));
        }
    }

    private long completeOn(LocalDate complete) throws IOException {
        var sample = resolution(
                OrganisationLevel.PROVINCE,
                ProcedureKind.ORDINARY,
                // registered so long before that it comes to the desk in time
                Begun.ago((int) (calendars.today().toEpochDay() - complete.toEpochDay()) + 80),
                Activity.APPRAISE,
                Last.NOTHING);
        walk.walk(sample, calendars.today());
        long id = cases.find(sample.title()).orElseThrow().id();
        var officer = Browser.signedInAs("thamdinh", port);
        var answer = officer.post(
                "/api/dossiers/" + id + "/appraisal/complete",
                java.util.Map.of(
                        "version",
                        officer.get("/api/dossiers/" + id + "/appraisal")
                                .json()
                                .path("version")
                                .asLong(),
                        "on",
                        complete.toString()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return id;
    }

    @Test
    void isConcludedByOneOfTwoAtOnce() throws Exception {
        long id = completeOn(calendars.today().minusDays(3));
        var officer = Browser.signedInAs("thamdinh", port);
        for (var subject :
                officer.get("/api/dossiers/" + id + "/appraisal").json().path("subjects"))
            officer.put(
                    "/api/dossiers/" + id + "/appraisal/subjects/"
                            + subject.path("code").asString(),
                    java.util.Map.of("verdict", "MET", "opinion", "Phù hợp."));
        long version = officer.get("/api/dossiers/" + id + "/appraisal")
                .json()
                .path("version")
                .asLong();
        var conclusion = java.util.Map.of("version", version, "outcome", "ready", "conclusion", "Đủ điều kiện trình.");
        var browsers = List.of(officer, Browser.signedInAs("thamdinh2", port));
        try (var together = java.util.concurrent.Executors.newFixedThreadPool(2)) {
            var answers = together.invokeAll(browsers.stream()
                    .<java.util.concurrent.Callable<Integer>>map(
                            browser -> () -> browser.post("/api/dossiers/" + id + "/appraisal/conclude", conclusion)
                                    .status())
                    .toList());
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
        }
    }
}
