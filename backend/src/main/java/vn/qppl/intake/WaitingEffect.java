package vn.qppl.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.qppl.reading.EffectKind;

/**
 * An effect that a text seems to have and that waits for a person, or was decided by one.
 *
 * @param documentId of the text that says it
 * @param targetId where the text leaves no doubt which document it means; null else
 * @param territory places as the text names them; empty for everywhere
 * @param reason why the machine did not take it for certain; null where only nobody accepted it
 * @param effectId the effect it became
 */
record WaitingEffect(
        long id,
        long version,
        long documentId,
        EffectKind kind,
        @Nullable Long targetId,
        @Nullable String targetNumber,
        @Nullable String targetTitle,
        @Nullable String targetProvision,
        @Nullable String causeProvision,
        List<String> territory,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String boundary,
        String quote,
        @Nullable String newText,
        @Nullable String oldWords,
        @Nullable String newWords,
        @Nullable String position,
        double confidence,
        @Nullable String reason,
        State state,
        @Nullable Long decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decidedWhy,
        @Nullable Long effectId) {
    enum State {
        OPEN,
        ACCEPTED,
        REFUSED
    }
}
