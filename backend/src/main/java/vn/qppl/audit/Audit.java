package vn.qppl.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the history, in the transaction of the change itself. */
@Component
public class Audit {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Audit(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** One field's old and new value as text; null where there was or is none. */
    public record Change(
            String field, @Nullable String old, @Nullable String now) {
        public static Change of(String field, @Nullable Object old, @Nullable Object now) {
            return new Change(field, old == null ? null : old.toString(), now == null ? null : now.toString());
        }
    }

    /**
     * Records what the person of this request did; the machine where there is no request. Values that did not change are left out.
     *
     * @param object kind and id, {@code document:12}
     * @param action kebab-case verb, {@code confirm}
     */
    public void record(String object, String action, List<Change> changes) {
        record(object, action, changes, Actor.current().orElse(null));
    }

    /** In the name of a person who asked for it before, as in an import with {@code --accept-as}. */
    public void record(String object, String action, List<Change> changes, @Nullable Long actor) {
        var kept = new ArrayList<Change>();
        for (var change : changes) if (!Objects.equals(change.old(), change.now())) kept.add(change);
        jdbc.sql(
                        "insert into audit_entry (at, actor_id, action, object, changes_json, request_id) values (?, ?, ?, ?, ?, ?)")
                .param(Timestamp.from(clock.instant()))
                .param(actor)
                .param(action)
                .param(object)
                .param(json.writeValueAsString(kept))
                .param(Optional.ofNullable(MDC.get("requestId")).orElse(null))
                .update();
    }
}
