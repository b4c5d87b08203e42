package vn.qppl.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Chains the committed rows of the history with hashes, a while after they were written: chaining inside each transaction would make
 * all writes wait for one another. One sealer works at a time, on any node; the row of the chain's head is its lock.
 */
@Component
public class Seals {
    private static final String GENESIS = "0".repeat(64);
    private static final int BATCH = 1000;

    private final JdbcClient jdbc;

    Seals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a walk along the chain found.
     *
     * @param brokenAt place in the chain, from 1, of the first row that is not what was sealed; null where all are
     * @param unsealed rows written and not sealed yet
     */
    public record Verdict(
            long sealed,
            long unsealed,
            @Nullable Long brokenAt,
            @Nullable Long entry) {
        public boolean isWhole() {
            return brokenAt == null;
        }
    }

    private record Row(
            long id,
            String at,
            String actor,
            String action,
            String object,
            String changes,
            String request,
            long place,
            @Nullable String seal) {

        String seal(String previous) {
            // lengths before the values: no two different rows give one text
            var text = new StringBuilder();
            for (var part : List.of(
                    previous, Long.toString(place), Long.toString(id), at, actor, action, object, changes, request))
                text.append(part.length()).append(':').append(part);
            return sha256(text.toString());
        }
    }

    private static final String COLUMNS =
            "id, cast(at as char(26)) at_text, actor_id, action, object, changes_json, request_id, place, seal";

    /**
     * Seals what is committed and not sealed, in order of id, at the next places of the chain: a transaction that commits late is
     * sealed late and breaks nothing.
     *
     * @return how many were sealed; less than a full batch means that none are left
     */
    @Transactional
    public int seal() {
        var head = jdbc.sql("select place, seal from audit_head where id = 1 for update")
                .query((row, n) -> new Head(row.getLong("place"), row.getString("seal")))
                .single();
        var rows = jdbc.sql("select " + COLUMNS + " from audit_entry where seal is null order by id limit " + BATCH)
                .query(Seals::row)
                .list();
        var seal = head.seal();
        long place = head.place();
        for (var row : rows) {
            var placed = new Row(
                    row.id(),
                    row.at(),
                    row.actor(),
                    row.action(),
                    row.object(),
                    row.changes(),
                    row.request(),
                    ++place,
                    null);
            seal = placed.seal(seal);
            jdbc.sql("update audit_entry set seal = ?, place = ? where id = ?")
                    .params(seal, place, row.id())
                    .update();
        }
        if (!rows.isEmpty())
            jdbc.sql("update audit_head set place = ?, seal = ? where id = 1")
                    .params(place, seal)
                    .update();
        return rows.size();
    }

    private record Head(long place, String seal) {}

    /** Walks the whole chain; reads only. */
    @Transactional(readOnly = true)
    public Verdict verify() {
        var head = jdbc.sql("select place, seal from audit_head where id = 1")
                .query((row, n) -> new Head(row.getLong("place"), row.getString("seal")))
                .single();
        long unsealed = jdbc.sql("select count(*) from audit_entry where seal is null")
                .query(Long.class)
                .single();
        var previous = GENESIS;
        long expected = 0;
        while (true) {
            var rows = jdbc.sql("select " + COLUMNS + " from audit_entry where place > ? order by place limit " + BATCH)
                    .param(expected)
                    .query(Seals::row)
                    .list();
            for (var row : rows) {
                expected++;
                if (row.place() != expected || !row.seal(previous).equals(row.seal()))
                    return new Verdict(head.place(), unsealed, expected, row.id());
                previous = row.seal(previous);
            }
            if (rows.size() < BATCH) break;
        }
        boolean ends = expected == head.place() && previous.equals(head.seal());
        return new Verdict(head.place(), unsealed, ends ? null : expected + 1, null);
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("at_text"),
                text(row, "actor_id"),
                row.getString("action"),
                row.getString("object"),
                row.getString("changes_json"),
                text(row, "request_id"),
                row.getLong("place"),
                row.getString("seal"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        var value = row.getString(column);
        return value == null ? "" : value;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
