package vn.qppl.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.qppl.ApplicationTest;
import vn.qppl.Browser;
import vn.qppl.document.DocumentFacts;
import vn.qppl.document.DocumentType;
import vn.qppl.document.IssuerLevel;
import vn.qppl.document.Register;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.structure.DocumentNumber;

/** A list of two former provinces with numbers that both used: each row is placed, or says why not. */
@ApplicationTest
class ReviewListsTest {
    private static final String LIST = """
            STT,Tên văn bản,Cơ quan soạn thảo,Hình thức xử lý,Kết quả xử lý
            1,Quyết định số 9911/2019/QĐ-UBND ngày 07/2/2019 của UBND tỉnh Kon Tum ban hành Quy chế bến,Sở Xây dựng,chưa xác định,
            2,Quyết định số 9911/2019/QĐ-UBND ngày 03/5/2019 của Ủy ban nhân dân tỉnh Quảng Ngãi về chợ,Sở Công Thương,chưa xác định,
            3,Quyết định số 9911/2019/QĐ-UBND,Sở Công Thương,chưa xác định,
            4,Quyết định số 9912/2019/QĐ-UBND ngày 07/2/2019 của UBND tỉnh Gia Lai về phà,Sở Xây dựng,thay thế,
            5,Quyết định số 9913/2019/QĐ-UBND ngày 07/2/2019 của UBND tỉnh Kon Tum về phà,Sở Xây dựng,chưa xác định,
            6,Quyết định số 9912/2019/QĐ-UBND ngày 08/8/2019 của UBND tỉnh Kon Tum về phà,Sở Xây dựng,chưa xác định,
            7,Nghị quyết quy định mức chi bến (thay thế Nghị quyết số 9914/2019/NQ-HĐND của HĐND tỉnh Kon Tum),Sở Tài chính,thay thế,
            8,Quyết định số 9911/2019/QĐ-UBND ngày 07/02/2019 của UBND tỉnh Kon Tum ban hành Quy chế bến,Sở Xây dựng,chưa xác định,
            9,Tổng số: 8 văn bản,,,
            """;

    @LocalServerPort
    int port;

    @Autowired
    Register register;

    @Autowired
    OrganisationDirectory directory;

    private long enter(String number, String issuer, LocalDate day) {
        var written = DocumentNumber.parse(number).orElseThrow();
        return register.confirm(
                        new DocumentFacts(
                                written,
                                DocumentType.ofSymbol(written),
                                directory.match(issuer, day).map(o -> o.id()).orElse(null),
                                issuer,
                                IssuerLevel.PROVINCE,
                                "Về bến",
                                day,
                                null,
                                null,
                                null,
                                null,
                                true),
                        directory.personNamed("lanhdao").orElseThrow())
                .id();
    }

    private static Browser.Answer upload(Browser browser, String fileName, String content) {
        var boundary = "ranh-gioi";
        var body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
        return browser.send(browser.csrf(browser.request("/api/review-lists"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8))));
    }

    private static Map<Integer, JsonNode> rows(Browser browser, long list) {
        var found = new HashMap<Integer, JsonNode>();
        var rows = browser.get("/api/review-lists/" + list + "/rows?size=100")
                .json()
                .path("items");
        // the header is row 1
        for (var row : rows.values()) found.put(row.path("row").asInt() - 1, row);
        return found;
    }

    private static JsonNode row(Map<Integer, JsonNode> rows, int number) {
        return Objects.requireNonNull(rows.get(number));
    }

    @Test
    void accountForEveryRowAndMergeNothingSilently() {
        long own = enter("9911/2019/QĐ-UBND", "Ủy ban nhân dân tỉnh Kon Tum", LocalDate.of(2019, 2, 7));
        long theirs = enter("9911/2019/QĐ-UBND", "Ủy ban nhân dân tỉnh Quảng Ngãi", LocalDate.of(2019, 5, 3));
        enter("9912/2019/QĐ-UBND", "Ủy ban nhân dân tỉnh Kon Tum", LocalDate.of(2019, 2, 7));
        var officer = Browser.signedInAs("chuyenvien", port);
        var received = upload(officer, "ra-soat.csv", LIST);
        assertThat(received.status()).as(received.text()).isEqualTo(201);
        var list = received.json();
        assertThat(list.path("rows").asInt()).isEqualTo(9);
        int sum = 0;
        for (var placement : list.path("placements").values())
            sum += placement.path("rows").asInt();
        assertThat(sum).isEqualTo(9);
        long id = list.path("id").asLong();
        var rows = rows(officer, id);
        assertThat(row(rows, 1).path("placement").asString()).isEqualTo("PLACED");
        assertThat(row(rows, 1).path("documentId").asLong()).isEqualTo(own);
        assertThat(row(rows, 2).path("documentId").asLong()).isEqualTo(theirs);
        assertThat(row(rows, 3).path("placement").asString()).isEqualTo("SEVERAL");
        assertThat(row(rows, 4).path("placement").asString()).isEqualTo("OTHER_ISSUER");
        assertThat(row(rows, 5).path("placement").asString()).isEqualTo("NOT_IN_REGISTER");
        assertThat(row(rows, 6).path("placement").asString()).isEqualTo("OTHER_DAY");
        assertThat(row(rows, 7).path("placement").asString()).isEqualTo("PLANNED");
        assertThat(row(rows, 7)
                        .path("pairs")
                        .path(0)
                        .path("ended")
                        .path("number")
                        .asString())
                .isEqualTo("9914/2019/NQ-HĐND");
        assertThat(row(rows, 8).path("placement").asString()).isEqualTo("REPEATED");
        assertThat(row(rows, 8).path("note").asString()).isEqualTo("Hàng 2");
        assertThat(row(rows, 9).path("placement").asString()).isEqualTo("UNREADABLE");

        // the register grows: asked again, the row has its place
        enter("9913/2019/QĐ-UBND", "Ủy ban nhân dân tỉnh Kon Tum", LocalDate.of(2019, 2, 7));
        assertThat(officer.post("/api/review-lists/" + id + "/reconciliation", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(row(rows(officer, id), 5).path("placement").asString()).isEqualTo("PLACED");
    }

    @Test
    void refuseWhatIsNoList() {
        var officer = Browser.signedInAs("chuyenvien", port);
        assertThat(upload(officer, "ghi-chu.csv", "a,b\n1,2\n").status()).isEqualTo(422);
        assertThat(Browser.signedInAs("thanhtra", port).get("/api/review-lists").status())
                .isEqualTo(200);
        assertThat(upload(Browser.signedInAs("soanthao", port), "x.csv", LIST).status())
                .isEqualTo(403);
    }
}
