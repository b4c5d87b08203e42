package vn.qppl.intake;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.document.DocumentFacts;
import vn.qppl.document.DocumentType;
import vn.qppl.document.IssuerLevel;
import vn.qppl.document.Register;
import vn.qppl.effect.Effects;
import vn.qppl.effect.NewEffect;
import vn.qppl.effect.RulesOfLaw;
import vn.qppl.people.Organisation;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.sheet.ColumnField;
import vn.qppl.sheet.RowReader;
import vn.qppl.sheet.SheetException;
import vn.qppl.sheet.SheetReader;
import vn.qppl.sheet.SheetTable;
import vn.qppl.web.DatabaseTrouble;
import vn.qppl.web.ProblemException;

/** Registers kept in spreadsheets: columns recognised and re-mapped, every row checked before anything is entered, errors by row. */
@Service
class Sheets {
    private static final int ROWS_AT_ONCE = 200;

    private static final Logger log = LoggerFactory.getLogger(Sheets.class);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final DocumentFiles files;
    private final Register register;
    private final Effects effects;
    private final OrganisationDirectory directory;
    private final TransactionTemplate transaction;

    Sheets(
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock,
            DocumentFiles files,
            Register register,
            Effects effects,
            OrganisationDirectory directory,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.files = files;
        this.register = register;
        this.effects = effects;
        this.directory = directory;
        this.transaction = transaction;
    }

    enum State {
        /** Rows are checked; nothing is entered. */
        CHECKED,
        IMPORTED
    }

    enum RowState {
        OK,
        WARNING,
        ERROR,
        /** A document of the register, or an earlier row, has this identity. */
        DUPLICATE,
        IMPORTED
    }

    record Column(int index, String header, @Nullable ColumnField field) {}

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
            long createdBy) {}

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
            return Optional.of(open(item.sha256(), item.fileName(), table, receiver(item.batchId())));
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
            return get(open(sha256, fileName, table, by));
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
            columns.add(new Column(i, header, field));
        }
        var id = transaction.execute(status -> {
            var key = new GeneratedKeyHolder();
            jdbc.sql(
                            "insert into sheet (version, sha256, file_name, encoding, state, header_row, columns_json, created_by,"
                                    + " created_at) values (0, ?, ?, ?, 'CHECKED', ?, ?, ?, ?)")
                    .params(
                            sha256,
                            fileName,
                            table.encoding(),
                            table.headerRow(),
                            json.writeValueAsString(columns),
                            by,
                            Timestamp.from(clock.instant()))
                    .update(key, "id");
            var generated = key.getKey();
            if (generated == null) throw new IllegalStateException("the database gave no id");
            check(generated.longValue(), table, columns, null, null);
            return generated.longValue();
        });
        if (id == null) throw new IllegalStateException("no transaction result");
        return id;
    }

    Sheet get(long id) {
        return jdbc.sql(
                        "select id, version, sha256, file_name, encoding, state, header_row, columns_json, default_issuer_id,"
                                + " default_type, created_by from sheet where id = ?")
                .param(id)
                .query(this::sheet)
                .optional()
                .orElseThrow(IntakeProblem.NO_SUCH_SHEET::asException);
    }

    List<Sheet> list(long before, int size) {
        return jdbc.sql(
                        "select id, version, sha256, file_name, encoding, state, header_row, columns_json, default_issuer_id,"
                                + " default_type, created_by from sheet where id < ? order by id desc limit ?")
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

    /** The first rows' cells of each column, for the mapping page. */
    List<List<String>> samples(long id) {
        var sheet = get(id);
        try {
            var table = SheetReader.read(files.path(sheet.sha256()), sheet.fileName());
            var samples = new ArrayList<List<String>>();
            for (var column : sheet.columns()) {
                samples.add(table.rows().stream()
                        .limit(3)
                        .map(r -> r.cell(column.index()))
                        .toList());
            }
            return samples;
        } catch (SheetException e) {
            throw IntakeProblem.NOT_A_SHEET.with("reason", e.problem().name());
        }
    }

    /** Another mapping: every row is checked anew. Rows already imported stay what they are. */
    void map(long id, long version, List<Column> columns, @Nullable Long issuerId, @Nullable DocumentType type) {
        var sheet = get(id);
        SheetTable table;
        try {
            table = SheetReader.read(files.path(sheet.sha256()), sheet.fileName());
        } catch (SheetException e) {
            throw IntakeProblem.NOT_A_SHEET.with("reason", e.problem().name());
        }
        transaction.executeWithoutResult(status -> {
            int changed = jdbc.sql(
                            "update sheet set columns_json = ?, default_issuer_id = ?, default_type = ?, state = 'CHECKED',"
                                    + " version = version + 1 where id = ? and version = ?")
                    .params(java.util.Arrays.asList(
                            json.writeValueAsString(columns), issuerId, type == null ? null : type.name(), id, version))
                    .update();
            if (changed == 0) throw IntakeProblem.CHANGED_MEANWHILE.with("currentVersion", get(id).version());
            jdbc.sql("delete from sheet_row where sheet_id = ? and state <> 'IMPORTED'")
                    .param(id)
                    .update();
            check(id, table, columns, issuerId, type);
        });
    }

    private void check(
            long id, SheetTable table, List<Column> columns, @Nullable Long issuerId, @Nullable DocumentType type) {
        var mapping = mapping(columns);
        var issuer = issuerId == null ? null : directory.get(issuerId);
        var seen = new HashSet<String>();
        var imported = new HashSet<>(jdbc.sql("select row_no from sheet_row where sheet_id = ?")
                .param(id)
                .query(Integer.class)
                .list());
        for (var row : table.rows()) {
            if (imported.contains(row.number())) continue;
            var values = RowReader.read(row, mapping);
            var problems = values.problems();
            boolean error = problems.stream().anyMatch(RowReader.RowProblem::error);
            var facts = error ? null : facts(values, issuer, type);
            RowState state;
            Long documentId = null;
            if (error || facts == null) {
                state = RowState.ERROR;
            } else if (!seen.add(facts.identityKey())) {
                state = RowState.DUPLICATE;
            } else {
                var held = register.withIdentity(facts).filter(d -> !d.stub());
                documentId = held.map(d -> d.id()).orElse(null);
                state = held.isPresent() ? RowState.DUPLICATE : problems.isEmpty() ? RowState.OK : RowState.WARNING;
            }
            jdbc.sql("insert into sheet_row (sheet_id, row_no, state, values_json, problems_json, document_id)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(java.util.Arrays.asList(
                            id,
                            row.number(),
                            state.name(),
                            json.writeValueAsString(named(values)),
                            problems.isEmpty() ? null : json.writeValueAsString(problems),
                            documentId))
                    .update();
        }
    }

    /** Enters the rows that are in order, some hundred a transaction; a cut-off import goes on where it stopped. */
    void importAll(long id, long by, boolean publish) {
        var sheet = get(id);
        var mapping = mapping(sheet.columns());
        var issuer = sheet.defaultIssuerId() == null ? null : directory.get(sheet.defaultIssuerId());
        SheetTable table;
        try {
            table = SheetReader.read(files.path(sheet.sha256()), sheet.fileName());
        } catch (SheetException e) {
            throw IntakeProblem.NOT_A_SHEET.with("reason", e.problem().name());
        }
        var byNumber = new LinkedHashMap<Integer, SheetTable.Row>();
        for (var row : table.rows()) byNumber.put(row.number(), row);
        while (true) {
            var next = jdbc.sql("select row_no from sheet_row where sheet_id = ? and state in ('OK', 'WARNING')"
                            + " order by row_no limit ?")
                    .params(id, ROWS_AT_ONCE)
                    .query(Integer.class)
                    .list();
            if (next.isEmpty()) break;
            try {
                transaction.executeWithoutResult(status -> {
                    for (int number : next)
                        importRow(id, rowOf(byNumber, number, id), mapping, issuer, sheet.defaultType(), by, publish);
                });
            } catch (RuntimeException e) {
                if (DatabaseTrouble.passes(e)) throw e;
                log.warn("rows of sheet {} one by one, because one of them is refused", id, e);
                for (int number : next)
                    importOrRefuse(id, rowOf(byNumber, number, id), mapping, issuer, sheet.defaultType(), by, publish);
            }
        }
        jdbc.sql("update sheet set state = 'IMPORTED', version = version + 1 where id = ? and state <> 'IMPORTED'")
                .param(id)
                .update();
    }

    private static SheetTable.Row rowOf(Map<Integer, SheetTable.Row> rows, int number, long id) {
        var row = rows.get(number);
        if (row == null) throw new IllegalStateException("row " + number + " of sheet " + id + " is gone");
        return row;
    }

    /** One row in its own transaction; what the register refuses is an error of that row and of no other. */
    private void importOrRefuse(
            long id,
            SheetTable.Row row,
            Map<ColumnField, Integer> mapping,
            @Nullable Organisation issuer,
            @Nullable DocumentType type,
            long by,
            boolean publish) {
        try {
            transaction.executeWithoutResult(status -> importRow(id, row, mapping, issuer, type, by, publish));
        } catch (RuntimeException e) {
            if (DatabaseTrouble.passes(e)) throw e;
            log.warn("row {} of sheet {} is refused", row.number(), id, e);
            var refused = List.of(new RowReader.RowProblem(ColumnField.TITLE, RowReader.RowProblem.Code.REFUSED, ""));
            jdbc.sql("update sheet_row set state = 'ERROR', problems_json = ? where sheet_id = ? and row_no = ?")
                    .params(json.writeValueAsString(refused), id, row.number())
                    .update();
        }
    }

    private void importRow(
            long id,
            SheetTable.Row row,
            Map<ColumnField, Integer> mapping,
            @Nullable Organisation issuer,
            @Nullable DocumentType type,
            long by,
            boolean publish) {
        var values = RowReader.read(row, mapping);
        var facts = facts(values, issuer, type);
        var held = register.withIdentity(facts).filter(d -> !d.stub());
        if (held.isPresent()) {
            settle(id, row.number(), RowState.DUPLICATE, held.get().id());
            return;
        }
        var document = register.confirm(facts, by);
        var first = new ArrayList<NewEffect>();
        var quote = "Sổ theo dõi, dòng " + row.number() + ": ";
        if (values.effectiveFrom() != null) {
            first.add(Effects.commencement(
                    document.id(),
                    values.effectiveFrom(),
                    null,
                    quote + "có hiệu lực từ " + values.cell(ColumnField.EFFECTIVE_FROM)));
        }
        if (values.effectiveUntil() != null) {
            first.add(Effects.term(
                    document.id(),
                    values.effectiveUntil(),
                    null,
                    quote + "hết hiệu lực từ " + values.cell(ColumnField.EFFECTIVE_UNTIL)));
        }
        RulesOfLaw.endOfDistrictTexts(document).ifPresent(first::add);
        if (!first.isEmpty()) effects.record(document.id(), first, by);
        if (publish) register.publish(document.id(), register.get(document.id()).version(), by);
        settle(id, row.number(), RowState.IMPORTED, document.id());
    }

    private void settle(long id, int row, RowState state, long documentId) {
        jdbc.sql("update sheet_row set state = ?, document_id = ? where sheet_id = ? and row_no = ?")
                .params(state.name(), documentId, id, row)
                .update();
    }

    private DocumentFacts facts(
            RowReader.RowValues values, @Nullable Organisation issuer, @Nullable DocumentType type) {
        var number = values.number();
        var named = values.cell(ColumnField.TYPE);
        var kind = !named.isBlank()
                ? DocumentType.named(named)
                : type != null ? type : number == null ? DocumentType.KHAC : DocumentType.ofSymbol(number);
        var issuerName = values.cell(ColumnField.ISSUER);
        var day = values.issuedOn() == null ? LocalDate.now(clock) : values.issuedOn();
        var matched = issuerName.isBlank() ? Optional.ofNullable(issuer) : directory.match(issuerName, day);
        // a normative number carries its year (Luật 80/2015 Điều 10, Luật 64/2025 Điều 7)
        boolean normative = number != null && number.year() != null;
        return new DocumentFacts(
                number,
                kind,
                matched.map(Organisation::id).orElse(null),
                matched.map(Organisation::name).orElse(issuerName),
                matched.map(o -> IssuerLevel.valueOf(o.level().name())).orElse(Confirmation.levelOf(issuerName)),
                values.cell(ColumnField.TITLE),
                values.issuedOn(),
                blankToNull(values.cell(ColumnField.SIGNER)),
                null,
                null,
                null,
                normative);
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }

    private static Map<ColumnField, Integer> mapping(List<Column> columns) {
        var mapping = new EnumMap<ColumnField, Integer>(ColumnField.class);
        for (var column : columns) if (column.field() != null) mapping.putIfAbsent(column.field(), column.index());
        return mapping;
    }

    private static Map<String, String> named(RowReader.RowValues values) {
        var named = new LinkedHashMap<String, String>();
        values.cells().forEach((field, cell) -> named.put(field.name(), cell));
        return named;
    }

    private Sheet sheet(ResultSet row, int n) throws SQLException {
        long issuer = row.getLong("default_issuer_id");
        boolean none = row.wasNull();
        var type = row.getString("default_type");
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
                row.getLong("created_by"));
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
