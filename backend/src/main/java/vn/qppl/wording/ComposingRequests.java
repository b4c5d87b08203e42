package vn.qppl.wording;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.qppl.document.DocumentChanged;
import vn.qppl.effect.Effect;
import vn.qppl.effect.Effects;
import vn.qppl.effect.EffectsChanged;
import vn.qppl.queue.AfterCommit;
import vn.qppl.queue.OncePerTransaction;

/** Asks for wordings to be put together anew, in the transaction of what makes them out of date. */
@Component
class ComposingRequests {
    /** A change of a change of a change. */
    private static final int DEEPEST = 3;

    private static final int MOST_DOCUMENTS = 1000;

    private final Effects effects;
    private final AfterCommit queue;
    private final OncePerTransaction<Long> changes = new OncePerTransaction<>(this::enqueue);

    ComposingRequests(Effects effects, AfterCommit queue) {
        this.effects = effects;
        this.queue = queue;
    }

    @EventListener
    void on(EffectsChanged changed) {
        request(changed.documentId());
    }

    @EventListener
    void on(DocumentChanged changed) {
        request(changed.documentId());
    }

    void request(long documentId) {
        changes.ask(documentId);
    }

    /** Of these documents, and of those that they change. */
    private void enqueue(Collection<Long> documentIds) {
        var asked = new LinkedHashSet<Long>();
        Collection<Long> next = documentIds;
        for (int depth = 0; depth < DEEPEST && !next.isEmpty(); depth++) {
            asked.addAll(next);
            var further = new LinkedHashSet<Long>();
            for (var effect : inParts(next, effects::causedBy))
                if (Changes.textual(effect) && !asked.contains(effect.targetId()) && further.size() < MOST_DOCUMENTS)
                    further.add(effect.targetId());
            next = further;
        }
        inParts(asked, effects::on).stream()
                .filter(Changes::textual)
                .map(Effect::targetId)
                .distinct()
                .sorted()
                .forEach(id -> queue.enqueue(Composing.NAME, Long.toString(id)));
    }

    /** A transaction may touch more documents than one question may name. */
    private static List<Effect> inParts(
            Collection<Long> documentIds, Function<Collection<Long>, List<Effect>> question) {
        var ids = List.copyOf(documentIds);
        var found = new ArrayList<Effect>();
        for (int start = 0; start < ids.size(); start += MOST_DOCUMENTS)
            found.addAll(question.apply(ids.subList(start, Math.min(ids.size(), start + MOST_DOCUMENTS))));
        return found;
    }
}
