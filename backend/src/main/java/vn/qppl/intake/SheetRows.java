package vn.qppl.intake;

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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.qppl.document.DocumentFacts;
import vn.qppl.document.DocumentType;
import vn.qppl.document.IssuerLevel;
import vn.qppl.document.Register;
import vn.qppl.effect.Effects;
import vn.qppl.effect.NewEffect;
import vn.qppl.effect.RulesOfLaw;
import vn.qppl.intake.Sheets.Column;
import vn.qppl.intake.Sheets.RowState;
import vn.qppl.intake.Sheets.Sheet;
import vn.qppl.people.Organisation;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.sheet.ColumnField;
import vn.qppl.sheet.RowReader;
import vn.qppl.sheet.SheetTable;
import vn.qppl.web.DatabaseTrouble;

/**
 * Checks and enters the rows of a sheet, some hundred a transaction: what is done is seen while the rest is done, and a check or an
 * import that was cut off goes on behind the last row that was committed.
 */
@Component
class SheetRows {
    private static final Logger log = LoggerFactory.getLogger(SheetRows.class);
    private static final int ROWS_AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;
    private final Clock clock;
    private final Register register;
    private final Effects effects;
    private final OrganisationDirectory directory;
    private final TransactionTemplate transaction;

    SheetRows(
            JdbcClient jdbc,
            JdbcTemplate batches,
            JsonMapper json,
            Clock clock,
            Register register,
            Effects effects,
            OrganisationDirectory directory,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
        this.clock = clock;
        this.register = register;
        this.effects = effects;
        this.directory = directory;
        this.transaction = transaction;
    }

    /** Nothing where the rows are checked already. */
    void check(Sheet sheet, SheetTable table) {
        if (sheet.state() != Sheets.State.CHECKING) return;
        var mapping = mapping(sheet.columns());
        var issuer = sheet.defaultIssuerId() == null ? null : directory.get(sheet.defaultIssuerId());
        var checked = new HashSet<>(jdbc.sql("select row_no from sheet_row where sheet_id = ?")
                .param(sheet.id())
                .query(Integer.class)
                .list());
        var seen = new HashSet<String>();
        var rows = table.rows();
        for (int at = 0; at < rows.size(); at += ROWS_AT_ONCE) {
            var some = rows.subList(at, Math.min(rows.size(), at + ROWS_AT_ONCE));
            transaction.executeWithoutResult(status -> {
                var lines = new ArrayList<Line>();
                for (var row : some) {
                    var line = checked(sheet, row, mapping, issuer, seen);
                    if (!checked.contains(row.number())) lines.add(line);
                }
                batches.batchUpdate(
                        "insert into sheet_row (sheet_id, row_no, state, values_json, problems_json, document_id)"
                                + " values (?, ?, ?, ?, ?, ?)",
                        lines,
                        ROWS_AT_ONCE,
                        (statement, line) -> {
                            statement.setLong(1, sheet.id());
                            statement.setInt(2, line.row());
                            statement.setString(3, line.state().name());
                            statement.setString(4, line.values());
                            statement.setString(5, line.problems());
                            statement.setObject(6, line.documentId());
                        });
            });
        }
        jdbc.sql("update sheet set state = 'CHECKED', version = version + 1 where id = ? and state = 'CHECKING'")
                .param(sheet.id())
                .update();
    }

    private record Line(
            int row,
            RowState state,
            String values,
            @Nullable String problems,
            @Nullable Long documentId) {}

    private Line checked(
            Sheet sheet,
            SheetTable.Row row,
            Map<ColumnField, Integer> mapping,
            @Nullable Organisation issuer,
            HashSet<String> seen) {
        var values = RowReader.read(row, mapping);
        var problems = values.problems();
        boolean error = problems.stream().anyMatch(RowReader.RowProblem::error);
        var facts = error ? null : facts(values, issuer, sheet.defaultType());
        RowState state;
        Long documentId = null;
        if (facts == null) {
            state = RowState.ERROR;
        } else if (!seen.add(facts.identityKey())) {
            state = RowState.DUPLICATE;
        } else {
            var held = register.withIdentity(facts).filter(d -> !d.stub());
            documentId = held.map(d -> d.id()).orElse(null);
            state = held.isPresent() ? RowState.DUPLICATE : problems.isEmpty() ? RowState.OK : RowState.WARNING;
        }
        return new Line(
                row.number(),
                state,
                json.writeValueAsString(named(values)),
                problems.isEmpty() ? null : json.writeValueAsString(problems),
                documentId);
    }

    /** Enters the rows that are in order. */
    void enter(Sheet sheet, SheetTable table, long by, boolean publish) {
        var mapping = mapping(sheet.columns());
        var issuer = sheet.defaultIssuerId() == null ? null : directory.get(sheet.defaultIssuerId());
        var byNumber = new LinkedHashMap<Integer, SheetTable.Row>();
        for (var row : table.rows()) byNumber.put(row.number(), row);
        while (true) {
            var next = jdbc.sql("select row_no from sheet_row where sheet_id = ? and state in ('OK', 'WARNING')"
                            + " order by row_no limit ?")
                    .params(sheet.id(), ROWS_AT_ONCE)
                    .query(Integer.class)
                    .list();
            if (next.isEmpty()) break;
            try {
                transaction.executeWithoutResult(status -> {
                    for (int number : next)
                        importRow(
                                sheet.id(),
                                rowOf(byNumber, number, sheet.id()),
                                mapping,
                                issuer,
                                sheet.defaultType(),
                                by,
                                publish);
                });
            } catch (RuntimeException e) {
                if (DatabaseTrouble.passes(e)) throw e;
                log.warn("rows of sheet {} one by one, because one of them is refused", sheet.id(), e);
                for (int number : next)
                    importOrRefuse(
                            sheet.id(),
                            rowOf(byNumber, number, sheet.id()),
                            mapping,
                            issuer,
                            sheet.defaultType(),
                            by,
                            publish);
            }
        }
        jdbc.sql("update sheet set state = 'IMPORTED', version = version + 1 where id = ? and state <> 'IMPORTED'")
                .param(sheet.id())
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
}
