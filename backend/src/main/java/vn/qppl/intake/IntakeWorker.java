package vn.qppl.intake;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.attachment.FileTexts;
import vn.qppl.attachment.Readings;
import vn.qppl.reading.DocumentReader;
import vn.qppl.text.ExtractionException;
import vn.qppl.text.ExtractionProblem;
import vn.qppl.text.TextExtractor;

/**
 * Reads received files, several at a time, outside any transaction. The table of items is the queue: a killed process leaves claims
 * that run out, and nothing is done twice because a text is kept by its file's hash.
 */
@Component
class IntakeWorker implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(IntakeWorker.class);
    private static final int CLAIM = 4;

    private final IntakeItems items;
    private final Acceptance acceptance;
    private final DocumentFiles files;
    private final FileTexts texts;
    private final Sheets sheets;
    private final TextExtractor extractor;
    private final int workers;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    IntakeWorker(
            IntakeItems items,
            Acceptance acceptance,
            DocumentFiles files,
            FileTexts texts,
            Sheets sheets,
            TextExtractor extractor,
            @Value("${qppl.intake.workers:2}") int workers) {
        this.items = items;
        this.acceptance = acceptance;
        this.files = files;
        this.texts = texts;
        this.sheets = sheets;
        this.extractor = extractor;
        this.workers = workers;
    }

    @Override
    public void start() {
        running = true;
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

    private void readOn() {
        while (running) {
            try {
                var claimed = items.claim(CLAIM);
                if (claimed.isEmpty()) rest(1000);
                for (var item : claimed) {
                    if (running) readOrFail(item);
                    else items.release(item.id());
                }
                if (!claimed.isEmpty()) wake();
            } catch (DataAccessException | TransactionException e) {
                log.warn("intake waits for the database", e);
                rest(5000);
            }
        }
    }

    /** A file that breaks the reader is one failed file, not the end of reading. */
    private void readOrFail(IntakeItem item) {
        try {
            read(item);
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("item {} ({}) could not be read", item.id(), item.sha256(), e);
            items.failed(item.id(), ExtractionProblem.PARSER_CRASHED.name());
        }
    }

    private void acceptOn() {
        while (running) {
            try {
                boolean more = acceptance.step();
                if (!more) rest(500);
            } catch (DataAccessException | TransactionException e) {
                log.warn("acceptance waits for the database", e);
                rest(5000);
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
        if (items.attempts(item.id()) > IntakeItems.MAX_ATTEMPTS) {
            items.failed(item.id(), ExtractionProblem.PARSER_CRASHED.name());
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
        var read = Readings.read(outcome.text());
        items.read(item.id(), Summary.of(read.reading()), DocumentReader.VERSION);
    }
}
