package vn.qppl.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.qppl.ApplicationTest;
import vn.qppl.Browser;
import vn.qppl.database.DataFolder;

@ApplicationTest
class SessionTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataFolder data;

    @Test
    void tellsWhoOneIsAndWhatOneMayDo() {
        var browser = Browser.signedInAs("lanhdao", port);
        var me = browser.get("/api/session").json();
        assertThat(me.path("role").asString()).isEqualTo("DEPARTMENT_LEADER");
        assertThat(me.path("organisation").path("name").asString()).isEqualTo("Sở Tư pháp tỉnh Kon Tum");
        assertThat(me.path("permissions").toString()).contains("PUBLISH").doesNotContain("MANAGE_PEOPLE");
    }

    @Test
    void answersWithAProblemWhoeverIsNotSignedIn() {
        var answer = new Browser(port).get("/api/session");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:qppl:problem:not-signed-in");
        assertThat(answer.json().path("title").asString()).isEqualTo("Chưa đăng nhập");
    }

    @Test
    void givesANewSessionAtSigningInAndEndsItAtSigningOut() {
        var browser = Browser.signedInAs("canbo", port);
        var first = browser.cookie("QPPL");
        browser.post("/api/session", Map.of("username", "canbo", "password", Browser.SAMPLE_PASSWORD));
        assertThat(browser.cookie("QPPL")).isNotEqualTo(first);
        assertThat(browser.delete("/api/session").status()).isEqualTo(204);
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void refusesAChangeWithoutTheTokenOfThePage() {
        var browser = Browser.signedInAs("admin", port);
        var answer = browser.send(browser.request("/api/users")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:qppl:problem:stale-page");
    }

    @Test
    void answersUnknownNamesAndWrongPasswordsAlike() {
        var unknown = new Browser(port).post("/api/session", Map.of("username", "khong-co-ai", "password", "x"));
        var wrong = new Browser(port).post("/api/session", Map.of("username", "canbo", "password", "x"));
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.json().path("type")).isEqualTo(wrong.json().path("type"));
        assertThat(unknown.json().path("detail")).isEqualTo(wrong.json().path("detail"));
    }

    @Test
    void delaysMoreAndMoreAfterWrongPasswords() {
        var browser = new Browser(port);
        var wrong = Map.of("username", "tuphaphuyen", "password", "sai-mat-khau");
        for (int i = 0; i < Person.FREE_ATTEMPTS; i++)
            assertThat(browser.post("/api/session", wrong).json().path("type").asString())
                    .endsWith(":bad-credentials");
        var locked = browser.post("/api/session", wrong).json();
        assertThat(locked.path("type").asString()).endsWith(":locked");
        long first = locked.path("retryAfterSeconds").asLong();
        assertThat(first).isBetween(1L, 16L);
        // a delay that cannot run out while the test does
        jdbc.sql("update person set locked_until = now() + interval 1 day where username = 'tuphaphuyen'")
                .update();
        var right = Map.of("username", "tuphaphuyen", "password", Browser.SAMPLE_PASSWORD);
        assertThat(browser.post("/api/session", right).status())
                .as("the right password does not pass while the delay runs")
                .isEqualTo(401);

        jdbc.sql("update person set locked_until = '2020-01-01 00:00:00' where username = 'tuphaphuyen'")
                .update();
        assertThat(browser.post("/api/session", wrong)
                        .json()
                        .path("retryAfterSeconds")
                        .asLong())
                .isGreaterThan(first);
        jdbc.sql("update person set locked_until = null, failed_attempts = 0 where username = 'tuphaphuyen'")
                .update();
    }

    @Test
    void letsACommandOfThisMachineInByTheTokenOfTheDataFolder() {
        var browser = new Browser(port);
        var right = browser.send(browser.request("/api/session")
                .header("Authorization", "Bearer " + data.secret("command-token"))
                .GET());
        assertThat(right.status()).isEqualTo(200);
        assertThat(right.json().path("role").asString()).isEqualTo("ADMINISTRATOR");
        var wrong = browser.send(browser.request("/api/session")
                .header("Authorization", "Bearer 0123")
                .GET());
        assertThat(wrong.status()).isEqualTo(401);
    }
}
