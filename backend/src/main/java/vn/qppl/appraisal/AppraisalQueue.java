package vn.qppl.appraisal;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The desk's lists. Open rounds are few for one body and are sorted by the day that the dossier is due; rounds that ended grow without bound and
 * are a walk along an index, newest first.
 */
@Component
class AppraisalQueue {
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;

    AppraisalQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose work; UNIT is the caller's body. */
    enum Whose {
        MINE,
        FREE,
        UNIT,
        /** Of every body, for those who read all dossiers. */
        ALL
    }

    /** @param dueOn null where no time runs; of an ended round the day it was due */
    record Row(
            long id,
            long dossierId,
            String title,
            String draftingBody,
            String body,
            Stage stage,
            LocalDate receivedOn,
            @Nullable LocalDate completeOn,
            @Nullable LocalDate dueOn,
            @Nullable String officer,
            @Nullable String reportNumber,
            @Nullable LocalDate reportOn) {}

    /**
     * @param stage null: all that are open
     * @param bodyId null: of every body
     * @param officerId null: whoever has it; 0: nobody has it
     * @param words in the title; null: any
     */
    record Filter(
            @Nullable Stage stage,
            @Nullable Long bodyId,
            @Nullable Long officerId,
            @Nullable String words) {
        boolean open() {
            return stage == null || stage.isOpen();
        }
    }

    /** Where a page ended. Of an ended round only the id counts. */
    record After(LocalDate due, long id) {
        static @Nullable After parse(@Nullable String text) {
            if (text == null || text.isBlank()) return null;
            try {
                var parts = text.split("_", 2);
                return new After(LocalDate.parse(parts[0]), Long.parseLong(parts[1]));
            } catch (RuntimeException e) {
                throw vn.qppl.web.WebProblem.BAD_REQUEST.asException();
            }
        }

        static String of(Row row) {
            return Objects.requireNonNullElse(row.dueOn(), NEVER) + "_" + row.id();
        }
    }

    /** One row more than asked for. */
    List<Row> list(Filter filter, @Nullable After after, int most) {
        var params = new ArrayList<@Nullable Object>();
        var sql = new StringBuilder(
                "select a.id, a.dossier_id, d.title, b.name drafting_name, o.name body_name, a.stage, a.received_on, a.complete_on, ");
        sql.append(filter.open() ? "d.due_key" : "a.due_on")
                .append(" due, p.display_name officer, a.report_number, a.report_on");
        sql.append(from(filter, params));
        if (filter.open()) {
            if (after != null) {
                sql.append(" and (d.due_key > ? or d.due_key = ? and a.id > ?)");
                params.addAll(List.of(Date.valueOf(after.due()), Date.valueOf(after.due()), after.id()));
            }
            sql.append(" order by d.due_key, a.id");
        } else {
            if (after != null) {
                sql.append(" and a.id < ?");
                params.add(after.id());
            }
            sql.append(" order by a.id desc");
        }
        sql.append(" limit ").append(most + 1);
        return jdbc.sql(sql.toString())
                .params(params)
                .query(AppraisalQueue::row)
                .list();
    }

    /** How many open rounds are at each stage. */
    Map<Stage, Integer> counts(@Nullable Long bodyId, @Nullable Long officerId) {
        var params = new ArrayList<@Nullable Object>();
        var counts = new EnumMap<Stage, Integer>(Stage.class);
        jdbc.sql("select a.stage, count(*)" + from(new Filter(null, bodyId, officerId, null), params)
                        + " group by a.stage")
                .params(params)
                .query((row, n) -> Map.entry(Stage.valueOf(row.getString(1)), row.getInt(2)))
                .list()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    private static String from(Filter filter, List<@Nullable Object> params) {
        var stage = filter.stage();
        var stages = stage != null
                ? "'" + stage.name() + "'"
                : Stream.of(Stage.values())
                        .filter(Stage::isOpen)
                        .map(s -> "'" + s.name() + "'")
                        .collect(Collectors.joining(", "));
        var sql = new StringBuilder(" from appraisal a join dossier d on d.id = a.dossier_id");
        // a dossier that was withdrawn or merged leaves its round open for ever
        if (filter.open()) sql.append(" and d.step_id = a.step_id");
        sql.append(" join organisation b on b.id = d.drafting_body_id join organisation o on o.id = a.body_id"
                + " left join person p on p.id = a.officer_id where a.stage in (");
        sql.append(stages).append(')');
        if (filter.bodyId() != null) {
            sql.append(" and a.body_id = ?");
            params.add(filter.bodyId());
        }
        var officer = filter.officerId();
        if (officer != null && officer == 0) sql.append(" and a.officer_id is null");
        else if (officer != null) {
            sql.append(" and a.officer_id = ?");
            params.add(officer);
        }
        var words = filter.words();
        if (words != null) {
            sql.append(" and d.title like ?");
            params.add("%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        }
        return sql.toString();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        var due = AppraisalNotes.day(row, "due");
        return new Row(
                row.getLong("id"),
                row.getLong("dossier_id"),
                row.getString("title"),
                row.getString("drafting_name"),
                row.getString("body_name"),
                Stage.valueOf(row.getString("stage")),
                row.getDate("received_on").toLocalDate(),
                AppraisalNotes.day(row, "complete_on"),
                due == null || due.equals(NEVER) ? null : due,
                row.getString("officer"),
                row.getString("report_number"),
                AppraisalNotes.day(row, "report_on"));
    }
}
