package vn.qppl.consolidation;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.qppl.reading.Reading;
import vn.qppl.reading.TitleCatalogue;
import vn.qppl.structure.DocumentNumber;
import vn.qppl.structure.LegalText;

/**
 * The text that is consolidated, as issued.
 *
 * @param number null where unknown; then only its title tells that it is meant
 * @param title with its type: "Luật Bảo hiểm y tế"
 * @param from first day of its effect; null where unknown
 */
public record BaseText(
        @Nullable String number,
        @Nullable String title,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate from,
        LegalText text) {

    /** The text that a reading is of. */
    public static BaseText of(Reading reading) {
        var title = reading.title() == null
                ? null
                : reading.type() == null
                        ? reading.title().value()
                        : reading.type().value() + " " + reading.title().value();
        return new BaseText(
                reading.number() == null ? null : reading.number().value(),
                title,
                reading.issuedOn() == null ? null : reading.issuedOn().value(),
                reading.effectiveFrom() == null ? null : reading.effectiveFrom().value(),
                reading.structure());
    }

    /** Whether an amendment names this document: by number, or where it gives none, by title. */
    public boolean isMeantBy(Amendment amendment, @Nullable LocalDate amendedOn) {
        if (issuedOn != null && amendedOn != null && amendedOn.isBefore(issuedOn)) return false;
        if (amendment.target() != null && number != null)
            return key(amendment.target()).equals(key(number));
        return amendment.target() == null
                && amendment.targetTitle() != null
                && title != null
                && TitleCatalogue.sameTitle(amendment.targetTitle(), title);
    }

    private static Optional<DocumentNumber> key(String number) {
        return DocumentNumber.parse(number);
    }
}
