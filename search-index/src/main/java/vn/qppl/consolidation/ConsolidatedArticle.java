package vn.qppl.consolidation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One article as it reads on the day asked for.
 *
 * @param component empty for the main text, else the eId of the attached regulation
 * @param number "7a"
 * @param heading null where the article has none
 * @param text heading and body without the words "Điều 7a."; "(được bãi bỏ)" for a repealed article, as official consolidations print it
 * @param changes in the order of their effect; empty for an article as issued
 */
public record ConsolidatedArticle(
        String component,
        String eId,
        String number,
        @Nullable String heading,
        String text,
        boolean repealed,
        List<ProvisionVersion.Cause> changes) {
    public ConsolidatedArticle {
        changes = List.copyOf(changes);
    }
}
