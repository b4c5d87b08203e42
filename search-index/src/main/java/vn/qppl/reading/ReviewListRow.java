package vn.qppl.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a review list (danh mục văn bản cần xử lý) as read: the document it is about, and what replaces or repeals what.
 *
 * @param document the document that the row is about: one to be handled, or where it has no number one to be made
 * @param pairs what ends what
 */
public record ReviewListRow(@Nullable ListedDocument document, List<Pair> pairs) {

    /**
     * @param acting null for a planned document without a number
     * @param ended the document that is replaced or repealed
     */
    public record Pair(@Nullable ListedDocument acting, ListedDocument ended, RelationKind kind) {}
}
