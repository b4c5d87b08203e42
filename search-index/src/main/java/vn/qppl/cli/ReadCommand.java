package vn.qppl.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.qppl.reading.Citation;
import vn.qppl.reading.DocumentReader;
import vn.qppl.reading.Finding;
import vn.qppl.reading.ProposedEffect;
import vn.qppl.reading.Reading;
import vn.qppl.structure.Unit;
import vn.qppl.text.ExtractedText;
import vn.qppl.text.ExtractionException;
import vn.qppl.text.TextExtractor;

/** {@code read PATH... --out FILE}: reads files as an import would, registers nothing, writes one JSON object a line. */
final class ReadCommand {
    private final TextExtractor extractor;
    private final JsonMapper json = JsonMapper.builder().build();

    ReadCommand(TextExtractor extractor) {
        this.extractor = extractor;
    }

    void run(List<Path> paths, Path out) throws IOException {
        try (var writer = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
            for (var path : paths) {
                try (var walk = Files.walk(path)) {
                    for (var file : walk.filter(Files::isRegularFile).sorted().toList()) write(writer, file);
                }
            }
        }
    }

    private void write(BufferedWriter writer, Path file) throws IOException {
        var name = file.getFileName().toString();
        Map<String, Object> line;
        try {
            line = line(name, extractor.extract(file, name));
        } catch (ExtractionException e) {
            line = Map.of("file", name, "error", e.problem().name());
        }
        writer.write(json.writeValueAsString(line));
        writer.newLine();
    }

    private static Map<String, Object> line(String name, ExtractedText extracted) {
        var reading = DocumentReader.read(extracted);
        var points = new CodePoints(extracted.text());
        var line = new LinkedHashMap<String, Object>();
        line.put("file", name);
        line.put("encoding", extracted.encoding().name().toLowerCase(java.util.Locale.ROOT));
        line.put("text", extracted.text());
        put(line, "number", reading.number());
        put(line, "type", reading.type());
        put(line, "issuer", reading.issuer());
        put(line, "signer", reading.signer());
        put(line, "issuedOn", reading.issuedOn());
        put(line, "effectiveFrom", reading.effectiveFrom());
        put(line, "title", reading.title());
        line.put("bases", citations(reading.bases(), points));
        line.put("citations", citations(reading.citations(), points));
        line.put("units", units(reading, points));
        line.put(
                "effects",
                reading.effects().stream().map(e -> effect(e, points)).toList());
        return line;
    }

    private static void put(Map<String, Object> line, String name, @Nullable Finding<?> finding) {
        if (finding != null) line.put(name, finding.value().toString());
    }

    private static List<Map<String, Object>> citations(List<Citation> citations, CodePoints points) {
        var out = new ArrayList<Map<String, Object>>();
        for (var citation : citations) {
            var one = new LinkedHashMap<String, Object>();
            if (citation.number() != null) one.put("number", citation.number());
            if (citation.title() != null) one.put("title", citation.title());
            if (citation.provision() != null) one.put("provision", citation.provision());
            one.put("relation", citation.relation().name().toLowerCase(java.util.Locale.ROOT));
            one.put("start", points.before(citation.span().start()));
            one.put("end", points.before(citation.span().end()));
            out.add(one);
        }
        return out;
    }

    private static List<Map<String, Object>> units(Reading reading, CodePoints points) {
        var out = new ArrayList<Map<String, Object>>();
        for (var component : reading.structure().components()) {
            var prefix = component.eId().isEmpty() ? "" : component.eId() + "__";
            for (var unit : component.units()) unit(unit, prefix, points, out);
        }
        return out;
    }

    private static void unit(Unit unit, String prefix, CodePoints points, List<Map<String, Object>> out) {
        var one = new LinkedHashMap<String, Object>();
        one.put("level", unit.level().name().toLowerCase(java.util.Locale.ROOT));
        one.put("number", unit.number());
        one.put("start", points.before(unit.span().start()));
        one.put("path", prefix + unit.eId());
        out.add(one);
        for (var child : unit.children()) unit(child, prefix, points, out);
    }

    private static Map<String, Object> effect(ProposedEffect e, CodePoints points) {
        var one = new LinkedHashMap<String, Object>();
        one.put("kind", e.kind().code());
        if (e.target() != null) one.put("target", e.target());
        if (e.targetTitle() != null) one.put("targetTitle", e.targetTitle());
        if (e.targetProvision() != null) one.put("targetProvision", e.targetProvision());
        if (e.causeProvision() != null) one.put("causeProvision", e.causeProvision());
        if (e.from() != null) one.put("from", e.from().toString());
        if (e.until() != null) one.put("until", e.until().toString());
        if (e.boundary() != null) one.put("boundary", e.boundary());
        one.put("start", points.before(e.span().start()));
        one.put("end", points.before(e.span().end()));
        one.put("confidence", e.confidence());
        return one;
    }

    /** Offsets count code points, not UTF-16 units; few texts have any beyond the first plane. */
    private static final class CodePoints {
        private final String text;
        private final boolean simple;

        CodePoints(String text) {
            this.text = text;
            this.simple = text.codePoints().allMatch(Character::isBmpCodePoint);
        }

        int before(int offset) {
            return simple ? offset : text.codePointCount(0, Math.min(offset, text.length()));
        }
    }
}
