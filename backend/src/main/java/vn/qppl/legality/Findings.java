package vn.qppl.legality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.document.IssuerLevel;
import vn.qppl.document.LegalDocument;
import vn.qppl.document.Register;
import vn.qppl.reading.Reading;
import vn.qppl.scrutiny.Facts;
import vn.qppl.scrutiny.Regime;
import vn.qppl.scrutiny.Scrutiny;
import vn.qppl.web.ProblemException;

/**
 * Checking texts and deciding on what was found. Modules that hold drafts call it with a subject of their own and ask their own rights
 * first; nothing found changes anything until a person decides.
 */
@Service
public class Findings {
    private static final Logger log = LoggerFactory.getLogger(Findings.class);

    private final FindingStore store;
    private final HeldDocuments held;
    private final SimilarRules similar;
    private final DocumentFiles files;
    private final Register register;

    Findings(FindingStore store, HeldDocuments held, SimilarRules similar, DocumentFiles files, Register register) {
        this.store = store;
        this.held = held;
        this.similar = similar;
        this.files = files;
        this.register = register;
    }

    /**
     * A text's findings.
     *
     * @param checkedAt null where it was never checked
     * @param checkedBy null for the machine
     * @param outdated true where the rules changed since, or the text did
     * @param compared false where similar rules could not be looked for, as while the index is being built
     */
    public record Checked(
            @Nullable Instant checkedAt,
            @Nullable Long checkedBy,
            boolean outdated,
            boolean compared,
            List<Found> findings) {}

    /**
     * Checks a text and keeps what was found; decisions on findings that are found again stay. Reads and searches outside any transaction.
     *
     * @param facts of the act, as the dossier knows them
     * @param by null for the machine
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Checked check(Subject subject, Reading reading, Facts facts, @Nullable Long by) {
        var found = new ArrayList<FindingStore.Fresh>();
        for (var finding : Scrutiny.check(reading, facts, held.namedBy(reading)))
            found.add(FindingStore.Fresh.of(finding));
        boolean compared = true;
        try {
            found.addAll(similar.of(reading, subject.ofRegister() ? (Long) subject.id() : null));
        } catch (ProblemException indexBuilding) {
            log.info("{} was checked without similar rules: {}", subject.audited(), indexBuilding.code());
            compared = false;
        }
        store.keep(subject, found, FindingStore.hash(reading.structure().text()), compared, by);
        return of(subject, FindingStore.hash(reading.structure().text()));
    }

    /** @throws ProblemException {@link LegalityProblem#NO_TEXT} where no file of the document could be read */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Checked checkDocument(long documentId, @Nullable Long by) {
        var document = register.get(documentId);
        var read = files.textOf(documentId).orElseThrow(LegalityProblem.NO_TEXT::asException);
        return check(Subject.document(documentId), read.reading(), facts(document, read.reading()), by);
    }

    /** Tells a text from every other one, as {@link #of(Subject, String)} wants it. */
    public static String textHash(Reading reading) {
        return FindingStore.hash(reading.structure().text());
    }

    /** @param textSha256 of the text as it is now; null where the caller does not know it */
    public Checked of(Subject subject, @Nullable String textSha256) {
        var check = store.check(subject);
        if (check.isEmpty()) return new Checked(null, null, true, false, List.of());
        var c = check.get();
        boolean other = textSha256 != null && !textSha256.equals(c.textSha256());
        return new Checked(
                c.at(), c.by(), other || c.rulesVersion() != Scrutiny.VERSION, c.compared(), store.of(subject));
    }

    public Checked ofDocument(long documentId) {
        register.get(documentId);
        var text = files.structuredOf(documentId)
                .map(read -> FindingStore.hash(read.structure().text()))
                .orElse(null);
        return of(Subject.document(documentId), text);
    }

    /** @throws ProblemException {@link LegalityProblem#FINDING_NOT_FOUND} */
    public Found get(long findingId) {
        return store.find(findingId).orElseThrow(LegalityProblem.FINDING_NOT_FOUND::asException);
    }

    /**
     * An officer's decision.
     *
     * @param seen version of the finding as the officer saw it
     * @param reason wanted for {@link Decision#NOT_A_FAULT}
     */
    public Found decide(long findingId, long seen, Decision decision, @Nullable String reason, long by) {
        return store.decide(findingId, seen, decision, reason, by);
    }

    /** What persons confirmed goes before what was read. */
    static Facts facts(LegalDocument document, Reading reading) {
        var read = Facts.of(reading);
        var number = document.number();
        var day = document.issuedOn() == null ? read.day() : document.issuedOn();
        var year = document.year();
        var form = Facts.form(document.type().label(), document.issuerName(), number == null ? "" : number.symbol());
        return new Facts(
                day,
                Regime.on(day == null && year != null ? (LocalDate) LocalDate.of(year, 12, 31) : day),
                form,
                level(document.level(), read.level()),
                document.issuerName(),
                Facts.Procedure.UNKNOWN,
                document.normative(),
                false);
    }

    private static Facts.Level level(IssuerLevel confirmed, Facts.Level read) {
        return switch (confirmed) {
            case CENTRAL -> Facts.Level.CENTRAL;
            case PROVINCE -> Facts.Level.PROVINCE;
            case DISTRICT -> Facts.Level.DISTRICT;
            case COMMUNE -> Facts.Level.COMMUNE;
            case UNKNOWN -> read;
        };
    }
}
