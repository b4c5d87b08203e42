package vn.qppl.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.qppl.reading.Duty;

/** Duties in the database. */
@Component
class DutyRows {
    private static final int LONGEST_QUOTE = 2000;

    private final JdbcClient jdbc;
    private final Clock clock;

    DutyRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    enum State {
        FOUND("Chờ xác nhận"),
        CONFIRMED("Chưa ban hành"),
        FULFILLED("Đã ban hành"),
        REJECTED("Không phải nhiệm vụ ban hành");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /**
     * @param documentId the higher law
     * @param place of the clause, in words
     * @param present false where its text, read again, no longer has the clause
     * @param reason of the rejection
     * @param fulfilledBy the document that makes the rules, with the provision that does
     */
    record Row(
            long id,
            long version,
            long documentId,
            @Nullable String address,
            String place,
            Duty.Body body,
            String quote,
            boolean present,
            State state,
            @Nullable String reason,
            @Nullable Long decidedBy,
            @Nullable Instant decidedAt,
            @Nullable Long unitId,
            @Nullable LocalDate dueOn,
            @Nullable Long fulfilledBy,
            @Nullable String fulfilledProvision) {}

    /** A clause as read. */
    record Clause(@Nullable String address, String place, Duty.Body body, String quote) {}

    /** What a text gives takes the place of what was read before; what persons decided stays. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void keep(long documentId, List<Clause> clauses) {
        jdbc.sql("update duty set present = false where document_id = ?")
                .param(documentId)
                .update();
        for (var clause : clauses) {
            var quote = MentionFinder.cut(clause.quote(), LONGEST_QUOTE);
            jdbc.sql(
                            "insert into duty (version, document_id, clause_key, address, place, body, quote, found_at, present)"
                                    + " values (0, ?, ?, ?, ?, ?, ?, ?, true) on duplicate key update address = values(address),"
                                    + " place = values(place), present = true")
                    .params(values(
                            documentId,
                            hash(clause.place() + "|" + quote),
                            clause.address(),
                            clause.place(),
                            clause.body().name(),
                            quote,
                            Timestamp.from(clock.instant())))
                    .update();
        }
        jdbc.sql("delete from duty where document_id = ? and present = false and decision is null")
                .param(documentId)
                .update();
    }

    /** Newest first; one more than asked for. */
    List<Row> list(@Nullable State state, @Nullable Long documentId, @Nullable Long unitId, long before, int most) {
        var where = new ArrayList<String>(List.of("id < ?"));
        var values = new ArrayList<@Nullable Object>(List.of(before));
        if (state != null) {
            where.add("state = ?");
            values.add(state.name());
        }
        if (documentId != null) {
            where.add("document_id = ?");
            values.add(documentId);
        }
        if (unitId != null) {
            where.add("unit_id = ?");
            values.add(unitId);
        }
        return jdbc.sql("select * from duty where " + String.join(" and ", where) + " order by id desc limit "
                        + (most + 1))
                .params(values)
                .query(DutyRows::row)
                .list();
    }

    Optional<Row> find(long id) {
        return jdbc.sql("select * from duty where id = ?")
                .param(id)
                .query(DutyRows::row)
                .optional();
    }

    Optional<Row> lock(long id) {
        return jdbc.sql("select * from duty where id = ? for update")
                .param(id)
                .query(DutyRows::row)
                .optional();
    }

    /** @return false where somebody was faster */
    boolean decide(
            long id,
            long seen,
            String decision,
            @Nullable String reason,
            @Nullable Long unitId,
            @Nullable LocalDate dueOn,
            long by) {
        return jdbc.sql(
                                "update duty set decision = ?, reason = ?, unit_id = ?, due_on = ?, decided_by = ?, decided_at = ?,"
                                        + " version = version + 1 where id = ? and version = ?")
                        .params(values(
                                decision,
                                reason,
                                unitId,
                                dueOn == null ? null : Date.valueOf(dueOn),
                                by,
                                Timestamp.from(clock.instant()),
                                id,
                                seen))
                        .update()
                == 1;
    }

    boolean fulfil(long id, long seen, @Nullable Long documentId, @Nullable String provision) {
        return jdbc.sql(
                                "update duty set fulfilled_by = ?, fulfilled_provision = ?, fulfilled_at = ?, version = version + 1"
                                        + " where id = ? and version = ?")
                        .params(values(
                                documentId,
                                provision,
                                documentId == null ? null : Timestamp.from(clock.instant()),
                                id,
                                seen))
                        .update()
                == 1;
    }

    private static List<@Nullable Object> values(@Nullable Object... values) {
        var list = new ArrayList<@Nullable Object>();
        for (var value : values) list.add(value);
        return list;
    }

    private static String hash(String words) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        var at = row.getTimestamp("decided_at");
        var due = row.getDate("due_on");
        return new Row(
                row.getLong("id"),
                row.getLong("version"),
                row.getLong("document_id"),
                row.getString("address"),
                Objects.requireNonNull(row.getString("place")),
                Duty.Body.valueOf(row.getString("body")),
                row.getString("quote"),
                row.getBoolean("present"),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                (Long) row.getObject("decided_by"),
                at == null ? null : at.toInstant(),
                (Long) row.getObject("unit_id"),
                due == null ? null : due.toLocalDate(),
                (Long) row.getObject("fulfilled_by"),
                row.getString("fulfilled_provision"));
    }
}
