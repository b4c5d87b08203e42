package vn.qppl.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;

/**
 * The yardstick of the speed measures: the query that the product asks, given to Lucene and nothing else. Reads an index that another
 * process may have open, as it was at its last commit.
 */
public final class BareSearch implements AutoCloseable {
    private final FSDirectory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private BareSearch(FSDirectory directory, DirectoryReader reader) {
        this.directory = directory;
        this.reader = reader;
        searcher = new IndexSearcher(reader);
        searcher.setSimilarity(Relevance.SIMILARITY);
    }

    /** @param folder as of {@link IndexFolder} */
    public static BareSearch open(Path folder) throws IOException {
        var name = Files.readString(folder.resolve("current"), StandardCharsets.UTF_8)
                .strip();
        var directory = FSDirectory.open(folder.resolve(name));
        return new BareSearch(directory, DirectoryReader.open(directory));
    }

    /** @return how many of the ten best passages there are */
    public int ask(String text, LocalDate on) throws IOException {
        var query = new BooleanQuery.Builder()
                .add(QueryReader.read(text, reader).query(), Occur.MUST)
                .add(Schema.wordingOn(on), Occur.FILTER)
                .build();
        return searcher.search(query, 10).scoreDocs.length;
    }

    @Override
    public void close() throws IOException {
        for (var open : List.of(reader, directory)) open.close();
    }
}
