package vn.qppl.system;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.qppl.web.HealthPart;

@Component
class DatabaseHealth implements HealthPart {
    private final JdbcClient jdbc;

    DatabaseHealth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record State(String product) {}

    @Override
    public String name() {
        return "database";
    }

    /** @throws DataAccessException when the database is away: the whole answer is then 503 */
    @Override
    public Object state() {
        return new State(jdbc.sql("select version()").query(String.class).single());
    }
}
