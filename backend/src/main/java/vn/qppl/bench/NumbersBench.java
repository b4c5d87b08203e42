package vn.qppl.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import vn.qppl.structure.DocumentNumber;
import vn.qppl.text.VietnameseText;

/**
 * Whether each document of the running register that has a number is the first answer to it, in the four forms in which people type
 * numbers. Where two documents share number and year, one of them cannot be: that counts as not found.
 */
final class NumbersBench {
    private final Product product;

    NumbersBench(Main.Options options) throws IOException {
        product = new Product(options.data());
    }

    void run() throws IOException, InterruptedException {
        product.awaitIndexed();
        var first = new LinkedHashMap<String, Integer>();
        var asked = new LinkedHashMap<String, Integer>();
        int documents = 0;
        String after = "";
        do {
            var page = product.get("/api/documents?size=100&sort=number&after=" + Product.encoded(after));
            for (var row : page.path("items")) {
                var forms = forms(row);
                if (forms.isEmpty()) continue;
                documents++;
                for (var form : forms.entrySet()) {
                    asked.merge(form.getKey(), 1, Integer::sum);
                    if (isFirst(row, form.getValue())) first.merge(form.getKey(), 1, Integer::sum);
                    else
                        System.err.println("không đứng đầu: " + form.getValue() + " (văn bản "
                                + row.path("id").asLong() + ", "
                                + row.path("number").asString() + ")");
                }
            }
            after = page.path("next").asString("");
        } while (!after.isEmpty());
        Measure.of("numbers.documents", documents, "documents").print();
        int all = 0;
        int allFirst = 0;
        for (var form : asked.entrySet()) {
            int found = first.getOrDefault(form.getKey(), 0);
            all += form.getValue();
            allFirst += found;
            Measure.of("numbers.first." + form.getKey(), found, "documents")
                    .against(form.getValue(), "documents asked for")
                    .print();
        }
        if (all > 0)
            Measure.of("numbers.first", allFirst, "questions")
                    .against(all, "questions asked")
                    .print();
    }

    /** As printed; without marks and signs; with the Icelandic letter that looks like Đ; in words. */
    private static Map<String, String> forms(JsonNode row) {
        var forms = new LinkedHashMap<String, String>();
        var number = DocumentNumber.parse(row.path("number").asString("")).orElse(null);
        if (number == null) return forms;
        var printed = row.path("number").asString("");
        forms.put("printed", printed);
        forms.put(
                "bare",
                VietnameseText.fold(printed)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[/.\\-]+", " ")
                        .strip());
        forms.put("wrongLetter", printed.replace('Đ', 'Ð'));
        var issued = row.path("issuedOn").asString("");
        var year = number.year() != null ? number.year().toString() : issued.isEmpty() ? "" : issued.substring(0, 4);
        if (!year.isEmpty())
            forms.put(
                    "words",
                    row.path("typeLabel").asString("").toLowerCase(Locale.ROOT) + " " + number.serial() + " năm "
                            + year);
        return forms;
    }

    private boolean isFirst(JsonNode row, String typed) throws IOException, InterruptedException {
        var hit = product.get("/api/search?size=1&q=" + Product.encoded(typed))
                .path("hits")
                .path(0);
        return hit.path("id").asLong(-1) == row.path("id").asLong();
    }
}
