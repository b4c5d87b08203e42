package vn.qppl.intake;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One received file of a batch.
 *
 * @param problem code of why it could not be read, or of why it was not accepted with the certain ones; null otherwise
 * @param certain every field that the register needs was read with certainty
 * @param documentId the document it became, or that has the same bytes
 */
record IntakeItem(
        long id,
        long version,
        long batchId,
        String sha256,
        String fileName,
        long size,
        ItemState state,
        @Nullable String problem,
        @Nullable String number,
        @Nullable String typeName,
        @Nullable String issuerName,
        @Nullable LocalDate issuedOn,
        @Nullable String title,
        boolean certain,
        @Nullable Long documentId,
        @Nullable Long sheetId,
        @Nullable Long decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason) {}
