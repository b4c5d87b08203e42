package vn.qppl.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.qppl.document.LegalDocument;
import vn.qppl.effect.Effect;
import vn.qppl.reading.EffectKind;

/** Which effect ends a review. A conclusion to act is carried out when the register knows an effect that does so. Pure. */
final class Settlement {
    private Settlement() {}

    /**
     * @param since day of the change that is reviewed for
     * @param effects on the reviewed document
     * @param causes documents that cause them
     * @param made effects on the new document that stands beside it; empty where there is none
     */
    static Optional<Effect> of(
            Review review,
            @Nullable LocalDate since,
            List<Effect> effects,
            Map<Long, LegalDocument> causes,
            List<Effect> made) {
        if (review.conclusion() == Conclusion.KEEP) return Optional.empty();
        if (review.conclusion() == Conclusion.NEW) {
            var begun = made.stream()
                    .filter(e -> e.stands() && e.kind() == EffectKind.COMMENCE)
                    .findFirst();
            if (begun.isPresent()) return begun;
        }
        return effects.stream()
                .filter(e -> e.stands() && later(e, since, causes, review))
                .filter(e -> ends(e) || carriesOut(e, review.conclusion()))
                .findFirst();
    }

    private static boolean ends(Effect effect) {
        return Change.whole(effect) && effect.kind() != EffectKind.SUSPEND;
    }

    private static boolean carriesOut(Effect effect, @Nullable Conclusion conclusion) {
        if (conclusion == null) return false;
        return switch (conclusion) {
            case AMEND ->
                switch (effect.kind()) {
                    case AMEND, SUPPLEMENT, SUBSTITUTE, RENUMBER, REPLACE, REPEAL -> true;
                    case COMMENCE, EXPIRE, SUSPEND, RESUME, EXTEND, CORRECT -> false;
                };
            case REPEAL -> effect.kind() == EffectKind.REPEAL;
            case SUSPEND -> effect.kind() == EffectKind.SUSPEND;
            // only what ends the document does
            case REPLACE, NEW, KEEP -> false;
        };
    }

    private static boolean later(
            Effect effect, @Nullable LocalDate since, Map<Long, LegalDocument> causes, Review review) {
        var cause = effect.causeId() == null ? null : causes.get(effect.causeId());
        var issued = cause == null || cause.id() == effect.targetId() ? null : cause.issuedOn();
        var day = issued == null ? effect.from() : issued;
        if (since == null || day == null) return !effect.recordedAt().isBefore(review.foundAt());
        return !day.isBefore(since);
    }
}
