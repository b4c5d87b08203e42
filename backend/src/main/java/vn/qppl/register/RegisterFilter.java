package vn.qppl.register;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.qppl.document.DocumentType;
import vn.qppl.document.IssuerLevel;
import vn.qppl.effect.StatusCode;
import vn.qppl.structure.DocumentNumber;

/**
 * What a list is narrowed to; null is no narrowing. All of it is SQL with parameters.
 *
 * @param documents that answer the words asked for, as {@link RegisterWords} found them; null where none were typed
 * @param status on {@code on}
 */
record RegisterFilter(
        @Nullable List<Long> documents,
        @Nullable String number,
        @Nullable DocumentType type,
        @Nullable Long issuerId,
        @Nullable IssuerLevel level,
        @Nullable Integer year,
        @Nullable String field,
        @Nullable StatusCode status,
        LocalDate on,
        @Nullable Boolean published,
        @Nullable Boolean normative) {

    /** Conditions on {@code d} (legal_document) and {@code s} (validity_span on the day, may be absent), with their values. */
    record Where(String sql, List<Object> values) {}

    Where where() {
        var sql = new StringBuilder("d.stub = false");
        var values = new ArrayList<Object>();
        if (documents != null) {
            sql.append(" and d.id in (")
                    .append(String.join(",", Collections.nCopies(Math.max(1, documents.size()), "?")))
                    .append(')');
            values.addAll(documents.isEmpty() ? List.of(0L) : documents);
        }
        if (number != null) {
            var parsed = DocumentNumber.parse(number);
            sql.append(parsed.isPresent() ? " and d.number_key = ?" : " and d.number_written like ?");
            values.add(parsed.map(DocumentNumber::key).orElse(number.replace("%", "\\%") + "%"));
        }
        if (type != null) {
            sql.append(" and d.type = ?");
            values.add(type.name());
        }
        if (issuerId != null) {
            sql.append(" and d.issuer_id = ?");
            values.add(issuerId);
        }
        if (level != null) {
            sql.append(" and d.level = ?");
            values.add(level.name());
        }
        if (year != null) {
            sql.append(" and d.number_year = ?");
            values.add(year);
        }
        if (field != null) {
            sql.append(" and d.field = ?");
            values.add(field);
        }
        if (status != null) {
            sql.append(status == StatusCode.UNKNOWN ? " and (s.status is null or s.status = ?)" : " and s.status = ?");
            values.add(status.name());
        }
        if (published != null) {
            sql.append(
                    published
                            ? " and d.published_at is not null and d.withdrawn_at is null"
                            : " and (d.published_at is null or d.withdrawn_at is not null)");
        }
        if (normative != null) {
            sql.append(" and d.normative = ?");
            values.add(normative);
        }
        return new Where(sql.toString(), values);
    }

    /** Whether more documents have the words than are looked at. */
    boolean cut() {
        return documents != null && documents.size() >= RegisterWords.MOST;
    }

    Date day() {
        return Date.valueOf(on);
    }
}
