package vn.qppl.system;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole register as one JSON object a line, in one order, without ids, versions and times of recording: two installations that hold
 * the same have the same lines, however they came to it. Reads the tables themselves, as a dump does, at one moment; memory is eight
 * bytes a document and one piece of a list.
 */
@Component
class CanonicalExport {
    private static final int DOCUMENTS_AT_ONCE = 200;

    /** A body by its name and place: names alone recur between districts. */
    private static String body(String o) {
        return "concat(" + o + ".name, ' ', coalesce(" + o + ".place_code, ''))";
    }

    /** A document by what makes it this one, with the issuer's name in place of its id. */
    private static String key(String d, String o) {
        return "case when " + d + ".issuer_id is null then " + d + ".identity_key else concat(" + body(o)
                + ", substring(" + d + ".identity_key, locate('|', " + d + ".identity_key))) end";
    }

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final JsonMapper json;
    private final TransactionTemplate oneMoment;

    CanonicalExport(JdbcTemplate shared, JsonMapper json, PlatformTransactionManager transactions) {
        var source = java.util.Objects.requireNonNull(shared.getDataSource());
        this.jdbc = new JdbcTemplate(source);
        // the driver's sign for "row by row": without it a whole answer is held
        this.jdbc.setFetchSize(Integer.MIN_VALUE);
        this.named = new NamedParameterJdbcTemplate(source);
        this.json = json;
        this.oneMoment = new TransactionTemplate(transactions);
        this.oneMoment.setReadOnly(true);
    }

    /** @throws UncheckedIOException when {@code out} cannot be written */
    void write(OutputStream out) {
        oneMoment.executeWithoutResult(status -> {
            bodies(out);
            files(out);
            documents(out);
            intake(out);
            sheets(out);
        });
    }

    private void bodies(OutputStream out) {
        stream(out, "organisation", """
                select %s as name, o.kind, o.level, o.valid_from as validFrom, o.valid_to as validTo from organisation o
                where exists (select 1 from legal_document d where d.issuer_id = o.id) order by 1, 4, 2""".formatted(body("o")));
    }

    /** Every stored file with what came of reading it; the text itself by its hash. */
    private void files(OutputStream out) {
        jdbc.query("""
                select f.sha256, f.size, t.media_type as mediaType, t.encoding, t.problem, t.text_length as textLength,
                    t.extractor_version as extractorVersion, t.content
                from stored_file f left join file_text t on t.sha256 = f.sha256 order by f.sha256""", row -> {
            var fields = fields(row);
            var content = fields.remove("content");
            if (content instanceof byte[] bytes) fields.put("text", hashOfInflated(bytes));
            line(out, "file", fields);
        });
    }

    private void documents(OutputStream out) {
        var ids = new Ids();
        jdbc.query(
                "select d.id from legal_document d left join organisation o on o.id = d.issuer_id order by "
                        + key("d", "o"),
                row -> {
                    ids.add(row.getLong(1));
                });
        for (int from = 0; from < ids.count; from += DOCUMENTS_AT_ONCE) {
            documents(out, ids.slice(from, Math.min(ids.count, from + DOCUMENTS_AT_ONCE)));
        }
    }

    private void documents(OutputStream out, List<Long> ids) {
        var facts = new HashMap<Long, Map<String, Object>>();
        named.query("""
                select d.id as owner, %s as `key`, d.issuer_name as issuer, d.level, d.type, d.number_written as number, d.title,
                    d.issued_on as issuedOn, d.signer, d.capacity, d.place, d.field, d.normative, d.stub,
                    d.effective_from as effectiveFrom, d.effective_until as effectiveUntil, c.username as confirmedBy,
                    p.username as publishedBy, d.withdrawn_at is not null as withdrawn, d.withdrawn_reason as withdrawnReason
                from legal_document d left join organisation o on o.id = d.issuer_id
                    left join person c on c.id = d.confirmed_by left join person p on p.id = d.published_by
                where d.id in (:ids)""".formatted(key("d", "o")), new MapSqlParameterSource("ids", ids), row -> {
            var fields = fields(row);
            facts.put(owner(fields), fields);
        });
        var files = parts(ids, """
                select f.document_id as owner, f.sha256, f.file_name as fileName, f.role, a.username as addedBy
                from document_file f left join person a on a.id = f.added_by where f.document_id in (:ids)""");
        var relations = parts(ids, """
                select r.source_id as owner, r.kind, r.source_provision as sourceProvision, %s as target,
                    r.target_provision as targetProvision, r.quote, c.username as confirmedBy
                from document_relation r join legal_document d on d.id = r.target_id
                    left join organisation o on o.id = d.issuer_id left join person c on c.id = r.confirmed_by
                where r.source_id in (:ids)""".formatted(key("d", "o")));
        var effects = parts(ids, """
                select e.target_id as owner, e.kind, e.target_provision as provision, e.target_label as label, e.territory,
                    e.from_date as `from`, e.until_date as `until`, e.boundary, %s as cause, e.cause_label as causeLabel, e.rule,
                    e.quote, e.new_text as newText, e.old_words as oldWords, e.new_words as newWords,
                    e.position_label as position, %s as derivedFrom, r.username as recordedBy, c.username as confirmedBy,
                    t.username as retractedBy, e.retracted_why as retractedWhy
                from effect e left join legal_document d on d.id = e.cause_id left join organisation o on o.id = d.issuer_id
                    left join effect p on p.id = e.derived_from left join legal_document pd on pd.id = p.target_id
                    left join organisation po on po.id = pd.issuer_id left join person r on r.id = e.recorded_by
                    left join person c on c.id = e.confirmed_by left join person t on t.id = e.retracted_by
                where e.target_id in (:ids)""".formatted(key("d", "o"), key("pd", "po")));
        var spans = parts(ids, """
                select document_id as owner, place, from_date as `from`, until_date as `until`, status
                from validity_span where document_id in (:ids)""");
        for (var id : ids) {
            var document = facts.get(id);
            if (document == null) continue;
            put(document, "files", files.get(id));
            put(document, "relations", relations.get(id));
            put(document, "effects", effects.get(id));
            put(document, "validity", spans.get(id));
            line(out, "document", document);
        }
    }

    /** Rows of the documents in {@code ids}, by document, in the order of their own JSON. */
    private Map<Long, List<Map<String, Object>>> parts(List<Long> ids, String sql) {
        var parts = new HashMap<Long, List<Map<String, Object>>>();
        named.query(sql, new MapSqlParameterSource("ids", ids), row -> {
            var fields = fields(row);
            parts.computeIfAbsent(owner(fields), id -> new ArrayList<>()).add(fields);
        });
        for (var list : parts.values()) list.sort(java.util.Comparator.comparing(json::writeValueAsString));
        return parts;
    }

    private static void put(Map<String, Object> document, String name, @Nullable List<Map<String, Object>> parts) {
        if (parts != null) document.put(name, parts);
    }

    private void intake(OutputStream out) {
        stream(out, "batch", """
                select b.name, b.state, a.username as acceptAs, b.accept_effects as acceptEffects, b.publish, c.username as createdBy
                from intake_batch b left join person a on a.id = b.accept_as left join person c on c.id = b.created_by
                order by b.name, b.id""");
        stream(out, "item", """
                select b.name as batch, i.file_name as fileName, i.sha256, i.size, i.state, i.problem, i.number, i.type_name as type,
                    i.issuer_name as issuer, i.issued_on as issuedOn, i.title, i.certain, i.reader_version as readerVersion,
                    %s as document, s.sha256 as sheet, p.username as decidedBy, i.reason
                from intake_item i join intake_batch b on b.id = i.batch_id left join legal_document d on d.id = i.document_id
                    left join organisation o on o.id = d.issuer_id left join sheet s on s.id = i.sheet_id
                    left join person p on p.id = i.decided_by
                order by b.name, b.id, i.file_name, i.sha256""".formatted(key("d", "o")));
    }

    private void sheets(OutputStream out) {
        stream(out, "sheet", """
                select s.sha256, s.file_name as fileName, s.encoding, s.state, s.header_row as headerRow, s.columns_json as `columns`,
                    %s as defaultIssuer, s.default_type as defaultType, c.username as createdBy
                from sheet s left join organisation o on o.id = s.default_issuer_id left join person c on c.id = s.created_by
                order by s.sha256, s.id""".formatted(body("o")));
        stream(out, "row", """
                select s.sha256 as sheet, r.row_no as `row`, r.state, r.values_json as `values`, r.problems_json as problems,
                    %s as document
                from sheet_row r join sheet s on s.id = r.sheet_id left join legal_document d on d.id = r.document_id
                    left join organisation o on o.id = d.issuer_id
                order by s.sha256, s.id, r.row_no""".formatted(key("d", "o")));
    }

    private void stream(OutputStream out, String record, String sql) {
        jdbc.query(sql, row -> {
            line(out, record, fields(row));
        });
    }

    private void line(OutputStream out, String record, Map<String, Object> fields) {
        var line = new LinkedHashMap<String, Object>();
        line.put("record", record);
        line.putAll(fields);
        try {
            out.write(json.writeValueAsBytes(line));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long owner(Map<String, Object> fields) {
        if (fields.remove("owner") instanceof Number id) return id.longValue();
        throw new IllegalStateException("a row without its document");
    }

    /** By the names of the query, without those that are null; days as they are written in ISO. */
    private static Map<String, Object> fields(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        var fields = new LinkedHashMap<String, Object>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            var value = row.getObject(i);
            if (value == null) continue;
            fields.put(
                    columns.getColumnLabel(i),
                    value instanceof java.sql.Date day ? day.toLocalDate().toString() : value);
        }
        return fields;
    }

    private static String hashOfInflated(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var in =
                    new DigestInputStream(new InflaterInputStream(new java.io.ByteArrayInputStream(content)), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A growing list of plain longs. */
    private static final class Ids {
        private long[] values = new long[1024];
        private int count;

        void add(long id) {
            if (count == values.length) values = java.util.Arrays.copyOf(values, count * 2);
            values[count++] = id;
        }

        List<Long> slice(int from, int to) {
            return java.util.Arrays.stream(values, from, to).boxed().toList();
        }
    }
}
