package vn.qppl.drafting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.qppl.consolidation.TextComparison;
import vn.qppl.structure.LegalText;
import vn.qppl.structure.Unit;

/**
 * A provision that reads otherwise in two drafts.
 *
 * @param address eId, after its component's where it has one; empty for the words before the first provision
 * @param before null for one that is new
 * @param after null for one that is gone
 * @param pieces word by word
 */
record DraftComparison(
        String address,
        String label,
        @Nullable String before,
        @Nullable String after,
        List<TextComparison.Piece> pieces) {

    private record Provision(String label, String text) {}

    /** In the order of the newer draft; what is gone stands where it stood. */
    static List<DraftComparison> between(LegalText before, LegalText after) {
        var old = provisions(before);
        var fresh = provisions(after);
        var compared = new ArrayList<DraftComparison>();
        var waiting = new ArrayList<>(old.keySet());
        for (var entry : fresh.entrySet()) {
            var address = entry.getKey();
            if (old.containsKey(address))
                while (!waiting.isEmpty()) {
                    var first = waiting.removeFirst();
                    if (first.equals(address)) break;
                    if (!fresh.containsKey(first)) add(compared, first, old.get(first), null);
                }
            add(compared, address, old.get(address), entry.getValue());
        }
        for (var left : waiting) if (!fresh.containsKey(left)) add(compared, left, old.get(left), null);
        return compared;
    }

    private static void add(
            List<DraftComparison> compared, String address, @Nullable Provision before, @Nullable Provision after) {
        var one = after == null ? before : after;
        if (one == null) return;
        var difference = TextComparison.of(before == null ? "" : before.text(), after == null ? "" : after.text());
        if (before != null && after != null && difference.same()) return;
        compared.add(new DraftComparison(
                address,
                one.label(),
                before == null ? null : before.text(),
                after == null ? null : after.text(),
                difference.pieces()));
    }

    private static Map<String, Provision> provisions(LegalText text) {
        var provisions = new LinkedHashMap<String, Provision>();
        for (var component : text.components()) {
            var at = component.eId();
            var title = component.title() == null ? "" : component.title();
            provisions.put(
                    at,
                    new Provision(
                            at.isEmpty() ? "Phần mở đầu" : title.isEmpty() ? "Phụ lục" : title,
                            component.preamble().in(text.text()).strip()));
            for (var unit : component.units()) add(provisions, text.text(), at, "", unit);
            var end = component.conclusions();
            if (end != null)
                provisions.put(
                        at + "#end",
                        new Provision("Nơi nhận, chữ ký", end.in(text.text()).strip()));
        }
        return provisions;
    }

    private static void add(
            Map<String, Provision> provisions, String text, String component, String around, Unit unit) {
        var own = unit.named();
        boolean inArticle =
                unit.level() == vn.qppl.structure.UnitLevel.CLAUSE || unit.level() == vn.qppl.structure.UnitLevel.POINT;
        var label = inArticle && !around.isEmpty() ? own + " " + around : own;
        provisions.put(
                component.isEmpty() ? unit.eId() : component + "__" + unit.eId(),
                new Provision(
                        label,
                        text.substring(unit.span().start(), unit.ownTextEnd()).strip()));
        for (var child : unit.children()) add(provisions, text, component, label, child);
    }
}
