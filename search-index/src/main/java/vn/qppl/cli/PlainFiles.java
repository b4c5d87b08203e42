package vn.qppl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.qppl.text.ExtractedText;
import vn.qppl.text.ExtractionException;
import vn.qppl.text.ExtractionProblem;
import vn.qppl.text.TextExtractor;
import vn.qppl.text.VietnameseText;

final class PlainFiles implements TextExtractor {
    @Override
    public ExtractedText extract(Path file, String fileName) throws ExtractionException {
        try {
            return ExtractedText.ofPlainText(VietnameseText.nfc(Files.readString(file)));
        } catch (IOException e) {
            throw new ExtractionException(ExtractionProblem.UNREADABLE_FILE, "read", e);
        }
    }

    @Override
    public void close() {}
}
