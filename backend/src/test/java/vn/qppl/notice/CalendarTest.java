package vn.qppl.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.qppl.ApplicationTest;
import vn.qppl.Browser;
import vn.qppl.drafting.Cases;
import vn.qppl.procedure.Calendars;

@ApplicationTest
class CalendarTest {
    private static final String ADDRESS = "/api/notices/calendar-address";

    @LocalServerPort
    int port;

    @Autowired
    Calendars calendars;

    @Autowired
    JdbcClient jdbc;

    private String make(Browser owner) {
        var made = owner.post(ADDRESS, Map.of());
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().path("path").asString();
    }

    private Browser.Answer read(String path) {
        return new Browser(port).get(path);
    }

    private static String unfolded(Browser.Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.text().replace("\r\n ", "");
    }

    @Test
    void showsOnesOwnDueDaysAndNobodyElses() {
        var owner = Browser.signedInAs("soanthao", port);
        var mine = Cases.register(owner, calendars.today().minusDays(2));
        var others = Cases.register(
                Browser.signedInAs("soyte", port), calendars.today().minusDays(2));
        var answer = read(make(owner));
        var calendar = unfolded(answer);
        assertThat(answer.header("Content-Type")).startsWith("text/calendar");
        assertThat(calendar)
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains(mine.path("title").asString())
                .contains("DTSTART;VALUE=DATE:"
                        + mine.path("deadlines").path(0).path("due").asString().replace("-", ""))
                .doesNotContain(others.path("title").asString());
    }

    @Test
    void forgetsWhatWentToAnother() {
        var owner = Browser.signedInAs("soanthao", port);
        var dossier = Cases.register(owner, calendars.today().minusDays(2));
        long id = dossier.path("id").asLong();
        var path = make(owner);
        assertThat(unfolded(read(path))).contains(dossier.path("title").asString());
        Cases.paper(owner, id, "registration", calendars.today().minusDays(2));
        Cases.finished(owner, id, "registered", calendars.today().minusDays(1), "assignment");
        assertThat(unfolded(read(path))).doesNotContain(dossier.path("title").asString());
    }

    @Test
    void holdsUntilItIsTakenBackOrMadeAnew() {
        var owner = Browser.signedInAs("thamdinh", port);
        var first = make(owner);
        assertThat(read(first).status()).isEqualTo(200);
        assertThat(owner.get(ADDRESS).json().hasNonNull("madeAt")).isTrue();
        var second = make(owner);
        assertThat(read(first).status()).isEqualTo(404);
        assertThat(read(second).status()).isEqualTo(200);
        assertThat(owner.delete(ADDRESS).status()).isEqualTo(204);
        assertThat(read(second).status()).isEqualTo(404);
        assertThat(owner.get(ADDRESS).json().hasNonNull("madeAt")).isFalse();
    }

    @Test
    void endsWithTheAccount() {
        var path = make(Browser.signedInAs("thamdinh2", port));
        assertThat(read(path).status()).isEqualTo(200);
        jdbc.sql("update person set active = false where username = 'thamdinh2'")
                .update();
        try {
            assertThat(read(path).status()).isEqualTo(404);
        } finally {
            jdbc.sql("update person set active = true where username = 'thamdinh2'")
                    .update();
        }
    }

    @Test
    void keepsTheAddressNowhere() {
        var path = make(Browser.signedInAs("giamdoc", port));
        var token = path.substring(path.lastIndexOf('/') + 1, path.length() - ".ics".length());
        assertThat(token).hasSizeGreaterThanOrEqualTo(43);
        assertThat(jdbc.sql("select count(*) from calendar_address where token_sha256 = ?")
                        .param(token)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(Browser.signedInAs("thanhtra", port)
                        .get("/api/history?size=100")
                        .text())
                .doesNotContain(token);
    }

    @Test
    void foldsLongLinesBetweenCharacters() {
        var text = new StringBuilder();
        PublicCalendar.line(text, "SUMMARY:" + "Quyết định của Ủy ban nhân dân tỉnh về mức thu ".repeat(6));
        for (var line : text.toString().split("\r\n"))
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
        assertThat(text.toString().replace("\r\n ", "")).startsWith("SUMMARY:Quyết định của Ủy ban");
    }
}
