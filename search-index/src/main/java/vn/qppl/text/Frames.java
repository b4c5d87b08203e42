package vn.qppl.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What parent and child say to each other: frames of a four-byte length and a body. */
final class Frames {
    private static final int MOST_BYTES = 1 << 29;

    private Frames() {}

    record Request(String path, String fileName, int characters) {
        void write(DataOutputStream out) throws IOException {
            frame(out, body -> {
                writeText(body, path);
                writeText(body, fileName);
                body.writeInt(characters);
            });
        }

        static Request read(DataInputStream in) throws IOException {
            var body = body(in);
            return new Request(readText(body), readText(body), body.readInt());
        }
    }

    sealed interface Answer {
        record Text(ExtractedText text) implements Answer {}

        record Failure(ExtractionProblem problem, String detail) implements Answer {}

        /** A scanned page is done; the file is not. */
        record Page(int number) implements Answer {}
    }

    static void write(DataOutputStream out, Answer answer) throws IOException {
        frame(out, body -> {
            switch (answer) {
                case Answer.Text text -> {
                    body.writeByte(0);
                    writeExtracted(body, text.text());
                }
                case Answer.Failure failure -> {
                    body.writeByte(1);
                    body.writeInt(failure.problem().ordinal());
                    writeText(body, failure.detail());
                }
                case Answer.Page page -> {
                    body.writeByte(2);
                    body.writeInt(page.number());
                }
            }
        });
    }

    static Answer readAnswer(DataInputStream in) throws IOException {
        var body = body(in);
        int kind = body.readByte();
        return switch (kind) {
            case 0 -> new Answer.Text(readExtracted(body));
            case 1 -> new Answer.Failure(ExtractionProblem.values()[body.readInt()], readText(body));
            case 2 -> new Answer.Page(body.readInt());
            default -> throw new IOException("no such answer: " + kind);
        };
    }

    private interface Body {
        void write(DataOutputStream body) throws IOException;
    }

    private static void frame(DataOutputStream out, Body writer) throws IOException {
        var bytes = new ByteArrayOutputStream();
        writer.write(new DataOutputStream(bytes));
        out.writeInt(bytes.size());
        bytes.writeTo(out);
        out.flush();
    }

    private static DataInputStream body(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST_BYTES) throw new IOException("frame of " + length + " bytes");
        var bytes = in.readNBytes(length);
        if (bytes.length < length) throw new IOException("frame cut off");
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    private static void writeText(DataOutputStream body, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        body.writeInt(bytes.length);
        body.write(bytes);
    }

    private static String readText(DataInputStream body) throws IOException {
        return new String(body.readNBytes(body.readInt()), StandardCharsets.UTF_8);
    }

    private static void writeSpan(DataOutputStream body, Span span) throws IOException {
        body.writeInt(span.start());
        body.writeInt(span.end());
    }

    private static Span readSpan(DataInputStream body) throws IOException {
        return new Span(body.readInt(), body.readInt());
    }

    private static void writeSpans(DataOutputStream body, List<Span> spans) throws IOException {
        body.writeInt(spans.size());
        for (var span : spans) writeSpan(body, span);
    }

    private static List<Span> readSpans(DataInputStream body) throws IOException {
        int count = body.readInt();
        var spans = new ArrayList<Span>();
        for (int i = 0; i < count; i++) spans.add(readSpan(body));
        return List.copyOf(spans);
    }

    private static void writeExtracted(DataOutputStream body, ExtractedText text) throws IOException {
        writeText(body, text.text());
        writeText(body, text.mediaType());
        body.writeInt(text.encoding().ordinal());
        writeSpans(body, text.pages());
        writeSpans(body, text.tables());
        body.writeInt(text.conversions().size());
        for (var conversion : text.conversions()) {
            writeSpan(body, conversion.span());
            body.writeInt(conversion.from().ordinal());
            writeText(body, conversion.original());
        }
        body.writeInt(text.doubtfulWords().size());
        for (var word : text.doubtfulWords()) {
            writeSpan(body, word.span());
            body.writeDouble(word.confidence());
        }
        body.writeInt(text.scannedPages().size());
        for (int page : text.scannedPages()) body.writeInt(page);
        body.writeInt(text.notices().size());
        for (var notice : text.notices()) body.writeInt(notice.ordinal());
    }

    private static ExtractedText readExtracted(DataInputStream body) throws IOException {
        var text = readText(body);
        var mediaType = readText(body);
        var encoding = TextEncoding.values()[body.readInt()];
        var pages = readSpans(body);
        var tables = readSpans(body);
        var conversions = new ArrayList<ExtractedText.Conversion>();
        for (int i = body.readInt(); i > 0; i--)
            conversions.add(new ExtractedText.Conversion(
                    readSpan(body), TextEncoding.values()[body.readInt()], readText(body)));
        var words = new ArrayList<ExtractedText.DoubtfulWord>();
        for (int i = body.readInt(); i > 0; i--)
            words.add(new ExtractedText.DoubtfulWord(readSpan(body), body.readDouble()));
        var scanned = new ArrayList<Integer>();
        for (int i = body.readInt(); i > 0; i--) scanned.add(body.readInt());
        var notices = new ArrayList<ExtractionNotice>();
        for (int i = body.readInt(); i > 0; i--) notices.add(ExtractionNotice.values()[body.readInt()]);
        return new ExtractedText(
                text,
                mediaType,
                encoding,
                pages,
                tables,
                List.copyOf(conversions),
                List.copyOf(words),
                List.copyOf(scanned),
                notices);
    }
}
