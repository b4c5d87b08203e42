package vn.qppl.search;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;
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
    /** Of changes: few, so that what a person just confirmed is found soon though an import goes on. */
    private static final int CHANGES_AT_ONCE = 60;

    private static final long TURN_MILLIS = 300;
    /** After a turn that wrote: what comes close together shares a commit, and is still found within two seconds. */
    private static final long BUSY_TURN_MILLIS = 700;

    private static final long WAITING_MILLIS = 5_000;
    /** Nobody works at this hour; a night that was missed is caught up. */
    private static final int COMPARING_HOUR = 2;

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
    /** Indexes that are being built beside those in use; the indexer's own. */
    private final Map<Audience, SearchIndex> next = new EnumMap<>(Audience.class);

    private volatile boolean running;
    private volatile boolean rebuilding;
    private volatile @Nullable String lastFailure;
    private volatile @Nullable Comparison lastComparison;
    private volatile boolean rebuildAsked;
    private @Nullable Thread thread;
    /** One for each index. */
    private @Nullable ExecutorService pens;

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
        pens = Executors.newFixedThreadPool(
                Audience.values().length,
                Thread.ofPlatform().daemon().name("index-pen-", 0).factory());
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
        if (pens != null) pens.shutdown();
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

    Optional<List<Long>> documents(Audience audience, Question question, int most) throws IOException {
        lock.readLock().lock();
        try {
            var index = open.get(audience);
            return index == null ? Optional.empty() : Optional.of(index.documents(question, most));
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
            return index == null ? 0 : index.count();
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
        while (running) {
            boolean wrote = false;
            try {
                openOrBuild();
                if (rebuildAsked) {
                    rebuilding = true; // first: one of the two is true until the new ones are in use
                    rebuildAsked = false;
                    build(EnumSet.allOf(Audience.class));
                }
                compareNightly();
                wrote = writeDue();
                lastFailure = null;
            } catch (IOException | RuntimeException e) {
                // whatever a turn met, the next one begins: an hour without a database or a full disk must not end all
                // indexing
                lastFailure = e.getClass().getSimpleName();
                log.warn("the indexer waits", e);
                letGoOfClosed();
                pause(WAITING_MILLIS);
            }
            pause(wrote ? BUSY_TURN_MILLIS : TURN_MILLIS);
        }
        try {
            commitAll();
        } catch (IOException e) {
            log.warn("the last commit of the indexes failed; they will be compared at the next start", e);
        }
    }

    /** An index that a full disk or a lost file closed for good is opened again, or built, at the next turn. */
    private void letGoOfClosed() {
        lock.writeLock().lock();
        try {
            for (var audience : Set.copyOf(open.keySet())) {
                var index = open.get(audience);
                if (index == null || index.writable()) continue;
                open.remove(audience);
                index.close();
            }
        } catch (IOException e) {
            log.warn("an index did not close", e);
        } finally {
            lock.writeLock().unlock();
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
        var building = EnumSet.noneOf(Audience.class);
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
                building.add(audience);
            }
        }
        if (!building.isEmpty()) build(building);
    }

    private void compareNightly() throws IOException {
        var now = clock.instant().atZone(clock.getZone());
        var night = now.toLocalDate().atTime(COMPARING_HOUR, 0).atZone(clock.getZone());
        if (now.isBefore(night)) night = night.minusDays(1);
        var last = lastComparison;
        if (last != null && !last.at().isBefore(night.toInstant())) return;
        for (var audience : Audience.values()) compare(audience);
    }

    /**
     * Builds indexes beside those in use, document after document: a text is read once for all of them, and no more than one batch
     * of documents is held at a time.
     */
    private void build(Set<Audience> audiences) throws IOException {
        rebuilding = true;
        boolean whole = false;
        try {
            for (var audience : audiences) next.put(audience, folder(audience).build());
            long after = 0;
            while (running && !whole) {
                var batch = nextDocuments(after);
                whole = batch.isEmpty();
                if (!whole) after = batch.getLast().id();
                write(batch, next).forEach(Indexes::complain);
                // what changes meanwhile is found in the old ones, and will be in the new ones
                writeDue();
            }
            if (whole) takeIntoUse();
        } finally {
            rebuilding = false;
            for (var index : next.values()) index.close();
            next.clear();
        }
    }

    private void takeIntoUse() throws IOException {
        lock.writeLock().lock();
        try {
            for (var audience : Set.copyOf(next.keySet())) {
                var built = next.remove(audience);
                if (built == null) continue;
                var before = open.remove(audience);
                if (before != null) before.close();
                open.put(audience, folder(audience).switchTo(built));
                folder(audience).sweep();
            }
        } finally {
            lock.writeLock().unlock();
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

    /** A request is done when its document outlives a crash: its facts have a version to compare, its effects have none. */
    private boolean writeDue() throws IOException {
        var due = requests.due(CHANGES_AT_ONCE);
        if (due.isEmpty()) return false;
        var changed =
                register.all(due.stream().map(IndexRequests.Request::documentId).toList());
        var gone = due.stream().map(IndexRequests.Request::documentId).collect(Collectors.toCollection(HashSet::new));
        changed.forEach(document -> gone.remove(document.id()));
        for (var id : gone) delete(id);
        var failures = new HashMap<>(write(changed, open));
        failures.putAll(write(changed, next));
        failures.forEach(Indexes::complain);
        together(open.values().stream()
                .<Callable<Boolean>>map(index -> () -> {
                    index.refresh();
                    index.commit();
                    return true;
                })
                .toList());
        var written = new ArrayList<IndexRequests.Request>();
        for (var request : due) {
            var failure = failures.get(request.documentId());
            if (failure == null) written.add(request);
            else requests.failed(request, String.valueOf(failure));
        }
        requests.done(written);
        return true;
    }

    private static void complain(long documentId, RuntimeException failure) {
        log.error("document {} cannot be indexed", documentId, failure);
    }

    private void delete(long documentId) throws IOException {
        for (var index : open.values()) index.deleteDocument(documentId);
        for (var index : next.values()) index.deleteDocument(documentId);
    }

    /**
     * Writes documents into each of the indexes, both at the same time: most of the work is taking the words apart.
     *
     * @return documents that could not be written, and why; the others are
     */
    private Map<Long, RuntimeException> write(List<LegalDocument> batch, Map<Audience, SearchIndex> indexes)
            throws IOException {
        var failures = new ConcurrentHashMap<Long, RuntimeException>();
        if (batch.isEmpty() || indexes.isEmpty()) return failures;
        var held = documents.batch(batch);
        var tasks = indexes.entrySet().stream()
                .<Callable<Boolean>>map(entry -> () -> {
                    for (var document : batch) {
                        try {
                            write(document, held, entry.getKey(), entry.getValue());
                        } catch (DataAccessException | TransactionException e) {
                            throw e; // not the document's fault
                        } catch (RuntimeException e) {
                            failures.putIfAbsent(document.id(), e);
                        }
                    }
                    return true;
                })
                .toList();
        together(tasks);
        return failures;
    }

    /** Waits for all of them; the first failure is the caller's. */
    private void together(List<Callable<Boolean>> tasks) throws IOException {
        try {
            for (var task : Objects.requireNonNull(pens).invokeAll(tasks)) task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("while writing");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    private void write(LegalDocument document, IndexedDocuments.Batch held, Audience audience, SearchIndex index)
            throws IOException {
        if (belongs(audience, document)) index.replaceDocument(documents.of(document, held, readers(audience)));
        else index.deleteDocument(document.id());
    }

    /** Compares ids and versions with the register and asks for what differs. */
    Comparison compare(Audience audience) throws IOException {
        var held = new HashMap<Long, Long>();
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
