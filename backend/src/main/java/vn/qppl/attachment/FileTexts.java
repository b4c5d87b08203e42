package vn.qppl.attachment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.qppl.text.ExtractedText;
import vn.qppl.text.ExtractionProblem;

/** What was read from a file, kept by the file's hash: the same bytes are never read twice by one version of the extractor. */
@Component
public class FileTexts {
    /** Raised when extraction changes so much that files are worth reading again. */
    public static final int EXTRACTOR_VERSION = 1;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    FileTexts(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Either a text or the problem that left none. */
    public record Outcome(
            @Nullable ExtractedText text, @Nullable ExtractionProblem problem) {}

    /** Empty when the file was not read yet by this version. */
    public Optional<Outcome> find(String sha256) {
        return jdbc.sql("select problem, content from file_text where sha256 = ? and extractor_version = ?")
                .param(sha256)
                .param(EXTRACTOR_VERSION)
                .query((row, n) -> {
                    var problem = row.getString("problem");
                    var content = row.getBytes("content");
                    return new Outcome(
                            content == null ? null : unpack(content),
                            problem == null ? null : ExtractionProblem.valueOf(problem));
                })
                .optional();
    }

    public void keep(String sha256, ExtractedText text) {
        put(sha256, text.mediaType(), text.encoding().name(), null, text.text().length(), pack(text));
    }

    public void keepProblem(String sha256, ExtractionProblem problem) {
        put(sha256, null, null, problem.name(), 0, null);
    }

    private void put(
            String sha256,
            @Nullable String mediaType,
            @Nullable String encoding,
            @Nullable String problem,
            int length,
            byte @Nullable [] content) {
        jdbc.sql(
                        "insert into file_text (sha256, extractor_version, media_type, encoding, problem, text_length, content, read_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?) on duplicate key update extractor_version = values(extractor_version),"
                                + " media_type = values(media_type), encoding = values(encoding), problem = values(problem),"
                                + " text_length = values(text_length), content = values(content), read_at = values(read_at)")
                .param(sha256)
                .param(EXTRACTOR_VERSION)
                .param(mediaType)
                .param(encoding)
                .param(problem)
                .param(length)
                .param(content)
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private byte[] pack(ExtractedText text) {
        var bytes = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(bytes)) {
            deflated.write(json.writeValueAsBytes(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private ExtractedText unpack(byte[] content) {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(content))) {
            return json.readValue(in, ExtractedText.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
