package vn.qppl.reading;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.qppl.text.Span;

/**
 * An effect that a text says it has: on itself (commencement, term) or on another document. One effect a target provision.
 *
 * @param target number of the document acted on; null with {@code self} false where the text names it only by title
 * @param targetTitle as the text calls it; null where unknown
 * @param targetProvision "điểm đ khoản 2 Điều 3"; null for the whole document
 * @param causeProvision the clause of this document that does it: "khoản 3 Điều 1"
 * @param from first day of the effect; null where unknown or bound to an event
 * @param until for a term or a suspension, the first day without it; null where open
 * @param boundary the event the date is bound to, as the text says it ("ngày Luật X có hiệu lực"); null for a plain date
 * @param newText span of the quoted new text or of the replacing words, without quotation marks; null where there is none
 * @param oldWords words replaced or dropped (substitute, phrase repeal); null otherwise
 * @param position for supplements: "sau khoản 4 Điều 23"; null where not stated
 * @param territory the places that the effect is limited to ("xã Đăk Hà"); empty where it holds everywhere
 */
public record ProposedEffect(
        EffectKind kind,
        boolean self,
        @Nullable String target,
        @Nullable String targetTitle,
        @Nullable String targetProvision,
        @Nullable String causeProvision,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String boundary,
        @Nullable Span newText,
        @Nullable String oldWords,
        @Nullable String newWords,
        @Nullable String position,
        Span span,
        double confidence,
        @Nullable String reason,
        List<Finding<String>> territory) {
    public ProposedEffect {
        territory = List.copyOf(territory);
    }

    /** An effect without limit of place. */
    public ProposedEffect(
            EffectKind kind,
            boolean self,
            @Nullable String target,
            @Nullable String targetTitle,
            @Nullable String targetProvision,
            @Nullable String causeProvision,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String boundary,
            @Nullable Span newText,
            @Nullable String oldWords,
            @Nullable String newWords,
            @Nullable String position,
            Span span,
            double confidence,
            @Nullable String reason) {
        this(
                kind,
                self,
                target,
                targetTitle,
                targetProvision,
                causeProvision,
                from,
                until,
                boundary,
                newText,
                oldWords,
                newWords,
                position,
                span,
                confidence,
                reason,
                List.of());
    }

    /** Whether it says that something of a document is changed and not what. */
    boolean vague() {
        if (self || oldWords != null || newWords != null) return false;
        return ProposedEffects.SOME.equals(targetProvision) || kind == EffectKind.AMEND && targetProvision == null;
    }

    /** Whether both act on one document. */
    boolean names(ProposedEffect other) {
        return target != null && other.target != null
                ? VietnameseNumbers.key(target).equals(VietnameseNumbers.key(other.target))
                : targetTitle != null && targetTitle.equals(other.targetTitle);
    }

    /** This vague effect of an article's heading as the provision that one of the article's clauses, at hand elsewhere, names. */
    ProposedEffect narrowedTo(ProposedEffect clause) {
        return new ProposedEffect(
                clause.kind,
                false,
                target,
                targetTitle,
                clause.targetProvision,
                clause.causeProvision,
                from,
                until,
                boundary,
                null,
                clause.oldWords,
                clause.newWords,
                clause.position,
                span,
                Math.min(clause.confidence, 0.85),
                "Đọc từ khoản của Điều này ở một tệp khác trong cùng lô",
                territory);
    }
}
