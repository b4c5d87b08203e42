package vn.qppl.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.qppl.Eventually.eventually;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.qppl.ApplicationTest;
import vn.qppl.Browser;

/** From an uploaded file to what the public finds, over HTTP, as people do it. */
@ApplicationTest
class IntakeScenarioTest {
    @LocalServerPort
    int port;

    private static String decision(String number, String subject) {
        return """
                ỦY BAN NHÂN DÂN
                TỈNH KON TUM
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                Số: %s
                Kon Tum, ngày 12 tháng 4 năm 2022
                QUYẾT ĐỊNH
                Quy định %s trên địa bàn tỉnh Kon Tum
                ỦY BAN NHÂN DÂN TỈNH KON TUM
                Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
                Theo đề nghị của Giám đốc Sở Tài chính.
                QUYẾT ĐỊNH:
                Điều 1. Phạm vi điều chỉnh
                Quyết định này quy định %s.
                Điều 2. Hiệu lực thi hành
                Quyết định này có hiệu lực thi hành kể từ ngày 25 tháng 4 năm 2022.
                Nơi nhận:
                - Như Điều 2;
                - Lưu: VT.
                TM. ỦY BAN NHÂN DÂN
                CHỦ TỊCH
                Lê Văn Mẫu
                """.formatted(number, subject, subject);
    }

    @Test
    void takesAFileFromUploadToThePublicSite() {
        var officer = Browser.signedInAs("chuyenvien", port);
        var leader = Browser.signedInAs("lanhdao", port);
        long batch = open(officer);
        upload(officer, batch, "91.txt", decision("91/2022/QĐ-UBND", "mức hỗ trợ nuôi cá tầm lồng bè"));
        var item = read(officer, batch, "91.txt");
        assertThat(item.path("proposal").path("number").asString()).isEqualTo("91/2022/QĐ-UBND");
        assertThat(item.path("proposal").path("issuer").asString()).isEqualTo("Ủy ban nhân dân tỉnh Kon Tum");

        var confirmed = officer.post(path(item) + "/confirm", confirmation(item, "91/2022/QĐ-UBND"));
        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
        long id = confirmed.json().path("documentId").asLong();

        var second = leader.post(path(item) + "/confirm", confirmation(item, "91/2022/QĐ-UBND"));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().path("changedBy").asString()).isEqualTo("Y Hạnh");
        assertThat(second.json().path("documentId").asLong()).isEqualTo(id);

        eventually(() -> firstHit(officer, "/api/search?q=" + encoded("91 2022 qd ubnd")) == id);
        var stranger = new Browser(port);
        assertThat(stranger.get("/api/public/documents/" + id).status()).isEqualTo(404);
        assertThat(stranger.get("/van-ban/" + id).status()).isEqualTo(404);
        assertThat(firstHit(stranger, "/api/public/search?q=" + encoded("91/2022/QĐ-UBND")))
                .isNotEqualTo(id);

        var document = leader.get("/api/documents/" + id).json();
        assertThat(document.path("status").path("code").asString()).isEqualTo("inForce");
        assertThat(document.path("status").path("causes").get(0).path("quote").asString())
                .contains("25 tháng 4 năm 2022");
        var published = leader.post(
                "/api/documents/" + id + "/publish",
                Map.of("version", document.path("version").asLong()));
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        eventually(() -> firstHit(stranger, "/api/public/search?q=" + encoded("quyết định 91 năm 2022")) == id);
        assertThat(stranger.get("/van-ban/" + id).text())
                .contains("Còn hiệu lực")
                .contains("nuôi cá tầm");
        assertThat(stranger.get("/api/public/documents/" + id + "/validity?on=2022-04-24")
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("notYet");

        var text = "/api/public/documents/" + id + "/text.";
        assertThat(stranger.get(text + "txt").text()).contains("Điều 1. Phạm vi điều chỉnh");
        assertThat(stranger.get(text + "txt?provision=art_2").text())
                .startsWith("Điều 2. Hiệu lực thi hành")
                .doesNotContain("Điều 1");
        assertThat(stranger.get(text + "html?provision=art_1").text()).contains("<h3 id=\"art_1\">Điều 1.");
        assertThat(stranger.get(text + "akn.xml").text()).contains("<article eId=\"art_1\">");
        assertThat(stranger.get(text + "docx").text()).startsWith("PK");
        assertThat(stranger.get(text + "txt?provision=art_99").status()).isEqualTo(404);

        long version = leader.get("/api/documents/" + id).json().path("version").asLong();
        assertThat(leader.post(
                                "/api/documents/" + id + "/withdraw",
                                Map.of("version", version, "reason", "Đăng nhầm bản"))
                        .status())
                .isEqualTo(200);
        assertThat(stranger.get("/van-ban/" + id).status()).isEqualTo(410);
        eventually(() -> firstHit(stranger, "/api/public/search?q=" + encoded("91/2022/QĐ-UBND")) != id);
    }

    @Test
    void servesALongTextByPartsWithEveryAnchorWithinReach() {
        var officer = Browser.signedInAs("chuyenvien", port);
        var leader = Browser.signedInAs("lanhdao", port);
        var articles = new StringBuilder();
        for (int i = 2; i <= 120; i++) {
            articles.append("Điều ").append(i).append(". Việc thứ ").append(i).append('\n');
            articles.append("1. ")
                    .append("Chủ đầu tư lập hồ sơ và nộp tại bộ phận một cửa. ".repeat(45))
                    .append('\n');
            articles.append("2. ")
                    .append("Cơ quan tiếp nhận xem xét, trả lời bằng văn bản. ".repeat(25))
                    .append('\n');
        }
        var text = decision("94/2022/QĐ-UBND", "trình tự xây dựng bến bãi")
                .replace("Điều 2. Hiệu lực", articles + "Điều 121. Hiệu lực");
        long batch = open(officer);
        upload(officer, batch, "94.txt", text);
        var item = read(officer, batch, "94.txt");
        var confirmed = officer.post(path(item) + "/confirm", confirmation(item, "94/2022/QĐ-UBND"));
        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
        long id = confirmed.json().path("documentId").asLong();
        long version = leader.get("/api/documents/" + id).json().path("version").asLong();
        assertThat(leader.post("/api/documents/" + id + "/publish", Map.of("version", version))
                        .status())
                .isEqualTo(200);

        var first = new Browser(port).get("/van-ban/" + id).text();
        assertThat(first).contains("<h3 id=\"art_1\">").doesNotContain("<h3 id=\"art_120\">");
        // the anchor lands in the contents, and leads on
        assertThat(first).containsPattern("<li [^>]*id=\"art_120\"><a href=\"\\?phan=\\d+#art_120\">");
        var later =
                new Browser(port).get("/van-ban/" + id + "?muc=art_120__para_2").text();
        assertThat(later)
                .contains("<h3 id=\"art_120\">")
                .contains("id=\"art_120__para_2\"")
                .contains("rel=\"prev\"");
        assertThat(new Browser(port).get("/van-ban/" + id + "?phan=99").text()).contains("<h3 id=\"art_121\">");

        var portion = officer.get("/api/documents/" + id + "/text").json();
        assertThat(portion.path("parts").asInt()).isGreaterThan(1);
        assertThat(portion.path("outline").size()).isEqualTo(121);
        var end =
                officer.get("/api/documents/" + id + "/text?at=art_121__para_1").json();
        assertThat(end.path("part").asInt()).isEqualTo(portion.path("parts").asInt());
        assertThat(end.path("text").asString()).contains("Điều 121. Hiệu lực thi hành");
    }

    @Test
    void readsTheSameBytesOnceAndSaysWhatItCannotRead() {
        var officer = Browser.signedInAs("chuyenvien2", port);
        long batch = open(officer);
        upload(officer, batch, "92.txt", decision("92/2022/QĐ-UBND", "định mức phân bổ dự toán trường nội trú"));
        read(officer, batch, "92.txt");
        upload(
                officer,
                batch,
                "bản sao 92 🙂.txt",
                decision("92/2022/QĐ-UBND", "định mức phân bổ dự toán trường nội trú"));
        upload(officer, batch, "../../rỗng.docx", "");
        upload(officer, batch, "hỏng.docx", "PK\u0003\u0004 không phải tệp Word");
        eventually(() -> {
            var items = items(officer, batch);
            return items.size() == 4
                    && items.values().stream()
                            .noneMatch(i -> List.of("WAITING", "READING")
                                    .contains(i.path("state").asString()));
        });
        var items = items(officer, batch);
        assertThat(item(items, "bản sao 92 🙂.txt").path("state").asString()).isEqualTo("DUPLICATE");
        assertThat(item(items, "rỗng.docx").path("state").asString()).isEqualTo("FAILED");
        assertThat(item(items, "rỗng.docx").path("problem").path("code").asString())
                .isEqualTo("EMPTY");
        assertThat(item(items, "hỏng.docx").path("state").asString()).isEqualTo("FAILED");
    }

    @Test
    void refusesASecondDocumentOfTheSameIdentity() {
        var officer = Browser.signedInAs("chuyenvien", port);
        long batch = open(officer);
        upload(officer, batch, "93a.txt", decision("93/2022/QĐ-UBND", "giá dịch vụ sử dụng đò"));
        upload(officer, batch, "93b.txt", decision("93/2022/QĐ-UBND", "giá dịch vụ sử dụng đò, bản khác"));
        var one = read(officer, batch, "93a.txt");
        var other = read(officer, batch, "93b.txt");
        assertThat(officer.post(path(one) + "/confirm", confirmation(one, "93/2022/QĐ-UBND"))
                        .status())
                .isEqualTo(200);
        var refused = officer.post(path(other) + "/confirm", confirmation(other, "93/2022/QĐ-UBND"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("type").asString()).isEqualTo("urn:qppl:problem:document-already-registered");
        // nothing of the refused act stays
        assertThat(item(items(officer, batch), "93b.txt").path("state").asString())
                .isEqualTo("READ");
    }

    @Test
    void keepsWhatAPersonCorrectsAsAnExampleWithItsEvidence() {
        var officer = Browser.signedInAs("chuyenvien", port);
        long batch = open(officer);
        var text = decision("97/2022/QĐ-UBND", "mức thu phí thư viện");
        upload(officer, batch, "97.txt", text);
        var item = read(officer, batch, "97.txt");
        int place = text.indexOf("Kon Tum, ngày");
        int line = text.indexOf("\n", place);
        var taken = officer.get(path(item) + "/value?field=ISSUED_ON&start=" + place + "&end=" + line);
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(taken.json().path("value").asString()).isEqualTo("2022-04-12");
        assertThat(text.substring(
                        taken.json().path("start").asInt(),
                        taken.json().path("end").asInt()))
                .isEqualTo("12 tháng 4 năm 2022");
        var none = officer.get(path(item) + "/value?field=ISSUED_ON&start=" + place + "&end=" + (place + 7));
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.json().path("type").asString()).isEqualTo("urn:qppl:problem:intake-not-a-value");

        int clause = text.indexOf("25 tháng 4 năm 2022");
        int subject = text.indexOf("mức thu phí thư viện");
        var asked = new LinkedHashMap<>(confirmation(item, "97/2022/QĐ-UBND"));
        var fields = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) java.util.Objects.requireNonNull(asked.get("fields")))
                .forEach((name, value) -> fields.put(name.toString(), value));
        fields.put("title", "mức thu phí thư viện");
        fields.put("signer", "Lê Văn Mẫu");
        asked.put("fields", fields);
        asked.put(
                "evidence",
                Map.of(
                        "title", Map.of("start", subject, "end", subject + 20),
                        "effectiveFrom", Map.of("start", clause, "end", clause + 19)));
        var confirmed = officer.post(path(item) + "/confirm", asked);
        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);

        var auditor = Browser.signedInAs("thanhtra", port);
        var corrections = new LinkedHashMap<String, JsonNode>();
        for (var c : auditor.get("/api/intake/corrections?size=100").json().path("items")) {
            if (c.path("itemId").asLong() == item.path("id").asLong())
                corrections.put(c.path("field").asString(), c);
        }
        // read and confirmed alike: no correction, though the person pointed at the words
        assertThat(corrections).containsKey("title").doesNotContainKeys("number", "issuer", "type", "effectiveFrom");
        var title = java.util.Objects.requireNonNull(corrections.get("title"));
        assertThat(title.path("readValue").asString()).startsWith("Quy định mức thu phí thư viện");
        assertThat(title.path("correctedValue").asString()).isEqualTo("mức thu phí thư viện");
        assertThat(title.path("start").asInt()).isEqualTo(subject);
        assertThat(title.path("by").asString()).isEqualTo("Y Hạnh");

        var export = auditor.get("/api/intake/corrections/export");
        assertThat(export.status()).isEqualTo(200);
        var line97 =
                export.text().lines().filter(l -> l.contains("\"97.txt · ")).toList();
        assertThat(line97).hasSize(1);
        var example = tools.jackson.databind.json.JsonMapper.shared().readTree(line97.getFirst());
        assertThat(example.path("text").asString()).isEqualTo(text);
        assertThat(example.path("expect").path("title").asString()).isEqualTo("mức thu phí thư viện");
        assertThat(officer.get("/api/intake/corrections/export").status()).isEqualTo(403);
    }

    @Test
    void addsAFileToADocumentAndReadsItAfter() {
        var officer = Browser.signedInAs("chuyenvien", port);
        long batch = open(officer);
        upload(officer, batch, "98.txt", decision("98/2022/QĐ-UBND", "giá nước sạch nông thôn"));
        var item = read(officer, batch, "98.txt");
        long id = officer.post(path(item) + "/confirm", confirmation(item, "98/2022/QĐ-UBND"))
                .json()
                .path("documentId")
                .asLong();
        var added = multipart(
                officer,
                "/api/documents/" + id + "/files?role=ANNEX",
                "../phụ lục giá.txt",
                "Phụ lục: bảng giá nước sạch nông thôn".getBytes(StandardCharsets.UTF_8));
        assertThat(added.status()).as(added.text()).isEqualTo(204);
        var empty = multipart(officer, "/api/documents/" + id + "/files?role=ANNEX", "rỗng.txt", new byte[0]);
        assertThat(empty.json().path("type").asString()).isEqualTo("urn:qppl:problem:intake-empty-file");
        eventually(() -> officer.get("/api/documents/" + id)
                .json()
                .path("files")
                .path(1)
                .path("encoding")
                .asString("")
                .equals("UNICODE"));
        var file = officer.get("/api/documents/" + id).json().path("files").get(1);
        assertThat(file.path("fileName").asString()).isEqualTo("phụ lục giá.txt");
        assertThat(file.path("role").asString()).isEqualTo("ANNEX");
        assertThat(officer.get("/api/documents/" + id + "/files/"
                                + file.path("id").asLong())
                        .text())
                .contains("bảng giá nước sạch");
        assertThat(officer.get("/api/history?object=document:" + id).text()).contains("add-file");
        var auditor = Browser.signedInAs("thanhtra", port);
        assertThat(multipart(
                                auditor,
                                "/api/documents/" + id + "/files?role=ANNEX",
                                "a.txt",
                                "a".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void namesTheRowsOfASpreadsheetThatCannotBeImported() {
        var officer = Browser.signedInAs("chuyenvien", port);
        var csv = """
                Số ký hiệu,Ngày ban hành,Trích yếu,Cơ quan ban hành
                501/QĐ-UBND,05/01/2021,Phê duyệt quy hoạch chợ,Ủy ban nhân dân tỉnh Kon Tum
                502/QĐ-UBND,31/02/2021,Ngày không có thật,Ủy ban nhân dân tỉnh Kon Tum
                501/QĐ-UBND,05/01/2021,Phê duyệt quy hoạch chợ,Ủy ban nhân dân tỉnh Kon Tum
                503/QĐ-UBND,07/01/2021,,Ủy ban nhân dân tỉnh Kon Tum
                """;
        var received = multipart(officer, "/api/sheets", "sổ.csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(received.status()).as(received.text()).isEqualTo(200);
        var sheet = received.json();
        assertThat(sheet.path("counts").path("ok").asLong()).isEqualTo(1);
        assertThat(sheet.path("counts").path("error").asLong()).isEqualTo(2);
        assertThat(sheet.path("counts").path("duplicate").asLong()).isEqualTo(1);
        long id = sheet.path("id").asLong();
        var rows = officer.get("/api/sheets/" + id + "/rows?state=ERROR").json().path("items");
        assertThat(rows.get(0).path("problems").get(0).path("code").asString()).isEqualTo("NO_SUCH_DAY");
        var imported = officer.post(
                "/api/sheets/" + id + "/import",
                Map.of("version", sheet.path("version").asLong(), "publish", false));
        assertThat(imported.status()).as(imported.text()).isEqualTo(200);
        eventually(() ->
                officer.get("/api/sheets/" + id).json().path("state").asString().equals("IMPORTED"));
        assertThat(officer.get("/api/sheets/" + id)
                        .json()
                        .path("counts")
                        .path("imported")
                        .asLong())
                .isEqualTo(1);
        // the same file again doubles nothing
        var again = multipart(officer, "/api/sheets", "sổ.csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(again.json().path("id").asLong()).isEqualTo(id);
    }

    @Test
    void checksAndEntersALongSheetInTheBackgroundAndDoublesNothing() {
        var officer = Browser.signedInAs("lanhdao", port);
        var first = longSheet(220, "31/02/2019");
        long id = imported(officer, "dài.csv", first, 220, 219);
        assertThat(officer.get("/api/sheets/" + id + "/rows?state=ERROR")
                        .json()
                        .path("items")
                        .get(0)
                        .path("problems")
                        .get(0)
                        .path("code")
                        .asString())
                .isEqualTo("NO_SUCH_DAY");
        // the corrected file: one row is new
        long corrected = imported(officer, "dài, đã sửa.csv", longSheet(220, "28/02/2019"), 220, 1);
        var counts = officer.get("/api/sheets/" + corrected).json().path("counts");
        assertThat(counts.path("duplicate").asLong()).isEqualTo(219);
        assertThat(counts.path("imported").asLong()).isEqualTo(1);
    }

    private static String longSheet(int rows, String dayOfTheLast) {
        var csv = new StringBuilder("Số ký hiệu,Ngày ban hành,Trích yếu,Cơ quan ban hành\n");
        for (int i = 1; i <= rows; i++)
            csv.append(7_000 + i)
                    .append("/QĐ-UBND,")
                    .append(i == rows ? dayOfTheLast : "05/03/2019")
                    .append(",Phê duyệt dự toán gói thầu ")
                    .append(i)
                    .append(",Ủy ban nhân dân tỉnh Kon Tum\n");
        return csv.toString();
    }

    private static long imported(Browser browser, String name, String csv, int rows, int good) {
        var received = multipart(browser, "/api/sheets", name, csv.getBytes(StandardCharsets.UTF_8));
        assertThat(received.status()).as(received.text()).isEqualTo(200);
        long id = received.json().path("id").asLong();
        assertThat(received.json().path("rowCount").asLong()).isEqualTo(rows);
        var at = "/api/sheets/" + id;
        eventually(() -> browser.get(at).json().path("state").asString().equals("CHECKED"));
        var checked = browser.get(at).json();
        assertThat(checked.path("counts").path("ok").asLong()).isEqualTo(good);
        var begun = browser.post(
                at + "/import", Map.of("version", checked.path("version").asLong(), "publish", false));
        assertThat(begun.json().path("actions").toString()).doesNotContain("import");
        // a second click while it works
        assertThat(browser.post(
                                at + "/import",
                                Map.of("version", checked.path("version").asLong(), "publish", false))
                        .status())
                .isEqualTo(409);
        eventually(() -> browser.get(at).json().path("state").asString().equals("IMPORTED"));
        return id;
    }

    @Test
    void goesOnPastFilesThatNobodyCanRead() throws Exception {
        var officer = Browser.signedInAs("chuyenvien2", port);
        long batch = open(officer);
        send(officer, batch, "mật.pdf", protectedPdf());
        send(officer, batch, "cụt.pdf", "%PDF-1.7\n1 0 obj\n<< /Type".getBytes(StandardCharsets.UTF_8));
        send(
                officer,
                batch,
                "lừa.docx",
                zip(
                        "word/document.xml",
                        "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>"
                                .getBytes(StandardCharsets.UTF_8)));
        var nested = zip("a.txt", "x".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 5; i++) nested = zip("trong.zip", nested);
        send(officer, batch, "lồng.zip", nested);
        send(officer, batch, "bom.zip", zip("không.txt", new byte[100 << 20]));
        var macro = decision("194/2022/QĐ-UBND", "định mức xe ô tô chuyên dùng");
        send(officer, batch, "có macro.docm", macroWord(macro));
        send(
                officer,
                batch,
                "sai đuôi 📄.xlsx",
                decision("195/2022/QĐ-UBND", "giá nước sạch").getBytes(StandardCharsets.UTF_8));
        eventually(() -> {
            var items = items(officer, batch);
            return items.size() == 7
                    && items.values().stream()
                            .noneMatch(i -> List.of("WAITING", "READING")
                                    .contains(i.path("state").asString()));
        });
        var items = items(officer, batch);
        for (var expected : Map.of(
                        "mật.pdf", "ENCRYPTED",
                        "cụt.pdf", "DAMAGED",
                        "lừa.docx", "HOSTILE",
                        "lồng.zip", "TOO_DEEPLY_NESTED",
                        "bom.zip", "HOSTILE")
                .entrySet()) {
            var item = item(items, expected.getKey());
            assertThat(item.path("state").asString()).as(expected.getKey()).isEqualTo("FAILED");
            assertThat(item.path("problem").path("code").asString())
                    .as(expected.getKey())
                    .isEqualTo(expected.getValue());
        }
        assertThat(item(items, "sai đuôi 📄.xlsx")
                        .path("proposal")
                        .path("number")
                        .asString())
                .isEqualTo("195/2022/QĐ-UBND");
        var withMacro = item(items, "có macro.docm");
        assertThat(withMacro.path("proposal").path("number").asString()).isEqualTo("194/2022/QĐ-UBND");
        assertThat(officer.get(path(withMacro))
                        .json()
                        .path("reading")
                        .path("notices")
                        .toString())
                .contains("MACROS_NOT_RUN");
    }

    private static void send(Browser browser, long batch, String name, byte[] bytes) {
        var answer = multipart(browser, "/api/intake/batches/" + batch + "/files", name, bytes);
        assertThat(answer.status()).as(name + " " + answer.text()).isEqualTo(200);
    }

    private static byte[] zip(String entry, byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] macroWord(String text) throws IOException {
        var body = new StringBuilder(
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>");
        for (var line : text.split("\n", -1))
            body.append("<w:p><w:r><w:t>").append(line).append("</w:t></w:r></w:p>");
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(body.append("</w:body></w:document>").toString().getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("word/vbaProject.bin"));
            zip.write("Sub AutoOpen()".getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] protectedPdf() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("chủ", "bí mật", new AccessPermission()));
            document.save(out);
        }
        return out.toByteArray();
    }

    @Test
    void answersWhateverIsTyped() {
        var stranger = new Browser(port);
        for (var query : List.of(
                "\"",
                "(((",
                "AND OR NOT",
                "-",
                "a:b^~*?",
                "\\",
                "‘’“”",
                "' or 1=1 --",
                "\u0000",
                "😀",
                "x".repeat(5000),
                "* *",
                "/.*/",
                "[a TO b]")) {
            assertThat(stranger.get("/api/public/search?q=" + encoded(query)).status())
                    .as(query)
                    .isEqualTo(200);
            assertThat(stranger.get("/tim-kiem?q=" + encoded(query)).status())
                    .as(query)
                    .isEqualTo(200);
        }
        assertThat(stranger.get("/api/public/search?after=sai&size=-3").status())
                .isEqualTo(200);
        assertThat(stranger.get("/api/public/search?on=hom-nay").status()).isEqualTo(422);
    }

    private static long open(Browser browser) {
        return browser.post("/api/intake/batches", Map.of()).json().path("id").asLong();
    }

    private static void upload(Browser browser, long batch, String name, String text) {
        var answer = multipart(
                browser, "/api/intake/batches/" + batch + "/files", name, text.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    static Browser.Answer multipart(Browser browser, String path, String name, byte[] bytes) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--mau\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes("\r\n--mau--\r\n".getBytes(StandardCharsets.UTF_8));
        return browser.send(browser.csrf(browser.request(path))
                .header("Content-Type", "multipart/form-data; boundary=mau")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static Map<String, JsonNode> items(Browser browser, long batch) {
        var items = new LinkedHashMap<String, JsonNode>();
        for (var item : browser.get("/api/intake/items?batch=" + batch).json().path("items")) {
            items.put(item.path("fileName").asString(), item);
        }
        return items;
    }

    private static JsonNode item(Map<String, JsonNode> items, String name) {
        var item = items.get(name);
        if (item == null) throw new AssertionError("no item " + name + " in " + items.keySet());
        return item;
    }

    private static JsonNode read(Browser browser, long batch, String name) {
        eventually(() -> {
            var item = items(browser, batch).get(name);
            return item != null && item.path("state").asString().equals("READ");
        });
        return item(items(browser, batch), name);
    }

    private static String path(JsonNode item) {
        return "/api/intake/items/" + item.path("id").asLong();
    }

    private static Map<String, Object> confirmation(JsonNode item, String number) {
        return Map.of(
                "version", item.path("version").asLong(),
                "publish", false,
                "fields",
                        Map.of(
                                "number", number,
                                "type", "Quyết định",
                                "issuerName", "Ủy ban nhân dân tỉnh Kon Tum",
                                "issuedOn", "2022-04-12",
                                "title", item.path("proposal").path("title").asString(),
                                "effectiveFrom", "2022-04-25",
                                "normative", true));
    }

    private static long firstHit(Browser browser, String path) {
        var answer = browser.get(path);
        assertThat(answer.status()).as(answer.text()).isIn(200, 503);
        return answer.json().path("hits").path(0).path("id").asLong(-1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
