package vn.qppl.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document as a sentence names it.
 *
 * @param type "Thông tư", "Luật"
 * @param number in normal form; null where only a title is given and the catalogue does not know it
 * @param title with its type ("Luật Bảo hiểm y tế"); null where only a number is given
 * @param self "Thông tư này"
 * @param numberStated false where the number comes from the catalogue of titles
 */
record DocumentMention(
        String type,
        @Nullable String number,
        @Nullable String title,
        @Nullable LocalDate issuedOn,
        boolean self,
        boolean numberStated) {

    boolean same(DocumentMention other) {
        if (number != null && other.number != null)
            return VietnameseNumbers.key(number).equals(VietnameseNumbers.key(other.number));
        return title != null
                && other.title != null
                && TitleCatalogue.key(title).equals(TitleCatalogue.key(other.title));
    }
}
