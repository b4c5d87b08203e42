package vn.qppl.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.stereotype.Service;
import vn.qppl.index.Answer;
import vn.qppl.index.Question;

/** Asking the indexes. Whatever is typed gets an answer; an index that is being built answers with a problem that says so. */
@Service
public class Searching {
    private final Indexes indexes;

    Searching(Indexes indexes) {
        this.indexes = indexes;
    }

    /** Everything in the register. For people who are signed in. */
    public Answer staff(Question question) {
        return ask(Indexes.Audience.STAFF, question);
    }

    /** What is published, and nothing else. */
    public Answer published(Question question) {
        return ask(Indexes.Audience.PUBLIC, question);
    }

    /** Ids of at most so many documents of the register that answer best, for lists that have an order of their own. */
    public List<Long> staffDocuments(Question question, int most) {
        try {
            return indexes.documents(Indexes.Audience.STAFF, question, most)
                    .orElseThrow(SearchProblem.INDEX_BUILDING::asException);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer ask(Indexes.Audience audience, Question question) {
        try {
            return indexes.ask(audience, question).orElseThrow(SearchProblem.INDEX_BUILDING::asException);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
