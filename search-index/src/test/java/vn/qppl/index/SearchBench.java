package vn.qppl.index;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Times of the index over a retrieval set ({@code corpus.jsonl.gz}, {@code documents.jsonl}, {@code queries.jsonl}), one
 * JSON object a measure. Arguments: the set's folder, a folder for the index (kept, used again), and how many times over the
 * corpus is indexed (1).
 */
public final class SearchBench {
    private static final JsonMapper JSON = new JsonMapper();
    private static final LocalDate DAY = LocalDate.of(2024, 6, 1);

    private static final String BARE = "bare Lucene query";
    private static long[] bareWall = {};
    private static long[] bareCpu = {};

    private SearchBench() {}

    public static void main(String[] args) throws Exception {
        var set = Path.of(args[0]);
        var folder = IndexFolder.at(Path.of(args[1]));
        int copies = args.length > 2 ? Integer.parseInt(args[2]) : 1;
        if (folder.state() != IndexFolder.State.READY) build(set, folder, copies);
        var questions = Files.readAllLines(set.resolve("queries.jsonl")).stream()
                .map(line -> JSON.readTree(line).path("text").asString(""))
                .toList();
        Path path;
        try (var index = folder.open()) {
            path = index.folder();
            print("documents", index.search(Question.of("")).total(), "", null);
            try (var directory = FSDirectory.open(path);
                    var reader = DirectoryReader.open(directory)) {
                var searcher = new IndexSearcher(reader);
                searcher.setSimilarity(Relevance.SIMILARITY);
                var asks = new LinkedHashMap<String, Ask>();
                // the same words asked of Lucene alone: ten passages, nothing counted, grouped or shown
                asks.put(
                        BARE,
                        text -> searcher.search(QueryReader.read(text, reader).broad(), 10));
                asks.put("search with facets and excerpts", text -> index.search(asked(text)));
                asks.put(
                        "search without facets, with excerpts",
                        text -> index.search(asked(text).withoutFacets()));
                asks.put("passages", text -> index.passages(Question.of(text), 10));
                inTurn(questions.subList(0, questions.size() / 3), asks);
                inTurn(questions, asks).forEach((name, times) -> report(name, times));
            }
            report(
                    "search with facets and excerpts, 8 clients",
                    eight(questions, text -> index.search(asked(text))),
                    null);
            report(
                    "search of a few words, with facets and excerpts",
                    each(
                            List.of("đất đai", "bồi thường", "quy định", "xử phạt vi phạm hành chính", "UBND tỉnh"),
                            text -> index.search(asked(text))),
                    null);
            report(
                    "all documents, with facets",
                    each(List.of("", "", "", ""), text -> index.search(asked(text))),
                    null);
        }
    }

    /** Wall and processor time of each way of asking, question by question in turn, so that a busy machine is fair to all. */
    private record Times(long[] wall, long[] cpu) {}

    private static Map<String, Times> inTurn(List<String> questions, Map<String, Ask> asks) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        var times = new LinkedHashMap<String, Times>();
        asks.keySet()
                .forEach(name -> times.put(name, new Times(new long[questions.size()], new long[questions.size()])));
        for (int i = 0; i < questions.size(); i++) {
            for (var ask : asks.entrySet()) {
                long wall = System.nanoTime();
                long cpu = threads.getCurrentThreadCpuTime();
                if (ask.getValue().ask(questions.get(i)) == null) throw new IllegalStateException("no answer");
                Objects.requireNonNull(times.get(ask.getKey())).cpu[i] = threads.getCurrentThreadCpuTime() - cpu;
                Objects.requireNonNull(times.get(ask.getKey())).wall[i] = System.nanoTime() - wall;
            }
        }
        bareWall = Objects.requireNonNull(times.get(BARE)).wall;
        bareCpu = Objects.requireNonNull(times.get(BARE)).cpu;
        return times;
    }

    private static void report(String name, Times times) {
        report(name, times.wall, bareWall);
        report(name + ", processor time", times.cpu, bareCpu);
    }

    private static Question asked(String text) {
        return Question.of(text).on(DAY).page(10, null);
    }

    private interface Ask {
        Object ask(String text) throws IOException;
    }

    private static long[] each(List<String> questions, Ask ask) throws IOException {
        var times = new long[questions.size()];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            if (ask.ask(questions.get(i)) == null) throw new IllegalStateException("no answer");
            times[i] = System.nanoTime() - start;
        }
        return times;
    }

    private static long[] eight(List<String> questions, Ask ask) throws InterruptedException, ExecutionException {
        try (var clients = Executors.newFixedThreadPool(8)) {
            var tasks = new ArrayList<Callable<long[]>>();
            for (int client = 0; client < 8; client++) {
                var mine = new ArrayList<String>();
                for (int i = 0; i < questions.size(); i++)
                    mine.add(questions.get((i * 7 + client * 41) % questions.size()));
                tasks.add(() -> each(mine, ask));
            }
            var all = new ArrayList<long[]>();
            for (var done : clients.invokeAll(tasks)) all.add(done.get());
            return all.stream().flatMapToLong(Arrays::stream).toArray();
        }
    }

    private static void build(Path set, IndexFolder folder, int copies) throws IOException {
        var documents = new HashMap<String, JsonNode>();
        try (var lines = Files.lines(set.resolve("documents.jsonl"))) {
            lines.map(JSON::readTree).forEach(row -> documents.put(text(row, "so_ky_hieu"), row));
        }
        var index = folder.build();
        long start = System.nanoTime();
        long id = 0;
        int passages = 0;
        for (int copy = 0; copy < copies; copy++) {
            var block = new ArrayList<Passage>();
            String name = "";
            try (var lines = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(set.resolve("corpus.jsonl.gz"))),
                    StandardCharsets.UTF_8))) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    var row = JSON.readTree(line);
                    if (!text(row, "document").equals(name) && !block.isEmpty()) {
                        index.replaceDocument(document(++id, name, documents, block));
                        block.clear();
                    }
                    name = text(row, "document");
                    block.add(Passage.of(text(row, "id"), text(row, "title"), null, text(row, "text")));
                    passages++;
                }
            }
            index.replaceDocument(document(++id, name, documents, block));
        }
        index.commit();
        double seconds = (System.nanoTime() - start) / 1e9;
        print("passages indexed", Math.round(passages / seconds), "1/s", null);
        try (var opened = folder.switchTo(index);
                var files = Files.walk(opened.folder())) {
            long bytes = 0;
            for (var file : files.filter(Files::isRegularFile).toList()) bytes += Files.size(file);
            print("index size a passage", bytes / passages, "B", null);
        }
    }

    private static IndexedDocument document(
            long id, String name, Map<String, JsonNode> documents, List<Passage> passages) {
        var number = Arrays.stream(name.split(" "))
                .filter(word -> word.contains("/"))
                .findFirst()
                .orElse("");
        var row = documents.get(number);
        var type = row == null ? "" : text(row, "loai_van_ban");
        var issuer = row == null ? "" : text(row, "co_quan_ban_hanh");
        var issued = row == null ? null : date(text(row, "ngay_ban_hanh"));
        var from = row == null ? null : date(text(row, "ngay_hieu_luc"));
        return new IndexedDocument(
                id,
                1,
                null,
                type,
                "",
                issuer,
                issuer,
                "CENTRAL",
                null,
                List.of(),
                issued,
                name,
                from == null ? List.of() : List.of(new ValiditySpan("inForce", from, null)),
                passages);
    }

    private static @org.jspecify.annotations.Nullable LocalDate date(String written) {
        var parts = written.split("/");
        return parts.length != 3
                ? null
                : LocalDate.of(Integer.parseInt(parts[2]), Integer.parseInt(parts[1]), Integer.parseInt(parts[0]));
    }

    private static String text(JsonNode row, String field) {
        return row.path(field).asString("");
    }

    private static void report(String name, long[] times, long @org.jspecify.annotations.Nullable [] to) {
        for (double share : new double[] {.5, .99}) {
            double ms = quantile(times, share);
            var unit = "p" + Math.round(share * 100) + " ms";
            print(
                    name,
                    Math.round(ms * 100) / 100.0,
                    unit,
                    to == null ? null : Math.round(ms / quantile(to, share) * 100) / 100.0);
        }
    }

    private static double quantile(long[] times, double share) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))] / 1e6;
    }

    private static void print(String name, double value, String unit, @org.jspecify.annotations.Nullable Double ratio) {
        var measure = new LinkedHashMap<String, Object>();
        measure.put("name", name);
        measure.put("value", value);
        measure.put("unit", unit);
        if (ratio != null) {
            measure.put("ratio", ratio);
            measure.put("to", BARE);
        }
        System.out.println(JSON.writeValueAsString(measure));
    }
}
