package vn.qppl.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads files in child processes, so that no file can take the application down: a child that hangs, crashes or runs out of
 * memory is ended and replaced, and the file gets its {@link ExtractionProblem}. Children start when first needed, are reused
 * and die with this process.
 */
public final class PooledExtractor implements TextExtractor {
    private final ExtractionLimits limits;
    private final List<String> command;
    private final Semaphore places;
    private final ConcurrentLinkedDeque<ExtractionChild> idle = new ConcurrentLinkedDeque<>();
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("extraction-watchdog").factory());
    private volatile boolean closed;
    private final int children;
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong restarts = new AtomicLong();
    private volatile boolean starts = true;

    /** @param children most child processes at one time, at least 1 */
    public static PooledExtractor standard(int children) {
        return new PooledExtractor(ExtractionLimits.standard(), children);
    }

    public PooledExtractor(ExtractionLimits limits, int children) {
        this(limits, children, ExtractionWorker.class.getName(), ChildClassPath.find());
    }

    /** For tests: another worker on another class path. */
    PooledExtractor(ExtractionLimits limits, int children, String workerClass, String classPath) {
        this.limits = limits;
        this.children = children;
        this.places = new Semaphore(children, true);
        this.command = command(limits, workerClass, classPath);
    }

    private static List<String> command(ExtractionLimits limits, String workerClass, String classPath) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + limits.heapMegabytes() + "m");
        command.add("-Xss4m");
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Xshare:auto");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-Djava.awt.headless=true");
        command.add("-Dfile.encoding=UTF-8");
        // hostile XML: no external access, small entity budget, whatever parser a library picks
        command.add("-Djavax.xml.accessExternalDTD=");
        command.add("-Djavax.xml.accessExternalSchema=");
        command.add("-Djdk.xml.entityExpansionLimit=1000");
        command.add("-cp");
        command.add(classPath);
        command.add(workerClass);
        return List.copyOf(command);
    }

    /**
     * Starts the children that do not run yet and has them read files of their own, so that the first files need not wait for it. A child
     * that does not start now is tried again when it is needed.
     */
    public void startChildren() {
        int free = places.drainPermits();
        try {
            var warm = new ArrayList<>(command);
            warm.add(ExtractionWorker.WARM_UP);
            for (int i = idle.size(); i < free && !closed; i++) idle.push(ExtractionChild.start(warm, watchdog));
        } catch (IOException e) {
            starts = false;
        } finally {
            places.release(free);
        }
        if (closed) endIdle();
    }

    @Override
    public ExtractedText extract(Path file, String fileName) throws ExtractionException {
        refuseBySize(file);
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExtractionException(ExtractionProblem.PARSER_CRASHED, "interrupted while waiting", e);
        }
        try {
            return inChild(file, fileName);
        } catch (ExtractionException e) {
            if (!died(e) || closed) throw e;
            // ended from outside, perhaps: only a file that two children died of is to blame
            return inChild(file, fileName);
        } finally {
            places.release();
        }
    }

    /** The child itself is gone, other than by its limits of time and memory. */
    private static boolean died(ExtractionException e) {
        return e.problem() == ExtractionProblem.PARSER_CRASHED && e.getCause() instanceof IOException;
    }

    /**
     * @param alive false when the last child could not be started
     * @param most children at one time
     * @param working of them reading a file now
     * @param read files that gave a text, since this process began
     * @param restarts children that ended while reading: crashed, out of time or memory, or ended from outside
     */
    public record State(boolean alive, int most, int working, long read, long restarts) {}

    public State state() {
        return new State(starts && !closed, children, children - places.availablePermits(), read.get(), restarts.get());
    }

    /** Whether scanned pages can be read on this machine. */
    public static boolean readsScans() {
        return Ocr.available();
    }

    private void refuseBySize(Path file) throws ExtractionException {
        try {
            long size = Files.size(file);
            if (size == 0) throw new ExtractionException(ExtractionProblem.EMPTY, "no bytes");
            if (size > limits.fileBytes()) throw new ExtractionException(ExtractionProblem.TOO_LARGE, size + " bytes");
            if (!Files.isReadable(file)) throw new ExtractionException(ExtractionProblem.UNREADABLE_FILE, "no right");
        } catch (IOException e) {
            throw new ExtractionException(ExtractionProblem.UNREADABLE_FILE, "size", e);
        }
    }

    private ExtractedText inChild(Path file, String fileName) throws ExtractionException {
        var child = idle.poll();
        // a child may have died while idle: that is not the file's fault
        if (child != null && !child.alive()) {
            child.end();
            child = null;
        }
        try {
            if (child == null) child = ExtractionChild.start(command, watchdog);
            starts = true;
        } catch (IOException e) {
            starts = false;
            throw new ExtractionException(ExtractionProblem.PARSER_CRASHED, "child does not start", e);
        }
        boolean whole = false;
        try {
            var text = child.extract(file, fileName, limits);
            read.incrementAndGet();
            whole = true;
            return text;
        } catch (ExtractionException e) {
            whole = child.alive();
            if (!whole) restarts.incrementAndGet();
            throw e;
        } finally {
            if (whole && !closed && child.served() < limits.filesPerChild()) idle.push(child);
            else child.end();
        }
    }

    @Override
    public void close() {
        closed = true;
        endIdle();
        watchdog.shutdown();
    }

    private void endIdle() {
        for (var child = idle.poll(); child != null; child = idle.poll()) child.end();
    }
}
