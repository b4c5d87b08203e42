package vn.qppl.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document as a row of a list names it in free words.
 *
 * @param type "Nghị quyết", "Quyết định"
 * @param number in normal form; null for one that is only planned
 * @param issuer as named, in full; null where the row names none
 * @param issuedOn null where the row gives no day, or one that does not exist
 * @param year of the number, else of the day; null where neither is given
 */
public record ListedDocument(
        String type,
        @Nullable String number,
        @Nullable String issuer,
        @Nullable LocalDate issuedOn,
        @Nullable Integer year) {}
