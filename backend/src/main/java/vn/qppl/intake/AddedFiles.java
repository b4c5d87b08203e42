package vn.qppl.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.attachment.FileStore;
import vn.qppl.audit.Audit;
import vn.qppl.document.DocumentChanged;
import vn.qppl.document.Register;
import vn.qppl.queue.AfterCommit;
import vn.qppl.web.ProblemException;

/** Files that come to a document already in the register: kept at once, read after it. */
@Service
class AddedFiles {
    private static final Logger log = LoggerFactory.getLogger(AddedFiles.class);

    /** What a file is to its document. */
    enum Role {
        /** The text of the document is read from it. */
        ORIGINAL,
        ANNEX,
        /** Signed or scanned copy of the same text. */
        SIGNED,
        ATTACHMENT
    }

    private final DocumentFiles files;
    private final Register register;
    private final AfterCommit queue;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final long largestFile;

    AddedFiles(
            DocumentFiles files,
            Register register,
            AfterCommit queue,
            Audit audit,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            @Value("${qppl.intake.largest-file:209715200}") long largestFile) {
        this.files = files;
        this.register = register;
        this.queue = queue;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        this.largestFile = largestFile;
    }

    /**
     * Bytes that the document has already are not added twice.
     *
     * @throws ProblemException {@link IntakeProblem#EMPTY_FILE}, {@link IntakeProblem#FILE_TOO_LARGE},
     *     {@link IntakeProblem#DISK_FULL}; none of the file is kept
     */
    void add(long documentId, InputStream bytes, String fileName, Role role, long by) throws IOException {
        register.get(documentId);
        var name = Receiving.safeName(fileName);
        FileStore.Stored stored;
        try {
            stored = files.store(bytes, largestFile);
        } catch (FileStore.TooLarge e) {
            log.info("{} is larger than {} bytes", name, largestFile);
            throw IntakeProblem.FILE_TOO_LARGE.with("mostBytes", largestFile);
        } catch (FileSystemException e) {
            log.error("the file store cannot be written", e);
            throw IntakeProblem.DISK_FULL.asException();
        }
        if (stored.size() == 0) throw IntakeProblem.EMPTY_FILE.asException();
        transaction.executeWithoutResult(status -> {
            if (files.of(documentId).stream().anyMatch(f -> f.sha256().equals(stored.sha256()))) return;
            files.attach(documentId, stored.sha256(), name, role.name(), by);
            audit.record(
                    "document:" + documentId,
                    "add-file",
                    List.of(
                            Audit.Change.of("file", null, name),
                            Audit.Change.of("role", null, role.name()),
                            Audit.Change.of("sha256", null, stored.sha256())));
            events.publishEvent(new DocumentChanged(documentId));
            queue.enqueue(AddedFileReading.NAME, documentId + ":" + stored.sha256());
        });
    }
}
