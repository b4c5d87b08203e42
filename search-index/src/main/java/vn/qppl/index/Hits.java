package vn.qppl.index;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.jspecify.annotations.Nullable;

/** Turns a page of found documents into what is shown of them. */
final class Hits {
    private final IndexReader reader;
    private final StoredFields stored;
    private final Excerpts excerpts;
    private final @Nullable LocalDate on;

    Hits(IndexReader reader, List<Syllable> asked, @Nullable LocalDate on) throws IOException {
        this.reader = reader;
        this.stored = reader.storedFields();
        this.excerpts = new Excerpts(asked, reader);
        this.on = on;
    }

    List<Answer.Hit> shown(List<Groups.Group> page) throws IOException {
        var hits = new ArrayList<Answer.Hit>(page.size());
        for (var group : page) hits.add(shown(group));
        return hits;
    }

    private Answer.Hit shown(Groups.Group group) throws IOException {
        var head = stored.document(group.head());
        var title = text(head, Schema.TITLE);
        return new Answer.Hit(
                group.id(),
                head.get(Schema.NUMBER),
                text(head, Schema.TYPE),
                text(head, Schema.ISSUER),
                title,
                excerpts.whole(title),
                group.issued() == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(group.issued()),
                on == null ? null : status(group.head(), on),
                group.score(),
                passages(group));
    }

    private List<Answer.Excerpt> passages(Groups.Group group) throws IOException {
        var shown = new ArrayList<Answer.Excerpt>(group.passages().size());
        for (var found : group.passages()) {
            var passage = stored.document(found.doc());
            var label = Schema.join(passage.get(Schema.LABEL), passage.get(Schema.HEADING));
            shown.add(new Answer.Excerpt(
                    text(passage, Schema.ADDRESS),
                    label,
                    passage.get(Schema.SOURCE),
                    excerpts.best(text(passage, Schema.TEXT)),
                    found.score()));
        }
        return shown;
    }

    private @Nullable String status(int head, LocalDate day) throws IOException {
        var leaf = reader.leaves().get(ReaderUtil.subIndex(head, reader.leaves()));
        var spans = DocValues.getBinary(leaf.reader(), Schema.SPANS);
        return spans.advanceExact(head - leaf.docBase) ? Spans.on(day.toEpochDay(), spans.binaryValue()) : null;
    }

    private static String text(Document document, String field) {
        var value = document.get(field);
        return value == null ? "" : value;
    }
}
