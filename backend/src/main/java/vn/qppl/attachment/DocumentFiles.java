package vn.qppl.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which files belong to which document, and the bytes of each. */
@Component
public class DocumentFiles {
    private static final Logger log = LoggerFactory.getLogger(DocumentFiles.class);

    private final JdbcClient jdbc;
    private final FileStore store;
    private final Readings readings;
    private final Clock clock;

    DocumentFiles(JdbcClient jdbc, FileStore store, Readings readings, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.readings = readings;
        this.clock = clock;
    }

    /** @param problem why no text could be read from it; null when read, or not read yet */
    public record DocumentFile(
            long id,
            long documentId,
            String sha256,
            String fileName,
            String role,
            long size,
            @Nullable String mediaType,
            @Nullable String encoding,
            @Nullable String problem,
            long addedBy,
            Instant addedAt) {}

    /** Stores bytes before anything refers to them; the same bytes are stored once. */
    public FileStore.Stored store(InputStream bytes, long limit) throws IOException {
        var stored = store.put(bytes, limit);
        jdbc.sql("insert ignore into stored_file (sha256, size, stored_at) values (?, ?, ?)")
                .param(stored.sha256())
                .param(stored.size())
                .param(Timestamp.from(clock.instant()))
                .update();
        return stored;
    }

    /** Whether files can still be stored and read without taking the last room from the database. */
    public boolean haveRoom() {
        try {
            return store.room() > 0;
        } catch (IOException e) {
            log.warn("the file store does not answer", e);
            return false;
        }
    }

    /** Does nothing when the document has these bytes already. */
    @Transactional
    public void attach(long documentId, String sha256, String fileName, String role, long by) {
        jdbc.sql("insert ignore into document_file (document_id, sha256, file_name, role, added_by, added_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .param(documentId)
                .param(sha256)
                .param(fileName)
                .param(role)
                .param(by)
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private static final String SELECT =
            "select f.id, f.document_id, f.sha256, f.file_name, f.role, s.size, t.media_type,"
                    + " t.encoding, t.problem, f.added_by, f.added_at from document_file f"
                    + " join stored_file s on s.sha256 = f.sha256 left join file_text t on t.sha256 = f.sha256 ";

    /** In the order they were added; a document has few. */
    public List<DocumentFile> of(long documentId) {
        return jdbc.sql(SELECT + "where f.document_id = ? order by f.id limit 200")
                .param(documentId)
                .query(DocumentFiles::file)
                .list();
    }

    /** Of some documents at once, each in the order they were added. At most 1,000 documents. */
    public Map<Long, List<DocumentFile>> of(Collection<Long> documentIds) {
        if (documentIds.size() > 1000) throw new IllegalArgumentException("at most 1000 documents at once");
        if (documentIds.isEmpty()) return Map.of();
        return jdbc
                .sql(SELECT + "where f.document_id in (:documents) order by f.id")
                .param("documents", documentIds)
                .query(DocumentFiles::file)
                .list()
                .stream()
                .collect(Collectors.groupingBy(DocumentFile::documentId));
    }

    public Optional<DocumentFile> find(long documentId, long fileId) {
        return jdbc.sql(SELECT + "where f.document_id = ? and f.id = ?")
                .param(documentId)
                .param(fileId)
                .query(DocumentFiles::file)
                .optional();
    }

    /** The document that has these bytes; the first where several have. */
    public Optional<Long> documentWith(String sha256) {
        return jdbc.sql("select document_id from document_file where sha256 = ? order by id limit 1")
                .param(sha256)
                .query(Long.class)
                .optional();
    }

    /** The document's text: of its first original that could be read. */
    public Optional<Readings.Read> textOf(long documentId) {
        for (var file : of(documentId)) {
            if (!file.role().equals("ORIGINAL") || file.problem() != null) continue;
            var read = readings.of(file.sha256());
            if (read.isPresent()) return read;
        }
        return Optional.empty();
    }

    /** The document's text with its structure: of its first original that could be read. */
    public Optional<Readings.Structured> structuredOf(long documentId) {
        for (var file : of(documentId)) {
            if (!file.role().equals("ORIGINAL") || file.problem() != null) continue;
            var read = readings.structured(file.sha256());
            if (read.isPresent()) return read;
        }
        return Optional.empty();
    }

    public Optional<Readings.Structured> structuredOf(DocumentFile file) {
        return readings.structured(file.sha256());
    }

    public Optional<Readings.Read> textOf(DocumentFile file) {
        return readings.of(file.sha256());
    }

    public java.nio.file.Path path(String sha256) {
        return store.path(sha256);
    }

    private static DocumentFile file(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new DocumentFile(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getLong(10),
                row.getTimestamp(11).toInstant());
    }
}
