package vn.qppl.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.qppl.index.BareSearch;

/**
 * Search over HTTP with facets and highlights, against the bare Lucene query (the same parsed query on the same index, ten passages,
 * nothing counted, grouped or shown), question by question in turn, so that a busy machine is fair to both.
 */
final class SearchBench {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int CLIENTS = 8;

    private final Main.Options options;
    private final Product product;

    SearchBench(Main.Options options) throws IOException {
        this.options = options;
        this.product = new Product(options.data());
    }

    void run() throws IOException, InterruptedException, SQLException {
        try (var database = product.database()) {
            var load = new BulkLoad(database);
            if (load.documents() == 0) {
                int articles = options.corpus() == null ? generated(load) : corpus(load, options.corpus());
                load.finish();
                Measure.of("search.articles", articles, "articles").print();
                double seconds = product.rebuildIndex();
                Measure.of("search.rebuild", articles / seconds, "articles/s").print();
            } else {
                product.awaitIndexed();
            }
        }
        var questions = questions();
        var folder = product.data().resolve("index/public");
        try (var bare = BareSearch.open(folder)) {
            alone(questions, bare, false);
            alone(questions, bare, true);
            together(questions, bare);
        }
    }

    private static String address(String question) {
        return "/api/public/search?size=10&q=" + Product.encoded(question);
    }

    private void alone(List<String> questions, BareSearch bare, boolean measured)
            throws IOException, InterruptedException {
        var whole = new double[questions.size()];
        var lucene = new double[questions.size()];
        for (int i = 0; i < whole.length; i++) {
            long start = System.nanoTime();
            bare.ask(questions.get(i), LocalDate.now());
            lucene[i] = (System.nanoTime() - start) / 1e6;
            whole[i] = product.milliseconds(address(questions.get(i)));
        }
        if (!measured) return;
        report("search.alone", whole, lucene);
    }

    private static void report(String name, double[] whole, double[] lucene) {
        for (var p : new double[] {50, 99}) {
            double bare = Measure.percentile(lucene, p);
            Measure.of(name + ".lucene.p" + (int) p, bare, "ms").print();
            Measure.of(name + ".p" + (int) p, Measure.percentile(whole, p), "ms")
                    .against(bare, "the bare Lucene query")
                    .print();
        }
    }

    private interface Ask {
        double milliseconds(String question) throws IOException, InterruptedException;
    }

    private void together(List<String> questions, BareSearch bare) throws IOException, InterruptedException {
        var lucene = eight(questions, question -> {
            long start = System.nanoTime();
            bare.ask(question, LocalDate.now());
            return (System.nanoTime() - start) / 1e6;
        });
        var whole = eight(questions, question -> product.milliseconds(address(question)));
        report("search.eightClients", whole, lucene);
    }

    private static double[] eight(List<String> questions, Ask ask) throws IOException, InterruptedException {
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var tasks = new ArrayList<Callable<double[]>>();
            for (int client = 0; client < CLIENTS; client++) {
                int first = client * 41;
                tasks.add(() -> {
                    var times = new double[questions.size()];
                    for (int i = 0; i < times.length; i++)
                        times[i] = ask.milliseconds(questions.get((i * 7 + first) % questions.size()));
                    return times;
                });
            }
            var all = new ArrayList<double[]>();
            for (var done : clients.invokeAll(tasks)) all.add(done.get());
            return all.stream().flatMapToDouble(Arrays::stream).toArray();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private List<String> questions() throws IOException {
        var file = options.queries();
        if (file == null && options.corpus() != null) file = options.corpus().resolveSibling("queries.jsonl");
        if (file == null || !Files.exists(file)) {
            var text = new Generated(options.seed() + 1);
            return new Random(options.seed())
                    .ints(200, 3, 20)
                    .mapToObj(words -> text.words(words))
                    .toList();
        }
        var questions = new ArrayList<String>();
        try (var lines = reader(file)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine())
                if (!line.isBlank())
                    questions.add(JSON.readTree(line).path("text").asString(""));
        }
        return questions;
    }

    private static BufferedReader reader(Path file) throws IOException {
        var in = Files.newInputStream(file);
        return new BufferedReader(new InputStreamReader(
                file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in, StandardCharsets.UTF_8));
    }

    /** Lines that follow each other and name one document are one document. */
    private static int corpus(BulkLoad load, Path corpus) throws IOException, SQLException {
        var text = new StringBuilder();
        String document = null;
        int count = 0;
        try (var lines = reader(corpus)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank()) continue;
                var row = JSON.readTree(line);
                var name = row.path("document").asString("");
                if (document != null && !document.equals(name)) {
                    add(load, document, text.toString());
                    text.setLength(0);
                }
                document = name;
                // an article begins a line, its clauses stand below it
                text.append(row.path("title").asString("")).append('\n');
                text.append(row.path("text").asString("").strip().replaceAll("\\n[ \\t]+", "\n"))
                        .append('\n');
                count++;
            }
        }
        if (document != null) add(load, document, text.toString());
        return count;
    }

    private static void add(BulkLoad load, @Nullable String name, String text) throws IOException, SQLException {
        if (name == null) return;
        long id = load.document(name.length() > 3900 ? name.substring(0, 3900) : name);
        load.text(id, text);
    }

    private int generated(BulkLoad load) throws IOException, SQLException {
        int articles = options.size() == 0 ? 20_000 : options.size();
        var text = new Generated(options.seed());
        for (int made = 0; made < articles; ) {
            int here = Math.min(articles - made, 12);
            load.text(load.document(text.title()), text.articles(here, 80));
            made += here;
        }
        return articles;
    }
}
