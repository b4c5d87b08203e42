package vn.qppl.review;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.qppl.document.DocumentChanged;
import vn.qppl.document.Register;
import vn.qppl.effect.Effect;
import vn.qppl.effect.Effects;
import vn.qppl.effect.EffectsChanged;
import vn.qppl.queue.AfterCommit;
import vn.qppl.queue.OncePerTransaction;

/** Asks for the list of a change to be worked out, in the transaction of the change. */
@Component
class ReviewRequests {
    private static final int MOST_QUESTIONS = 1000;

    private final Register register;
    private final Effects effects;
    private final ReviewRows rows;
    private final AfterCommit queue;
    private final OncePerTransaction<Long> changes = new OncePerTransaction<>(this::enqueue);
    private final OncePerTransaction<Long> local = new OncePerTransaction<>(ids -> read(MentionReading.NAME, ids));
    private final OncePerTransaction<Long> higher = new OncePerTransaction<>(ids -> read(DutyReading.NAME, ids));

    ReviewRequests(Register register, Effects effects, ReviewRows rows, AfterCommit queue) {
        this.register = register;
        this.effects = effects;
        this.rows = rows;
        this.queue = queue;
    }

    @EventListener
    void on(EffectsChanged changed) {
        changes.ask(changed.documentId());
    }

    @EventListener
    void on(DocumentChanged changed) {
        var document = register.find(changed.documentId());
        if (document.filter(MentionReading::hasMentions).isPresent()) local.ask(changed.documentId());
        else if (document.filter(DutyReading::hasDuties).isPresent()) higher.ask(changed.documentId());
    }

    private void read(String task, Collection<Long> documentIds) {
        documentIds.stream().sorted().forEach(id -> queue.enqueue(task, Long.toString(id)));
    }

    /** Most documents only begin: nothing follows from that. */
    private void enqueue(Collection<Long> documentIds) {
        var ids = List.copyOf(documentIds);
        var asked = new TreeSet<Long>();
        for (int start = 0; start < ids.size(); start += MOST_QUESTIONS) {
            var some = ids.subList(start, Math.min(ids.size(), start + MOST_QUESTIONS));
            effects.on(some).stream()
                    .filter(Change::matters)
                    .map(Effect::targetId)
                    .forEach(asked::add);
            asked.addAll(rows.awaited(some));
        }
        for (long id : asked) queue.enqueue(ImpactListing.NAME, Long.toString(id));
    }
}
