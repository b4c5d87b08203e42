package vn.qppl.procedure;

import org.jspecify.annotations.Nullable;

/**
 * What an appraisal or verification must conclude on.
 *
 * @param when only if the draft has such content; null: always
 */
public record Subject(String code, String name, @Nullable String when, String article, Certainty certainty) {}
