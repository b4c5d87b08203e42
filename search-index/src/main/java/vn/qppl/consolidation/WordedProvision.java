package vn.qppl.consolidation;

import java.util.List;
import vn.qppl.consolidation.ProvisionVersion.Cause;
import vn.qppl.structure.UnitLevel;

/**
 * A provision as it reads on a day, with all that stands under it.
 *
 * @param eId Akoma Ntoso identifier within the component; of two provisions with one number the second ends in {@code _2}
 * @param label its number as printed, with the blank behind: "Điều 5. ", "2. ", "đ) "
 * @param heading empty where it has none
 * @param body own words after the heading, before the first provision under it; lines with tabs are rows of a table
 * @param repealed its words are kept for the reader who asks, and have no effect
 * @param changes that touched it or something under it, in the order of their effect
 */
public record WordedProvision(
        UnitLevel level,
        String number,
        String eId,
        String label,
        String heading,
        String body,
        boolean repealed,
        List<Cause> changes,
        List<WordedProvision> children) {
    public WordedProvision {
        changes = List.copyOf(changes);
        children = List.copyOf(children);
    }

    /** Number, heading and own words, and all that is under it; "(được bãi bỏ)" instead of repealed words. */
    public String text() {
        var out = new StringBuilder();
        append(out);
        return out.toString();
    }

    /** Number, heading and own words without what stands under it; "(được bãi bỏ)" where repealed. */
    public String ownText() {
        var first = label.strip();
        if (repealed) return (first + " (được bãi bỏ)").strip();
        var words = heading.isEmpty() ? body : body.isEmpty() ? heading : heading + "\n" + body;
        boolean ownLine = level.compareTo(UnitLevel.ARTICLE) < 0;
        return (first + (ownLine ? "\n" : " ") + words).strip();
    }

    WordedProvision withoutChildren() {
        return new WordedProvision(level, number, eId, label, heading, body, repealed, changes, List.of());
    }

    private void append(StringBuilder out) {
        if (!out.isEmpty()) out.append('\n');
        out.append(ownText());
        if (!repealed) for (var child : children) child.append(out);
    }
}
