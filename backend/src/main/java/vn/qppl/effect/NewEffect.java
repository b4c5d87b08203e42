package vn.qppl.effect;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.qppl.reading.EffectKind;

/**
 * An effect as a person states it, by hand or by accepting a proposal.
 *
 * @param targetProvision eId; null for the whole document. A supplement's target is the provision it creates
 * @param targetLabel as lawyers write it: "khoản 2 Điều 3"
 * @param from first day; null only with a {@code boundary}
 * @param until first day without it; null where open
 * @param causeId the document whose clause does it; null where a rule of law does
 * @param rule code of the rule of law; null where a clause does
 * @param quote the words that say so, or the person's reason where there is no text
 * @param event the other document's day that the boundary names; null where it names none that can be followed
 * @param resolvedBy the effect whose day dates this one; null for effects that state their own day
 */
public record NewEffect(
        EffectKind kind,
        long targetId,
        @Nullable String targetProvision,
        @Nullable String targetLabel,
        @Nullable String territory,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String boundary,
        @Nullable Long causeId,
        @Nullable String causeLabel,
        @Nullable String rule,
        String quote,
        @Nullable String newText,
        @Nullable String oldWords,
        @Nullable String newWords,
        @Nullable String position,
        @Nullable Long derivedFrom,
        @Nullable BoundaryEvent event,
        @Nullable Long resolvedBy) {

    /** An effect that depends on no other document's day. */
    public NewEffect(
            EffectKind kind,
            long targetId,
            @Nullable String targetProvision,
            @Nullable String targetLabel,
            @Nullable String territory,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String boundary,
            @Nullable Long causeId,
            @Nullable String causeLabel,
            @Nullable String rule,
            String quote,
            @Nullable String newText,
            @Nullable String oldWords,
            @Nullable String newWords,
            @Nullable String position,
            @Nullable Long derivedFrom) {
        this(
                kind,
                targetId,
                targetProvision,
                targetLabel,
                territory,
                from,
                until,
                boundary,
                causeId,
                causeLabel,
                rule,
                quote,
                newText,
                oldWords,
                newWords,
                position,
                derivedFrom,
                null,
                null);
    }

    /** An effect on a whole document from a day, by a clause of a document. */
    public static NewEffect whole(
            EffectKind kind,
            long targetId,
            LocalDate from,
            @Nullable Long causeId,
            @Nullable String causeLabel,
            String quote) {
        return new NewEffect(
                kind,
                targetId,
                null,
                null,
                null,
                from,
                null,
                null,
                causeId,
                causeLabel,
                null,
                quote,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same, dated by another document's day. */
    NewEffect boundTo(BoundaryEvent day) {
        return new NewEffect(
                kind,
                targetId,
                targetProvision,
                targetLabel,
                territory,
                from,
                until,
                boundary,
                causeId,
                causeLabel,
                rule,
                quote,
                newText,
                oldWords,
                newWords,
                position,
                derivedFrom,
                day,
                resolvedBy);
    }
}
