package vn.qppl.drafting;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.attachment.FileTexts;
import vn.qppl.queue.QueuedTask;
import vn.qppl.text.ExtractionException;
import vn.qppl.text.TextExtractor;

/** Reads the text of a draft after it was added, by {@code sha256.ending}; one that cannot be read keeps its reason. */
@Component
class DraftReading implements QueuedTask {
    static final String NAME = "read-draft";

    private static final Logger log = LoggerFactory.getLogger(DraftReading.class);

    private final DocumentFiles files;
    private final FileTexts texts;
    private final TextExtractor extractor;

    DraftReading(DocumentFiles files, FileTexts texts, TextExtractor extractor) {
        this.files = files;
        this.texts = texts;
        this.extractor = extractor;
    }

    /** What the queue calls the reading of a file. */
    static String id(Uploads.Upload file) {
        var name = file.fileName();
        int dot = name.lastIndexOf('.');
        return file.sha256() + (dot < 0 ? "" : name.substring(dot));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String id) {
        var sha256 = id.substring(0, 64);
        if (texts.find(sha256).isPresent()) return;
        try {
            texts.keep(sha256, extractor.extract(files.path(sha256), "du-thao" + id.substring(64)));
        } catch (ExtractionException e) {
            log.info("draft {}: {}", sha256, e.getMessage());
            texts.keepProblem(sha256, e.problem());
        }
    }
}
