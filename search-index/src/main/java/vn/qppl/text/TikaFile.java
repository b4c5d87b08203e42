package vn.qppl.text;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.exception.ZeroByteFileException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.SAXException;

/** Formats that need no reader of our own, and damaged files of those that have one: Tika's own text. */
final class TikaFile {
    private TikaFile() {}

    static ExtractedText read(Path file, String fileName, int characters) throws ExtractionException, IOException {
        var handler = new BodyContentHandler(characters);
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, fileName);
        try (var in = TikaInputStream.get(file, metadata)) {
            // no parser in the context: what is embedded is not opened
            new AutoDetectParser().parse(in, handler, metadata, new ParseContext());
        } catch (EncryptedDocumentException e) {
            throw new ExtractionException(ExtractionProblem.ENCRYPTED, "tika", e);
        } catch (ZeroByteFileException e) {
            throw new ExtractionException(ExtractionProblem.EMPTY, "tika", e);
        } catch (TikaException | SAXException e) {
            if (WriteLimitReachedException.isWriteLimitReached(e))
                throw new ExtractionException(ExtractionProblem.TOO_MUCH_OUTPUT, "tika", e);
            var cause = e.getCause();
            if (cause instanceof org.apache.poi.EncryptedDocumentException)
                throw new ExtractionException(ExtractionProblem.ENCRYPTED, "tika", e);
            throw new ExtractionException(ExtractionProblem.DAMAGED, String.valueOf(e.getMessage()), e);
        }
        var type = metadata.get(Metadata.CONTENT_TYPE);
        var text = handler.toString();
        if (text.isBlank()) throw new ExtractionException(ExtractionProblem.UNSUPPORTED, "no text in " + type);
        return Assembly.ofLines(type == null ? "application/octet-stream" : type, text);
    }
}
