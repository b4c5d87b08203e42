package vn.qppl.review;

import org.springframework.stereotype.Component;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.document.IssuerLevel;
import vn.qppl.document.LegalDocument;
import vn.qppl.document.Register;
import vn.qppl.queue.QueuedTask;
import vn.qppl.reading.DutyReader;

/** Reads what a national document gives the province to make, after it was confirmed or got another file. */
@Component
class DutyReading implements QueuedTask {
    static final String NAME = "read-duties";

    private final Register register;
    private final DocumentFiles files;
    private final DutyRows rows;

    DutyReading(Register register, DocumentFiles files, DutyRows rows) {
        this.register = register;
        this.files = files;
        this.rows = rows;
    }

    @Override
    public String name() {
        return NAME;
    }

    static boolean hasDuties(LegalDocument document) {
        return !document.stub() && document.level() == IssuerLevel.CENTRAL && document.normative();
    }

    @Override
    public void run(String id) {
        long documentId = Long.parseLong(id);
        if (register.find(documentId).filter(DutyReading::hasDuties).isEmpty()) return;
        var read = files.structuredOf(documentId);
        if (read.isEmpty()) return;
        var text = read.get().structure().text();
        rows.keep(
                documentId,
                DutyReader.read(read.get().structure()).stream()
                        .map(duty -> new DutyRows.Clause(
                                duty.address(),
                                duty.place(),
                                duty.body(),
                                duty.span().in(text).replaceAll("\\s+", " ").strip()))
                        .toList());
    }
}
