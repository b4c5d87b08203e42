package vn.qppl.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.qppl.document.DocumentFacts;
import vn.qppl.document.DocumentType;
import vn.qppl.document.IssuerLevel;
import vn.qppl.document.LegalDocument;
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
    private static final int ROWS_AT_ONCE = 500;
    /** Fewer: what is entered holds locks until it is committed. */
    private static final int ROWS_ENTERED_AT_ONCE = 100;

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
        var defaults = defaults(sheet);
        var checked = new HashSet<>(jdbc.sql("select row_no from sheet_row where sheet_id = ?")
                .param(sheet.id())
                .query(Integer.class)
                .list());
        var seen = new HashSet<String>();
        var rows = table.rows();
        for (int at = 0; at < rows.size(); at += ROWS_AT_ONCE) {
            var some = rows.subList(at, Math.min(rows.size(), at + ROWS_AT_ONCE)).stream()
                    .map(row -> candidate(row.number(), RowReader.read(row, mapping), defaults))
                    .toList();
            transaction.executeWithoutResult(status -> {
                var held = held(some);
                var lines = new ArrayList<Line>();
                for (var row : some) {
                    var line = line(row, held, seen);
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

    /** @param facts null where a cell cannot be what it should be */
    private record Candidate(
            int number,
            RowReader.RowValues values,
            @Nullable DocumentFacts facts) {}

    private Candidate candidate(int number, RowReader.RowValues values, Defaults defaults) {
        boolean error = values.problems().stream().anyMatch(RowReader.RowProblem::error);
        return new Candidate(number, values, error ? null : facts(values, defaults));
    }

    /** What the register holds of these rows, asked for once for all of them. */
    private Map<String, LegalDocument> held(List<Candidate> rows) {
        return register.withIdentities(
                rows.stream().map(Candidate::facts).filter(Objects::nonNull).toList());
    }

    private Line line(Candidate row, Map<String, LegalDocument> held, HashSet<String> seen) {
        var problems = row.values().problems();
        var facts = row.facts();
        RowState state;
        Long documentId = null;
        if (facts == null) {
            state = RowState.ERROR;
        } else if (!seen.add(facts.identityKey())) {
            state = RowState.DUPLICATE;
        } else {
            var document = held.get(facts.identityKey());
            if (document != null && !document.stub()) documentId = document.id();
            state = documentId != null ? RowState.DUPLICATE : problems.isEmpty() ? RowState.OK : RowState.WARNING;
        }
        return new Line(
                row.number(),
                state,
                json.writeValueAsString(named(row.values())),
                problems.isEmpty() ? null : json.writeValueAsString(problems),
                documentId);
    }

    /**
     * Enters the rows that are in order, from what the check kept of them. Stops between two portions when the sheet is no longer being
     * entered.
     */
    void enter(Sheet sheet, long by, boolean publish) {
        var defaults = defaults(sheet);
        while (true) {
            if (stateOf(sheet.id()) != Sheets.State.IMPORTING) return;
            var next = next(sheet.id(), defaults);
            if (next.isEmpty()) break;
            try {
                transaction.executeWithoutResult(status -> {
                    var held = held(next);
                    for (var row : next) importRow(sheet.id(), row, held, by, publish);
                });
            } catch (RuntimeException e) {
                if (DatabaseTrouble.passes(e)) throw e;
                log.warn("rows of sheet {} one by one, because one of them is refused", sheet.id(), e);
                for (var row : next) importOrRefuse(sheet.id(), row, by, publish);
            }
        }
        jdbc.sql("update sheet set state = 'IMPORTED', version = version + 1 where id = ? and state = 'IMPORTING'")
                .param(sheet.id())
                .update();
    }

    private Sheets.State stateOf(long id) {
        return Sheets.State.valueOf(jdbc.sql("select state from sheet where id = ?")
                .param(id)
                .query(String.class)
                .single());
    }

    private List<Candidate> next(long id, Defaults defaults) {
        return jdbc
                .sql("select row_no, values_json from sheet_row where sheet_id = ? and state in ('OK', 'WARNING')"
                        + " order by row_no limit ?")
                .params(id, ROWS_ENTERED_AT_ONCE)
                .query((row, n) -> new Stored(row.getInt("row_no"), row.getString("values_json")))
                .list()
                .stream()
                .map(row -> candidate(row.number(), RowReader.read(cells(row.values())), defaults))
                .toList();
    }

    private record Stored(int number, String values) {}

    private Map<ColumnField, String> cells(String values) {
        return json.readValue(values, new TypeReference<EnumMap<ColumnField, String>>() {});
    }

    /** One row in its own transaction; what the register refuses is an error of that row and of no other. */
    private void importOrRefuse(long id, Candidate row, long by, boolean publish) {
        try {
            transaction.executeWithoutResult(status -> importRow(id, row, held(List.of(row)), by, publish));
        } catch (RuntimeException e) {
            if (DatabaseTrouble.passes(e)) throw e;
            log.warn("row {} of sheet {} is refused", row.number(), id, e);
            var refused = List.of(new RowReader.RowProblem(ColumnField.TITLE, RowReader.RowProblem.Code.REFUSED, ""));
            jdbc.sql("update sheet_row set state = 'ERROR', problems_json = ? where sheet_id = ? and row_no = ?")
                    .params(json.writeValueAsString(refused), id, row.number())
                    .update();
        }
    }

    private void importRow(long id, Candidate row, Map<String, LegalDocument> held, long by, boolean publish) {
        var values = row.values();
        var facts = row.facts();
        if (facts == null) throw new IllegalStateException("row " + row.number() + " of sheet " + id + " was in order");
        var known = held.get(facts.identityKey());
        if (known != null && !known.stub()) {
            settle(id, row.number(), RowState.DUPLICATE, known.id());
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

    /** What the sheet says for rows that do not say it themselves. */
    private record Defaults(
            @Nullable Organisation issuer, @Nullable DocumentType type) {}

    private Defaults defaults(Sheet sheet) {
        return new Defaults(
                sheet.defaultIssuerId() == null ? null : directory.get(sheet.defaultIssuerId()), sheet.defaultType());
    }

    private DocumentFacts facts(RowReader.RowValues values, Defaults defaults) {
        var number = values.number();
        var named = values.cell(ColumnField.TYPE);
        var type = defaults.type();
        var kind = !named.isBlank()
                ? DocumentType.named(named)
                : type != null ? type : number == null ? DocumentType.KHAC : DocumentType.ofSymbol(number);
        var issuerName = values.cell(ColumnField.ISSUER);
        var day = values.issuedOn() == null ? LocalDate.now(clock) : values.issuedOn();
        var matched = issuerName.isBlank() ? Optional.ofNullable(defaults.issuer()) : directory.match(issuerName, day);
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
