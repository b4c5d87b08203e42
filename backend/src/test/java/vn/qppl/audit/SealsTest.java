package vn.qppl.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.qppl.ApplicationTest;
import vn.qppl.audit.Audit.Change;

@ApplicationTest
class SealsTest {
    @Autowired
    Audit audit;

    @Autowired
    Seals seals;

    @Autowired
    JdbcClient jdbc;

    private void sealAll() {
        while (seals.seal() > 0) assertThat(seals.verify().isWhole()).isTrue();
    }

    @Test
    void findsARowThatWasChangedAfterItWasSealed() {
        audit.record("test:1", "change", List.of(Change.of("title", "cũ", "mới")));
        audit.record("test:2", "change", List.of(Change.of("title", "cũ", "mới")));
        sealAll();
        long id = jdbc.sql("select max(id) from audit_entry where object = 'test:1'")
                .query(Long.class)
                .single();
        var before = jdbc.sql("select changes_json from audit_entry where id = ?")
                .param(id)
                .query(String.class)
                .single();
        jdbc.sql("update audit_entry set changes_json = replace(changes_json, 'cũ', 'khác') where id = ?")
                .param(id)
                .update();
        var verdict = seals.verify();
        assertThat(verdict.isWhole()).isFalse();
        assertThat(verdict.entry()).isEqualTo(id);
        jdbc.sql("update audit_entry set changes_json = ? where id = ?")
                .params(before, id)
                .update();
        assertThat(seals.verify().isWhole()).isTrue();
    }

    @Test
    void findsTheEndCutOff() {
        audit.record("test:3", "change", List.of(Change.of("title", "cũ", "mới")));
        sealAll();
        long place = seals.verify().sealed();
        jdbc.sql("update audit_entry set place = place + 1000000 where place = ?")
                .param(place)
                .update();
        assertThat(seals.verify().isWhole()).isFalse();
        jdbc.sql("update audit_entry set place = place - 1000000 where place > 1000000")
                .update();
        assertThat(seals.verify().isWhole()).isTrue();
    }
}
