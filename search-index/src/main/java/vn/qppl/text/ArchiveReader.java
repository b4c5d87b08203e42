package vn.qppl.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Opens zip folders of documents, one entry after the other, without unpacking them to names of the archive's choosing. An archive
 * in an archive is opened too, to a small depth.
 */
public final class ArchiveReader {
    private static final int MOST_ENTRIES = 20_000;
    private static final long MOST_BYTES = 4L * 1024 * 1024 * 1024;
    /** Text compresses to a tenth; a bomb to a thousandth. Checked only beyond {@link #RATIO_FROM}. */
    private static final int MOST_RATIO = 200;

    private static final long RATIO_FROM = 64L * 1024 * 1024;
    private static final int DEEPEST = 3;

    private ArchiveReader() {}

    /** Takes one entry's name (with its folders, not to be trusted) and bytes; the stream ends with the entry. */
    public interface EntrySink {
        void take(String name, InputStream bytes) throws IOException;
    }

    /**
     * The last part of an entry's name, fit to be shown and stored: no folders, no control characters, never empty, never
     * {@code ..}. Letters of all scripts and emoji stay.
     */
    public static String baseName(String entryName) {
        var path = entryName.replace('\\', '/');
        var base = path.substring(path.lastIndexOf('/') + 1)
                .replaceAll("[\\p{Cntrl}:*?\"<>|]", "_")
                .strip();
        if (base.isEmpty() || base.equals(".") || base.equals("..")) return "_";
        return base.length() <= 200 ? base : base.substring(base.length() - 200);
    }

    /** Whether the file is a zip folder and not one of the document formats that are zips inside. */
    public static boolean isArchive(Path file, String fileName) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(4);
            if (head.length < 4 || head[0] != 'P' || head[1] != 'K' || (head[2] != 3 && head[2] != 5)) return false;
        }
        var name = fileName.toLowerCase(Locale.ROOT);
        if (name.matches(".*\\.(docx|docm|xlsx|xlsm|pptx|pptm|odt|ods|odp|epub|jar)")) return false;
        if (name.endsWith(".zip")) return true;
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            var first = zip.getNextEntry();
            return first != null
                    && !first.getName().equals("[Content_Types].xml")
                    && !first.getName().equals("mimetype")
                    && !first.getName().startsWith("_rels/");
        } catch (ZipException | IllegalArgumentException e) {
            // a damaged zip is for the extractor to name
            return false;
        }
    }

    /**
     * @throws ExtractionException {@link ExtractionProblem#HOSTILE} for a bomb, {@link ExtractionProblem#ENCRYPTED},
     *     {@link ExtractionProblem#DAMAGED}, {@link ExtractionProblem#TOO_DEEPLY_NESTED}; entries before it were taken
     */
    public static void read(Path archive, EntrySink sink) throws ExtractionException, IOException {
        var budget = new Budget(Files.size(archive));
        try (var in = Files.newInputStream(archive)) {
            read(in, sink, budget, 1, StandardCharsets.UTF_8);
        }
    }

    private static final class Budget {
        private final long packed;
        private long unpacked;
        private int entries;

        Budget(long packed) {
            this.packed = Math.max(1, packed);
        }

        void entry() throws ExtractionException {
            if (++entries > MOST_ENTRIES)
                throw new ExtractionException(ExtractionProblem.HOSTILE, "more than " + MOST_ENTRIES + " entries");
        }

        void bytes(long count) throws IOException {
            unpacked += count;
            if (unpacked > MOST_BYTES || (unpacked > RATIO_FROM && unpacked / packed > MOST_RATIO))
                throw new Bomb(unpacked);
        }
    }

    private static final class Bomb extends IOException {
        private static final long serialVersionUID = 1L;

        Bomb(long bytes) {
            super("unpacks to more than " + bytes + " bytes");
        }
    }

    private static void read(InputStream in, EntrySink sink, Budget budget, int depth, Charset names)
            throws ExtractionException, IOException {
        if (depth > DEEPEST) throw new ExtractionException(ExtractionProblem.TOO_DEEPLY_NESTED, "depth " + depth);
        // closing it would close the archive around it
        @SuppressWarnings("resource")
        var zip = new ZipInputStream(in, names);
        try {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                budget.entry();
                var name = entry.getName();
                if (entry.isDirectory() || systemFile(name)) continue;
                var bytes = new Counted(zip, budget);
                if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) read(bytes, sink, budget, depth + 1, names);
                else sink.take(name, bytes);
            }
        } catch (Bomb e) {
            throw new ExtractionException(ExtractionProblem.HOSTILE, "archive bomb", e);
        } catch (ZipException e) {
            var encrypted = e.getMessage() != null && e.getMessage().contains("encrypted");
            throw new ExtractionException(
                    encrypted ? ExtractionProblem.ENCRYPTED : ExtractionProblem.DAMAGED, "zip", e);
        } catch (IllegalArgumentException e) {
            // names that are not UTF-8
            throw new ExtractionException(ExtractionProblem.DAMAGED, "names of entries", e);
        }
    }

    private static boolean systemFile(String name) {
        return name.startsWith("__MACOSX/") || name.endsWith(".DS_Store") || name.endsWith("Thumbs.db");
    }

    /** Counts what is unpacked and cannot be closed from inside. */
    private static final class Counted extends FilterInputStream {
        private final Budget budget;

        Counted(InputStream in, Budget budget) {
            super(in);
            this.budget = budget;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) budget.bytes(1);
            return b;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = super.read(into, offset, length);
            if (n > 0) budget.bytes(n);
            return n;
        }

        @Override
        public void close() {
            // the archive goes on after this entry
        }
    }
}
