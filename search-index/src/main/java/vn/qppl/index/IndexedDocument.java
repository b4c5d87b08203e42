package vn.qppl.index;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document as the index holds it: written whole, replaced whole.
 *
 * @param version of the document where it comes from; compared by the nightly check
 * @param number as printed, {@code 12/2023/QĐ-UBND}; null where it has none
 * @param type code of the type, a facet
 * @param typeName the type's words, searched: "Quyết định"
 * @param issuer key of the issuing body, a facet
 * @param issuerName its name at the time, searched
 * @param level code, a facet
 * @param place code of the place, a facet; null where it has none
 * @param fields of law, a facet with any number of values
 * @param issuedOn null where not known
 * @param title trích yếu, without type and number
 * @param validity statuses in time, not overlapping; empty where nothing is known
 */
public record IndexedDocument(
        long id,
        long version,
        @Nullable String number,
        String type,
        String typeName,
        String issuer,
        String issuerName,
        String level,
        @Nullable String place,
        List<String> fields,
        @Nullable LocalDate issuedOn,
        String title,
        List<ValiditySpan> validity,
        List<Passage> passages) {
    public IndexedDocument {
        fields = List.copyOf(fields);
        validity = List.copyOf(validity);
        passages = List.copyOf(passages);
    }
}
