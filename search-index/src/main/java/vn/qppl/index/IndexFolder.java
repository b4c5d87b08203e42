package vn.qppl.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * A folder with an index in use and, while one is built, the next one beside it. The index in use is named in the file
 * {@code current}, which is replaced in one step: whatever happens, it names a whole index or none.
 */
public final class IndexFolder {
    private static final String CURRENT = "current";

    private final Path folder;

    private IndexFolder(Path folder) {
        this.folder = folder;
    }

    public static IndexFolder at(Path folder) {
        return new IndexFolder(folder);
    }

    /** What is to be done with the index in use. */
    public enum State {
        /** Open it. */
        READY,
        /** There is none: build one. */
        MISSING,
        /** It cannot be read: build one. */
        BROKEN,
        /** It was written with another schema: it still answers nothing; build one. */
        OLD
    }

    /** Reads the index in use as far as is needed to know; changes nothing. */
    public State state() {
        try {
            var current = current();
            if (current == null) return State.MISSING;
            try (var directory = FSDirectory.open(current);
                    var reader = DirectoryReader.open(directory)) {
                var schema = reader.getIndexCommit().getUserData().get(SearchIndex.SCHEMA_KEY);
                return Schema.version().equals(schema) ? State.READY : State.OLD;
            }
        } catch (IndexNotFoundException | NoSuchFileException e) {
            return State.MISSING;
        } catch (IOException | IllegalArgumentException e) {
            return State.BROKEN;
        }
    }

    /**
     * Opens the index in use.
     *
     * @throws IOException where it is not {@link State#READY}, or open elsewhere
     */
    public SearchIndex open() throws IOException {
        var current = current();
        if (current == null || state() != State.READY)
            throw new IOException("no index to open in " + folder + ": " + state());
        return new SearchIndex(current, SearchIndex.Writing.LIVE);
    }

    /** An empty index beside the one in use, to be filled and then {@link #switchTo switched to}. */
    public SearchIndex build() throws IOException {
        Files.createDirectories(folder);
        return new SearchIndex(Files.createTempDirectory(folder, "index-"), SearchIndex.Writing.BULK);
    }

    /**
     * Puts a filled index in use: commits and closes it, names it in {@code current}, deletes the others that are not open.
     *
     * @return the same index, open for daily work
     */
    public SearchIndex switchTo(SearchIndex built) throws IOException {
        var chosen = built.folder();
        built.close();
        var next = folder.resolve(CURRENT + ".next");
        Files.writeString(next, chosen.getFileName().toString(), StandardCharsets.UTF_8);
        Files.move(next, folder.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new SearchIndex(chosen, SearchIndex.Writing.LIVE);
    }

    /** Deletes what is neither in use nor open: indexes left behind by a switch or a crash. */
    public void sweep() throws IOException {
        if (!Files.isDirectory(folder)) return;
        var current = current();
        try (var entries = Files.list(folder)) {
            for (var entry : entries.toList()) {
                if (!entry.getFileName().toString().startsWith("index-") || entry.equals(current)) continue;
                delete(entry);
            }
        }
    }

    private @Nullable Path current() throws IOException {
        var name = folder.resolve(CURRENT);
        if (!Files.exists(name)) return null;
        var chosen =
                folder.resolve(Files.readString(name, StandardCharsets.UTF_8).strip());
        return Files.isDirectory(chosen) ? chosen : null;
    }

    private static void delete(Path index) throws IOException {
        try (var files = Files.walk(index)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
