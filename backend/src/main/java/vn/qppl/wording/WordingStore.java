package vn.qppl.wording;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.qppl.consolidation.Timeline;
import vn.qppl.consolidation.Unapplied;

/** The table of provision versions. */
@Component
class WordingStore {
    /** Stand for "as issued" and "to this day"; both databases hold them. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1000, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Clock clock;

    WordingStore(JdbcTemplate jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Empty where nothing is stored, or something else than the fingerprint says. */
    Optional<Timeline> find(long documentId, String fingerprint) {
        var unapplied = jdbc.query(
                "select unapplied from wording where document_id = ? and fingerprint = ?",
                (row, n) -> row.getString(1),
                documentId,
                fingerprint);
        if (unapplied.isEmpty()) return Optional.empty();
        var pieces = jdbc.query(
                "select content from provision_version where document_id = ? order by position",
                (row, n) -> json.readValue(row.getString(1), Timeline.Piece.class),
                documentId);
        return Optional.of(
                new Timeline(pieces, json.readValue(unapplied.getFirst(), new TypeReference<List<Unapplied>>() {})));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void put(long documentId, String fingerprint, Timeline timeline) {
        // deleting where there is nothing would lock the gap that others insert into
        boolean written = has(documentId);
        jdbc.update(
                "insert into wording (document_id, fingerprint, composed_at, unapplied) values (?, ?, ?, ?)"
                        + " on duplicate key update fingerprint = values(fingerprint), composed_at = values(composed_at),"
                        + " unapplied = values(unapplied)",
                documentId,
                fingerprint,
                Timestamp.from(clock.instant()),
                json.writeValueAsString(timeline.unapplied()));
        if (written) jdbc.update("delete from provision_version where document_id = ?", documentId);
        var rows = new ArrayList<Object[]>();
        for (var piece : timeline.pieces()) {
            rows.add(new Object[] {
                documentId,
                rows.size(),
                piece.component(),
                piece.eId(),
                Date.valueOf(or(piece.from(), FIRST_DAY)),
                Date.valueOf(or(piece.to(), LAST_DAY)),
                json.writeValueAsString(piece)
            });
        }
        jdbc.batchUpdate(
                "insert into provision_version (document_id, position, component, e_id, from_date, until_date, content)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** @return whether there was one */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean remove(long documentId) {
        if (!has(documentId)) return false;
        jdbc.update("delete from provision_version where document_id = ?", documentId);
        return jdbc.update("delete from wording where document_id = ?", documentId) > 0;
    }

    private boolean has(long documentId) {
        return !jdbc.queryForList("select document_id from wording where document_id = ?", Long.class, documentId)
                .isEmpty();
    }

    private static LocalDate or(@Nullable LocalDate day, LocalDate otherwise) {
        return day == null ? otherwise : day;
    }
}
