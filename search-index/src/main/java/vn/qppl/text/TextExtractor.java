package vn.qppl.text;

import java.nio.file.Path;

/** Reads one file into text. Implementations are safe for several threads and outlive any bad file. */
public interface TextExtractor extends AutoCloseable {

    /** @throws ExtractionException with the problem, when the file gives no text */
    ExtractedText extract(Path file, String fileName) throws ExtractionException;

    @Override
    void close();
}
