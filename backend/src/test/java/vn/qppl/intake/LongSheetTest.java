package vn.qppl.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.qppl.Eventually.eventually;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.qppl.ApplicationTest;
import vn.qppl.Browser;

/** A register of more rows than are checked or entered at once: cut off at any of them and resumed, it ends like one that was not. */
@ApplicationTest
class LongSheetTest {
    private static final int ROWS = 561;

    @LocalServerPort
    int port;

    @Autowired
    Sheets sheets;

    @Autowired
    JdbcClient jdbc;

    /** More than a portion to check, more than two portions to enter. Three of four rows have no such day, the last doubles the first. */
    private static String register(String series) {
        var csv = new StringBuilder("Số ký hiệu,Ngày ban hành,Trích yếu,Cơ quan ban hành,Ngày có hiệu lực\n");
        for (int i = 1; i <= ROWS; i++) {
            int number = i == ROWS ? 1 : i;
            var day = i % 4 != 1 ? "31/02/2018" : "%02d/03/2018".formatted(1 + number % 28);
            csv.append("%d/%s-UBND,%s,Phê duyệt dự toán gói thầu %d,Ủy ban nhân dân tỉnh Kon Tum,%s%n"
                    .formatted(number, series, day, number, number % 8 == 1 ? "15/04/2018" : ""));
        }
        return csv.toString();
    }

    private long received(Browser browser, String series) {
        var answer = IntakeScenarioTest.multipart(
                browser, "/api/sheets", series + ".csv", register(series).getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("id").asLong();
    }

    private boolean isIn(long id, Sheets.State state) {
        return sheets.get(id).state() == state;
    }

    private long checked(Browser browser, String series) {
        long id = received(browser, series);
        eventually(() -> isIn(id, Sheets.State.CHECKED));
        return id;
    }

    private long person() {
        return jdbc.sql("select id from person where username = 'lanhdao'")
                .query(Long.class)
                .single();
    }

    /** What the rows became and what the register holds of them. */
    private List<String> outcome(long id, String series) {
        return jdbc.sql("""
                        select concat_ws('|', r.row_no, r.state, coalesce(r.problems_json, ''), coalesce(d.number_written, ''), coalesce(d.title, ''),
                                coalesce(d.issued_on, ''), (select count(*) from effect e where e.target_id = d.id),
                                (select count(*) from legal_document o where o.number_written = d.number_written))
                        from sheet_row r left join legal_document d on d.id = r.document_id
                        where r.sheet_id = ? order by r.row_no""").param(id).query(String.class).list().stream()
                .map(line -> String.valueOf(line).replace(series, "SERIES"))
                .toList();
    }

    private void hold(long id, int from) {
        jdbc.sql(
                        "update sheet_row set state = 'ERROR', problems_json = concat('held', coalesce(problems_json, '')) where sheet_id = ?"
                                + " and row_no >= ? and state in ('OK', 'WARNING')")
                .params(id, from)
                .update();
    }

    private void letGo(long id) {
        jdbc.sql(
                        "update sheet_row set state = 'OK', problems_json = null where sheet_id = ? and problems_json = 'held'")
                .param(id)
                .update();
        jdbc.sql("update sheet set state = 'IMPORTING' where id = ?").param(id).update();
    }

    @Test
    void endsEqualWhereverItIsCutOffOrStopped() {
        var browser = Browser.signedInAs("lanhdao", port);
        long whole = checked(browser, "QĐA");
        sheets.importAll(whole, person(), false);
        var expected = outcome(whole, "QĐA");
        assertThat(expected).hasSize(ROWS);
        assertThat(expected.stream().filter(l -> l.contains("NO_SUCH_DAY"))).hasSize(420);
        assertThat(expected.stream().filter(l -> l.contains("|DUPLICATE|"))).hasSize(1);
        assertThat(expected.stream().filter(l -> l.contains("|IMPORTED|"))).hasSize(ROWS - 421);

        // as a kill among the checks leaves it: the first portion is there, the rest is not
        long id = checked(browser, "QĐB");
        jdbc.sql("delete from sheet_row where sheet_id = ? and row_no > 501")
                .param(id)
                .update();
        jdbc.sql("update sheet set state = 'CHECKING' where id = ?").param(id).update();
        sheets.goOn(id);
        assertThat(isIn(id, Sheets.State.CHECKED)).isTrue();

        // and among the rows that are entered: some are in the register, the rest is still in order
        hold(id, 207);
        sheets.importAll(id, person(), false);
        letGo(id);
        hold(id, 407);
        sheets.goOn(id);
        letGo(id);

        // and where somebody stops it: who is at work sees it before the next rows
        var at = "/api/sheets/" + id;
        assertThat(browser.get(at).json().path("actions").toString()).contains("stop");
        var stopped = browser.post(at + "/stop", Map.of());
        assertThat(stopped.status()).as(stopped.text()).isEqualTo(200);
        assertThat(stopped.json().path("state").asString()).isEqualTo("CHECKED");
        assertThat(stopped.json().path("actions").toString()).contains("import").doesNotContain("stop");
        sheets.goOn(id);
        assertThat(browser.get(at).json().path("counts").path("ok").asLong()).isPositive();

        var version = browser.get(at).json().path("version").asLong();
        var begun = browser.post(at + "/import", Map.of("version", version, "publish", false));
        assertThat(begun.status()).as(begun.text()).isEqualTo(200);
        eventually(() -> isIn(id, Sheets.State.IMPORTED));
        assertThat(outcome(id, "QĐB")).isEqualTo(expected);
    }
}
