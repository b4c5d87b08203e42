package vn.qppl.procedure;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of procedures in the database. */
@Component
class VersionStore {
    private static final String HEAD = "code, number, built_in, adopted, reason, created_by, created_at";
    private static final String CURRENT =
            "select code, max(number) number from procedure_version where adopted group by code";

    private final JdbcClient jdbc;
    /** Versions never change, so what was read once stays read. */
    private final Cache<Key, Procedure> read =
            Caffeine.newBuilder().maximumSize(500).build();

    VersionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Key(String code, int number) {}

    /** A version without its text. */
    record Head(
            String code,
            int number,
            boolean builtIn,
            boolean adopted,
            String reason,
            @Nullable Long createdBy,
            Instant createdAt) {}

    List<Head> current() {
        return jdbc.sql("select " + HEAD + " from procedure_version where (code, number) in (" + CURRENT
                        + ") order by code")
                .query(VersionStore::head)
                .list();
    }

    Optional<Head> current(String code) {
        return jdbc.sql("select " + HEAD
                        + " from procedure_version where code = ? and adopted order by number desc limit 1")
                .param(code)
                .query(VersionStore::head)
                .optional();
    }

    /** Holds the procedure against another correction at the same time. */
    Optional<Head> lockCurrent(String code) {
        jdbc.sql("select id from procedure_version where code = ? for update")
                .param(code)
                .query(Long.class)
                .list();
        return current(code);
    }

    /** Newest first. */
    List<Head> versions(String code, int before, int most) {
        return jdbc.sql("select " + HEAD
                        + " from procedure_version where code = ? and number < ? order by number desc limit "
                        + (most + 1))
                .params(code, before)
                .query(VersionStore::head)
                .list();
    }

    Optional<Head> head(String code, int number) {
        return jdbc.sql("select " + HEAD + " from procedure_version where code = ? and number = ?")
                .params(code, number)
                .query(VersionStore::head)
                .optional();
    }

    Optional<String> yaml(String code, int number) {
        return jdbc.sql("select yaml from procedure_version where code = ? and number = ?")
                .params(code, number)
                .query(String.class)
                .optional();
    }

    /** @throws ProcedureReader.Mistaken where a stored text can no longer be read: a later edition of the software became stricter */
    ProcedureVersion version(Head head) {
        var key = new Key(head.code(), head.number());
        var procedure = read.get(
                key, k -> ProcedureReader.read(yaml(k.code(), k.number()).orElseThrow()));
        return new ProcedureVersion(
                java.util.Objects.requireNonNull(procedure),
                head.number(),
                head.builtIn(),
                head.adopted(),
                head.reason(),
                head.createdBy(),
                head.createdAt());
    }

    Optional<String> newestBuiltIn(String code) {
        return jdbc.sql("select yaml from procedure_version where code = ? and built_in order by number desc limit 1")
                .param(code)
                .query(String.class)
                .optional();
    }

    /** @return its number */
    int add(String code, boolean builtIn, boolean adopted, String yaml, String reason, @Nullable Long by, Instant at) {
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from procedure_version where code = ?")
                .param(code)
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        insert into procedure_version (code, number, built_in, adopted, yaml, reason, created_by, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(code)
                .param(number)
                .param(builtIn)
                .param(adopted)
                .param(yaml)
                .param(reason)
                .param(by)
                .param(Timestamp.from(at))
                .update();
        return number;
    }

    private static Head head(ResultSet row, int n) throws SQLException {
        long by = row.getLong("created_by");
        boolean software = row.wasNull();
        return new Head(
                row.getString("code"),
                row.getInt("number"),
                row.getBoolean("built_in"),
                row.getBoolean("adopted"),
                row.getString("reason"),
                software ? null : by,
                row.getTimestamp("created_at").toInstant());
    }
}
