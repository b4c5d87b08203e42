package vn.qppl.review;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.document.IssuerLevel;
import vn.qppl.document.LegalDocument;
import vn.qppl.document.Register;
import vn.qppl.queue.AfterCommit;
import vn.qppl.queue.QueuedTask;

/** Reads what a local document names, after it was confirmed, corrected or given another file. */
@Component
class MentionReading implements QueuedTask {
    static final String NAME = "read-mentions";

    private final Register register;
    private final DocumentFiles files;
    private final Mentions mentions;
    /** Asked for when needed: the queue knows this task before it is itself. */
    private final ObjectProvider<AfterCommit> queue;

    MentionReading(Register register, DocumentFiles files, Mentions mentions, ObjectProvider<AfterCommit> queue) {
        this.register = register;
        this.files = files;
        this.mentions = mentions;
        this.queue = queue;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String id) {
        read(Long.parseLong(id));
    }

    /** The texts that a province reviews are its own. */
    static boolean hasMentions(LegalDocument document) {
        return !document.stub() && document.level() != IssuerLevel.CENTRAL;
    }

    void read(long documentId) {
        var document = register.find(documentId);
        if (document.filter(MentionReading::hasMentions).isEmpty()) return;
        var read = files.textOf(documentId);
        if (read.isEmpty()) return;
        var reading = read.get().reading();
        mentions.keep(documentId, MentionFinder.of(documentId, reading), MentionFinder.proposer(reading));
        for (long changed : mentions.changedNamedBy(documentId))
            queue.getObject().enqueue(ImpactListing.NAME, changed + "/" + documentId);
    }
}
