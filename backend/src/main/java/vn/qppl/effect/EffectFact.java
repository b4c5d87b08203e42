package vn.qppl.effect;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.qppl.reading.EffectKind;

/**
 * What {@link Validity} needs to know of one effect on a document.
 *
 * @param provision eId of the target provision, prefixed by its component for attachments; null for the whole document
 * @param territory place code where it holds; null for the issuer's whole territory
 * @param from first day; null while bound to an event that has not come
 * @param until first day without it; null where open
 * @param confirmedAt null for a proposal, which changes nothing
 * @param byParent whether it says what becomes of a detailing text when its parent ends: an end by law, or that the text goes on
 */
public record EffectFact(
        long id,
        EffectKind kind,
        @Nullable String provision,
        @Nullable String territory,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Instant confirmedAt,
        @Nullable Instant retractedAt,
        boolean byParent) {

    public EffectFact(
            long id,
            EffectKind kind,
            @Nullable String provision,
            @Nullable String territory,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Instant confirmedAt,
            @Nullable Instant retractedAt) {
        this(id, kind, provision, territory, from, until, confirmedAt, retractedAt, false);
    }

    boolean knownAt(Instant at) {
        return confirmedAt != null && !confirmedAt.isAfter(at) && (retractedAt == null || retractedAt.isAfter(at));
    }

    /** Half-open: holds on d if from <= d < until. */
    boolean holdsOn(LocalDate day) {
        return from != null && !from.isAfter(day) && (until == null || day.isBefore(until));
    }

    boolean whole() {
        return provision == null;
    }
}
