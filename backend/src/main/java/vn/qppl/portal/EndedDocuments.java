package vn.qppl.portal;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.qppl.document.DocumentType;
import vn.qppl.effect.StatusCode;

/**
 * Published documents that lost effect in a year, wholly or in part, by day: what the yearly announcement lists (Luật 80/2015 Điều
 * 157, Luật 64/2025 Điều 63). A page is read off an index, whatever the register holds.
 */
@Component
class EndedDocuments {
    private static final String SELECT = """
            select d.id, d.number_written, d.type, d.title, d.issuer_name, s.from_date, e.cause_label, c.id, c.type,
                c.number_written, c.published_at is not null and c.withdrawn_at is null and c.stub = false
            from validity_span s
            join legal_document d on d.id = s.document_id
            left join effect e on e.id = s.cause_effect_id
            left join legal_document c on c.id = e.cause_id
            where s.place = '' and s.status = ? and s.from_date >= ? and s.from_date < ?
                and (s.from_date > ? or s.document_id > ?)
                and d.stub = false and d.published_at is not null and d.withdrawn_at is null
            order by s.from_date, s.document_id limit ?""";

    private final JdbcTemplate jdbc;

    EndedDocuments(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param from first day of the new status
     * @param cause document that ended it; null where a rule of law did, or nothing is known
     * @param causeUrl null where that document is not public
     * @param provision of the cause
     */
    record Ended(
            long id,
            String number,
            String type,
            String title,
            String issuer,
            String url,
            LocalDate from,
            @Nullable String cause,
            @Nullable String causeUrl,
            @Nullable String provision) {}

    /** @param next passed back as {@code after}; null at the end */
    record Page(
            int year,
            String status,
            List<Ended> items,
            @Nullable String next) {}

    /** @param partly those that lost effect in part; otherwise those that lost it wholly */
    Page in(Year year, boolean partly, int size, @Nullable String after) {
        var status = partly ? StatusCode.PARTLY_EXPIRED : StatusCode.EXPIRED;
        var start = Start.of(after, year);
        var rows = jdbc.query(
                SELECT,
                (row, n) -> ended(row),
                status.name(),
                Date.valueOf(start.day()),
                Date.valueOf(year.plusYears(1).atDay(1)),
                Date.valueOf(start.day()),
                start.id(),
                size + 1);
        boolean more = rows.size() > size;
        var items = new ArrayList<>(more ? rows.subList(0, size) : rows);
        return new Page(
                year.getValue(),
                status.code(),
                items,
                more ? items.getLast().from() + "." + items.getLast().id() : null);
    }

    /** Behind this document of this day. */
    private record Start(LocalDate day, long id) {
        static Start of(@Nullable String after, Year year) {
            var first = new Start(year.atDay(1), 0);
            if (after == null || after.isBlank()) return first;
            try {
                int dot = after.indexOf('.');
                var day = LocalDate.parse(after.substring(0, dot));
                // an address of another year begins this one at the top
                return day.getYear() == year.getValue()
                        ? new Start(day, Long.parseLong(after.substring(dot + 1)))
                        : first;
            } catch (java.time.DateTimeException | IndexOutOfBoundsException | NumberFormatException e) {
                return first;
            }
        }
    }

    private static Ended ended(ResultSet row) throws SQLException {
        long id = row.getLong(1);
        long cause = row.getLong(8);
        boolean caused = !row.wasNull() && cause != id;
        return new Ended(
                id,
                row.getString(2),
                DocumentType.valueOf(row.getString(3)).label(),
                row.getString(4),
                row.getString(5),
                PublicDocuments.url(id),
                row.getDate(6).toLocalDate(),
                caused ? DocumentType.valueOf(row.getString(9)).label() + " " + row.getString(10) : null,
                caused && row.getBoolean(11) ? PublicDocuments.url(cause) : null,
                row.getString(7));
    }
}
