package vn.qppl.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.qppl.index.SmallRegister.day;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFolderTest {
    /** Ends a test that would wait for ever: five minutes in nanoseconds. */
    private static final long NEVER = 300_000_000_000L;

    @TempDir
    Path path;

    private SearchIndex filled(IndexFolder folder) throws IOException {
        var index = folder.build();
        for (var document : SmallRegister.documents()) index.replaceDocument(document);
        return index;
    }

    @Test
    void saysThatThereIsNoIndex() {
        assertThat(IndexFolder.at(path).state()).isEqualTo(IndexFolder.State.MISSING);
        assertThatThrownBy(() -> IndexFolder.at(path).open()).isInstanceOf(IOException.class);
    }

    @Test
    void opensWhatWasSwitchedTo() throws IOException {
        var folder = IndexFolder.at(path);
        folder.switchTo(filled(folder)).close();
        assertThat(folder.state()).isEqualTo(IndexFolder.State.READY);
        try (var index = folder.open()) {
            assertThat(index.search(Question.of("")).total()).isEqualTo(5);
        }
    }

    @Test
    void aHalfBuiltIndexIsNeverInUse() throws IOException {
        var folder = IndexFolder.at(path);
        try (var abandoned = filled(folder)) {
            abandoned.commit();
            assertThat(folder.state()).isEqualTo(IndexFolder.State.MISSING);
        }
        folder.switchTo(filled(folder)).close();
        folder.sweep();
        try (var entries = Files.list(path)) {
            assertThat(entries.filter(Files::isDirectory)).hasSize(1);
        }
        assertThat(folder.state()).isEqualTo(IndexFolder.State.READY);
    }

    @Test
    void theOldIndexAnswersWhileTheNextIsBuilt() throws IOException {
        var folder = IndexFolder.at(path);
        try (var inUse = folder.switchTo(filled(folder));
                var next = filled(folder)) {
            next.deleteDocument(1);
            assertThat(inUse.search(Question.of("")).total()).isEqualTo(5);
            try (var switched = folder.switchTo(next)) {
                assertThat(switched.search(Question.of("")).total()).isEqualTo(4);
            }
        }
    }

    @Test
    void noticesBrokenFiles() throws IOException {
        var folder = IndexFolder.at(path);
        Path used;
        try (var index = folder.switchTo(filled(folder))) {
            used = index.folder();
        }
        try (var files = Files.list(used)) {
            for (var file :
                    files.filter(f -> f.toString().contains("segments_")).toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        assertThat(folder.state()).isEqualTo(IndexFolder.State.BROKEN);
        try (var files = Files.list(used)) {
            for (var file : files.toList()) Files.delete(file);
        }
        assertThat(folder.state()).isEqualTo(IndexFolder.State.MISSING);
    }

    @Test
    void noticesAnOlderSchema() throws IOException {
        var folder = IndexFolder.at(path);
        Path used;
        try (var index = folder.switchTo(filled(folder))) {
            used = index.folder();
        }
        try (var directory = FSDirectory.open(used);
                var writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.setLiveCommitData(Map.of(SearchIndex.SCHEMA_KEY, "0").entrySet());
            writer.commit();
        }
        assertThat(folder.state()).isEqualTo(IndexFolder.State.OLD);
    }

    @Test
    void listsEveryDocumentOnceWithItsVersion() throws IOException {
        var folder = IndexFolder.at(path);
        try (var index = folder.switchTo(filled(folder))) {
            index.replaceDocument(SmallRegister.document(
                    2, "2/QĐ-UBND", "QUYET_DINH", "Quyết định", "x", "PROVINCE", day(2020, 1, 1), "Khác", List.of()));
            index.deleteDocument(3);
            index.deleteDocument(99);
            index.refresh();
            var versions = new HashMap<Long, Long>();
            index.versions(
                    (id, version) -> assertThat(versions.put(id, version)).isNull());
            assertThat(versions).isEqualTo(Map.of(1L, 10L, 2L, 20L, 4L, 40L, 5L, 50L));
            assertThat(index.search(Question.of("thủy lợi")).hits()).isEmpty();
        }
    }

    @Test
    void whatIsWrittenIsFoundAfterARefreshAndNotBefore() throws Exception {
        var folder = IndexFolder.at(path);
        try (var index = folder.switchTo(folder.build())) {
            index.replaceDocument(SmallRegister.documents().getFirst());
            assertThat(index.search(Question.of("")).total()).isZero();
            index.refresh();
            assertThat(index.search(Question.of("")).total()).isEqualTo(1);
        }
    }

    @Test
    void uncommittedWorkOfACrashIsLostAndNothingElse(@TempDir Path elsewhere) throws IOException {
        var folder = IndexFolder.at(path);
        var copy = elsewhere.resolve("crashed");
        try (var index = folder.switchTo(filled(folder))) {
            index.deleteDocument(1);
            index.commit();
            index.deleteDocument(2);
            index.refresh();
            try (var files = Files.walk(path)) {
                for (var file : files.toList()) Files.copy(file, copy.resolve(path.relativize(file)));
            }
        }
        var crashed = IndexFolder.at(copy);
        assertThat(crashed.state()).isEqualTo(IndexFolder.State.READY);
        try (var index = crashed.open()) {
            assertThat(index.search(Question.of("")).total()).isEqualTo(4);
        }
    }
}
