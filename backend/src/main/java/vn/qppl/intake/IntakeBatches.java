package vn.qppl.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The table of batches. */
@Component
class IntakeBatches {
    private static final String COLUMNS =
            "id, version, name, state, accept_as, accept_effects, publish, created_by, created_at,"
                    + " started_at, ended_at";

    private final JdbcClient jdbc;
    private final Clock clock;

    IntakeBatches(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    IntakeBatch open(String name, @Nullable Long acceptAs, boolean acceptEffects, boolean publish, long by) {
        var key = new GeneratedKeyHolder();
        var now = Timestamp.from(clock.instant());
        jdbc.sql(
                        "insert into intake_batch (version, name, state, accept_as, accept_effects, publish, created_by, created_at,"
                                + " started_at) values (0, ?, 'RUNNING', ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(name, acceptAs, acceptEffects, publish, by, now, now))
                .update(key, "id");
        var id = key.getKey();
        if (id == null) throw new IllegalStateException("the database gave no id");
        return find(id.longValue()).orElseThrow();
    }

    Optional<IntakeBatch> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from intake_batch where id = ?")
                .param(id)
                .query(IntakeBatches::batch)
                .optional();
    }

    /** An import from the command line goes on where the same import was cut off. */
    Optional<IntakeBatch> sameImport(String name, @Nullable Long acceptAs, long by) {
        return jdbc.sql("select " + COLUMNS + " from intake_batch where name = ? and accept_as <=> ? and created_by = ?"
                        + " order by id desc limit 1")
                .params(Arrays.asList(name, acceptAs, by))
                .query(IntakeBatches::batch)
                .optional();
    }

    List<IntakeBatch> list(long before, int size) {
        return jdbc.sql("select " + COLUMNS + " from intake_batch where id < ? order by id desc limit ?")
                .params(before, size + 1)
                .query(IntakeBatches::batch)
                .list();
    }

    List<IntakeBatch> acceptingNow() {
        return jdbc.sql("select " + COLUMNS + " from intake_batch where state = 'RUNNING' and accept_as is not null"
                        + " order by id limit 20")
                .query(IntakeBatches::batch)
                .list();
    }

    boolean move(long id, long version, IntakeBatch.State to) {
        return jdbc.sql(
                                "update intake_batch set state = ?, version = version + 1, ended_at = ? where id = ? and version = ?")
                        .params(Arrays.asList(
                                to.name(),
                                to == IntakeBatch.State.RUNNING ? null : Timestamp.from(clock.instant()),
                                id,
                                version))
                        .update()
                == 1;
    }

    /** New files came to a batch that had ended. */
    void wake(long id) {
        jdbc.sql("update intake_batch set state = 'RUNNING', ended_at = null, version = version + 1"
                        + " where id = ? and state = 'DONE'")
                .param(id)
                .update();
    }

    /** What must hold for a batch to end; asked again as it ends, for a file may have been read meanwhile. */
    private static final String NOTHING_LEFT =
            " and not exists (select 1 from intake_item i where i.batch_id = b.id and i.state in ('WAITING', 'READING'))"
                    + " and (b.accept_as is null or not exists (select 1 from intake_item i where i.batch_id = b.id"
                    + " and i.state = 'READ' and i.problem is null))";

    /** Running batches of which nothing is left to read, and nothing to accept; at most 200 at once. */
    List<Long> finished(List<Long> stillAccepting) {
        var sql = "select b.id from intake_batch b where b.state = 'RUNNING'"
                + " and exists (select 1 from intake_item i where i.batch_id = b.id)" + NOTHING_LEFT;
        if (!stillAccepting.isEmpty()) sql += " and b.id not in (:accepting)";
        var query = jdbc.sql(sql + " order by b.id limit 200");
        if (!stillAccepting.isEmpty()) query = query.param("accepting", stillAccepting);
        return query.query((row, n) -> row.getLong(1)).list();
    }

    /** Ends it, unless files came to it meanwhile. */
    void end(long id) {
        jdbc.sql("update intake_batch b set b.state = 'DONE', b.ended_at = ?, b.version = b.version + 1"
                        + " where b.id = ? and b.state = 'RUNNING'" + NOTHING_LEFT)
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    private static IntakeBatch batch(ResultSet row, int n) throws SQLException {
        long acceptAs = row.getLong("accept_as");
        boolean nobody = row.wasNull();
        var started = row.getTimestamp("started_at");
        var ended = row.getTimestamp("ended_at");
        return new IntakeBatch(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("name"),
                IntakeBatch.State.valueOf(row.getString("state")),
                nobody ? null : acceptAs,
                row.getBoolean("accept_effects"),
                row.getBoolean("publish"),
                row.getLong("created_by"),
                row.getTimestamp("created_at").toInstant(),
                started == null ? null : started.toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
