package vn.qppl.legality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
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
import vn.qppl.scrutiny.Rule;
import vn.qppl.structure.DocumentNumber;
import vn.qppl.text.ExtractedText;
import vn.qppl.web.ProblemException;

/** A decision of the register is checked, decided on and checked again. */
@ApplicationTest
class FindingsTest {
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
    Findings findings;

    @Autowired
    OrganisationDirectory directory;

    /** Signed 10 May 2022, in force on the 12th, on a decree that ended in 2020. */
    private static final String DECISION = """
            ỦY BAN NHÂN DÂN
            TỈNH ĐỐI CHIẾU
            Số: 61/2022/QĐ-UBND

            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            Đối Chiếu, ngày 10 tháng 5 năm 2022

            QUYẾT ĐỊNH
            Quy định quản lý bến thuyền trên địa bàn tỉnh Đối Chiếu

            ỦY BAN NHÂN DÂN TỈNH ĐỐI CHIẾU

            Căn cứ Nghị định số 771/2009/NĐ-CP ngày 05 tháng 3 năm 2009 của Chính phủ về quản lý bến thuyền;
            Theo đề nghị của Giám đốc Sở Giao thông vận tải.

            QUYẾT ĐỊNH:

            Điều 1. Phạm vi điều chỉnh
            Quyết định này quy định việc quản lý bến thuyền trên địa bàn tỉnh Đối Chiếu.
            Điều 2. Quản lý bến thuyền
            1. Chủ bến giữ gìn vệ sinh, treo bảng nội quy, có phao cứu sinh cho từng hành khách và chỗ chờ có mái che tại mỗi bến thuyền đang khai thác.
            2. Chủ bến báo cáo theo Điều 9 Quyết định này.
            Điều 3. Hiệu lực thi hành
            Quyết định này có hiệu lực thi hành kể từ ngày 12 tháng 5 năm 2022.

            Nơi nhận:
            - Như Điều 3;
            - Lưu: VT.
            TM. ỦY BAN NHÂN DÂN
            CHỦ TỊCH

            Lê Văn Mẫu
            """;

    private long enter(
            String number, DocumentType type, String issuer, IssuerLevel level, LocalDate day, String title) {
        var by = directory.personNamed("lanhdao").orElseThrow();
        var written = DocumentNumber.parse(number).orElseThrow();
        return register.confirm(
                        new DocumentFacts(written, type, null, issuer, level, title, day, null, null, null, null, true),
                        by)
                .id();
    }

    private void attach(long document, String text) throws IOException {
        var by = directory.personNamed("lanhdao").orElseThrow();
        var stored = files.store(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1_000_000);
        texts.keep(stored.sha256(), ExtractedText.ofPlainText(text));
        files.attach(document, stored.sha256(), "quyet-dinh.txt", "ORIGINAL", by);
    }

    private static JsonNode only(JsonNode checked, Rule rule) {
        return checked.get("findings").values().stream()
                .filter(f -> f.get("rule").asString().equals(rule.code()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(rule + " in " + checked));
    }

    @Test
    void findsWhatIsWrongAndKeepsWhatTheOfficerDecided() throws Exception {
        var by = directory.personNamed("lanhdao").orElseThrow();
        var decree = enter(
                "771/2009/NĐ-CP",
                DocumentType.NGHI_DINH,
                "Chính phủ",
                IssuerLevel.CENTRAL,
                LocalDate.of(2009, 3, 5),
                "về quản lý bến thuyền");
        effects.record(
                decree,
                List.of(
                        Effects.commencement(decree, LocalDate.of(2009, 5, 1), null, "có hiệu lực"),
                        Effects.term(decree, LocalDate.of(2020, 1, 1), null, "hết hiệu lực")),
                by);
        var document = enter(
                "61/2022/QĐ-UBND",
                DocumentType.QUYET_DINH,
                "Ủy ban nhân dân tỉnh Đối Chiếu",
                IssuerLevel.PROVINCE,
                LocalDate.of(2022, 5, 10),
                "Quy định quản lý bến thuyền");

        var officer = Browser.signedInAs("chuyenvien", port);
        var noText = officer.post("/api/documents/" + document + "/findings/check", Map.of());
        assertThat(noText.status()).isEqualTo(409);

        attach(document, DECISION);
        assertThat(officer.get("/api/documents/" + document + "/findings")
                        .json()
                        .get("outdated")
                        .asBoolean())
                .isTrue();
        var answer = officer.post("/api/documents/" + document + "/findings/check", Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var checked = answer.json();

        var basis = only(checked, Rule.BASIS_NOT_IN_FORCE);
        assertThat(basis.get("explanation").asString()).contains("01/01/2020");
        assertThat(only(checked, Rule.EFFECT_TOO_EARLY).get("severity").asString())
                .isEqualTo("QUESTION");
        var broken = only(checked, Rule.REFERENCE_BROKEN);
        assertThat(broken.get("evidence").get(0).get("address").asString()).isEqualTo("art_2__para_2");
        assertThat(broken.get("article").asString()).isNotEmpty();

        // not a fault, but why?
        var path = "/api/findings/" + broken.get("id").asLong() + "/decision";
        assertThat(officer.post(path, Map.of("version", 0, "decision", "NOT_A_FAULT"))
                        .status())
                .isEqualTo(422);
        assertThat(officer.post(path, Map.of("version", 0, "decision", "MENDED"))
                        .status())
                .isEqualTo(409);
        assertThat(officer.post(path, Map.of("version", 0, "decision", "FAULT")).status())
                .isEqualTo(200);
        assertThat(officer.post(path, Map.of("version", 0, "decision", "FAULT")).status())
                .isEqualTo(409);

        var again = officer.post("/api/documents/" + document + "/findings/check", Map.of())
                .json();
        assertThat(again.get("findings").size())
                .isEqualTo(checked.get("findings").size());
        var same = only(again, Rule.REFERENCE_BROKEN);
        assertThat(same.get("id").asLong()).isEqualTo(broken.get("id").asLong());
        assertThat(same.get("decision").asString()).isEqualTo("FAULT");
        assertThat(same.get("decidedBy").asString()).isNotEmpty();

        var reader = Browser.signedInAs("soanthao", port);
        assertThat(reader.get("/api/documents/" + document + "/findings")
                        .json()
                        .get("actions")
                        .size())
                .isZero();
        assertThat(reader.post(path, Map.of("version", 1, "decision", "MENDED")).status())
                .isEqualTo(403);
    }

    @Test
    void dropsUndecidedFindingsThatAreGoneAndKeepsDecidedOnes() {
        var by = directory.personNamed("lanhdao").orElseThrow();
        var subject = new Subject("TRIAL", 1);
        var draft = vn.qppl.reading.DocumentReader.read(ExtractedText.ofPlainText(DECISION));
        var facts = vn.qppl.scrutiny.Facts.of(draft).asDraft();
        var before = findings.check(subject, draft, facts, by);
        var broken = before.findings().stream()
                .filter(f -> f.rule() == Rule.REFERENCE_BROKEN)
                .findFirst()
                .orElseThrow();
        findings.decide(broken.id(), broken.version(), Decision.FAULT, null, by);

        var mendedText =
                DECISION.replace("Điều 9 Quyết định", "Điều 2 Quyết định").replace("12 tháng 5", "30 tháng 5");
        var mended = vn.qppl.reading.DocumentReader.read(ExtractedText.ofPlainText(mendedText));
        var after = findings.check(subject, mended, facts, by);

        assertThat(after.findings()).noneMatch(f -> f.rule() == Rule.EFFECT_TOO_EARLY);
        assertThat(after.findings())
                .anyMatch(f -> f.id() == broken.id() && !f.present() && f.decision() == Decision.FAULT);
        var officer = Browser.signedInAs("chuyenvien", port);
        // a draft's findings are decided where the draft is
        assertThat(officer.post(
                                "/api/findings/" + broken.id() + "/decision",
                                Map.of("version", 1, "decision", "MENDED"))
                        .status())
                .isEqualTo(404);
        assertThatThrownBy(() -> findings.get(Long.MAX_VALUE)).isInstanceOf(ProblemException.class);
    }
}
