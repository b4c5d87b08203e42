package vn.qppl.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import vn.qppl.ApplicationTest;
import vn.qppl.Browser;
import vn.qppl.procedure.Calendars;
import vn.qppl.procedure.Course;
import vn.qppl.procedure.Deadline;
import vn.qppl.procedure.Procedures;

@ApplicationTest
class WorkTest {
    private static final AtomicLong OBJECTS = new AtomicLong(700_000);
    private static final String PASSWORD = "mot-mat-khau-dai";

    @LocalServerPort
    int port;

    @Autowired
    Tasks tasks;

    @Autowired
    Procedures procedures;

    @Autowired
    Calendars calendars;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private Deadline appraisal(LocalDate complete) {
        var limit =
                procedures.current("a-qd-tinh").procedure().limit("appraisal").orElseThrow();
        return Deadline.of(limit, Course.from(complete), calendars.today(), calendars.current());
    }

    private long open(long unit, @Nullable Long assignee, @Nullable Deadline deadline, @Nullable String waitingFor) {
        long object = OBJECTS.incrementAndGet();
        return inTransaction(() -> tasks.open(task(object, unit, assignee, deadline, waitingFor)));
    }

    private static NewTask task(
            long object, long unit, @Nullable Long assignee, @Nullable Deadline deadline, @Nullable String waitingFor) {
        return new NewTask(
                "test-dossier",
                object,
                "appraise",
                "Dự thảo Quyết định thử " + object,
                "Thẩm định dự thảo",
                "Mở bàn thẩm định",
                "/tham-dinh/" + object,
                unit,
                assignee,
                deadline,
                waitingFor);
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> work.get()));
    }

    /** A unit of its own, so that what other tests leave on desks does not matter. */
    private record Officer(long id, long unit, String username) {
        Browser browser(int port) {
            var browser = new Browser(port);
            browser.post("/api/session", Map.of("username", username, "password", PASSWORD));
            browser.post("/api/session/password", Map.of("old", PASSWORD, "password", PASSWORD + "2"));
            return browser;
        }
    }

    private long unit(Browser admin, String name) {
        var answer = admin.post(
                "/api/organisations",
                Map.of("name", name, "kind", "DEPARTMENT", "level", "PROVINCE", "validFrom", "2020-01-01"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    private Officer officer(Browser admin, long unit, String username, String role) {
        var answer = admin.post(
                "/api/users",
                Map.of(
                        "username", username,
                        "displayName", "Người " + username,
                        "role", role,
                        "organisationId", unit,
                        "password", PASSWORD));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return new Officer(answer.json().path("id").asLong(), unit, username);
    }

    private static JsonNode items(Browser browser, String path) {
        var answer = browser.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("items");
    }

    @Test
    void putsOverdueFirstThenAtRiskAndWaitingLast() {
        var admin = Browser.signedInAs("admin", port);
        var officer = officer(admin, unit(admin, "Sở Thứ Tự"), "thu.tu", "DEPARTMENT_OFFICER");
        var today = calendars.today();
        long waiting =
                open(officer.unit(), officer.id(), appraisal(today.minusDays(60)), "cơ quan soạn thảo bổ sung hồ sơ");
        long never = open(officer.unit(), officer.id(), null, null);
        long later = open(officer.unit(), officer.id(), appraisal(today), null);
        long overdue = open(officer.unit(), officer.id(), appraisal(today.minusDays(40)), null);
        long risk = open(officer.unit(), officer.id(), appraisal(today.minusDays(14)), null);
        var browser = officer.browser(port);
        var desk = items(browser, "/api/work/mine");
        assertThat(ids(desk)).containsExactly(overdue, risk, later, never, waiting);
        assertThat(desk.path(0).path("due").path("state").asString()).isEqualTo("OVERDUE");
        assertThat(desk.path(0).path("due").path("remainingWorkingDays").asInt())
                .isNegative();
        assertThat(desk.path(1).path("due").path("state").asString()).isEqualTo("AT_RISK");
        assertThat(desk.path(1).path("due").path("article").asString()).contains("khoản 4 Điều 130");
        assertThat(desk.path(4).path("due").path("state").asString()).isEqualTo("PAUSED");
        assertThat(ids(items(browser, "/api/work/mine?show=OVERDUE"))).containsExactly(overdue);
        assertThat(ids(items(browser, "/api/work/mine?show=AT_RISK"))).containsExactly(risk);
        assertThat(ids(items(browser, "/api/work/mine?show=WAITING"))).containsExactly(waiting);

        var walked = new ArrayList<Long>();
        var next = "";
        do {
            var page = browser.get("/api/work/mine?size=2&after=" + next).json();
            walked.addAll(ids(page.path("items")));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        assertThat(walked).containsExactly(overdue, risk, later, never, waiting);

        var summary = browser.get("/api/work/summary").json();
        assertThat(summary.path("mine").path("open").asInt()).isEqualTo(5);
        assertThat(summary.path("mine").path("overdue").asInt()).isEqualTo(1);
        assertThat(summary.path("mine").path("atRisk").asInt()).isEqualTo(1);
        assertThat(summary.path("mine").path("waiting").asInt()).isEqualTo(1);
        assertThat(summary.path("days").size()).isEqualTo(14);
        assertThat(summary.path("days").path(0).path("day").asString()).isEqualTo(today.toString());
    }

    private static List<Long> ids(JsonNode items) {
        var ids = new ArrayList<Long>();
        for (var item : items) ids.add(item.path("id").asLong());
        return ids;
    }

    @Test
    void hasOneOpenTaskOfEachKeyAndOpensAnotherOnlyAfterItEnds() {
        var admin = Browser.signedInAs("admin", port);
        var officer = officer(admin, unit(admin, "Sở Một Việc"), "mot.viec", "DEPARTMENT_OFFICER");
        long object = OBJECTS.incrementAndGet();
        var task = task(object, officer.unit(), officer.id(), null, null);
        long first = inTransaction(() -> tasks.open(task));
        assertThat(inTransaction(() -> tasks.open(task))).isEqualTo(first);
        inTransaction(() -> {
            tasks.finish("test-dossier", object, "appraise");
            return true;
        });
        long second = inTransaction(() -> tasks.open(task));
        assertThat(second).isNotEqualTo(first);
        inTransaction(() -> {
            tasks.cancelAll("test-dossier", object, "rút hồ sơ");
            return true;
        });
        assertThat(tasks.of("test-dossier", object)).hasSize(2).noneMatch(Task::isOpen);
        assertThat(items(officer.browser(port), "/api/work/mine").size()).isZero();
    }

    @Test
    void isTakenOnceAndHandedOverWithAReason() {
        var admin = Browser.signedInAs("admin", port);
        long unit = unit(admin, "Sở Bàn Giao");
        var one = officer(admin, unit, "ban.giao1", "DEPARTMENT_OFFICER");
        var other = officer(admin, unit, "ban.giao2", "DEPARTMENT_OFFICER");
        var leader = officer(admin, unit, "ban.giao3", "DEPARTMENT_LEADER");
        var stranger = officer(admin, unit(admin, "Sở Khác"), "ban.giao4", "DEPARTMENT_LEADER");
        long id = open(unit, null, appraisal(calendars.today()), null);
        var path = "/api/work/tasks/" + id;
        var oneBrowser = one.browser(port);
        var otherBrowser = other.browser(port);
        assertThat(oneBrowser.get(path).json().path("actions").path(0).asString())
                .isEqualTo("take");
        assertThat(ids(items(otherBrowser, "/api/work/unit?show=FREE"))).containsExactly(id);
        assertThat(oneBrowser.post(path + "/take", Map.of("version", 0)).status())
                .isEqualTo(200);
        var late = otherBrowser.post(path + "/take", Map.of("version", 0));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("changedBy").asString()).isEqualTo("Người ban.giao1");
        var taken = otherBrowser.post(path + "/take", Map.of("version", 1));
        assertThat(taken.json().path("type").asString()).endsWith(":work-taken");

        // not another's work, not to another unit, not without a reason
        assertThat(otherBrowser
                        .post(path + "/hand-over", Map.of("version", 1, "to", other.id(), "reason", "x"))
                        .status())
                .isEqualTo(403);
        var outside =
                oneBrowser.post(path + "/hand-over", Map.of("version", 1, "to", stranger.id(), "reason", "nghỉ phép"));
        assertThat(outside.json().path("type").asString()).endsWith(":work-not-a-colleague");
        assertThat(oneBrowser
                        .post(path + "/hand-over", Map.of("version", 1, "to", other.id(), "reason", " "))
                        .status())
                .isEqualTo(422);

        var handed = leader.browser(port)
                .post(path + "/hand-over", Map.of("version", 1, "to", other.id(), "reason", "nghỉ thai sản"));
        assertThat(handed.status()).as(handed.text()).isEqualTo(200);
        var onDesk = items(otherBrowser, "/api/work/mine").path(0);
        assertThat(onDesk.path("handedReason").asString()).isEqualTo("nghỉ thai sản");
        assertThat(onDesk.path("handedFrom").path("displayName").asString()).isEqualTo("Người ban.giao1");
        assertThat(otherBrowser.get(path + "/history").json().path("items").findValuesAsString("action"))
                .containsExactly("hand-over", "take", "open");
    }

    @Test
    void keepsTasksFromOtherUnits() {
        var admin = Browser.signedInAs("admin", port);
        long unit = unit(admin, "Sở Kín");
        long id = open(unit, null, null, null);
        assertThat(Browser.signedInAs("chuyenvien", port)
                        .get("/api/work/tasks/" + id)
                        .status())
                .isEqualTo(404);
        // asking for another unit shows one's own
        assertThat(ids(items(Browser.signedInAs("chuyenvien", port), "/api/work/unit?unit=" + unit)))
                .doesNotContain(id);
        assertThat(ids(items(Browser.signedInAs("thanhtra", port), "/api/work/unit?unit=" + unit)))
                .containsExactly(id);
    }

    @Test
    void letsNobodyLeaveWithOpenWork() {
        var admin = Browser.signedInAs("admin", port);
        long unit = unit(admin, "Sở Nghỉ Việc");
        var leaving = officer(admin, unit, "nghi.viec1", "DEPARTMENT_OFFICER");
        var staying = officer(admin, unit, "nghi.viec2", "DEPARTMENT_OFFICER");
        open(unit, leaving.id(), null, null);
        open(unit, leaving.id(), appraisal(calendars.today()), null);
        var user = "/api/users/" + leaving.id();
        long version = admin.get(user).json().path("version").asLong();
        var refused = admin.post(user + "/deactivate", Map.of("version", version));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asString()).contains("còn 2 công việc");
        assertThat(admin.get(user).json().path("active").asBoolean()).isTrue();

        var handed = admin.post(
                "/api/work/hand-over", Map.of("from", leaving.id(), "to", staying.id(), "reason", "chuyển công tác"));
        assertThat(handed.json().path("tasks").asInt()).as(handed.text()).isEqualTo(2);
        assertThat(admin.post(user + "/deactivate", Map.of("version", version)).status())
                .isEqualTo(200);
        var load = staying.browser(port).get("/api/work/load").json();
        assertThat(load.path("officers").path(0).path("open").asInt()).isEqualTo(2);
        assertThat(load.path("withoutTasks").size()).isZero();
    }

    /** More often than there are connections: an answer that kept its own would be the last one. */
    @Test
    void givesItsConnectionsBack() {
        var leader = Browser.signedInAs("lanhdao", port);
        for (var path : List.of("/api/work/load", "/api/work/colleagues", "/api/work/summary", "/api/work/unit"))
            for (int i = 0; i < 20; i++)
                assertThat(leader.get(path).status()).as("%s, %d", path, i).isEqualTo(200);
    }

    /** Five thousand open tasks of two hundred officers: each list walks its index and sorts nothing. */
    @Test
    void walksAnIndexForEveryDesk() {
        var admin = Browser.signedInAs("admin", port);
        long unit = unit(admin, "Sở Đông Việc");
        var officer = officer(admin, unit, "dong.viec", "DEPARTMENT_OFFICER");
        jdbc.sql("""
                        insert into task (version, object_type, object_id, task_key, subject, title, next_action, link, unit_id, assignee_id,
                            waiting, due_key, created_at)
                        with recursive n (i) as (select 1 union all select i + 1 from n where i < 900)
                        select 0, 'test-load', i, 'appraise', 'Dự thảo', 'Thẩm định', 'Mở', '/', ?, ?, false,
                            date_add('2026-01-01', interval mod(i, 300) day), current_timestamp(6) from n""").params(unit, officer.id()).update();
        jdbc.sql("analyze table task").query().listOfRows();
        for (var filter : List.of("t.assignee_id = " + officer.id(), "t.unit_id = " + unit)) {
            var plan = jdbc.sql("explain select t.* from task t where " + filter
                            + " and t.open_mark = 1 order by t.waiting, t.due_key, t.id limit 51")
                    .query()
                    .listOfRows()
                    .getFirst();
            assertThat(String.valueOf(plan.get("key"))).startsWith("ix_task_");
            assertThat(String.valueOf(plan.get("Extra")))
                    .doesNotContain("filesort")
                    .doesNotContain("temporary");
        }
        jdbc.sql("delete from task where object_type = 'test-load'").update();
    }
}
