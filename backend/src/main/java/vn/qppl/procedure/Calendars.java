package vn.qppl.procedure;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.qppl.audit.Actor;
import vn.qppl.audit.Audit;
import vn.qppl.audit.Audit.Change;
import vn.qppl.audit.History;

/** The calendar of working days: the table that comes with the software, with what administrators corrected. */
@Service
public class Calendars {
    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    /** Who of several nodes did not make a correction knows of it so much later. */
    private static final Duration LONGEST_BEHIND = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Audit audit;
    private final History history;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final WorkingCalendar builtIn = new WorkingCalendar(DaysOff.builtIn());
    private final LoadingCache<String, WorkingCalendar> corrected;

    Calendars(JdbcClient jdbc, Audit audit, History history, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.history = history;
        this.events = events;
        this.clock = clock;
        this.corrected = Caffeine.newBuilder()
                .expireAfterWrite(LONGEST_BEHIND)
                .build(key -> builtIn.with(corrections(FIRST, LAST).stream()
                        .map(Correction::special)
                        .toList()));
    }

    /** @param reason why the table is wrong, or by which decision */
    record Correction(
            LocalDate day,
            long version,
            SpecialDay.Kind kind,
            String name,
            String reason,
            String changedBy,
            Instant changedAt) {
        SpecialDay special() {
            return new SpecialDay(day, kind, name, SpecialDay.Basis.CORRECTED, reason);
        }
    }

    public WorkingCalendar current() {
        return Objects.requireNonNull(corrected.get(""));
    }

    /** The day in Việt Nam. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    WorkingCalendar builtIn() {
        return builtIn;
    }

    List<Correction> corrections(LocalDate first, LocalDate last) {
        return jdbc.sql("""
                        select c.day, c.version, c.kind, c.name, c.reason, p.display_name, c.changed_at
                        from calendar_correction c join person p on p.id = c.changed_by
                        where c.day between ? and ? order by c.day""")
                .params(Date.valueOf(first), Date.valueOf(last))
                .query(Calendars::correction)
                .list();
    }

    /**
     * @param version of the correction that stands there; -1 where none does
     * @param name empty for an ordinary day
     */
    @Transactional
    public void correct(LocalDate day, long version, SpecialDay.Kind kind, String name, String reason) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) throw ProcedureProblem.DAY_OUT_OF_RANGE.asException();
        var standing = standing(day, version);
        long by = Actor.current().orElseThrow();
        var at = Timestamp.from(clock.instant());
        if (standing.isPresent())
            jdbc.sql(
                            "update calendar_correction set version = version + 1, kind = ?, name = ?, reason = ?, changed_by = ?,"
                                    + " changed_at = ? where day = ?")
                    .params(kind.name(), name, reason, by, at, Date.valueOf(day))
                    .update();
        else
            jdbc.sql("insert into calendar_correction (day, version, kind, name, reason, changed_by, changed_at)"
                            + " values (?, 0, ?, ?, ?, ?, ?)")
                    .params(Date.valueOf(day), kind.name(), name, reason, by, at)
                    .update();
        audit.record(
                object(day),
                "correct",
                List.of(
                        Change.of("kind", standing.map(Correction::kind).orElse(null), kind),
                        Change.of("name", standing.map(Correction::name).orElse(null), name),
                        Change.of("reason", standing.map(Correction::reason).orElse(null), reason)));
        forget();
        events.publishEvent(new CalendarCorrected(day));
    }

    /** Back to the table that comes with the software. */
    @Transactional
    public void revert(LocalDate day, long version, String reason) {
        var standing = standing(day, version).orElseThrow(ProcedureProblem.DAY_NOT_CORRECTED::asException);
        jdbc.sql("delete from calendar_correction where day = ?")
                .param(Date.valueOf(day))
                .update();
        audit.record(
                object(day),
                "revert",
                List.of(
                        Change.of("kind", standing.kind(), null),
                        Change.of("name", standing.name(), null),
                        Change.of("reason", standing.reason(), reason)));
        forget();
        events.publishEvent(new CalendarCorrected(day));
    }

    private Optional<Correction> standing(LocalDate day, long version) {
        jdbc.sql("select version from calendar_correction where day = ? for update")
                .param(Date.valueOf(day))
                .query(Long.class)
                .optional();
        var standing = corrections(day, day).stream().findFirst();
        long now = standing.map(Correction::version).orElse(-1L);
        if (now != version) throw ProcedureProblem.DAY_CHANGED.with(history.conflict(object(day), now));
        return standing;
    }

    private void forget() {
        corrected.invalidateAll();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                corrected.invalidateAll();
            }
        });
    }

    static String object(LocalDate day) {
        return "calendar:" + day;
    }

    private static Correction correction(ResultSet row, int n) throws SQLException {
        return new Correction(
                row.getDate("day").toLocalDate(),
                row.getLong("version"),
                SpecialDay.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("reason"),
                row.getString("display_name"),
                row.getTimestamp("changed_at").toInstant());
    }
}
