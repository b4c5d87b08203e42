package vn.qppl.wording;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of words written by hand. */
@Component
class HandWordings {
    private static final String SELECT = "select id, document_id, effect_id, target_label, text, reason, confirmed_by,"
            + " confirmed_at, retracted_by, retracted_at, retracted_why from hand_wording ";

    private final JdbcClient jdbc;

    HandWordings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of a document, retracted ones too, in the order they were written. */
    List<HandWording> on(long documentId) {
        return jdbc.sql(SELECT + "where document_id = ? order by id limit 2000")
                .param(documentId)
                .query(HandWordings::wording)
                .list();
    }

    /** Those known at a time, by the effect whose words they are. */
    Map<Long, List<HandWording>> byEffect(Collection<Long> documentIds, Instant knownAt) {
        var found = new HashMap<Long, List<HandWording>>();
        if (documentIds.isEmpty()) return found;
        var marks = "?,".repeat(documentIds.size());
        jdbc
                .sql(SELECT + "where document_id in (" + marks.substring(0, marks.length() - 1) + ") order by id")
                .params(new ArrayList<Object>(documentIds))
                .query(HandWordings::wording)
                .list()
                .stream()
                .filter(w -> w.knownAt(knownAt))
                .forEach(w -> found.computeIfAbsent(w.effectId(), k -> new ArrayList<>())
                        .add(w));
        return found;
    }

    Optional<HandWording> find(long id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(HandWordings::wording)
                .optional();
    }

    private static HandWording wording(ResultSet row, int n) throws SQLException {
        var retractedAt = row.getTimestamp(10);
        return new HandWording(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                row.getTimestamp(8).toInstant(),
                row.getObject(9) == null ? null : row.getLong(9),
                retractedAt == null ? null : retractedAt.toInstant(),
                row.getString(11));
    }
}
