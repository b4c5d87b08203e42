package vn.qppl.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.qppl.Eventually.eventually;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.qppl.ApplicationTest;
import vn.qppl.Browser;
import vn.qppl.database.DataFolder;

/** An import that is cut off at any step and resumed ends like one that was not: the state that each kill leaves is made, then gone on from. */
@ApplicationTest
class ResumedImportTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Autowired
    IntakeWorker worker;

    @Autowired
    IntakeItems items;

    @Autowired
    DataFolder data;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @AfterEach
    void goOn() {
        if (!worker.isRunning()) worker.start();
    }

    private static String decision(String number, String subject, String basis) {
        return """
                ỦY BAN NHÂN DÂN
                TỈNH KON TUM
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                Số: %s
                Kon Tum, ngày 14 tháng 3 năm 2019
                QUYẾT ĐỊNH
                Ban hành Quy định %s
                ỦY BAN NHÂN DÂN TỈNH KON TUM
                Căn cứ Quyết định số %s ngày 02 tháng 02 năm 2018 của Ủy ban nhân dân tỉnh Kon Tum;
                QUYẾT ĐỊNH:
                Điều 1. Phạm vi điều chỉnh
                Quyết định này quy định %s.
                Điều 2. Hiệu lực thi hành
                Quyết định này có hiệu lực thi hành kể từ ngày 25 tháng 3 năm 2019.
                Nơi nhận:
                - Như Điều 2;
                - Lưu: VT.
                TM. ỦY BAN NHÂN DÂN
                CHỦ TỊCH
                Lê Văn Mẫu
                """.formatted(number, subject, basis, subject);
    }

    /**
     * Two files of one number, a copy, a damaged file, and a register whose rows are also among the files and double each other. Serials
     * begin with {@code run}, so that runs share no document.
     */
    private Path files(int run) throws IOException {
        var files = Files.createDirectories(folder.resolve("đợt-" + run));
        var first = decision(run + "1/2019/QĐ-UBND", "mức chi bồi dưỡng " + run, run + "9/2018/QĐ-UBND");
        Files.writeString(files.resolve("a.txt"), first);
        Files.writeString(files.resolve("b cùng số.txt"), first.replace("mức chi", "định mức chi"));
        Files.writeString(
                files.resolve("c.txt"), decision(run + "2/2019/QĐ-UBND", "giá dịch vụ " + run, run + "1/2019/QĐ-UBND"));
        Files.writeString(files.resolve("d bản sao.txt"), first);
        Files.writeString(files.resolve("e hỏng.docx"), "PK\u0003\u0004 không phải tệp Word " + run);
        Files.writeString(files.resolve("f.csv"), """
                Số văn bản,Loại văn bản,Cơ quan ban hành,Ngày ban hành,Trích yếu
                %1$d1/2019/QĐ-UBND,Quyết định,Ủy ban nhân dân tỉnh Kon Tum,14/03/2019,Đã có trong các tệp
                %1$d3/2019/QĐ-UBND,Quyết định,Ủy ban nhân dân tỉnh Kon Tum,15/03/2019,Chỉ có trong sổ
                %1$d3/2019/QĐ-UBND,Quyết định,Ủy ban nhân dân tỉnh Kon Tum,15/03/2019,Ghi hai lần
                %1$d4/2019/QĐ-UBND,Quyết định,Ủy ban nhân dân tỉnh Kon Tum,31/02/2019,Không có ngày này
                """.formatted(run));
        return files;
    }

    private HttpRequest.Builder asCommand(Browser browser, String path) {
        return browser.request(path).header("Authorization", "Bearer " + data.secret("command-token"));
    }

    private Browser.Answer local(Path files, String acceptAs) {
        var browser = new Browser(port);
        return browser.send(asCommand(browser, "/api/intake/local")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of(
                        "paths",
                        List.of(files.toString()),
                        "acceptAs",
                        acceptAs,
                        "acceptEffects",
                        true,
                        "publish",
                        true)))));
    }

    private long receive(Path files) {
        var answer = local(files, "lanhdao");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("batch").path("id").asLong();
    }

    private String state(long batch) {
        return jdbc.sql("select state from intake_batch where id = ?")
                .param(batch)
                .query(String.class)
                .single();
    }

    private int count(long batch, String condition) {
        return jdbc.sql("select count(*) from intake_item where batch_id = ? and " + condition)
                .param(batch)
                .query(Integer.class)
                .single();
    }

    private void finish(long batch) {
        if (!worker.isRunning()) worker.start();
        worker.wake();
        eventually(() -> state(batch).equals("DONE"));
    }

    /** What the register says of the run, with the run's own serial and the hashes that follow from it taken out. */
    private List<String> outcome(int run) {
        var browser = new Browser(port);
        var lines = browser.send(asCommand(browser, "/api/system/export").GET())
                .text()
                .lines()
                .filter(line -> line.contains(run + "") && !line.startsWith("{\"record\":\"file\""))
                .filter(line -> ours(JSON.readTree(line), run))
                .map(line -> line.replaceAll("[0-9a-f]{64}", "#")
                        .replace(folder.resolve("đợt-" + run).toString(), "FOLDER")
                        .replace(Integer.toString(run), "RUN"))
                .sorted()
                .toList();
        assertThat(lines).hasSizeGreaterThan(10);
        return lines;
    }

    private boolean ours(JsonNode line, int run) {
        return switch (line.path("record").asString()) {
            case "document" -> line.path("number").asString().matches(run + "\\d/.*");
            case "item" ->
                line.path("batch")
                        .asString()
                        .equals(folder.resolve("đợt-" + run).toString());
            case "batch" ->
                line.path("name").asString().equals(folder.resolve("đợt-" + run).toString());
            case "row" -> line.path("values").toString().contains(run + "");
            default -> false;
        };
    }

    private List<String> undisturbed(int run) throws IOException {
        finish(receive(files(run)));
        return outcome(run);
    }

    @Test
    void endsEqualWhereverItIsCutOff() throws Exception {
        var expected = undisturbed(6100);
        assertThat(expected)
                .anyMatch(line -> line.contains("DUPLICATE") && line.contains("\"document\""))
                .anyMatch(line -> line.contains("SAME_NUMBER"))
                .anyMatch(line -> line.contains("FAILED"))
                .anyMatch(line -> line.contains("NO_SUCH_DAY"));
        assertThat(whileReceiving(6200)).isEqualTo(expected);
        assertThat(whileReading(6300)).isEqualTo(expected);
        assertThat(whileAccepting(6400)).isEqualTo(expected);
        assertThat(whileEnteringRows(6500)).isEqualTo(expected);
        assertThat(thriceOnEveryFile(6600)).isEqualTo(expected);
    }

    /** Half of the folder is received, and all of that is done, before the rest comes with the same command. */
    private List<String> whileReceiving(int run) throws IOException {
        var files = files(run);
        var later = Files.createDirectories(folder.resolve("later-" + run));
        for (var name : List.of("d bản sao.txt", "e hỏng.docx", "f.csv"))
            Files.move(files.resolve(name), later.resolve(name));
        long batch = receive(files);
        finish(batch);
        for (var name : List.of("d bản sao.txt", "e hỏng.docx", "f.csv"))
            Files.move(later.resolve(name), files.resolve(name));
        assertThat(receive(files)).as("the same batch goes on").isEqualTo(batch);
        finish(batch);
        return outcome(run);
    }

    /** Files are claimed by the process that died; one text was taken away to be written anew. */
    private List<String> whileReading(int run) throws IOException {
        worker.stop();
        long batch = receive(files(run));
        assertThat(items.claim(4)).isNotEmpty();
        finish(batch);
        return outcome(run);
    }

    /** After the first file is entered, when all the others are read. */
    private List<String> whileAccepting(int run) throws IOException {
        worker.stop();
        long batch = receive(files(run));
        worker.start();
        eventually(() -> count(batch, "state = 'CONFIRMED'") > 0);
        worker.stop();
        finish(batch);
        return outcome(run);
    }

    /** The file of a register is read and checked, and some of its rows are entered. */
    private List<String> whileEnteringRows(int run) throws IOException {
        worker.stop();
        long batch = receive(files(run));
        worker.start();
        eventually(() -> count(batch, "sheet_id is not null") > 0);
        worker.stop();
        finish(batch);
        return outcome(run);
    }

    /** Three kills while the same files are being read are not the files' fault. */
    private List<String> thriceOnEveryFile(int run) throws IOException {
        worker.stop();
        long batch = receive(files(run));
        for (int kill = 0; kill < 3; kill++) {
            for (var item : items.claim(10)) items.begin(item.id());
            items.releaseClaims();
        }
        finish(batch);
        return outcome(run);
    }

    @Test
    void goesOnWhereItStoppedWhenTheDatabaseIsBack() throws Exception {
        var expected = undisturbed(6800);
        worker.stop();
        long batch = receive(files(6900));
        // as in operation; tests do without, to be fast
        jdbc.sql("set global innodb_flush_log_at_trx_commit = 1").update();
        worker.start();
        eventually(() -> count(batch, "state not in ('WAITING', 'READING')") > 0);
        long pid = Long.parseLong(
                Files.readString(data.path().resolve("mysql/server.pid")).strip());
        var server = ProcessHandle.of(pid).orElseThrow();
        assertThat(server.destroyForcibly()).isTrue();
        server.onExit().join();
        eventually(() -> {
            try {
                return state(batch).equals("DONE");
            } catch (DataAccessException e) {
                return false; // still away
            }
        });
        assertThat(outcome(6900)).isEqualTo(expected);
        // one of the threads may have met the last of the outage after the others went on: its next turn says so
        eventually(() -> worker.halt() == null);
    }

    @Test
    void leavesFilesToTheNextStartWhenItEnds() throws Exception {
        worker.stop();
        long batch = receive(files(6700));
        worker.start();
        worker.stop();
        assertThat(count(batch, "state = 'READING'")).isZero();
        finish(batch);
        assertThat(count(batch, "problem = 'PARSER_CRASHED'")).isZero();
    }

    @Test
    void acceptsAndPublishesNothingInTheNameOfOneWhoMayNot() throws Exception {
        var files = files(6950);
        for (var name : List.of("canbo", "thanhtra", "admin")) {
            var answer = local(files, name);
            assertThat(answer.status()).as(name + " " + answer.text()).isEqualTo(422);
            assertThat(answer.json().path("type").asString()).isEqualTo("urn:qppl:problem:intake-may-not-confirm");
            assertThat(answer.json().path("detail").asString()).contains("“" + name + "”");
        }
        // may confirm, and nothing more
        assertThat(local(files, "chuyenvien").json().path("type").asString())
                .isEqualTo("urn:qppl:problem:intake-may-not-publish");
        assertThat(jdbc.sql("select count(*) from intake_batch where name = ?")
                        .param(files.toString())
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
