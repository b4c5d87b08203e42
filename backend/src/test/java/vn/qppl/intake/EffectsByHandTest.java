package vn.qppl.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.qppl.Eventually.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.qppl.ApplicationTest;
import vn.qppl.Browser;
import vn.qppl.document.Register;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.structure.DocumentNumber;

/** Effects entered, refused and taken back by people, over HTTP, with the bad input they bring. */
@ApplicationTest
class EffectsByHandTest {
    @LocalServerPort
    int port;

    @Autowired
    IntakeBatches batches;

    @Autowired
    Receiving receiving;

    @Autowired
    OrganisationDirectory directory;

    @Autowired
    Register register;

    @TempDir
    Path folder;

    private static String decision(String number, String subject, String articles) {
        return """
                ỦY BAN NHÂN DÂN
                TỈNH THỬ TAY
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                Số: %s
                Thử Tay, ngày 12 tháng 4 năm 2022
                QUYẾT ĐỊNH
                %s
                ỦY BAN NHÂN DÂN TỈNH THỬ TAY
                Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
                Theo đề nghị của Giám đốc Sở Tài chính.
                QUYẾT ĐỊNH:
                %s
                Nơi nhận:
                - Lưu: VT.
                TM. ỦY BAN NHÂN DÂN
                CHỦ TỊCH
                Lê Văn Mẫu
                """.formatted(number, subject, articles);
    }

    private void imported(Map<String, String> texts) throws IOException {
        for (var text : texts.entrySet()) Files.writeString(folder.resolve(text.getKey()), text.getValue());
        var by = directory.personNamed("lanhdao").orElseThrow();
        var batch = batches.open("thử tay " + folder, by, true, true, by);
        List<Path> files;
        try (var all = Files.list(folder)) {
            files = all.sorted().toList();
        }
        receiving.receiveLocal(batch.id(), files);
        eventually(() -> batches.find(batch.id()).orElseThrow().state() == IntakeBatch.State.DONE);
    }

    private long id(String number) {
        return register.withNumber(DocumentNumber.parse(number).orElseThrow()).stream()
                .filter(d -> !d.stub())
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Map<String, Object> entry(String kind, String provision, String from, Object... more) {
        var entry = new HashMap<String, Object>(Map.of("kind", kind, "quote", "theo văn bản giấy"));
        if (!provision.isEmpty()) entry.put("targetProvision", provision);
        if (!from.isEmpty()) entry.put("from", from);
        for (int i = 0; i < more.length; i += 2) entry.put((String) more[i], more[i + 1]);
        return entry;
    }

    @Test
    void refusesOrWarnsOfWhatCannotBeAndSaysWhy() throws IOException {
        imported(Map.of(
                "a.txt",
                decision(
                        "601/2022/QĐ-UBND",
                        "Quy định giá nước thô trên địa bàn tỉnh Thử Tay",
                        "Điều 1. Giá nước thô là 1.000 đồng một mét khối.\nĐiều 2. Người dùng nước trả tiền hằng tháng.\n"
                                + "Điều 3. Quyết định này có hiệu lực thi hành kể từ ngày 25 tháng 4 năm 2022.")));
        long id = id("601/2022/QĐ-UBND");
        var path = "/api/documents/" + id + "/effects";
        var leader = Browser.signedInAs("lanhdao", port);
        var officer = Browser.signedInAs("chuyenvien", port);

        var noDay = leader.post(path, entry("AMEND", "Điều 1", ""));
        assertThat(noDay.status()).isEqualTo(422);
        assertThat(noDay.json().path("title").asString()).isEqualTo("Thiếu ngày");
        var noArticle = leader.post(path, entry("REPEAL", "Điều 9", "2023-01-01"));
        assertThat(noArticle.status()).isEqualTo(422);
        assertThat(noArticle.json().path("title").asString()).isEqualTo("Văn bản không có điều, khoản này");
        var backwards = leader.post(path, entry("SUSPEND", "", "2023-01-01", "until", "2022-12-01"));
        assertThat(backwards.status()).isEqualTo(422);

        long seen = leader.get(path + "/chain").json().path("version").asLong();
        var suspended =
                leader.post(path, entry("SUSPEND", "", "2023-01-01", "until", "2023-03-01", "chainVersion", seen));
        assertThat(suspended.status()).as(suspended.text()).isEqualTo(200);
        var late = officer.post(path, entry("AMEND", "Điều 1", "2023-06-01", "chainVersion", seen));
        if (late.status() != 403) {
            assertThat(late.status()).as(late.text()).isEqualTo(409);
            assertThat(late.json().path("changedBy").asString()).isNotBlank();
        }
        var again = leader.post(path, entry("SUSPEND", "", "2023-01-01", "until", "2023-03-01"));
        assertThat(again.status()).isEqualTo(409);
        var stale = leader.post(path, entry("AMEND", "Điều 1", "2023-06-01", "chainVersion", seen));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().path("changedBy").asString()).isNotBlank();

        assertThat(leader.post(path, entry("AMEND", "Điều 1", "2024-01-01")).status())
                .isEqualTo(200);
        assertThat(leader.post(path, entry("AMEND", "Điều 1", "2023-06-01")).status())
                .isEqualTo(200);
        assertThat(leader.post(path, entry("SUSPEND", "", "2023-02-01", "until", "2023-04-01"))
                        .status())
                .isEqualTo(200);
        assertThat(leader.post(path, entry("REPEAL", "Điều 1", "2024-01-01")).status())
                .isEqualTo(200);
        assertThat(leader.post(path, entry("REPEAL", "", "2025-01-01")).status())
                .isEqualTo(200);
        assertThat(leader.post(path, entry("AMEND", "Điều 2", "2025-06-01")).status())
                .isEqualTo(200);
        assertThat(codes(leader.get(path + "/warnings").json()))
                .contains("OVERLAPPING_SUSPENSIONS", "OUT_OF_ORDER", "CONTRADICTORY", "ON_EXPIRED_TARGET");
        for (var warning : leader.get(path + "/warnings").json())
            assertThat(warning.path("message").asString()).containsPattern("\\p{L}+ .*");
    }

    private static List<String> codes(JsonNode warnings) {
        return warnings.valueStream()
                .map(w -> w.path("code").asString())
                .distinct()
                .toList();
    }

    @Test
    void aChapterRepealedByHandTakesItsArticlesAndTheLastPartTheWhole() throws IOException {
        imported(Map.of(
                "a.txt",
                decision(
                        "605/2022/QĐ-UBND",
                        "Ban hành quy định quản lý bến đò trên địa bàn tỉnh Thử Tay",
                        "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Bến đò phải có phao cứu sinh.\nChương II\nTHỰC HIỆN\n"
                                + "Điều 2. Sở Giao thông vận tải cấp phép.\n"
                                + "Điều 3. Quyết định này có hiệu lực thi hành kể từ ngày 25 tháng 4 năm 2022.")));
        long id = id("605/2022/QĐ-UBND");
        var path = "/api/documents/" + id + "/effects";
        var leader = Browser.signedInAs("lanhdao", port);
        var none = leader.post(path, entry("REPEAL", "Chương V", "2024-01-01"));
        assertThat(none.status()).as(none.text()).isEqualTo(422);
        var chapter = leader.post(path, entry("REPEAL", "Chương II", "2024-01-01"));
        assertThat(chapter.status()).as(chapter.text()).isEqualTo(200);
        var place = leader.post(path, entry("REPEAL", "Điều 1", "2024-06-01", "territory", "xã Đăk Mẫu Hạ"));
        assertThat(place.status()).as(place.text()).isEqualTo(200);

        var visitor = new Browser(port);
        var validity = "/api/public/documents/" + id + "/validity?on=";
        assertThat(statuses(visitor.get(validity + "2023-12-31").json()))
                .containsOnly("art_1 inForce", "art_2 inForce", "art_3 inForce", "chp_II inForce");
        var later = visitor.get(validity + "2024-07-01").json();
        assertThat(later.path("status").asString()).isEqualTo("partlyExpired");
        assertThat(statuses(later))
                .containsOnly("art_1 partlyExpired", "art_2 expired", "art_3 expired", "chp_II expired");
        var there = visitor.get(validity + "2024-07-01&place=" + encoded("xã Đăk Mẫu Hạ"))
                .json();
        assertThat(there.path("status").asString()).isEqualTo("expired");
        assertThat(there.path("causes").size()).isEqualTo(2);
        var page = visitor.get("/van-ban/" + id + "?on=2024-07-01&noi=" + encoded("xa dak mau ha"));
        assertThat(page.text())
                .contains("Hết hiệu lực")
                .contains("Địa bàn")
                .contains("<option value=\"xa dak mau ha\"");
        assertThat(visitor.get("/van-ban/" + id + "?on=2024-07-01").text())
                .contains("toàn bộ phạm vi của cơ quan ban hành");

        leader.post(path, entry("REPEAL", "Điều 1", "2025-01-01"));
        var over = visitor.get(validity + "2025-01-01").json();
        assertThat(over.path("status").asString()).isEqualTo("expired");
        assertThat(over.path("since").asString()).isEqualTo("2025-01-01");
        // lists are told the same
        assertThat(visitor.get("/api/public/ended?year=2025&size=1000").text()).contains("605/2022/QĐ-UBND");
    }

    private static List<String> statuses(JsonNode validity) {
        return validity.path("provisions")
                .valueStream()
                .map(p -> p.path("address").asString() + " " + p.path("status").asString())
                .toList();
    }

    private static String encoded(String words) {
        return java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void listsTheConsequencesBeforeAndStoresNothing() throws IOException {
        imported(
                Map.of(
                        "a.txt",
                        decision(
                                "611/2022/QĐ-UBND",
                                "Quy định mức đóng quỹ khuyến học trên địa bàn tỉnh Thử Tay",
                                "Điều 1. Mức đóng là 10.000 đồng một năm.\nĐiều 2. Quyết định này có hiệu lực thi hành kể từ ngày 25 tháng 4 năm 2022."),
                        "b.txt",
                        decision(
                                "612/2022/QĐ-UBND",
                                "Quy định chi tiết Điều 1 Quyết định số 611/2022/QĐ-UBND ngày 12 tháng 4 năm 2022",
                                "Điều 1. Thôn thu vào tháng 9.\nĐiều 2. Quyết định này có hiệu lực thi hành kể từ ngày 25 tháng 4 năm 2022.")));
        long parent = id("611/2022/QĐ-UBND");
        long child = id("612/2022/QĐ-UBND");
        var leader = Browser.signedInAs("lanhdao", port);
        var path = "/api/documents/" + parent + "/effects";
        var preview = leader.post(path + "/preview", entry("REPEAL", "", "2023-01-01"));
        assertThat(preview.status()).as(preview.text()).isEqualTo(200);
        var touched = preview.json()
                .path("consequences")
                .valueStream()
                .map(c -> c.path("documentId").asLong())
                .toList();
        assertThat(touched).containsExactly(parent, child);
        assertThat(preview.json().path("consequences").get(1).path("after").toString())
                .contains("expired");
        assertThat(status(leader, child)).isEqualTo("inForce");

        var entered = leader.post(path, entry("REPEAL", "", "2023-01-01"));
        assertThat(entered.status()).as(entered.text()).isEqualTo(200);
        assertThat(status(leader, child)).isEqualTo("expired");
        long effect = entered.json()
                .valueStream()
                .map(e -> e.path("effect"))
                .filter(e -> e.path("kind").asString().equals("repeal"))
                .findFirst()
                .orElseThrow()
                .path("effectId")
                .asLong();
        var retraction = leader.post("/api/effects/" + effect + "/retract/preview", Map.of());
        assertThat(retraction.json().path("consequences").valueStream().toList())
                .hasSize(2);
        assertThat(status(leader, child)).isEqualTo("expired");
        assertThat(leader.post("/api/effects/" + effect + "/retract", Map.of("why", "ghi nhầm"))
                        .status())
                .isEqualTo(200);
        assertThat(status(leader, child)).isEqualTo("inForce");
    }

    private static String status(Browser browser, long id) {
        return browser.get("/api/documents/" + id)
                .json()
                .path("status")
                .path("code")
                .asString();
    }

    @Test
    void keepsWhatIsDoubtfulForAPersonAndRemembersRefusals() throws IOException {
        imported(
                Map.of(
                        "a.txt",
                        decision(
                                "621/2022/QĐ-UBND",
                                "Quy định phí tham quan hang động trên địa bàn tỉnh Thử Tay",
                                "Điều 1. Phí tham quan là 20.000 đồng.\nĐiều 2. Hiệu lực thi hành\n1. Quyết định này có hiệu lực thi hành kể từ ngày 25 tháng 4 năm 2022.\n"
                                        + "2. Bãi bỏ quy định về phí gửi xe tại khoản 3 Điều 5 Quyết định số 77/2015/QĐ-UBND ngày 05 tháng 5 năm 2015 của Ủy ban nhân dân tỉnh Thử Tay.")));
        long id = id("621/2022/QĐ-UBND");
        var leader = Browser.signedInAs("lanhdao", port);
        var open = "/api/effect-proposals?state=OPEN&document=" + id;
        var waiting = leader.get(open).json().path("items");
        assertThat(waiting.valueStream().toList()).hasSize(1);
        var proposal = waiting.get(0).path("proposal");
        assertThat(proposal.path("reason").asString()).isNotBlank();
        var chosen = Map.of(
                "id",
                proposal.path("id").asLong(),
                "version",
                proposal.path("version").asLong());
        var refused =
                leader.post("/api/effect-proposals/refuse", Map.of("proposals", List.of(chosen), "why", "đọc sai"));
        assertThat(refused.status()).as(refused.text()).isEqualTo(200);
        assertThat(leader.get(open).json().path("items").valueStream().toList()).isEmpty();
        var again = leader.post("/api/documents/" + id + "/effect-proposals/read-again", Map.of());
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(leader.get(open).json().path("items").valueStream().toList()).isEmpty();
        var late = leader.post("/api/effect-proposals/accept", Map.of("proposals", List.of(chosen)));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("changedBy").asString()).isNotBlank();
    }

    /** What an amending text says badly waits for a person or is listed; the text goes on as it was. */
    @Test
    void leavesAQuotationThatIsCutOffAndAnArticleTheBaseLacksToAPerson() throws IOException {
        imported(Map.of(
                "a.txt",
                decision(
                        "631/2022/QĐ-UBND",
                        "Quy định giá thuê mặt bằng chợ nổi trên địa bàn tỉnh Thử Tay",
                        "Điều 1. Giá thuê\n1. Giá thuê là 9.000 đồng một ngày.\n2. Trả tiền hằng tháng.\n"
                                + "Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày 25 tháng 4 năm 2022."),
                "b.txt",
                decision(
                        "632/2022/QĐ-UBND",
                        "Sửa đổi Quyết định số 631/2022/QĐ-UBND",
                        "Điều 1. Sửa đổi khoản 1 Điều 1 Quyết định số 631/2022/QĐ-UBND ngày 12 tháng 4 năm 2022 của Ủy ban nhân dân tỉnh Thử Tay như sau:\n"
                                + "“1. Giá thuê là 8.000 đồng"),
                "c.txt",
                decision(
                        "633/2022/QĐ-UBND",
                        "Sửa đổi Điều 8 Quyết định số 631/2022/QĐ-UBND",
                        "Điều 1. Sửa đổi Điều 8 Quyết định số 631/2022/QĐ-UBND ngày 12 tháng 4 năm 2022 của Ủy ban nhân dân tỉnh Thử Tay như sau:\n"
                                + "“Điều 8. Miễn tiền thuê\nMiễn tiền thuê tháng Giêng.”.\n"
                                + "Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày 01 tháng 6 năm 2022.")));
        long id = id("631/2022/QĐ-UBND");
        var leader = Browser.signedInAs("lanhdao", port);
        var waiting = leader.get("/api/effect-proposals?state=OPEN&document=" + id("632/2022/QĐ-UBND"))
                .json()
                .path("items");
        assertThat(waiting.valueStream()
                        .map(w -> w.path("proposal").path("reason").asString()))
                .as(waiting.toString())
                .anyMatch(reason -> reason.contains("bị cắt"));
        var text = new Browser(port)
                .get("/api/public/documents/" + id + "/text?on=2022-07-01")
                .json();
        assertThat(text.path("text").asString()).contains("9.000 đồng").doesNotContain("8.000", "tháng Giêng");
        assertThat(text.path("outstanding").findValuesAsString("reason")).anyMatch(r -> r.contains("Điều 8"));
        assertThat(codes(
                        leader.get("/api/documents/" + id + "/effects/warnings").json()))
                .contains("NO_SUCH_PROVISION");
    }
}
