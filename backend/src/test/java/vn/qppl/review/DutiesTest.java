package vn.qppl.review;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.qppl.Eventually.eventually;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import vn.qppl.ApplicationTest;
import vn.qppl.Browser;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.attachment.FileTexts;
import vn.qppl.document.DocumentFacts;
import vn.qppl.document.DocumentType;
import vn.qppl.document.IssuerLevel;
import vn.qppl.document.Register;
import vn.qppl.effect.Effects;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.structure.DocumentNumber;
import vn.qppl.text.ExtractedText;

/** A decree gives the province rules to make; they are owed until an article makes them, and again when that ends. */
@ApplicationTest
class DutiesTest {
    private static final String DECREE = """
            CHÍNH PHỦ
            Số: 8811/2024/NĐ-CP

            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            Hà Nội, ngày 10 tháng 3 năm 2024

            NGHỊ ĐỊNH
            Về bến đò

            Điều 1. Phạm vi điều chỉnh
            Nghị định này quy định về bến đò.
            Điều 2. Mức hỗ trợ
            1. Người lái đò được hỗ trợ hằng tháng.
            2. Mức hỗ trợ cụ thể do Hội đồng nhân dân cấp tỉnh quyết định.
            Điều 3. Bến đò
            1. Ủy ban nhân dân cấp tỉnh quyết định công nhận bến đò.
            """;

    @LocalServerPort
    int port;

    @Autowired
    Register register;

    @Autowired
    DocumentFiles files;

    @Autowired
    FileTexts texts;

    @Autowired
    Effects effects;

    @Autowired
    OrganisationDirectory directory;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private long enter(String number, String issuer, IssuerLevel level, LocalDate day, @Nullable String text) {
        var by = directory.personNamed("lanhdao").orElseThrow();
        var written = DocumentNumber.parse(number).orElseThrow();
        return Objects.requireNonNull(transaction.execute(status -> {
            var document = register.confirm(
                    new DocumentFacts(
                            written,
                            DocumentType.ofSymbol(written),
                            directory.match(issuer, day).map(o -> o.id()).orElse(null),
                            issuer,
                            level,
                            "Về bến đò",
                            day,
                            null,
                            null,
                            null,
                            null,
                            true),
                    by);
            if (text != null) attach(document.id(), text, by);
            effects.record(
                    document.id(), List.of(Effects.commencement(document.id(), day, "Điều 9", "có hiệu lực")), by);
            return document.id();
        }));
    }

    private void attach(long document, String text, long by) {
        try {
            var stored = files.store(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1_000_000);
            texts.keep(stored.sha256(), ExtractedText.ofPlainText(text));
            files.attach(document, stored.sha256(), "van-ban.txt", "ORIGINAL", by);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode duties(Browser browser, long document) {
        var answer = browser.get("/api/duties?document=" + document);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("items");
    }

    private int openTasks(long duty) {
        return jdbc.sql("select count(*) from task where object_type = 'duty' and ended_at is null and object_id = ?")
                .param(duty)
                .query(Integer.class)
                .single();
    }

    @Test
    void areFoundConfirmedOwedAndEndedByTheArticleThatFulfils() {
        var officer = Browser.signedInAs("chuyenvien", port);
        long decree = enter("8811/2024/NĐ-CP", "Chính phủ", IssuerLevel.CENTRAL, LocalDate.of(2024, 3, 10), DECREE);
        eventually(() -> !duties(officer, decree).isEmpty());
        // the recognition of a single landing is no rule to make
        assertThat(duties(officer, decree).size()).isEqualTo(1);
        var found = duties(officer, decree).path(0);
        assertThat(found.path("place").asString()).isEqualTo("khoản 2 Điều 2");
        assertThat(found.path("body").asString()).isEqualTo("COUNCIL");
        assertThat(found.path("state").asString()).isEqualTo("FOUND");
        assertThat(found.path("owed").asBoolean()).isFalse();
        var path = "/api/duties/" + found.path("id").asLong();

        long unit = directory
                .match("Sở Tài chính tỉnh Quảng Ngãi", LocalDate.now())
                .orElseThrow()
                .id();
        var confirmed = officer.post(
                path + "/confirmation",
                Map.of(
                        "version",
                        0,
                        "unitId",
                        unit,
                        "dueOn",
                        LocalDate.now().minusDays(1).toString()));
        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
        assertThat(confirmed.json().path("owed").asBoolean()).isTrue();
        assertThat(confirmed.json().path("overdue").asBoolean()).isTrue();
        assertThat(openTasks(found.path("id").asLong())).isEqualTo(1);
        // the second of two people is told
        assertThat(officer.post(path + "/rejection", Map.of("version", 0, "reason", "Không giao."))
                        .status())
                .isEqualTo(409);

        long resolution = enter(
                "8812/2024/NQ-HĐND",
                "Hội đồng nhân dân tỉnh Kon Tum",
                IssuerLevel.PROVINCE,
                LocalDate.of(2024, 7, 10),
                "NGHỊ QUYẾT\nQuy định mức hỗ trợ người lái đò\n\nCăn cứ Nghị định số 8811/2024/NĐ-CP ngày 10 tháng 3 năm 2024 của Chính phủ về bến đò;\n\nĐiều 1. Mức hỗ trợ\nMức hỗ trợ theo khoản 2 Điều 2 Nghị định số 8811/2024/NĐ-CP là 500.000 đồng.\nĐiều 2. Thi hành\nNghị quyết này có hiệu lực từ ngày 20 tháng 7 năm 2024.\n");
        eventually(() -> !officer.get(path).json().path("candidates").isEmpty());
        assertThat(officer.get(path)
                        .json()
                        .path("candidates")
                        .path(0)
                        .path("document")
                        .path("id")
                        .asLong())
                .isEqualTo(resolution);
        long version = officer.get(path).json().path("duty").path("version").asLong();
        assertThat(officer.post(
                                path + "/fulfilment",
                                Map.of("version", version, "documentId", decree, "provision", "Điều 1"))
                        .status())
                .isEqualTo(422);
        var fulfilled = officer.post(
                path + "/fulfilment", Map.of("version", version, "documentId", resolution, "provision", "Điều 1"));
        assertThat(fulfilled.status()).as(fulfilled.text()).isEqualTo(200);
        assertThat(fulfilled.json().path("state").asString()).isEqualTo("FULFILLED");
        assertThat(fulfilled.json().path("owed").asBoolean()).isFalse();
        assertThat(openTasks(found.path("id").asLong())).isZero();

        // what made the rules ends: they are owed again
        effects.record(
                resolution,
                List.of(Effects.term(resolution, LocalDate.of(2025, 1, 1), "Điều 2", "hết hiệu lực")),
                directory.personNamed("lanhdao").orElseThrow());
        assertThat(officer.get(path).json().path("duty").path("owed").asBoolean())
                .isTrue();
    }
}
