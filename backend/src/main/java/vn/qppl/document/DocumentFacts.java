package vn.qppl.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.qppl.structure.DocumentNumber;

/**
 * The facts of a document that a person confirms.
 *
 * @param number null for a document known by its title only, and for one that carries no number
 * @param issuerId the organisation as it existed at issue; null where it is not among our organisations (central bodies, stubs)
 * @param issuerName as the document names it
 * @param title trích yếu, without the type
 * @param normative whether it is a QPPL
 */
public record DocumentFacts(
        @Nullable DocumentNumber number,
        DocumentType type,
        @Nullable Long issuerId,
        String issuerName,
        IssuerLevel level,
        String title,
        @Nullable LocalDate issuedOn,
        @Nullable String signer,
        @Nullable String capacity,
        @Nullable String place,
        @Nullable String field,
        boolean normative) {

    /**
     * What makes a document this one: issuing body at the time, type, number, year. An administrative number carries no year, so the
     * year of issue stands in for it (numbers are unique in one year: Nghị định 30/2020 Điều 15).
     */
    public String identityKey() {
        var issuer = issuerId == null ? normal(issuerName) : "#" + issuerId;
        if (number == null) return issuer + "|" + type + "|" + normal(title) + "|" + (issuedOn == null ? "" : issuedOn);
        var year = number.year() != null ? number.year() : issuedOn == null ? null : (Integer) issuedOn.getYear();
        return issuer + "|" + type + "|" + number.key() + "|" + (year == null ? "" : year);
    }

    private static String normal(String name) {
        var plain = vn.qppl.text.VietnameseText.nfc(name)
                .toLowerCase(java.util.Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
        return plain.length() > 200 ? plain.substring(0, 200) : plain;
    }
}
