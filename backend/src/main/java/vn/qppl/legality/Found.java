package vn.qppl.legality;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.qppl.scrutiny.Rule;
import vn.qppl.scrutiny.Severity;

/**
 * A finding as it is kept.
 *
 * @param version changes with every decision
 * @param present false where the text, checked again, no longer has it
 * @param decision null while open
 * @param reason of the decision; null where none was given
 */
public record Found(
        long id,
        long version,
        Subject subject,
        Rule rule,
        Severity severity,
        String explanation,
        String article,
        @Nullable String mending,
        List<Evidence> evidence,
        Instant foundAt,
        boolean present,
        @Nullable Decision decision,
        @Nullable String reason,
        @Nullable Long decidedBy,
        @Nullable Instant decidedAt) {

    /**
     * Words of the text, or of a document of the register that they are compared with.
     *
     * @param start in the text checked, UTF-16 units; 0 for words of another document
     * @param place in words: "khoản 2 Điều 3"
     * @param address eId with its component; null outside units
     * @param documentId of the other document; null for the text itself
     */
    public record Evidence(
            int start,
            int end,
            String quote,
            String place,
            @Nullable String address,
            @Nullable Long documentId) {}
}
