package vn.qppl.consolidation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A change that concerns the text but was not made by the machine.
 *
 * @param number of the amending document
 * @param provision the clause that orders it; null where unknown
 * @param target the provision it concerns; null for the whole document
 * @param reason in Vietnamese, for the person who finishes by hand
 * @param from first day of the change; null where unknown
 * @param id {@link Amendment#id} of the change; null for one that was only read
 */
public record Unapplied(
        String number,
        @Nullable String provision,
        @Nullable String target,
        String reason,
        @Nullable LocalDate from,
        @Nullable Long id) {}
