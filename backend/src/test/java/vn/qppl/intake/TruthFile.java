package vn.qppl.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.qppl.document.LegalDocument;
import vn.qppl.document.Register;
import vn.qppl.effect.Effect;
import vn.qppl.effect.Effects;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.structure.DocumentNumber;
import vn.qppl.structure.ProvisionAddress;
import vn.qppl.wording.Readers;
import vn.qppl.wording.WordingViews;

/**
 * Compares what the register answers with a file of truths: one document a line, {@code validity} its statuses on given days, of the whole
 * or of a {@code provision}, with the clauses or rules of law that cause them; {@code texts} what its text {@code has} and {@code lacks}.
 */
final class TruthFile {
    private final Register register;
    private final Effects effects;
    private final OrganisationDirectory directory;
    private final WordingViews wordings;
    private int asked;
    private int notHeld;
    private final List<String> misses = new ArrayList<>();

    TruthFile(Register register, Effects effects, OrganisationDirectory directory, WordingViews wordings) {
        this.register = register;
        this.effects = effects;
        this.directory = directory;
        this.wordings = wordings;
    }

    void compare(Path truths, Instant knownAt) throws IOException {
        var json = JsonMapper.builder().build();
        for (var line : Files.readAllLines(truths)) {
            if (line.isBlank()) continue;
            var truth = json.readTree(line);
            var document = held(truth);
            for (var state : truth.path("validity")) {
                asked++;
                if (document.isEmpty()) notHeld++;
                else compare(document.get(), state, knownAt);
            }
            for (var text : truth.path("texts")) {
                asked++;
                if (document.isEmpty()) notHeld++;
                else compareText(document.get(), text, knownAt);
            }
            if (document.isEmpty() && !truth.path("validity").isEmpty())
                misses.add("not held: " + truth.path("number").asString() + " "
                        + truth.path("issuer").asString());
        }
    }

    int asked() {
        return asked;
    }

    int right() {
        return asked
                - notHeld
                - (int) misses.stream().filter(m -> !m.startsWith("not held")).count();
    }

    List<String> misses() {
        return misses;
    }

    private Optional<LegalDocument> held(JsonNode truth) {
        var number = truth.path("number").asString("");
        var issuer = truth.path("issuer").asString();
        return DocumentNumber.parse(number).map(register::withNumber).orElse(List.of()).stream()
                .filter(d -> !d.stub() && OrganisationDirectory.sameName(d.issuerName(), issuer))
                .filter(d -> truth.path("issuedOn").isMissingNode()
                        || LocalDate.parse(truth.path("issuedOn").asString()).equals(d.issuedOn()))
                .findFirst();
    }

    private void compare(LegalDocument document, JsonNode state, Instant knownAt) {
        var day = LocalDate.parse(state.path("on").asString());
        var place = state.has("place") ? state.path("place").asString() : null;
        var validity = effects.validity(document.id(), knownAt, place);
        var status = state.has("provision")
                ? validity.provisionOn(eId(state.path("provision").asString()), day)
                : validity.on(day);
        var expected = state.path("status").asString();
        var what = document.citedAs() + " " + document.issuerName() + " on " + day
                + (state.has("provision") ? " " + state.path("provision").asString() : "")
                + (place == null ? "" : " @ " + place);
        var byId = effects.on(document.id()).stream()
                .collect(java.util.stream.Collectors.toMap(Effect::id, Function.identity()));
        var causes = status.causes().stream().map(c -> byId.get(c.id())).toList();
        if (!status.code().code().equals(expected)) {
            misses.add(what + ": expected " + expected + ", got "
                    + status.code().code() + " because of " + printed(causes));
            return;
        }
        for (var cause : state.path("causes")) {
            if (causes.stream().noneMatch(e -> agrees(cause, e))) {
                misses.add(what + ": " + expected + ", but the cause " + cause + " is not among " + printed(causes));
                return;
            }
        }
    }

    private void compareText(LegalDocument document, JsonNode truth, Instant knownAt) {
        var day = LocalDate.parse(truth.path("on").asString());
        var text = wordings.text(document, day, knownAt, Readers.STAFF).text();
        for (var words : truth.path("has")) check(document, day, words.asString(), text, true);
        for (var words : truth.path("lacks")) check(document, day, words.asString(), text, false);
    }

    private void check(LegalDocument document, LocalDate day, String words, String text, boolean wanted) {
        if (text.contains(words) != wanted)
            misses.add(document.citedAs() + " on " + day + (wanted ? " lacks: " : " still has: ") + words);
    }

    private static String eId(String label) {
        return (label.contains("kèm theo") ? "att_1__" : "")
                + ProvisionAddress.parse(label).orElseThrow().eId();
    }

    private boolean agrees(JsonNode cause, Effect effect) {
        var kind = cause.path("kind").asString();
        if (cause.has("rule"))
            return effect.rule() != null
                    && article(effect).equals(article(cause.path("rule").asString()));
        if (!kind.equals(effect.kind().code()) || effect.causeId() == null) return false;
        var source = register.get(effect.causeId());
        var named = source.numberWritten() + " " + source.issuerName();
        return folded(cause.path("document").asString()).equals(folded(named))
                && cause.path("provision").asString().equals(effect.causeLabel());
    }

    private static String article(Effect effect) {
        var label = effect.causeLabel();
        return label == null ? "" : article(label);
    }

    /** "Điều 57 khoản 2 Luật số 64/2025/QH15 …" and "khoản 2 Điều 57 Luật số 64/2025/QH15" are one. */
    private static String article(String rule) {
        var words = rule.toLowerCase(Locale.ROOT);
        var found = new java.util.TreeMap<String, String>();
        var m = java.util.regex.Pattern.compile("(điều|khoản|luật số) (\\d[\\p{L}\\d/]*)")
                .matcher(words);
        while (m.find()) found.putIfAbsent(m.group(1), m.group(2));
        return Map.copyOf(found).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList()
                .toString();
    }

    private static String folded(String name) {
        return vn.qppl.text.VietnameseText.fold(
                        name.replace("Ủy ban nhân dân", "UBND").replace("Hội đồng nhân dân", "HĐND"))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\d/]+", "");
    }

    private String printed(List<Effect> causes) {
        return causes.stream()
                .map(e -> e.kind().code() + " "
                        + (e.causeId() == null
                                ? e.causeLabel()
                                : register.get(e.causeId()).numberWritten() + " " + e.causeLabel())
                        + " on " + (e.targetLabel() == null ? "all" : e.targetLabel()) + " from " + e.from())
                .toList()
                .toString();
    }
}
