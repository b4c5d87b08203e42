package vn.qppl.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.extractor.WordExtractor;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SamplePackTest {
    private static final Path SAMPLES = Path.of("samples");
    private static final Path FILES = SAMPLES.resolve("kon-tum");

    @Test
    void holdsAtLeastSixtySixDocumentsOfSixKindsOfFile() throws IOException {
        var kinds = expected().stream()
                .map(e -> e.get("file").asString())
                .collect(Collectors.groupingBy(f -> f.substring(f.lastIndexOf('.') + 1), Collectors.counting()));
        assertThat(kinds.keySet()).containsExactlyInAnyOrder("docx", "pdf", "odt", "rtf", "doc");
        assertThat(kinds.values().stream().mapToLong(n -> n).sum()).isGreaterThanOrEqualTo(66);
    }

    @Test
    void everyTruthHasItsFileAndEverySourceItsTruth() throws IOException {
        var files = expected().stream().map(e -> e.get("file").asString()).toList();
        assertThat(files).doesNotHaveDuplicates();
        assertThat(files).allSatisfy(f -> assertThat(FILES.resolve(f)).isNotEmptyFile());
        var sources = SamplePack.read(SAMPLES.resolve("sources"));
        assertThat(sources.stream().map(SampleSource::file)).containsExactlyInAnyOrderElementsOf(files);
    }

    @Test
    void aNumberIsGivenOnceByABodyInAYear() throws IOException {
        var keys = expected().stream()
                .map(e -> e.get("issuer").asString() + " " + e.get("number").asString() + " "
                        + e.get("issuedOn").asString().substring(0, 4))
                .toList();
        assertThat(keys).doesNotHaveDuplicates();
        var twelve = expected().stream()
                .filter(e -> e.get("number").asString().equals("12/2023/QĐ-UBND"))
                .map(e -> e.get("issuer").asString())
                .toList();
        assertThat(twelve).containsExactlyInAnyOrder("Ủy ban nhân dân tỉnh Kon Tum", "Ủy ban nhân dân tỉnh Quảng Ngãi");
    }

    @Test
    void everyCauseOfAStatusIsADocumentOfThePackOrARuleOfLaw() throws IOException {
        var held = expected().stream()
                .map(e -> e.get("number").asString() + " "
                        + e.get("issuer")
                                .asString()
                                .replace("Ủy ban nhân dân", "UBND")
                                .replace("Hội đồng nhân dân", "HĐND"))
                .toList();
        for (var truth : expected()) {
            for (var state : truth.get("validity")) {
                if (!state.has("causes")) continue;
                for (var cause : state.get("causes")) {
                    if (cause.has("document"))
                        assertThat(held).contains(cause.get("document").asString());
                    else assertThat(cause.get("rule").asString()).contains("Luật số");
                }
            }
        }
    }

    @Test
    void theClauseNamedAsCauseNamesTheDocumentItEnds() throws IOException {
        var sources = new HashMap<String, SampleSource>();
        for (var s : SamplePack.read(SAMPLES.resolve("sources"))) sources.put(s.number() + " " + s.issuer(), s);
        var checked = 0;
        for (var target : sources.values()) {
            for (var line : target.many("on")) {
                for (var cause : causes(line)) {
                    var source = java.util.Objects.requireNonNull(sources.get(cause.get(1)), cause.get(1));
                    if (source.equals(target)) continue;
                    assertThat(String.join("\n", source.body()) + source.one("name"))
                            .as("%s should name %s", cause.get(1), target.number())
                            .contains(target.number());
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(30);
    }

    private static List<List<String>> causes(String line) {
        var at = line.indexOf(" <- ");
        if (at < 0) return List.of();
        var causes = new ArrayList<List<String>>();
        for (var cause : line.substring(at + 4).split(" & ")) {
            var parts = List.of(cause.split(" \\| "));
            if (parts.size() == 3) causes.add(parts);
        }
        return causes;
    }

    @Test
    void theScanHasPicturesAndNoTextLayer() throws IOException {
        try (var pdf = Loader.loadPDF(
                FILES.resolve("qd-03-2018-ubnd-huyen-tu-mo-rong-ban-quet.pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(pdf)).isBlank();
            assertThat(pdf.getPage(0).getResources().getXObjectNames()).isNotEmpty();
        }
    }

    @Test
    void theOldFontFilesKeepTheirCodesForEveryLetter() throws IOException {
        for (var name : List.of("qd-02-2015-ubnd-huyen-dak-glei.doc", "nq-01-2016-hdnd-xa-dak-tram.doc")) {
            try (var in = Files.newInputStream(FILES.resolve(name));
                    var word = new HWPFDocument(in);
                    var text = new WordExtractor(word)) {
                // "người" and "được" hold ư, the code that converters lose.
                assertThat(text.getText()).contains(Tcvn3.encode("Điều 1.")).contains(Tcvn3.encode("ư"));
                assertThat(text.getText()).doesNotContain("Điều", "\u001f");
            }
        }
    }

    @Test
    void theSheetHasMoreThanAHundredRowsUnderATwoRowHeader() throws IOException {
        try (var book =
                WorkbookFactory.create(FILES.resolve("so-theo-doi-2023.xlsx").toFile(), null, true)) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getPhysicalNumberOfRows()).isGreaterThan(100);
            assertThat(sheet.getMergedRegions()).hasSizeGreaterThan(5);
        }
    }

    @Test
    void theCsvReadsBackFromWindows1258() throws IOException {
        var bytes = Files.readAllBytes(FILES.resolve("so-theo-doi-2022.csv"));
        var text = Normalizer.normalize(new String(bytes, Charset.forName("windows-1258")), Normalizer.Form.NFC);
        assertThat(text).contains("Trích yếu nội dung", "Quy định khung giá rừng trên địa bàn tỉnh Kon Tum");
        assertThat(text).doesNotContain("?", "\ufffd");
    }

    private static List<JsonNode> expected() throws IOException {
        var json = JsonMapper.builder().build();
        return Files.readAllLines(FILES.resolve("expected.jsonl")).stream()
                .map(json::readTree)
                .toList();
    }
}
