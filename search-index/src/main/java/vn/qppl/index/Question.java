package vn.qppl.index;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the index.
 *
 * @param text as typed: words, "phrase", -exclusion, AND OR NOT (VÀ HOẶC KHÔNG), parentheses; anything goes, nothing throws;
 *     blank asks for every document
 * @param on the day asked about: wordings of that day are searched, statuses are those of that day; null searches every
 *     wording and knows no status
 * @param issuedFrom first day of issue; null for no bound
 * @param issuedTo last day of issue; null for no bound
 * @param narrowedTo values to keep, by facet; several of one facet widen, several facets narrow
 * @param size documents a page, 1 to {@link #LARGEST_PAGE}
 * @param after {@link Answer#next} of the page before; null for the first page. One that cannot be read starts anew
 * @param facets whether to count facets; a page without them is answered faster, and its total may be a lower bound
 */
public record Question(
        String text,
        @Nullable LocalDate on,
        @Nullable LocalDate issuedFrom,
        @Nullable LocalDate issuedTo,
        Map<Facet, Set<String>> narrowedTo,
        Order order,
        int size,
        @Nullable String after,
        boolean facets) {

    public static final int LARGEST_PAGE = 100;

    /** Order of an answer; equal documents stand newest first. */
    public enum Order {
        RELEVANCE,
        NEWEST,
        OLDEST,
        /** By year, symbol and serial as a number. */
        NUMBER
    }

    public Question {
        if (size < 1 || size > LARGEST_PAGE) throw new IllegalArgumentException("size: " + size);
        var copy = new EnumMap<Facet, Set<String>>(Facet.class);
        narrowedTo.forEach((facet, values) -> {
            if (!values.isEmpty()) copy.put(facet, Set.copyOf(values));
        });
        narrowedTo = java.util.Collections.unmodifiableMap(copy);
    }

    public static Question of(String text) {
        return new Question(text, null, null, null, Map.of(), Order.RELEVANCE, 20, null, true);
    }

    public Question on(LocalDate day) {
        return new Question(text, day, issuedFrom, issuedTo, narrowedTo, order, size, after, facets);
    }

    public Question issued(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new Question(text, on, from, to, narrowedTo, order, size, after, facets);
    }

    /** Replaces what the facet was narrowed to; no values lift it. */
    public Question narrowedTo(Facet facet, String... values) {
        var narrower = new EnumMap<Facet, Set<String>>(Facet.class);
        narrower.putAll(narrowedTo);
        narrower.put(facet, Set.of(values));
        return new Question(text, on, issuedFrom, issuedTo, narrower, order, size, after, facets);
    }

    public Question in(Order newOrder) {
        return new Question(text, on, issuedFrom, issuedTo, narrowedTo, newOrder, size, after, facets);
    }

    public Question page(int newSize, @Nullable String newAfter) {
        return new Question(text, on, issuedFrom, issuedTo, narrowedTo, order, newSize, newAfter, facets);
    }

    public Question withoutFacets() {
        return new Question(text, on, issuedFrom, issuedTo, narrowedTo, order, size, after, false);
    }
}
