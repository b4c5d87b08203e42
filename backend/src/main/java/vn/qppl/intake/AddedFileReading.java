package vn.qppl.intake;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.attachment.FileTexts;
import vn.qppl.document.DocumentChanged;
import vn.qppl.queue.QueuedTask;
import vn.qppl.text.ExtractionException;
import vn.qppl.text.TextExtractor;

/** Reads a file that was added to a document, by {@code documentId:sha256}; a file that cannot be read keeps its reason. */
@Component
class AddedFileReading implements QueuedTask {
    static final String NAME = "read-added-file";

    private static final Logger log = LoggerFactory.getLogger(AddedFileReading.class);

    private final DocumentFiles files;
    private final FileTexts texts;
    private final TextExtractor extractor;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    AddedFileReading(
            DocumentFiles files,
            FileTexts texts,
            TextExtractor extractor,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.files = files;
        this.texts = texts;
        this.extractor = extractor;
        this.events = events;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String id) {
        int colon = id.indexOf(':');
        long documentId = Long.parseLong(id.substring(0, colon));
        var sha256 = id.substring(colon + 1);
        if (texts.find(sha256).isEmpty()) read(documentId, sha256);
        transaction.executeWithoutResult(status -> events.publishEvent(new DocumentChanged(documentId)));
    }

    private void read(long documentId, String sha256) {
        var file = files.of(documentId).stream()
                .filter(f -> f.sha256().equals(sha256))
                .findFirst();
        if (file.isEmpty()) return;
        try {
            texts.keep(sha256, extractor.extract(files.path(sha256), file.get().fileName()));
        } catch (ExtractionException e) {
            log.info("file {} of document {}: {}", sha256, documentId, e.getMessage());
            texts.keepProblem(sha256, e.problem());
        }
    }
}
