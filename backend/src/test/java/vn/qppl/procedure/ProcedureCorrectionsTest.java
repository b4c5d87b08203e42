package vn.qppl.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.qppl.ApplicationTest;
import vn.qppl.Browser;

@ApplicationTest
class ProcedureCorrectionsTest {
    @LocalServerPort
    int port;

    @Autowired
    Procedures procedures;

    @Autowired
    BuiltInVersions builtIns;

    private static String yaml(Browser browser, String code, int number) {
        return browser.get("/api/procedures/" + code + "/versions/" + number + "/text")
                .json()
                .path("yaml")
                .asString();
    }

    @Test
    void listsEveryProcedureWithWhatIsNotHeldToTheLawYet() {
        var list = Browser.signedInAs("canbo", port).get("/api/procedures").json();
        assertThat(list.path("total").asInt()).isEqualTo(23);
        assertThat(list.path("items").findValuesAsString("code")).contains("a-qd-tinh", "b-qd-ct-tinh");
        for (var item : list.path("items"))
            assertThat(item.path("recalled").asInt() > 0)
                    .as(item.path("code").asString())
                    // the decree under the 2025 law was not at hand
                    .isEqualTo(item.path("code").asString().startsWith("b-"));
    }

    @Test
    void addsACorrectedVersionWhileRunningCasesKeepTheirs() {
        var admin = Browser.signedInAs("admin", port);
        var code = "b-nq-xa";
        int before = procedures.current(code).number();
        var text = yaml(admin, code, before);
        var corrected = text.replace("legal: {count: 7, unit: DAYS}", "legal: {count: 10, unit: DAYS}");
        assertThat(corrected).isNotEqualTo(text);

        var check = admin.post("/api/procedures/" + code + "/check", Map.of("yaml", corrected));
        assertThat(check.json().path("differences").findValuesAsString("now")).anyMatch(now -> now.contains("10 ngày"));

        var answer = admin.post(
                "/api/procedures/" + code + "/versions",
                Map.of("basedOn", before, "yaml", corrected, "reason", "Điều 54 Nghị định 78/2025, đã đối chiếu"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        int after = answer.json().path("number").asInt();
        assertThat(after).isGreaterThan(before);
        assertThat(procedures.current(code).number()).isEqualTo(after);
        assertThat(reply(procedures.version(code, before))).isEqualTo(7);
        assertThat(reply(procedures.current(code))).isEqualTo(10);

        var compared = admin.get("/api/procedures/" + code + "/compare?from=" + before + "&to=" + after)
                .json()
                .path("differences");
        assertThat(compared.findValuesAsString("place")).anyMatch(place -> place.contains("thời hạn của luật"));
        var history = admin.get("/api/history?object=procedure:" + code).json().path("items");
        assertThat(history.path(0).path("action").asString()).isEqualTo("correct");
        // whoever reads a procedure reads what was done to it
        assertThat(Browser.signedInAs("canbo", port)
                        .get("/api/history?object=procedure:" + code)
                        .status())
                .isEqualTo(200);
        assertThat(Browser.signedInAs("canbo", port)
                        .get("/api/history?object=person:1")
                        .status())
                .isEqualTo(403);
        assertThat(history.path(0).path("changes").findValuesAsString("now"))
                .contains("Điều 54 Nghị định 78/2025, đã đối chiếu");

        var late = admin.post(
                "/api/procedures/" + code + "/versions",
                Map.of("basedOn", before, "yaml", corrected + "\n", "reason", "muộn"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("currentVersion").asInt()).isEqualTo(after);

        // an edition of the software that arrives later does not push the correction aside
        builtIns.enter(new BuiltIn.Text(
                text.replace("edition: 1", "edition: 2"),
                procedures.version(code, before).procedure()));
        assertThat(procedures.current(code).number()).isEqualTo(after);
        var versions = admin.get("/api/procedures/" + code + "/versions").json().path("items");
        assertThat(versions.path(0).path("builtIn").asBoolean()).isTrue();
        assertThat(versions.path(0).path("adopted").asBoolean()).isFalse();
    }

    private static int reply(ProcedureVersion version) {
        return version.procedure().limit("reply").orElseThrow().binding().count();
    }

    @Test
    void refusesATextWithMistakesAndSaysWhere() {
        var admin = Browser.signedInAs("admin", port);
        var code = "a-qd-huyen";
        int number = procedures.current(code).number();
        var broken = yaml(admin, code, number).replace("unit: DAYS", "unit: NGAY");
        var answer = admin.post(
                "/api/procedures/" + code + "/versions", Map.of("basedOn", number, "yaml", broken, "reason", "thử"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("mistakes").path(0).asString()).contains("steps[", "NGAY");
        assertThat(procedures.current(code).number()).isEqualTo(number);
    }

    @Test
    void refusesToTurnOneProcedureIntoAnother() {
        var admin = Browser.signedInAs("admin", port);
        int number = procedures.current("a-nq-xa").number();
        var other = yaml(admin, "a-qd-xa", procedures.current("a-qd-xa").number());
        var answer = admin.post(
                "/api/procedures/a-nq-xa/versions", Map.of("basedOn", number, "yaml", other, "reason", "nhầm tệp"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("type").asString()).endsWith(":procedure-of-another");
    }

    @Test
    void enteringTheSameEditionAgainAddsNothing() {
        int before = procedures.current("a-qd-tinh").number();
        builtIns.afterSingletonsInstantiated();
        assertThat(procedures.current("a-qd-tinh").number()).isEqualTo(before);
    }

    @Test
    void saysWhichProcedureHoldsAndWhenItsLimitsEnd() {
        var browser = Browser.signedInAs("soanthao", port);
        var choice = browser.get(
                        "/api/procedures/choice?form=COMMITTEE_DECISION&level=PROVINCE&on=2025-04-10&appraisedOn=2025-03-28")
                .json();
        assertThat(choice.path("code").asString()).isEqualTo("a-qd-tinh");
        assertThat(choice.path("article").asString()).contains("khoản 2 Điều 72");
        var none = browser.get("/api/procedures/choice?form=COUNCIL_RESOLUTION&level=COMMUNE&on=2025-05-05")
                .json();
        assertThat(none.path("code").isMissingNode()).isTrue();
        assertThat(none.path("why").asString()).contains("cấp xã không ban hành");
        var deadline = browser.get("/api/procedures/a-qd-tinh/limits/appraisal/deadline?start=2025-01-11")
                .json();
        assertThat(deadline.path("due").asString()).isEqualTo("2025-02-03");
        assertThat(deadline.path("lastSafeDay").asString()).isEqualTo("2025-01-24");
        assertThat(deadline.path("article").asString()).contains("khoản 4 Điều 130");
    }

    @Test
    void keepsCorrectingToAdministrators() {
        var answer = Browser.signedInAs("lanhdao", port)
                .post("/api/procedures/a-qd-tinh/versions", Map.of("basedOn", 1, "yaml", "x", "reason", "x"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("detail").asString()).contains("sửa thủ tục và lịch làm việc");
    }
}
