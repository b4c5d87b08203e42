package vn.qppl.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.qppl.document.DocumentType;
import vn.qppl.document.IssuerLevel;
import vn.qppl.index.Facet;
import vn.qppl.index.Question;
import vn.qppl.search.Searching;

/**
 * Words in a list's filter are asked of the staff index: the table has no index that finds words, and looking through all titles
 * grows with the register. What was confirmed a moment ago and is not in the index yet is looked through itself.
 */
@Component
class RegisterWords {
    /** Best documents looked at; the list then has its own order. */
    static final int MOST = 2_000;
    /** Documents that wait for the indexer, newest first, that are looked through. */
    private static final int MOST_WAITING = 500;

    private final Searching searching;
    private final JdbcClient jdbc;

    RegisterWords(Searching searching, JdbcClient jdbc) {
        this.searching = searching;
        this.jdbc = jdbc;
    }

    /** @return at most {@link #MOST} ids and those waiting; null where no words were typed */
    @Nullable
    List<Long> documents(
            @Nullable String words, @Nullable DocumentType type, @Nullable IssuerLevel level, LocalDate on) {
        if (words == null) return null;
        Map<Facet, Set<String>> narrowed = new EnumMap<>(Facet.class);
        if (type != null) narrowed.put(Facet.TYPE, Set.of(type.name()));
        if (level != null) narrowed.put(Facet.LEVEL, Set.of(level.name()));
        var text = words.length() > 1000 ? words.substring(0, 1000) : words;
        var found = new LinkedHashSet<>(searching.staffDocuments(
                new Question(text, on, null, null, narrowed, Question.Order.RELEVANCE, 1, null, false), MOST));
        found.addAll(waiting(text));
        return new ArrayList<>(found);
    }

    private List<Long> waiting(String words) {
        var like = "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return jdbc.sql("select d.id from (select document_id from index_request order by next_at desc limit "
                        + MOST_WAITING + ") r join legal_document d on d.id = r.document_id"
                        + " where d.title like ? or d.number_written like ? or d.issuer_name like ?")
                .params(like, like, like)
                .query((row, n) -> row.getLong(1))
                .list();
    }
}
