package vn.qppl.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.qppl.ApplicationTest;
import vn.qppl.Browser;
import vn.qppl.Eventually;
import vn.qppl.drafting.Cases;
import vn.qppl.procedure.Calendars;

@ApplicationTest
class AppraisalTest {
    @LocalServerPort
    int port;

    @Autowired
    Calendars calendars;

    private Browser drafter;
    private Browser office;
    private Browser officer;
    private Browser leader;

    @BeforeEach
    void signIn() {
        drafter = Browser.signedInAs("soanthao", port);
        office = Browser.signedInAs("vanphong", port);
        officer = Browser.signedInAs("chuyenvien", port);
        leader = Browser.signedInAs("lanhdao", port);
    }

    private LocalDate daysAgo(int days) {
        return calendars.today().minusDays(days);
    }

    private long sent() {
        return Cases.atAppraisal(drafter, office, daysAgo(50), Cases.DRAFT);
    }

    private static JsonNode desk(Browser browser, long id) {
        var answer = browser.get("/api/dossiers/" + id + "/appraisal");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static Browser.Answer act(Browser browser, long id, String what, Map<String, Object> facts) {
        var request = new HashMap<>(facts);
        request.put("version", desk(browser, id).path("version").asLong());
        return browser.post("/api/dossiers/" + id + "/appraisal/" + what, request);
    }

    private static JsonNode done(Browser browser, long id, String what, Map<String, Object> facts) {
        var answer = act(browser, id, what, facts);
        assertThat(answer.status()).as(what + " " + answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static String type(Browser.Answer answer) {
        return answer.json().path("type").asString();
    }

    private void writeSubjects(long id) {
        for (var subject : desk(officer, id).path("subjects")) {
            if (subject.hasNonNull("condition")) continue;
            var answer = officer.put(
                    "/api/dossiers/" + id + "/appraisal/subjects/"
                            + subject.path("code").asString(),
                    Map.of("verdict", "MET", "opinion", "Phù hợp với quy định hiện hành."));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        }
    }

    private void remark(long id) {
        Eventually.eventually(
                () -> officer.get("/api/dossiers/" + id + "/appraisal/draft").status() == 200);
        var draft = officer.get("/api/dossiers/" + id + "/appraisal/draft").json();
        var clause = "";
        for (var p : draft.path("provisions"))
            if (p.path("label").asString().equals("khoản 2 Điều 2"))
                clause = p.path("address").asString();
        var answer = officer.post(
                "/api/dossiers/" + id + "/appraisal/remarks",
                Map.of(
                        "draft", 1,
                        "address", clause,
                        "quote", "Mức thu đối với tổ chức là 20.000 đồng",
                        "kind", "LEGALITY",
                        "remark", "Mức thu vượt khung của Nghị định."));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** From the desk to the sent report. */
    private void appraised(long id) {
        done(officer, id, "complete", Map.of("on", daysAgo(9).toString()));
        remark(id);
        writeSubjects(id);
        done(officer, id, "assign", Map.of("officer", id(officer)));
        done(
                officer,
                id,
                "conclude",
                Map.of(
                        "outcome",
                        "ready-after-revision",
                        "conclusion",
                        "Đề nghị tiếp thu nhận xét tại khoản 2 Điều 2."));
        done(leader, id, "approve", Map.of());
        done(officer, id, "send", Map.of("number", "15/BC-STP", "on", daysAgo(4).toString()));
    }

    private static long id(Browser browser) {
        return browser.get("/api/session").json().path("id").asLong();
    }

    @Test
    void takesADecisionFromTheDeskToTheSignatureAndSeesWhatBecameOfTheRemarks() throws IOException {
        long id = sent();
        // what is written at the desk is nobody else's until it is sent
        assertThat(drafter.get("/api/dossiers/" + id + "/appraisal").status()).isEqualTo(404);
        appraised(id);
        var dossier = Cases.get(drafter, id);
        assertThat(dossier.path("current").path("code").asString()).isEqualTo("revision");
        assertThat(desk(drafter, id).path("reportNumber").asString()).isEqualTo("15/BC-STP");
        checkReport(id);
        Cases.paper(drafter, id, "appraisal-explanation", daysAgo(3));
        var revised = Cases.DRAFT.replace("20.000", "18.000");
        Cases.draft(drafter, id, revised);
        Cases.finished(drafter, id, "revised", daysAgo(3), "submission");
        Cases.finished(office, id, "complete", daysAgo(2), "meeting");
        Cases.paper(office, id, "ballots", daysAgo(1));
        Cases.finished(office, id, "adopted", daysAgo(1), "signature");
        var signed = Cases.upload(
                office,
                "/api/dossiers/" + id + "/sign?version="
                        + Cases.get(office, id).path("version").asLong() + "&number="
                        + Cases.encoded("77/2026/QĐ-UBND") + "&on=" + daysAgo(1),
                "da-ky.txt",
                revised.getBytes(StandardCharsets.UTF_8));
        assertThat(signed.status()).as(signed.text()).isEqualTo(200);
        assertThat(signed.json().path("state").asString()).isEqualTo("ISSUED");
        assertThat(signed.json().path("current").path("code").asString()).isEqualTo("publication");
        // work with the legal day: three days from the signature
        assertThat(office.get("/api/work/unit?size=100").text()).contains("Gửi văn bản để đăng công báo điện tử");
        Eventually.eventually(() -> desk(officer, id)
                .path("remarks")
                .path(0)
                .path("inSignedText")
                .asString("")
                .equals("false"));
        long remark = desk(officer, id).path("remarks").path(0).path("id").asLong();
        var decided = officer.post(
                "/api/dossiers/" + id + "/appraisal/remarks/" + remark + "/fate", Map.of("fate", "ACCEPTED"));
        assertThat(decided.json().path("remarks").path(0).path("fateLabel").asString())
                .isEqualTo("Đã tiếp thu");
        Cases.finished(office, id, "published", daysAgo(0), "self-inspection");
    }

    private void checkReport(long id) throws IOException {
        var papers = Cases.get(drafter, id).path("steps");
        long paper = 0;
        for (var step : papers)
            for (var p : step.path("papers"))
                if (p.path("code").asString("").equals("appraisal-report"))
                    paper = p.path("id").asLong();
        var file = drafter.get("/api/dossiers/" + id + "/papers/" + paper + "/file");
        assertThat(file.status()).isEqualTo(200);
        try (var word = new XWPFDocument(
                        new ByteArrayInputStream(file.response().body()));
                var text = new XWPFWordExtractor(word)) {
            assertThat(text.getText())
                    .contains(
                            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                            "SỞ TƯ PHÁP TỈNH KON TUM",
                            "Số: 15/BC-STP",
                            "Tại khoản 2 Điều 2",
                            "Đủ điều kiện trình sau khi tiếp thu, hoàn thiện",
                            "Nguyễn Thị Thu Hà")
                    .doesNotContain("{{");
        }
    }

    @Test
    void nobodyApprovesTheirOwnWork() {
        long id = sent();
        done(leader, id, "complete", Map.of("on", daysAgo(9).toString()));
        writeSubjects(id);
        done(leader, id, "conclude", Map.of("outcome", "ready", "conclusion", "Đủ điều kiện trình."));
        assertThat(desk(leader, id).path("actions").toString()).doesNotContain("approve");
        var refused = act(leader, id, "approve", Map.of());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(type(refused)).endsWith("appraisal-own-work");
        // an officer has no right to approve at all, another body none to act
        assertThat(act(officer, id, "approve", Map.of()).status()).isEqualTo(403);
        assertThat(drafter.post("/api/dossiers/" + id + "/appraisal/approve", Map.of("version", 0))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void concludesOnlyWhenEverySubjectIsConcluded() {
        long id = sent();
        done(officer, id, "complete", Map.of("on", daysAgo(9).toString()));
        var refused = act(officer, id, "conclude", Map.of("outcome", "ready", "conclusion", "Đủ điều kiện trình."));
        assertThat(type(refused)).endsWith("appraisal-subjects-missing");
        assertThat(refused.json().path("missing").asString()).contains("Sự cần thiết ban hành");
    }

    @Test
    void theSecondOfTwoWhoConcludeAtOnceIsToldWhoWasFaster() {
        long id = sent();
        done(officer, id, "complete", Map.of("on", daysAgo(9).toString()));
        writeSubjects(id);
        long seen = desk(officer, id).path("version").asLong();
        var conclusion = Map.of("version", seen, "outcome", "ready", "conclusion", "Đủ điều kiện trình.");
        var other = Browser.signedInAs("chuyenvien2", port);
        assertThat(officer.post("/api/dossiers/" + id + "/appraisal/conclude", conclusion)
                        .status())
                .isEqualTo(200);
        var late = other.post("/api/dossiers/" + id + "/appraisal/conclude", conclusion);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("changedBy").asString()).isEqualTo("Y Hạnh");
    }

    @Test
    void returnsAnIncompleteDossierWhichComesBack() {
        long id = sent();
        done(officer, id, "ask-for-more", Map.of("on", daysAgo(9).toString(), "what", "Bản so sánh, thuyết minh"));
        var reasonless = act(
                officer,
                id,
                "return",
                Map.of("outcome", "returned", "on", daysAgo(8).toString(), "reason", " "));
        assertThat(reasonless.status()).isEqualTo(422);
        // its desk is closed with the return: the dossier is the drafting body's again
        var returned = officer.post(
                "/api/dossiers/" + id + "/appraisal/return",
                Map.of(
                        "version",
                        desk(officer, id).path("version").asLong(),
                        "outcome",
                        "returned",
                        "on",
                        daysAgo(8).toString(),
                        "reason",
                        "Thiếu bản so sánh, thuyết minh nội dung dự thảo"));
        assertThat(returned.status()).as(returned.text()).isEqualTo(200);
        var dossier = Cases.get(drafter, id);
        assertThat(dossier.path("state").asString()).isEqualTo("RETURNED");
        assertThat(dossier.path("current").path("code").asString()).isEqualTo("appraisal-request");
        Cases.finished(drafter, id, "sent", daysAgo(6), "appraisal");
        var again = desk(officer, id);
        assertThat(again.path("stage").asString()).isEqualTo("RECEIVED");
        assertThat(again.path("receivedOn").asString()).isEqualTo(daysAgo(6).toString());
        assertThat(Cases.get(officer, id).path("state").asString()).isEqualTo("OPEN");
    }

    @Test
    void countsTheFifteenDaysFromTheCompleteDossierAndAsksWhyItIsLate() {
        long id = Cases.atAppraisal(drafter, office, daysAgo(70), Cases.DRAFT);
        assertThat(desk(officer, id).hasNonNull("dueOn")).isFalse();
        done(officer, id, "complete", Map.of("on", daysAgo(29).toString()));
        var due = LocalDate.parse(desk(officer, id).path("dueOn").asString());
        assertThat(due).isBetween(daysAgo(14), daysAgo(11));
        writeSubjects(id);
        done(officer, id, "conclude", Map.of("outcome", "not-ready", "conclusion", "Chưa đánh giá tác động."));
        done(leader, id, "approve", Map.of());
        var send =
                Map.<String, Object>of("number", "16/BC-STP", "on", daysAgo(2).toString());
        assertThat(type(act(officer, id, "send", send))).endsWith("appraisal-late-reason-needed");
        var late = new HashMap<>(send);
        late.put("lateReason", "Chờ ý kiến của Bộ Tài chính");
        done(officer, id, "send", late);
        assertThat(Cases.get(drafter, id).path("current").path("code").asString())
                .isEqualTo("drafting");
        assertThat(Cases.get(drafter, id).path("state").asString()).isEqualTo("RETURNED");
        var broken = Cases.get(drafter, id).path("deadlines").findValuesAsString("state");
        assertThat(broken).contains("BROKEN");
    }

    @Test
    void refusesARemarkWhoseWordsAreNotInTheProvision() {
        long id = sent();
        Eventually.eventually(
                () -> officer.get("/api/dossiers/" + id + "/appraisal/draft").status() == 200);
        var answer = officer.post(
                "/api/dossiers/" + id + "/appraisal/remarks",
                Map.of("draft", 1, "address", "art_1", "quote", "20.000 đồng", "kind", "OTHER", "remark", "Sai"));
        assertThat(type(answer)).endsWith("appraisal-not-in-the-draft");
    }

    @Test
    void keepsATemplateOnlyWithItsPlaces() {
        var admin = Browser.signedInAs("admin", port);
        var path = "/api/templates/appraisal-report?reason=" + Cases.encoded("Theo quy chế mới");
        assertThat(type(Cases.upload(admin, path, "mau.docx", "không phải Word".getBytes(StandardCharsets.UTF_8))))
                .endsWith("appraisal-template-unusable");
        var own = officer.get("/api/templates/appraisal-report");
        assertThat(own.status()).isEqualTo(200);
        assertThat(Cases.upload(admin, path, "mau.docx", own.response().body()).status())
                .isEqualTo(204);
        assertThat(admin.post("/api/templates/appraisal-report/reset", Map.of("reason", "Dùng lại mẫu gốc"))
                        .status())
                .isEqualTo(204);
        assertThat(Cases.upload(officer, path, "mau.docx", own.response().body())
                        .status())
                .isEqualTo(403);
    }
}
