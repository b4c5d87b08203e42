package vn.qppl.wording;

import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.qppl.document.DocumentChanged;
import vn.qppl.effect.Effects;
import vn.qppl.effect.EffectsChanged;
import vn.qppl.queue.AfterCommit;

/** Asks for wordings to be put together anew, in the transaction of what makes them out of date. */
@Component
class ComposingRequests {
    /** A change of a change of a change. */
    private static final int DEEPEST = 3;

    private static final int MOST_DOCUMENTS = 1000;

    private final Effects effects;
    private final AfterCommit queue;

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

    /** Of a document, and of those that it changes. */
    void request(long documentId) {
        var asked = new LinkedHashSet<Long>();
        Set<Long> next = Set.of(documentId);
        for (int depth = 0; depth < DEEPEST && !next.isEmpty(); depth++) {
            asked.addAll(next);
            var further = new LinkedHashSet<Long>();
            for (var id : next)
                for (var effect : effects.causedBy(id))
                    if (Changes.textual(effect)
                            && !asked.contains(effect.targetId())
                            && further.size() < MOST_DOCUMENTS) further.add(effect.targetId());
            next = further;
        }
        for (var id : asked) {
            boolean changed = effects.on(id).stream().anyMatch(Changes::textual);
            if (changed) queue.enqueue(Composing.NAME, Long.toString(id));
        }
    }
}
