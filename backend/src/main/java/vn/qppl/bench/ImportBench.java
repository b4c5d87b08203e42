package vn.qppl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.SAXException;

/**
 * The whole import of files, from extraction to searchable, against bare Tika in one process over the same files. Both begin cold: Tika
 * with its classes to load, the product with its children to start. Tika is asked not to recognise scanned pages; where Tesseract is
 * installed the product does, and says for how many files.
 */
final class ImportBench {
    private static final int MOST_CHARACTERS = 50_000_000;

    private final Main.Options options;
    private final Product product;

    ImportBench(Main.Options options) throws IOException {
        this.options = options;
        this.product = new Product(options.data());
    }

    void run() throws IOException, InterruptedException {
        var files = files();
        if (files.isEmpty()) throw new IOException("không có tệp nào: --files PATH...");
        long bytes = 0;
        for (var file : files) bytes += Files.size(file);
        Measure.of("import.files", files.size(), "files").print();
        Measure.of("import.bytes", bytes / 1e6, "MB").print();
        product.awaitIndexed();
        // what the product does by itself after its start would slow down whoever is measured meanwhile
        product.awaitRest();

        double one = seconds(files, 1);
        double two = seconds(files, 2);
        rate("import.tika.oneThread.cold", files.size(), one).print();
        rate("import.tika.twoThreads", files.size(), two).print();

        long start = System.nanoTime();
        var request = new LinkedHashMap<String, Object>();
        request.put(
                "paths",
                options.files().stream()
                        .map(path -> path.toAbsolutePath().normalize().toString())
                        .toList());
        request.put("acceptAs", "admin");
        request.put("acceptEffects", true);
        request.put("publish", true);
        var batch = product.post("/api/intake/local", request).path("batch");
        var address = "/api/intake/batches/" + batch.path("id").asLong();
        double read = 0;
        while (!"DONE".equals(batch.path("state").asString())) {
            var counts = batch.path("counts");
            if (read == 0
                    && counts.path("total").asLong() > 0
                    && counts.path("waiting").asLong() + counts.path("reading").asLong() == 0)
                read = (System.nanoTime() - start) / 1e9;
            // asking is work for the product too
            Thread.sleep(200);
            batch = product.get(address);
        }
        double accepted = (System.nanoTime() - start) / 1e9;
        product.awaitIndexed();
        double searchable = (System.nanoTime() - start) / 1e9;

        for (var count : batch.path("counts").properties())
            Measure.of("import." + count.getKey(), count.getValue().asLong(), "files")
                    .print();
        if (read > 0)
            Measure.of("import.read", read, "s")
                    .against(searchable, "the whole import")
                    .print();
        Measure.of("import.accepted", accepted, "s")
                .against(searchable, "the whole import")
                .print();
        rate("import.whole", files.size(), searchable)
                .against(files.size() / one, "bare Tika in one process, one thread, cold")
                .print();
        rate("import.whole", files.size(), searchable)
                .against(files.size() / two, "bare Tika in one process, two threads")
                .print();
        double warm = seconds(files, 1);
        rate("import.tika.oneThread.warm", files.size(), warm).print();
        rate("import.whole", files.size(), searchable)
                .against(files.size() / warm, "bare Tika in one process, one thread, third time over the files")
                .print();
    }

    private static Measure rate(String name, int files, double seconds) {
        return Measure.of(name, files / seconds, "files/s");
    }

    private List<Path> files() throws IOException {
        var found = new ArrayList<Path>();
        for (var path : options.files()) {
            try (var walk = Files.walk(path)) {
                walk.filter(Files::isRegularFile)
                        .filter(file -> !file.getFileName().toString().startsWith("."))
                        .sorted()
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static double seconds(List<Path> files, int threads) throws IOException, InterruptedException {
        long start = System.nanoTime();
        var parser = new AutoDetectParser();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var tasks = files.stream()
                    .<Callable<Integer>>map(file -> () -> characters(parser, file))
                    .toList();
            long characters = 0;
            for (var done : pool.invokeAll(tasks)) characters += done.get();
            double seconds = (System.nanoTime() - start) / 1e9;
            System.err.printf(Locale.ROOT, "Tika, %d luồng: %d ký tự trong %.2f giây%n", threads, characters, seconds);
            return seconds;
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private static int characters(AutoDetectParser parser, Path file) throws IOException {
        var handler = new BodyContentHandler(MOST_CHARACTERS);
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, file.getFileName().toString());
        var context = new ParseContext();
        var pdf = new PDFParserConfig();
        pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        context.set(PDFParserConfig.class, pdf);
        try (var in = TikaInputStream.get(file, metadata)) {
            parser.parse(in, handler, metadata, context);
        } catch (TikaException | SAXException e) {
            System.err.println("Tika không đọc được " + file.getFileName() + ": " + e.getMessage());
        }
        return handler.toString().length();
    }
}
