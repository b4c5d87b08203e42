package vn.qppl.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.qppl.reading.RelationKind;

/** Relations that change nothing in force: bases, citations, guidance. What changes something is an effect. */
@Component
public class Relations {
    private static final String SELECT =
            "select id, kind, source_id, source_provision, target_id, target_provision, quote, confirmed_by, confirmed_at"
                    + " from document_relation ";

    private final JdbcClient jdbc;
    private final JdbcTemplate rows;
    private final Clock clock;

    Relations(JdbcClient jdbc, JdbcTemplate rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /** @param sourceId the active side: the document that is based on, cites, guides */
    public record Relation(
            long id,
            RelationKind kind,
            long sourceId,
            @Nullable String sourceProvision,
            long targetId,
            @Nullable String targetProvision,
            String quote,
            long confirmedBy,
            Instant confirmedAt) {}

    /** A relation that a person confirms with the document that says it. */
    public record NewRelation(
            RelationKind kind,
            long sourceId,
            @Nullable String sourceProvision,
            long targetId,
            @Nullable String targetProvision,
            String quote) {}

    @Transactional
    public void record(List<NewRelation> relations, long by) {
        if (relations.isEmpty()) return;
        var now = Timestamp.from(clock.instant());
        rows.batchUpdate(
                "insert into document_relation (kind, source_id, source_provision, target_id, target_provision, quote,"
                        + " confirmed_by, confirmed_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                relations.stream()
                        .map(r -> new Object[] {
                            r.kind().name(),
                            r.sourceId(),
                            r.sourceProvision(),
                            r.targetId(),
                            r.targetProvision(),
                            r.quote(),
                            by,
                            now
                        })
                        .toList());
    }

    /** Everything said of {@code gone} is said of {@code kept}. */
    @Transactional(propagation = org.springframework.transaction.annotation.Propagation.MANDATORY)
    void retarget(long gone, long kept) {
        jdbc.sql("update document_relation set target_id = ? where target_id = ?")
                .params(kept, gone)
                .update();
    }

    /** What the document says of others; at most 2,000. */
    public List<Relation> from(long documentId) {
        return query("source_id = ?", documentId);
    }

    /** What others say of the document, in the order they were confirmed; at most 2,000. */
    public List<Relation> to(long documentId) {
        return query("target_id = ?", documentId);
    }

    /** What others say of the document of these kinds only, however many, in the order they were confirmed. */
    public List<Relation> to(long documentId, Set<RelationKind> kinds) {
        return jdbc.sql(SELECT + "where target_id = :target and kind in (:kinds) order by id")
                .param("target", documentId)
                .param("kinds", kinds.stream().map(RelationKind::name).toList())
                .query(Relations::relation)
                .list();
    }

    private List<Relation> query(String where, long documentId) {
        return jdbc.sql(SELECT + "where " + where + " order by id limit 2000")
                .param(documentId)
                .query(Relations::relation)
                .list();
    }

    private static Relation relation(ResultSet row, int n) throws SQLException {
        return new Relation(
                row.getLong(1),
                RelationKind.valueOf(row.getString(2)),
                row.getLong(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                row.getLong(8),
                row.getTimestamp(9).toInstant());
    }
}
