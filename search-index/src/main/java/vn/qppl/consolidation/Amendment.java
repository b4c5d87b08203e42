package vn.qppl.consolidation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.qppl.reading.EffectKind;
import vn.qppl.reading.Finding;

/**
 * One change to the text of a document: as read from an amending text, or as accepted in the register.
 *
 * @param target number of the document changed, as printed; null where it is not known
 * @param targetTitle its title with the type ("Luật Bảo hiểm y tế"); null where unknown
 * @param targetProvision "điểm đ khoản 2 Điều 3", "tên Điều 5"; null for the whole document
 * @param causeProvision the clause of the amending document that does it
 * @param from first day of the change; null where unknown: it is then not applied
 * @param newText the new text with its own number ("2. …", "Điều 5. …"); null where there is none
 * @param oldWords words replaced or dropped; null where provisions are changed, not words
 * @param newWords replacing or added words; for a renumbering the new address
 * @param position "sau khoản 4 Điều 23", "sau cụm từ “…”"; null where not stated
 * @param confidence 0 to 1; what is not certain is listed, not applied
 * @param reason in Vietnamese, why it is not certain; null when certain
 * @param until first day without the change, for one that holds for a time only; null where it stays
 * @param id what the register calls it; null for one that was only read
 */
public record Amendment(
        EffectKind kind,
        @Nullable String target,
        @Nullable String targetTitle,
        @Nullable String targetProvision,
        @Nullable String causeProvision,
        @Nullable LocalDate from,
        @Nullable String newText,
        @Nullable String oldWords,
        @Nullable String newWords,
        @Nullable String position,
        double confidence,
        @Nullable String reason,
        @Nullable LocalDate until,
        @Nullable Long id) {

    /** A change that stays, as read from a text. */
    public Amendment(
            EffectKind kind,
            @Nullable String target,
            @Nullable String targetTitle,
            @Nullable String targetProvision,
            @Nullable String causeProvision,
            @Nullable LocalDate from,
            @Nullable String newText,
            @Nullable String oldWords,
            @Nullable String newWords,
            @Nullable String position,
            double confidence,
            @Nullable String reason) {
        this(
                kind,
                target,
                targetTitle,
                targetProvision,
                causeProvision,
                from,
                newText,
                oldWords,
                newWords,
                position,
                confidence,
                reason,
                null,
                null);
    }

    Amendment withNewText(String words) {
        return new Amendment(
                kind,
                target,
                targetTitle,
                targetProvision,
                causeProvision,
                from,
                words,
                oldWords,
                newWords,
                position,
                confidence,
                reason,
                until,
                id);
    }

    public boolean certain() {
        return confidence >= Finding.CERTAIN;
    }

    /** Whether it changes words at all; commencement, suspension and extension do not. */
    public boolean textual() {
        return switch (kind) {
            case AMEND, SUPPLEMENT, REPLACE, SUBSTITUTE, REPEAL, RENUMBER, CORRECT -> true;
            case EXPIRE -> targetProvision != null;
            case COMMENCE, SUSPEND, RESUME, EXTEND -> false;
        };
    }
}
