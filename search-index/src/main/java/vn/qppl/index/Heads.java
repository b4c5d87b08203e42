package vn.qppl.index;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;

/** From a passage to the head of its document. Not for several threads. */
final class Heads {
    private final IndexReader reader;

    Heads(IndexReader reader) {
        this.reader = reader;
    }

    /** Lucene's number of the head. */
    int of(int doc) throws IOException {
        var leaf = leaf(doc);
        var toHead = leaf.reader().getNumericDocValues(Schema.TO_HEAD);
        if (toHead == null || !toHead.advanceExact(doc - leaf.docBase)) {
            throw new IOException("a document of the index without a head: " + doc);
        }
        return doc + (int) toHead.longValue();
    }

    long documentId(int doc) throws IOException {
        int head = of(doc);
        var leaf = leaf(head);
        var ids = leaf.reader().getNumericDocValues(Schema.DOCUMENT_ID);
        if (ids == null || !ids.advanceExact(head - leaf.docBase)) {
            throw new IOException("a head of the index without an id: " + head);
        }
        return ids.longValue();
    }

    private LeafReaderContext leaf(int doc) {
        return reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
    }
}
