package vn.qppl.document;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.qppl.audit.Audit;
import vn.qppl.people.Organisation;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.structure.DocumentNumber;

/** Entering documents into the register, correcting them, publishing and withdrawing them. */
@Service
public class Register {
    private final LegalDocuments documents;
    private final OrganisationDirectory directory;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Register(
            LegalDocuments documents,
            OrganisationDirectory directory,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.documents = documents;
        this.directory = directory;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Enters a document whose facts {@code by} confirms. A stub of the same document is filled and keeps what points to it.
     *
     * @throws vn.qppl.web.ProblemException {@link DocumentProblem#ALREADY_REGISTERED} with the id of the document that has this identity
     */
    @Transactional
    public LegalDocument confirm(DocumentFacts facts, long by) {
        var held = documents.findByIdentityKey(facts.identityKey());
        if (held.isPresent() && !held.get().stub()) {
            throw DocumentProblem.ALREADY_REGISTERED.with(
                    "documentId", held.get().id());
        }
        var now = clock.instant();
        var stub = held.isPresent() ? held : stubOf(facts);
        LegalDocument document;
        if (stub.isPresent()) {
            document = stub.get();
            document.fill(facts, by, now);
        } else {
            document = documents.save(LegalDocument.confirmed(facts, by, now));
        }
        documents.flush();
        audit.record(
                "document:" + document.id(),
                "confirm",
                List.of(
                        Audit.Change.of("number", null, document.numberWritten()),
                        Audit.Change.of("type", null, facts.type().label()),
                        Audit.Change.of("issuer", null, facts.issuerName()),
                        Audit.Change.of("title", null, facts.title()),
                        Audit.Change.of("issuedOn", null, facts.issuedOn())));
        events.publishEvent(new DocumentChanged(document.id()));
        return document;
    }

    /** The one stub cited under this number and type, whose issuer nobody knew. */
    private Optional<LegalDocument> stubOf(DocumentFacts facts) {
        var number = facts.number();
        if (number == null) return Optional.empty();
        var stubs = documents.withNumber(number.key()).stream()
                .filter(d -> d.stub() && d.type() == facts.type() && d.issuerId() == null)
                .filter(d -> d.issuerName().isEmpty() || d.issuerName().equalsIgnoreCase(facts.issuerName()))
                .toList();
        return stubs.size() == 1 ? Optional.of(stubs.getFirst()) : Optional.empty();
    }

    /**
     * What a text says of a document it names.
     *
     * @param title as the text calls it; empty where it gives none
     * @param issuerName as the text names it ("của Ủy ban nhân dân tỉnh Kon Tum"); null where it does not
     */
    public record Cited(
            DocumentNumber number,
            @Nullable String title,
            @Nullable LocalDate issuedOn,
            @Nullable String issuerName) {}

    /**
     * The document that {@code citing} names: the one we hold, else the stub, else a new stub. Where two bodies have documents of that
     * number and neither the text nor the citing body's own name tells which, empty: a person must say.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<LegalDocument> cited(Cited cited, LegalDocument citing) {
        var known = documents.withNumber(cited.number().key()).stream()
                .filter(d -> agrees(cited.issuedOn(), d.issuedOn()))
                .toList();
        var named = cited.issuerName();
        if (named != null) {
            var ofBody = known.stream()
                    .filter(d -> OrganisationDirectory.sameName(d.issuerName(), named))
                    .toList();
            if (ofBody.size() == 1) return Optional.of(ofBody.getFirst());
            if (ofBody.size() > 1) return Optional.empty();
            known = known.stream()
                    .filter(d -> d.stub() && d.issuerName().isEmpty())
                    .toList();
        }
        if (known.size() > 1) {
            var own = known.stream()
                    .filter(d -> d.issuerName().equals(citing.issuerName()))
                    .toList();
            return own.size() == 1 ? Optional.of(own.getFirst()) : Optional.empty();
        }
        if (known.size() == 1) return Optional.of(known.getFirst());
        var facts = factsOf(cited, citing);
        return Optional.of(documents
                .findByIdentityKey(facts.identityKey())
                .orElseGet(() -> documents.save(LegalDocument.stub(facts, clock.instant()))));
    }

    private static boolean agrees(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || other == null || one.equals(other);
    }

    private DocumentFacts factsOf(Cited cited, LegalDocument citing) {
        var number = cited.number();
        var type = DocumentType.ofSymbol(number);
        var issuerName = cited.issuerName();
        if (issuerName == null) {
            var own = citing.number();
            // a body that cites its own series seldom names itself
            boolean ownSeries =
                    own != null && own.symbol().equals(number.symbol()) && citing.level() != IssuerLevel.CENTRAL;
            issuerName = ownSeries ? citing.issuerName() : IssuerOfSymbol.name(number);
        }
        var day = cited.issuedOn() != null
                ? cited.issuedOn()
                : number.year() != null ? LocalDate.of(number.year(), 7, 1) : LocalDate.now(clock);
        var body = issuerName.isEmpty() ? Optional.<Organisation>empty() : directory.match(issuerName, day);
        return new DocumentFacts(
                number,
                type,
                body.map(Organisation::id).orElse(null),
                body.map(Organisation::name).orElse(issuerName),
                body.map(o -> IssuerLevel.valueOf(o.level().name())).orElse(IssuerOfSymbol.level(number)),
                cited.title() == null ? "" : cited.title(),
                cited.issuedOn(),
                null,
                null,
                null,
                null,
                number.year() != null);
    }

    @Transactional
    public LegalDocument correct(long id, long version, DocumentFacts facts, String reason) {
        var document = get(id);
        mustBeAt(document, version);
        var old = document.facts();
        var other = documents.findByIdentityKey(facts.identityKey());
        if (other.isPresent() && other.get().id() != id) {
            throw DocumentProblem.ALREADY_REGISTERED.with(
                    "documentId", other.get().id());
        }
        document.correct(facts, clock.instant());
        audit.record(
                "document:" + id,
                "correct",
                List.of(
                        Audit.Change.of("number", old.number(), facts.number()),
                        Audit.Change.of("type", old.type().label(), facts.type().label()),
                        Audit.Change.of("issuer", old.issuerName(), facts.issuerName()),
                        Audit.Change.of("title", old.title(), facts.title()),
                        Audit.Change.of("issuedOn", old.issuedOn(), facts.issuedOn()),
                        Audit.Change.of("signer", old.signer(), facts.signer()),
                        Audit.Change.of("field", old.field(), facts.field()),
                        Audit.Change.of("normative", old.normative(), facts.normative()),
                        Audit.Change.of("reason", null, reason)));
        events.publishEvent(new DocumentChanged(id));
        return document;
    }

    @Transactional
    public void publish(long id, long version, long by) {
        var document = get(id);
        mustBeAt(document, version);
        if (document.stub()) throw DocumentProblem.STUB_HAS_NO_TEXT.asException();
        document.publish(by, clock.instant());
        audit.record("document:" + id, "publish", List.of());
        events.publishEvent(new DocumentChanged(id));
    }

    @Transactional
    public void withdraw(long id, long version, String reason) {
        var document = get(id);
        mustBeAt(document, version);
        if (!document.open()) throw DocumentProblem.NOT_PUBLISHED.asException();
        document.withdraw(reason, clock.instant());
        audit.record("document:" + id, "withdraw", List.of(Audit.Change.of("reason", null, reason)));
        events.publishEvent(new DocumentChanged(id));
    }

    /** Copied from the effects so that lists can be sorted; the effects stay the truth. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sortBy(long id, @Nullable LocalDate from, @Nullable LocalDate until) {
        get(id).sortBy(from, until, clock.instant());
    }

    @Transactional(readOnly = true)
    public LegalDocument get(long id) {
        return documents.findById(id).orElseThrow(DocumentProblem.NOT_FOUND::asException);
    }

    @Transactional(readOnly = true)
    public Optional<LegalDocument> find(long id) {
        return documents.findById(id);
    }

    /** In no order; ids that do not exist are left out. At most 1,000 at once. */
    @Transactional(readOnly = true)
    public List<LegalDocument> all(Collection<Long> ids) {
        if (ids.size() > 1000) throw new IllegalArgumentException("at most 1000 documents at once: " + ids.size());
        return documents.findAllById(ids);
    }

    /** Documents and stubs under a number, of whatever issuer; at most 50. */
    @Transactional(readOnly = true)
    public List<LegalDocument> withNumber(DocumentNumber number) {
        return documents.withNumber(number.key());
    }

    @Transactional(readOnly = true)
    public Optional<LegalDocument> withIdentity(DocumentFacts facts) {
        return documents.findByIdentityKey(facts.identityKey());
    }

    private static void mustBeAt(LegalDocument document, long version) {
        if (document.version() != version)
            throw DocumentProblem.CHANGED_MEANWHILE.with("currentVersion", document.version());
    }
}
