package vn.qppl.wording;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.qppl.consolidation.Timeline;
import vn.qppl.consolidation.Timeline.Piece;
import vn.qppl.consolidation.WordedProvision;
import vn.qppl.structure.LegalText.ComponentKind;
import vn.qppl.structure.UnitLevel;

/** A whole text as it reads on a day: the main text first, then what was issued with it. */
public record DayText(LocalDate on, List<Component> components) {

    /**
     * The main text, an attached regulation, an annex or a form.
     *
     * @param address empty for the main text, else {@code att_1}
     * @param label "Phụ lục I"; empty for the main text
     * @param opening letterhead, title and bases; all words of an annex
     * @param closing signature and recipients
     * @param effects that changed the opening, or the annex as a whole
     */
    public record Component(
            String address,
            ComponentKind kind,
            String label,
            String opening,
            List<Provision> provisions,
            String closing,
            boolean repealed,
            List<Long> effects) {}

    /**
     * A provision with what stands under it.
     *
     * @param address eId, with that of the component in front: {@code att_1__art_3__para_2}
     * @param label as lawyers cite it: "khoản 2 Điều 3", "Chương II"
     * @param printed its number as printed, without the blank behind: "2.", "đ)"
     * @param heading empty where it has none
     * @param words own words without number and heading; lines with tabs are rows of a table
     * @param effects that touched it or something under it, in the order of their first days
     */
    public record Provision(
            UnitLevel level,
            String address,
            String label,
            String number,
            String printed,
            String heading,
            String words,
            boolean repealed,
            List<Long> effects,
            List<Provision> children) {

        /** Number, heading and own words; "(được bãi bỏ)" where repealed. */
        public String own() {
            if (repealed) return (printed + " (được bãi bỏ)").strip();
            var rest = heading.isEmpty() ? words : words.isEmpty() ? heading : heading + "\n" + words;
            return (printed + (level.compareTo(UnitLevel.ARTICLE) < 0 ? "\n" : " ") + rest).strip();
        }

        /** Effects on the provision itself: not those on what stands under it. */
        public List<Long> ownEffects() {
            if (repealed || level.compareTo(UnitLevel.ARTICLE) < 0) return effects;
            var below = new HashSet<Long>();
            for (var child : children) child.collect(below);
            return effects.stream().filter(id -> !below.contains(id)).toList();
        }

        private void collect(Set<Long> into) {
            into.addAll(effects);
            for (var child : children) child.collect(into);
        }

        /** What a repealed provision said, with its number and all that stood under it. */
        public String former() {
            var rest = heading.isEmpty() ? words : words.isEmpty() ? heading : heading + "\n" + words;
            var out = new StringBuilder((printed + " " + rest).strip());
            for (var child : children) out.append('\n').append(child.text());
            return out.toString();
        }

        /** With all that stands under it. */
        public String text() {
            var out = new StringBuilder(own());
            if (!repealed) for (var child : children) out.append('\n').append(child.text());
            return out.toString();
        }
    }

    static DayText of(List<Piece> pieces, LocalDate on) {
        var components = new ArrayList<Component>();
        for (int i = 0; i < pieces.size(); ) {
            int end = i + 1;
            while (end < pieces.size()
                    && pieces.get(end).component().equals(pieces.get(i).component())) end++;
            components.add(component(pieces.subList(i, end)));
            i = end;
        }
        return new DayText(on, List.copyOf(components));
    }

    private static Component component(List<Piece> pieces) {
        var first = pieces.getFirst();
        var opening = first.kind() == Timeline.Kind.OPENING ? first : null;
        var closing = pieces.getLast().kind() == Timeline.Kind.CLOSING ? pieces.getLast() : null;
        return new Component(
                first.component(),
                first.componentKind(),
                labelOf(first),
                opening == null ? "" : opening.words(),
                provisions(pieces, labelOf(first)),
                closing == null ? "" : closing.words(),
                opening != null && opening.repealed(),
                opening == null ? List.of() : Wording.ids(opening.changes()));
    }

    private static String labelOf(Piece piece) {
        var number = piece.componentNumber() == null ? "" : " " + piece.componentNumber();
        var title = piece.componentTitle();
        return switch (piece.componentKind()) {
            case MAIN -> "";
            case REGULATION -> title == null ? "Quy định ban hành kèm theo" : firstLine(title);
            case ANNEX -> "Phụ lục" + number;
            case FORM -> "Mẫu" + number;
        };
    }

    private static String firstLine(String title) {
        int line = title.indexOf('\n');
        return line < 0 ? title : title.substring(0, line);
    }

    /** A division with room for what follows it. */
    private record Open(WordedProvision division, List<Long> effects, List<Provision> children) {}

    private static List<Provision> provisions(List<Piece> pieces, String component) {
        var prefix = pieces.getFirst().component();
        var top = new ArrayList<Provision>();
        Deque<Open> open = new ArrayDeque<>();
        for (var piece : pieces) {
            var p = piece.provision();
            if (p == null) continue;
            while (!open.isEmpty() && open.getLast().division().level().compareTo(p.level()) >= 0)
                close(open, top, prefix);
            if (piece.kind() == Timeline.Kind.DIVISION) {
                open.addLast(new Open(p, Wording.ids(p.changes()), new ArrayList<>()));
                continue;
            }
            (open.isEmpty() ? top : open.getLast().children()).add(provision(p, prefix, suffix(component)));
        }
        while (!open.isEmpty()) close(open, top, prefix);
        return List.copyOf(top);
    }

    private static String suffix(String component) {
        return component.isEmpty() ? "" : " " + component;
    }

    private static void close(Deque<Open> open, List<Provision> top, String prefix) {
        var done = open.removeLast();
        var d = done.division();
        var made = new Provision(
                d.level(),
                address(prefix, d.eId()),
                label(d, null),
                d.number(),
                d.label().strip(),
                d.heading(),
                d.body(),
                d.repealed(),
                done.effects(),
                List.copyOf(done.children()));
        (open.isEmpty() ? top : open.getLast().children()).add(made);
    }

    private static Provision provision(WordedProvision p, String prefix, String within) {
        var label = label(p, null);
        return under(p, prefix, label, within);
    }

    private static Provision under(WordedProvision p, String prefix, String label, String within) {
        var children = new ArrayList<Provision>();
        for (var child : p.children()) children.add(under(child, prefix, label(child, label), within));
        return new Provision(
                p.level(),
                address(prefix, p.eId()),
                label + within,
                p.number(),
                p.label().strip(),
                p.heading(),
                p.body(),
                p.repealed(),
                Wording.ids(p.changes()),
                List.copyOf(children));
    }

    private static String address(String prefix, String eId) {
        return prefix.isEmpty() ? eId : prefix + "__" + eId;
    }

    private static String label(WordedProvision p, @Nullable String parent) {
        var own = switch (p.level()) {
            case PART -> "Phần " + p.number();
            case CHAPTER -> "Chương " + p.number().toUpperCase(java.util.Locale.ROOT);
            case SECTION -> "Mục " + p.number();
            case SUBSECTION -> "Tiểu mục " + p.number();
            case ARTICLE -> "Điều " + p.number();
            case CLAUSE -> "khoản " + p.number();
            case POINT -> "điểm " + p.number();
        };
        return parent == null ? own : own + " " + parent;
    }

    /** All words, in order. */
    public String text() {
        var out = new StringBuilder();
        for (var component : components) {
            line(out, component.repealed() ? component.label() + " (được bãi bỏ)" : component.opening());
            for (var provision : component.provisions()) line(out, provision.text());
            line(out, component.closing());
        }
        return out.toString();
    }

    private static void line(StringBuilder out, String words) {
        if (words.isEmpty()) return;
        if (!out.isEmpty()) out.append('\n');
        out.append(words);
    }
}
