package vn.qppl.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.qppl.Eventually.eventually;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.qppl.ApplicationTest;
import vn.qppl.Browser;
import vn.qppl.document.Register;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.structure.DocumentNumber;

/** A decision, the one that amends it and the one of the merged province that ends it, as files taken in by the product. */
@ApplicationTest
class WordingScenarioTest {
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

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    static String letter(String province, String number, String day, String title, String body) {
        return """
                ỦY BAN NHÂN DÂN
                TỈNH %s
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                Số: %s
                %s, %s
                QUYẾT ĐỊNH
                %s
                ỦY BAN NHÂN DÂN TỈNH %s
                Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
                Theo đề nghị của Giám đốc Sở Tài chính.
                QUYẾT ĐỊNH:
                %s
                Nơi nhận:
                - Như Điều 1;
                - Lưu: VT.
                TM. ỦY BAN NHÂN DÂN
                CHỦ TỊCH
                Lê Văn Mẫu
                """.formatted(
                        province.toUpperCase(java.util.Locale.ROOT),
                        number,
                        province,
                        day,
                        title,
                        province.toUpperCase(java.util.Locale.ROOT),
                        body.strip());
    }

    static String base(String number) {
        return letter(
                "Kon Tum",
                number,
                "ngày 15 tháng 5 năm 2023",
                "Quy định mức hỗ trợ người cao tuổi neo đơn trên địa bàn tỉnh Kon Tum",
                """
                Điều 1. Phạm vi điều chỉnh
                Quyết định này quy định mức hỗ trợ người cao tuổi neo đơn trên địa bàn tỉnh.
                Điều 2. Đối tượng áp dụng
                1. Người cao tuổi thuộc hộ nghèo.
                2. Ủy ban nhân dân cấp huyện và cơ quan có liên quan.
                Điều 3. Mức hỗ trợ
                1. Mức hỗ trợ hằng tháng gồm:
                a) Người từ đủ 80 tuổi: 500.000 đồng;
                b) Người từ đủ 90 tuổi: 700.000 đồng.
                2. Mức hỗ trợ một lần là 1.000.000 đồng mua chiếu cói.
                Điều 4. Kinh phí
                Kinh phí do ngân sách cấp huyện bảo đảm.
                Điều 5. Hiệu lực thi hành
                Quyết định này có hiệu lực thi hành kể từ ngày 25 tháng 5 năm 2023.
                """);
    }

    static String amending(String number, String amended) {
        return letter(
                "Kon Tum",
                number,
                "ngày 18 tháng 02 năm 2025",
                "Sửa đổi, bổ sung một số điều của Quyết định số " + amended + " ngày 15 tháng 5 năm 2023",
                """
                Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số %s ngày 15 tháng 5 năm 2023 của Ủy ban nhân dân tỉnh Kon Tum quy định mức hỗ trợ người cao tuổi neo đơn trên địa bàn tỉnh Kon Tum
                1. Sửa đổi, bổ sung khoản 2 Điều 3 như sau:
                “2. Mức hỗ trợ một lần là 2.000.000 đồng mua chăn bông.”
                2. Bổ sung điểm c vào sau điểm b khoản 1 Điều 3 như sau:
                “c) Người từ đủ 100 tuổi: 1.000.000 đồng.”
                3. Bãi bỏ khoản 2 Điều 2.
                Điều 2. Hiệu lực thi hành
                Quyết định này có hiệu lực thi hành kể từ ngày 01 tháng 3 năm 2025.
                """.formatted(amended));
    }

    static String ending(String number, String ended) {
        return letter(
                "Quảng Ngãi",
                number,
                "ngày 15 tháng 6 năm 2026",
                "Bãi bỏ Quyết định số " + ended + " ngày 15 tháng 5 năm 2023 của Ủy ban nhân dân tỉnh Kon Tum",
                """
                Điều 1. Bãi bỏ toàn bộ Quyết định số %s ngày 15 tháng 5 năm 2023 của Ủy ban nhân dân tỉnh Kon Tum quy định mức hỗ trợ người cao tuổi neo đơn trên địa bàn tỉnh Kon Tum.
                Điều 2. Hiệu lực thi hành
                Quyết định này có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2026.
                """.formatted(ended));
    }

    @Test
    void tellsStatusAndTextOfEveryDayAsItWasKnownAtEveryTime() throws IOException {
        take("712.txt", base("712/2023/QĐ-UBND"));
        take("705.txt", amending("705/2025/QĐ-UBND", "712/2023/QĐ-UBND"));
        var before = clock.instant();
        take("730.txt", ending("730/2026/QĐ-UBND", "712/2023/QĐ-UBND"));
        var after = clock.instant();
        long id = idOf("712/2023/QĐ-UBND");
        var reader = new Browser(port);
        var recorded = Browser.signedInAs("lanhdao", port)
                .get("/api/documents/" + idOf("705/2025/QĐ-UBND") + "/effects")
                .text();
        assertThat(recorded).contains("khoản 2 Điều 3");
        assertThat(reader.get("/api/public/documents/" + id + "/effects").text())
                .as(recorded)
                .contains("khoản 2 Điều 3");

        assertThat(reader.get(path(id, "text?on=2023-05-14")).status()).isEqualTo(404);
        assertThat(reader.get(path(id, "text?on=2023-05-14"))
                        .json()
                        .path("type")
                        .asString())
                .isEqualTo("urn:qppl:problem:wording-before-issue");
        for (var known : List.of(before, after)) {
            assertDay(reader, id, "2023-05-24", known, "notYet", false);
            assertDay(reader, id, "2023-05-25", known, "inForce", false);
            assertDay(reader, id, "2025-02-28", known, "inForce", false);
            assertDay(reader, id, "2025-03-01", known, "partlyExpired", true);
            assertDay(reader, id, "2026-06-30", known, "partlyExpired", true);
        }
        assertDay(reader, id, "2026-07-01", before, "partlyExpired", true);
        assertDay(reader, id, "2026-11-24", before, "partlyExpired", true);
        assertDay(reader, id, "2026-07-01", after, "expired", true);
        assertDay(reader, id, "2026-11-24", after, "expired", true);

        var amended = reader.get(path(id, "text?on=2025-03-01")).json();
        assertThat(amended.path("official").asBoolean()).isFalse();
        assertThat(amended.path("notice").asString()).contains("không chính thức");
        assertThat(amended.path("consolidates").get(0).path("document").asString())
                .isEqualTo("Quyết định 705/2025/QĐ-UBND");
        assertThat(amended.path("outstanding").isEmpty())
                .as(amended.path("outstanding").toString())
                .isTrue();
        var clause = provision(amended.path("provisions"), "art_3__para_2");
        var cause = clause.path("causes").get(0);
        assertThat(cause.path("document").asString()).isEqualTo("Quyết định 705/2025/QĐ-UBND");
        assertThat(cause.path("provision").asString()).isEqualTo("khoản 1 Điều 1");
        assertThat(cause.path("quote").asString()).contains("khoản 2 Điều 3");
        assertThat(cause.path("note").asString())
                .startsWith(
                        "Khoản này được sửa đổi, bổ sung theo quy định tại khoản 1 Điều 1 của Quyết định số 705/2025/QĐ-UBND")
                .endsWith("có hiệu lực kể từ ngày 01 tháng 3 năm 2025.");
        var gone = provision(amended.path("provisions"), "art_2__para_2");
        assertThat(gone.path("status").asString()).isEqualTo("expired");
        assertThat(gone.path("text").asString()).isEqualTo("2. (được bãi bỏ)");
        assertThat(gone.path("former").asString()).contains("cấp huyện");
        assertThat(provision(amended.path("provisions"), "art_1")
                        .path("changed")
                        .asBoolean())
                .isFalse();

        var ended = reader.get("/api/public/documents/" + id + "/validity?on=2026-07-01")
                .json();
        assertThat(ended.path("causes").get(0).path("document").asString()).isEqualTo("Quyết định 730/2026/QĐ-UBND");
        assertThat(ended.path("causes").get(0).path("quote").asString()).contains("712/2023/QĐ-UBND");

        var versions = reader.get(path(id, "versions")).json().path("items");
        assertThat(versions).hasSize(2);
        assertThat(versions.get(1).path("from").asString()).isEqualTo("2025-03-01");
        assertThat(versions.get(1).path("causes")).hasSize(3);

        var compared = reader.get(path(id, "compare?from=2025-02-28&to=2025-03-01"))
                .json()
                .path("items");
        assertThat(compared).hasSize(3);
        var difference = compared.get(2);
        assertThat(difference.path("label").asString()).isEqualTo("khoản 2 Điều 3");
        assertThat(difference.path("note").asString()).contains("bởi khoản 1 Điều 1 Quyết định 705/2025/QĐ-UBND");
        assertThat(difference.path("pieces").toString()).contains("chiếu cói").contains("chăn bông");
        assertThat(reader.get(path(id, "compare?from=2025-03-01&to=2025-02-28")).status())
                .isEqualTo(422);
        assertThat(reader.get(path(id, "compare?from=2025-02-28&to=2025-02-28"))
                        .json()
                        .path("items")
                        .isEmpty())
                .isTrue();

        pagesShowTheTextOfTheDay(reader, id);
        filesCarryTheNotes(reader, id);
        permanentAddressesLeadToVersions(reader, id);
        searchFindsTheWordsOfTheDay(reader, id);
        indexesBuiltAnewAnswerTheSame(reader);
        takesAnEffectBackUnderATextAlreadyShown(reader, id, after);
    }

    private static void pagesShowTheTextOfTheDay(Browser reader, long id) {
        var page = reader.get("/van-ban/" + id + "?on=2025-03-01");
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        assertThat(page.text())
                .contains("Văn bản hợp nhất không chính thức")
                .contains("chăn bông")
                .contains(
                        "Khoản này được sửa đổi, bổ sung theo quy định tại khoản 1 Điều 1 của Quyết định số 705/2025/QĐ-UBND")
                .contains("2. (được bãi bỏ)")
                .contains("Từ 01/03/2025")
                .doesNotContain("chiếu cói");
        var version = reader.get("/van-ban/" + id + "/2025-03-01");
        assertThat(version.status()).as(version.text()).isEqualTo(200);
        assertThat(version.text()).contains("<link rel=\"canonical\" href=\"/van-ban/" + id + "/2025-03-01\"");
        var within = reader.get("/van-ban/" + id + "/2025-06-01");
        assertThat(within.status()).isEqualTo(303);
        assertThat(within.header("Location")).endsWith("/van-ban/" + id + "/2025-03-01");
        var issued = reader.get("/van-ban/" + id + "/goc");
        assertThat(issued.text()).contains("chiếu cói").contains("noindex").doesNotContain("chăn bông");
        assertThat(reader.get("/van-ban/" + id + "/2024-01-01").header("Location"))
                .endsWith("/van-ban/" + id + "/goc");
        assertThat(reader.get("/van-ban/" + id + "/2023-05-14").status()).isEqualTo(404);
        assertThat(reader.get("/van-ban/" + id + "?on=2023-05-14").text()).contains("Trước ngày ban hành");
        assertThat(reader.get("/van-ban/" + id + "/2023-02-31").status()).isEqualTo(404);
        var compared = reader.get("/van-ban/" + id + "/so-sanh");
        assertThat(compared.status()).as(compared.text()).isEqualTo(200);
        assertThat(compared.text())
                .containsPattern("<del>[^<]*chiếu cói")
                .containsPattern("<ins>[^<]*chăn bông")
                .contains("bởi khoản 1 Điều 1 Quyết định 705/2025/QĐ-UBND");
    }

    private static void filesCarryTheNotes(Browser reader, long id) throws IOException {
        var docx = reader.get("/van-ban/" + id + "/2025-03-01.docx");
        assertThat(docx.status()).isEqualTo(200);
        try (var file =
                new XWPFDocument(new ByteArrayInputStream(docx.response().body()))) {
            var notes = file.getFootnotes().stream()
                    .flatMap(n -> n.getParagraphs().stream())
                    .map(p -> p.getText().strip())
                    .filter(t -> !t.isEmpty())
                    .toList();
            assertThat(notes).hasSize(3);
            assertThat(notes.get(2)).startsWith("Khoản này được sửa đổi, bổ sung theo quy định tại khoản 1 Điều 1");
            var words = file.getParagraphs().stream().map(p -> p.getText()).toList();
            assertThat(words).anyMatch(w -> w.startsWith("2.") && w.contains("(được bãi bỏ)"));
            assertThat(words)
                    .anyMatch(w -> w.startsWith("Quyết định số 712/2023/QĐ-UBND ngày 15 tháng 5 năm 2023")
                            && w.endsWith("được sửa đổi, bổ sung bởi:"));
        }
        var plain = reader.get("/van-ban/" + id + "/2025-03-01.txt").text();
        assertThat(plain).contains("2.[3] Mức hỗ trợ một lần là 2.000.000").contains("[3] Khoản này được sửa đổi");
        assertThat(reader.get("/van-ban/" + id + "/2025-03-01.html").text()).contains("<a href=\"#n3\">[3]</a>");
    }

    /** Body 62-ubnd is the committee of Kon Tum, as it was when it issued. */
    private static void permanentAddressesLeadToVersions(Browser reader, long id) {
        var work = "/eli/vn/62-ubnd/quyet-dinh/2023/712";
        assertThat(reader.get("/van-ban/" + id).text()).contains(work);
        for (var written : List.of(work, "/eli/vn/62-ubnd/quyet-dinh/2023/0712")) {
            var answer = reader.get(written);
            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.header("Location")).isEqualTo(work + "/2025-03-01");
        }
        assertThat(reader.get(work + "/2025-06-01").header("Location")).isEqualTo(work + "/2025-03-01");
        assertThat(reader.get(work + "/2024-01-01").header("Location")).isEqualTo(work + "/goc");
        assertThat(reader.get(work + "/2023-05-14").status()).isEqualTo(404);
        assertThat(reader.get(work + "/tuong-lai").status()).isEqualTo(404);
        assertThat(reader.get("/eli/vn/51-ubnd/quyet-dinh/2023/712").status()).isEqualTo(404);
        assertThat(reader.get(work + "/goc").text()).contains("chiếu cói").doesNotContain("chăn bông");
        assertThat(reader.get(work + "/2025-03-01/vi").text())
                .contains("chăn bông")
                .doesNotContain("chiếu cói");
        assertThat(reader.get(work + "/2025-03-01/vi.txt").text()).contains("2.000.000 đồng");
        assertThat(reader.get(work + "/2025-03-01/dieu-3/khoan-1/diem-dd").header("Location"))
                .isEqualTo(work + "/2025-03-01?muc=art_3#art_3__para_1__list_1__point_dd");

        var document = linked(reader, "/van-ban/" + id);
        assertThat(document.path("@id").asString()).endsWith(work);
        assertThat(document.path("temporalCoverage").asString()).isEqualTo("2023-05-25/2026-06-30");
        assertThat(document.path("legislationLegalForce").asString()).isEqualTo("https://schema.org/NotInForce");
        assertThat(document.path("legislationJurisdiction").path("identifier").asString())
                .isEqualTo("62");
        var reverse = document.path("@reverse");
        assertThat(reverse.path("legislationAmends").findValuesAsString("legislationIdentifier"))
                .containsExactly("705/2025/QĐ-UBND");
        assertThat(reverse.path("legislationRepeals").findValuesAsString("legislationIdentifier"))
                .containsExactly("730/2026/QĐ-UBND");
        assertThat(document.path("workExample")
                        .valueStream()
                        .map(v -> v.path("legislationDateVersion").asString() + " "
                                + v.path("temporalCoverage").asString())
                        .toList())
                .containsExactly("2023-05-15 2023-05-25/2025-02-28", "2025-03-01 2025-03-01/2026-06-30");
        var asked = reader.send(reader.request(work + "/2025-03-01/vi.jsonld").GET());
        assertThat(asked.header("Content-Type")).startsWith("application/ld+json");
        var version = asked.json();
        assertThat(version).isEqualTo(linked(reader, work + "/2025-03-01"));
        assertThat(version.path("@id").asString()).endsWith(work + "/2025-03-01");
        assertThat(version.path("legislationDateVersion").asString()).isEqualTo("2025-03-01");
        assertThat(version.path("temporalCoverage").asString()).isEqualTo("2025-03-01/2026-06-30");
        assertThat(version.path("legislationLegalForce").asString()).isEqualTo("https://schema.org/NotInForce");
        assertThat(version.path("legislationLegalValue").asString()).endsWith("UnofficialLegalValue");
        assertThat(version.path("legislationConsolidates").findValuesAsString("@id"))
                .satisfiesExactly(
                        base -> assertThat(base).endsWith(work + "/goc"),
                        by -> assertThat(by).endsWith("/eli/vn/62-ubnd/quyet-dinh/2025/705"));
        assertThat(version.path("hasPart").findValuesAsString("name")).contains("Điều 3. Mức hỗ trợ");
        var redirected = reader.send(
                reader.request(work).header("Accept", "application/ld+json").GET());
        assertThat(redirected.header("Location")).isEqualTo(work + "/2025-03-01/vi.jsonld");
    }

    private static JsonNode linked(Browser reader, String page) {
        var text = reader.get(page).text();
        var begin = text.indexOf("<script type=\"application/ld+json\">");
        assertThat(begin).as(text).isPositive();
        var from = text.indexOf('>', begin) + 1;
        return tools.jackson.databind.json.JsonMapper.builder()
                .build()
                .readTree(text.substring(from, text.indexOf("</script>", from)));
    }

    private void indexesBuiltAnewAnswerTheSame(Browser reader) {
        var questions = List.of(
                search("\"mua chăn bông\"", "2025-03-01"),
                search("\"mua chiếu cói\"", "2025-02-28"),
                search("mức hỗ trợ người cao tuổi", "2024-01-01"),
                search("mức hỗ trợ người cao tuổi", "2026-08-01"));
        // what other tests changed is indexed as well
        eventually(() ->
                jdbc.sql("select count(*) from index_request").query(Long.class).single() == 0);
        var before = questions.stream().map(q -> hits(reader, q)).toList();
        var admin = Browser.signedInAs("admin", port);
        assertThat(admin.post("/api/system/indexes/rebuild", Map.of()).status()).isEqualTo(200);
        eventually(() -> !admin.get("/api/system/indexes").json().toString().contains("\"rebuilding\":true"));
        assertThat(questions.stream().map(q -> hits(reader, q)).toList()).isEqualTo(before);
    }

    /**
     * What is found: the hits by their ids, with the status of the day. Lucene counts replaced passages in its word statistics until it
     * merges them away at a time of its own, so the order of nearly equal hits, the choice among a hit's passages and the lesser words
     * that are marked may differ in an index built anew; for words in quotation marks the passages are those that have them.
     */
    private static String hits(Browser reader, String path) {
        var answer = reader.get(path + "&size=100");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        boolean phrase = path.contains("%22");
        var hits = new java.util.TreeMap<Long, String>();
        answer.json()
                .path("hits")
                .forEach(h -> hits.put(
                        h.path("id").asLong(),
                        h.path("number") + " " + h.path("status")
                                + (phrase
                                        ? new java.util.TreeSet<>(
                                                h.path("passages").findValuesAsString("address"))
                                        : "")));
        return answer.json().path("total") + " " + hits;
    }

    private static String search(String words, String on) {
        return "/api/public/search?on=" + on + "&q=" + java.net.URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    @Test
    void letsAPersonFinishWhatCannotBeApplied() throws IOException {
        take("713.txt", base("713/2023/QĐ-UBND"));
        take("706.txt", amending("706/2025/QĐ-UBND", "713/2023/QĐ-UBND"));
        long id = idOf("713/2023/QĐ-UBND");
        var leader = Browser.signedInAs("lanhdao", port);
        var entered = leader.post(
                "/api/documents/" + id + "/effects",
                Map.of(
                        "kind", "AMEND",
                        "targetProvision", "khoản 9 Điều 3",
                        "from", "2025-03-01",
                        "causeDocumentId", idOf("706/2025/QĐ-UBND"),
                        "causeProvision", "khoản 1 Điều 1",
                        "quote", "Sửa đổi khoản 9 Điều 3",
                        "newText", "9. Mức hỗ trợ khác là 30.000 đồng.",
                        "despiteMissing", true));
        assertThat(entered.status()).as(entered.text()).isEqualTo(200);
        var reader = new Browser(port);
        assertThat(textOn(reader, id, "2025-03-01", null)).doesNotContain("30.000 đồng");
        var outstanding = reader.get(path(id, "text?on=2025-03-01")).json().path("outstanding");
        assertThat(outstanding.get(0).path("reason").asString()).contains("Không tìm thấy khoản 9 trong Điều 3");
        assertThat(reader.get(path(id, "text?on=2025-02-28"))
                        .json()
                        .path("outstanding")
                        .isEmpty())
                .isTrue();

        var path = "/api/documents/" + id + "/hand-wordings";
        var left = leader.get(path).json().path("left").get(0);
        assertThat(left.path("causeText").asString()).contains("Sửa đổi, bổ sung khoản 2 Điều 3");
        long effect = left.path("effectId").asLong();
        var unplaced = leader.post(path, entry(effect, "khoản 1 Điều 99", "1. Không có chỗ.", "Thử"));
        assertThat(unplaced.status()).as(unplaced.text()).isEqualTo(422);
        assertThat(unplaced.json().path("reason").asString()).contains("Điều 99");
        assertThat(leader.post(path, entry(effect, "khoản 9 Điều 3", "9. Gì đó.", " "))
                        .status())
                .isEqualTo(422);
        var written = leader.post(
                path, entry(effect, "khoản 9 Điều 3", "9. Mức hỗ trợ khác là 30.000 đồng.", "Đối chiếu bản ký"));
        assertThat(written.status()).as(written.text()).isEqualTo(200);
        assertThat(written.json().path("left").isEmpty()).isTrue();
        assertThat(textOn(reader, id, "2025-03-01", null)).contains("9. Mức hỗ trợ khác là 30.000 đồng.");
        assertThat(textOn(reader, id, "2025-02-28", null)).doesNotContain("30.000 đồng");
        var shown = clock.instant();

        long wording = written.json().path("written").get(0).path("id").asLong();
        var warned = leader.post("/api/hand-wordings/" + wording + "/retract", Map.of("why", "Sai số"));
        assertThat(warned.status()).isEqualTo(409);
        assertThat(warned.json().path("consequences").get(0).path("provision").asString())
                .isEqualTo("khoản 9 Điều 3");
        assertThat(leader.post(
                                "/api/hand-wordings/" + wording + "/retract",
                                Map.of("why", "Sai số", "consequencesSeen", true))
                        .status())
                .isEqualTo(200);
        assertThat(textOn(reader, id, "2025-03-01", null)).doesNotContain("30.000 đồng");
        assertThat(textOn(reader, id, "2025-03-01", shown)).contains("30.000 đồng");
    }

    private static Map<String, Object> entry(long effect, String target, String text, String reason) {
        return Map.of("effectId", effect, "targetProvision", target, "text", text, "reason", reason);
    }

    private static void searchFindsTheWordsOfTheDay(Browser reader, long id) {
        eventually(() -> finds(reader, "\"mua chăn bông\"", "2025-03-01", id));
        assertThat(finds(reader, "\"mua chiếu cói\"", "2025-02-28", id)).isTrue();
        assertThat(finds(reader, "\"mua chiếu cói\"", "2025-03-01", id)).isFalse();
        assertThat(finds(reader, "\"mua chăn bông\"", "2025-02-28", id)).isFalse();
    }

    private void takesAnEffectBackUnderATextAlreadyShown(Browser reader, long id, Instant shown) {
        var leader = Browser.signedInAs("lanhdao", port);
        long effect = 0;
        for (var cause :
                reader.get(path(id, "versions")).json().path("items").get(1).path("causes"))
            if (cause.path("target").asString().equals("khoản 2 Điều 3"))
                effect = cause.path("effectId").asLong();
        assertThat(leader.post("/api/effects/" + effect + "/retract", Map.of("why", "Đọc nhầm khoản"))
                        .status())
                .isEqualTo(200);
        assertThat(textOn(reader, id, "2025-03-01", null)).contains("chiếu cói").doesNotContain("chăn bông");
        assertThat(textOn(reader, id, "2025-03-01", shown))
                .contains("chăn bông")
                .doesNotContain("chiếu cói");
        eventually(() -> finds(reader, "\"mua chiếu cói\"", "2025-03-01", id));
        assertThat(finds(reader, "\"mua chăn bông\"", "2025-03-01", id)).isFalse();
    }

    private static void assertDay(
            Browser reader, long id, String day, Instant knownAt, String status, boolean amended) {
        var at = "on=" + day + "&knownAt=" + knownAt;
        assertThat(reader.get(path(id, "validity?" + at)).json().path("status").asString())
                .as(day + " as known at " + knownAt)
                .isEqualTo(status);
        var text = textOn(reader, id, day, knownAt);
        if (amended)
            assertThat(text)
                    .contains("chăn bông")
                    .contains("c) Người từ đủ 100 tuổi")
                    .contains("2. (được bãi bỏ)")
                    .doesNotContain("chiếu cói");
        else
            assertThat(text)
                    .contains("chiếu cói")
                    .contains("2. Ủy ban nhân dân cấp huyện")
                    .doesNotContain("100 tuổi")
                    .doesNotContain("chăn bông");
    }

    private static String textOn(
            Browser reader, long id, String day, @org.jspecify.annotations.Nullable Instant knownAt) {
        var answer = reader.get(path(id, "text?on=" + day + (knownAt == null ? "" : "&knownAt=" + knownAt)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("text").asString();
    }

    private static boolean finds(Browser reader, String words, String on, long id) {
        var answer = reader.get(
                "/api/public/search?on=" + on + "&q=" + java.net.URLEncoder.encode(words, StandardCharsets.UTF_8));
        // where nothing has the phrase, the answer is widened to documents with some of its words
        var phrase = words.replace("\"", "");
        for (var hit : answer.json().path("hits"))
            if (hit.path("id").asLong() == id)
                for (var passage : hit.path("passages"))
                    if (passage.path("html")
                            .asString()
                            .replaceAll("<[^>]+>", "")
                            .contains(phrase)) return true;
        return false;
    }

    private static JsonNode provision(JsonNode provisions, String address) {
        for (var p : provisions) {
            var own = p.path("address").asString();
            if (own.equals(address)) return p;
            if (address.startsWith(own + "__")) return provision(p.path("children"), address);
        }
        throw new AssertionError("no provision " + address + " in " + provisions);
    }

    private static String path(long id, String rest) {
        return "/api/public/documents/" + id + "/" + rest;
    }

    private long idOf(String number) {
        return register.withNumber(DocumentNumber.parse(number).orElseThrow())
                .getFirst()
                .id();
    }

    private void take(String name, String text) throws IOException {
        var by = directory.personNamed("lanhdao").orElseThrow();
        var batch = batches.open("Lời văn " + name, by, true, true, by);
        receiving.receive(batch.id(), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), name);
        eventually(() -> batches.find(batch.id()).orElseThrow().state() == IntakeBatch.State.DONE);
        var taken = jdbc.sql("select concat(state, ' ', coalesce(problem, '')) from intake_item where batch_id = ?")
                .param(batch.id())
                .query(String.class)
                .list();
        assertThat(taken).as(name).containsExactly("CONFIRMED ");
    }
}
