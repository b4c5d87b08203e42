package vn.qppl.effect;

import org.jspecify.annotations.Nullable;

/**
 * Something about a document's effects that a person should look at. Nothing is refused for it: the law has exceptions that the register
 * cannot see.
 *
 * @param code one of {@link Code}, the message in Vietnamese
 * @param effectId the effect it is about; null where it is one that is not recorded yet
 */
public record EffectWarning(
        Code code, String message, @Nullable Long effectId) {
    public enum Code {
        COMMENCES_TOO_EARLY,
        RETROACTIVE,
        ON_EXPIRED_TARGET,
        OVERLAPPING_SUSPENSIONS,
        NOTHING_TO_RESUME,
        REPLACEMENT_CYCLE,
        IN_FORCE_UNDER_ENDED,
        CONTRADICTORY,
        NO_SUCH_PROVISION,
        OUT_OF_ORDER,
        DAY_STILL_OPEN
    }
}
