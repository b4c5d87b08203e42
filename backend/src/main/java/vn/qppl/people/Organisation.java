package vn.qppl.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A body as it exists from one day to another.
 *
 * @param kind COUNCIL (HĐND), COMMITTEE (UBND), CHAIRMAN (Chủ tịch UBND), DEPARTMENT, OFFICE, CENTRAL …
 * @param placeCode administrative code of its territory; null for central bodies
 * @param validTo first day on which it no longer exists
 */
public record Organisation(
        long id,
        long version,
        String name,
        @Nullable String shortName,
        String kind,
        OrganisationLevel level,
        @Nullable String placeCode,
        @Nullable String placeName,
        @Nullable Long parentId,
        LocalDate validFrom,
        LocalDate validTo) {

    public boolean existsOn(LocalDate day) {
        return !validFrom.isAfter(day) && day.isBefore(validTo);
    }
}
