package vn.qppl.register;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
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
            sql.append(" and d.is_open = ?");
            values.add(published);
        }
        if (normative != null) {
            sql.append(" and d.normative = ?");
            values.add(normative);
        }
        return new Where(sql.toString(), values);
    }

    /** The same among these documents only. */
    RegisterFilter among(List<Long> some) {
        var both = documents == null
                ? some
                : some.stream().filter(Set.copyOf(documents)::contains).toList();
        return new RegisterFilter(both, number, type, issuerId, level, year, field, status, on, published, normative);
    }

    /** Whether more documents have the words than are looked at. */
    boolean cut() {
        return documents != null && documents.size() >= RegisterWords.MOST;
    }

    Date day() {
        return Date.valueOf(on);
    }
}
