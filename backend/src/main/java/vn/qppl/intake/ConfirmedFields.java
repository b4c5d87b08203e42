package vn.qppl.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person confirms of one file, as sent by the confirmation page.
 *
 * @param number as written; null for a document without one
 * @param type name or code
 * @param issuerId one of our organisations; null for a body that is not among them
 */
record ConfirmedFields(
        @Nullable String number,
        String type,
        @Nullable Long issuerId,
        String issuerName,
        @Nullable String signer,
        @Nullable String capacity,
        @Nullable String place,
        @Nullable LocalDate issuedOn,
        String title,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        @Nullable String field,
        boolean normative) {}
