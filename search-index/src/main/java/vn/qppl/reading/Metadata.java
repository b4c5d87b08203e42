package vn.qppl.reading;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.qppl.text.Span;

/**
 * What a document says of itself, before it is put into a {@link Reading}.
 *
 * @param form the form of document behind {@code type}; null where unknown
 * @param chairman true where a chairman issues by himself: authority line or signature without "TM."
 * @param mentions dates and numbers of this document found outside its head, as evidence
 * @param bodyStart where the text after the letterhead begins
 */
record Metadata(
        @Nullable Finding<String> number,
        @Nullable Finding<String> type,
        @Nullable DocumentForm form,
        @Nullable Finding<String> issuer,
        @Nullable Finding<String> signer,
        @Nullable Finding<String> capacity,
        @Nullable Finding<String> place,
        @Nullable Finding<LocalDate> issuedOn,
        @Nullable Finding<String> title,
        boolean chairman,
        List<Span> mentions,
        int bodyStart) {}
