package vn.qppl.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.qppl.Browser;

/** Dossiers of tests, made as their users make them. */
public final class Cases {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Cases() {}

    public static Map<String, Object> registration(LocalDate on) {
        var request = new HashMap<String, Object>();
        request.put("form", "COMMITTEE_DECISION");
        request.put("level", "PROVINCE");
        request.put("kind", "ORDINARY");
        request.put("title", "Quyết định quy định mức thu thử nghiệm số " + NUMBER.incrementAndGet());
        request.put("purpose", "Quy định chi tiết điều được luật giao");
        request.put("registeredOn", on.toString());
        return request;
    }

    public static JsonNode register(Browser drafter, LocalDate on) {
        var answer = drafter.post("/api/dossiers", registration(on));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    public static JsonNode get(Browser browser, long id) {
        var answer = browser.get("/api/dossiers/" + id);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    public static Browser.Answer finish(
            Browser browser, long id, String outcome, LocalDate on, @Nullable String reason) {
        var request = new HashMap<String, Object>();
        request.put("version", get(browser, id).path("version").asLong());
        request.put("outcome", outcome);
        request.put("on", on.toString());
        if (reason != null) request.put("reason", reason);
        return browser.post("/api/dossiers/" + id + "/finish", request);
    }

    public static void finished(Browser browser, long id, String outcome, LocalDate on, String stepAfter) {
        var answer = finish(browser, id, outcome, on, null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("current").path("code").asString()).isEqualTo(stepAfter);
    }

    /** A letter by number and date alone. */
    public static void paper(Browser browser, long id, String code, LocalDate dated) {
        var answer = upload(
                browser,
                "/api/dossiers/" + id + "/papers?code=" + code + "&name=" + encoded("Giấy tờ " + code)
                        + "&direction=OUT&number=12%2FCV&datedOn=" + dated,
                null,
                null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    public static void draft(Browser browser, long id, String text) {
        var answer = upload(
                browser, "/api/dossiers/" + id + "/drafts", "du-thao.txt", text.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** From registration to the appraisal desk: sent there on {@code begun} plus forty days. */
    public static long atAppraisal(Browser drafter, Browser office, LocalDate begun, String draft) {
        long id = register(drafter, begun).path("id").asLong();
        paper(drafter, id, "registration", begun);
        finished(drafter, id, "registered", begun.plusDays(1), "assignment");
        paper(office, id, "assignment", begun.plusDays(3));
        finished(office, id, "assigned", begun.plusDays(3), "drafting");
        for (var code : new String[] {"submission", "comparison", "law-review"})
            paper(drafter, id, code, begun.plusDays(8));
        draft(drafter, id, draft);
        finished(drafter, id, "drafted", begun.plusDays(10), "consultation");
        paper(drafter, id, "opinions", begun.plusDays(38));
        finished(drafter, id, "done", begun.plusDays(38), "appraisal-request");
        paper(drafter, id, "appraisal-letter", begun.plusDays(40));
        finished(drafter, id, "sent", begun.plusDays(40), "appraisal");
        return id;
    }

    public static Browser.Answer upload(Browser browser, String path, @Nullable String name, byte @Nullable [] bytes) {
        if (bytes == null)
            return browser.send(browser.csrf(browser.request(path)).POST(HttpRequest.BodyPublishers.noBody()));
        var boundary = "----qppl";
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return browser.send(browser.csrf(browser.request(path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public static final String DRAFT = """
            ỦY BAN NHÂN DÂN
            TỈNH KON TUM

            QUYẾT ĐỊNH
            Quy định mức thu thử nghiệm

            Điều 1. Phạm vi điều chỉnh
            Quyết định này quy định mức thu thử nghiệm trên địa bàn tỉnh.

            Điều 2. Mức thu
            1. Mức thu đối với cá nhân là 10.000 đồng.
            2. Mức thu đối với tổ chức là 20.000 đồng.

            Điều 3. Hiệu lực thi hành
            Quyết định này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2027.
            """;
}
