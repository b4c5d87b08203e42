package vn.qppl.review;

import org.jspecify.annotations.Nullable;

/**
 * Why a document is on the list of a change.
 *
 * @param article the rule that makes it a document to be reviewed
 * @param place where the document says so; null where no words of it do
 * @param address eId of the place with its component; null outside units
 * @param quote the document's own words; the relation's words where no text is held
 * @param provision of the changed document that is named there; null for the whole
 */
record Reason(
        Kind kind,
        Certainty certainty,
        String explanation,
        String article,
        @Nullable String place,
        @Nullable String address,
        String quote,
        @Nullable String provision) {

    enum Kind {
        DETAILS,
        BASED_ON,
        CITES,
        /** It amended what changed as a whole. */
        AMENDED,
        /** Issued by a body that the issuer of the later text took over from, on the same subject. */
        SAME_SUBJECT
    }
}
