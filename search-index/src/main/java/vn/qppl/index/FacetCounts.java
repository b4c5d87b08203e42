package vn.qppl.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Counts documents by facet, once each, and keeps those the question is narrowed to. A document that fails one facet alone
 * is still counted under that facet: its values show what widening it would bring.
 */
final class FacetCounts {
    /** Values given of a facet. */
    private static final int MOST = 100;

    private final Map<Facet, Set<String>> narrowedTo;
    private final @Nullable Long day;
    private final Map<Facet, Map<String, long[]>> counts = new EnumMap<>(Facet.class);
    private final List<Leaf> leaves = new ArrayList<>();
    private @Nullable BinaryDocValues spans;

    FacetCounts(Question question) {
        narrowedTo = question.narrowedTo();
        day = question.on() == null ? null : question.on().toEpochDay();
        for (var facet : Facet.values()) counts.put(facet, new HashMap<>());
    }

    /** One facet within one segment, by the segment's own numbers of values. */
    private final class Leaf {
        final Facet facet;
        final SortedSetDocValues values;
        final long[] byValue;
        final long @Nullable [] kept;
        boolean here;

        Leaf(Facet facet, SortedSetDocValues values) throws IOException {
            this.facet = facet;
            this.values = values;
            byValue = new long[Math.toIntExact(values.getValueCount())];
            var wanted = narrowedTo.get(facet);
            if (wanted == null) {
                kept = null;
            } else {
                var found = new long[wanted.size()];
                int count = 0;
                for (var value : wanted) {
                    long place = values.lookupTerm(new BytesRef(value));
                    if (place >= 0) found[count++] = place;
                }
                kept = Arrays.copyOf(found, count);
            }
        }

        /** Whether the head passes this facet; remembers whether it has values at all. */
        boolean passes(int head) throws IOException {
            here = values.advanceExact(head);
            if (kept == null) return true;
            if (!here) return false;
            boolean passes = false;
            for (int i = 0; i < values.docValueCount(); i++) {
                long value = values.nextOrd();
                for (long wanted : kept) passes |= wanted == value;
            }
            here = values.advanceExact(head);
            return passes;
        }

        void count() throws IOException {
            if (!here) return;
            for (int i = 0; i < values.docValueCount(); i++) byValue[(int) values.nextOrd()]++;
        }
    }

    void enter(LeafReaderContext leaf) throws IOException {
        leaves.clear();
        for (var facet : Facet.values()) {
            if (facet != Facet.STATUS) {
                leaves.add(new Leaf(facet, DocValues.getSortedSet(leaf.reader(), facet.counted())));
            }
        }
        spans = day == null ? null : DocValues.getBinary(leaf.reader(), Schema.SPANS);
    }

    /** @return whether the document passes every facet the question is narrowed to */
    boolean count(int head) throws IOException {
        int failed = 0;
        Facet failing = null;
        for (var leaf : leaves) {
            if (!leaf.passes(head)) {
                failed++;
                failing = leaf.facet;
            }
        }
        var status = status(head);
        var statuses = narrowedTo.get(Facet.STATUS);
        if (statuses != null && (status == null || !statuses.contains(status))) {
            failed++;
            failing = Facet.STATUS;
        }
        if (failed > 1) return false;
        for (var leaf : leaves) {
            if (failed == 0 || leaf.facet == failing) leaf.count();
        }
        if (status != null && (failed == 0 || failing == Facet.STATUS)) add(Facet.STATUS, status, 1);
        return failed == 0;
    }

    private @Nullable String status(int head) throws IOException {
        if (spans == null || day == null || !spans.advanceExact(head)) return null;
        return Spans.on(day, spans.binaryValue());
    }

    void leave() throws IOException {
        for (var leaf : leaves) {
            for (int i = 0; i < leaf.byValue.length; i++) {
                if (leaf.byValue[i] > 0)
                    add(leaf.facet, leaf.values.lookupOrd(i).utf8ToString(), leaf.byValue[i]);
            }
        }
        leaves.clear();
    }

    private void add(Facet facet, String value, long documents) {
        counts.getOrDefault(facet, Map.of()).computeIfAbsent(value, any -> new long[1])[0] += documents;
    }

    Map<Facet, List<Answer.Count>> counted() {
        var result = new EnumMap<Facet, List<Answer.Count>>(Facet.class);
        counts.forEach((facet, values) -> result.put(
                facet,
                values.entrySet().stream()
                        .map(entry -> new Answer.Count(entry.getKey(), entry.getValue()[0]))
                        .sorted(Comparator.comparingLong((Answer.Count count) -> -count.documents())
                                .thenComparing(Answer.Count::value))
                        .limit(MOST)
                        .toList()));
        return result;
    }
}
