package vn.qppl.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.qppl.ApplicationTest;
import vn.qppl.Browser;

@ApplicationTest
class UsersTest {
    private static final String PASSWORD = "mot-mat-khau-dai";

    @LocalServerPort
    int port;

    private JsonNode create(Browser admin, String username) {
        long organisation =
                admin.get("/api/session").json().path("organisation").path("id").asLong();
        var answer = admin.post(
                "/api/users",
                Map.of(
                        "username", username,
                        "displayName", "Người Thử",
                        "role", "OFFICIAL",
                        "organisationId", organisation,
                        "password", PASSWORD));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private static Map<String, Object> changed(JsonNode user, String name) {
        return Map.of(
                "version",
                user.path("version").asLong(),
                "displayName",
                name,
                "role",
                "OFFICIAL",
                "organisationId",
                user.path("organisation").path("id").asLong());
    }

    @Test
    void tellsTheSecondOfTwoWhoChangedThePersonFirst() {
        var admin = Browser.signedInAs("admin", port);
        var user = create(admin, "nguoi.thu1");
        var path = "/api/users/" + user.path("id").asLong();
        assertThat(admin.put(path, changed(user, "Tên Một")).status()).isEqualTo(200);
        var second = admin.put(path, changed(user, "Tên Hai"));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().path("changedBy").asString()).isEqualTo("Quản trị hệ thống");
        assertThat(second.json().path("currentVersion").asLong())
                .isGreaterThan(user.path("version").asLong());
        assertThat(admin.get(path).json().path("displayName").asString()).isEqualTo("Tên Một");
    }

    @Test
    void marksTheFieldsThatAreWrong() {
        var answer = Browser.signedInAs("admin", port)
                .post("/api/users", Map.of("username", "Có Dấu", "displayName", " ", "password", "ngan"));
        assertThat(answer.status()).isEqualTo(422);
        var errors = answer.json().path("errors");
        assertThat(errors.findValuesAsString("pointer"))
                .contains("/username", "/displayName", "/password", "/role", "/organisationId");
        assertThat(errors.findValuesAsString("message")).allMatch(message -> !message.isBlank());
    }

    @Test
    void refusesAUserNameThatIsTaken() {
        var admin = Browser.signedInAs("admin", port);
        create(admin, "nguoi.thu2");
        var again = admin.post(
                "/api/users",
                Map.of(
                        "username", "nguoi.thu2",
                        "displayName", "Người Thử",
                        "role", "OFFICIAL",
                        "organisationId", 1,
                        "password", PASSWORD));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/username");
    }

    @Test
    void wantsAGivenPasswordChangedBeforeAnythingElse() {
        create(Browser.signedInAs("admin", port), "nguoi.thu3");
        var browser = new Browser(port);
        var me = browser.post("/api/session", Map.of("username", "nguoi.thu3", "password", PASSWORD));
        assertThat(me.json().path("mustChangePassword").asBoolean()).isTrue();
        assertThat(browser.get("/api/organisations").json().path("type").asString())
                .endsWith(":password-must-change");
        var change = browser.post("/api/session/password", Map.of("old", PASSWORD, "password", "mat-khau-cua-toi"));
        assertThat(change.status()).as(change.text()).isEqualTo(204);
        assertThat(browser.get("/api/organisations").status()).isEqualTo(200);
    }

    @Test
    void endsTheSessionOfOneWhoIsDeactivated() {
        var admin = Browser.signedInAs("admin", port);
        var user = create(admin, "nguoi.thu4");
        var browser = new Browser(port);
        browser.post("/api/session", Map.of("username", "nguoi.thu4", "password", PASSWORD));
        assertThat(browser.get("/api/session").status()).isEqualTo(200);
        var id = user.path("id").asLong();
        var answer = admin.post(
                "/api/users/" + id + "/deactivate",
                Map.of("version", user.path("version").asLong()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void keepsTheLastAdministrator() {
        var admin = Browser.signedInAs("admin", port);
        var me = admin.get("/api/users?q=admin").json().path("items").path(0);
        var answer = admin.post(
                "/api/users/" + me.path("id").asLong() + "/deactivate",
                Map.of("version", me.path("version").asLong()));
        assertThat(answer.json().path("type").asString()).endsWith(":last-administrator");
    }

    @Test
    void listsPeopleInPiecesWithoutLosingOrRepeatingAny() {
        var admin = Browser.signedInAs("admin", port);
        var all = admin.get("/api/users?size=100").json().path("items").findValuesAsString("username");
        var seen = new java.util.ArrayList<String>();
        var next = "";
        do {
            var page = admin.get("/api/users?size=2&after=" + next).json();
            seen.addAll(page.path("items").findValuesAsString("username"));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        assertThat(seen).containsExactlyElementsOf(all).contains("admin", "lanhdao");
    }

    @Test
    void keepsTheListFromThoseWhoNeitherManagePeopleNorAudit() {
        var answer = Browser.signedInAs("chuyenvien", port).get("/api/users");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("detail").asString()).contains("xem toàn bộ nhật ký");
    }
}
