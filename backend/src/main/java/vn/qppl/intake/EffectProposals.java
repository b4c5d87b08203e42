package vn.qppl.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.attachment.Readings;
import vn.qppl.document.LegalDocument;
import vn.qppl.document.Register;
import vn.qppl.effect.Boundary;
import vn.qppl.effect.Effects;
import vn.qppl.effect.NewEffect;
import vn.qppl.effect.Places;
import vn.qppl.effect.TargetWords;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.reading.EffectKind;
import vn.qppl.reading.ProposedEffect;
import vn.qppl.web.ProblemException;

/**
 * Effects that were read and not accepted: kept until a person accepts, corrects or refuses them, each or several together. What was
 * decided is remembered and not proposed again.
 */
@Service
class EffectProposals {
    private static final int LONGEST_QUOTE = 4000;
    private static final String SEPARATOR = "; ";
    private static final String COLUMNS =
            "id, version, document_id, kind, target_id, target_number, target_title, target_provision, cause_provision, territory,"
                    + " from_date, until_date, boundary, quote, new_text, old_words, new_words, position_label, confidence, reason,"
                    + " state, decided_by, decided_at, decided_why, effect_id";

    private final JdbcClient jdbc;
    private final Effects effects;
    private final Places places;
    private final CitedDocuments citations;
    private final Register register;
    private final DocumentFiles files;
    private final OrganisationDirectory directory;
    private final Clock clock;

    EffectProposals(
            JdbcClient jdbc,
            Effects effects,
            Places places,
            CitedDocuments citations,
            Register register,
            DocumentFiles files,
            OrganisationDirectory directory,
            Clock clock) {
        this.jdbc = jdbc;
        this.effects = effects;
        this.places = places;
        this.citations = citations;
        this.register = register;
        this.files = files;
        this.directory = directory;
        this.clock = clock;
    }

    /** Keeps what was read and not accepted; what is already there, open or decided, stays as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(LegalDocument document, Readings.Read read, List<ProposedEffect> waiting) {
        var text = read.text().text();
        for (var proposal : waiting) {
            // its own beginning and end are confirmed with the document's facts
            boolean ownDay = proposal.self()
                    && proposal.targetProvision() == null
                    && (proposal.kind() == EffectKind.COMMENCE || proposal.kind() == EffectKind.EXPIRE);
            if (ownDay && proposal.from() != null) continue;
            insert(document, text, proposal);
        }
    }

    private void insert(LegalDocument document, String text, ProposedEffect p) {
        var target = p.self()
                ? Optional.of(document)
                : p.target() == null
                        ? Optional.<LegalDocument>empty()
                        : citations.named(document, text, p.span(), p.target(), p.targetTitle(), null);
        var newText = p.newText();
        var territory = String.join(SEPARATOR, EffectAcceptance.places(document, target.orElse(null), p));
        jdbc.sql(
                        "insert ignore into effect_proposal (version, document_id, proposal_key, kind, target_id, target_number, target_title,"
                                + " target_provision, cause_provision, territory, from_date, until_date, boundary, quote, new_text, old_words,"
                                + " new_words, position_label, confidence, reason, state, created_at)"
                                + " values (0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?)")
                .params(Arrays.asList(
                        document.id(),
                        key(p, newText == null ? null : newText.in(text)),
                        p.kind().name(),
                        target.map(LegalDocument::id).orElse(null),
                        p.target(),
                        p.targetTitle(),
                        p.targetProvision(),
                        p.causeProvision(),
                        territory.isEmpty() ? null : cut(territory, 1000),
                        date(p.from()),
                        date(p.until()),
                        p.boundary() == null ? null : cut(p.boundary(), 500),
                        cut(p.span().in(text).strip(), LONGEST_QUOTE),
                        newText == null ? null : newText.in(text),
                        p.oldWords(),
                        p.newWords(),
                        p.position(),
                        p.confidence(),
                        p.reason(),
                        Timestamp.from(clock.instant())))
                .update();
    }

    /** What is proposed, not where it stands: a text read anew, by a later reader, proposes the same. */
    private static String key(ProposedEffect p, @Nullable String newText) {
        var parts = new ArrayList<String>();
        for (var part : Arrays.asList(
                p.kind().name(),
                p.target() == null ? p.targetTitle() : p.target(),
                p.targetProvision(),
                p.causeProvision(),
                p.oldWords(),
                p.newWords(),
                newText == null ? null : newText.replaceAll("\\s+", " "))) parts.add(part == null ? "" : part);
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(hash.digest(String.join("\u0001", parts).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param documentId of the text that proposes, or null for all; the oldest first */
    List<WaitingEffect> list(@Nullable Long documentId, WaitingEffect.@Nullable State state, long after, int limit) {
        return jdbc.sql("select " + COLUMNS + " from effect_proposal where id > ? and (? is null or document_id = ?)"
                        + " and (? is null or state = ?) order by id limit ?")
                .params(Arrays.asList(
                        after,
                        documentId,
                        documentId,
                        state == null ? null : state.name(),
                        state == null ? null : state.name(),
                        limit))
                .query(EffectProposals::row)
                .list();
    }

    /** Of all documents. */
    long waiting() {
        return jdbc.sql("select count(*) from effect_proposal where state = 'OPEN'")
                .query(Long.class)
                .single();
    }

    WaitingEffect get(long id) {
        return jdbc.sql("select " + COLUMNS + " from effect_proposal where id = ?")
                .param(id)
                .query(EffectProposals::row)
                .optional()
                .orElseThrow(IntakeProblem.NO_SUCH_PROPOSAL::asException);
    }

    /**
     * What a person says instead of the reading; null keeps what was read.
     *
     * @param targetProvision empty for the whole document
     */
    record EffectCorrection(
            @Nullable EffectKind kind,
            @Nullable Long targetId,
            @Nullable String targetProvision,
            @Nullable List<String> territory,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        static final EffectCorrection NONE = new EffectCorrection(null, null, null, null, null, null);
    }

    /**
     * Makes an effect of a proposal in the name of {@code by}, with that person's corrections.
     *
     * @throws ProblemException {@link IntakeProblem#PROPOSAL_DECIDED_MEANWHILE} naming who was faster;
     *     {@link IntakeProblem#PROPOSAL_WITHOUT_TARGET}, {@link IntakeProblem#PROPOSAL_WITHOUT_PROVISION} where the text does not tell and the
     *     person did not
     */
    @Transactional
    void accept(long id, long version, EffectCorrection correction, long by) {
        var p = open(id, version);
        var targetId = correction.targetId() == null ? p.targetId() : correction.targetId();
        if (targetId == null) throw IntakeProblem.PROPOSAL_WITHOUT_TARGET.asException();
        var target = register.get(targetId);
        var label = correction.targetProvision() == null ? p.targetProvision() : correction.targetProvision();
        var provision = label == null || label.isBlank()
                ? null
                : TargetWords.read(label).orElseThrow(IntakeProblem.PROPOSAL_WITHOUT_PROVISION::asException);
        var from = correction.from() == null ? p.from() : correction.from();
        var source = register.get(p.documentId());
        var event = from != null || p.boundary() == null
                ? null
                : Boundary.of(p.boundary())
                        .flatMap(b -> citations
                                .named(
                                        source,
                                        p.quote(),
                                        new vn.qppl.text.Span(0, p.quote().length()),
                                        b.number(),
                                        null,
                                        b.issuedOn())
                                .map(d -> new vn.qppl.effect.BoundaryEvent(d.id(), b.event(), b.days())))
                        .orElse(null);
        var named = correction.territory() == null ? p.territory() : correction.territory();
        var keys = new ArrayList<@Nullable String>();
        for (var place : named) keys.add(places.key(place, source.issuedOn()));
        if (keys.isEmpty()) keys.add(null);
        var kind = correction.kind() == null ? p.kind() : correction.kind();
        var entered = new ArrayList<NewEffect>();
        for (var key : keys)
            entered.add(NewEffect.of(kind, target.id())
                    .on(provision == null ? null : provision.eId(), provision == null ? null : provision.label())
                    .in(key)
                    .from(from)
                    .until(correction.until() == null ? p.until() : correction.until())
                    .boundary(from == null ? p.boundary() : null)
                    .by(p.documentId(), p.causeProvision())
                    .quote(p.quote())
                    .newText(p.newText())
                    .words(p.oldWords(), p.newWords())
                    .position(p.position())
                    .boundTo(event)
                    .said());
        var recorded = effects.record(target.id(), entered, by);
        decide(p, WaitingEffect.State.ACCEPTED, null, recorded.getFirst().id(), by);
    }

    @Transactional
    void refuse(long id, long version, String why, long by) {
        decide(open(id, version), WaitingEffect.State.REFUSED, why, null, by);
    }

    /** Reads the document's text again: only what was never proposed is new. */
    @Transactional
    void readAgain(long documentId) {
        var document = register.get(documentId);
        var read = files.textOf(documentId).orElseThrow(IntakeProblem.NOT_READY::asException);
        var known = effects.causedBy(documentId);
        keep(
                document,
                read,
                read.reading().effects().stream()
                        .filter(p -> known.stream()
                                .noneMatch(e -> java.util.Objects.equals(e.causeLabel(), p.causeProvision())
                                        && java.util.Objects.equals(e.targetLabel(), p.targetProvision())))
                        .toList());
    }

    private WaitingEffect open(long id, long version) {
        var p = get(id);
        if (p.state() != WaitingEffect.State.OPEN || p.version() != version) throw decidedMeanwhile(p);
        return p;
    }

    private ProblemException decidedMeanwhile(WaitingEffect p) {
        var by = p.decidedBy();
        return IntakeProblem.PROPOSAL_DECIDED_MEANWHILE.with(Map.of(
                "currentVersion",
                p.version(),
                "state",
                p.state().name(),
                "changedBy",
                by == null ? "" : directory.personName(by)));
    }

    private void decide(
            WaitingEffect p, WaitingEffect.State state, @Nullable String why, @Nullable Long effectId, long by) {
        int changed = jdbc.sql(
                        "update effect_proposal set state = ?, decided_by = ?, decided_at = ?, decided_why = ?, effect_id = ?,"
                                + " version = version + 1 where id = ? and version = ? and state = 'OPEN'")
                .params(Arrays.asList(
                        state.name(), by, Timestamp.from(clock.instant()), why, effectId, p.id(), p.version()))
                .update();
        if (changed != 1) throw decidedMeanwhile(get(p.id()));
    }

    private static String cut(String words, int most) {
        return words.length() <= most ? words : words.substring(0, most - 1) + "…";
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    private static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }

    private static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : (Long) value;
    }

    private static WaitingEffect row(ResultSet row, int n) throws SQLException {
        var territory = row.getString("territory");
        var decidedAt = row.getTimestamp("decided_at");
        return new WaitingEffect(
                row.getLong("id"),
                row.getLong("version"),
                row.getLong("document_id"),
                EffectKind.valueOf(row.getString("kind")),
                longOrNull(row, "target_id"),
                row.getString("target_number"),
                row.getString("target_title"),
                row.getString("target_provision"),
                row.getString("cause_provision"),
                territory == null ? List.of() : List.of(territory.split(SEPARATOR)),
                day(row.getDate("from_date")),
                day(row.getDate("until_date")),
                row.getString("boundary"),
                row.getString("quote"),
                row.getString("new_text"),
                row.getString("old_words"),
                row.getString("new_words"),
                row.getString("position_label"),
                row.getDouble("confidence"),
                row.getString("reason"),
                WaitingEffect.State.valueOf(row.getString("state")),
                longOrNull(row, "decided_by"),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getString("decided_why"),
                longOrNull(row, "effect_id"));
    }
}
