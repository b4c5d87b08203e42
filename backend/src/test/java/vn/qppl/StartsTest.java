package vn.qppl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class StartsTest {
    @Autowired
    JdbcClient jdbc;

    @Test
    void keepsVietnameseTextAsItWasWritten() {
        var text = "Quyết định về việc ban hành Quy chế – đường phố";
        assertThat(jdbc.sql("select ?").param(text).query(String.class).single())
                .isEqualTo(text);
        assertThat(jdbc.sql("select @@character_set_database")
                        .query(String.class)
                        .single())
                .isEqualTo("utf8mb4");
    }
}
