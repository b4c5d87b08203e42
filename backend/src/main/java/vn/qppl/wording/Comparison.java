package vn.qppl.wording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.qppl.consolidation.TextComparison;
import vn.qppl.wording.DayText.Provision;

/**
 * A provision that reads otherwise on two days: the narrowest one that holds the whole difference.
 *
 * @param before null for one that is new
 * @param after null for one that is gone
 * @param pieces word by word; layout, punctuation and letter case are no difference
 * @param effects that changed it between the two days, in the order of their first days; those the earlier text has not
 */
public record Comparison(
        String address,
        String label,
        String heading,
        Change change,
        @Nullable String before,
        @Nullable String after,
        List<TextComparison.Piece> pieces,
        List<Long> effects) {

    /** What became of the provision. */
    public enum Change {
        ADDED,
        CHANGED,
        REPEALED,
        REMOVED
    }

    static List<Comparison> between(DayText before, DayText after) {
        var out = new ArrayList<Comparison>();
        var old = new LinkedHashMap<String, DayText.Component>();
        for (var component : before.components()) old.put(component.address(), component);
        for (var component : after.components()) {
            var was = old.remove(component.address());
            words(was, component, out);
            provisions(was == null ? List.of() : was.provisions(), component.provisions(), List.of(), out);
        }
        for (var gone : old.values()) {
            words(gone, null, out);
            provisions(gone.provisions(), List.of(), List.of(), out);
        }
        return out;
    }

    /** The words before the provisions: of an annex all there are. */
    private static void words(DayText.@Nullable Component was, DayText.@Nullable Component is, List<Comparison> out) {
        var one = is == null ? was : is;
        if (one == null) return;
        var before = was == null || was.repealed() ? "" : was.opening();
        var after = is == null || is.repealed() ? "" : is.opening();
        if (was != null && is != null && was.repealed() == is.repealed() && before.equals(after)) return;
        var compared = TextComparison.of(before, after);
        if (compared.same()) return;
        out.add(new Comparison(
                one.address(),
                one.label().isEmpty() ? "Phần mở đầu" : one.label(),
                "",
                is != null && is.repealed()
                        ? Change.REPEALED
                        : was == null ? Change.ADDED : is == null ? Change.REMOVED : Change.CHANGED,
                was == null ? null : before,
                is == null ? null : after,
                compared.pieces(),
                is == null ? List.of() : fresh(was == null ? List.of() : was.effects(), is.effects())));
    }

    /** @param around effects that changed what the provisions stand in: a point of a clause that got new words has none of its own */
    private static void provisions(
            List<Provision> before, List<Provision> after, List<Long> around, List<Comparison> out) {
        var old = new LinkedHashMap<String, Provision>();
        for (var p : before) old.put(p.address(), p);
        var waiting = new ArrayList<Provision>(before);
        for (var p : after) {
            var was = old.get(p.address());
            if (was != null) {
                // what went before it and is not there any more stands where it stood
                while (!waiting.isEmpty() && waiting.getFirst() != was) {
                    var first = waiting.removeFirst();
                    if (after.stream().noneMatch(a -> a.address().equals(first.address()))) gone(first, around, out);
                }
                if (!waiting.isEmpty()) waiting.removeFirst();
                compare(was, p, around, out);
            } else fresh(p, around, out);
        }
        for (var left : waiting)
            if (after.stream().noneMatch(a -> a.address().equals(left.address()))) gone(left, around, out);
    }

    private static void compare(Provision was, Provision is, List<Long> around, List<Comparison> out) {
        if (was.repealed() && is.repealed()) return;
        boolean ended = was.repealed() != is.repealed();
        boolean division = is.level().compareTo(vn.qppl.structure.UnitLevel.ARTICLE) < 0;
        boolean parts = !was.children().isEmpty() && !is.children().isEmpty();
        boolean sameOwn = TextComparison.of(was.own(), is.own()).same();
        if (!ended && (division || parts && sameOwn)) {
            if (!sameOwn) add(was, is, was.own(), is.own(), around, out);
            var own = fresh(was.ownEffects(), is.ownEffects());
            provisions(was.children(), is.children(), own.isEmpty() ? around : own, out);
            return;
        }
        add(was, is, was.text(), is.repealed() ? "" : is.text(), around, out);
    }

    private static void add(
            Provision was, Provision is, String before, String after, List<Long> around, List<Comparison> out) {
        if (before.equals(after)) return;
        var compared = TextComparison.of(before, after);
        if (compared.same()) return;
        out.add(new Comparison(
                is.address(),
                is.label(),
                is.heading(),
                is.repealed() ? Change.REPEALED : was.repealed() ? Change.ADDED : Change.CHANGED,
                before,
                after,
                compared.pieces(),
                or(fresh(was.effects(), is.effects()), around)));
    }

    private static void fresh(Provision p, List<Long> around, List<Comparison> out) {
        out.add(new Comparison(
                p.address(),
                p.label(),
                p.heading(),
                Change.ADDED,
                null,
                p.text(),
                TextComparison.of("", p.text()).pieces(),
                or(p.effects(), around)));
    }

    private static void gone(Provision p, List<Long> around, List<Comparison> out) {
        if (p.repealed()) return;
        out.add(new Comparison(
                p.address(),
                p.label(),
                p.heading(),
                Change.REMOVED,
                p.text(),
                null,
                TextComparison.of(p.text(), "").pieces(),
                around));
    }

    private static List<Long> or(List<Long> own, List<Long> around) {
        return own.isEmpty() ? around : own;
    }

    private static List<Long> fresh(List<Long> before, List<Long> after) {
        return after.stream().filter(id -> !before.contains(id)).toList();
    }
}
