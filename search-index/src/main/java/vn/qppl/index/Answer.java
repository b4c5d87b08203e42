package vn.qppl.index;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of documents.
 *
 * @param total documents that answer, of all pages
 * @param totalIsLowerBound true where counting stopped early
 * @param widened true where nothing has all that was asked (the phrase, most of the words) and documents with some of it
 *     are given instead: to be said to the reader
 * @param facets by facet the most frequent values with the number of documents; a facet's own narrowing does not lower its
 *     counts. Empty where the question did not ask for them
 * @param next to ask for the next page; null on the last one
 */
public record Answer(
        long total,
        boolean totalIsLowerBound,
        boolean widened,
        List<Hit> hits,
        Map<Facet, List<Count>> facets,
        @Nullable String next) {

    /**
     * A document that answers.
     *
     * @param titleHtml the title, escaped, what was asked within {@code <mark>}
     * @param status on the question's day; null where none is known or no day was asked about
     * @param passages the best ones, best first, at most three; empty where only the document's number, title or issuer
     *     answers
     */
    public record Hit(
            long id,
            @Nullable String number,
            String type,
            String issuer,
            String title,
            String titleHtml,
            @Nullable LocalDate issuedOn,
            @Nullable String status,
            float score,
            List<Excerpt> passages) {}

    /**
     * A piece of a passage.
     *
     * @param html escaped, what was asked within {@code <mark>}; no other markup
     * @param source the file it stands in; null as in {@link Passage#source}
     */
    public record Excerpt(
            String address, String label, @Nullable String source, String html, float score) {}

    /** Documents with a value. */
    public record Count(String value, long documents) {}
}
