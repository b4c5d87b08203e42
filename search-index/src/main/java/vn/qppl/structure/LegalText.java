package vn.qppl.structure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.qppl.text.Span;

/**
 * A text with its structure. Text inside quotation marks of an amending clause is content and has no units here; it is
 * found in {@link #quotations}, parsed by itself.
 *
 * @param components the main body first, then attached regulations and annexes in the order of the text
 */
public record LegalText(String text, List<Component> components, List<Quotation> quotations) {

    /** What a component is. */
    public enum ComponentKind {
        /** The document itself, from its letterhead to its signature. */
        MAIN,
        /** Quy định, Quy chế, Điều lệ … ban hành kèm theo: a text with articles of its own. */
        REGULATION,
        /** Phụ lục, Danh mục, Biểu. */
        ANNEX,
        /** Mẫu. */
        FORM
    }

    /**
     * @param number of an annex or form as written ("I", "01"); null where it has none
     * @param eId empty for the main body, else {@code att_1}, {@code att_2} …
     * @param preamble letterhead, title and bases, before the first unit
     * @param conclusions signature and recipients; null where there are none
     */
    public record Component(
            ComponentKind kind,
            @Nullable String number,
            @Nullable String title,
            String eId,
            Span span,
            Span preamble,
            @Nullable Span conclusions,
            List<Unit> units) {}

    /**
     * New text quoted by an amending clause, between its quotation marks (marks excluded). An unclosed quotation ends where
     * the text that follows can no longer belong to it, and says so.
     *
     * @param units the quoted text's own structure, with offsets of the whole text
     */
    public record Quotation(Span span, boolean closed, List<Unit> units) {}
}
