package vn.qppl.appraisal;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The tables of what is written during an appraisal: conclusions on each subject, remarks, opinions. */
@Component
class AppraisalNotes {
    private final JdbcClient jdbc;
    private final Clock clock;

    AppraisalNotes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    enum Verdict {
        MET("Bảo đảm"),
        CHANGES_NEEDED("Bảo đảm sau khi chỉnh lý"),
        NOT_MET("Chưa bảo đảm"),
        NOT_APPLICABLE("Dự thảo không có nội dung này");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    enum RemarkKind {
        LEGALITY("Tính hợp hiến, hợp pháp"),
        COMPETENCE("Thẩm quyền"),
        CONSISTENCY("Tính thống nhất"),
        FEASIBILITY("Tính khả thi"),
        LANGUAGE("Ngôn ngữ, kỹ thuật trình bày"),
        OTHER("Khác");

        private final String label;

        RemarkKind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    enum Fate {
        ACCEPTED("Đã tiếp thu"),
        EXPLAINED("Đã giải trình"),
        NOT_SEEN("Không thấy trong văn bản đã ký");

        private final String label;

        Fate(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    record Concluded(String code, Verdict verdict, String opinion, long by, Instant at) {}

    /** @param fate null while nobody has looked */
    record Remark(
            long id,
            int draftNumber,
            String address,
            String label,
            String quote,
            RemarkKind kind,
            String remark,
            long by,
            Instant at,
            @Nullable Fate fate,
            @Nullable String fateNote,
            @Nullable Long fateBy) {}

    record Opinion(
            long id,
            String agency,
            LocalDate askedOn,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate answeredOn,
            @Nullable String number,
            @Nullable String opinion) {}

    void conclude(long appraisalId, String code, Verdict verdict, String opinion, long by) {
        jdbc.sql("""
                        insert into appraisal_subject (appraisal_id, code, verdict, opinion, written_by, written_at)
                        values (?, ?, ?, ?, ?, ?) on duplicate key update verdict = values(verdict), opinion = values(opinion),
                        written_by = values(written_by), written_at = values(written_at)""")
                .params(appraisalId, code, verdict.name(), opinion, by, now())
                .update();
    }

    List<Concluded> concluded(long appraisalId) {
        return jdbc.sql(
                        "select code, verdict, opinion, written_by, written_at from appraisal_subject where appraisal_id = ?"
                                + " limit 100")
                .param(appraisalId)
                .query((row, n) -> new Concluded(
                        row.getString(1),
                        Verdict.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getLong(4),
                        row.getTimestamp(5).toInstant()))
                .list();
    }

    long remark(
            long appraisalId,
            int draft,
            String address,
            String label,
            String quote,
            RemarkKind kind,
            String words,
            long by) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into appraisal_remark (appraisal_id, draft_number, address, label, quote, kind, remark, written_by,
                            written_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(appraisalId, draft, address, label, quote, kind.name(), words, by, now())
                .update(key, "id");
        return java.util.Objects.requireNonNull(key.getKey()).longValue();
    }

    /** Those that stand, in the order they were written; at most a thousand. */
    List<Remark> remarks(long appraisalId) {
        return jdbc.sql(
                        "select * from appraisal_remark where appraisal_id = ? and undone_at is null order by id limit 1000")
                .param(appraisalId)
                .query(AppraisalNotes::remark)
                .list();
    }

    Optional<Remark> remark(long appraisalId, long id) {
        return jdbc.sql("select * from appraisal_remark where appraisal_id = ? and id = ? and undone_at is null")
                .params(appraisalId, id)
                .query(AppraisalNotes::remark)
                .optional();
    }

    void undo(long id, long by) {
        jdbc.sql("update appraisal_remark set undone_by = ?, undone_at = ? where id = ?")
                .params(by, now(), id)
                .update();
    }

    void decide(long id, Fate fate, @Nullable String note, long by) {
        jdbc.sql("update appraisal_remark set fate = ?, fate_note = ?, fate_by = ?, fate_at = ? where id = ?")
                .params(values(fate.name(), note, by, now(), id))
                .update();
    }

    long ask(long appraisalId, String agency, LocalDate on, @Nullable LocalDate due, long by) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into appraisal_opinion (appraisal_id, agency, asked_on, due_on, asked_by) values (?, ?, ?, ?, ?)")
                .params(values(appraisalId, agency, Date.valueOf(on), due == null ? null : Date.valueOf(due), by))
                .update(key, "id");
        return java.util.Objects.requireNonNull(key.getKey()).longValue();
    }

    /** @return whether there is such an opinion asked for */
    boolean answer(long appraisalId, long id, LocalDate on, @Nullable String number, String opinion, long by) {
        return jdbc.sql("update appraisal_opinion set answered_on = ?, number = ?, opinion = ?, answered_by = ?"
                                + " where id = ? and appraisal_id = ?")
                        .params(values(Date.valueOf(on), number, opinion, by, id, appraisalId))
                        .update()
                == 1;
    }

    List<Opinion> opinions(long appraisalId) {
        return jdbc.sql("select * from appraisal_opinion where appraisal_id = ? order by id limit 200")
                .param(appraisalId)
                .query((row, n) -> new Opinion(
                        row.getLong("id"),
                        row.getString("agency"),
                        row.getDate("asked_on").toLocalDate(),
                        day(row, "due_on"),
                        day(row, "answered_on"),
                        row.getString("number"),
                        row.getString("opinion")))
                .list();
    }

    private static Remark remark(ResultSet row, int n) throws SQLException {
        var fate = row.getString("fate");
        long fateBy = row.getLong("fate_by");
        boolean nobody = row.wasNull();
        return new Remark(
                row.getLong("id"),
                row.getInt("draft_number"),
                row.getString("address"),
                row.getString("label"),
                row.getString("quote"),
                RemarkKind.valueOf(row.getString("kind")),
                row.getString("remark"),
                row.getLong("written_by"),
                row.getTimestamp("written_at").toInstant(),
                fate == null ? null : Fate.valueOf(fate),
                row.getString("fate_note"),
                nobody ? null : fateBy);
    }

    static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        var day = row.getDate(column);
        return day == null ? null : day.toLocalDate();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    static List<@Nullable Object> values(@Nullable Object... values) {
        return new ArrayList<@Nullable Object>(Arrays.asList(values));
    }
}
