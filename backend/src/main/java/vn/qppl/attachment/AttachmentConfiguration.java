package vn.qppl.attachment;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.tika.Tika;
import org.apache.tika.exception.TikaException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.qppl.text.ExtractedText;
import vn.qppl.text.ExtractionException;
import vn.qppl.text.ExtractionProblem;
import vn.qppl.text.TextExtractor;
import vn.qppl.text.VietnameseText;

@Configuration(proxyBeanMethods = false)
class AttachmentConfiguration {
    @Bean
    FileStore fileStore(@Value("${qppl.data}") Path data) throws IOException {
        var store = new FileStore(data.resolve("files"));
        store.sweep();
        return store;
    }

    @Bean
    TextExtractor textExtractor() {
        return new InProcess();
    }

    /** Until the extraction in child processes arrives. */
    private static final class InProcess implements TextExtractor {
        private final Tika tika = new Tika();

        @Override
        public ExtractedText extract(Path file, String fileName) throws ExtractionException {
            try {
                return ExtractedText.ofPlainText(VietnameseText.nfc(tika.parseToString(file)));
            } catch (IOException | TikaException e) {
                throw new ExtractionException(ExtractionProblem.DAMAGED, "tika", e);
            }
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
