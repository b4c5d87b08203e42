package vn.qppl.wording;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Words that a person wrote for a provision where the instruction could not be applied. Never updated: retracted and written again.
 *
 * @param effectId the effect whose words these are; they hold from its first day
 * @param targetLabel as lawyers write it: "khoản 2 Điều 3"
 * @param text the whole provision with its number; empty where the effect repeals it
 */
public record HandWording(
        long id,
        long documentId,
        long effectId,
        String targetLabel,
        String text,
        String reason,
        long confirmedBy,
        Instant confirmedAt,
        @Nullable Long retractedBy,
        @Nullable Instant retractedAt,
        @Nullable String retractedWhy) {

    boolean knownAt(Instant at) {
        return !confirmedAt.isAfter(at) && (retractedAt == null || retractedAt.isAfter(at));
    }
}
