package vn.qppl.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogByteSizeMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * One index, open for writing and asking. Safe for several threads; one process may have it open.
 *
 * <p>What is written is found after {@link #refresh}, and outlives a crash after {@link #commit}.
 */
public final class SearchIndex implements AutoCloseable {
    static final String SCHEMA_KEY = "schema";
    private static final double KEPT_SECONDS = 180;

    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    /** Searchers that a next page may still ask. */
    private final SearcherLifetimeManager snapshots = new SearcherLifetimeManager();

    /** How an index will be written. */
    enum Writing {
        /** From nothing, document after document: what arrives first stands first. */
        BULK,
        /** Document by document as they change. */
        LIVE
    }

    SearchIndex(Path folder, Writing writing) throws IOException {
        directory = FSDirectory.open(folder);
        var config = new IndexWriterConfig()
                .setSimilarity(Relevance.SIMILARITY)
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND)
                .setCommitOnClose(true);
        switch (writing) {
            case BULK -> config.setMergePolicy(new LogByteSizeMergePolicy()).setRAMBufferSizeMB(128);
            case LIVE -> config.setMergePolicy(new TieredMergePolicy()).setRAMBufferSizeMB(32);
        }
        writer = new IndexWriter(directory, config);
        writer.setLiveCommitData(Map.of(SCHEMA_KEY, Schema.version()).entrySet());
        searchers = new SearcherManager(writer, new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
                var searcher = new IndexSearcher(reader);
                searcher.setSimilarity(Relevance.SIMILARITY);
                return searcher;
            }
        });
        searchers.addListener(new ReferenceManager.RefreshListener() {
            @Override
            public void beforeRefresh() {}

            /** Until something changes all searchers are one, and there is nothing to let go of. */
            @Override
            public void afterRefresh(boolean refreshed) throws IOException {
                snapshots.prune(new SearcherLifetimeManager.PruneByAge(KEPT_SECONDS));
            }
        });
    }

    /** Writes a document in place of what the index holds of it. */
    public void replaceDocument(IndexedDocument document) throws IOException {
        writer.updateDocuments(idTerm(document.id()), Schema.block(document));
    }

    /** Forgets a document; does nothing where it is not there. */
    public void deleteDocument(long id) throws IOException {
        writer.deleteDocuments(idTerm(id));
    }

    /** Makes what was written findable now. */
    public void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** Makes what was written outlive a crash. */
    public void commit() throws IOException {
        writer.commit();
    }

    /** False once a failure while writing (a full disk, a file that is gone) has closed it for good; it still answers. */
    public boolean writable() {
        return writer.isOpen();
    }

    /** A page of documents, best first, with their best passages. */
    public Answer search(Question question) throws IOException {
        var after = Cursor.read(question.after());
        var earlier = after == null ? null : snapshots.acquire(after.snapshot());
        if (earlier != null) {
            try {
                return answer(question, after, earlier);
            } finally {
                snapshots.release(earlier);
            }
        }
        var searcher = searchers.acquire();
        try {
            return answer(question, after, searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    private Answer answer(Question question, @Nullable Cursor after, IndexSearcher searcher) throws IOException {
        var asked = QueryReader.read(question.text(), searcher.getIndexReader());
        var filters = filters(question, question.facets());
        boolean widened = after != null && after.widened();
        var found = gather(question, after, searcher, narrowed(widened ? asked.broad() : asked.query(), filters));
        if (found.groups.total() == 0 && after == null && !asked.everything()) {
            widened = true;
            found = gather(question, null, searcher, narrowed(asked.broad(), filters));
        }
        var page = found.groups.page();
        boolean more = page.size() > question.size();
        if (more) page = page.subList(0, question.size());
        var hits = new Hits(searcher.getIndexReader(), asked.syllables(), question.on()).shown(page);
        return new Answer(
                found.groups.total(),
                found.groups.totalIsLowerBound(),
                widened && found.groups.total() > 0,
                hits,
                found.facets == null ? Map.of() : found.facets.counted(),
                more
                        ? Cursor.after(snapshots.record(searcher), widened, page.getLast())
                                .written()
                        : null);
    }

    private record Gathered(Groups groups, @Nullable FacetCounts facets) {}

    private static Gathered gather(Question question, @Nullable Cursor after, IndexSearcher searcher, Query query)
            throws IOException {
        var facets = question.facets() ? new FacetCounts(question) : null;
        var groups = new Groups(question.order(), question.size(), after, facets);
        searcher.search(query, groups.alone());
        return new Gathered(groups, facets);
    }

    /**
     * The best passages, not grouped by document; as many as asked for where that many have one word of the question. Equal
     * scores stand in the order of writing. Facets, order and paging of the question are not looked at.
     */
    public List<PassageMatch> passages(Question question, int count) throws IOException {
        if (count < 1) return List.of();
        var searcher = searchers.acquire();
        try {
            var asked = QueryReader.read(question.text(), searcher.getIndexReader());
            var filters = filters(question, false);
            filters.add(new TermQuery(new Term(Schema.KIND, Schema.PASSAGE)));
            var found = searcher.search(narrowed(asked.query(), filters), count).scoreDocs;
            if (found.length < count)
                found = filledUp(found, searcher.search(narrowed(asked.broad(), filters), count).scoreDocs);
            return matches(searcher, found);
        } finally {
            searchers.release(searcher);
        }
    }

    /**
     * Ids of the documents that answer best, for lists that have an order of their own: at most so many. Where none has all of
     * what was asked, those with some of it. Facets, order and paging of the question are not looked at; what it is narrowed to is.
     */
    public List<Long> documents(Question question, int most) throws IOException {
        var searcher = searchers.acquire();
        try {
            var asked = QueryReader.read(question.text(), searcher.getIndexReader());
            var filters = filters(question, false);
            var found = best(searcher, narrowed(asked.query(), filters), most);
            return found.isEmpty() && !asked.everything()
                    ? best(searcher, narrowed(asked.broad(), filters), most)
                    : found;
        } finally {
            searchers.release(searcher);
        }
    }

    private static List<Long> best(IndexSearcher searcher, Query query, int most) throws IOException {
        var groups = new Groups(Question.Order.RELEVANCE, most, null, null);
        searcher.search(query, groups.alone());
        return groups.page().stream().limit(most).map(Groups.Group::id).toList();
    }

    /** How many documents the index holds. */
    public int count() throws IOException {
        var searcher = searchers.acquire();
        try {
            return searcher.count(new TermQuery(new Term(Schema.KIND, Schema.HEAD)));
        } finally {
            searchers.release(searcher);
        }
    }

    /** What has most of the question first, then what has some of it. */
    private static ScoreDoc[] filledUp(ScoreDoc[] first, ScoreDoc[] then) {
        var seen = new HashSet<Integer>();
        for (var hit : first) seen.add(hit.doc);
        var all = new ArrayList<>(List.of(first));
        float last = first.length == 0 ? Float.MAX_VALUE : first[first.length - 1].score;
        for (var hit : then) {
            if (all.size() >= then.length) break;
            if (!seen.contains(hit.doc)) all.add(new ScoreDoc(hit.doc, Math.min(hit.score, last)));
        }
        return all.toArray(ScoreDoc[]::new);
    }

    private static List<PassageMatch> matches(IndexSearcher searcher, ScoreDoc[] found) throws IOException {
        var heads = new Heads(searcher.getIndexReader());
        var stored = searcher.storedFields();
        var matches = new ArrayList<PassageMatch>(found.length);
        for (var hit : found) {
            var address =
                    stored.document(hit.doc, java.util.Set.of(Schema.ADDRESS)).get(Schema.ADDRESS);
            matches.add(new PassageMatch(heads.documentId(hit.doc), address, hit.score));
        }
        return matches;
    }

    /**
     * What does not change scores: the day's wordings, days of issue, facets.
     *
     * @param facetsLater whether facets are looked at while they are counted
     */
    private static List<Query> filters(Question question, boolean facetsLater) {
        var filters = new ArrayList<Query>();
        if (question.issuedFrom() != null || question.issuedTo() != null) {
            filters.add(LongPoint.newRangeQuery(
                    Schema.ISSUED_ON,
                    Schema.day(question.issuedFrom(), Long.MIN_VALUE),
                    Schema.day(question.issuedTo(), Long.MAX_VALUE)));
        }
        if (!facetsLater) {
            question.narrowedTo().forEach((facet, values) -> filters.add(Schema.oneOf(facet, values, question.on())));
        }
        if (question.on() != null) filters.add(Schema.wordingOn(question.on()));
        return filters;
    }

    private static Query narrowed(Query query, List<Query> filters) {
        if (filters.isEmpty()) return query;
        var narrowed = new BooleanQuery.Builder();
        if (query instanceof BooleanQuery flat
                && flat.getMinimumNumberShouldMatch() == 0
                && flat.clauses().stream()
                        .allMatch(clause -> clause.occur() == Occur.SHOULD || clause.occur() == Occur.FILTER)) {
            flat.clauses().forEach(narrowed::add);
            boolean filtered = flat.clauses().stream().anyMatch(clause -> clause.occur() == Occur.FILTER);
            if (!filtered) narrowed.setMinimumNumberShouldMatch(1);
        } else {
            narrowed.add(query, Occur.MUST);
        }
        filters.forEach(filter -> narrowed.add(filter, Occur.FILTER));
        return narrowed.build();
    }

    /** Every document with its version, in no order: what the nightly comparison reads. */
    public void versions(Versions reader) throws IOException {
        var searcher = searchers.acquire();
        try {
            for (var leaf : searcher.getIndexReader().leaves()) {
                var ids = leaf.reader().getNumericDocValues(Schema.DOCUMENT_ID);
                var versions = leaf.reader().getNumericDocValues(Schema.DOCUMENT_VERSION);
                var live = leaf.reader().getLiveDocs();
                if (ids == null || versions == null) continue;
                for (int doc = ids.nextDoc();
                        doc != org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;
                        doc = ids.nextDoc()) {
                    if (live != null && !live.get(doc)) continue;
                    if (versions.advanceExact(doc)) reader.document(ids.longValue(), versions.longValue());
                }
            }
        } finally {
            searchers.release(searcher);
        }
    }

    /** Takes one document at a time. */
    @FunctionalInterface
    public interface Versions {
        void document(long id, long version) throws IOException;
    }

    Path folder() {
        return directory.getDirectory();
    }

    @Override
    public void close() throws IOException {
        snapshots.close();
        searchers.close();
        writer.close();
        directory.close();
    }

    private static Term idTerm(long id) {
        return new Term(Schema.ID, Long.toString(id));
    }
}
