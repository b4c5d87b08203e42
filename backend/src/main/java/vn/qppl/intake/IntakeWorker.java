package vn.qppl.intake;

import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.attachment.FileTexts;
import vn.qppl.attachment.Readings;
import vn.qppl.reading.DocumentReader;
import vn.qppl.text.ExtractionException;
import vn.qppl.text.ExtractionProblem;
import vn.qppl.text.TextExtractor;
import vn.qppl.web.DatabaseTrouble;

/**
 * Reads received files, several at a time, outside any transaction. The table of items is the queue: what a killed process had claimed
 * is read at its next start, and nothing is done twice because a text is kept by its file's hash. While the database is away or the
 * disk is full nothing is decided about any file: reading waits and goes on by itself.
 */
@Component
class IntakeWorker implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(IntakeWorker.class);
    private static final int CLAIM = 4;

    private final IntakeItems items;
    private final Acceptance acceptance;
    private final DocumentFiles files;
    private final FileTexts texts;
    private final Readings readings;
    private final Sheets sheets;
    private final TextExtractor extractor;
    private final int workers;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;
    private volatile @Nullable Halt halt;

    /** Why reading and accepting wait, though there may be work. */
    enum Halt {
        DISK_FULL,
        DATABASE_AWAY
    }

    IntakeWorker(
            IntakeItems items,
            Acceptance acceptance,
            DocumentFiles files,
            FileTexts texts,
            Readings readings,
            Sheets sheets,
            TextExtractor extractor,
            @Value("${qppl.intake.workers:2}") int workers) {
        this.items = items;
        this.acceptance = acceptance;
        this.files = files;
        this.texts = texts;
        this.readings = readings;
        this.sheets = sheets;
        this.extractor = extractor;
        this.workers = workers;
    }

    @Override
    public void start() {
        running = true;
        items.releaseClaims();
        for (int i = 0; i < workers; i++)
            threads.add(Thread.ofPlatform().name("intake-" + i).start(this::readOn));
        threads.add(Thread.ofPlatform().name("intake-accept").start(this::acceptOn));
    }

    @Override
    public void stop() {
        running = false;
        wake();
        for (var thread : threads) {
            try {
                thread.join(TimeUnit.SECONDS.toMillis(15));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Files were received: look now instead of at the next turn. */
    void wake() {
        lock.lock();
        try {
            work.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void rest(long millis) {
        lock.lock();
        try {
            if (running && !work.await(millis, TimeUnit.MILLISECONDS)) log.trace("nothing came");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        } finally {
            lock.unlock();
        }
    }

    /** Null while nothing is in the way. */
    @Nullable
    Halt halt() {
        return halt;
    }

    private void readOn() {
        var mine = new ArrayDeque<IntakeItem>();
        boolean begun = false;
        while (running) {
            try {
                if (lacksRoom()) continue;
                if (mine.isEmpty()) mine.addAll(items.claim(CLAIM));
                halt = null;
                var item = mine.peek();
                if (item == null) {
                    rest(1000);
                    continue;
                }
                if (!begun && items.begin(item.id()) > IntakeItems.MAX_ATTEMPTS) {
                    items.failed(item.id(), ExtractionProblem.PARSER_CRASHED.name());
                } else {
                    begun = true;
                    readOrFail(item);
                }
                mine.remove();
                begun = false;
                if (mine.isEmpty()) wake();
            } catch (RuntimeException e) {
                waitFor(e);
            }
        }
        giveBack(mine, begun);
    }

    private boolean lacksRoom() {
        if (files.haveRoom()) return false;
        if (halt != Halt.DISK_FULL) log.error("intake waits: the disk of the data folder is full");
        halt = Halt.DISK_FULL;
        rest(5000);
        return true;
    }

    /** Whatever a turn met, the next one begins: one bad item, or an hour without a database, must not end all reading. */
    private void waitFor(RuntimeException e) {
        if (!running) {
            log.debug("cut off while ending", e);
            return;
        }
        if (DatabaseTrouble.passes(e)) {
            log.warn("intake waits for the database: {}", String.valueOf(e.getMessage()));
            halt = Halt.DATABASE_AWAY;
        } else {
            log.error("a turn of intake failed", e);
        }
        rest(5000);
    }

    private void giveBack(Deque<IntakeItem> mine, boolean begun) {
        try {
            boolean first = true;
            for (var item : mine) {
                items.release(item.id(), first && begun);
                first = false;
            }
        } catch (RuntimeException e) {
            log.warn("{} files stay claimed until the next start", mine.size(), e);
        }
    }

    /** A file that breaks the reader is one failed file, not the end of reading. */
    private void readOrFail(IntakeItem item) {
        try {
            read(item);
        } catch (RuntimeException e) {
            if (DatabaseTrouble.passes(e) || e instanceof NotNow) throw e;
            log.error("item {} ({}) could not be read", item.id(), item.sha256(), e);
            items.failed(item.id(), ExtractionProblem.PARSER_CRASHED.name());
        }
    }

    /** A file could not be read for a cause that is not the file's. */
    private static final class NotNow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotNow(ExtractionException cause) {
            super(cause);
        }
    }

    private void acceptOn() {
        while (running) {
            try {
                if (lacksRoom()) continue;
                boolean more = acceptance.step();
                if (!more) rest(500);
            } catch (RuntimeException e) {
                waitFor(e);
            }
        }
    }

    private void read(IntakeItem item) {
        var earlier = items.earlier(item);
        var held = files.documentWith(item.sha256());
        if (held.isPresent() || earlier.isPresent()) {
            items.duplicate(item.id(), held.orElse(null));
            return;
        }
        var path = files.path(item.sha256());
        if (!Files.isReadable(path)) {
            items.failed(item.id(), ExtractionProblem.UNREADABLE_FILE.name());
            return;
        }
        var sheet = sheets.recognise(item);
        if (sheet.isPresent()) {
            items.readAsSheet(item.id(), sheet.get());
            return;
        }
        var known = texts.find(item.sha256());
        if (known.isPresent() && known.get().problem() != ExtractionProblem.SCANNED_NOT_READABLE) {
            settle(item, known.get());
            return;
        }
        FileTexts.Outcome outcome;
        try {
            var text = extractor.extract(path, item.fileName());
            texts.keep(item.sha256(), text);
            outcome = new FileTexts.Outcome(text, null);
        } catch (ExtractionException e) {
            // the children of an application that ends, and a disk without room, say nothing about the file
            if (!running || !files.haveRoom()) throw new NotNow(e);
            log.info("item {} ({}): {}", item.id(), item.sha256(), e.getMessage());
            texts.keepProblem(item.sha256(), e.problem());
            outcome = new FileTexts.Outcome(null, e.problem());
        }
        settle(item, outcome);
    }

    private void settle(IntakeItem item, FileTexts.Outcome outcome) {
        if (outcome.text() == null) {
            var problem = outcome.problem() == null ? ExtractionProblem.DAMAGED : outcome.problem();
            items.failed(item.id(), problem.name());
            return;
        }
        var read = readings.of(item.sha256(), outcome.text());
        items.read(item.id(), Summary.of(read.reading()), DocumentReader.VERSION);
    }
}
