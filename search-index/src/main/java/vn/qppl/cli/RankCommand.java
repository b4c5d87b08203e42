package vn.qppl.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.qppl.index.IndexFolder;
import vn.qppl.index.IndexedDocument;
import vn.qppl.index.Passage;
import vn.qppl.index.Question;
import vn.qppl.index.SearchIndex;

/**
 * {@code rank --corpus C --queries Q --top N --out RUN}: indexes each line of C ({@code id, document, title, text}) as a
 * passage, asks each line of Q ({@code id, text}) and writes a TREC run. For work on relevance; everything is the product's
 * own.
 */
final class RankCommand {
    private static final String TAG = "qppl";
    private static final JsonMapper JSON = new JsonMapper();

    private RankCommand() {}

    /** @return the exit status */
    static int run(List<String> arguments, PrintStream err) {
        var options = new HashMap<String, String>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) options.put(arguments.get(i), arguments.get(i + 1));
        var corpus = options.get("--corpus");
        var queries = options.get("--queries");
        var out = options.get("--out");
        int top = number(options.getOrDefault("--top", "100"));
        if (corpus == null || queries == null || out == null || top < 1 || arguments.size() != 2 * options.size()) {
            err.println("usage: qppl rank --corpus FILE --queries FILE --top N --out FILE");
            return 2;
        }
        try {
            rank(Path.of(corpus), Path.of(queries), top, Path.of(out), err);
            return 0;
        } catch (IOException | JacksonException e) {
            err.println("rank: " + e.getMessage());
            return 1;
        }
    }

    private static int number(String written) {
        try {
            return Integer.parseInt(written);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static void rank(Path corpus, Path queries, int top, Path out, PrintStream err) throws IOException {
        var folder = Files.createTempDirectory("qppl-rank");
        try (var index = IndexFolder.at(folder).build()) {
            long start = System.nanoTime();
            int passages = fill(index, corpus);
            index.refresh();
            long indexed = System.nanoTime();
            int asked = ask(index, queries, top, out);
            err.printf(
                    "%d passages indexed in %d ms, %d questions answered in %d ms%n",
                    passages, (indexed - start) / 1_000_000, asked, (System.nanoTime() - indexed) / 1_000_000);
        } finally {
            delete(folder);
        }
    }

    /** Lines that follow each other and name one document are one document. */
    private static int fill(SearchIndex index, Path corpus) throws IOException {
        var passages = new ArrayList<Passage>();
        String document = null;
        long id = 0;
        int count = 0;
        try (var lines = open(corpus)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank()) continue;
                var row = JSON.readTree(line);
                var name = text(row, "document");
                if (document != null && !document.equals(name)) {
                    index.replaceDocument(document(id++, document, passages));
                    passages.clear();
                }
                document = name;
                passages.add(Passage.of(text(row, "id"), "", text(row, "title"), text(row, "text")));
                count++;
            }
        }
        if (document != null) index.replaceDocument(document(id, document, passages));
        return count;
    }

    private static IndexedDocument document(long id, String name, List<Passage> passages) {
        return new IndexedDocument(id, 0, null, "", "", "", "", "", null, List.of(), null, name, List.of(), passages);
    }

    private static int ask(SearchIndex index, Path queries, int top, Path out) throws IOException {
        int count = 0;
        try (var lines = open(queries);
                var run = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank()) continue;
                var row = JSON.readTree(line);
                int rank = 1;
                for (var match : index.passages(Question.of(text(row, "text")), top)) {
                    run.write(String.join(
                            "\t",
                            text(row, "id"),
                            "Q0",
                            match.address(),
                            Integer.toString(rank++),
                            Float.toString(match.score()),
                            TAG));
                    run.newLine();
                }
                count++;
            }
        }
        return count;
    }

    private static String text(JsonNode row, String field) {
        return row.path(field).asString("");
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        if (file.toString().endsWith(".gz")) in = new GZIPInputStream(in, 1 << 16);
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
