package vn.qppl.register;

import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.qppl.document.DocumentType;
import vn.qppl.document.IssuerLevel;
import vn.qppl.effect.StatusCode;
import vn.qppl.web.Page;

/** Lists of the register, by keyset: a page costs the same however deep. */
@Component
class RegisterRows {
    private static final String COLUMNS =
            "d.id, d.version, d.number_written, d.type, d.title, d.issuer_id, d.issuer_name, d.level,"
                    + " d.issued_on, d.effective_from, d.effective_until, d.field, d.normative, d.published_at, d.withdrawn_at, s.status";

    private static final String FROM =
            " from legal_document d left join validity_span s on s.document_id = d.id and s.place = ''"
                    + " and s.from_date <= ? and s.until_date > ? where ";

    /** So few documents of a status are looked up one by one. */
    private static final int FEW = 2_000;

    private final JdbcTemplate jdbc;

    RegisterRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param status on {@code statusOn} */
    record Row(
            long id,
            long version,
            String number,
            DocumentType type,
            String typeLabel,
            String title,
            @Nullable Long issuerId,
            String issuer,
            IssuerLevel level,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveUntil,
            String status,
            String statusLabel,
            LocalDate statusOn,
            @Nullable String field,
            boolean normative,
            boolean published) {}

    private record Keyed(Row row, String key) {}

    Page<Row> page(RegisterFilter asked, RegisterOrder order, int size, @Nullable String after) {
        var filter = narrowed(asked);
        var where = filter.where();
        var values = values(filter, where);
        // the order's index decides the way through the table: of a status that many documents have, the page is soon
        // full
        var sql = "select straight_join " + COLUMNS + ", " + order.key() + " as sort_key" + FROM + where.sql();
        var start = Start.of(after);
        var key = start == null ? null : order.key(start.key());
        if (start != null && key != null) {
            sql += order.after();
            values.add(key);
            values.add(key);
            values.add(key);
            values.add(start.id());
        }
        values.add(size + 1);
        var rows = jdbc.query(
                sql + order.orderBy() + " limit ?",
                (row, n) -> new Keyed(row(row, filter.on()), row.getString("sort_key")),
                values.toArray());
        var page = Page.of(rows, size, k -> new Start(k.key(), k.row().id()).print());
        return new Page<>(page.items().stream().map(Keyed::row).toList(), page.next(), null);
    }

    /** Every row in the order, one at a time: for exports. */
    void each(RegisterFilter filter, RegisterOrder order, Consumer<Row> consumer) {
        String after = null;
        do {
            var page = page(filter, order, 1000, after);
            page.items().forEach(consumer);
            after = page.next();
        } while (after != null);
    }

    /** Counts to 10,000 and stops there: nobody reads further, and a count of everything grows with the register. */
    long count(RegisterFilter asked) {
        var filter = narrowed(asked);
        var where = filter.where();
        var found = filter.status() == null
                ? jdbc.queryForObject(
                        "select count(*) from (select 1 from legal_document d where " + where.sql()
                                + " limit 10001) counted",
                        Long.class,
                        where.values().toArray())
                : jdbc.queryForObject(
                        "select count(*) from (select 1" + FROM + where.sql() + " limit 10001) counted",
                        Long.class,
                        values(filter, where).toArray());
        return found == null ? 0 : found;
    }

    /** A status that few documents have on that day is looked for among those few. */
    private RegisterFilter narrowed(RegisterFilter filter) {
        var status = filter.status();
        if (status == null || status == StatusCode.UNKNOWN) return filter;
        var few = jdbc.query(
                "select document_id from validity_span where place = '' and status = ? and from_date <= ? and until_date > ?"
                        + " limit " + (FEW + 1),
                (row, n) -> row.getLong(1),
                status.name(),
                filter.day(),
                filter.day());
        return few.size() > FEW ? filter : filter.among(few);
    }

    private static ArrayList<Object> values(RegisterFilter filter, RegisterFilter.Where where) {
        var values = new ArrayList<Object>(List.of(filter.day(), filter.day()));
        values.addAll(where.values());
        return values;
    }

    private record Start(String key, long id) {
        static @Nullable Start of(@Nullable String after) {
            if (after == null || after.isBlank()) return null;
            try {
                var text = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
                int bar = text.lastIndexOf('|');
                return new Start(text.substring(0, bar), Long.parseLong(text.substring(bar + 1)));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                // an address somebody cut off: begin at the top
                return null;
            }
        }

        String print() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((key + "|" + id).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static @Nullable LocalDate date(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }

    private static Row row(ResultSet row, LocalDate on) throws SQLException {
        long issuer = row.getLong("issuer_id");
        boolean none = row.wasNull();
        var type = DocumentType.valueOf(row.getString("type"));
        var stored = row.getString("status");
        var status = stored == null ? StatusCode.UNKNOWN : StatusCode.valueOf(stored);
        return new Row(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("number_written"),
                type,
                type.label(),
                row.getString("title"),
                none ? null : issuer,
                row.getString("issuer_name"),
                IssuerLevel.valueOf(row.getString("level")),
                date(row.getDate("issued_on")),
                date(row.getDate("effective_from")),
                date(row.getDate("effective_until")),
                status.code(),
                status.labelOn(on),
                on,
                row.getString("field"),
                row.getBoolean("normative"),
                row.getTimestamp("published_at") != null && row.getTimestamp("withdrawn_at") == null);
    }
}
