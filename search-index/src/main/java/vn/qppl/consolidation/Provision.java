package vn.qppl.consolidation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.qppl.reading.TargetAddress;
import vn.qppl.reading.TargetAddress.Level;
import vn.qppl.structure.Unit;
import vn.qppl.structure.UnitLevel;

/** A provision while it is being changed: its own words, what stands under it, and its history. */
final class Provision {
    final UnitLevel level;
    String number;
    /** "Điều 5. ", "2. ", "đ) ". */
    String label;
    /** Empty where it has none. */
    String heading;
    /** Own words after the heading, before the first provision under it. */
    String body;

    boolean repealed;

    @Nullable
    Provision parent;

    final List<Provision> children = new ArrayList<>();
    final List<ProvisionVersion.Cause> changes = new ArrayList<>();

    Provision(UnitLevel level, String number, String label, String heading, String body) {
        this.level = level;
        this.number = number;
        this.label = label;
        this.heading = heading;
        this.body = body;
    }

    static Provision of(Unit unit, String text) {
        var own = SourceText.clean(text.substring(
                Math.min(unit.span().start(), text.length()), Math.min(unit.ownTextEnd(), text.length())));
        int labelEnd = SourceText.labelEnd(own, unit);
        int headingEnd = unit.heading() == null ? labelEnd : SourceText.headingEnd(own, labelEnd, unit.heading());
        var provision = new Provision(
                unit.level(),
                unit.number().toLowerCase(Locale.ROOT),
                own.substring(0, labelEnd),
                own.substring(labelEnd, headingEnd).strip(),
                own.substring(headingEnd).strip());
        for (var child : unit.children()) provision.add(of(child, text));
        return provision;
    }

    void add(Provision child) {
        child.parent = this;
        children.add(child);
    }

    void insert(int index, Provision child) {
        child.parent = this;
        children.add(index, child);
    }

    /** Number, heading, own words and all that is under it. */
    String text() {
        var out = new StringBuilder();
        append(out, true);
        return out.toString();
    }

    /** Number, heading and own words, without what is under it. */
    String ownText() {
        return (label.strip() + (heading.isEmpty() ? "" : "\n" + heading) + (body.isEmpty() ? "" : "\n" + body))
                .strip();
    }

    /** Heading and body: what a reader sees under "Điều 5". */
    String textWithoutLabel() {
        var out = new StringBuilder();
        append(out, false);
        return out.toString();
    }

    private void append(StringBuilder out, boolean labelled) {
        if (!out.isEmpty()) out.append('\n');
        int start = out.length();
        if (labelled) out.append(label);
        if (repealed) {
            if (out.length() > start && !Character.isWhitespace(out.charAt(out.length() - 1))) out.append(' ');
            out.append("(được bãi bỏ)");
            return;
        }
        if (!heading.isEmpty()) out.append(spaced(out, start)).append(heading);
        if (!body.isEmpty())
            out.append(heading.isEmpty() ? spaced(out, start) : out.length() > start ? "\n" : "")
                    .append(body);
        for (var child : children) child.append(out, true);
    }

    private static String spaced(StringBuilder out, int start) {
        return out.length() > start && !Character.isWhitespace(out.charAt(out.length() - 1)) ? " " : "";
    }

    @Nullable
    Provision child(UnitLevel level, String number) {
        Provision repealedOne = null;
        for (var child : children) {
            if (child.level != level || !child.number.equals(number)) continue;
            if (!child.repealed) return child;
            if (repealedOne == null) repealedOne = child;
        }
        return repealedOne;
    }

    @Nullable
    Provision article() {
        var p = this;
        while (p != null && p.level != UnitLevel.ARTICLE) p = p.parent;
        return p;
    }

    String eId() {
        var plain = number.replace("đ", "dd").replaceAll("[^A-Za-z0-9]", "");
        var own = switch (level) {
            case PART -> "part_" + Numbering.figures(number).toUpperCase(Locale.ROOT);
            case CHAPTER -> "chp_" + Numbering.figures(number).toUpperCase(Locale.ROOT);
            case SECTION -> "sec_" + plain.toUpperCase(Locale.ROOT);
            case SUBSECTION -> "subsec_" + plain.toUpperCase(Locale.ROOT);
            case ARTICLE -> "art_" + plain;
            case CLAUSE -> "para_" + plain;
            case POINT -> "list_1__point_" + plain;
        };
        if (level == UnitLevel.ARTICLE || parent == null) return own;
        return parent.eId() + "__" + own;
    }

    /** "khoản 2 Điều 3". */
    String citation() {
        var steps = new ArrayList<TargetAddress.Step>();
        for (var p = this; p != null; p = p.parent) {
            steps.add(new TargetAddress.Step(levelOf(p.level), p.number));
            if (p.level == UnitLevel.ARTICLE) break;
        }
        return new TargetAddress(steps, false).print();
    }

    private static Level levelOf(UnitLevel level) {
        return Level.valueOf(level.name());
    }
}
