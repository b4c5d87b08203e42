package vn.qppl.consolidation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document that changes others, with what it changes, in the order of its text.
 *
 * @param number as printed
 * @param issuedOn orders changes of one day; null where unknown, then it comes last
 */
public record AmendingDocument(String number, @Nullable LocalDate issuedOn, List<Amendment> amendments) {
    public AmendingDocument {
        amendments = List.copyOf(amendments);
    }
}
