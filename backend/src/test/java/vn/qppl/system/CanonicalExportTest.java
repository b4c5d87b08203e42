package vn.qppl.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.qppl.ApplicationTest;

@ApplicationTest
class CanonicalExportTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    CanonicalExport export;

    @Autowired
    JdbcClient jdbc;

    private List<JsonNode> lines() {
        var out = new ByteArrayOutputStream();
        export.write(out);
        return out.toString(StandardCharsets.UTF_8).lines().map(JSON::readTree).toList();
    }

    private void stub(String issuer, String serial) {
        jdbc.sql(
                        "insert into legal_document (version, identity_key, issuer_name, level, type, number_written, number_key,"
                                + " number_serial, title, normative, stub, created_at, changed_at) values (0, ?, ?, 'UNKNOWN', 'QUYET_DINH',"
                                + " ?, ?, 1, '', false, true, now(6), now(6))")
                .params(
                        issuer + "|QUYET_DINH|" + serial + "/QĐ-THU|2001",
                        issuer,
                        serial + "/QĐ-THU",
                        serial + "/QĐ-THU")
                .update();
    }

    @Test
    void givesDocumentsInTheOrderOfTheirIdentityHoweverTheyCame() {
        stub("cơ quan thử b", "2");
        stub("cơ quan thử a", "1");
        var keys = lines().stream()
                .filter(line -> line.path("record").asString().equals("document"))
                .map(line -> line.path("key").asString())
                .toList();
        assertThat(keys)
                .containsSubsequence("cơ quan thử a|QUYET_DINH|1/QĐ-THU|2001", "cơ quan thử b|QUYET_DINH|2/QĐ-THU|2001")
                .doesNotHaveDuplicates();
    }

    @Test
    void holdsNoIdsAndNoTimes() {
        assertThat(lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.propertyNames())
                        .noneMatch(name -> name.equals("id")
                                || name.endsWith("Id")
                                || name.endsWith("At")
                                || name.equals("version")));
    }
}
