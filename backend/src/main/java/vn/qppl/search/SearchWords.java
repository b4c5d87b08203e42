package vn.qppl.search;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.qppl.document.DocumentType;
import vn.qppl.document.IssuerLevel;
import vn.qppl.effect.StatusCode;
import vn.qppl.index.Facet;
import vn.qppl.index.Question;

/** Facet values and orders in the words that both sites show. */
public final class SearchWords {
    private SearchWords() {}

    /** A code of an older schema is shown as it is until the index is rebuilt. */
    public static String label(Facet facet, String value, LocalDate on) {
        try {
            return switch (facet) {
                case TYPE -> DocumentType.valueOf(value).label();
                case LEVEL -> IssuerLevel.valueOf(value).label();
                case STATUS -> StatusCode.ofCode(value).labelOn(on);
                case ISSUER -> value.equals("?") ? "Chưa rõ cơ quan ban hành" : value;
                case PLACE, YEAR, FIELD -> value;
            };
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    /** As in an address; best first where something was asked, newest first where not. */
    public static Question.Order order(@Nullable String sort, String text) {
        return switch (sort == null ? "" : sort) {
            case "newest" -> Question.Order.NEWEST;
            case "oldest" -> Question.Order.OLDEST;
            case "number" -> Question.Order.NUMBER;
            default -> text.isBlank() ? Question.Order.NEWEST : Question.Order.RELEVANCE;
        };
    }
}
