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

    public static void main(String[] args) {
        serve(new DocumentFile()::read);
    }

    static void serve(Reader reader) {
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
            while (true) {
                var request = requests.take();
                Frames.write(out, answer(reader, request, out));
            }
        } catch (IOException | InterruptedException e) {
            Runtime.getRuntime().halt(1);
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
