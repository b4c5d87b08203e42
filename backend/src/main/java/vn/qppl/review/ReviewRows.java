package vn.qppl.review;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Changes and reviews in the database. */
@Component
class ReviewRows {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ReviewRows(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** A change as it is kept, with how far its reviews are. */
    record ChangeRow(
            long id,
            long changedId,
            @Nullable Long causeId,
            @Nullable LocalDate since,
            @Nullable LocalDate from,
            boolean whole,
            String summary,
            boolean standing,
            int open,
            int concluded,
            int total) {}

    private static final String CHANGE = """
            select c.id, c.changed_id, c.cause_id, c.since, c.from_date, c.whole, c.summary, c.standing,
            coalesce(sum(r.state = 'OPEN'), 0), coalesce(sum(r.state = 'CONCLUDED'), 0), coalesce(sum(r.state <> 'GONE'), 0)
            from basis_change c left join review r on r.change_id = c.id\s""";

    /** Newest first; one more than asked for. @param openOnly only those with something to do */
    List<ChangeRow> changes(boolean openOnly, long before, int most) {
        var open = openOnly
                ? " and exists (select 1 from review o where o.change_id = c.id and o.state in ('OPEN', 'CONCLUDED'))"
                : " and exists (select 1 from review o where o.change_id = c.id)";
        return jdbc.sql(CHANGE + "where c.id < ?" + open + " group by c.id order by c.id desc limit " + (most + 1))
                .param(before)
                .query(ReviewRows::change)
                .list();
    }

    Optional<ChangeRow> change(long id) {
        return jdbc.sql(CHANGE + "where c.id = ? group by c.id")
                .param(id)
                .query(ReviewRows::change)
                .optional();
    }

    /**
     * Keeps a change; what is known of it already is brought up to date. Rows that exist are updated, not inserted again: an insert would
     * lock the documents it refers to against whoever works on them.
     *
     * @return its id
     */
    long keep(Change change) {
        var known = jdbc.sql("select id from basis_change where changed_id = ? and cause_key = ?")
                .params(change.changedId(), change.causeKey())
                .query((row, n) -> row.getLong(1))
                .optional();
        var since = change.since() == null ? null : Date.valueOf(change.since());
        var from = change.from() == null ? null : Date.valueOf(change.from());
        if (known.isPresent()) {
            jdbc.sql(
                            "update basis_change set since = ?, from_date = ?, whole = ?, summary = ?, standing = true where id = ?")
                    .params(values(since, from, change.whole(), change.summary(), known.get()))
                    .update();
            return known.get();
        }
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into basis_change (changed_id, cause_id, cause_key, since, from_date, whole, summary, standing, recorded_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, true, ?)")
                .params(values(
                        change.changedId(),
                        change.causeId(),
                        change.causeKey(),
                        since,
                        from,
                        change.whole(),
                        change.summary(),
                        Timestamp.from(clock.instant())))
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** Changes of a document that no effect says any more: they stand no longer. @return their ids */
    List<Long> fallen(long changedId, Collection<Long> causeKeys) {
        var fallen = jdbc
                .sql("select id, cause_key from basis_change where changed_id = ? and standing")
                .param(changedId)
                .query((row, n) -> new long[] {row.getLong(1), row.getLong(2)})
                .list()
                .stream()
                .filter(row -> !causeKeys.contains(row[1]))
                .map(row -> row[0])
                .toList();
        for (long id : fallen)
            jdbc.sql("update basis_change set standing = false where id = ?")
                    .param(id)
                    .update();
        return fallen;
    }

    boolean knowsChangeOf(long documentId) {
        return jdbc.sql("select count(*) from basis_change where changed_id = ?")
                        .param(documentId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private record Sides(long id, long changedId, @Nullable Long causeId) {}

    /**
     * What was said of one document is said of another from now on. A change that the other has already is told twice then: its reviews,
     * which the caller gets to end their tasks, go.
     */
    List<Long> merge(long gone, long kept) {
        var ended = new ArrayList<Long>();
        jdbc.sql("update review set result_id = ? where result_id = ?")
                .params(kept, gone)
                .update();
        var told = jdbc.sql("select id, changed_id, cause_id from basis_change where changed_id = ? or cause_id = ?")
                .params(gone, gone)
                .query((row, n) -> new Sides(row.getLong(1), row.getLong(2), (Long) row.getObject(3)))
                .list();
        for (var change : told) {
            long changed = change.changedId() == gone ? kept : change.changedId();
            var cause = change.causeId() != null && change.causeId() == gone ? (Long) kept : change.causeId();
            boolean twice =
                    jdbc.sql("select count(*) from basis_change where changed_id = ? and cause_key = ? and id <> ?")
                                    .params(changed, cause == null ? 0L : cause, change.id())
                                    .query(Integer.class)
                                    .single()
                            > 0;
            if (!twice) {
                jdbc.sql("update basis_change set changed_id = ?, cause_id = ?, cause_key = ? where id = ?")
                        .params(values(changed, cause, cause == null ? 0L : cause, change.id()))
                        .update();
                continue;
            }
            ended.addAll(jdbc.sql("select id from review where change_id = ?")
                    .param(change.id())
                    .query((row, n) -> row.getLong(1))
                    .list());
            jdbc.sql("delete from review where change_id = ?")
                    .param(change.id())
                    .update();
            jdbc.sql("delete from basis_change where id = ?").param(change.id()).update();
        }
        return ended;
    }

    /** Whether reviews wait for the effects on these documents, as reviewed or as new ones. */
    List<Long> awaited(Collection<Long> documentIds) {
        if (documentIds.isEmpty()) return List.of();
        return jdbc.sql("select document_id from review where document_id in (:ids) union"
                        + " select result_id from review where result_id in (:ids) union"
                        + " select changed_id from basis_change where changed_id in (:ids)")
                .param("ids", documentIds)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** What a listing found of one document. */
    record Listed(
            long documentId,
            Certainty certainty,
            List<Reason> reasons,
            @Nullable Long unitId,
            @Nullable String unitReason) {}

    /** Keeps a listing; what was concluded before stays. */
    Review keep(long changeId, Listed listed) {
        var reasons = json.writeValueAsString(listed.reasons());
        var why = listed.unitReason() == null ? null : MentionFinder.cut(listed.unitReason(), 500);
        int known = jdbc.sql("update review set certainty = ?, certainty_order = ?, reasons = ?, gone_at = null"
                        + " where change_id = ? and document_id = ?")
                .params(listed.certainty().name(), listed.certainty().ordinal(), reasons, changeId, listed.documentId())
                .update();
        if (known == 0)
            jdbc.sql(
                            "insert into review (version, change_id, document_id, certainty, certainty_order, reasons, unit_id,"
                                    + " unit_reason, tasked, found_at) values (0, ?, ?, ?, ?, ?, ?, ?, false, ?)")
                    .params(values(
                            changeId,
                            listed.documentId(),
                            listed.certainty().name(),
                            listed.certainty().ordinal(),
                            reasons,
                            listed.unitId(),
                            why,
                            Timestamp.from(clock.instant())))
                    .update();
        var review = jdbc.sql("select * from review where change_id = ? and document_id = ?")
                .params(changeId, listed.documentId())
                .query(this::review)
                .single();
        if (review.unitId() != null || listed.unitId() == null) return review;
        jdbc.sql("update review set unit_id = ?, unit_reason = ? where id = ?")
                .params(values(listed.unitId(), why, review.id()))
                .update();
        return find(review.id()).orElseThrow();
    }

    void gone(long id) {
        jdbc.sql(
                        "update review set gone_at = ?, tasked = false, version = version + 1 where id = ? and gone_at is null")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    void tasked(long id, @Nullable LocalDate dueOn) {
        jdbc.sql("update review set tasked = true, due_on = ? where id = ?")
                .params(values(dueOn == null ? null : Date.valueOf(dueOn), id))
                .update();
    }

    void settle(long id, @Nullable Long effectId) {
        jdbc.sql("update review set settled_by = ?, settled_at = ?, version = version + 1 where id = ?")
                .params(values(effectId, effectId == null ? null : Timestamp.from(clock.instant()), id))
                .update();
    }

    /** @return false where somebody was faster */
    boolean conclude(long id, long seen, Conclusion conclusion, String reason, @Nullable LocalDate handleBy, long by) {
        return jdbc.sql(
                                "update review set conclusion = ?, reason = ?, handle_by = ?, concluded_by = ?, concluded_at = ?,"
                                        + " version = version + 1 where id = ? and version = ?")
                        .params(values(
                                conclusion.name(),
                                reason,
                                handleBy == null ? null : Date.valueOf(handleBy),
                                by,
                                Timestamp.from(clock.instant()),
                                id,
                                seen))
                        .update()
                == 1;
    }

    boolean assign(long id, long seen, long unitId, String why) {
        return jdbc.sql(
                                "update review set unit_id = ?, unit_reason = ?, version = version + 1 where id = ? and version = ?")
                        .params(unitId, why, id, seen)
                        .update()
                == 1;
    }

    boolean follow(long id, long seen, @Nullable Long dossierId, @Nullable Long resultId) {
        return jdbc.sql(
                                "update review set dossier_id = ?, result_id = ?, version = version + 1 where id = ? and version = ?")
                        .params(values(dossierId, resultId, id, seen))
                        .update()
                == 1;
    }

    boolean dossierExists(long dossierId) {
        return jdbc.sql("select count(*) from dossier where id = ?")
                        .param(dossierId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Optional<Review> find(long id) {
        return jdbc.sql("select * from review where id = ?")
                .param(id)
                .query(this::review)
                .optional();
    }

    Optional<Review> lock(long id) {
        return jdbc.sql("select * from review where id = ? for update")
                .param(id)
                .query(this::review)
                .optional();
    }

    /** Reviews of one change that stand, by id; at most so many after one. */
    List<Review> standing(long changeId, long after, int most) {
        return jdbc.sql("select * from review where change_id = ? and gone_at is null and id > ? order by id limit "
                        + most)
                .params(changeId, after)
                .query(this::review)
                .list();
    }

    /** Reviews of a document, or of those that wait for it as the new one; at most 1,000. */
    List<Review> awaiting(long documentId) {
        return jdbc.sql("select * from review where document_id = ? or result_id = ? order by id limit 1000")
                .params(documentId, documentId)
                .query(this::review)
                .list();
    }

    /** @param change, unit, document, state null: any */
    record Filter(
            @Nullable Long change,
            @Nullable Long unit,
            @Nullable Long document,
            Review.@Nullable State state,
            @Nullable Certainty certainty) {}

    /** The surest first within one change, else the newest first; one more than asked for. */
    List<Review> list(Filter filter, @Nullable String after, int most) {
        var where = new ArrayList<String>();
        var values = new ArrayList<@Nullable Object>();
        add(where, values, "change_id = ?", filter.change());
        add(where, values, "unit_id = ?", filter.unit());
        add(where, values, "document_id = ?", filter.document());
        add(
                where,
                values,
                "state = ?",
                filter.state() == null ? null : filter.state().name());
        add(
                where,
                values,
                "certainty = ?",
                filter.certainty() == null ? null : filter.certainty().name());
        boolean surest = filter.change() != null;
        if (after != null) {
            var parts = after.split("_", 2);
            try {
                where.add(surest ? "(certainty_order, id) > (?, ?)" : "id < ?");
                if (surest) values.add(Integer.parseInt(parts[0]));
                values.add(Long.parseLong(parts[parts.length - 1]));
            } catch (NumberFormatException e) {
                throw vn.qppl.web.WebProblem.BAD_REQUEST.asException();
            }
        }
        return jdbc.sql("select * from review"
                        + (where.isEmpty() ? "" : " where " + String.join(" and ", where))
                        + (surest ? " order by certainty_order, id" : " order by id desc")
                        + " limit " + (most + 1))
                .params(values)
                .query(this::review)
                .list();
    }

    private static void add(List<String> where, List<@Nullable Object> values, String term, @Nullable Object value) {
        if (value == null) return;
        where.add(term);
        values.add(value);
    }

    static String key(Review review) {
        return review.certainty().ordinal() + "_" + review.id();
    }

    private static List<@Nullable Object> values(@Nullable Object... values) {
        var list = new ArrayList<@Nullable Object>();
        for (var value : values) list.add(value);
        return list;
    }

    private static ChangeRow change(ResultSet row, int n) throws SQLException {
        return new ChangeRow(
                row.getLong(1),
                row.getLong(2),
                (Long) row.getObject(3),
                day(row, "since"),
                day(row, "from_date"),
                row.getBoolean(6),
                row.getString(7),
                row.getBoolean(8),
                row.getInt(9),
                row.getInt(10),
                row.getInt(11));
    }

    private Review review(ResultSet row, int n) throws SQLException {
        var conclusion = row.getString("conclusion");
        return new Review(
                row.getLong("id"),
                row.getLong("version"),
                row.getLong("change_id"),
                row.getLong("document_id"),
                Certainty.valueOf(row.getString("certainty")),
                List.of(json.readValue(row.getString("reasons"), Reason[].class)),
                (Long) row.getObject("unit_id"),
                row.getString("unit_reason"),
                day(row, "due_on"),
                row.getBoolean("tasked"),
                Objects.requireNonNull(row.getTimestamp("found_at")).toInstant(),
                instant(row, "gone_at"),
                conclusion == null ? null : Conclusion.valueOf(conclusion),
                row.getString("reason"),
                day(row, "handle_by"),
                (Long) row.getObject("concluded_by"),
                instant(row, "concluded_at"),
                (Long) row.getObject("dossier_id"),
                (Long) row.getObject("result_id"),
                (Long) row.getObject("settled_by"),
                instant(row, "settled_at"));
    }

    private static java.time.@Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        var day = row.getDate(column);
        return day == null ? null : day.toLocalDate();
    }
}
