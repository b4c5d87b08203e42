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
 * @param trailer number and heading of the chapters and sections that stand between this article and the next; else empty
 * @param changes in the order of their effect; empty for an article as issued
 */
public record ConsolidatedArticle(
        String component,
        String eId,
        String number,
        @Nullable String heading,
        String text,
        String trailer,
        boolean repealed,
        List<ProvisionVersion.Cause> changes) {
    public ConsolidatedArticle {
        changes = List.copyOf(changes);
    }

    ConsolidatedArticle followedBy(String heading) {
        var joined = trailer.isEmpty() ? heading : trailer + "\n" + heading;
        return new ConsolidatedArticle(component, eId, number, this.heading, text, joined, repealed, changes);
    }

    /** As printed from this article to the next: the text, and the heading of the chapter or section that follows. */
    public String printed() {
        return trailer.isEmpty() ? text : text + "\n" + trailer;
    }
}
