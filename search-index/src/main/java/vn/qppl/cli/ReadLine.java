package vn.qppl.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.qppl.reading.Citation;
import vn.qppl.reading.Finding;
import vn.qppl.reading.ProposedEffect;
import vn.qppl.reading.Reading;
import vn.qppl.reading.TransitionalClause;
import vn.qppl.structure.Unit;
import vn.qppl.text.ExtractedText;
import vn.qppl.text.ExtractionProblem;
import vn.qppl.text.Span;

/** One line of {@code read}: what a file says, as JSON. Offsets count code points. What the text does not give is absent. */
final class ReadLine {
    private static final JsonMapper JSON = new JsonMapper();

    private final CodePoints offsets;
    private final double minConfidence;

    private ReadLine(String text, double minConfidence) {
        this.offsets = new CodePoints(text);
        this.minConfidence = minConfidence;
    }

    static String failed(String file, ExtractionProblem problem) {
        var line = new LinkedHashMap<String, Object>();
        line.put("file", file);
        line.put("error", problem.name().toLowerCase(Locale.ROOT));
        return JSON.writeValueAsString(line);
    }

    static String of(String file, ExtractedText text, Reading reading, double minConfidence) {
        return JSON.writeValueAsString(new ReadLine(text.text(), minConfidence).line(file, text, reading));
    }

    private Map<String, Object> line(String file, ExtractedText text, Reading reading) {
        var line = new LinkedHashMap<String, Object>();
        line.put("file", file);
        line.put("encoding", text.encoding().name().toLowerCase(Locale.ROOT));
        line.put("text", text.text());
        putFinding(line, "number", reading.number());
        putFinding(line, "type", reading.type());
        putFinding(line, "issuer", reading.issuer());
        putFinding(line, "signer", reading.signer());
        putFinding(line, "issuedOn", reading.issuedOn());
        putFinding(line, "effectiveFrom", reading.effectiveFrom());
        putFinding(line, "effectiveUntil", reading.effectiveUntil());
        putFinding(line, "title", reading.title());
        line.put("bases", mentions(reading.bases(), reading));
        line.put("citations", mentions(reading.citations(), reading));
        var units = new ArrayList<Map<String, Object>>();
        for (var component : reading.structure().components()) addUnits(units, component.eId(), component.units());
        line.put("units", units);
        line.put(
                "effects",
                reading.effects().stream()
                        .filter(e -> e.confidence() >= minConfidence)
                        .map(e -> effect(e, reading))
                        .toList());
        line.put(
                "transitions",
                reading.transitions().stream()
                        .filter(t -> t.confidence() >= minConfidence)
                        .map(t -> transition(t, reading))
                        .toList());
        if (!text.scannedPages().isEmpty()) line.put("scannedPages", text.scannedPages());
        return line;
    }

    private void putFinding(Map<String, Object> line, String name, @Nullable Finding<?> finding) {
        if (finding != null && finding.confidence() >= minConfidence)
            line.put(name, finding.value().toString());
    }

    private List<Map<String, Object>> mentions(List<Citation> citations, Reading reading) {
        var all = new ArrayList<Map<String, Object>>();
        for (var citation : citations) {
            if (citation.confidence() < minConfidence) continue;
            var one = new LinkedHashMap<String, Object>();
            putText(one, "number", citation.self() ? ownNumber(reading) : citation.number());
            putText(one, "title", citation.title());
            putText(one, "provision", citation.provision());
            one.put("relation", citation.relation().name().toLowerCase(Locale.ROOT));
            putSpan(one, citation.span());
            all.add(one);
        }
        return all;
    }

    private Map<String, Object> effect(ProposedEffect effect, Reading reading) {
        var one = new LinkedHashMap<String, Object>();
        one.put("kind", effect.kind().code());
        putText(one, "target", effect.self() ? ownNumber(reading) : effect.target());
        putText(one, "targetTitle", effect.targetTitle());
        putText(one, "targetProvision", effect.targetProvision());
        putText(one, "causeProvision", effect.causeProvision());
        if (effect.from() != null) one.put("from", effect.from().toString());
        if (effect.until() != null) one.put("until", effect.until().toString());
        putText(one, "boundary", effect.boundary());
        if (!effect.territory().isEmpty())
            one.put("territory", effect.territory().stream().map(Finding::value).toList());
        putSpan(one, effect.span());
        one.put("confidence", effect.confidence());
        return one;
    }

    private Map<String, Object> transition(TransitionalClause clause, Reading reading) {
        var one = new LinkedHashMap<String, Object>();
        one.put("kind", clause.kind().code());
        putText(one, "causeProvision", clause.causeProvision());
        one.put("subject", clause.subject());
        var rules = new ArrayList<Map<String, Object>>();
        for (var rule : clause.governedBy()) {
            var named = new LinkedHashMap<String, Object>();
            putText(named, "number", rule.self() ? ownNumber(reading) : rule.number());
            putText(named, "title", rule.title());
            putText(named, "provision", rule.provision());
            rules.add(named);
        }
        one.put("governedBy", rules);
        if (clause.before() != null) one.put("before", clause.before().toString());
        if (clause.until() != null) one.put("until", clause.until().toString());
        putText(one, "untilEvent", clause.untilEvent());
        putSpan(one, clause.span());
        one.put("confidence", clause.confidence());
        return one;
    }

    private static @Nullable String ownNumber(Reading reading) {
        return reading.number() == null ? null : reading.number().value();
    }

    /** Parents before their children, without recursion: a text may nest deeper than a stack. */
    private void addUnits(List<Map<String, Object>> into, String component, List<Unit> units) {
        var open = new java.util.ArrayDeque<Unit>(units);
        while (!open.isEmpty()) {
            var unit = open.pop();
            var one = new LinkedHashMap<String, Object>();
            one.put("level", unit.level().name().toLowerCase(Locale.ROOT));
            one.put("number", unit.number());
            one.put("start", offsets.at(unit.span().start()));
            one.put("path", component.isEmpty() ? unit.eId() : component + "__" + unit.eId());
            into.add(one);
            for (var child : unit.children().reversed()) open.push(child);
        }
    }

    private void putSpan(Map<String, Object> one, Span span) {
        one.put("start", offsets.at(span.start()));
        one.put("end", offsets.at(span.end()));
    }

    private static void putText(Map<String, Object> one, String name, @Nullable String value) {
        if (value != null) one.put(name, value);
    }

    /** Counts of code points before offsets in UTF-16 units. */
    private static final class CodePoints {
        /** Offsets just behind each surrogate pair; empty for almost every text. */
        private final int[] pairs;

        CodePoints(String text) {
            this.pairs = java.util.stream.IntStream.range(1, text.length())
                    .filter(i -> Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i)))
                    .map(i -> i + 1)
                    .toArray();
        }

        int at(int offset) {
            int found = java.util.Arrays.binarySearch(pairs, offset);
            return offset - (found >= 0 ? found + 1 : -found - 1);
        }
    }
}
