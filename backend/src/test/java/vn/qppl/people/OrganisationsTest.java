package vn.qppl.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.qppl.ApplicationTest;
import vn.qppl.Browser;

@ApplicationTest
class OrganisationsTest {
    private static final LocalDate IN_2023 = LocalDate.of(2023, 5, 4);

    @LocalServerPort
    int port;

    @Autowired
    OrganisationDirectory directory;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ủy ban nhân dân tỉnh Kon Tum",
                "ỦY BAN NHÂN DÂN TỈNH KON TUM",
                "UỶ BAN NHÂN DÂN TỈNH KON TUM",
                "UBND tỉnh Kon Tum",
                "UBND TỈNH KON TUM"
            })
    void knowsABodyInEverySpellingOfLetterheads(String name) {
        assertThat(directory.match(name, IN_2023).map(Organisation::name)).contains("Ủy ban nhân dân tỉnh Kon Tum");
    }

    @Test
    void knowsDistrictsOnlyWhileTheyExist() {
        assertThat(directory.match("UBND huyện Đắk Tô", LocalDate.of(2025, 6, 30)))
                .isPresent();
        assertThat(directory.match("UBND huyện Đắk Tô", LocalDate.of(2025, 7, 1)))
                .isEmpty();
    }

    @Test
    void namesTheBodyThatTookOver() {
        var committee = directory.match("UBND tỉnh Kon Tum", IN_2023).orElseThrow();
        assertThat(directory.successors(committee.id()))
                .extracting(Organisation::name)
                .containsExactly("Ủy ban nhân dân tỉnh Quảng Ngãi");
    }

    @Test
    void holdsTheProvinceOf2023() {
        assertThat(count("kind = 'COMMITTEE' and level = 'DISTRICT'")).isEqualTo(10);
        assertThat(count("kind = 'COMMITTEE' and level = 'COMMUNE'")).isEqualTo(102);
        assertThat(
                        count(
                                "kind in ('DEPARTMENT', 'OFFICE') and name like '%tỉnh Kon Tum' and name not like '%Hội đồng%'"))
                .isEqualTo(19);
    }

    private long count(String where) {
        return jdbc.sql("select count(*) from organisation where " + where + " and valid_to = '2025-07-01'")
                .query(Long.class)
                .single();
    }

    @Test
    void findsByNameWithoutMarksAndWalksTheListInPieces() {
        var browser = Browser.signedInAs("canbo", port);
        var q = URLEncoder.encode("uy ban nhan dan", StandardCharsets.UTF_8);
        var seen = new java.util.HashSet<Long>();
        long total = 0;
        var next = "0";
        do {
            var page = browser.get("/api/organisations?level=DISTRICT&size=4&q=" + q + "&after=" + next)
                    .json();
            for (var item : page.path("items")) {
                seen.add(item.path("id").asLong());
                total++;
            }
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        assertThat(total).isEqualTo(20).as("committees and their chairmen").isEqualTo(seen.size());
    }

    @Test
    void recordsAChangeWithItsOldValueAndRefusesAnOvertakenOne() {
        var admin = Browser.signedInAs("admin", port);
        var body = new HashMap<String, Object>(Map.of(
                "name", "Trung tâm Thử nghiệm",
                "kind", "DEPARTMENT",
                "level", "PROVINCE",
                "validFrom", "2020-01-01"));
        var created = admin.post("/api/organisations", body);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        long id = created.json().path("id").asLong();
        body.put("version", created.json().path("version").asLong());
        body.put("name", "Trung tâm Kiểm nghiệm");
        assertThat(admin.put("/api/organisations/" + id, body).status()).isEqualTo(200);
        assertThat(admin.put("/api/organisations/" + id, body).status()).isEqualTo(409);
        var last = admin.get("/api/history?object=organisation:" + id)
                .json()
                .path("items")
                .path(0);
        assertThat(last.path("action").asString()).isEqualTo("change");
        assertThat(last.path("changes").toString())
                .contains("Trung tâm Thử nghiệm", "Trung tâm Kiểm nghiệm")
                .doesNotContain("validFrom");
        assertThat(last.path("actor").path("displayName").asString()).isEqualTo("Quản trị hệ thống");
        assertThat(last.path("requestId").asString()).isNotBlank();
    }
}
