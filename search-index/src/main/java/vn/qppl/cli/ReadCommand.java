package vn.qppl.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import vn.qppl.reading.DocumentReader;
import vn.qppl.text.ArchiveReader;
import vn.qppl.text.ExtractionException;
import vn.qppl.text.ExtractionProblem;
import vn.qppl.text.PooledExtractor;
import vn.qppl.text.TextExtractor;

/**
 * {@code read PATH... --out FILE [--min-confidence X]}: reads files, folders and zip folders as an import would and writes one
 * JSON object a file, in the order of the paths, folders in the order of names. A file that cannot be read gives {@code {file,
 * error}} and the run goes on.
 */
final class ReadCommand {
    private static final String USAGE = "usage: qppl read PATH... --out FILE [--min-confidence 0..1]";
    /** Files in hand at one time, so that neither memory nor the temporary folder grows with the import. */
    private static final int IN_HAND = 32;

    private record Options(List<Path> paths, Path out, double minConfidence) {}

    private final TextExtractor extractor;
    private final ExecutorService workers;
    private final Writer out;
    private final PrintStream err;
    private final double minConfidence;
    private final ArrayDeque<Future<String>> inHand = new ArrayDeque<>();

    private ReadCommand(
            TextExtractor extractor, ExecutorService workers, Writer out, PrintStream err, double minConfidence) {
        this.extractor = extractor;
        this.workers = workers;
        this.out = out;
        this.err = err;
        this.minConfidence = minConfidence;
    }

    /** @return the exit status */
    static int run(List<String> arguments, PrintStream err) {
        var options = options(arguments);
        if (options == null) {
            err.println(USAGE);
            return 2;
        }
        int processors = Math.max(1, Runtime.getRuntime().availableProcessors());
        try (var extractor = PooledExtractor.standard(processors);
                var workers = Executors.newFixedThreadPool(processors + 1);
                var out = new OutputStreamWriter(Files.newOutputStream(options.out()), StandardCharsets.UTF_8)) {
            var command = new ReadCommand(extractor, workers, out, err, options.minConfidence());
            for (var path : options.paths()) command.take(path);
            command.drain(0);
            return 0;
        } catch (IOException | UncheckedIOException e) {
            err.println("read: " + e.getMessage());
            return 1;
        }
    }

    private static @Nullable Options options(List<String> arguments) {
        var paths = new ArrayList<Path>();
        Path out = null;
        double minConfidence = 0;
        for (int i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                paths.add(Path.of(argument));
                continue;
            }
            if (i + 1 == arguments.size()) return null;
            var value = arguments.get(++i);
            switch (argument) {
                case "--out" -> out = Path.of(value);
                case "--min-confidence" -> {
                    try {
                        minConfidence = Double.parseDouble(value);
                    } catch (NumberFormatException e) {
                        return null;
                    }
                }
                default -> {
                    return null;
                }
            }
        }
        return out == null || paths.isEmpty() ? null : new Options(paths, out, minConfidence);
    }

    private void take(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            takeFile(path);
            return;
        }
        try (var files = Files.walk(path)) {
            for (var file : files.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
                    .filter(f -> !f.getFileName().toString().startsWith("."))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList()) takeFile(file);
        }
    }

    private void takeFile(Path file) throws IOException {
        var name = file.getFileName().toString();
        if (!Files.isReadable(file)) {
            submit(() -> ReadLine.failed(name, ExtractionProblem.UNREADABLE_FILE));
        } else if (ArchiveReader.isArchive(file, name)) {
            takeArchive(file, name);
        } else {
            submit(() -> line(file, name));
        }
    }

    private void takeArchive(Path archive, String archiveName) throws IOException {
        try {
            ArchiveReader.read(archive, (name, bytes) -> {
                var base = ArchiveReader.baseName(name);
                var copy = Files.createTempFile("qppl-entry", ".bin");
                Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
                submit(() -> {
                    try {
                        return line(copy, base);
                    } finally {
                        Files.deleteIfExists(copy);
                    }
                });
            });
        } catch (ExtractionException e) {
            err.println(archiveName + ": " + e.getMessage());
            submit(() -> ReadLine.failed(archiveName, e.problem()));
        }
    }

    private String line(Path file, String name) {
        try {
            var text = extractor.extract(file, name);
            return ReadLine.of(name, text, DocumentReader.read(text), minConfidence);
        } catch (ExtractionException e) {
            err.println(name + ": " + e.getMessage());
            return ReadLine.failed(name, e.problem());
        } catch (RuntimeException | StackOverflowError e) {
            err.println(name + ": " + e);
            e.printStackTrace(err);
            return ReadLine.failed(name, ExtractionProblem.PARSER_CRASHED);
        }
    }

    private void submit(java.util.concurrent.Callable<String> work) throws IOException {
        inHand.add(workers.submit(work));
        drain(IN_HAND);
    }

    private void drain(int left) throws IOException {
        while (inHand.size() > left) {
            try {
                out.write(inHand.remove().get());
                out.write('\n');
            } catch (ExecutionException e) {
                throw new IOException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }
}
