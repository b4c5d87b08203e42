package vn.qppl.effect;

import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.qppl.audit.Audit;
import vn.qppl.document.Register;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.reading.EffectKind;

/** Recording effects and asking what follows from them. */
@Service
public class Effects {
    /** Stand for "always before" and "for good" in the table of spans; both databases hold them. */
    static final LocalDate FIRST_DAY = LocalDate.of(1000, 1, 1);

    static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /** A chain of documents hanging on one another is never longer; a cycle stops here and is warned of. */
    private static final int LONGEST_CHAIN = 200;

    private final EffectEntries entries;
    private final Consequences consequences;
    private final Outlines outlines;
    private final Places places;
    private final OrganisationDirectory directory;
    private final org.springframework.transaction.support.TransactionTemplate trial;
    private final Register register;
    private final JdbcTemplate jdbc;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Effects(
            EffectEntries entries,
            Consequences consequences,
            Outlines outlines,
            Places places,
            OrganisationDirectory directory,
            org.springframework.transaction.PlatformTransactionManager transactions,
            Register register,
            JdbcTemplate jdbc,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.entries = entries;
        this.consequences = consequences;
        this.outlines = outlines;
        this.places = places;
        this.directory = directory;
        this.trial = new org.springframework.transaction.support.TransactionTemplate(transactions);
        this.register = register;
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records effects that {@code by} confirms, all on one document, in one act.
     *
     * @throws vn.qppl.web.ProblemException {@link EffectProblem#NO_DATE} for an effect with neither date nor named boundary,
     *     {@link EffectProblem#ENDS_BEFORE_IT_BEGINS}
     */
    @Transactional
    public List<Effect> record(long documentId, List<NewEffect> effects, long by) {
        var now = clock.instant();
        var saved = new java.util.ArrayList<Effect>();
        for (var effect : effects) {
            if (effect.targetId() != documentId) throw new IllegalArgumentException("effects on one document only");
            boolean dated = effect.from() != null || effect.boundary() != null || extension(effect);
            if (!dated) throw EffectProblem.NO_DATE.asException();
            if (effect.from() != null
                    && effect.until() != null
                    && !effect.until().isAfter(effect.from())) {
                throw EffectProblem.ENDS_BEFORE_IT_BEGINS.asException();
            }
            var entered = entries.save(new Effect(effect, by, now));
            saved.add(entered);
            termOfExtension(entered).ifPresent(end -> entries.save(new Effect(end, by, now)));
        }
        entries.flush();
        for (var effect : saved) {
            audit.record(
                    "document:" + documentId,
                    "effect",
                    List.of(
                            Audit.Change.of("kind", null, effect.kind().code()),
                            Audit.Change.of("provision", null, effect.targetLabel()),
                            Audit.Change.of("from", null, effect.from()),
                            Audit.Change.of("until", null, effect.until()),
                            Audit.Change.of("effect", null, effect.id())));
        }
        changed(documentId, by, now);
        follow(documentId, by, now);
        for (var effect : effects)
            if (effect.event() != null) follow(effect.event().documentId(), by, now);
        return saved;
    }

    /** How often the effects on a document changed, and who changed them last; 0 for never. */
    public record Chain(
            long version,
            @Nullable Long changedBy,
            @Nullable Instant changedAt) {}

    @Transactional(readOnly = true)
    public Chain chain(long documentId) {
        return jdbc
                .query(
                        "select version, changed_by, changed_at from effect_chain where document_id = ?",
                        (row, n) -> new Chain(
                                row.getLong(1),
                                (Long) row.getLong(2),
                                row.getTimestamp(3).toInstant()),
                        documentId)
                .stream()
                .findFirst()
                .orElse(new Chain(0, null, null));
    }

    /**
     * Records what a person enters by hand.
     *
     * @param seen version of the chain as the person saw it; null where the caller saw none
     * @throws vn.qppl.web.ProblemException {@link EffectProblem#CHAIN_CHANGED_MEANWHILE} naming who was faster,
     *     {@link EffectProblem#ALREADY_ENTERED}
     */
    @Transactional
    public List<Effect> enter(NewEffect effect, @Nullable Long seen, long by) {
        mustBeAt(effect.targetId(), seen);
        boolean twice = entries.on(effect.targetId()).stream()
                .anyMatch(e -> e.stands()
                        && e.kind() == effect.kind()
                        && java.util.Objects.equals(e.targetProvision(), effect.targetProvision())
                        && java.util.Objects.equals(e.from(), effect.from())
                        && java.util.Objects.equals(e.territory(), effect.territory())
                        && java.util.Objects.equals(e.causeId(), effect.causeId())
                        && java.util.Objects.equals(e.oldWords(), effect.oldWords()));
        if (twice) throw EffectProblem.ALREADY_ENTERED.asException();
        return record(effect.targetId(), List.of(bound(effect)), by);
    }

    /** Where the named boundary is another document's day, that day will date the effect. */
    private NewEffect bound(NewEffect effect) {
        if (effect.from() != null || effect.boundary() == null || effect.event() != null) return effect;
        var citing = register.get(effect.causeId() == null ? effect.targetId() : effect.causeId());
        return Boundary.of(effect.boundary())
                .flatMap(b -> vn.qppl.structure.DocumentNumber.parse(b.number())
                        .flatMap(number -> register.cited(new Register.Cited(number, null, b.issuedOn(), null), citing))
                        .map(d -> effect.boundTo(new BoundaryEvent(d.id(), b.event(), b.days()))))
                .orElse(effect);
    }

    private void mustBeAt(long documentId, @Nullable Long seen) {
        if (seen == null) return;
        // the lock makes two people on one chain wait for each other
        jdbc.query("select version from effect_chain where document_id = ? for update", row -> {}, documentId);
        var now = chain(documentId);
        if (now.version() == seen) return;
        var extras = new HashMap<String, Object>();
        extras.put("currentVersion", now.version());
        if (now.changedBy() != null) extras.put("changedBy", directory.personName(now.changedBy()));
        if (now.changedAt() != null) extras.put("changedAt", now.changedAt().toString());
        throw EffectProblem.CHAIN_CHANGED_MEANWHILE.with(extras);
    }

    /** What an act would change of one document's status. */
    public record Consequence(long documentId, List<Validity.Run> before, List<Validity.Run> after) {}

    /**
     * What recording an effect would change, of its target and of what follows from it; nothing stays. The first is the target.
     */
    public List<Consequence> ifEntered(NewEffect effect, long by) {
        return tried(effect.targetId(), () -> record(effect.targetId(), List.of(effect), by));
    }

    /** What taking an effect back would change; nothing stays. */
    public List<Consequence> ifRetracted(long effectId, long by) {
        return tried(get(effectId).targetId(), () -> retract(effectId, "thử", by));
    }

    private List<Consequence> tried(long target, Runnable act) {
        var after = new java.util.LinkedHashMap<Long, List<Validity.Run>>();
        trial.executeWithoutResult(status -> {
            act.run();
            var since = java.sql.Timestamp.from(clock.instant().minusSeconds(5));
            var touched = jdbc.query(
                    "select distinct target_id from effect where recorded_at >= ? or retracted_at >= ? limit 500",
                    (row, n) -> row.getLong(1),
                    since,
                    since);
            after.put(target, runs(target));
            for (var id : touched) after.putIfAbsent(id, runs(id));
            status.setRollbackOnly();
        });
        var found = new java.util.ArrayList<Consequence>();
        after.forEach((id, runs) -> {
            var before = runs(id);
            if (id == target || !same(before, runs)) found.add(new Consequence(id, before, runs));
        });
        return found;
    }

    private static boolean same(List<Validity.Run> a, List<Validity.Run> b) {
        if (a.size() != b.size()) return false;
        for (int i = 0; i < a.size(); i++)
            if (a.get(i).code() != b.get(i).code()
                    || !java.util.Objects.equals(a.get(i).from(), b.get(i).from())) return false;
        return true;
    }

    private static boolean extension(NewEffect effect) {
        return effect.kind() == EffectKind.EXTEND && effect.until() != null;
    }

    /** "Kéo dài … đến hết ngày 31/12/2025" says a new last day. */
    private static java.util.Optional<NewEffect> termOfExtension(Effect extension) {
        var until = extension.until();
        if (extension.kind() != EffectKind.EXTEND || until == null) return java.util.Optional.empty();
        return java.util.Optional.of(NewEffect.of(EffectKind.EXPIRE, extension.targetId())
                .on(extension.targetProvision(), extension.targetLabel())
                .in(extension.territory())
                .from(until)
                .by(extension.causeId(), extension.causeLabel())
                .quote(extension.quote())
                .derivedFrom(extension.id())
                .said());
    }

    /** Brings a document in line with those that it details or guides, where it was just said which they are. */
    @Transactional
    public void followParents(long childId, long by) {
        var now = clock.instant();
        for (var touched : settle(consequences.ofDetailing(childId, now), by, now)) follow(touched, by, now);
    }

    private void follow(long documentId, long by, Instant now) {
        var waiting = new java.util.ArrayDeque<Long>();
        waiting.add(documentId);
        for (int steps = 0; !waiting.isEmpty() && steps < LONGEST_CHAIN; steps++)
            for (var target : settle(consequences.of(waiting.remove(), now), by, now))
                if (!waiting.contains(target)) waiting.add(target);
    }

    /** @return the documents whose effects changed */
    private java.util.Set<Long> settle(Consequences.Changes changes, long by, Instant now) {
        var touched = new java.util.LinkedHashSet<Long>();
        if (changes.none()) return touched;
        for (var gone : changes.gone()) {
            gone.retract("Căn cứ của tác động này đã thay đổi.", by, now);
            touched.add(gone.targetId());
        }
        for (var fresh : changes.fresh()) {
            entries.save(new Effect(fresh, by, now));
            touched.add(fresh.targetId());
        }
        entries.flush();
        for (var target : touched) changed(target, by, now);
        return touched;
    }

    /** What pointed to a stub points to the document that it was. */
    @org.springframework.context.event.EventListener
    void take(vn.qppl.document.StubMerged merged) {
        entries.flush();
        for (var column : List.of("target_id", "cause_id", "boundary_document"))
            jdbc.update("update effect set " + column + " = ? where " + column + " = ?", merged.kept(), merged.gone());
        jdbc.update("delete from validity_span where document_id = ?", merged.gone());
        jdbc.update("delete from effect_chain where document_id = ?", merged.gone());
        respan(merged.kept(), clock.instant());
    }

    /** @param seen version of the chain as the person saw it; null where the caller saw none */
    @Transactional
    public void retract(long effectId, String why, @Nullable Long seen, long by) {
        mustBeAt(get(effectId).targetId(), seen);
        retract(effectId, why, by);
    }

    /** Takes an effect back; what was known before stays known for questions about that time. */
    @Transactional
    public void retract(long effectId, String why, long by) {
        var effect = entries.findById(effectId).orElseThrow(EffectProblem.NOT_FOUND::asException);
        if (effect.retractedAt() != null) throw EffectProblem.ALREADY_RETRACTED.asException();
        if (effect.derivedFrom() != null) throw EffectProblem.FOLLOWS_FROM_ANOTHER.asException();
        var now = clock.instant();
        effect.retract(why, by, now);
        entries.flush();
        audit.record(
                "document:" + effect.targetId(),
                "retract-effect",
                List.of(Audit.Change.of("effect", effectId, null), Audit.Change.of("reason", null, why)));
        var touched = new java.util.LinkedHashSet<Long>();
        touched.add(effect.targetId());
        for (var derived : entries.derivedFrom(effectId)) {
            derived.retract("Tác động làm căn cứ đã được rút lại.", by, now);
            touched.add(derived.targetId());
        }
        entries.flush();
        for (var target : touched) {
            changed(target, by, now);
            follow(target, by, now);
        }
    }

    /** All effects on a document, retracted ones too, by first day. */
    @Transactional(readOnly = true)
    public List<Effect> on(long documentId) {
        return entries.on(documentId);
    }

    /** All effects on some documents, retracted ones too. At most 1,000 at once. */
    @Transactional(readOnly = true)
    public List<Effect> on(Collection<Long> documentIds) {
        if (documentIds.size() > 1000) throw new IllegalArgumentException("at most 1000 documents at once");
        return documentIds.isEmpty() ? List.of() : entries.on(documentIds);
    }

    /** All effects that a document causes, on itself and on others. */
    @Transactional(readOnly = true)
    public List<Effect> causedBy(long documentId) {
        return entries.causedBy(documentId);
    }

    /** All effects that some documents cause. At most 1,000 documents at once. */
    @Transactional(readOnly = true)
    public List<Effect> causedBy(Collection<Long> documentIds) {
        if (documentIds.size() > 1000) throw new IllegalArgumentException("at most 1000 documents at once");
        return documentIds.isEmpty() ? List.of() : entries.causedBy(documentIds);
    }

    @Transactional(readOnly = true)
    public Effect get(long effectId) {
        return entries.findById(effectId).orElseThrow(EffectProblem.NOT_FOUND::asException);
    }

    /**
     * @param knownAt what the system knew then; now for the present knowledge
     * @param place null for the issuer's whole territory
     */
    @Transactional(readOnly = true)
    public Validity validity(long documentId, Instant knownAt, @Nullable String place) {
        var facts = facts(entries.on(documentId));
        return Validity.of(facts, knownAt, places.covering(place), outlines.of(documentId, facts));
    }

    /** Status on a day, by the table of spans; documents without effects are {@link StatusCode#UNKNOWN}. At most 1,000 at once. */
    @Transactional(readOnly = true)
    public Map<Long, StatusCode> statuses(Collection<Long> documentIds, LocalDate day) {
        var found = new HashMap<Long, StatusCode>();
        if (documentIds.isEmpty()) return found;
        if (documentIds.size() > 1000) throw new IllegalArgumentException("at most 1000 documents at once");
        for (var id : documentIds) found.put(id, StatusCode.UNKNOWN);
        var marks = "?,".repeat(documentIds.size());
        var arguments = new java.util.ArrayList<Object>(documentIds);
        arguments.add(Date.valueOf(day));
        arguments.add(Date.valueOf(day));
        jdbc.query(
                "select document_id, status from validity_span where place = '' and document_id in ("
                        + marks.substring(0, marks.length() - 1) + ") and from_date <= ? and until_date > ?",
                row -> {
                    found.put(row.getLong(1), StatusCode.valueOf(row.getString(2)));
                },
                arguments.toArray());
        return found;
    }

    /** A document's runs of one status over its issuer's whole territory, in order. */
    @Transactional(readOnly = true)
    public List<Validity.Run> runs(long documentId) {
        return validity(documentId, clock.instant(), null).runs();
    }

    /** The same of some documents at once; each of them is in the answer. At most 1,000. */
    @Transactional(readOnly = true)
    public Map<Long, List<Validity.Run>> runs(Collection<Long> documentIds) {
        var now = clock.instant();
        var facts = new HashMap<Long, List<EffectFact>>();
        for (var effect : on(documentIds))
            facts.computeIfAbsent(effect.targetId(), id -> new java.util.ArrayList<>())
                    .add(effect.fact());
        var texts = outlines.of(facts);
        var found = new HashMap<Long, List<Validity.Run>>();
        for (var id : documentIds) {
            var outline = texts.getOrDefault(id, Outline.NONE);
            found.put(
                    id,
                    Validity.of(facts.getOrDefault(id, List.of()), now, null, outline)
                            .runs());
        }
        return found;
    }

    private void changed(long documentId, long by, Instant now) {
        // one statement that both databases have; the row's lock makes two people on one chain wait for each other
        jdbc.update(
                "insert into effect_chain (document_id, version, changed_by, changed_at) values (?, 1, ?, ?)"
                        + " on duplicate key update version = version + 1, changed_by = values(changed_by),"
                        + " changed_at = values(changed_at)",
                documentId,
                by,
                java.sql.Timestamp.from(now));
        respan(documentId, now);
        events.publishEvent(new EffectsChanged(documentId));
    }

    /** Writes the spans anew from the effects. Also the repair when a comparison finds them different. */
    @Transactional
    public void respan(long documentId, Instant now) {
        var facts = facts(entries.on(documentId));
        jdbc.update("delete from validity_span where document_id = ?", documentId);
        var places = new TreeSet<String>();
        for (var fact : facts) if (fact.territory() != null) places.add(fact.territory());
        var rows = new java.util.ArrayList<Object[]>();
        var outline = outlines.of(documentId, facts);
        var whole = Validity.of(facts, now, null, outline);
        addSpans(rows, documentId, "", whole);
        for (var place : places) addSpans(rows, documentId, place, Validity.of(facts, now, place::equals, outline));
        jdbc.batchUpdate(
                "insert into validity_span (document_id, place, from_date, until_date, status, cause_effect_id)"
                        + " values (?, ?, ?, ?, ?, ?)",
                rows);
        register.sortBy(documentId, firstDay(whole), lastDay(whole));
    }

    private static void addSpans(List<Object[]> rows, long documentId, String place, Validity validity) {
        for (var run : validity.runs()) {
            rows.add(new Object[] {
                documentId,
                place,
                Date.valueOf(run.from() == null ? FIRST_DAY : run.from()),
                Date.valueOf(run.until() == null ? LAST_DAY : run.until()),
                run.code().name(),
                run.causes().isEmpty() ? null : run.causes().getFirst().id()
            });
        }
    }

    private static @Nullable LocalDate firstDay(Validity validity) {
        for (var run : validity.runs()) {
            if (run.code() != StatusCode.NOT_YET && run.code() != StatusCode.UNKNOWN) return run.from();
        }
        return null;
    }

    private static @Nullable LocalDate lastDay(Validity validity) {
        var last = validity.runs().getLast();
        return last.code() == StatusCode.EXPIRED ? last.from() : null;
    }

    private static List<EffectFact> facts(List<Effect> effects) {
        return effects.stream().map(Effect::fact).toList();
    }

    /** Commencement as a person confirmed it with the document: the usual first effect. */
    public static NewEffect commencement(long documentId, LocalDate from, @Nullable String clause, String quote) {
        return NewEffect.whole(EffectKind.COMMENCE, documentId, from, documentId, clause, quote);
    }

    /** Expiry by the document's own term (Luật 80/2015 Điều 154 khoản 1; Luật 64/2025 Điều 57 khoản 1). */
    public static NewEffect term(long documentId, LocalDate until, @Nullable String clause, String quote) {
        return NewEffect.whole(EffectKind.EXPIRE, documentId, until, documentId, clause, quote);
    }
}
