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

    /** Begins to say an effect; what is not said is null, and the quote empty. */
    public static Saying of(EffectKind kind, long targetId) {
        return new Saying(kind, targetId);
    }

    /** An effect on a whole document from a day, by a clause of a document. */
    public static NewEffect whole(
            EffectKind kind,
            long targetId,
            LocalDate from,
            @Nullable Long causeId,
            @Nullable String causeLabel,
            String quote) {
        return of(kind, targetId)
                .from(from)
                .by(causeId, causeLabel)
                .quote(quote)
                .said();
    }

    /** The same, dated by another document's day. */
    NewEffect boundTo(BoundaryEvent day) {
        return again().boundTo(day).said();
    }

    /** The same said again, to be changed in part. */
    Saying again() {
        var saying = of(kind, targetId)
                .on(targetProvision, targetLabel)
                .in(territory)
                .from(from)
                .until(until)
                .boundary(boundary)
                .by(causeId, causeLabel)
                .rule(rule)
                .quote(quote)
                .newText(newText)
                .words(oldWords, newWords)
                .position(position)
                .boundTo(event);
        saying.derivedFrom = derivedFrom;
        saying.resolvedBy = resolvedBy;
        return saying;
    }

    /** An effect in the course of being said, part by part. */
    public static final class Saying {
        private final EffectKind kind;
        private final long targetId;
        private @Nullable String provision;
        private @Nullable String label;
        private @Nullable String territory;
        private @Nullable LocalDate from;
        private @Nullable LocalDate until;
        private @Nullable String boundary;
        private @Nullable Long causeId;
        private @Nullable String causeLabel;
        private @Nullable String rule;
        private String quote = "";
        private @Nullable String newText;
        private @Nullable String oldWords;
        private @Nullable String newWords;
        private @Nullable String position;
        private @Nullable Long derivedFrom;
        private @Nullable BoundaryEvent event;
        private @Nullable Long resolvedBy;

        private Saying(EffectKind kind, long targetId) {
            this.kind = kind;
            this.targetId = targetId;
        }

        public Saying on(@Nullable String provision, @Nullable String label) {
            this.provision = provision;
            this.label = label;
            return this;
        }

        public Saying in(@Nullable String territory) {
            this.territory = territory;
            return this;
        }

        public Saying from(@Nullable LocalDate from) {
            this.from = from;
            return this;
        }

        public Saying until(@Nullable LocalDate until) {
            this.until = until;
            return this;
        }

        public Saying boundary(@Nullable String boundary) {
            this.boundary = boundary;
            return this;
        }

        public Saying by(@Nullable Long causeId, @Nullable String causeLabel) {
            this.causeId = causeId;
            this.causeLabel = causeLabel;
            return this;
        }

        public Saying rule(@Nullable String rule) {
            this.rule = rule;
            return this;
        }

        public Saying quote(String quote) {
            this.quote = quote;
            return this;
        }

        public Saying newText(@Nullable String newText) {
            this.newText = newText;
            return this;
        }

        public Saying words(@Nullable String oldWords, @Nullable String newWords) {
            this.oldWords = oldWords;
            this.newWords = newWords;
            return this;
        }

        public Saying position(@Nullable String position) {
            this.position = position;
            return this;
        }

        public Saying boundTo(@Nullable BoundaryEvent event) {
            this.event = event;
            return this;
        }

        /** It follows from another effect and goes with it. */
        public Saying derivedFrom(long effect) {
            this.derivedFrom = effect;
            return this;
        }

        /** The other effect's day dates it. */
        Saying resolvedBy(long effect) {
            this.resolvedBy = effect;
            return this;
        }

        public NewEffect said() {
            return new NewEffect(
                    kind,
                    targetId,
                    provision,
                    label,
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
                    event,
                    resolvedBy);
        }
    }
}
