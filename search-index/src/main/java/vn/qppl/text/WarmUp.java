package vn.qppl.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Small files of the usual kinds that the product carries with it. Reading them loads and compiles the code that reads everybody's,
 * so that the first real file does not wait for it.
 */
public final class WarmUp {
    private static final List<String> FILES =
            List.of("decision.docx", "decision.pdf", "decision.doc", "decision.html", "decision.rtf");

    /** Loaded at the first, compiled by the last. */
    private static final int ROUNDS = 3;

    private WarmUp() {}

    /** What is done with each file; {@code goOn} is asked before. */
    public interface Step {
        boolean goOn();

        void read(Path file) throws IOException, ExtractionException;
    }

    /** Gives the files to the step as long as it goes on. They are gone afterwards. */
    public static void run(Step step) throws IOException, ExtractionException {
        for (int round = 0; round < ROUNDS; round++) for (var name : FILES) if (!read(name, step)) return;
    }

    private static boolean read(String name, Step step) throws IOException, ExtractionException {
        if (!step.goOn()) return false;
        var file = Files.createTempFile("qppl-warm-up", name);
        try (var in = WarmUp.class.getResourceAsStream("warm-up/" + name)) {
            if (in == null) throw new UncheckedIOException(new IOException("no resource warm-up/" + name));
            Files.write(file, in.readAllBytes());
            step.read(file);
            return true;
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
