package vn.qppl.review;

import java.nio.file.Path;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.qppl.audit.Audit;
import vn.qppl.document.LegalDocument;
import vn.qppl.document.Register;
import vn.qppl.reading.ListedDocument;
import vn.qppl.reading.ReviewListReader;
import vn.qppl.reading.ReviewListRow;
import vn.qppl.sheet.ColumnField;
import vn.qppl.sheet.SheetException;
import vn.qppl.sheet.SheetReader;
import vn.qppl.sheet.SheetTable;
import vn.qppl.structure.DocumentNumber;

/** Review lists of other offices: read row by row, and reconciled with the register so that every row is accounted for. */
@Service
class ReviewLists {
    private static final int MOST_ROWS = 20_000;

    private final Register register;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Audit audit;
    private final Clock clock;

    ReviewLists(Register register, JdbcClient jdbc, JsonMapper json, Audit audit, Clock clock) {
        this.register = register;
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param counts of rows by placement; they add up to {@code rows} */
    record ReviewList(
            long id,
            String name,
            int rows,
            long importedBy,
            Instant importedAt,
            Instant reconciledAt,
            Map<Placement, Integer> counts) {}

    record ReviewListedRow(
            int row,
            String name,
            String agency,
            String handling,
            String result,
            @Nullable String type,
            @Nullable String number,
            @Nullable String issuer,
            @Nullable LocalDate issuedOn,
            @Nullable Integer year,
            List<ReviewListRow.Pair> pairs,
            Placement placement,
            @Nullable Long documentId,
            @Nullable String note) {}

    /** The columns of a list, wherever they stand. */
    private record Columns(int name, int agency, int handling, int result) {
        static Columns of(SheetTable table) {
            int name = -1;
            int agency = -1;
            int handling = -1;
            int result = -1;
            for (int i = 0; i < table.headers().size(); i++) {
                var header = table.headers().get(i).toLowerCase(Locale.ROOT);
                if (header.contains("kết quả")) result = i;
                else if (header.contains("xử lý") || header.contains("kiến nghị"))
                    handling = handling < 0 ? i : handling;
                else if (header.contains("soạn thảo") || header.contains("chủ trì")) agency = i;
                else if (ColumnField.ofHeader(header)
                                .filter(f -> f == ColumnField.TITLE)
                                .isPresent()
                        && name < 0) name = i;
            }
            return new Columns(name, agency, handling, result);
        }
    }

    /**
     * Reads a list and reconciles it.
     *
     * @throws SheetException where the file is no table
     * @throws vn.qppl.web.ProblemException {@link ReviewProblem#NO_NAME_COLUMN}, {@link ReviewProblem#LIST_TOO_LONG}
     */
    @Transactional(rollbackFor = SheetException.class)
    public long receive(Path file, String fileName, long by) throws SheetException {
        var table = SheetReader.read(file, fileName);
        var columns = Columns.of(table);
        if (columns.name() < 0) throw ReviewProblem.NO_NAME_COLUMN.asException();
        if (table.rows().size() > MOST_ROWS) throw ReviewProblem.LIST_TOO_LONG.with("most", MOST_ROWS);
        var key = new GeneratedKeyHolder();
        var now = Timestamp.from(clock.instant());
        jdbc.sql(
                        "insert into review_list (name, row_count, imported_by, imported_at, reconciled_at) values (?, ?, ?, ?, ?)")
                .params(MentionFinder.cut(fileName, 300), table.rows().size(), by, now, now)
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        for (var row : table.rows()) keep(id, row, columns);
        reconcile(id);
        audit.record(
                "review-list:" + id,
                "import-review-list",
                List.of(
                        Audit.Change.of("file", null, fileName),
                        Audit.Change.of("rows", null, table.rows().size())));
        return id;
    }

    private void keep(long listId, SheetTable.Row row, Columns columns) {
        var name = row.cell(columns.name());
        var handling = row.cell(columns.handling());
        var result = row.cell(columns.result());
        var read = ReviewListReader.read(name, handling, result);
        var document = read.document();
        jdbc.sql(
                        "insert into review_list_row (list_id, row_no, name, agency, handling, result, doc_type, number_written, issuer,"
                                + " issued_on, doc_year, pairs, placement) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'UNREADABLE')")
                .params(values(
                        listId,
                        row.number(),
                        MentionFinder.cut(name, 4000),
                        MentionFinder.cut(row.cell(columns.agency()), 500),
                        MentionFinder.cut(handling, 500),
                        MentionFinder.cut(result, 4000),
                        document == null ? null : document.type(),
                        document == null ? null : document.number(),
                        document == null ? null : document.issuer(),
                        document == null || document.issuedOn() == null ? null : Date.valueOf(document.issuedOn()),
                        document == null ? null : document.year(),
                        json.writeValueAsString(read.pairs())))
                .update();
    }

    /** Looks for each row's document anew: the register may have grown. */
    @Transactional
    public void reconcile(long listId) {
        get(listId);
        var seen = new HashMap<Long, Integer>();
        int after = 0;
        for (var some = rows(listId, null, after, 500); !some.isEmpty(); some = rows(listId, null, after, 500)) {
            for (var row : some) {
                after = row.row();
                var found = Placement.of(document(row), numbered(row.number()));
                var first = found.documentId() == null ? null : seen.putIfAbsent(found.documentId(), row.row());
                // never merged silently: the second row says which one it repeats
                if (first != null) found = new Placement.Found(Placement.REPEATED, found.documentId(), "Hàng " + first);
                jdbc.sql(
                                "update review_list_row set placement = ?, document_id = ?, note = ? where list_id = ? and row_no = ?")
                        .params(values(found.placement().name(), found.documentId(), found.note(), listId, row.row()))
                        .update();
            }
        }
        jdbc.sql("update review_list set reconciled_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), listId)
                .update();
    }

    private static @Nullable ListedDocument document(ReviewListedRow row) {
        return row.type() == null
                ? null
                : new ListedDocument(row.type(), row.number(), row.issuer(), row.issuedOn(), row.year());
    }

    private List<LegalDocument> numbered(@Nullable String number) {
        if (number == null) return List.of();
        return DocumentNumber.parse(number).map(register::withNumber).orElse(List.of());
    }

    /** Newest first; one more than asked for. */
    List<ReviewList> list(long before, int most) {
        return jdbc
                .sql("select id from review_list where id < ? order by id desc limit " + (most + 1))
                .param(before)
                .query((row, n) -> row.getLong(1))
                .list()
                .stream()
                .map(this::get)
                .toList();
    }

    /** @throws vn.qppl.web.ProblemException {@link ReviewProblem#NO_SUCH_LIST} */
    ReviewList get(long id) {
        var counts = new EnumMap<Placement, Integer>(Placement.class);
        jdbc.sql("select placement, count(*) from review_list_row where list_id = ? group by placement")
                .param(id)
                .query(row -> {
                    counts.put(Placement.valueOf(row.getString(1)), row.getInt(2));
                });
        Optional<ReviewList> found = jdbc.sql("select * from review_list where id = ?")
                .param(id)
                .query((row, n) -> new ReviewList(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getInt("row_count"),
                        row.getLong("imported_by"),
                        row.getTimestamp("imported_at").toInstant(),
                        row.getTimestamp("reconciled_at").toInstant(),
                        counts))
                .optional();
        return found.orElseThrow(ReviewProblem.NO_SUCH_LIST::asException);
    }

    /** In the order of the spreadsheet. */
    List<ReviewListedRow> rows(long listId, @Nullable Placement placement, int after, int most) {
        return jdbc.sql("select * from review_list_row where list_id = ? and row_no > ?"
                        + (placement == null ? "" : " and placement = '" + placement.name() + "'")
                        + " order by row_no limit " + most)
                .params(listId, after)
                .query(this::row)
                .list();
    }

    private ReviewListedRow row(ResultSet row, int n) throws SQLException {
        var day = row.getDate("issued_on");
        return new ReviewListedRow(
                row.getInt("row_no"),
                row.getString("name"),
                row.getString("agency"),
                row.getString("handling"),
                row.getString("result"),
                row.getString("doc_type"),
                row.getString("number_written"),
                row.getString("issuer"),
                day == null ? null : day.toLocalDate(),
                (Integer) row.getObject("doc_year"),
                List.of(json.readValue(row.getString("pairs"), ReviewListRow.Pair[].class)),
                Placement.valueOf(row.getString("placement")),
                (Long) row.getObject("document_id"),
                row.getString("note"));
    }

    private static List<@Nullable Object> values(@Nullable Object... values) {
        var list = new ArrayList<@Nullable Object>();
        for (var value : values) list.add(value);
        return list;
    }
}
