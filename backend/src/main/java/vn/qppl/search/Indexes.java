package vn.qppl.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.qppl.document.LegalDocument;
import vn.qppl.document.Register;
import vn.qppl.index.Answer;
import vn.qppl.index.IndexFolder;
import vn.qppl.index.Question;
import vn.qppl.index.SearchIndex;
import vn.qppl.wording.Readers;

/**
 * The two indexes and the one thread that writes them. Work comes from {@link IndexRequests}; a missing, broken or old index is built
 * beside and switched to; a nightly comparison finds and repairs what drifted.
 */
@Component
class Indexes implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Indexes.class);
    private static final int AT_ONCE = 200;
    private static final long TURN_MILLIS = 300;
    private static final long COMMIT_MILLIS = 5_000;

    /** Who may ask an index. */
    enum Audience {
        STAFF,
        PUBLIC
    }

    private final IndexRequests requests;
    private final IndexedDocuments documents;
    private final Register register;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Path data;

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<Audience, SearchIndex> open = new LinkedHashMap<>();
    private volatile boolean running;
    private volatile boolean rebuilding;
    private volatile @Nullable String lastFailure;
    private volatile @Nullable Comparison lastComparison;
    private volatile boolean rebuildAsked;
    private @Nullable Thread thread;

    Indexes(
            IndexRequests requests,
            IndexedDocuments documents,
            Register register,
            JdbcClient jdbc,
            Clock clock,
            @Value("${qppl.data}") Path data) {
        this.requests = requests;
        this.documents = documents;
        this.register = register;
        this.jdbc = jdbc;
        this.clock = clock;
        this.data = data;
    }

    /** What the comparison of an index with the register found, and asked to be written again. */
    record Comparison(Instant at, long compared, long missing, long stale, long beyond) {}

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("indexer").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        var indexer = thread;
        if (indexer != null) {
            try {
                indexer.join(TimeUnit.SECONDS.toMillis(30));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        closeAll();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Empty while the index is being built. */
    Optional<Answer> ask(Audience audience, Question question) throws IOException {
        lock.readLock().lock();
        try {
            var index = open.get(audience);
            return index == null ? Optional.empty() : Optional.of(index.search(question));
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Builds both anew as soon as the indexer is free; the ones in use answer until then. */
    void askRebuild() {
        rebuildAsked = true;
    }

    boolean rebuilding() {
        return rebuilding || rebuildAsked;
    }

    @Nullable
    String lastFailure() {
        return lastFailure;
    }

    @Nullable
    Comparison lastComparison() {
        return lastComparison;
    }

    /** How many documents the index holds; 0 while it is being built for the first time. */
    long documents(Audience audience) throws IOException {
        lock.readLock().lock();
        try {
            var index = open.get(audience);
            if (index == null) return 0;
            var count = new java.util.concurrent.atomic.AtomicLong();
            index.versions((id, version) -> count.incrementAndGet());
            return count.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    boolean ready(Audience audience) {
        lock.readLock().lock();
        try {
            return open.containsKey(audience);
        } finally {
            lock.readLock().unlock();
        }
    }

    private void run() {
        long committed = System.nanoTime();
        boolean written = false;
        while (running) {
            try {
                openOrBuild();
                if (rebuildAsked) {
                    rebuildAsked = false;
                    for (var audience : Audience.values()) build(audience);
                }
                written |= writeDue();
                boolean time = System.nanoTime() - committed > TimeUnit.MILLISECONDS.toNanos(COMMIT_MILLIS);
                if (written && time) {
                    commitAll();
                    written = false;
                    committed = System.nanoTime();
                }
                lastFailure = null;
            } catch (IOException | DataAccessException | TransactionException e) {
                lastFailure = e.getClass().getSimpleName();
                log.warn("the indexer waits", e);
                pause(5_000);
            }
            pause(TURN_MILLIS);
        }
        try {
            commitAll();
        } catch (IOException e) {
            log.warn("the last commit of the indexes failed; they will be compared at the next start", e);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private IndexFolder folder(Audience audience) {
        return IndexFolder.at(data.resolve("index").resolve(audience.name().toLowerCase(java.util.Locale.ROOT)));
    }

    private void openOrBuild() throws IOException {
        for (var audience : Audience.values()) {
            if (ready(audience)) continue;
            var folder = folder(audience);
            var state = folder.state();
            if (state == IndexFolder.State.READY) {
                folder.sweep();
                put(audience, folder.open());
                // a process that was killed may have lost what was written after the last commit
                compare(audience);
            } else {
                log.info("the {} index is {}: building it", audience, state);
                build(audience);
            }
        }
    }

    private void build(Audience audience) throws IOException {
        rebuilding = true;
        try {
            var folder = folder(audience);
            var built = folder.build();
            long after = 0;
            while (running) {
                var batch = nextDocuments(after);
                if (batch.isEmpty()) break;
                for (var document : batch) {
                    after = document.id();
                    if (belongs(audience, document)) built.replaceDocument(documents.of(document, readers(audience)));
                }
            }
            if (!running) {
                built.close();
                return;
            }
            lock.writeLock().lock();
            try {
                var before = open.remove(audience);
                if (before != null) before.close();
                open.put(audience, folder.switchTo(built));
                folder.sweep();
            } finally {
                lock.writeLock().unlock();
            }
        } finally {
            rebuilding = false;
        }
    }

    private List<LegalDocument> nextDocuments(long after) {
        var ids = jdbc.sql("select id from legal_document where id > ? and stub = false order by id limit ?")
                .params(after, AT_ONCE)
                .query((row, n) -> row.getLong(1))
                .list();
        return register.all(ids).stream()
                .sorted(java.util.Comparator.comparingLong(LegalDocument::id))
                .toList();
    }

    private static boolean belongs(Audience audience, LegalDocument document) {
        return switch (audience) {
            case STAFF -> !document.stub();
            case PUBLIC -> document.open();
        };
    }

    private static Readers readers(Audience audience) {
        return switch (audience) {
            case STAFF -> Readers.STAFF;
            case PUBLIC -> Readers.PUBLIC;
        };
    }

    private void put(Audience audience, SearchIndex index) {
        lock.writeLock().lock();
        try {
            open.put(audience, index);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** @return whether something was written */
    private boolean writeDue() throws IOException {
        var due = requests.due(AT_ONCE);
        if (due.isEmpty()) return false;
        var written = new ArrayList<IndexRequests.Request>();
        for (var request : due) {
            try {
                write(request.documentId());
                written.add(request);
            } catch (IOException e) {
                throw e;
            } catch (RuntimeException e) {
                log.error("document {} cannot be indexed", request.documentId(), e);
                requests.failed(request, String.valueOf(e));
            }
        }
        for (var index : open.values()) index.refresh();
        // a crash before the commit is found by the comparison at the next start
        for (var request : written) requests.done(request);
        return true;
    }

    private void write(long documentId) throws IOException {
        var document = register.find(documentId);
        for (var entry : open.entrySet()) {
            if (document.isPresent() && belongs(entry.getKey(), document.get())) {
                entry.getValue().replaceDocument(documents.of(document.get(), readers(entry.getKey())));
            } else {
                entry.getValue().deleteDocument(documentId);
            }
        }
    }

    /** Compares ids and versions with the register and asks for what differs. */
    Comparison compare(Audience audience) throws IOException {
        var held = new java.util.HashMap<Long, Long>();
        var index = open.get(audience);
        if (index == null) throw new IOException("the " + audience + " index is not open");
        index.versions(held::put);
        long compared = 0;
        long missing = 0;
        long stale = 0;
        long after = 0;
        while (true) {
            var batch = nextDocuments(after);
            if (batch.isEmpty()) break;
            for (var document : batch) {
                after = document.id();
                if (!belongs(audience, document)) continue;
                compared++;
                var version = held.remove(document.id());
                if (version == null) missing++;
                else if (version != document.version()) stale++;
                else continue;
                requests.request(document.id());
            }
        }
        for (var beyond : held.keySet()) requests.request(beyond);
        var comparison = new Comparison(clock.instant(), compared, missing, stale, held.size());
        if (missing + stale + held.size() > 0) log.warn("the {} index differed: {}", audience, comparison);
        lastComparison = comparison;
        return comparison;
    }

    private void commitAll() throws IOException {
        for (var index : open.values()) index.commit();
    }

    private void closeAll() {
        lock.writeLock().lock();
        try {
            for (var index : open.values()) {
                try {
                    index.close();
                } catch (IOException e) {
                    log.warn("an index did not close", e);
                }
            }
            open.clear();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
