package vn.qppl.structure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.qppl.text.Span;

/**
 * One numbered unit of a legal text with what stands under it.
 *
 * @param number as lawyers write it, lower case for points and suffixes: {@code 12a}, {@code IV}, {@code đ1}
 * @param heading the unit's title (Điều: the words after "Điều 3."), without its number; null where it has none
 * @param eId Akoma Ntoso identifier, unique within its component: {@code art_3__para_2__list_1__point_dd}
 * @param span the whole unit, from its number to the start of the next unit at its level or above
 * @param ownTextEnd where the unit's own words end and its first child begins ({@code span.end()} without children)
 * @param children in the order of the text
 */
public record Unit(
        UnitLevel level,
        String number,
        @Nullable String heading,
        String eId,
        Span span,
        int ownTextEnd,
        List<Unit> children) {

    /** As lawyers call it within what is around it: "Điều 3", "khoản 2". */
    public String named() {
        return switch (level) {
                    case PART -> "Phần ";
                    case CHAPTER -> "Chương ";
                    case SECTION -> "Mục ";
                    case SUBSECTION -> "Tiểu mục ";
                    case ARTICLE -> "Điều ";
                    case CLAUSE -> "khoản ";
                    case POINT -> "điểm ";
                }
                + number;
    }
}
