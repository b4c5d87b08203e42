package vn.qppl.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.qppl.ApplicationTest;
import vn.qppl.Browser;

@ApplicationTest
class CalendarsTest {
    @LocalServerPort
    int port;

    @Autowired
    Calendars calendars;

    private static JsonNode day(JsonNode year, String day) {
        for (var entry : year.path("days")) if (entry.path("day").asString().equals(day)) return entry;
        throw new AssertionError(day + " is not in " + year);
    }

    @Test
    void correctsADayAndGoesBack() {
        var admin = Browser.signedInAs("admin", port);
        var path = "/api/calendar/days/2028-01-31";
        assertThat(calendars.current().isWorkingDay(LocalDate.of(2028, 1, 31))).isTrue();
        var answer = admin.put(
                path,
                Map.of("version", -1, "kind", "HOLIDAY", "name", "Tết Âm lịch", "reason", "Quyết định nghỉ Tết 2028"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(day(answer.json(), "2028-01-31").path("basis").asString()).isEqualTo("CORRECTED");
        assertThat(calendars.current().isWorkingDay(LocalDate.of(2028, 1, 31))).isFalse();

        var late = admin.put(path, Map.of("version", -1, "kind", "ORDINARY", "name", "", "reason", "nhầm"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("changedBy").asString()).isEqualTo("Quản trị hệ thống");

        var back = admin.post(path + "/revert", Map.of("version", 0, "reason", "nhập nhầm năm"));
        assertThat(back.status()).as(back.text()).isEqualTo(200);
        assertThat(calendars.current().isWorkingDay(LocalDate.of(2028, 1, 31))).isTrue();
        assertThat(admin.get("/api/history?object=calendar:2028-01-31")
                        .json()
                        .path("items")
                        .findValuesAsString("action"))
                .containsExactly("revert", "correct");
    }

    @Test
    void showsTheYearWithWhereEachDayComesFrom() {
        var browser = Browser.signedInAs("canbo", port);
        var year = browser.get("/api/calendar/2025").json();
        assertThat(year.path("workingDays").asInt()).isEqualTo(250);
        assertThat(year.path("forecast").asBoolean()).isFalse();
        assertThat(day(year, "2025-04-26").path("working").asBoolean()).isTrue();
        assertThat(day(year, "2025-09-02").path("source").asString()).contains("điểm đ khoản 1 Điều 112");
        assertThat(browser.get("/api/calendar/2027").json().path("forecast").asBoolean())
                .isTrue();
        assertThat(browser.get("/api/calendar/1990").status()).isEqualTo(422);
    }
}
