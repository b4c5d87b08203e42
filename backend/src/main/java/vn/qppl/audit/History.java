package vn.qppl.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.qppl.audit.Audit.Change;

/** Reading what was recorded. */
@Component
public class History {
    private static final String COLUMNS =
            "e.id, e.at, e.actor_id, p.display_name, e.action, e.object, e.changes_json, e.request_id, e.seal is not null sealed";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    History(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param actor null: the machine itself */
    public record Entry(
            long id,
            Instant at,
            @Nullable Who actor,
            String action,
            String object,
            List<Change> changes,
            @Nullable String requestId,
            boolean sealed) {}

    public record Who(long id, String displayName) {}

    /**
     * Newest first.
     *
     * @param object null for everything
     * @param before only entries with a smaller id
     * @return up to one more than asked for
     */
    public List<Entry> list(@Nullable String object, long before, int most) {
        var where = object == null ? "e.id < ?" : "e.object = ? and e.id < ?";
        var query = jdbc.sql("select " + COLUMNS + " from audit_entry e left join person p on p.id = e.actor_id where "
                + where + " order by e.id desc limit " + (most + 1));
        if (object != null) query = query.param(object);
        return query.param(before).query(this::entry).list();
    }

    /** Members of a problem about a version that was overtaken: who changed the object last, and when. */
    public Map<String, Object> conflict(String object, long currentVersion) {
        var members = new LinkedHashMap<String, Object>();
        members.put("currentVersion", currentVersion);
        list(object, Long.MAX_VALUE, 0).stream().findFirst().ifPresent(last -> {
            if (last.actor() != null) members.put("changedBy", last.actor().displayName());
            members.put("changedAt", last.at().toString());
        });
        return members;
    }

    private Entry entry(ResultSet row, int n) throws SQLException {
        long actor = row.getLong("actor_id");
        boolean machine = row.wasNull();
        var name = row.getString("display_name");
        return new Entry(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                machine ? null : new Who(actor, name == null ? "" : name),
                row.getString("action"),
                row.getString("object"),
                json.readValue(row.getString("changes_json"), new TypeReference<List<Change>>() {}),
                row.getString("request_id"),
                row.getBoolean("sealed"));
    }
}
