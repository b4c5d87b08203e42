package vn.qppl.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.qppl.text.ExtractedText;

/**
 * Rows straight into the tables, a thousand at a time: what the product would have written for documents, texts, effects and relations.
 * Only for a register of this measuring's own.
 */
final class BulkLoad {
    static final LocalDate FIRST_DAY = LocalDate.of(1000, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final Timestamp THEN = Timestamp.from(Instant.parse("2020-01-01T00:00:00Z"));
    private static final int AT_ONCE = 1000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Connection connection;
    private final PreparedStatement documents;
    private final PreparedStatement effects;
    private final PreparedStatement spans;
    private final PreparedStatement relations;
    private int waiting;
    private long lastDocument;
    private long lastEffect;

    BulkLoad(Connection connection) throws SQLException {
        this.connection = connection;
        try (var statement = connection.createStatement()) {
            statement.execute("set foreign_key_checks = 0, unique_checks = 0");
        }
        lastDocument = number("select coalesce(max(id), 0) from legal_document");
        lastEffect = number("select coalesce(max(id), 0) from effect");
        documents = connection.prepareStatement(
                "insert into legal_document (id, version, identity_key, issuer_id, issuer_name, level,"
                        + " type, number_written, number_key, number_serial, number_year, title, issued_on, field, normative, stub,"
                        + " effective_from, effective_until, confirmed_by, confirmed_at, published_by, published_at, created_at, changed_at)"
                        + " values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true, false, ?, ?, 1, ?, 1, ?, ?, ?)");
        effects = connection.prepareStatement(
                "insert into effect (id, kind, target_id, target_provision, target_label, from_date,"
                        + " cause_id, cause_label, quote, recorded_by, recorded_at, confirmed_by, confirmed_at, new_text)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, 1, ?, ?)");
        spans = connection.prepareStatement(
                "insert into validity_span (document_id, place, from_date, until_date, status,"
                        + " cause_effect_id) values (?, '', ?, ?, ?, ?)");
        relations = connection.prepareStatement(
                "insert into document_relation (kind, source_id, target_id, quote, confirmed_by,"
                        + " confirmed_at) values (?, ?, ?, ?, 1, ?)");
    }

    long documents() throws SQLException {
        return number("select count(*) from legal_document");
    }

    private long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** @param field subject of the register's field filter */
    record Facts(
            long issuerId,
            String issuer,
            String level,
            String type,
            String number,
            int serial,
            int year,
            String title,
            LocalDate issuedOn,
            @Nullable String field,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /** A document of which only the name is known, in force since 2020. */
    long document(String name) throws SQLException {
        var from = LocalDate.of(2020, 1, 1);
        long id = document(new Facts(0, "Bộ Tư pháp", "CENTRAL", "KHAC", "", 0, 2020, name, from, null, from, null));
        long effect = effect("COMMENCE", id, null, null, from, id, "Điều 1");
        span(id, FIRST_DAY, from, "NOT_YET", 0);
        span(id, from, LAST_DAY, "IN_FORCE", effect);
        return id;
    }

    long document(Facts facts) throws SQLException {
        long id = ++lastDocument;
        int i = 1;
        documents.setLong(i++, id);
        documents.setString(i++, "bench|" + id);
        if (facts.issuerId() == 0) documents.setObject(i++, null);
        else documents.setLong(i++, facts.issuerId());
        documents.setString(i++, facts.issuer());
        documents.setString(i++, facts.level());
        documents.setString(i++, facts.type());
        documents.setString(i++, facts.number());
        documents.setString(i++, facts.number());
        documents.setInt(i++, facts.serial());
        documents.setInt(i++, facts.year());
        documents.setString(i++, facts.title());
        documents.setDate(i++, Date.valueOf(facts.issuedOn()));
        documents.setString(i++, facts.field());
        documents.setDate(i++, facts.from() == null ? null : Date.valueOf(facts.from()));
        documents.setDate(i++, facts.until() == null ? null : Date.valueOf(facts.until()));
        for (int j = 0; j < 4; j++) documents.setTimestamp(i++, THEN);
        documents.addBatch();
        grown();
        return id;
    }

    /** @param newText of what is amended; null for ends */
    long effect(
            String kind,
            long target,
            @Nullable String provision,
            @Nullable String newText,
            LocalDate from,
            long cause,
            String causeLabel)
            throws SQLException {
        long id = ++lastEffect;
        effects.setLong(1, id);
        effects.setString(2, kind);
        effects.setLong(3, target);
        effects.setString(4, provision);
        effects.setString(5, provision == null ? null : "Điều " + provision.replace("art_", ""));
        effects.setDate(6, Date.valueOf(from));
        effects.setLong(7, cause);
        effects.setString(8, causeLabel);
        effects.setString(
                9, "Văn bản này có hiệu lực kể từ ngày ký; quy định trước đây trái với văn bản này bị bãi bỏ.");
        effects.setTimestamp(10, THEN);
        effects.setTimestamp(11, THEN);
        effects.setString(12, newText);
        effects.addBatch();
        grown();
        return id;
    }

    void span(long document, LocalDate from, LocalDate until, String status, long cause) throws SQLException {
        spans.setLong(1, document);
        spans.setDate(2, Date.valueOf(from));
        spans.setDate(3, Date.valueOf(until));
        spans.setString(4, status);
        if (cause == 0) spans.setObject(5, null);
        else spans.setLong(5, cause);
        spans.addBatch();
        grown();
    }

    void relation(String kind, long source, long target) throws SQLException {
        relations.setString(1, kind);
        relations.setLong(2, source);
        relations.setLong(3, target);
        relations.setString(4, "Căn cứ văn bản số " + target);
        relations.setTimestamp(5, THEN);
        relations.addBatch();
        grown();
    }

    void organisation(long id, String name, String level) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert ignore into organisation (id, version, name, kind, level, match_key,"
                        + " valid_from, valid_to) values (?, 0, ?, 'COMMITTEE', ?, ?, '1990-01-01', '9999-12-31')")) {
            insert.setLong(1, id);
            insert.setString(2, name);
            insert.setString(3, level);
            insert.setString(4, name);
            insert.executeUpdate();
        }
    }

    /** The text of a document, as if read from a file. */
    void text(long document, String text) throws IOException, SQLException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var hash = sha256(bytes, document);
        var content = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(content)) {
            deflated.write(JSON.writeValueAsBytes(ExtractedText.ofPlainText(text)));
        }
        update("insert ignore into stored_file (sha256, size, stored_at) values (?, ?, ?)", hash, bytes.length, THEN);
        update(
                "insert ignore into file_text (sha256, extractor_version, media_type, encoding, text_length, content, read_at)"
                        + " values (?, 1, 'text/plain', 'UNICODE', ?, ?, ?)",
                hash,
                text.length(),
                content.toByteArray(),
                THEN);
        update(
                "insert ignore into document_file (document_id, sha256, file_name, role, added_by, added_at)"
                        + " values (?, ?, 'van-ban.txt', 'ORIGINAL', 1, ?)",
                document,
                hash,
                THEN);
    }

    private void update(String sql, Object... values) throws SQLException {
        try (var update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) update.setObject(i + 1, values[i]);
            update.executeUpdate();
        }
    }

    /** Two documents may have the same words, and each its file. */
    private static String sha256(byte[] bytes, long document) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes);
            digest.update(Long.toString(document).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void grown() throws SQLException {
        if (++waiting >= 8 * AT_ONCE) flush();
    }

    private void flush() throws SQLException {
        for (var statement : List.of(documents, effects, spans, relations)) statement.executeBatch();
        connection.commit();
        waiting = 0;
    }

    /** Everything is in, and the database knows how its tables look. */
    void finish() throws SQLException {
        flush();
        for (var table : List.of("legal_document", "effect", "validity_span", "document_relation"))
            try (var analyse = connection.createStatement()) {
                analyse.execute("analyze table " + table);
            }
        connection.commit();
    }
}
