package vn.qppl.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
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

/** The desk's queue, and what the machine finds in a draft. */
@ApplicationTest
class AppraisalBenchTest {
    /** A letter as basis, and a clause 3 that is missing. The word "quặc lam" is nobody else's. */
    private static final String FAULTY = """
            ỦY BAN NHÂN DÂN
            TỈNH KON TUM

            QUYẾT ĐỊNH
            Quy định mức thu quặc lam

            ỦY BAN NHÂN DÂN TỈNH KON TUM
            Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
            Căn cứ Công văn số 123/STC-QLG ngày 05 tháng 01 năm 2026 của Sở Tài chính;

            Điều 1. Phạm vi điều chỉnh
            Quyết định này quy định mức thu quặc lam trên địa bàn tỉnh.

            Điều 2. Mức thu
            1. Mức thu đối với cá nhân là 10.000 đồng.
            2. Mức thu đối với tổ chức là 20.000 đồng.
            4. Mức thu đối với hộ gia đình là 15.000 đồng.

            Điều 3. Hiệu lực thi hành
            Quyết định này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2030.
            """;

    @LocalServerPort
    int port;

    @Autowired
    Calendars calendars;

    private Browser drafter;
    private Browser office;
    private Browser officer;

    @BeforeEach
    void signIn() {
        drafter = Browser.signedInAs("soanthao", port);
        office = Browser.signedInAs("vanphong", port);
        officer = Browser.signedInAs("chuyenvien", port);
    }

    private LocalDate daysAgo(int days) {
        return calendars.today().minusDays(days);
    }

    private static JsonNode ok(Browser.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static boolean lists(JsonNode page, long dossier) {
        for (var card : page.path("items")) if (card.path("dossierId").asLong() == dossier) return true;
        return false;
    }

    @Test
    void listsWhatIsDueFirstBeforeByStageAndOwner() {
        long early = Cases.atAppraisal(drafter, office, daysAgo(60), Cases.DRAFT);
        long late = Cases.atAppraisal(drafter, office, daysAgo(60), Cases.DRAFT);
        for (long id : new long[] {late, early}) {
            var version = ok(officer.get("/api/dossiers/" + id + "/appraisal"))
                    .path("version")
                    .asLong();
            ok(officer.post(
                    "/api/dossiers/" + id + "/appraisal/complete",
                    Map.of(
                            "version",
                            version,
                            "on",
                            daysAgo(id == early ? 18 : 3).toString())));
        }
        var unit = ok(officer.get("/api/appraisals?stage=COMPLETE&size=100"));
        int before = -1, after = -1, n = 0;
        for (var card : unit.path("items")) {
            if (card.path("dossierId").asLong() == early) before = n;
            if (card.path("dossierId").asLong() == late) after = n;
            n++;
        }
        assertThat(before).isNotNegative().isLessThan(after);
        assertThat(unit.path("items").path(before).path("remainingWorkingDays").asInt())
                .isNegative();
        // page by page it is the same list
        var first = ok(officer.get("/api/appraisals?stage=COMPLETE&size=1"));
        var second = ok(officer.get("/api/appraisals?stage=COMPLETE&size=1&after="
                + Cases.encoded(first.path("next").asString())));
        assertThat(second.path("items").path(0).path("id").asLong())
                .isEqualTo(unit.path("items").path(1).path("id").asLong());
        assertThat(lists(ok(officer.get("/api/appraisals?whose=MINE&size=100")), early))
                .isFalse();
        assertThat(lists(ok(officer.get("/api/appraisals?whose=FREE&size=100")), early))
                .isTrue();
        // another body's desk is its own, whatever it asks for
        assertThat(lists(ok(drafter.get("/api/appraisals?whose=ALL&size=100")), early))
                .isFalse();
        assertThat(lists(ok(Browser.signedInAs("thanhtra", port).get("/api/appraisals?whose=ALL&size=100")), early))
                .isTrue();
        int counted = 0;
        for (var stage : ok(officer.get("/api/appraisals/summary")).path("stages"))
            if (stage.path("stage").asString().equals("COMPLETE"))
                counted = stage.path("count").asInt();
        assertThat(counted).isEqualTo(unit.path("items").size());
    }

    @Test
    void checksTheDraftForTheDeskAloneAndKeepsTheDecision() {
        long id = Cases.atAppraisal(drafter, office, daysAgo(50), FAULTY);
        var address = "/api/dossiers/" + id + "/appraisal/findings";
        Eventually.eventually(
                () -> officer.get("/api/dossiers/" + id + "/appraisal/draft").status() == 200);
        assertThat(ok(officer.get(address)).hasNonNull("checkedAt")).isFalse();
        var checked = ok(officer.post(address + "/check", Map.of()));
        var rules = checked.path("findings").findValuesAsString("rule");
        assertThat(rules).contains("basis-not-normative", "numbering");
        long finding = 0;
        for (var one : checked.path("findings"))
            if (one.path("rule").asString().equals("numbering"))
                finding = one.path("id").asLong();
        var decision = Map.of("version", 0, "decision", "FAULT");
        assertThat(drafter.get(address).status()).isEqualTo(404);
        assertThat(drafter.post(address + "/" + finding + "/decision", decision).status())
                .isEqualTo(404);
        assertThat(officer.post("/api/findings/" + finding + "/decision", decision)
                        .status())
                .as("decided where the draft is")
                .isEqualTo(404);
        ok(officer.post(address + "/" + finding + "/decision", decision));
        ok(officer.post(address + "/check", Map.of()));
        for (var one : ok(officer.get(address)).path("findings"))
            if (one.path("id").asLong() == finding) {
                assertThat(one.path("decision").asString()).isEqualTo("FAULT");
                assertThat(one.path("decidedBy").asString()).isEqualTo("Y Hạnh");
            }
        // another dossier's finding is not decided here
        long other = Cases.atAppraisal(drafter, office, daysAgo(50), Cases.DRAFT);
        assertThat(officer.post(
                                "/api/dossiers/" + other + "/appraisal/findings/" + finding + "/decision",
                                Map.of("version", 1, "decision", "MENDED"))
                        .status())
                .isEqualTo(404);
        // a draft is in neither index
        var asked = "q=" + Cases.encoded("quặc lam") + "&size=5";
        assertThat(new Browser(port).get("/api/public/search?" + asked).text()).doesNotContain("quặc lam trên");
        assertThat(officer.get("/api/search?" + asked).text()).doesNotContain("quặc lam trên");
        var bases = ok(officer.get("/api/dossiers/" + id + "/appraisal/bases")).path("items");
        assertThat(bases.toString()).contains("Công văn số 123/STC-QLG");
    }

    @Test
    void saysWhyAnOfficerCannotApproveAndShowsTheReportBeforeItIsSent() {
        long id = Cases.atAppraisal(drafter, office, daysAgo(50), Cases.DRAFT);
        var desk = ok(officer.get("/api/dossiers/" + id + "/appraisal"));
        assertThat(desk.path("refused").path(0).path("action").asString()).isEqualTo("conclude");
        assertThat(desk.path("papers").path(0).path("article").asString()).isNotBlank();
        var preview = ok(officer.get("/api/dossiers/" + id + "/appraisal/report/preview"));
        assertThat(preview.toString())
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SỞ TƯ PHÁP TỈNH KON TUM")
                .doesNotContain("{{");
        var template = ok(officer.get("/api/templates/appraisal-report/info"));
        assertThat(template.path("actions")).isEmpty();
        assertThat(template.path("places").findValuesAsString("name")).contains("NOI_DUNG", "KET_LUAN");
    }
}
