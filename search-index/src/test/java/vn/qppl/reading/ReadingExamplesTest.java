package vn.qppl.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.qppl.text.ExtractedText;

/**
 * Corrections kept as examples. Each line of {@code reading-examples/*.jsonl} is {@code {note, text, expect}}: {@code expect}
 * names fields with their right value, {@code null} for one the text does not give; {@code bases} and {@code cites} list what
 * must be found, written {@code number} or {@code "provision | number"}. {@code doubtful} names fields that must not be certain.
 */
class ReadingExamplesTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @MethodSource("examples")
    void readsAsCorrected(JsonNode example) {
        var read = DocumentReader.read(
                ExtractedText.ofPlainText(example.get("text").asString()));
        var fields = fields(read);

        for (var expected : example.get("expect").properties()) {
            var name = expected.getKey();
            var value = expected.getValue();
            if (name.equals("bases"))
                assertThat(bases(read.bases())).as(name).containsExactlyElementsOf(strings(value));
            else if (name.equals("cites"))
                assertThat(cites(read.citations())).as(name).containsAll(strings(value));
            else {
                assertThat(fields).as("a field of an example").containsKey(name);
                var finding = fields.get(name);
                var found = finding == null || finding.isEmpty()
                        ? null
                        : finding.getFirst().value().toString();
                assertThat(found).as(name).isEqualTo(value.isNull() ? null : value.asString());
            }
        }
        if (example.has("doubtful"))
            for (var name : strings(example.get("doubtful"))) {
                var finding = Objects.requireNonNull(fields.get(name), name);
                assertThat(finding).as(name).isNotEmpty();
                assertThat(finding.getFirst().certain()).as(name).isFalse();
                assertThat(finding.getFirst().reason()).as(name).isNotBlank();
            }
    }

    static Stream<Named<JsonNode>> examples() throws IOException {
        var folder = Path.of("src/test/resources/reading-examples");
        var found = new ArrayList<Named<JsonNode>>();
        try (var files = Files.list(folder)) {
            for (var file :
                    files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList())
                for (var line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                    if (line.isBlank()) continue;
                    var example = JSON.readTree(line);
                    found.add(Named.of(example.get("note").asString(), example));
                }
        }
        return found.stream();
    }

    private static Map<String, List<? extends Finding<?>>> fields(Reading r) {
        var fields = new LinkedHashMap<String, List<? extends Finding<?>>>();
        fields.put("number", Stream.ofNullable(r.number()).toList());
        fields.put("type", Stream.ofNullable(r.type()).toList());
        fields.put("issuer", Stream.ofNullable(r.issuer()).toList());
        fields.put("signer", Stream.ofNullable(r.signer()).toList());
        fields.put("capacity", Stream.ofNullable(r.capacity()).toList());
        fields.put("place", Stream.ofNullable(r.place()).toList());
        fields.put("issuedOn", Stream.ofNullable(r.issuedOn()).toList());
        fields.put("title", Stream.ofNullable(r.title()).toList());
        fields.put("effectiveFrom", Stream.ofNullable(r.effectiveFrom()).toList());
        fields.put("effectiveUntil", Stream.ofNullable(r.effectiveUntil()).toList());
        fields.put("gazette", Stream.ofNullable(r.gazette()).toList());
        fields.put("normative", Stream.ofNullable(r.normative()).toList());
        fields.put("addressee", r.addressees());
        return fields;
    }

    private static List<String> bases(List<Citation> bases) {
        return bases.stream().map(ReadingExamplesTest::name).toList();
    }

    private static List<String> cites(List<Citation> citations) {
        return citations.stream()
                .map(c -> c.provision() == null ? name(c) : c.provision() + " | " + name(c))
                .toList();
    }

    private static String name(Citation c) {
        if (c.number() != null) return c.number();
        return c.title() == null ? "" : c.title();
    }

    private static List<String> strings(JsonNode array) {
        var found = new ArrayList<String>();
        for (var item : array) found.add(item.asString());
        return found;
    }
}
