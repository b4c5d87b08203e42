package vn.qppl.search;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.qppl.document.DocumentChanged;
import vn.qppl.effect.EffectsChanged;
import vn.qppl.queue.OncePerTransaction;
import vn.qppl.wording.WordingChanged;

/**
 * The documents whose index entries are out of date: a row each, written in the transaction of the change, taken away when both
 * indexes have it. Many changes of one document are one row, so a bulk import indexes each document once.
 */
@Component
class IndexRequests {
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final JdbcTemplate rows;
    private final Clock clock;
    private final OncePerTransaction<Long> asked = new OncePerTransaction<>(this::write);

    IndexRequests(JdbcClient jdbc, JdbcTemplate rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    record Request(long documentId, Instant requestedAt, int attempts) {}

    @EventListener
    void on(DocumentChanged changed) {
        request(changed.documentId());
    }

    @EventListener
    void on(EffectsChanged changed) {
        request(changed.documentId());
    }

    @EventListener
    void on(WordingChanged changed) {
        request(changed.documentId());
    }

    void request(long documentId) {
        asked.ask(documentId);
    }

    private void write(Collection<Long> documentIds) {
        var now = Timestamp.from(clock.instant());
        rows.batchUpdate(
                "insert into index_request (document_id, requested_at, attempts, next_at) values (?, ?, 0, ?)"
                        + " on duplicate key update requested_at = values(requested_at), attempts = 0, next_at = values(next_at)",
                // in one order, so that two transactions wait for each other and never both
                documentIds.stream()
                        .sorted()
                        .map(id -> new Object[] {id, now, now})
                        .toList());
    }

    List<Request> due(int most) {
        return jdbc.sql(
                        "select document_id, requested_at, attempts from index_request where next_at <= ? order by next_at limit ?")
                .params(Timestamp.from(clock.instant()), most)
                .query((row, n) ->
                        new Request(row.getLong(1), row.getTimestamp(2).toInstant(), row.getInt(3)))
                .list();
    }

    /** Takes the rows away, but for documents that changed again meanwhile. */
    void done(List<Request> requests) {
        if (requests.isEmpty()) return;
        rows.batchUpdate(
                "delete from index_request where document_id = ? and requested_at = ?",
                requests.stream()
                        .map(r -> new Object[] {r.documentId(), Timestamp.from(r.requestedAt())})
                        .toList());
    }

    void failed(Request request, String error) {
        var wait = Duration.ofSeconds(1L << Math.min(request.attempts(), 11));
        if (wait.compareTo(LONGEST_WAIT) > 0) wait = LONGEST_WAIT;
        jdbc.sql("update index_request set attempts = attempts + 1, next_at = ?, last_error = ? where document_id = ?")
                .params(
                        Timestamp.from(clock.instant().plus(wait)),
                        error.length() <= 500 ? error : error.substring(0, 500),
                        request.documentId())
                .update();
    }

    /** How far the indexes are behind. */
    record Lag(long waiting, long failing, long oldestSeconds) {}

    Lag lag() {
        return jdbc.sql("select count(*), coalesce(sum(attempts > 0), 0), min(requested_at) from index_request")
                .query((row, n) -> {
                    var oldest = row.getTimestamp(3);
                    return new Lag(
                            row.getLong(1),
                            row.getLong(2),
                            oldest == null
                                    ? 0
                                    : Math.max(
                                            0,
                                            Duration.between(oldest.toInstant(), clock.instant())
                                                    .toSeconds()));
                })
                .single();
    }
}
