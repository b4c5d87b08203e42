package vn.qppl.legality;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.qppl.audit.Audit;
import vn.qppl.scrutiny.MachineFinding;
import vn.qppl.scrutiny.Rule;
import vn.qppl.scrutiny.Scrutiny;
import vn.qppl.scrutiny.Severity;

/** Findings in the database. */
@Component
class FindingStore {
    /** More against one text helps nobody. */
    static final int MOST = 300;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Audit audit;
    private final Clock clock;

    FindingStore(JdbcClient jdbc, JsonMapper json, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a check found, before it is kept. */
    record Fresh(MachineFinding finding, List<Found.Evidence> evidence) {
        static Fresh of(MachineFinding finding) {
            return new Fresh(
                    finding,
                    finding.evidence().stream()
                            .map(e -> new Found.Evidence(
                                    e.span().start(), e.span().end(), e.quote(), e.place(), e.address(), null))
                            .toList());
        }

        /** The words of the text are what makes it this one, and the document that they are like. */
        String key() {
            var key = new StringBuilder(finding.key());
            for (var e : evidence)
                if (e.documentId() != null)
                    key.append('|').append(e.documentId()).append(e.address());
            return hash(key.toString());
        }
    }

    /** @param compared whether similar rules could be looked for */
    record Check(Instant at, @Nullable Long by, String textSha256, int rulesVersion, boolean compared) {}

    /** Keeps what a check found; decisions stay with what is found again, undecided findings that are gone go. */
    @Transactional
    void keep(Subject subject, List<Fresh> found, String textSha256, boolean compared, @Nullable Long by) {
        var now = Timestamp.from(clock.instant());
        // this row is also the lock between two checks of one text
        jdbc.sql(
                        "insert into text_check (subject_kind, subject_id, checked_at, checked_by, text_sha256, rules_version, compared)"
                                + " values (?, ?, ?, ?, ?, ?, ?) on duplicate key update checked_at = values(checked_at), checked_by = values(checked_by),"
                                + " text_sha256 = values(text_sha256), rules_version = values(rules_version), compared = values(compared)")
                .param(subject.kind())
                .param(subject.id())
                .param(now)
                .param(by)
                .param(textSha256)
                .param(Scrutiny.VERSION)
                .param(compared)
                .update();
        jdbc.sql("update machine_finding set present = false where subject_kind = ? and subject_id = ?")
                .param(subject.kind())
                .param(subject.id())
                .update();
        int order = 0;
        for (var fresh : found.subList(0, Math.min(MOST, found.size()))) {
            var f = fresh.finding();
            jdbc.sql(
                            "insert into machine_finding (version, subject_kind, subject_id, finding_key, rule, severity, explanation, article, mending,"
                                    + " evidence, place_order, found_at, present) values (0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true)"
                                    + " on duplicate key update severity = values(severity), explanation = values(explanation), article = values(article),"
                                    + " mending = values(mending), evidence = values(evidence), place_order = values(place_order), present = true")
                    .param(subject.kind())
                    .param(subject.id())
                    .param(fresh.key())
                    .param(f.rule().code())
                    .param(f.severity().name())
                    .param(cut(f.explanation(), 2000))
                    .param(cut(f.article(), 500))
                    .param(f.mending() == null ? null : cut(f.mending(), 1000))
                    .param(json.writeValueAsString(fresh.evidence()))
                    .param(order++)
                    .param(now)
                    .update();
        }
        jdbc.sql(
                        "delete from machine_finding where subject_kind = ? and subject_id = ? and present = false and decision is null")
                .param(subject.kind())
                .param(subject.id())
                .update();
        audit.record(
                subject.audited(),
                "check-legality",
                List.of(
                        Audit.Change.of("findings", null, found.size()),
                        Audit.Change.of("rulesVersion", null, Scrutiny.VERSION)));
    }

    private static String cut(String words, int most) {
        return words.length() <= most ? words : words.substring(0, most - 1) + "…";
    }

    Optional<Check> check(Subject subject) {
        return jdbc.sql(
                        "select checked_at, checked_by, text_sha256, rules_version, compared from text_check where subject_kind = ? and subject_id = ?")
                .param(subject.kind())
                .param(subject.id())
                .query((row, n) -> new Check(
                        row.getTimestamp(1).toInstant(),
                        (Long) row.getObject(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getBoolean(5)))
                .optional();
    }

    private static final String SELECT =
            "select id, version, subject_kind, subject_id, rule, severity, explanation, article, mending, evidence, found_at, present,"
                    + " decision, reason, decided_by, decided_at from machine_finding ";

    /** In the order of the text, those that are gone last. */
    List<Found> of(Subject subject) {
        return jdbc.sql(SELECT
                        + "where subject_kind = ? and subject_id = ? order by present desc, place_order, id limit "
                        + 2 * MOST)
                .param(subject.kind())
                .param(subject.id())
                .query(this::found)
                .list();
    }

    Optional<Found> find(long id) {
        return jdbc.sql(SELECT + "where id = ?").param(id).query(this::found).optional();
    }

    /** @throws vn.qppl.web.ProblemException where the finding is not as the officer saw it, or the decision may not follow */
    @Transactional
    Found decide(long id, long seen, Decision decision, @Nullable String reason, long by) {
        var before = find(id).orElseThrow(LegalityProblem.FINDING_NOT_FOUND::asException);
        if (before.version() != seen) throw meanwhile(before);
        if (!Decision.after(before.decision()).contains(decision))
            throw LegalityProblem.DECISION_NOT_POSSIBLE.asException();
        var why = reason == null || reason.isBlank() ? null : cut(reason.strip(), 1000);
        if (decision == Decision.NOT_A_FAULT && why == null) throw LegalityProblem.REASON_MISSING.asException();
        int done = jdbc.sql(
                        "update machine_finding set version = version + 1, decision = ?, reason = ?, decided_by = ?, decided_at = ?"
                                + " where id = ? and version = ?")
                .param(decision.name())
                .param(why)
                .param(by)
                .param(Timestamp.from(clock.instant()))
                .param(id)
                .param(seen)
                .update();
        if (done == 0) throw meanwhile(before);
        audit.record(
                before.subject().audited(),
                "decide-finding",
                List.of(
                        Audit.Change.of("finding", null, id),
                        Audit.Change.of("rule", null, before.rule().code()),
                        Audit.Change.of("decision", before.decision(), decision),
                        Audit.Change.of("reason", before.reason(), why)));
        return find(id).orElseThrow();
    }

    private static RuntimeException meanwhile(Found before) {
        return LegalityProblem.DECIDED_MEANWHILE.with("currentVersion", before.version());
    }

    private Found found(ResultSet row, int n) throws SQLException {
        var decision = row.getString(13);
        var decidedAt = row.getTimestamp(16);
        return new Found(
                row.getLong(1),
                row.getLong(2),
                new Subject(row.getString(3), row.getLong(4)),
                Rule.ofCode(row.getString(5)),
                Severity.valueOf(row.getString(6)),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                List.of(json.readValue(row.getString(10), Found.Evidence[].class)),
                row.getTimestamp(11).toInstant(),
                row.getBoolean(12),
                decision == null ? null : Decision.valueOf(decision),
                row.getString(14),
                (Long) row.getObject(15),
                decidedAt == null ? null : decidedAt.toInstant());
    }

    static String hash(String words) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
