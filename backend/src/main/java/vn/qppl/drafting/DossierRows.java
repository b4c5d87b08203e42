package vn.qppl.drafting;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.qppl.procedure.Activity;
import vn.qppl.procedure.DocumentForm;

/** Lists of dossiers: each page one walk along an index, whatever the number of dossiers. */
@Component
class DossierRows {
    private static final String COLUMNS = """
            d.id, d.title, d.form, d.state, d.step_code, d.activity, d.due_key, d.risk_from, d.last_safe_day, d.due_rule, d.due_article, d.registered_on, d.field,
            s.name step_name, s.begun_on,
            exists (select 1 from case_pause w where w.step_id = d.step_id and w.from_day is not null and w.to_day is null) paused, h.name holder_name, b.name drafting_name
            from dossier d left join case_step s on s.id = d.step_id left join organisation h on h.id = d.holder_id
            join organisation b on b.id = d.drafting_body_id""";

    private final JdbcClient jdbc;

    DossierRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(
            long id,
            String title,
            DocumentForm form,
            DossierState state,
            @Nullable String field,
            LocalDate registeredOn,
            @Nullable Activity activity,
            @Nullable String stepName,
            @Nullable LocalDate begunOn,
            @Nullable String holder,
            String draftingBody,
            LocalDate dueKey,
            Dossier.@Nullable Due due,
            boolean paused) {}

    /** @param overdue of {@code open} those that were due before the day asked about */
    record Count(int open, int overdue) {}

    /** Where a page ended: due day and id. */
    record After(LocalDate due, long id) {
        static final After START = new After(LocalDate.of(1, 1, 1), 0);

        static After parse(@Nullable String text) {
            if (text == null) return START;
            var parts = text.split("_", 2);
            try {
                return new After(LocalDate.parse(parts[0]), Long.parseLong(parts[1]));
            } catch (RuntimeException e) {
                throw vn.qppl.web.WebProblem.BAD_REQUEST.asException();
            }
        }

        static String of(Row row) {
            return row.dueKey() + "_" + row.id();
        }
    }

    /**
     * @param reader the body whose dossiers are asked for; null: all there are
     * @param open false: those that are over
     * @param activity null: in any step
     * @param overdueOn only what was due before this day; null: all
     * @param words in the title; null: any
     */
    record Filter(
            @Nullable Long reader,
            boolean open,
            @Nullable Activity activity,
            @Nullable LocalDate overdueOn,
            @Nullable String words) {}

    /** What is due first before; one row more than asked for tells that more follow. */
    List<Row> list(Filter filter, After after, int most) {
        var params = new ArrayList<@Nullable Object>();
        var keys = keys(filter, params);
        keys += " and (k.due_key > ? or k.due_key = ? and k.%s > ?)".formatted(id(filter));
        params.addAll(List.of(Date.valueOf(after.due()), Date.valueOf(after.due()), after.id()));
        var words = filter.words();
        // with words the titles must be looked at before the page is full
        if (words != null) {
            keys = keys.replace(
                    " where ", (filter.reader() == null ? "" : " join dossier t on t.id = k.dossier_id") + " where ");
            keys += " and %s.title like ?".formatted(filter.reader() == null ? "k" : "t");
            params.add("%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        }
        keys += " order by k.due_key, k.%s limit %d".formatted(id(filter), most + 1);
        return jdbc.sql("select " + COLUMNS + " join (" + keys + ") p on p.dossier_id = d.id order by d.due_key, d.id")
                .params(params)
                .query(DossierRows::row)
                .list();
    }

    /** How many open ones are in each kind of step: counted on the index alone. */
    Map<Activity, Count> counts(@Nullable Long reader, LocalDate on) {
        var params = new ArrayList<@Nullable Object>();
        params.add(Date.valueOf(on));
        var keys = keys(new Filter(reader, true, null, null, null), params);
        var counts = new EnumMap<Activity, Count>(Activity.class);
        jdbc.sql(keys.replaceFirst("select .*? from", "select k.activity, count(*) n, sum(k.due_key < ?) from")
                        + " group by k.activity")
                .params(params)
                .query((row, n) ->
                        Map.entry(Activity.valueOf(row.getString(1)), new Count(row.getInt(2), row.getInt(3))))
                .list()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    private static String id(Filter filter) {
        return filter.reader() == null ? "id" : "dossier_id";
    }

    private static String keys(Filter filter, List<@Nullable Object> params) {
        var sql = new StringBuilder("select k.").append(id(filter)).append(" dossier_id from ");
        sql.append(filter.reader() == null ? "dossier k where " : "dossier_reader k where k.organisation_id = ? and ");
        if (filter.reader() != null) params.add(filter.reader());
        sql.append(filter.open() ? "k.open_mark = 1" : "k.open_mark is null");
        if (filter.activity() != null) {
            sql.append(" and k.activity = ?");
            params.add(filter.activity().name());
        }
        if (filter.overdueOn() != null) {
            sql.append(" and k.due_key < ?");
            params.add(Date.valueOf(filter.overdueOn()));
        }
        return sql.toString();
    }

    private static Dossier.@Nullable Due due(ResultSet row) throws SQLException {
        var risk = CaseFacts.day(row, "risk_from");
        var safe = CaseFacts.day(row, "last_safe_day");
        var rule = row.getString("due_rule");
        var article = row.getString("due_article");
        if (risk == null || safe == null || rule == null || article == null) return null;
        return new Dossier.Due(row.getDate("due_key").toLocalDate(), risk, safe, rule, article);
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        var activity = row.getString("activity");
        return new Row(
                row.getLong("id"),
                row.getString("title"),
                DocumentForm.valueOf(row.getString("form")),
                DossierState.valueOf(row.getString("state")),
                row.getString("field"),
                row.getDate("registered_on").toLocalDate(),
                activity == null ? null : Activity.valueOf(activity),
                row.getString("step_name"),
                CaseFacts.day(row, "begun_on"),
                row.getString("holder_name"),
                row.getString("drafting_name"),
                row.getDate("due_key").toLocalDate(),
                due(row),
                row.getBoolean("paused"));
    }
}
