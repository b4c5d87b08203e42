package vn.qppl.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/**
 * Gathers passages into documents while they are found. A document's passages stand beside each other in the index, so one
 * document is open at a time and memory is that of one page, however many documents answer.
 */
final class Groups implements Collector {
    /** Passages shown of a document. */
    static final int PASSAGES = 3;
    /** Without facets, counting stops here and the rest is skipped by score. */
    private static final int COUNTED = 1_000;

    /**
     * A document that answers, by its place in the order.
     *
     * @param number its sort key, empty where the order does not need it
     * @param head Lucene's number of its head
     * @param passages best first, the head not among them
     */
    record Group(float score, long issued, long id, String number, int head, List<Found> passages) {}

    /** A passage by Lucene's number. */
    record Found(int doc, float score) {}

    private final Question.Order order;
    private final Comparator<Group> best;
    private final int size;
    private final @Nullable Group after;
    private final @Nullable FacetCounts facets;
    private final PriorityQueue<Group> worstFirst;
    private boolean lowerBound;
    private long total;

    /** @param after the last document of the page before; null for the first page */
    Groups(Question.Order order, int size, @Nullable Cursor after, @Nullable FacetCounts facets) {
        this.order = order;
        this.best = comparator(order);
        this.size = size;
        this.after = after == null
                ? null
                : new Group(after.score(), after.issued(), after.id(), after.number(), -1, List.of());
        this.facets = facets;
        this.worstFirst = new PriorityQueue<>(best.reversed());
    }

    private static Comparator<Group> comparator(Question.Order order) {
        var newest = Comparator.comparingLong(Group::issued).reversed();
        var byId = Comparator.comparingLong(Group::id);
        return switch (order) {
            case RELEVANCE ->
                Comparator.comparingDouble((Group group) -> -group.score())
                        .thenComparing(newest)
                        .thenComparing(byId);
            case NEWEST -> newest.thenComparing(byId);
            case OLDEST ->
                Comparator.comparing((Group group) -> group.issued() == Long.MIN_VALUE)
                        .thenComparingLong(Group::issued)
                        .thenComparing(byId);
            case NUMBER ->
                Comparator.comparing(Group::number).thenComparing(newest).thenComparing(byId);
        };
    }

    /** For one thread: groups lie within a segment, but pages are small and requests many. */
    CollectorManager<Groups, Groups> alone() {
        return new CollectorManager<>() {
            @Override
            public Groups newCollector() {
                return Groups.this;
            }

            @Override
            public Groups reduce(Collection<Groups> collectors) {
                return Groups.this;
            }
        };
    }

    long total() {
        return total;
    }

    boolean totalIsLowerBound() {
        return lowerBound;
    }

    /** The page, in order; one more than its size where another page follows. */
    List<Group> page() {
        var page = new ArrayList<>(worstFirst);
        page.sort(best);
        return Collections.unmodifiableList(page);
    }

    private boolean skips() {
        return facets == null && order == Question.Order.RELEVANCE;
    }

    @Override
    public ScoreMode scoreMode() {
        return skips() ? ScoreMode.TOP_SCORES : ScoreMode.COMPLETE;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
        if (facets != null) facets.enter(leaf);
        return new Leaf(leaf);
    }

    private final class Leaf implements LeafCollector {
        private final int base;
        private final NumericDocValues toHead;
        private final NumericDocValues issued;
        private final NumericDocValues ids;
        private final SortedDocValues numbers;
        private final int[] docs = new int[PASSAGES];
        private final float[] scores = new float[PASSAGES];
        private Scorable scorer = NOTHING;
        private int head = -1;
        private int count;
        private float score;

        Leaf(LeafReaderContext leaf) throws IOException {
            base = leaf.docBase;
            toHead = DocValues.getNumeric(leaf.reader(), Schema.TO_HEAD);
            issued = DocValues.getNumeric(leaf.reader(), Schema.ISSUED);
            ids = DocValues.getNumeric(leaf.reader(), Schema.DOCUMENT_ID);
            numbers = DocValues.getSorted(leaf.reader(), Schema.NUMBER_ORDER);
        }

        @Override
        public void setScorer(Scorable scorer) throws IOException {
            this.scorer = scorer;
            raiseBar();
        }

        @Override
        public void collect(int doc) throws IOException {
            if (doc > head) {
                close();
                toHead.advanceExact(doc);
                head = doc + (int) toHead.longValue();
            }
            float found = scorer.score();
            score = Math.max(score, found);
            if (doc != head) keep(doc, found);
        }

        private void keep(int doc, float found) {
            int place = Math.min(count, PASSAGES);
            while (place > 0 && scores[place - 1] < found) place--;
            if (place == PASSAGES) return;
            count = Math.min(count + 1, PASSAGES);
            for (int i = count - 1; i > place; i--) {
                docs[i] = docs[i - 1];
                scores[i] = scores[i - 1];
            }
            docs[place] = doc;
            scores[place] = found;
        }

        @Override
        public void finish() throws IOException {
            close();
            if (facets != null) facets.leave();
        }

        private void close() throws IOException {
            if (head < 0) return;
            if (facets == null || facets.count(head)) {
                total++;
                if (mayEnter()) enter();
            }
            head = -1;
            count = 0;
            score = 0;
            raiseBar();
        }

        /** Spares most documents the look-up of what orders them. */
        private boolean mayEnter() {
            if (order != Question.Order.RELEVANCE || worstFirst.size() <= size) return true;
            return score >= worstFirst.element().score();
        }

        private void enter() throws IOException {
            issued.advanceExact(head);
            ids.advanceExact(head);
            var number = "";
            if (order == Question.Order.NUMBER && numbers.advanceExact(head)) {
                number = numbers.lookupOrd(numbers.ordValue()).utf8ToString();
            }
            var passages = new ArrayList<Found>(count);
            for (int i = 0; i < count; i++) passages.add(new Found(base + docs[i], scores[i]));
            var group = new Group(score, issued.longValue(), ids.longValue(), number, base + head, passages);
            if (after != null && best.compare(group, after) <= 0) return;
            worstFirst.add(group);
            if (worstFirst.size() > size + 1) worstFirst.remove();
        }

        private void raiseBar() throws IOException {
            if (!skips() || total < COUNTED || worstFirst.size() <= size) return;
            lowerBound = true;
            scorer.setMinCompetitiveScore(worstFirst.element().score());
        }
    }

    private static final Scorable NOTHING = new Scorable() {
        @Override
        public float score() {
            return 0;
        }
    };
}
