package vn.qppl.attachment;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.qppl.reading.DocumentReader;
import vn.qppl.text.ExtractionException;
import vn.qppl.text.PooledExtractor;
import vn.qppl.text.WarmUp;

/** Reads a few files of the product's own when it has started, as long as nobody brings others: the first import goes as fast as the next. */
@Component
class ReadingWarmUp {
    private static final Logger log = LoggerFactory.getLogger(ReadingWarmUp.class);
    /** Enough for the compiler to have seen the reader at work; about a second. */
    private static final int TIMES = 10;

    private final PooledExtractor extractor;
    private final boolean wanted;

    ReadingWarmUp(PooledExtractor extractor, @Value("${qppl.intake.warm-up:true}") boolean wanted) {
        this.extractor = extractor;
        this.wanted = wanted;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (wanted) Thread.ofPlatform().daemon().name("reading-warm-up").start(this::run);
    }

    private void run() {
        try {
            extractor.startChildren();
            WarmUp.run(new WarmUp.Step() {
                private int ours;

                @Override
                public boolean goOn() {
                    return extractor.state().read() <= ours;
                }

                @Override
                public void read(Path file) throws IOException, ExtractionException {
                    var text = extractor.extract(file, String.valueOf(file.getFileName()));
                    ours++;
                    for (int i = 0; i < TIMES && goOn(); i++) DocumentReader.read(text);
                }
            });
        } catch (IOException | ExtractionException e) {
            log.warn("the first files will be read more slowly", e);
        }
    }
}
