package vn.qppl.wording;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.qppl.consolidation.ProvisionVersion;
import vn.qppl.consolidation.Timeline;
import vn.qppl.consolidation.Unapplied;
import vn.qppl.document.LegalDocument;
import vn.qppl.effect.Effect;

/**
 * All wordings of one document.
 *
 * @param effects that went in, by id: the causes of what changed
 * @param withheld how many changes these readers are not shown, because the document that makes them is not published
 */
public record Wording(LegalDocument document, Timeline timeline, Map<Long, Effect> effects, int withheld) {

    /**
     * The text from one of its changes to the next.
     *
     * @param from first day; the day of issue for the text as issued, null where that is not known
     * @param to first day of the next one; null for the last
     * @param issued whether it is the text as issued
     * @param causes effects that begin on its first day, by id
     */
    public record Version(
            @Nullable LocalDate from, @Nullable LocalDate to, boolean issued, List<Long> causes) {
        public boolean holds(LocalDate day) {
            return (from == null || !from.isAfter(day)) && (to == null || to.isAfter(day));
        }
    }

    public boolean changed() {
        return !timeline.changes().isEmpty();
    }

    /** In order; at least the text as issued. */
    public List<Version> versions() {
        var days = timeline.changes();
        var out = new ArrayList<Version>();
        out.add(new Version(document.issuedOn(), days.isEmpty() ? null : days.getFirst(), true, List.of()));
        for (int i = 0; i < days.size(); i++) {
            var from = days.get(i);
            out.add(new Version(from, i + 1 < days.size() ? days.get(i + 1) : null, false, causesOn(from)));
        }
        return List.copyOf(out);
    }

    /** The one that holds on a day; the text as issued for any day before the first change. */
    public Version versionOn(LocalDate day) {
        var versions = versions();
        for (var version : versions.reversed())
            if (version.from() == null || !version.from().isAfter(day)) return version;
        return versions.getFirst();
    }

    private List<Long> causesOn(LocalDate day) {
        var ids = new LinkedHashSet<Long>();
        for (var piece : timeline.pieces()) {
            if (!day.equals(piece.from())) continue;
            for (var cause : piece.changes()) if (cause.from().equals(day) && cause.id() != null) ids.add(cause.id());
        }
        for (var effect : effects.values()) if (day.equals(effect.until())) ids.add(effect.id());
        return List.copyOf(ids);
    }

    /** Whole text on a day. */
    public DayText on(LocalDate day) {
        return DayText.of(timeline.on(day), day);
    }

    public List<Comparison> compare(LocalDate from, LocalDate to) {
        return Comparison.between(on(from), on(to));
    }

    /** Changes with effect by a day that the text does not have, and why. */
    public List<Unapplied> outstanding(LocalDate day) {
        return timeline.unapplied().stream()
                .filter(u -> u.from() == null || !u.from().isAfter(day))
                .toList();
    }

    /** The documents whose changes are in the text of a day, in the order of their effect. */
    public Set<Long> consolidates(LocalDate day) {
        var ids = new LinkedHashMap<Long, LocalDate>();
        for (var piece : timeline.on(day)) {
            for (var id : ids(piece.changes())) {
                var effect = effects.get(id);
                if (effect == null || effect.causeId() == null || effect.from() == null) continue;
                ids.merge(effect.causeId(), effect.from(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        var sorted = new LinkedHashSet<Long>();
        ids.entrySet().stream()
                .sorted(Map.Entry.<Long, LocalDate>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .forEach(e -> sorted.add(e.getKey()));
        return sorted;
    }

    static List<Long> ids(List<ProvisionVersion.Cause> changes) {
        var ids = new LinkedHashSet<Long>();
        for (var cause : changes) if (cause.id() != null) ids.add(cause.id());
        return List.copyOf(ids);
    }
}
