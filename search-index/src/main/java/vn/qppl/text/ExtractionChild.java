package vn.qppl.text;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One child process, as the parent sees it. Not safe for several threads at a time. */
final class ExtractionChild {
    /** Exit status of a virtual machine under ExitOnOutOfMemoryError. */
    private static final int OUT_OF_MEMORY_EXIT = 3;

    private final Process process;
    private final DataOutputStream toChild;
    private final DataInputStream fromChild;
    private final ScheduledExecutorService watchdog;
    private int served;
    /** A process that was told to end may still count as alive for a moment, and must not be handed the next file. */
    private volatile boolean ended;

    private ExtractionChild(Process process, ScheduledExecutorService watchdog) {
        this.process = process;
        this.watchdog = watchdog;
        this.toChild = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.fromChild = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    }

    static ExtractionChild start(List<String> command, ScheduledExecutorService watchdog) throws IOException {
        var builder = new ProcessBuilder(command);
        // what parsers print is of no use and must not fill a pipe
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        // options of the parent's machine (debugger, agents) are not the child's
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().remove("JDK_JAVA_OPTIONS");
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        return new ExtractionChild(builder.start(), watchdog);
    }

    boolean alive() {
        return !ended && process.isAlive();
    }

    int served() {
        return served;
    }

    ExtractedText extract(Path file, String fileName, ExtractionLimits limits) throws ExtractionException {
        served++;
        var late = new AtomicBoolean();
        var alarm = alarm(limits.time(), late);
        try {
            new Frames.Request(file.toAbsolutePath().toString(), fileName, limits.characters()).write(toChild);
            while (true) {
                var answer = Frames.readAnswer(fromChild);
                if (!(answer instanceof Frames.Answer.Page)) {
                    return switch (answer) {
                        case Frames.Answer.Text text -> text.text();
                        case Frames.Answer.Failure failure ->
                            throw new ExtractionException(failure.problem(), failure.detail());
                        case Frames.Answer.Page page -> throw new IllegalStateException("page " + page);
                    };
                }
                // a page goes to OCR: the clock starts again, and runs longer
                alarm.cancel(false);
                alarm = alarm(limits.pageTime(), late);
            }
        } catch (IOException e) {
            throw death(e, late.get());
        } finally {
            alarm.cancel(false);
        }
    }

    private ScheduledFuture<?> alarm(Duration after, AtomicBoolean late) {
        return watchdog.schedule(
                () -> {
                    late.set(true);
                    end();
                },
                after.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private ExtractionException death(IOException cause, boolean late) {
        if (late) return new ExtractionException(ExtractionProblem.TOO_SLOW, "time limit", cause);
        var exit = exitStatus();
        end();
        var problem = exit != null && exit == OUT_OF_MEMORY_EXIT
                ? ExtractionProblem.OUT_OF_MEMORY
                : ExtractionProblem.PARSER_CRASHED;
        return new ExtractionException(problem, "child ended with " + exit, cause);
    }

    private @Nullable Integer exitStatus() {
        try {
            return process.waitFor(5, TimeUnit.SECONDS) ? process.exitValue() : null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** Ends the process and what it started (the recogniser of scanned pages). */
    void end() {
        ended = true;
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
