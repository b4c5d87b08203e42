package vn.qppl.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.qppl.reading.RelationKind;

/**
 * A place where a document names another.
 *
 * @param documentId the document whose text names the other
 * @param numberKey of the document named; null where only a title is given
 * @param titleKey folded title with its type; null where a number is given
 * @param body local body named beside the number; null where none is
 * @param provision of the document named, as lawyers write it; null for the whole
 * @param placeAddress eId with its component of the naming clause; null outside units
 * @param placeLabel "khoản 2 Điều 3", "phần căn cứ"
 * @param quote the line that names it
 */
record Mention(
        long documentId,
        RelationKind kind,
        @Nullable String numberKey,
        @Nullable String titleKey,
        @Nullable LocalDate issuedOn,
        @Nullable String body,
        @Nullable String provision,
        @Nullable String placeAddress,
        String placeLabel,
        String quote) {}
