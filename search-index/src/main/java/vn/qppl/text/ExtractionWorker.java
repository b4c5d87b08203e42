package vn.qppl.text;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;

/** The child process: reads requests from standard input, answers on standard output, ends when its parent does. */
public final class ExtractionWorker {
    /** Reads one file, telling of each page that goes to OCR. */
    interface Reader {
        ExtractedText read(Path file, String fileName, int characters, PageListener pages)
                throws ExtractionException, IOException;
    }

    interface PageListener {
        void pageBegins(int number) throws IOException;
    }

    private ExtractionWorker() {}

    /** Argument of a child that is started before it is needed. */
    static final String WARM_UP = "warm-up";

    public static void main(String[] args) {
        serve(new DocumentFile()::read, args.length > 0 && args[0].equals(WARM_UP));
    }

    static void serve(Reader reader) {
        serve(reader, false);
    }

    private static void serve(Reader reader, boolean warmUp) {
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        // parsers that print must not break the frames
        System.setOut(System.err);
        var requests = new LinkedBlockingQueue<Frames.Request>();
        Thread.ofPlatform().daemon().name("requests").start(() -> {
            try (var in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)))) {
                while (true) requests.add(Frames.Request.read(in));
            } catch (IOException parentIsGone) {
                // also while a parser hangs: nobody waits for its answer
                Runtime.getRuntime().halt(0);
            }
        });
        try {
            if (warmUp) warmUp(reader, requests);
            while (true) {
                var request = requests.take();
                Frames.write(out, answer(reader, request, out));
            }
        } catch (IOException | InterruptedException e) {
            Runtime.getRuntime().halt(1);
        }
    }

    /** Until the first real file comes. */
    private static void warmUp(Reader reader, Queue<Frames.Request> requests) throws IOException {
        try {
            WarmUp.run(new WarmUp.Step() {
                @Override
                public boolean goOn() {
                    return requests.isEmpty();
                }

                @Override
                public void read(Path file) throws IOException, ExtractionException {
                    reader.read(file, String.valueOf(file.getFileName()), 1_000_000, page -> {});
                }
            });
        } catch (ExtractionException e) {
            // our own files are readable: the class path is broken, and every file will say so
            System.err.println("warm-up: " + e);
        }
    }

    private static Frames.Answer answer(Reader reader, Frames.Request request, DataOutputStream out) {
        try {
            var text = reader.read(
                    Path.of(request.path()),
                    request.fileName(),
                    request.characters(),
                    page -> Frames.write(out, new Frames.Answer.Page(page)));
            if (text.text().length() > request.characters())
                return new Frames.Answer.Failure(
                        ExtractionProblem.TOO_MUCH_OUTPUT, text.text().length() + " characters");
            return new Frames.Answer.Text(text);
        } catch (ExtractionException e) {
            return new Frames.Answer.Failure(e.problem(), String.valueOf(e.getMessage()));
        } catch (StackOverflowError e) {
            return new Frames.Answer.Failure(ExtractionProblem.TOO_DEEPLY_NESTED, "stack");
        } catch (LinkageError e) {
            // not the file's fault: the class path lacks something
            return new Frames.Answer.Failure(ExtractionProblem.PARSER_CRASHED, e.toString());
        } catch (IOException | RuntimeException e) {
            return new Frames.Answer.Failure(ExtractionProblem.DAMAGED, e.toString());
        }
    }
}
