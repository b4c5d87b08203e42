package vn.qppl.wording;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.attachment.Readings;
import vn.qppl.audit.Audit;
import vn.qppl.consolidation.Timeline;
import vn.qppl.document.LegalDocument;
import vn.qppl.document.Register;
import vn.qppl.effect.Effect;
import vn.qppl.effect.Effects;
import vn.qppl.reading.TargetAddress;
import vn.qppl.structure.LegalText;
import vn.qppl.structure.ProvisionAddress;
import vn.qppl.structure.Unit;

/** Finishing a text by hand: a person writes the words of a provision where the instruction could not be applied, and answers for it. */
@Service
class HandWriting {
    private final Register register;
    private final Effects effects;
    private final Changes changes;
    private final HandWordings table;
    private final ComposingRequests composing;
    private final DocumentFiles files;
    private final Readings readings;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    HandWriting(
            Register register,
            Effects effects,
            Changes changes,
            HandWordings table,
            ComposingRequests composing,
            DocumentFiles files,
            Readings readings,
            JdbcClient jdbc,
            Audit audit,
            Clock clock) {
        this.register = register;
        this.effects = effects;
        this.changes = changes;
        this.table = table;
        this.composing = composing;
        this.files = files;
        this.readings = readings;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a person needs to write the words of a change.
     *
     * @param before the provision as it reads on the day before; null where it does not exist then
     * @param causeText the clause that orders the change, in its own document; null where that text is not at hand
     */
    record HandWordingTask(
            long effectId,
            @Nullable Long causeId,
            String document,
            @Nullable String provision,
            @Nullable String target,
            @Nullable LocalDate from,
            String reason,
            @Nullable String before,
            @Nullable String causeText) {}

    /** What a retraction does to texts that people have read. */
    record HandWordingConsequence(
            String provision, LocalDate from, @Nullable LocalDate to, String now, String then) {}

    /** Changes on a document that the machine left to a person. */
    List<HandWordingTask> left(LegalDocument document) {
        var input = changes.of(document, clock.instant(), Readers.STAFF);
        if (input.isEmpty()) return List.of();
        var timeline = changes.compose(input.get());
        var tasks = new ArrayList<HandWordingTask>();
        for (var left : timeline.unapplied()) {
            if (left.id() == null) continue;
            var effect = effects.get(left.id());
            if (effect.targetId() != document.id()) continue;
            tasks.add(new HandWordingTask(
                    effect.id(),
                    effect.causeId(),
                    left.number(),
                    effect.causeLabel(),
                    effect.targetLabel(),
                    effect.from(),
                    left.reason(),
                    effect.from() == null ? null : words(timeline, effect, effect.from()),
                    causeText(effect)));
        }
        return tasks;
    }

    private static @Nullable String words(Timeline timeline, Effect effect, LocalDate from) {
        var eId = effect.targetProvision();
        if (eId == null) return null;
        var day = DayText.of(timeline.on(from.minusDays(1)), from.minusDays(1));
        for (var component : day.components()) {
            var found = find(component.provisions(), eId);
            if (found != null) return found.text();
        }
        return null;
    }

    private static DayText.@Nullable Provision find(List<DayText.Provision> among, String address) {
        for (var p : among) {
            if (p.address().equals(address)) return p;
            var below = find(p.children(), address);
            if (below != null) return below;
        }
        return null;
    }

    private @Nullable String causeText(Effect effect) {
        var causeId = effect.causeId();
        var label = effect.causeLabel();
        if (causeId == null || label == null) return null;
        var address = ProvisionAddress.parse(label);
        if (address.isEmpty()) return null;
        for (var file : files.of(causeId)) {
            if (!file.role().equals("ORIGINAL") || file.problem() != null) continue;
            var text = readings.structureOf(file.sha256());
            if (text.isEmpty()) continue;
            for (var component : text.get().components()) {
                var unit = unit(component.units(), address.get().eId());
                if (unit != null && component.kind() == LegalText.ComponentKind.MAIN)
                    return unit.span().in(text.get().text()).strip();
            }
            return null;
        }
        return null;
    }

    private static @Nullable Unit unit(List<Unit> among, String eId) {
        for (var unit : among) {
            if (unit.eId().equals(eId)) return unit;
            var below = unit(unit.children(), eId);
            if (below != null) return below;
        }
        return null;
    }

    List<HandWording> of(long documentId) {
        return table.on(documentId);
    }

    /**
     * Writes the words of a provision for a change on record; they hold from its first day.
     *
     * @param text the whole provision with its number; empty where the change takes it away
     * @throws vn.qppl.web.ProblemException {@link WordingProblem#NO_SUCH_CHANGE}, {@link WordingProblem#PROVISION_NOT_READABLE},
     *     {@link WordingProblem#REASON_MISSING}, {@link WordingProblem#ALREADY_WRITTEN}, {@link WordingProblem#DOES_NOT_FIT} with the reason
     */
    @Transactional
    public void write(long documentId, long effectId, String target, String text, String reason, long by) {
        if (reason.isBlank()) throw WordingProblem.REASON_MISSING.asException();
        var label = target.strip();
        if (label.length() > 300 || TargetAddress.parse(label).isEmpty())
            throw WordingProblem.PROVISION_NOT_READABLE.asException();
        var document = register.get(documentId);
        var now = clock.instant();
        var input = changes.of(document, now, Readers.STAFF).orElseThrow(WordingProblem.NO_TEXT::asException);
        var change = input.changes().stream()
                .filter(c -> c.effect().id() == effectId && c.effect().targetId() == documentId)
                .findFirst()
                .orElseThrow(WordingProblem.NO_SUCH_CHANGE::asException);
        boolean twice = table.on(documentId).stream()
                .anyMatch(w -> w.effectId() == effectId && w.targetLabel().equals(label) && w.knownAt(now));
        if (twice) throw WordingProblem.ALREADY_WRITTEN.asException();
        var written = new HandWording(
                0, documentId, effectId, label, text.strip(), reason.strip(), by, now, null, null, null);
        mustFit(input, change, written);
        jdbc.sql(
                        "insert into hand_wording (document_id, effect_id, target_label, text, reason, confirmed_by, confirmed_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(documentId, effectId, label, written.text(), written.reason(), by, Timestamp.from(now))
                .update(new GeneratedKeyHolder(), "id");
        audit.record(
                "document:" + documentId,
                "write-wording",
                List.of(
                        Audit.Change.of("effect", null, effectId),
                        Audit.Change.of("provision", null, label),
                        Audit.Change.of("text", null, written.text()),
                        Audit.Change.of("reason", null, written.reason())));
        composing.request(documentId);
    }

    private void mustFit(Changes.Input input, Changes.Change change, HandWording written) {
        var tried = new ArrayList<Changes.Change>();
        for (var c : input.changes()) {
            boolean replaced = c.effect().id() == written.effectId() && c.hand() == null;
            if (!replaced) tried.add(c);
        }
        tried.add(new Changes.Change(change.effect(), written));
        var timeline = changes.compose(input.with(tried));
        for (var left : timeline.unapplied())
            if (left.id() != null && left.id() == written.effectId())
                throw WordingProblem.DOES_NOT_FIT.with("reason", left.reason());
    }

    /** What would read otherwise if the words were taken back; empty where nothing would. */
    List<HandWordingConsequence> consequences(long id) {
        var written = table.find(id).orElseThrow(WordingProblem.NOT_FOUND::asException);
        var document = register.get(written.documentId());
        var now = clock.instant();
        var input = changes.of(document, now, Readers.STAFF);
        if (input.isEmpty() || !written.knownAt(now)) return List.of();
        var without = new ArrayList<Changes.Change>();
        for (var c : input.get().changes()) {
            if (c.hand() == null || c.hand().id() != id) without.add(c);
            else without.add(new Changes.Change(c.effect(), null));
        }
        var present = changes.compose(input.get());
        var then = changes.compose(input.get().with(without));
        var out = new ArrayList<HandWordingConsequence>();
        var days = new java.util.TreeSet<>(present.changes());
        days.addAll(then.changes());
        for (var day : days) {
            for (var c : Comparison.between(DayText.of(present.on(day), day), DayText.of(then.on(day), day)))
                out.add(new HandWordingConsequence(
                        c.label(),
                        day,
                        days.higher(day),
                        c.before() == null ? "" : c.before(),
                        c.after() == null ? "" : c.after()));
        }
        return List.copyOf(out);
    }

    /**
     * Takes words back. What was read before stays known for questions about that time.
     *
     * @param seen whether the person was shown what a published text loses by it
     * @throws vn.qppl.web.ProblemException {@link WordingProblem#CONSEQUENCES} with the list, where it was not
     */
    @Transactional
    public void retract(long id, String why, boolean seen, long by) {
        if (why.isBlank()) throw WordingProblem.REASON_MISSING.asException();
        var written = table.find(id).orElseThrow(WordingProblem.NOT_FOUND::asException);
        if (written.retractedAt() != null) throw WordingProblem.ALREADY_RETRACTED.asException();
        if (!seen && register.get(written.documentId()).open()) {
            var consequences = consequences(id);
            if (!consequences.isEmpty()) throw WordingProblem.CONSEQUENCES.with("consequences", consequences);
        }
        int done = jdbc.sql("update hand_wording set retracted_by = ?, retracted_at = ?, retracted_why = ?"
                        + " where id = ? and retracted_at is null")
                .params(by, Timestamp.from(clock.instant()), why.strip(), id)
                .update();
        if (done == 0) throw WordingProblem.ALREADY_RETRACTED.asException();
        audit.record(
                "document:" + written.documentId(),
                "retract-wording",
                List.of(
                        Audit.Change.of("effect", written.effectId(), null),
                        Audit.Change.of("provision", written.targetLabel(), null),
                        Audit.Change.of("reason", null, why.strip())));
        composing.request(written.documentId());
    }
}
