package vn.qppl.intake;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table of received files, which is also the queue of what is to be read: rows are claimed, and a claim runs out. */
@Component
class IntakeItems {
    /** Longer than the longest a file may take to be read, OCR included. */
    private static final Duration CLAIM = Duration.ofMinutes(20);

    /**
     * A file during whose reading the application died this often is set aside: it would take the next one with it. More often than
     * a person ends an import by force.
     */
    static final int MAX_ATTEMPTS = 5;

    private static final String COLUMNS =
            "id, version, batch_id, sha256, file_name, size, state, problem, number, type_name,"
                    + " issuer_name, issued_on, title, certain, document_id, sheet_id, decided_by, decided_at, reason";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String node;

    IntakeItems(JdbcClient jdbc, Clock clock, @Value("${qppl.data}") Path data) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.node = node(data);
    }

    /** One process at a time has a data folder, so that host and folder name a node. */
    private static String node(Path data) {
        try {
            var name = InetAddress.getLocalHost().getHostName() + ":"
                    + data.toAbsolutePath().normalize();
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        } catch (UnknownHostException e) {
            return UUID.nameUUIDFromBytes(
                            data.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8))
                    .toString();
        }
    }

    /** Adds a file, or nothing when the batch has the same bytes under the same name. */
    boolean add(long batchId, String sha256, String fileName, long size) {
        return jdbc.sql(
                                "insert ignore into intake_item (version, batch_id, sha256, file_name, size, state, attempts, certain,"
                                        + " reader_version, created_at) values (0, ?, ?, ?, ?, 'WAITING', 0, false, 0, ?)")
                        .params(batchId, sha256, fileName, size, Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** A file that cannot even be queued, a damaged archive: listed with its reason. */
    void addFailed(long batchId, String sha256, String fileName, long size, String problem) {
        jdbc.sql(
                        "insert ignore into intake_item (version, batch_id, sha256, file_name, size, state, problem, attempts, certain,"
                                + " reader_version, created_at) values (0, ?, ?, ?, ?, 'FAILED', ?, 1, false, 0, ?)")
                .params(batchId, sha256, fileName, size, problem, Timestamp.from(clock.instant()))
                .update();
    }

    Optional<IntakeItem> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from intake_item where id = ?")
                .param(id)
                .query(IntakeItems::item)
                .optional();
    }

    /** An earlier file with the same bytes that was not set aside or failed; null when this is the first. */
    Optional<IntakeItem> earlier(IntakeItem item) {
        return jdbc.sql("select " + COLUMNS + " from intake_item where sha256 = ? and id < ?"
                        + " and state not in ('SKIPPED', 'DUPLICATE') order by id limit 1")
                .params(item.sha256(), item.id())
                .query(IntakeItems::item)
                .optional();
    }

    /** Takes up to {@code most} files to read, oldest first, of batches that are running. */
    @Transactional
    List<IntakeItem> claim(int most) {
        var now = clock.instant();
        var ids = jdbc.sql("select i.id from intake_item i join intake_batch b on b.id = i.batch_id"
                        + " where b.state = 'RUNNING' and (i.state = 'WAITING' or (i.state = 'READING' and i.claimed_until < ?))"
                        + " order by i.id limit ? for update skip locked")
                .params(Timestamp.from(now), most)
                .query(Long.class)
                .list();
        if (ids.isEmpty()) return List.of();
        jdbc.sql("update intake_item set state = 'READING', claimed_until = :until, claimed_by = :node,"
                        + " version = version + 1 where id in (:ids)")
                .param("node", node)
                .param("until", Timestamp.from(now.plus(CLAIM)))
                .param("ids", ids)
                .update();
        return jdbc.sql("select " + COLUMNS + " from intake_item where id in (:ids) order by id")
                .param("ids", ids)
                .query(IntakeItems::item)
                .list();
    }

    /** Reading of a claimed file begins now. @return how often it has begun, this time included */
    int begin(long id) {
        jdbc.sql("update intake_item set attempts = attempts + 1 where id = ?")
                .param(id)
                .update();
        return jdbc.sql("select attempts from intake_item where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    /** What this installation had claimed when it was killed goes back to the queue. Call when no worker runs yet. */
    void releaseClaims() {
        jdbc.sql("update intake_item set state = 'WAITING', version = version + 1 where state = 'READING'"
                        + " and claimed_by = ?")
                .param(node)
                .update();
    }

    /** A worker that stops gives back what it has not read. */
    void release(long id, boolean begun) {
        jdbc.sql("update intake_item set state = 'WAITING', attempts = attempts - ?, version = version + 1"
                        + " where id = ? and state = 'READING'")
                .params(begun ? 1 : 0, id)
                .update();
    }

    void read(long id, Summary summary, int readerVersion) {
        jdbc.sql("update intake_item set state = 'READ', problem = null, number = ?, type_name = ?, issuer_name = ?,"
                        + " issued_on = ?, title = ?, certain = ?, reader_version = ?, version = version + 1"
                        + " where id = ? and state = 'READING'")
                .params(Arrays.asList(
                        summary.number(),
                        summary.typeName(),
                        summary.issuerName(),
                        summary.issuedOn() == null ? null : Date.valueOf(summary.issuedOn()),
                        summary.title(),
                        summary.certain(),
                        readerVersion,
                        id))
                .update();
    }

    void readAsSheet(long id, long sheetId) {
        jdbc.sql("update intake_item set state = 'READ', problem = null, sheet_id = ?, version = version + 1"
                        + " where id = ? and state = 'READING'")
                .params(sheetId, id)
                .update();
    }

    void failed(long id, String problem) {
        jdbc.sql("update intake_item set state = 'FAILED', problem = ?, version = version + 1"
                        + " where id = ? and state = 'READING'")
                .params(problem, id)
                .update();
    }

    void duplicate(long id, @Nullable Long documentId) {
        jdbc.sql("update intake_item set state = 'DUPLICATE', document_id = ?, version = version + 1"
                        + " where id = ? and state = 'READING'")
                .params(Arrays.asList(documentId, id))
                .update();
    }

    /** Copies in a batch whose first became a document just when they were found to be copies. */
    void settleCopies(long batchId) {
        jdbc.sql(
                        "update intake_item i set i.document_id = (select f.document_id from document_file f"
                                + " where f.sha256 = i.sha256 order by f.id limit 1) where i.batch_id = ? and i.state = 'DUPLICATE' and i.document_id is null")
                .param(batchId)
                .update();
    }

    /** Files found to be copies before anyone knew what the first becomes. */
    void copiesBecame(String sha256, long documentId) {
        jdbc.sql(
                        "update intake_item set document_id = ? where sha256 = ? and state = 'DUPLICATE' and document_id is null")
                .params(documentId, sha256)
                .update();
    }

    /** Why an item was left when the certain ones were accepted. */
    void left(long id, String problem) {
        jdbc.sql("update intake_item set problem = ?, version = version + 1 where id = ? and state = 'READ'")
                .params(problem, id)
                .update();
    }

    /** @return false when somebody else decided meanwhile, or the item is not at that version */
    boolean decide(
            long id,
            long version,
            ItemState from,
            ItemState to,
            @Nullable Long documentId,
            long by,
            @Nullable String reason) {
        return jdbc.sql("update intake_item set state = ?, document_id = ?, decided_by = ?, decided_at = ?, reason = ?,"
                                + " problem = null, version = version + 1 where id = ? and version = ? and state = ?")
                        .params(Arrays.asList(
                                to.name(),
                                documentId,
                                by,
                                Timestamp.from(clock.instant()),
                                reason,
                                id,
                                version,
                                from.name()))
                        .update()
                == 1;
    }

    /** Back to the queue: a failed file after OCR was installed, say. */
    boolean readAgain(long id, long version) {
        return jdbc.sql("update intake_item set state = 'WAITING', problem = null, attempts = 0, version = version + 1"
                                + " where id = ? and version = ? and state = 'FAILED'")
                        .params(id, version)
                        .update()
                == 1;
    }

    record Filter(
            @Nullable Long batchId,
            @Nullable ItemState state,
            @Nullable String text) {}

    /** By id, after {@code after}; {@code size + 1} rows at most, so that the caller sees whether more follow. */
    List<IntakeItem> list(Filter filter, long after, int size) {
        var sql = new StringBuilder("select " + COLUMNS + " from intake_item where id > :after");
        if (filter.batchId() != null) sql.append(" and batch_id = :batch");
        if (filter.state() != null) sql.append(" and state = :state");
        if (filter.text() != null) sql.append(" and (file_name like :text or number like :text or title like :text)");
        var query =
                jdbc.sql(sql + " order by id limit :most").param("after", after).param("most", size + 1);
        if (filter.batchId() != null) query = query.param("batch", filter.batchId());
        if (filter.state() != null) query = query.param("state", filter.state().name());
        if (filter.text() != null) {
            query = query.param("text", "%" + filter.text().replace("%", "\\%").replace("_", "\\_") + "%");
        }
        return query.query(IntakeItems::item).list();
    }

    /** The next item after this one that waits for a decision, in the batch. */
    Optional<Long> neighbour(IntakeItem item, boolean next) {
        return jdbc.sql("select id from intake_item where batch_id = ? and state = 'READ' and sheet_id is null and id "
                        + (next ? "> ? order by id" : "< ? order by id desc") + " limit 1")
                .params(item.batchId(), item.id())
                .query(Long.class)
                .optional();
    }

    Map<ItemState, Long> counts(long batchId) {
        var counts = new EnumMap<ItemState, Long>(ItemState.class);
        for (var state : ItemState.values()) counts.put(state, 0L);
        jdbc.sql("select state, count(*) from intake_item where batch_id = ? group by state")
                .param(batchId)
                .query((ResultSet row) -> {
                    counts.put(ItemState.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    Map<ItemState, Long> countsOfAll() {
        var counts = new EnumMap<ItemState, Long>(ItemState.class);
        jdbc.sql("select state, count(*) from intake_item group by state").query((ResultSet row) -> {
            counts.put(ItemState.valueOf(row.getString(1)), row.getLong(2));
        });
        return counts;
    }

    /** Read with certainty and waiting for a person. */
    long certainWaiting() {
        return jdbc.sql("select count(*) from intake_item where state = 'READ' and certain")
                .query(Long.class)
                .single();
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static IntakeItem item(ResultSet row, int n) throws SQLException {
        var issuedOn = row.getDate("issued_on");
        return new IntakeItem(
                row.getLong("id"),
                row.getLong("version"),
                row.getLong("batch_id"),
                row.getString("sha256"),
                row.getString("file_name"),
                row.getLong("size"),
                ItemState.valueOf(row.getString("state")),
                row.getString("problem"),
                row.getString("number"),
                row.getString("type_name"),
                row.getString("issuer_name"),
                issuedOn == null ? null : issuedOn.toLocalDate(),
                row.getString("title"),
                row.getBoolean("certain"),
                number(row, "document_id"),
                number(row, "sheet_id"),
                number(row, "decided_by"),
                instant(row.getTimestamp("decided_at")),
                row.getString("reason"));
    }
}
