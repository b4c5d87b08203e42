package vn.qppl.consolidation;

import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.qppl.reading.TargetAddress;
import vn.qppl.structure.UnitLevel;

/**
 * The order of one document's changes where it is not known from its text: by the clause that orders them, then by what they
 * concern. Total over what the changes say, so that it never matters in which order they were entered.
 */
final class AmendmentOrder implements Comparator<Amendment> {
    private static final Comparator<@Nullable String> WORDS = Comparator.nullsFirst(Comparator.naturalOrder());

    @Override
    public int compare(Amendment a, Amendment b) {
        int by = addresses(a.causeProvision(), b.causeProvision());
        if (by == 0) by = addresses(a.targetProvision(), b.targetProvision());
        if (by == 0) by = a.kind().compareTo(b.kind());
        if (by == 0) by = WORDS.compare(a.position(), b.position());
        if (by == 0) by = WORDS.compare(a.oldWords(), b.oldWords());
        if (by == 0) by = WORDS.compare(a.newWords(), b.newWords());
        if (by == 0) by = WORDS.compare(a.newText(), b.newText());
        return by;
    }

    /** From the outermost step inwards; what is wider comes first, what names no provision comes last. */
    private static int addresses(@Nullable String a, @Nullable String b) {
        if (a == null || b == null) return a == null ? b == null ? 0 : 1 : -1;
        if (a.equals(b)) return 0;
        var one = TargetAddress.parse(a);
        var other = TargetAddress.parse(b);
        if (one.isEmpty() || other.isEmpty()) {
            int by = Boolean.compare(one.isEmpty(), other.isEmpty());
            return by != 0 ? by : a.compareTo(b);
        }
        int by = steps(one, other);
        return by != 0 ? by : a.compareTo(b);
    }

    private static int steps(Optional<TargetAddress> one, Optional<TargetAddress> other) {
        var a = one.orElseThrow().steps().reversed();
        var b = other.orElseThrow().steps().reversed();
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int by = b.get(i).level().compareTo(a.get(i).level());
            if (by == 0) by = numbers(a.get(i), b.get(i));
            if (by != 0) return by;
        }
        return Integer.compare(a.size(), b.size());
    }

    private static int numbers(TargetAddress.Step a, TargetAddress.Step b) {
        return switch (a.level()) {
            case POINT, CLAUSE, ARTICLE, SUBSECTION, SECTION, CHAPTER, PART ->
                Numbering.compare(UnitLevel.valueOf(a.level().name()), a.number(), b.number());
            case PASSAGE, TABLE, FORM, ANNEX, ATTACHED -> a.number().compareTo(b.number());
        };
    }
}
