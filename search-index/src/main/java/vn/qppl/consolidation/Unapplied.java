package vn.qppl.consolidation;

import org.jspecify.annotations.Nullable;

/**
 * A change that concerns the text but was not made by the machine.
 *
 * @param number of the amending document
 * @param provision the clause that orders it; null where unknown
 * @param target the provision it concerns; null for the whole document
 * @param reason in Vietnamese, for the person who finishes by hand
 */
public record Unapplied(
        String number, @Nullable String provision, @Nullable String target, String reason) {}
