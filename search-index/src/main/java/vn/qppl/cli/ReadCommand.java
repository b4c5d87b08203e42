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
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.qppl.reading.DocumentReader;
import vn.qppl.reading.TitleCatalogue;
import vn.qppl.text.ArchiveReader;
import vn.qppl.text.ExtractedText;
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
    /** Characters of the files that are read as one batch, each knowing the others; a larger folder is several batches. */
    private static final int BATCH = 40_000_000;

    private record Options(List<Path> paths, Path out, double minConfidence) {}

    private final TextExtractor extractor;
    private final ExecutorService workers;
    private final Writer out;
    private final PrintStream err;
    private final double minConfidence;
    private final ArrayDeque<Future<Extracted>> inHand = new ArrayDeque<>();
    private final List<Extracted> batch = new ArrayList<>();
    private long batchLength;

    /** One file after extraction: its text, or the line that says why there is none. */
    private record Extracted(
            String name,
            @Nullable ExtractedText text,
            DocumentReader.@Nullable Known known,
            @Nullable String failed) {
        static Extracted failed(String name, ExtractionProblem problem) {
            return new Extracted(name, null, null, ReadLine.failed(name, problem));
        }
    }

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
            command.writeBatch();
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
            submit(() -> Extracted.failed(name, ExtractionProblem.UNREADABLE_FILE));
        } else if (ArchiveReader.isArchive(file, name)) {
            takeArchive(file, name);
        } else {
            submit(() -> extract(file, name));
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
                        return extract(copy, base);
                    } finally {
                        Files.deleteIfExists(copy);
                    }
                });
            });
        } catch (ExtractionException e) {
            err.println(archiveName + ": " + e.getMessage());
            submit(() -> Extracted.failed(archiveName, e.problem()));
        }
    }

    private Extracted extract(Path file, String name) {
        try {
            var text = extractor.extract(file, name);
            return new Extracted(name, text, DocumentReader.known(text), null);
        } catch (ExtractionException e) {
            err.println(name + ": " + e.getMessage());
            return Extracted.failed(name, e.problem());
        } catch (RuntimeException | StackOverflowError e) {
            return Extracted.failed(name, crashed(name, e));
        }
    }

    private String line(Extracted file, ExtractedText text, TitleCatalogue titles) {
        try {
            return ReadLine.of(file.name(), text, DocumentReader.read(text, titles), minConfidence);
        } catch (RuntimeException | StackOverflowError e) {
            return ReadLine.failed(file.name(), crashed(file.name(), e));
        }
    }

    private ExtractionProblem crashed(String name, Throwable e) {
        err.println(name + ": " + e);
        e.printStackTrace(err);
        return ExtractionProblem.PARSER_CRASHED;
    }

    private void submit(Callable<Extracted> work) throws IOException {
        inHand.add(workers.submit(work));
        drain(IN_HAND);
    }

    private void drain(int left) throws IOException {
        while (inHand.size() > left) {
            var file = result(inHand.remove());
            batch.add(file);
            if (file.text() != null) batchLength += file.text().text().length();
            if (batchLength > BATCH) writeBatch();
        }
    }

    /** Reads the files of the batch, each with what the others tell of themselves, and writes their lines in order. */
    private void writeBatch() throws IOException {
        var titles = TitleCatalogue.national()
                .with(told(DocumentReader.Known::title))
                .withArticleTargets(told(DocumentReader.Known::article));
        var lines = new ArrayDeque<Future<String>>();
        for (var file : batch) {
            var text = file.text();
            lines.add(
                    text == null
                            ? CompletableFuture.completedFuture(file.failed())
                            : workers.submit(() -> line(file, text, titles)));
            if (lines.size() > IN_HAND) write(lines.remove());
        }
        while (!lines.isEmpty()) write(lines.remove());
        batch.clear();
        batchLength = 0;
    }

    private <T> List<T> told(Function<DocumentReader.Known, @Nullable T> what) {
        var out = new ArrayList<T>();
        for (var file : batch) {
            var one = file.known() == null ? null : what.apply(file.known());
            if (one != null) out.add(one);
        }
        return out;
    }

    private void write(Future<String> line) throws IOException {
        out.write(result(line));
        out.write('\n');
    }

    private static <T> T result(Future<T> work) throws IOException {
        try {
            return work.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
