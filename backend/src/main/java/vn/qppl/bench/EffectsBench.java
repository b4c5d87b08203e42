package vn.qppl.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A register of national size, generated: for each document about six relations and two effects. Measured at a tenth of the size and at
 * the whole, so that what grows with the register shows.
 */
final class EffectsBench {
    private static final String[] TYPES = {
        "QUYET_DINH", "QUYET_DINH", "NGHI_QUYET", "THONG_TU", "NGHI_DINH", "CHI_THI", "LUAT"
    };
    private static final String[] SYMBOLS = {"QĐ-UBND", "QĐ-UBND", "NQ-HĐND", "TT-BTC", "NĐ-CP", "CT-UBND", "QH15"};
    private static final String[] FIELDS = {
        "Tài chính", "Đất đai", "Giáo dục", "Y tế", "Tư pháp", "Nội vụ", "Xây dựng", "Công thương"
    };
    private static final int ISSUERS = 700;
    private static final int CODES_ARTICLES = 700;
    /** Long codes; all but the first are asked once only, as the first question after a start. */
    private static final int CODES = 6;
    /** One in so many documents has its text, of a few articles. */
    private static final int WITH_TEXT = 10;

    private final Main.Options options;
    private final Product product;
    private final Random random;
    private final Generated text;

    EffectsBench(Main.Options options) throws IOException {
        this.options = options;
        this.product = new Product(options.data());
        this.random = new Random(options.seed());
        this.text = new Generated(options.seed());
    }

    void run() throws IOException, InterruptedException, SQLException {
        int size = options.size() == 0 ? 160_000 : options.size();
        var small = new TreeMap<String, Double>();
        try (var database = product.database()) {
            var load = new BulkLoad(database);
            if (load.documents() < size / 10) load(load, size / 10);
            if (load.documents() < size / 2) {
                measure(load.documents(), small, null);
                load(load, size);
            }
            measure(load.documents(), new TreeMap<>(), small);
        }
    }

    private void load(BulkLoad load, int size) throws IOException, SQLException, InterruptedException {
        long start = System.nanoTime();
        long first = load.documents() + 1;
        if (first == 1) {
            for (int i = 1; i <= ISSUERS; i++)
                load.organisation(10_000 + i, "Ủy ban nhân dân xã Mẫu " + i, i % 3 == 0 ? "DISTRICT" : "COMMUNE");
            for (int i = 0; i < CODES; i++) code(load, i);
            first = CODES + 1;
        }
        for (long id = first; id <= size; id++) document(load, id);
        load.finish();
        Measure.of("effects.load", (size - first) / seconds(start), "documents/s")
                .print();
        Measure.of("effects.rebuild", size / product.rebuildIndex(), "documents/s")
                .print();
        product.awaitNo("compose-wording");
    }

    /** One of the first documents: a code of 700 articles, amended a hundred times. */
    private void code(BulkLoad load, int serial) throws IOException, SQLException {
        var from = LocalDate.of(2017, 1, 1);
        long id = load.document(new BulkLoad.Facts(
                0,
                "Quốc hội",
                "CENTRAL",
                "BO_LUAT",
                (91 + serial) + "/2015/QH13",
                91 + serial,
                2015,
                "Bộ luật Mẫu",
                from.minusYears(1),
                "Tư pháp",
                from,
                null));
        long commenced = load.effect("COMMENCE", id, null, null, from, id, "Điều 689");
        load.span(id, BulkLoad.FIRST_DAY, from, "NOT_YET", 0);
        var partly = LocalDate.of(2019, 1, 1);
        load.span(id, from, partly, "IN_FORCE", commenced);
        long last = commenced;
        for (int i = 0; i < 100; i++) {
            int article = 1 + random.nextInt(CODES_ARTICLES);
            last = load.effect(
                    i % 4 == 0 ? "REPEAL" : "AMEND",
                    id,
                    "art_" + article,
                    i % 4 == 0 ? null : text.article(article, 60),
                    partly.plusDays(i),
                    CODES + 1 + i / 25,
                    "khoản " + (1 + i % 25) + " Điều 1");
        }
        load.span(id, partly, BulkLoad.LAST_DAY, "PARTLY_EXPIRED", last);
        load.text(id, text.articles(CODES_ARTICLES, 60));
    }

    private void document(BulkLoad load, long id) throws IOException, SQLException {
        int kind = random.nextInt(TYPES.length);
        int issuer = 1 + random.nextInt(ISSUERS);
        var issued = LocalDate.of(1995, 1, 1).plusDays(random.nextInt(365 * 30));
        var from = issued.plusDays(10 + random.nextInt(40));
        // two in five were replaced or repealed, some in part first
        boolean ended = random.nextInt(5) < 2;
        boolean partly = random.nextInt(5) == 0;
        var halfway = from.plusDays(200 + random.nextInt(1500));
        var until = ended ? halfway.plusDays(1 + random.nextInt(3000)) : null;
        int serial = 1 + random.nextInt(4000);
        long made = load.document(new BulkLoad.Facts(
                10_000 + issuer,
                "Ủy ban nhân dân xã Mẫu " + issuer,
                issuer % 3 == 0 ? "DISTRICT" : "COMMUNE",
                TYPES[kind],
                String.format(Locale.ROOT, "%02d/%d/%s", serial, issued.getYear(), SYMBOLS[kind]),
                serial,
                issued.getYear(),
                text.title(),
                issued,
                FIELDS[random.nextInt(FIELDS.length)],
                from,
                until));
        if (made != id)
            throw new SQLException("document " + made + " instead of " + id + ": the folder holds something else");
        // whatever changes a text comes with articles of few clauses, not with a code
        long cause = CODES + 1 + random.nextLong(id - CODES);
        var at = from;
        long by = load.effect("COMMENCE", id, null, null, from, id, "Điều 3");
        load.span(id, BulkLoad.FIRST_DAY, from, "NOT_YET", 0);
        var status = "IN_FORCE";
        if (partly) {
            load.span(id, at, halfway, status, by);
            by = load.effect("REPEAL", id, "art_2", null, halfway, cause, "khoản 2 Điều 5");
            at = halfway;
            status = "PARTLY_EXPIRED";
        }
        if (until != null) {
            load.span(id, at, until, status, by);
            by = load.effect("REPEAL", id, null, null, until, cause, "khoản 1 Điều 5");
            at = until;
            status = "EXPIRED";
        }
        // amendments change no status
        if (random.nextInt(4) == 0)
            load.effect("AMEND", id, "art_1", text.article(1, 40), from.plusDays(100), cause, "Điều 1");
        if (id % WITH_TEXT == 0) load.text(id, text.articles(3, 40));
        load.span(id, at, BulkLoad.LAST_DAY, status, by);
        // a few basic laws are the basis of nearly everything
        for (int i = 0; i < 6; i++)
            load.relation(
                    i < 4 ? "BASED_ON" : "CITES",
                    id,
                    i == 0 ? 1 : 1 + (long) (Math.pow(random.nextDouble(), 3) * (id - 1)));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private void measure(long size, TreeMap<String, Double> now, @Nullable TreeMap<String, Double> before)
            throws IOException, InterruptedException {
        // nobody has asked for these since the application started
        for (int i = 1; i < CODES; i++)
            now.put(
                    "first text of a code on a day, " + i + " of " + (CODES - 1),
                    product.milliseconds("/api/public/documents/" + (1 + i) + "/text?on=2019-02-01"));
        var documents = new ArrayList<Long>();
        for (int i = 0; i < 200; i++) documents.add(1 + random.nextLong(size));
        timed(now, "static file", List.of("/portal/icon.svg"), 200);
        timed(
                now,
                "status",
                documents.stream()
                        .map(id -> "/api/public/documents/" + id + "/validity")
                        .toList(),
                1);
        timed(now, "status of a code", List.of("/api/public/documents/1/validity"), 30);
        timed(now, "page", documents.stream().map(id -> "/van-ban/" + id).toList(), 1);
        timed(now, "page of a code", List.of("/van-ban/1"), 30);
        timed(now, "relations of a basic law", List.of("/api/public/documents/1/relations"), 20);
        timed(now, "text of a code on a day", List.of("/api/public/documents/1/text?on=2019-02-01"), 30);
        now.put("everything that lost effect in a year", ended());
        lists(now);
        for (var measured : now.entrySet()) {
            var name = "effects." + size + "." + measured.getKey();
            var measure = Measure.of(name, measured.getValue(), "ms");
            var other = before == null ? null : before.get(measured.getKey());
            (other == null ? measure : measure.against(other, "a register of a tenth")).print();
        }
    }

    /** p50 and p99 of each path asked so often, after a round that warms up. */
    private void timed(TreeMap<String, Double> into, String name, List<String> paths, int times)
            throws IOException, InterruptedException {
        for (var path : paths.subList(0, Math.min(paths.size(), 50))) product.bytes(path);
        var measured = new double[paths.size() * times];
        int i = 0;
        for (int round = 0; round < times; round++) for (var path : paths) measured[i++] = product.milliseconds(path);
        into.put(name + ", p50", Measure.percentile(measured, 50));
        into.put(name + ", p99", Measure.percentile(measured, 99));
    }

    private double ended() throws IOException, InterruptedException {
        var times = new double[5];
        for (int round = 0; round < times.length; round++) {
            long start = System.nanoTime();
            String after = "";
            do {
                var page = product.get("/api/public/ended?year=2015&size=1000&after=" + Product.encoded(after));
                after = page.path("next").asString("");
            } while (!after.isEmpty());
            times[round] = seconds(start) * 1000;
        }
        return Measure.percentile(times, 50);
    }

    /** The slowest narrowing of each order, on the first page and, where there are so many, on the hundredth. */
    private void lists(TreeMap<String, Double> into) throws IOException, InterruptedException {
        var filters = List.of(
                "",
                "type=LUAT",
                "issuer=10007",
                "level=DISTRICT",
                "year=2010",
                "field=" + Product.encoded("Đất đai"),
                "status=expired",
                "status=inForce",
                "status=suspended",
                "published=false",
                "normative=true",
                "number=" + Product.encoded("12/2010/QĐ-UBND"),
                "q=" + Product.encoded("hỗ trợ học phí"));
        for (var order : List.of("-issuedOn", "issuedOn", "number", "title", "effectiveFrom")) {
            double first = 0;
            double hundredth = 0;
            for (var filter : filters) {
                var path = "/api/documents?size=20&sort=" + order + "&" + filter;
                double once = median(path);
                System.err.printf(Locale.ROOT, "%s: %.1f ms%n", path, once);
                first = Math.max(first, once);
                var next = product.get(path).path("next").asString("");
                for (int page = 2; page < 100 && !next.isEmpty(); page++)
                    next = product.get(path + "&after=" + Product.encoded(next))
                            .path("next")
                            .asString("");
                if (next.isEmpty()) continue;
                double deep = median(path + "&after=" + Product.encoded(next));
                System.err.printf(Locale.ROOT, "%s, trang 100: %.1f ms%n", path, deep);
                hundredth = Math.max(hundredth, deep);
            }
            into.put("list by " + order + ", slowest first page, p50", first);
            into.put("list by " + order + ", slowest hundredth page, p50", hundredth);
        }
    }

    private double median(String path) throws IOException, InterruptedException {
        var times = new double[5];
        for (int i = 0; i < times.length; i++) times[i] = product.milliseconds(path);
        return Measure.percentile(times, 50);
    }
}
