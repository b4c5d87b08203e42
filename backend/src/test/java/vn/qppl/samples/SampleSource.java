package vn.qppl.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One invented document as written by us: header lines {@code key: value} to the line {@code ---}, then the text.
 *
 * <p>In the text {@code == TYPE | title} opens an attached regulation or an annex, {@code | a | b |} is a table row,
 * {@code Chương I. TITLE} and {@code Điều 1. Title} are headings. A header key may be repeated ({@code on}, {@code basis}).
 *
 * @param origin the file it was read from, for messages
 */
record SampleSource(Path origin, Map<String, List<String>> header, List<String> body) {

    static SampleSource read(Path file) throws IOException {
        var header = new LinkedHashMap<String, List<String>>();
        var body = new ArrayList<String>();
        var inHeader = true;
        for (var line : Files.readAllLines(file)) {
            if (inHeader && line.equals("---")) {
                inHeader = false;
            } else if (inHeader && !line.isBlank()) {
                var colon = line.indexOf(": ");
                if (colon < 0) throw new IllegalArgumentException(file + ": not a header line: " + line);
                header.computeIfAbsent(line.substring(0, colon), key -> new ArrayList<>())
                        .add(line.substring(colon + 2).strip());
            } else if (!inHeader && !line.isBlank()) {
                body.add(line.strip());
            }
        }
        return new SampleSource(file, header, body);
    }

    String one(String key) {
        return maybe(key).orElseThrow(() -> new IllegalArgumentException(origin + ": no header " + key));
    }

    Optional<String> maybe(String key) {
        return many(key).stream().findFirst();
    }

    List<String> many(String key) {
        return header.getOrDefault(key, List.of());
    }

    String file() {
        return one("file");
    }

    String extension() {
        return file().substring(file().lastIndexOf('.') + 1);
    }

    String number() {
        return one("number");
    }

    String issuer() {
        return one("issuer");
    }

    LocalDate issuedOn() {
        return LocalDate.parse(one("date"));
    }

    /** The name of the type as printed, in lower case but for the first letter. */
    String type() {
        return maybe("type")
                .orElseGet(() -> number().contains("NQ-HĐND")
                        ? "Nghị quyết"
                        : number().contains("KH-") ? "Kế hoạch" : number().contains("CT-") ? "Chỉ thị" : "Quyết định");
    }

    /** A number with a year is what tells a normative document from an administrative one. */
    boolean normative() {
        return maybe("normative").map("yes"::equals).orElseGet(() -> number().split("/").length == 3);
    }

    boolean legacyFont() {
        return maybe("font").filter("tcvn3"::equals).isPresent();
    }

    boolean scanned() {
        return maybe("scan").isPresent();
    }

    boolean council() {
        return issuer().startsWith("HĐND");
    }

    boolean chairman() {
        return issuer().startsWith("Chủ tịch UBND");
    }

    /** "tỉnh Kon Tum", "huyện Đăk Tô": the issuer without its organ. */
    String unit() {
        return issuer().replace("Chủ tịch ", "").replaceFirst("^(HĐND|UBND) ", "");
    }

    String place() {
        return unit().replaceFirst("^(tỉnh|huyện|thành phố|thị trấn|phường|xã) ", "");
    }

    boolean provincial() {
        return unit().startsWith("tỉnh");
    }

    /** The issuer's name in full, "Ủy ban nhân dân tỉnh Kon Tum". */
    String issuerInFull() {
        return (chairman() ? "Chủ tịch Ủy ban nhân dân " : council() ? "Hội đồng nhân dân " : "Ủy ban nhân dân ")
                + unit();
    }

    static String dated(LocalDate day) {
        var d = day.getDayOfMonth() < 10 ? "0" + day.getDayOfMonth() : "" + day.getDayOfMonth();
        var m = day.getMonthValue() < 3 ? "0" + day.getMonthValue() : "" + day.getMonthValue();
        return "ngày " + d + " tháng " + m + " năm " + day.getYear();
    }
}
