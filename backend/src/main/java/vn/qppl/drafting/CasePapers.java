package vn.qppl.drafting;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.qppl.audit.Actor;
import vn.qppl.audit.Audit;
import vn.qppl.audit.Audit.Change;
import vn.qppl.procedure.Paper;
import vn.qppl.procedure.Step;

/** The papers of dossiers, drafts among them. */
@Component
class CasePapers {
    /** The draft in every checklist. */
    static final String DRAFT = "draft";

    /** A letter this much older than its step is worth a look. */
    private static final int OLD = 30;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    CasePapers(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    enum Direction {
        IN,
        OUT
    }

    /**
     * @param code as in the procedure's checklists; null for a letter that no list asks for
     * @param correspondent who sent it, or to whom it went
     */
    record Letter(
            @Nullable String code,
            String name,
            Direction direction,
            @Nullable String number,
            @Nullable LocalDate datedOn,
            @Nullable String correspondent) {}

    /** @param draftNumber "Dự thảo 2"; null where it is not the draft */
    record CasePaper(
            long id,
            long dossierId,
            long stepId,
            String stepCode,
            Letter letter,
            @Nullable String sha256,
            @Nullable String fileName,
            @Nullable Long size,
            @Nullable Integer draftNumber,
            @Nullable Long addedBy,
            Instant addedAt,
            @Nullable Long undoneBy,
            @Nullable Instant undoneAt,
            @Nullable String undoneReason) {
        boolean stands() {
            return undoneAt == null;
        }
    }

    long add(Dossier dossier, Letter letter, Uploads.@Nullable Upload file, boolean draft) {
        var key = new GeneratedKeyHolder();
        var number = draft ? nextDraft(dossier.id()) : null;
        jdbc.sql("""
                        insert into case_paper (dossier_id, step_id, step_code, code, name, direction, number, dated_on, correspondent,
                            sha256, file_name, size, draft_number, added_by, added_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(CaseFacts.values(
                        dossier.id(),
                        dossier.stepId(),
                        dossier.stepCode(),
                        letter.code(),
                        letter.name(),
                        letter.direction().name(),
                        letter.number(),
                        letter.datedOn() == null ? null : Date.valueOf(letter.datedOn()),
                        letter.correspondent(),
                        file == null ? null : file.sha256(),
                        file == null ? null : file.fileName(),
                        file == null ? null : file.size(),
                        number,
                        Actor.current().orElse(null),
                        Timestamp.from(clock.instant())))
                .update(key, "id");
        long id = java.util.Objects.requireNonNull(key.getKey()).longValue();
        audit.record(
                object(dossier.id()),
                draft ? "add-draft" : "add-paper",
                List.of(
                        Change.of("paper", null, id),
                        Change.of("name", null, letter.name()),
                        Change.of("number", null, letter.number()),
                        Change.of("datedOn", null, letter.datedOn()),
                        Change.of("draftNumber", null, number),
                        Change.of("sha256", null, file == null ? null : file.sha256())));
        return id;
    }

    /** The dossier's row is held, so that two uploads at once get two numbers. */
    private Integer nextDraft(long dossierId) {
        return jdbc.sql("select coalesce(max(draft_number), 0) + 1 from case_paper where dossier_id = ?")
                .param(dossierId)
                .query(Integer.class)
                .single();
    }

    void undo(CasePaper paper, String reason) {
        if (!paper.stands()) throw DraftingProblem.ALREADY_UNDONE.asException();
        jdbc.sql(
                        "update case_paper set undone_by = ?, undone_at = ?, undone_reason = ? where id = ? and undone_at is null")
                .params(CaseFacts.values(
                        Actor.current().orElse(null), Timestamp.from(clock.instant()), reason, paper.id()))
                .update();
        audit.record(
                object(paper.dossierId()),
                paper.draftNumber() == null ? "undo-paper" : "undo-draft",
                List.of(
                        Change.of("paper", paper.id(), null),
                        Change.of("name", paper.letter().name(), null),
                        Change.of("reason", null, reason)));
    }

    /** In the order they were added, undone ones among them; a dossier has some dozens. */
    List<CasePaper> of(long dossierId) {
        return jdbc.sql("select * from case_paper where dossier_id = ? order by id limit 1000")
                .param(dossierId)
                .query(CasePapers::paper)
                .list();
    }

    Optional<CasePaper> find(long dossierId, long id) {
        return jdbc.sql("select * from case_paper where dossier_id = ? and id = ?")
                .params(dossierId, id)
                .query(CasePapers::paper)
                .optional();
    }

    /**
     * Papers without which the step is not done: of its dossier any that stands, of what it must produce one added in a round of this step.
     * Those of a special case are left to the reader, who alone knows whether it holds.
     */
    static List<Paper> missing(Step step, List<CasePaper> papers) {
        var missing = new ArrayList<Paper>();
        for (var paper : step.papers())
            if (isRequired(paper) && papers.stream().noneMatch(p -> is(p, paper))) missing.add(paper);
        for (var paper : step.produces())
            if (isRequired(paper)
                    && papers.stream()
                            .noneMatch(p -> is(p, paper) && p.stepCode().equals(step.code()))) missing.add(paper);
        return missing;
    }

    static boolean isRequired(Paper paper) {
        return paper.required() && paper.when() == null;
    }

    static boolean is(CasePaper held, Paper asked) {
        return held.stands() && asked.code().equals(held.letter().code());
    }

    /** What a reader should look at, in words. */
    static List<String> warnings(CasePaper paper, List<CaseStep> steps, Step step) {
        var warnings = new ArrayList<String>();
        var dated = paper.letter().datedOn();
        var begun = steps.stream()
                .filter(s -> s.id() == paper.stepId())
                .map(CaseStep::begunOn)
                .findFirst();
        if (dated != null && begun.isPresent()) {
            boolean produced = step.produces().stream()
                    .anyMatch(p -> p.code().equals(paper.letter().code()));
            if (produced && dated.isBefore(begun.get()))
                warnings.add("Văn bản đề ngày trước khi bước này bắt đầu; hãy kiểm tra ngày ghi trên văn bản.");
            else if (dated.isBefore(begun.get().minusDays(OLD)))
                warnings.add("Văn bản đề ngày trước khi bước bắt đầu hơn " + OLD
                        + " ngày; hãy kiểm tra ngày ghi trên văn bản.");
        }
        var number = paper.letter().number();
        var code = paper.letter().code();
        for (var asked : step.produces()) {
            var symbol = asked.symbol();
            if (number != null && symbol != null && asked.code().equals(code) && !number.endsWith(symbol))
                warnings.add("Ký hiệu thường có dạng …/" + symbol + "; hãy kiểm tra số, ký hiệu.");
        }
        return warnings;
    }

    static String object(long dossierId) {
        return "dossier:" + dossierId;
    }

    private static CasePaper paper(ResultSet row, int n) throws SQLException {
        var undoneAt = row.getTimestamp("undone_at");
        int draft = row.getInt("draft_number");
        boolean other = row.wasNull();
        return new CasePaper(
                row.getLong("id"),
                row.getLong("dossier_id"),
                row.getLong("step_id"),
                row.getString("step_code"),
                new Letter(
                        row.getString("code"),
                        row.getString("name"),
                        Direction.valueOf(row.getString("direction")),
                        row.getString("number"),
                        CaseFacts.day(row, "dated_on"),
                        row.getString("correspondent")),
                row.getString("sha256"),
                row.getString("file_name"),
                CaseFacts.number(row, "size"),
                other ? null : draft,
                CaseFacts.number(row, "added_by"),
                row.getTimestamp("added_at").toInstant(),
                CaseFacts.number(row, "undone_by"),
                undoneAt == null ? null : undoneAt.toInstant(),
                row.getString("undone_reason"));
    }
}
