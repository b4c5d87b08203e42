package vn.qppl.wording;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.qppl.consolidation.Timeline;
import vn.qppl.document.LegalDocument;
import vn.qppl.effect.Effect;
import vn.qppl.queue.AfterCommit;

/** Texts as they read, read and will read, as the register knew it at a time. */
@Service
public class Wordings {
    private final Changes changes;
    private final WordingStore store;
    private final AfterCommit queue;
    private final Clock clock;
    private final Cache<String, Timeline> recent;

    Wordings(Changes changes, WordingStore store, AfterCommit queue, Clock clock) {
        this.changes = changes;
        this.store = store;
        this.queue = queue;
        this.clock = clock;
        this.recent = Caffeine.newBuilder()
                .maximumWeight(20_000_000)
                .<String, Timeline>weigher((key, timeline) -> 1000 + weight(timeline))
                .build();
    }

    private static int weight(Timeline timeline) {
        int weight = 0;
        for (var piece : timeline.pieces()) weight += 200 + piece.text().length();
        return weight;
    }

    /**
     * A document's wordings; what is stored where it is up to date, else put together now.
     *
     * @param knownAt what the register knew then; null for now
     * @return empty where no text of the document is at hand
     */
    public Optional<Wording> of(LegalDocument document, @Nullable Instant knownAt, Readers readers) {
        return changes.of(document, knownAt == null ? clock.instant() : knownAt, readers)
                .map(input -> {
                    var effects = new HashMap<Long, Effect>();
                    for (var change : input.changes())
                        effects.put(change.effect().id(), change.effect());
                    return new Wording(document, timeline(input, knownAt == null), effects, input.withheld());
                });
    }

    /** Those of some documents whose words something on record changes; the others read as issued. At most 1,000. */
    public Set<Long> changed(Collection<Long> documentIds) {
        return changes.changed(documentIds, clock.instant());
    }

    /** @param present whether it is put together from all that is known: what is to be stored */
    private Timeline timeline(Changes.Input input, boolean present) {
        var key = input.document().id() + " " + input.fingerprint();
        var cached = recent.getIfPresent(key);
        if (cached != null) return cached;
        if (input.changes().isEmpty()) {
            var asIssued = changes.compose(input);
            recent.put(key, asIssued);
            return asIssued;
        }
        var stored = store.find(input.document().id(), input.fingerprint());
        var timeline = stored.orElseGet(() -> changes.compose(input));
        recent.put(key, timeline);
        // the one of another engine, or that a restored register never had
        if (stored.isEmpty() && present && input.withheld() == 0)
            queue.enqueue(Composing.NAME, Long.toString(input.document().id()));
        return timeline;
    }
}
