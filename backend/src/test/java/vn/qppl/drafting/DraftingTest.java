package vn.qppl.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.qppl.ApplicationTest;
import vn.qppl.Browser;
import vn.qppl.Eventually;
import vn.qppl.procedure.Calendars;

@ApplicationTest
class DraftingTest {
    @LocalServerPort
    int port;

    @Autowired
    Calendars calendars;

    private Browser drafter;
    private Browser office;
    private Browser department;

    @BeforeEach
    void signIn() {
        drafter = Browser.signedInAs("soanthao", port);
        office = Browser.signedInAs("vanphong", port);
        department = Browser.signedInAs("chuyenvien", port);
    }

    private LocalDate daysAgo(int days) {
        return calendars.today().minusDays(days);
    }

    @Test
    void keepsTheProcedureAndSaysWhy() {
        var dossier = Cases.register(drafter, daysAgo(5));
        assertThat(dossier.path("procedure").path("code").asString()).isEqualTo("b-qd-tinh");
        assertThat(dossier.path("procedure").path("why").asString()).contains("64/2025");
        assertThat(dossier.path("current").path("code").asString()).isEqualTo("registration");
        assertThat(dossier.path("deadlines").path(0).path("code").asString()).isEqualTo("registration");
        assertThat(dossier.path("actions").toString()).contains("finish", "withdraw");
    }

    @Test
    void letsManyRegisterAtOnce() throws Exception {
        var begin = daysAgo(5);
        try (var together = Executors.newFixedThreadPool(4)) {
            var answers = together.invokeAll(java.util.stream.IntStream.range(0, 24)
                    .<java.util.concurrent.Callable<Integer>>mapToObj(
                            i -> () -> drafter.post("/api/dossiers", Cases.registration(begin))
                                    .status())
                    .toList());
            for (var answer : answers) assertThat(answer.get()).isEqualTo(201);
        }
    }

    @Test
    void followsTheLawOf2015ForADraftOfItsTime() {
        var dossier = Cases.register(drafter, LocalDate.of(2024, 3, 4));
        assertThat(dossier.path("procedure").path("code").asString()).isEqualTo("a-qd-tinh");
    }

    @Test
    void refusesAFormThatTheLevelDoesNotIssue() {
        var request = Cases.registration(LocalDate.of(2024, 3, 4));
        request.put("form", "CHAIRMAN_DECISION");
        var answer = drafter.post("/api/dossiers", request);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("type").asString()).endsWith("drafting-no-procedure");
    }

    @Test
    void refusesAStepWithoutItsPaperAndNamesIt() {
        long id = Cases.register(drafter, daysAgo(5)).path("id").asLong();
        var refused = Cases.finish(drafter, id, "registered", daysAgo(4), null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("missing").asString()).isEqualTo("Văn bản đăng ký xây dựng");
        Cases.paper(drafter, id, "registration", daysAgo(5));
        Cases.finished(drafter, id, "registered", daysAgo(4), "assignment");
    }

    @Test
    void isSeenByThoseWhoTakePartAndByTheAuditorOnly() {
        long id = Cases.register(drafter, daysAgo(5)).path("id").asLong();
        var address = "/api/dossiers/" + id;
        assertThat(office.get(address).status()).isEqualTo(404);
        assertThat(department.get(address).status()).isEqualTo(404);
        assertThat(Browser.signedInAs("tuphaphuyen", port).get(address).status())
                .isEqualTo(404);
        assertThat(Browser.signedInAs("canbo", port).get(address).status()).isEqualTo(403);
        assertThat(Browser.signedInAs("lanhdao", port).get(address).status()).isEqualTo(404);
        var auditor = Browser.signedInAs("thanhtra", port);
        assertThat(Cases.get(auditor, id).path("actions")).isEmpty();
        assertThat(new Browser(port).get(address).status()).isEqualTo(401);
        Cases.paper(drafter, id, "registration", daysAgo(5));
        Cases.finished(drafter, id, "registered", daysAgo(4), "assignment");
        // the office holds it now; the drafting body reads on and acts no more
        assertThat(Cases.get(office, id).path("actions").toString()).contains("finish");
        assertThat(Cases.get(drafter, id).path("actions").toString()).doesNotContain("finish");
        assertThat(Cases.finish(drafter, id, "assigned", daysAgo(3), null).status())
                .isEqualTo(403);
        assertThat(department.get(address).status()).isEqualTo(404);
        // nothing of it in others' lists
        assertThat(department.get("/api/dossiers?size=100").text()).doesNotContain("\"id\":" + id + ",");
        assertThat(office.get("/api/dossiers?size=100").status()).isEqualTo(200);
    }

    @Test
    void endsWithAReasonWhereTheProcedureAsksForOne() {
        long id = Cases.register(drafter, daysAgo(5)).path("id").asLong();
        Cases.paper(drafter, id, "registration", daysAgo(5));
        Cases.finished(drafter, id, "registered", daysAgo(4), "assignment");
        var refused = Cases.finish(office, id, "refused", daysAgo(3), null);
        assertThat(refused.json().path("type").asString()).endsWith("drafting-reason-needed");
        var ended = Cases.finish(office, id, "refused", daysAgo(3), "Chưa cần thiết ban hành");
        assertThat(ended.json().path("state").asString()).isEqualTo("ENDED");
        assertThat(ended.json().path("actions")).isEmpty();
    }

    @Test
    void refusesDaysAheadAndDaysBeforeTheStepBegan() {
        long id = Cases.register(drafter, daysAgo(5)).path("id").asLong();
        Cases.paper(drafter, id, "registration", daysAgo(5));
        assertThat(Cases.finish(drafter, id, "registered", daysAgo(-1), null).status())
                .isEqualTo(422);
        assertThat(Cases.finish(drafter, id, "registered", daysAgo(6), null).status())
                .isEqualTo(422);
    }

    @Test
    void tellsWhoWasFaster() {
        long id = Cases.register(drafter, daysAgo(5)).path("id").asLong();
        Cases.paper(drafter, id, "registration", daysAgo(5));
        long seen = Cases.get(drafter, id).path("version").asLong();
        Cases.finished(drafter, id, "registered", daysAgo(4), "assignment");
        var late = drafter.post(
                "/api/dossiers/" + id + "/withdraw", Map.of("version", seen, "reason", "Không còn cần thiết"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("changedBy").asString()).isEqualTo("A Thành");
    }

    @Test
    void opensATaskForTheHolderAndEndsItWithTheStep() {
        var dossier = Cases.register(drafter, daysAgo(5));
        long id = dossier.path("id").asLong();
        var title = dossier.path("title").asString();
        assertThat(drafter.get("/api/work/mine?size=100").text()).contains(title);
        Cases.paper(drafter, id, "registration", daysAgo(5));
        Cases.finished(drafter, id, "registered", daysAgo(4), "assignment");
        assertThat(drafter.get("/api/work/mine?size=100").text()).doesNotContain(title);
        assertThat(office.get("/api/work/unit?size=100").text()).contains(title);
        drafter.post(
                "/api/dossiers/" + id + "/withdraw",
                Map.of("version", Cases.get(drafter, id).path("version").asLong(), "reason", "Thôi soạn thảo"));
        assertThat(office.get("/api/work/unit?size=100").text()).doesNotContain(title);
    }

    @Test
    void standsStillWhileItIsPausedAndCountsOnAfter() {
        long id = Cases.register(drafter, daysAgo(3)).path("id").asLong();
        var before = due(Cases.get(drafter, id));
        drafter.post(
                "/api/dossiers/" + id + "/pause",
                Map.of("from", daysAgo(2).toString(), "reason", "Chờ ý kiến cấp trên"));
        var paused = Cases.get(drafter, id);
        assertThat(paused.path("deadlines").path(0).path("state").asString()).isEqualTo("PAUSED");
        var resumed = drafter.post(
                "/api/dossiers/" + id + "/resume", Map.of("on", daysAgo(0).toString()));
        assertThat(due(resumed.json())).isAfterOrEqualTo(before);
        assertThat(resumed.json().path("deadlines").path(0).path("state").asString())
                .isNotEqualTo("PAUSED");
    }

    /** A list counts no clocks, and must say what the page says. */
    @Test
    void saysInTheListWhatThePageSaysOfTheDueDay() {
        for (int begun : new int[] {0, 5, 40}) {
            long id = Cases.register(drafter, daysAgo(begun)).path("id").asLong();
            assertThat(inList(id).path("due")).isEqualTo(ofPage(id));
        }
        long id = Cases.register(drafter, daysAgo(3)).path("id").asLong();
        drafter.post(
                "/api/dossiers/" + id + "/pause",
                Map.of("from", daysAgo(2).toString(), "reason", "Chờ ý kiến cấp trên"));
        assertThat(inList(id).path("due").path("state").asString()).isEqualTo("PAUSED");
        Cases.paper(drafter, id, "registration", daysAgo(2));
        Cases.finished(drafter, id, "registered", daysAgo(1), "assignment");
        // nothing runs in the step of assignment
        assertThat(inList(id).hasNonNull("due")).isFalse();
    }

    private JsonNode inList(long id) {
        var title = Cases.get(drafter, id).path("title").asString();
        for (var card : drafter.get("/api/dossiers?size=100&q=" + Cases.encoded(title))
                .json()
                .path("items")) if (card.path("id").asLong() == id) return card;
        throw new AssertionError("not in the list: " + title);
    }

    /** The deadline of the first step as its page shows it, with what a list shows of it. */
    private JsonNode ofPage(long id) {
        var whole =
                (ObjectNode) Cases.get(drafter, id).path("deadlines").path(0).deepCopy();
        return whole.retain("due", "lastSafeDay", "remainingWorkingDays", "state", "stateLabel", "rule", "article");
    }

    @Test
    void countsDueDaysAnewWhenTheCalendarIsCorrected() {
        long id = Cases.register(drafter, daysAgo(0)).path("id").asLong();
        var before = kept(id);
        var day = calendars.today().plusDays(1);
        while (!calendars.current().isWorkingDay(day)) day = day.plusDays(1);
        var admin = Browser.signedInAs("admin", port);
        var correction =
                Map.of("version", -1, "kind", "HOLIDAY", "name", "Nghỉ tránh bão", "reason", "Công điện của tỉnh");
        var corrected = admin.put("/api/calendar/days/" + day, correction);
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        try {
            Eventually.eventually(() -> kept(id).isAfter(before));
        } finally {
            admin.post("/api/calendar/days/" + day + "/revert", Map.of("version", 0, "reason", "Hết bão"));
        }
        Eventually.eventually(() -> kept(id).equals(before));
    }

    /** The day that lists and tasks go by. */
    private LocalDate kept(long id) {
        return LocalDate.parse(
                Cases.get(drafter, id).path("steps").path(0).path("dueOn").asString());
    }

    private static LocalDate due(JsonNode dossier) {
        return LocalDate.parse(dossier.path("deadlines").path(0).path("due").asString());
    }

    @Test
    void undoesAWrongDraftAndKeepsItInTheHistory() {
        long id = Cases.register(drafter, daysAgo(5)).path("id").asLong();
        Cases.draft(drafter, id, Cases.DRAFT);
        var draft = Cases.get(drafter, id).path("drafts").path(0);
        assertThat(draft.path("draftNumber").asInt()).isEqualTo(1);
        var undone = drafter.post(
                "/api/dossiers/" + id + "/papers/" + draft.path("id").asLong() + "/undo",
                Map.of("reason", "Tải nhầm bản cũ"));
        assertThat(undone.json().path("drafts").path(0).path("undoneReason").asString())
                .isEqualTo("Tải nhầm bản cũ");
        Cases.draft(drafter, id, Cases.DRAFT + "\nbản đúng");
        assertThat(Cases.get(drafter, id)
                        .path("drafts")
                        .path(1)
                        .path("draftNumber")
                        .asInt())
                .isEqualTo(2);
        assertThat(drafter.get("/api/dossiers/" + id + "/history").text()).contains("undo-draft");
    }

    @Test
    void comparesTwoDraftsByProvisionAndWordByWord() {
        long id = Cases.register(drafter, daysAgo(5)).path("id").asLong();
        Cases.draft(drafter, id, Cases.DRAFT);
        Cases.draft(
                drafter,
                id,
                Cases.DRAFT
                        .replace("20.000", "25.000")
                        .replace("Điều 3. Hiệu", "3. Trẻ em được miễn.\n\nĐiều 3. Hiệu"));
        Eventually.eventually(() -> drafter.get("/api/dossiers/" + id + "/drafts/compare?from=1&to=2")
                        .status()
                == 200);
        var changes = drafter.get("/api/dossiers/" + id + "/drafts/compare?from=1&to=2")
                .json()
                .path("changes");
        assertThat(changes.findValuesAsString("label")).containsExactly("khoản 2 Điều 2", "khoản 3 Điều 2");
        assertThat(changes.path(0).path("pieces").toString()).contains("\"before\":\"20.000", "\"after\":\"25.000");
        assertThat(changes.path(1).hasNonNull("before")).isFalse();
    }

    @Test
    void goesToTheDepartmentWhenItIsSentThere() {
        long id = Cases.atAppraisal(drafter, office, daysAgo(50), Cases.DRAFT);
        var dossier = Cases.get(department, id);
        assertThat(dossier.path("holder").path("name").asString()).isEqualTo("Sở Tư pháp tỉnh Kon Tum");
        assertThat(dossier.path("actions").toString()).contains("appraise");
        // ends only at the appraisal desk
        assertThat(Cases.finish(department, id, "ready", daysAgo(0), null)
                        .json()
                        .path("type")
                        .asString())
                .endsWith("drafting-other-desk");
        var board = department.get("/api/dossiers/board").json().path("columns");
        assertThat(board.findValuesAsString("activity")).contains("APPRAISE");
        assertThat(department.get("/api/dossiers?activity=APPRAISE&size=100").text())
                .contains(dossier.path("title").asString());
    }

    @Test
    void warnsOfALetterDatedBeforeItsStep() {
        long id = Cases.register(drafter, daysAgo(5)).path("id").asLong();
        Cases.paper(drafter, id, "registration", daysAgo(60));
        assertThat(Cases.get(drafter, id)
                        .path("steps")
                        .path(0)
                        .path("papers")
                        .path(0)
                        .path("warnings")
                        .toString())
                .contains("trước khi bước bắt đầu");
    }
}
