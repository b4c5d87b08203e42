package vn.qppl.drafting;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.qppl.audit.Actor;
import vn.qppl.procedure.CaseEvent;

/** The tables of dated facts, and of what stops or lengthens a limit. */
@Component
class CaseFacts {
    private final JdbcClient jdbc;
    private final Clock clock;

    CaseFacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param recordedBy null: the machine */
    record Event(
            long id,
            long stepId,
            CaseEvent event,
            LocalDate on,
            @Nullable Long recordedBy,
            Instant recordedAt) {}

    /**
     * Either a pause ({@code from}) or an extension of one limit ({@code limit, extendedTo}).
     *
     * @param to first day counted again; null while it lasts
     */
    record Relief(
            long id,
            long stepId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String limit,
            @Nullable LocalDate extendedTo,
            String reason,
            @Nullable Long recordedBy) {}

    void record(long dossierId, long stepId, CaseEvent event, LocalDate on) {
        jdbc.sql("insert into case_event (dossier_id, step_id, event, on_day, recorded_by, recorded_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(values(
                        dossierId,
                        stepId,
                        event.name(),
                        Date.valueOf(on),
                        Actor.current().orElse(null),
                        now()))
                .update();
    }

    /** In the order they were recorded. */
    List<Event> events(long dossierId) {
        return jdbc.sql(
                        "select id, step_id, event, on_day, recorded_by, recorded_at from case_event where dossier_id = ?"
                                + " order by id limit 1000")
                .param(dossierId)
                .query(CaseFacts::event)
                .list();
    }

    void pause(long dossierId, long stepId, LocalDate from, String reason) {
        relieve(dossierId, stepId, from, null, null, reason);
    }

    void extend(long dossierId, long stepId, String limit, LocalDate to, String reason) {
        relieve(dossierId, stepId, null, limit, to, reason);
    }

    private void relieve(
            long dossierId,
            long stepId,
            @Nullable LocalDate from,
            @Nullable String limit,
            @Nullable LocalDate to,
            String reason) {
        jdbc.sql("insert into case_pause (dossier_id, step_id, from_day, limit_code, extended_to, reason, recorded_by,"
                        + " recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(values(
                        dossierId,
                        stepId,
                        from == null ? null : Date.valueOf(from),
                        limit,
                        to == null ? null : Date.valueOf(to),
                        reason,
                        Actor.current().orElse(null),
                        now()))
                .update();
    }

    /** @param to first day counted again; a pause that would end on the day it began counted nothing and is dropped as never begun */
    void resume(Relief pause, LocalDate to) {
        jdbc.sql("update case_pause set to_day = ?, ended_by = ?, ended_at = ? where id = ? and to_day is null")
                .params(values(Date.valueOf(to), Actor.current().orElse(null), now(), pause.id()))
                .update();
    }

    List<Relief> reliefs(long dossierId) {
        return jdbc.sql(
                        "select id, step_id, from_day, to_day, limit_code, extended_to, reason, recorded_by from case_pause"
                                + " where dossier_id = ? order by id limit 1000")
                .param(dossierId)
                .query(CaseFacts::relief)
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    static List<@Nullable Object> values(@Nullable Object... values) {
        return new ArrayList<@Nullable Object>(Arrays.asList(values));
    }

    static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        var day = row.getDate(column);
        return day == null ? null : day.toLocalDate();
    }

    static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static Event event(ResultSet row, int n) throws SQLException {
        return new Event(
                row.getLong("id"),
                row.getLong("step_id"),
                CaseEvent.valueOf(row.getString("event")),
                row.getDate("on_day").toLocalDate(),
                number(row, "recorded_by"),
                row.getTimestamp("recorded_at").toInstant());
    }

    private static Relief relief(ResultSet row, int n) throws SQLException {
        return new Relief(
                row.getLong("id"),
                row.getLong("step_id"),
                day(row, "from_day"),
                day(row, "to_day"),
                row.getString("limit_code"),
                day(row, "extended_to"),
                row.getString("reason"),
                number(row, "recorded_by"));
    }
}
