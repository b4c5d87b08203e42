package vn.qppl.review;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.qppl.reading.DocumentReader;
import vn.qppl.reading.RelationKind;

/** Mentions in the database. */
@Component
class Mentions {
    private static final String SELECT =
            "select document_id, kind, number_key, title_key, issued_on, body, provision, place_address, place_label, quote"
                    + " from document_mention ";
    /** No document of a province's register is named by more texts of it. */
    private static final int MOST = 20_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate rows;
    private final Clock clock;

    Mentions(JdbcClient jdbc, JdbcTemplate rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /** What a text names takes the place of what was read from it before. */
    @Transactional(
            isolation = Isolation.READ_COMMITTED) // else emptying nothing would lock the gap that others write into
    public void keep(long documentId, List<Mention> mentions, @Nullable String proposer) {
        if (readBefore(documentId))
            jdbc.sql("delete from document_mention where document_id = ?")
                    .param(documentId)
                    .update();
        if (!mentions.isEmpty())
            rows.batchUpdate(
                    "insert into document_mention (document_id, kind, number_key, title_key, issued_on, body, provision,"
                            + " place_address, place_label, quote) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    mentions.stream().map(Mentions::values).toList());
        jdbc.sql("insert into mention_reading (document_id, reader_version, proposer, read_at) values (?, ?, ?, ?)"
                        + " on duplicate key update reader_version = values(reader_version), proposer = values(proposer),"
                        + " read_at = values(read_at)")
                .param(documentId)
                .param(DocumentReader.VERSION)
                .param(proposer)
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private boolean readBefore(long documentId) {
        return jdbc.sql("select count(*) from mention_reading where document_id = ?")
                        .param(documentId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static Object[] values(Mention m) {
        return new Object[] {
            m.documentId(),
            m.kind().name(),
            m.numberKey(),
            m.titleKey(),
            m.issuedOn() == null ? null : Date.valueOf(m.issuedOn()),
            m.body() == null ? null : MentionFinder.cut(m.body(), 300),
            m.provision() == null ? null : MentionFinder.cut(m.provision(), 300),
            m.placeAddress(),
            m.placeLabel(),
            m.quote()
        };
    }

    /** Of a document by its number, or by its title alone; by naming document. */
    List<Mention> of(@Nullable String numberKey, String titleKey, @Nullable Long only) {
        var found = new ArrayList<Mention>();
        if (numberKey != null) found.addAll(query("number_key = ?", numberKey, only));
        found.addAll(query("title_key = ?", titleKey, only));
        return found;
    }

    private List<Mention> query(String where, String key, @Nullable Long only) {
        var asked = jdbc.sql(SELECT + "where " + where + (only == null ? "" : " and document_id = ?")
                        + " order by document_id, id limit " + MOST)
                .param(key);
        return (only == null ? asked : asked.param(only))
                .query(Mentions::mention)
                .list();
    }

    Optional<String> proposer(long documentId) {
        return jdbc.sql("select proposer from mention_reading where document_id = ? and proposer is not null")
                .param(documentId)
                .query(String.class)
                .optional();
    }

    /** Changed documents that this one names: what it names may have changed before it arrived. */
    List<Long> changedNamedBy(long documentId) {
        return jdbc.sql("""
                        select distinct c.changed_id from basis_change c join legal_document t on t.id = c.changed_id
                        join document_mention m on m.number_key = t.number_key where m.document_id = ? and c.standing
                        union select distinct c.changed_id from basis_change c join document_relation r on r.target_id = c.changed_id
                        where r.source_id = ? and c.standing""")
                .params(documentId, documentId)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** Local documents with a text whose mentions this version of the reader has not read. */
    List<Long> unread(int most) {
        return jdbc.sql("""
                        select d.id from legal_document d left join mention_reading m on m.document_id = d.id
                        where not d.stub and d.level <> 'CENTRAL' and (m.document_id is null or m.reader_version < ?)
                        and exists (select 1 from document_file f join file_text x on x.sha256 = f.sha256
                            where f.document_id = d.id and f.role = 'ORIGINAL' and x.problem is null)
                        order by d.id limit ?""")
                .params(DocumentReader.VERSION, most)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    private static Mention mention(ResultSet row, int n) throws SQLException {
        var day = row.getDate(5);
        return new Mention(
                row.getLong(1),
                RelationKind.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                day == null ? null : day.toLocalDate(),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10));
    }
}
