package vn.qppl.procedure;

import org.jspecify.annotations.Nullable;

/**
 * A paper of a dossier, or one that a step must produce.
 *
 * @param code the same paper has the same code in every step and procedure
 * @param required false for "tài liệu khác (nếu có)"
 * @param when the condition under which a required paper is required; null: always
 * @param symbol how its number ends, as "BC-STP"; null where any
 */
public record Paper(
        String code,
        String name,
        boolean required,
        @Nullable String when,
        @Nullable String symbol,
        String article,
        Certainty certainty) {}
