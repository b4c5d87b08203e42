package vn.qppl.intake;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.document.DocumentType;
import vn.qppl.queue.AfterCommit;
import vn.qppl.sheet.ColumnField;
import vn.qppl.sheet.RowReader;
import vn.qppl.sheet.SheetException;
import vn.qppl.sheet.SheetReader;
import vn.qppl.sheet.SheetTable;
import vn.qppl.web.ProblemException;

/** Registers kept in spreadsheets: columns recognised and re-mapped, every row checked before anything is entered, errors by row. */
@Service
class Sheets {
    /** A sheet of so few rows is checked while its sender waits; a longer one in the background. */
    private static final int CHECKED_AT_ONCE = 200;

    private static final int SAMPLES = 3;
    private static final String COLUMNS =
            "id, version, sha256, file_name, encoding, state, header_row, columns_json, default_issuer_id, default_type, created_by,"
                    + " row_count, import_by, import_publish";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final DocumentFiles files;
    private final SheetRows rows;
    private final AfterCommit afterCommit;
    private final TransactionTemplate transaction;

    Sheets(
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock,
            DocumentFiles files,
            SheetRows rows,
            AfterCommit afterCommit,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.files = files;
        this.rows = rows;
        this.afterCommit = afterCommit;
        this.transaction = transaction;
    }

    enum State {
        /** Rows are being checked. */
        CHECKING,
        /** Rows are checked; nothing is entered. */
        CHECKED,
        /** Rows that are in order are being entered. */
        IMPORTING,
        IMPORTED;

        boolean atWork() {
            return this == CHECKING || this == IMPORTING;
        }
    }

    enum RowState {
        OK,
        WARNING,
        ERROR,
        /** A document of the register, or an earlier row, has this identity. */
        DUPLICATE,
        IMPORTED
    }

    /** @param sample the column's cells in the first rows; null for a sheet received before samples were kept */
    record Column(
            int index,
            String header,
            @Nullable ColumnField field,
            @Nullable List<String> sample) {}

    record Sheet(
            long id,
            long version,
            String sha256,
            String fileName,
            @Nullable String encoding,
            State state,
            int headerRow,
            List<Column> columns,
            @Nullable Long defaultIssuerId,
            @Nullable DocumentType defaultType,
            long createdBy,
            @Nullable Integer rowCount,
            @Nullable Long importBy,
            boolean importPublish) {}

    record SheetRow(
            int row,
            RowState state,
            Map<String, String> values,
            List<RowReader.RowProblem> problems,
            @Nullable Long documentId) {}

    /** A received file that is a register: its rows are checked at once. Empty for any other file. */
    Optional<Long> recognise(IntakeItem item) {
        var path = files.path(item.sha256());
        try {
            if (!SheetReader.maybeSheet(path, item.fileName())) return Optional.empty();
            var table = SheetReader.read(path, item.fileName());
            long id = open(item.sha256(), item.fileName(), table, receiver(item.batchId()));
            rows.check(get(id), table);
            return Optional.of(id);
        } catch (SheetException | IOException e) {
            // not a register: the extractor reads it as any other file, and says what is wrong with it
            return Optional.empty();
        }
    }

    private long receiver(long batchId) {
        return jdbc.sql("select created_by from intake_batch where id = ?")
                .param(batchId)
                .query(Long.class)
                .single();
    }

    /** @throws ProblemException {@link IntakeProblem#NOT_A_SHEET} with the reason */
    Sheet receive(String sha256, String fileName, long by) {
        try {
            var table = SheetReader.read(files.path(sha256), fileName);
            long id = open(sha256, fileName, table, by);
            checkOrEnqueue(id, table);
            return get(id);
        } catch (SheetException e) {
            throw IntakeProblem.NOT_A_SHEET.with("reason", e.problem().name());
        }
    }

    private long open(String sha256, String fileName, SheetTable table, long by) {
        var known = jdbc.sql("select id from sheet where sha256 = ? order by id desc limit 1")
                .param(sha256)
                .query(Long.class)
                .optional();
        if (known.isPresent()) return known.get();
        var columns = new ArrayList<Column>();
        var taken = new HashSet<ColumnField>();
        for (int i = 0; i < table.headers().size(); i++) {
            var header = table.headers().get(i);
            var field = ColumnField.ofHeader(header).filter(taken::add).orElse(null);
            int column = i;
            var sample = table.rows().stream()
                    .limit(SAMPLES)
                    .map(r -> r.cell(column))
                    .toList();
            columns.add(new Column(i, header, field, sample));
        }
        var id = transaction.execute(status -> {
            var key = new GeneratedKeyHolder();
            jdbc.sql(
                            "insert into sheet (version, sha256, file_name, encoding, state, header_row, columns_json, row_count,"
                                    + " created_by, created_at) values (0, ?, ?, ?, 'CHECKING', ?, ?, ?, ?, ?)")
                    .params(
                            sha256,
                            fileName,
                            table.encoding(),
                            table.headerRow(),
                            json.writeValueAsString(columns),
                            table.rows().size(),
                            by,
                            Timestamp.from(clock.instant()))
                    .update(key, "id");
            var generated = key.getKey();
            if (generated == null) throw new IllegalStateException("the database gave no id");
            return generated.longValue();
        });
        if (id == null) throw new IllegalStateException("no transaction result");
        return id;
    }

    private void checkOrEnqueue(long id, SheetTable table) {
        if (get(id).state() != State.CHECKING) return;
        if (table.rows().size() <= CHECKED_AT_ONCE) rows.check(get(id), table);
        else afterCommit.enqueue(SheetWork.NAME, Long.toString(id));
    }

    /** Every row that is in order is entered, in the background, on this person's word. */
    void startImport(long id, long version, long by, boolean publish) {
        transaction.executeWithoutResult(status -> {
            int changed = jdbc.sql(
                            "update sheet set state = 'IMPORTING', import_by = ?, import_publish = ?, version = version + 1"
                                    + " where id = ? and version = ? and state in ('CHECKED', 'IMPORTED')")
                    .params(by, publish, id, version)
                    .update();
            if (changed == 0) throw IntakeProblem.CHANGED_MEANWHILE.with("currentVersion", get(id).version());
            afterCommit.enqueue(SheetWork.NAME, Long.toString(id));
        });
    }

    /** What is entered stays; the rest is as it was after the check, and can be entered later. Nothing where it is through already. */
    void stopImport(long id) {
        jdbc.sql("update sheet set state = 'CHECKED', version = version + 1 where id = ? and state = 'IMPORTING'")
                .param(id)
                .update();
    }

    /** The same at once, for one who waits in the background already. */
    void importAll(long id, long by, boolean publish) {
        var sheet = get(id);
        if (sheet.state() == State.CHECKING) rows.check(sheet, table(sheet));
        jdbc.sql("update sheet set state = 'IMPORTING', import_by = ?, import_publish = ?, version = version + 1"
                        + " where id = ? and state in ('CHECKED', 'IMPORTED')")
                .params(by, publish, id)
                .update();
        rows.enter(sheet, by, publish);
    }

    /** What a killed or queued check or import still has to do; nothing where it is done. */
    void goOn(long id) {
        var sheet = get(id);
        if (!sheet.state().atWork()) return;
        if (sheet.state() == State.CHECKING) rows.check(sheet, table(sheet));
        else if (sheet.importBy() != null) rows.enter(sheet, sheet.importBy(), sheet.importPublish());
    }

    private SheetTable table(Sheet sheet) {
        try {
            return SheetReader.read(files.path(sheet.sha256()), sheet.fileName());
        } catch (SheetException e) {
            throw IntakeProblem.NOT_A_SHEET.with("reason", e.problem().name());
        }
    }

    Sheet get(long id) {
        return jdbc.sql("select " + COLUMNS + " from sheet where id = ?")
                .param(id)
                .query(this::sheet)
                .optional()
                .orElseThrow(IntakeProblem.NO_SUCH_SHEET::asException);
    }

    List<Sheet> list(long before, int size) {
        return jdbc.sql("select " + COLUMNS + " from sheet where id < ? order by id desc limit ?")
                .params(before, size + 1)
                .query(this::sheet)
                .list();
    }

    Map<RowState, Long> counts(long id) {
        var counts = new EnumMap<RowState, Long>(RowState.class);
        for (var state : RowState.values()) counts.put(state, 0L);
        jdbc.sql("select state, count(*) from sheet_row where sheet_id = ? group by state")
                .param(id)
                .query((ResultSet row) -> {
                    counts.put(RowState.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    List<SheetRow> rows(long id, @Nullable RowState state, int after, int size) {
        return jdbc.sql(
                        "select row_no, state, values_json, problems_json, document_id from sheet_row where sheet_id = :sheet"
                                + " and row_no > :after" + (state == null ? "" : " and state = :state")
                                + " order by row_no limit :most")
                .param("sheet", id)
                .param("after", after)
                .param("most", size + 1)
                .param("state", state == null ? "" : state.name())
                .query(this::row)
                .list();
    }

    /** Another mapping: every row is checked anew. Rows already imported stay what they are. */
    void map(long id, long version, List<Column> columns, @Nullable Long issuerId, @Nullable DocumentType type) {
        var table = table(get(id));
        transaction.executeWithoutResult(status -> {
            int changed = jdbc.sql(
                            "update sheet set columns_json = ?, default_issuer_id = ?, default_type = ?, state = 'CHECKING',"
                                    + " version = version + 1 where id = ? and version = ? and state in ('CHECKED', 'IMPORTED')")
                    .params(java.util.Arrays.asList(
                            json.writeValueAsString(columns), issuerId, type == null ? null : type.name(), id, version))
                    .update();
            if (changed == 0) throw IntakeProblem.CHANGED_MEANWHILE.with("currentVersion", get(id).version());
            jdbc.sql("delete from sheet_row where sheet_id = ? and state <> 'IMPORTED'")
                    .param(id)
                    .update();
        });
        checkOrEnqueue(id, table);
    }

    private Sheet sheet(ResultSet row, int n) throws SQLException {
        long issuer = row.getLong("default_issuer_id");
        boolean none = row.wasNull();
        var type = row.getString("default_type");
        long importBy = row.getLong("import_by");
        boolean nobody = row.wasNull();
        int rowCount = row.getInt("row_count");
        var count = row.wasNull() ? null : Integer.valueOf(rowCount);
        return new Sheet(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("sha256"),
                row.getString("file_name"),
                row.getString("encoding"),
                State.valueOf(row.getString("state")),
                row.getInt("header_row"),
                json.readValue(row.getString("columns_json"), new TypeReference<List<Column>>() {}),
                none ? null : issuer,
                type == null ? null : DocumentType.valueOf(type),
                row.getLong("created_by"),
                count,
                nobody ? null : importBy,
                row.getBoolean("import_publish"));
    }

    private SheetRow row(ResultSet row, int n) throws SQLException {
        long document = row.getLong("document_id");
        boolean none = row.wasNull();
        var problems = row.getString("problems_json");
        return new SheetRow(
                row.getInt("row_no"),
                RowState.valueOf(row.getString("state")),
                json.readValue(row.getString("values_json"), new TypeReference<Map<String, String>>() {}),
                problems == null
                        ? List.of()
                        : json.readValue(problems, new TypeReference<List<RowReader.RowProblem>>() {}),
                none ? null : document);
    }
}
