package vn.qppl.procedure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.qppl.people.OrganisationLevel;

/** Reads a procedure from its YAML, whole and strictly: either a procedure that can be followed, or all its mistakes. */
final class ProcedureReader {
    private ProcedureReader() {}

    /** Not a procedure; says in Vietnamese where and why, each mistake beginning with its place in the file. */
    static final class Mistaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<String> mistakes;

        Mistaken(List<String> mistakes) {
            super(String.join("\n", mistakes));
            this.mistakes = List.copyOf(mistakes);
        }

        List<String> mistakes() {
            return mistakes;
        }
    }

    /** @throws Mistaken with every mistake found */
    static Procedure read(String yaml) {
        var mistakes = new ArrayList<String>();
        var root = YamlNode.parse(yaml, mistakes);
        if (root == null) throw new Mistaken(mistakes);
        var procedure = procedure(root);
        root.refuseOthers();
        // what does not parse would only cause mistakes that follow from others
        if (mistakes.isEmpty()) mistakes.addAll(ProcedureChecks.mistakes(procedure));
        if (!mistakes.isEmpty()) throw new Mistaken(mistakes);
        return procedure;
    }

    private static Procedure procedure(YamlNode node) {
        return new Procedure(
                node.text("code"),
                node.integer("edition", 1, 10_000),
                node.text("title"),
                regimes(node),
                node.constant("form", DocumentForm.class, null),
                node.constant("level", OrganisationLevel.class, null),
                node.constant("kind", ProcedureKind.class, null),
                node.text("symbol"),
                node.texts("sources"),
                node.texts("notes"),
                node.children("steps", ProcedureReader::step));
    }

    private static Set<Regime> regimes(YamlNode node) {
        var regimes = EnumSet.noneOf(Regime.class);
        for (var name : node.texts("regimes")) {
            try {
                regimes.add(Regime.valueOf(name));
            } catch (IllegalArgumentException e) {
                node.mistake("regimes", "“" + name + "” không dùng được, chọn trong [A, B1, B2]");
            }
        }
        return regimes;
    }

    private static Step step(YamlNode node) {
        var article = node.text("article");
        var certainty = node.constant("certainty", Certainty.class, Certainty.VERIFIED);
        var body = node.constant("body", ResponsibleBody.class, null);
        var bodyName = node.textOrNull("bodyName");
        return new Step(
                node.text("code"),
                node.text("name"),
                node.constant("activity", Activity.class, null),
                body,
                bodyName == null ? body.label() : bodyName,
                node.textOrNull("when"),
                article,
                certainty,
                node.textOrNull("note"),
                node.children("papers", paper -> paper(paper, article, certainty)),
                node.children("produces", paper -> paper(paper, article, certainty)),
                node.children("limits", ProcedureReader::limit),
                node.children("subjects", subject -> subject(subject, article, certainty)),
                node.children("shares", share -> share(share, article, certainty)),
                node.children("outcomes", outcome -> outcome(outcome, certainty)));
    }

    /** What names no article or certainty of its own has that of its step. */
    private static Paper paper(YamlNode node, String article, Certainty certainty) {
        return new Paper(
                node.text("code"),
                node.text("name"),
                node.flag("required", true),
                node.textOrNull("when"),
                node.textOrNull("symbol"),
                or(node.textOrNull("article"), article),
                node.constant("certainty", Certainty.class, certainty));
    }

    private static Limit limit(YamlNode node) {
        var legal = node.childOrNull("legal");
        var norm = node.childOrNull("norm");
        var limit = new Limit(
                node.text("code"),
                node.text("what"),
                node.textOrNull("when"),
                node.constant("bound", Limit.Bound.class, Limit.Bound.LATEST),
                node.constant("direction", Limit.Direction.class, Limit.Direction.AFTER),
                node.constant("from", CaseEvent.class, null),
                legal == null ? null : amount(legal),
                norm == null ? null : new Limit.Norm(amount(norm), norm.text("source")),
                node.flag("nextWorkingDay", true),
                node.text("article"),
                // a limit says for itself whether its number was read
                node.constant("certainty", Certainty.class, null),
                node.textOrNull("note"));
        if (legal == null && norm == null)
            node.mistake("legal", "phải có thời hạn của luật (legal) hoặc định mức nội bộ (norm)");
        if (legal != null) legal.refuseOthers();
        if (norm != null) norm.refuseOthers();
        return limit;
    }

    private static Limit.Amount amount(YamlNode node) {
        return new Limit.Amount(node.integer("count", 0, 1000), node.constant("unit", Limit.Unit.class, null));
    }

    private static Subject subject(YamlNode node, String article, Certainty certainty) {
        return new Subject(
                node.text("code"),
                node.text("name"),
                node.textOrNull("when"),
                or(node.textOrNull("article"), article),
                node.constant("certainty", Certainty.class, certainty));
    }

    private static Share share(YamlNode node, String article, Certainty certainty) {
        return new Share(
                node.text("code"),
                node.text("name"),
                node.constant("comparison", Share.Comparison.class, null),
                node.integer("numerator", 0, 1000),
                node.integer("denominator", 1, 1000),
                node.text("of"),
                or(node.textOrNull("article"), article),
                node.constant("certainty", Certainty.class, certainty));
    }

    private static Outcome outcome(YamlNode node, Certainty certainty) {
        return new Outcome(
                node.text("code"),
                node.text("name"),
                node.texts("next"),
                node.flag("reasonRequired", false),
                node.constant("certainty", Certainty.class, certainty));
    }

    private static String or(@Nullable String own, String otherwise) {
        return own == null ? otherwise : own;
    }
}
