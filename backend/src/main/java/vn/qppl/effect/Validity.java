package vn.qppl.effect;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.qppl.reading.EffectKind;

/**
 * The effects known of one document at one time and place, and what follows from them: pure, total, independent of the order
 * in which effects were entered. The order of the rules is that of the national database (domain reference 2.6): expired, not yet,
 * suspended, partly suspended, partly expired, in force.
 */
public final class Validity {

    /** A status with the effects that cause it, the deciding ones first; {@code since} and {@code until} bound its run of days. */
    public record Status(
            StatusCode code,
            List<EffectFact> causes,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {}

    /** A run of days with one status: {@code from <= d < until}; null is unbounded. */
    public record Run(@Nullable LocalDate from, @Nullable LocalDate until, StatusCode code, List<EffectFact> causes) {}

    private static final Comparator<EffectFact> ORDER = Comparator.comparing(
                    EffectFact::from, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparingLong(EffectFact::id);

    private final List<EffectFact> effects;
    private final boolean everywhere;
    private final Outline outline;
    private @Nullable List<Run> whole;
    /** Provisions that the same effects touch have the same life; of most of a long text, none does. */
    private final Map<List<EffectFact>, List<Run>> alike = new HashMap<>();

    private Validity(List<EffectFact> effects, boolean everywhere, Outline outline) {
        this.effects = effects;
        this.everywhere = everywhere;
        this.outline = outline;
    }

    /**
     * @param covers whether an effect limited to a territory reaches the place asked about; null asks for the issuer's whole
     *     territory, where an end in a part of it makes the document partly expired
     */
    static Validity of(List<EffectFact> all, Instant knownAt, @Nullable Predicate<String> covers) {
        return of(all, knownAt, covers, Outline.NONE);
    }

    static Validity of(List<EffectFact> all, Instant knownAt, @Nullable Predicate<String> covers, Outline outline) {
        var known = new ArrayList<EffectFact>();
        for (var effect : all) {
            if (!effect.knownAt(knownAt)) continue;
            var territory = effect.territory();
            if (territory == null || covers == null || covers.test(territory)) known.add(effect);
        }
        known.sort(ORDER);
        return new Validity(List.copyOf(known), covers == null, outline);
    }

    /** Status of the whole document on a day. */
    public Status on(LocalDate day) {
        return runHolding(day, runs());
    }

    /** Status of one provision (its eId) on a day; never in force in a document that is not. */
    public Status provisionOn(String eId, LocalDate day) {
        return runHolding(day, runs(eId));
    }

    /** The document's whole life, in order, without gaps; neighbouring runs differ in status or causes. */
    public List<Run> runs() {
        if (whole == null) whole = runsOf(this::decide, days(effects));
        return whole;
    }

    public List<Run> runs(String eId) {
        var touching =
                effects.stream().filter(e -> reaches(e, eId) || within(e, eId)).toList();
        // inside a provision that effects name parts of, two provisions differ though the effects are the same
        boolean shared = touching.stream().allMatch(e -> reaches(e, eId));
        if (!shared) return provisionRuns(eId, touching);
        var known = alike.get(touching);
        if (known == null) alike.put(touching, known = provisionRuns(eId, touching));
        return known;
    }

    /** Whether an effect names the provision, something around it or a part of it; the others share the document's life. */
    public boolean touches(String eId) {
        return effects.stream().anyMatch(e -> reaches(e, eId) || within(e, eId));
    }

    private List<Run> provisionRuns(String eId, List<EffectFact> touching) {
        var said = effects.stream()
                .filter(e -> e.whole() || e.byParent() || touching.contains(e))
                .toList();
        var days = days(said);
        for (var run : runs()) if (run.from() != null) days.add(run.from());
        var narrowed = new Validity(said, everywhere, outline);
        return runsOf(day -> narrowed.decideProvision(eId, day, holding(day, runs())), days);
    }

    private static Run holding(LocalDate day, List<Run> runs) {
        return runs.get(indexOf(day, runs));
    }

    private static int indexOf(LocalDate day, List<Run> runs) {
        int at = 0;
        while (at + 1 < runs.size() && !after(runs.get(at).until(), day)) at++;
        return at;
    }

    private static Status runHolding(LocalDate day, List<Run> runs) {
        int at = indexOf(day, runs);
        var code = runs.get(at).code();
        // a status lasts over neighbouring runs that differ only in their causes
        int first = at;
        int last = at;
        while (first > 0 && runs.get(first - 1).code() == code) first--;
        while (last + 1 < runs.size() && runs.get(last + 1).code() == code) last++;
        return new Status(
                code,
                runs.get(at).causes(),
                runs.get(first).from(),
                runs.get(last).until());
    }

    private static boolean after(@Nullable LocalDate until, LocalDate day) {
        return until == null || until.isAfter(day);
    }

    private interface Decision {
        Decided on(LocalDate day);
    }

    private record Decided(StatusCode code, List<EffectFact> causes) {}

    private static TreeSet<LocalDate> days(List<EffectFact> effects) {
        var days = new TreeSet<LocalDate>();
        for (var effect : effects) {
            if (effect.from() != null) days.add(effect.from());
            if (effect.until() != null) days.add(effect.until());
        }
        return days;
    }

    private static List<Run> runsOf(Decision decision, TreeSet<LocalDate> boundaries) {
        var byDay = new TreeMap<LocalDate, Decided>();
        byDay.put(LocalDate.MIN, decision.on(LocalDate.MIN));
        for (var day : boundaries) byDay.put(day, decision.on(day));
        var runs = new ArrayList<Run>();
        for (var entry : byDay.entrySet()) {
            var day = entry.getKey();
            var decided = entry.getValue();
            var last = runs.isEmpty() ? null : runs.getLast();
            if (last != null && last.code() == decided.code() && last.causes().equals(decided.causes())) continue;
            if (last != null) runs.set(runs.size() - 1, new Run(last.from(), day, last.code(), last.causes()));
            runs.add(new Run(day.equals(LocalDate.MIN) ? null : day, null, decided.code(), decided.causes()));
        }
        return List.copyOf(runs);
    }

    private Decided decide(LocalDate day) {
        var ends = ending(day, EffectFact::whole);
        var endsHere = ends.stream()
                .filter(e -> !everywhere || e.territory() == null)
                .filter(e -> !e.byParent() || continuing(day).isEmpty())
                .toList();
        if (!endsHere.isEmpty()) return new Decided(StatusCode.EXPIRED, endsHere);
        var pieces = endedPiecemeal(outline.whole(), null, day);
        if (!pieces.isEmpty()) return new Decided(StatusCode.EXPIRED, pieces);

        var commenced = holding(day, e -> e.whole() && e.kind() == EffectKind.COMMENCE);
        if (commenced.isEmpty()) return notCommenced();

        var suspensions = openSuspensions(day);
        var whole = suspensions.stream()
                .filter(e -> e.whole() && (!everywhere || e.territory() == null))
                .toList();
        if (!whole.isEmpty()) return new Decided(StatusCode.SUSPENDED, whole);
        // a part that has ended meanwhile is no longer what waits to return
        var parts = suspensions.stream().filter(e -> !endedSince(e, day)).toList();
        if (!parts.isEmpty()) return new Decided(StatusCode.PARTLY_SUSPENDED, parts);

        var changes =
                new ArrayList<>(holding(day, e -> changesText(e) || (everywhere && e.territory() != null && ends(e))));
        for (var end : ends) if (!changes.contains(end)) changes.add(end);
        boolean changed = !changes.isEmpty();
        if (!changed) changes.addAll(commenced);
        // a part that was suspended and returned is why the whole is not partly suspended any more
        changes.addAll(sustaining(day, e -> e.whole() || changed || suspends(e)));
        return new Decided(changed ? StatusCode.PARTLY_EXPIRED : StatusCode.IN_FORCE, List.copyOf(changes));
    }

    private boolean endedSince(EffectFact suspension, LocalDate day) {
        var target = suspension.provision();
        if (target == null) return false;
        if (!nationwide(endsReaching(target, day)).isEmpty()) return true;
        var part = outline.part(target);
        return part != null && !gone(part, day).isEmpty();
    }

    /** Provisions that a detailing text keeps when its parent ends, where the announcement names some only. */
    private List<EffectFact> continuing(LocalDate day) {
        return holding(day, e -> e.byParent() && e.kind() == EffectKind.EXTEND && !e.whole());
    }

    /** Why it is still in force: suspensions that are over, their lifting, terms extended, a parent's end outlived. */
    private List<EffectFact> sustaining(LocalDate day, Predicate<EffectFact> which) {
        var found = new ArrayList<EffectFact>();
        for (var effect : effects) {
            if (!which.test(effect) || effect.from() == null || effect.from().isAfter(day)) continue;
            boolean says = switch (effect.kind()) {
                case RESUME, EXTEND -> effect.until() == null || day.isBefore(effect.until());
                case SUSPEND -> effect.until() != null && !day.isBefore(effect.until());
                case CORRECT -> true;
                case COMMENCE, AMEND, SUPPLEMENT, REPLACE, SUBSTITUTE, REPEAL, RENUMBER, EXPIRE -> false;
            };
            if (says) found.add(effect);
        }
        return found;
    }

    private static boolean suspends(EffectFact effect) {
        return effect.kind() == EffectKind.SUSPEND || effect.kind() == EffectKind.RESUME;
    }

    private Decided notCommenced() {
        var coming = effects.stream()
                .filter(e -> e.whole() && e.kind() == EffectKind.COMMENCE)
                .toList();
        return coming.isEmpty()
                ? new Decided(StatusCode.UNKNOWN, List.of())
                : new Decided(StatusCode.NOT_YET, List.of(coming.getFirst()));
    }

    /**
     * The ends that together leave nothing of a provision, the last ones first; empty while something of it holds. What was put in later
     * lives as long as nothing ends it, and a provision with new words is no longer the sum of its former parts.
     *
     * @param eId of the provision; null for the whole document
     */
    private List<EffectFact> endedPiecemeal(List<Outline.Part> parts, @Nullable String eId, LocalDate day) {
        if (parts.isEmpty() || effects.stream().noneMatch(e -> !e.whole() && ends(e))) return List.of();
        var found = new LinkedHashSet<EffectFact>();
        for (var part : parts) {
            var gone = gone(part, day);
            if (gone.isEmpty()) return List.of();
            found.addAll(gone);
        }
        boolean added = effects.stream()
                .anyMatch(e -> e.kind() == EffectKind.SUPPLEMENT
                        && e.holdsOn(day)
                        && e.provision() != null
                        && (eId == null || within(e, eId))
                        && nationwide(endsReaching(e.provision(), day)).isEmpty());
        if (added) return List.of();
        return found.stream().sorted(ORDER.reversed()).toList();
    }

    private List<EffectFact> gone(Outline.Part part, LocalDate day) {
        var ends = nationwide(endsReaching(part.eId(), day));
        if (!ends.isEmpty() || part.parts().isEmpty()) return ends;
        boolean reworded = !holding(
                        day, e -> changesText(e) && !ends(e) && part.eId().equals(e.provision()))
                .isEmpty();
        return reworded ? List.of() : endedPiecemeal(part.parts(), part.eId(), day);
    }

    private List<EffectFact> endsReaching(String eId, LocalDate day) {
        return ending(day, e -> reaches(e, eId));
    }

    /** What holds in a part of the territory leaves the rest as it was. */
    private List<EffectFact> nationwide(List<EffectFact> effects) {
        return everywhere ? effects.stream().filter(e -> e.territory() == null).toList() : effects;
    }

    private Decided decideProvision(String eId, LocalDate day, Run document) {
        switch (document.code()) {
            case EXPIRED, NOT_YET, SUSPENDED, UNKNOWN -> {
                return new Decided(document.code(), document.causes());
            }
            case IN_FORCE, PARTLY_EXPIRED, PARTLY_SUSPENDED -> {
                // goes on below: the provision itself decides
            }
        }
        var reaching = endsReaching(eId, day);
        var ends = nationwide(reaching);
        if (!ends.isEmpty()) return new Decided(StatusCode.EXPIRED, ends);
        var part = outline.part(eId);
        var pieces = part == null ? List.<EffectFact>of() : gone(part, day);
        if (!pieces.isEmpty()) return new Decided(StatusCode.EXPIRED, pieces);
        var kept = continuing(day);
        if (!kept.isEmpty() && kept.stream().noneMatch(e -> reaches(e, eId) || within(e, eId))) {
            var byParent = ending(day, e -> e.whole() && e.byParent());
            if (!byParent.isEmpty()) return new Decided(StatusCode.EXPIRED, byParent);
        }
        var own = effects.stream()
                .filter(e -> (e.kind() == EffectKind.COMMENCE || e.kind() == EffectKind.SUPPLEMENT) && reaches(e, eId))
                .toList();
        if (!own.isEmpty() && own.stream().noneMatch(e -> e.holdsOn(day))) {
            return new Decided(StatusCode.NOT_YET, own);
        }
        var suspended =
                openSuspensions(day).stream().filter(e -> reaches(e, eId)).toList();
        var suspendedHere = nationwide(suspended);
        if (!suspendedHere.isEmpty()) return new Decided(StatusCode.SUSPENDED, suspendedHere);
        if (!suspended.isEmpty()) return new Decided(StatusCode.PARTLY_SUSPENDED, suspended);
        if (!reaching.isEmpty()) return new Decided(StatusCode.PARTLY_EXPIRED, reaching);
        var changes = holding(day, e -> changesText(e) && (reaches(e, eId) || within(e, eId)));
        var endedInside =
                changes.stream().filter(e -> within(e, eId) && ends(e)).toList();
        if (!endedInside.isEmpty()) return new Decided(StatusCode.PARTLY_EXPIRED, endedInside);
        var causes = new ArrayList<>(
                changes.isEmpty() ? holding(day, e -> e.whole() && e.kind() == EffectKind.COMMENCE) : changes);
        causes.addAll(sustaining(day, e -> e.whole() || reaches(e, eId) || within(e, eId)));
        return new Decided(StatusCode.IN_FORCE, List.copyOf(causes));
    }

    /** Whether the effect's target is the provision or something around it. */
    private boolean reaches(EffectFact effect, String eId) {
        var target = effect.provision();
        if (target == null) return false;
        return eId.equals(target)
                || eId.startsWith(target) && eId.startsWith("__", target.length())
                || Outline.division(target) && (outline.same(eId, target) || outline.lies(eId, target));
    }

    /** Whether the effect's target lies inside the provision. */
    private boolean within(EffectFact effect, String eId) {
        var target = effect.provision();
        if (target == null) return false;
        return target.startsWith(eId) && target.startsWith("__", eId.length())
                || Outline.division(eId) && outline.lies(target, eId);
    }

    private static boolean ends(EffectFact effect) {
        return switch (effect.kind()) {
            case REPEAL, EXPIRE -> true;
            // a whole document is replaced by another; a replaced provision lives on with new words
            case REPLACE -> effect.whole();
            case COMMENCE, AMEND, SUPPLEMENT, SUBSTITUTE, RENUMBER, SUSPEND, RESUME, EXTEND, CORRECT -> false;
        };
    }

    private static boolean changesText(EffectFact effect) {
        return switch (effect.kind()) {
            case AMEND, SUPPLEMENT, SUBSTITUTE, RENUMBER -> true;
            case REPEAL, REPLACE, EXPIRE -> !effect.whole();
            case COMMENCE, SUSPEND, RESUME, EXTEND, CORRECT -> false;
        };
    }

    private List<EffectFact> holding(LocalDate day, Predicate<EffectFact> which) {
        return effects.stream().filter(e -> which.test(e) && e.holdsOn(day)).toList();
    }

    /** Ends that have come, but for terms that were extended in time; an extension ends at its own {@code until}. */
    private List<EffectFact> ending(LocalDate day, Predicate<EffectFact> which) {
        var found = new ArrayList<EffectFact>();
        for (var effect : effects) {
            if (!which.test(effect)) continue;
            if (ends(effect) && effect.holdsOn(day) && !extended(effect) && !outlived(effect, day)) found.add(effect);
            if (effect.kind() == EffectKind.EXTEND
                    && effect.until() != null
                    && !day.isBefore(effect.until())
                    && !extended(effect)) {
                found.add(effect);
            }
        }
        return List.copyOf(found);
    }

    /** A detailing text that an announcement lets go on, though the announcement came after the parent's end. */
    private boolean outlived(EffectFact end, LocalDate day) {
        return end.byParent()
                && !holding(day, e -> e.byParent() && e.kind() == EffectKind.EXTEND && e.whole())
                        .isEmpty();
    }

    private boolean extended(EffectFact end) {
        var date = end.kind() == EffectKind.EXTEND ? end.until() : end.from();
        if (date == null || (end.kind() != EffectKind.EXPIRE && end.kind() != EffectKind.EXTEND)) return false;
        // that a text outlives its parent says nothing of its own term, and the other way round
        return effects.stream()
                .anyMatch(e -> e != end
                        && e.kind() == EffectKind.EXTEND
                        && e.byParent() == end.byParent()
                        && java.util.Objects.equals(e.provision(), end.provision())
                        && e.from() != null
                        && !e.from().isAfter(date)
                        && (e.until() == null || e.until().isAfter(date)));
    }

    private List<EffectFact> openSuspensions(LocalDate day) {
        return holding(
                day, e -> e.kind() == EffectKind.SUSPEND && effects.stream().noneMatch(r -> resumes(r, e, day)));
    }

    private boolean resumes(EffectFact resume, EffectFact suspension, LocalDate day) {
        if (resume.kind() != EffectKind.RESUME || !resume.holdsOn(day)) return false;
        var from = suspension.from();
        if (from == null || resume.from() == null || resume.from().isBefore(from)) return false;
        var target = suspension.provision();
        return resume.provision() == null || (target != null && reaches(resume, target));
    }
}
