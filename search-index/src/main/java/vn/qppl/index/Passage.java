package vn.qppl.index;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The unit of search: an article, an annex or a page of a file, in the wording it had from a day to another.
 *
 * @param address stable within the document: an eId ({@code art_3}, {@code att_1}) or {@code page_12}; two wordings of one
 *     article share it
 * @param label as lawyers write it: "Điều 3", "Phụ lục I", "Trang 12"
 * @param heading without the label; null where there is none
 * @param source the file it stands in, as the caller names files; null where it does not matter
 * @param from first day of this wording; null for "since the document's beginning"
 * @param to first day after; null for "until further notice"
 */
public record Passage(
        String address,
        String label,
        @Nullable String heading,
        String text,
        @Nullable String source,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** A passage with one wording. */
    public static Passage of(String address, String label, @Nullable String heading, String text) {
        return new Passage(address, label, heading, text, null, null, null);
    }
}
