package vn.qppl.system;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.qppl.Eventually.eventually;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.qppl.ApplicationTest;
import vn.qppl.Browser;
import vn.qppl.audit.Audit;
import vn.qppl.audit.Audit.Change;
import vn.qppl.database.DataFolder;
import vn.qppl.database.RestoredDatabase;

@ApplicationTest
class SystemTest {
    @LocalServerPort
    int port;

    @Autowired
    DataFolder data;

    @Autowired
    Audit audit;

    @TempDir
    Path folder;

    @Test
    void tellsItsHealth() {
        var health = Browser.signedInAs("admin", port).get("/api/system/health");
        assertThat(health.status()).as(health.text()).isEqualTo(200);
        assertThat(health.json().path("queue").has("waiting")).isTrue();
        assertThat(health.json().path("disk").path("freeBytes").asLong()).isPositive();
        assertThat(health.json().path("database").path("product").asString()).contains("MariaDB");
        assertThat(health.json().path("extraction").path("alive").asBoolean()).isTrue();
        assertThat(health.json().path("extraction").path("most").asInt()).isPositive();
        assertThat(health.json().path("ocr").has("available")).isTrue();
    }

    @Test
    void saysThatTheDatabaseIsAwayAndRecoversWhenItIsBack() throws Exception {
        var browser = Browser.signedInAs("lanhdao", port);
        var program = data.path().resolve("mysql/program/bin/mariadbd");
        var hidden = program.resolveSibling("mariadbd.away");
        var server = ProcessHandle.of(
                        Long.parseLong(Files.readString(data.path().resolve("mysql/server.pid"))
                                .strip()))
                .orElseThrow();
        Browser.Answer away;
        // without its program the server stays away until we let it come back
        Files.move(program, hidden);
        try {
            assertThat(server.destroyForcibly()).isTrue();
            server.onExit().join();
            away = browser.get("/api/history?object=document:1");
        } finally {
            Files.move(hidden, program);
        }
        assertThat(away.status()).as(away.text()).isEqualTo(503);
        assertThat(away.json().path("title").asString()).startsWith("Cơ sở dữ liệu");
        assertThat(away.header("Retry-After")).isNotNull();
        assertThat(away.text()).doesNotContain("Exception");
        eventually(() -> browser.get("/api/history?object=document:1").status() == 200);
    }

    private Browser.Answer backup(Path file) {
        var browser = new Browser(port);
        return browser.send(browser.request("/api/system/backup")
                .header("Authorization", "Bearer " + data.secret("command-token"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"path\": \"" + file + "\"}")));
    }

    @Test
    void restoresWhatItBackedUp() throws Exception {
        var mark = "dấu của bản sao lưu: Quyết định số 12";
        audit.record("test:backup", "mark", List.of(Change.of("title", null, mark)));
        var stored = data.path().resolve("files/aa/test-of-backup");
        Files.createDirectories(stored.getParent());
        Files.writeString(stored, "nội dung tệp");
        var zip = folder.resolve("sao-luu.zip");
        var answer = backup(zip);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(backup(zip).status())
                .as("an existing file is not overwritten")
                .isEqualTo(422);
        try (var opened = new ZipFile(zip.toFile())) {
            var sql = new String(
                    opened.getInputStream(opened.getEntry("database.sql")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(sql).contains(mark);
        }
        try (var restored =
                RestoredDatabase.of(zip, folder.resolve("restored"), Path.of("target/test-data/mysql/program"))) {
            assertThat(
                            restored.text(
                                    "select changes_json from audit_entry where object = 'test:backup' order by id desc limit 1"))
                    .contains(mark);
            assertThat(restored.text("select count(*) from person where username = 'lanhdao'"))
                    .isEqualTo("1");
            assertThat(folder.resolve("restored/files/aa/test-of-backup")).hasContent("nội dung tệp");
        }
        Files.delete(stored);
    }

    @Test
    void writesBackupsForTheCommandLineOnly() {
        var answer = Browser.signedInAs("admin", port)
                .post(
                        "/api/system/backup",
                        Map.of("path", folder.resolve("x.zip").toString()));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(folder.resolve("x.zip")).doesNotExist();
    }
}
