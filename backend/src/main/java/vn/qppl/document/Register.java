package vn.qppl.document;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.qppl.audit.Audit;
import vn.qppl.people.Organisation;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.structure.DocumentNumber;

/** Entering documents into the register, correcting them, publishing and withdrawing them. */
@Service
public class Register {
    private final LegalDocuments documents;
    private final Relations relations;
    private final OrganisationDirectory directory;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Register(
            LegalDocuments documents,
            Relations relations,
            OrganisationDirectory directory,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.documents = documents;
        this.relations = relations;
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
        asked().clear();
        var stubs = stubsOf(facts);
        LegalDocument document;
        if (stubs.isEmpty()) {
            document = documents.save(LegalDocument.confirmed(facts, by, now));
        } else {
            document = stubs.getFirst();
            for (var other : stubs.subList(1, stubs.size())) {
                events.publishEvent(new StubMerged(other.id(), document.id()));
                relations.retarget(other.id(), document.id());
                documents.delete(other);
            }
            documents.flush();
            document.fill(facts, by, now);
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

    /** What others cited and this document turns out to be, the oldest first. */
    private List<LegalDocument> stubsOf(DocumentFacts facts) {
        var number = facts.number();
        if (number == null) return List.of();
        return documents.withNumber(number.key()).stream()
                .filter(d -> d.isCitationOf(facts))
                .toList();
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
     * Which of several readings of a body's name is one we know: an organisation of the day, the citing body, or who issued a document of
     * that number; the first where we know none, null for no name.
     */
    @Transactional(readOnly = true)
    public @Nullable String bodyNamed(
            List<String> names, DocumentNumber number, @Nullable LocalDate day, LegalDocument citing) {
        if (names.isEmpty()) return null;
        var issuers = numbered(number.key()).stream()
                .filter(d -> !d.stub())
                .map(LegalDocument::issuerName)
                .toList();
        for (var name : names) {
            boolean known = OrganisationDirectory.sameName(name, citing.issuerName())
                    || issuers.stream().anyMatch(i -> OrganisationDirectory.sameName(i, name))
                    || samePlace(name, citing.issuerName())
                    || (day != null && directory.match(name, day).isPresent());
            if (known) return name;
        }
        return names.getFirst();
    }

    private static boolean samePlace(String one, String other) {
        var place = IssuerOfSymbol.place(one);
        return !place.isEmpty() && OrganisationDirectory.sameName(place, IssuerOfSymbol.place(other));
    }

    /**
     * The document that {@code citing} names: the one we hold, else the stub, else a new stub. The answer does not depend on which
     * document came first. Where two bodies have documents of that number and neither the text nor the citing body's own name tells which,
     * empty: a person must say.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<LegalDocument> cited(Cited cited, LegalDocument citing) {
        var numbered = numbered(cited.number().key());
        var known = numbered.stream()
                .filter(d -> agrees(cited.issuedOn(), d.issuedOn()))
                .toList();
        var facts = factsOf(cited, citing);
        var held = known.stream().filter(d -> !d.stub()).toList();
        var ofBody = held.stream()
                .filter(d -> OrganisationDirectory.sameName(d.issuerName(), facts.issuerName()))
                .toList();
        if (ofBody.size() == 1) return Optional.of(ofBody.getFirst());
        if (ofBody.size() > 1) return Optional.empty();
        if (cited.issuerName() == null) {
            // the day of issue tells it from another body's document of the same number
            var sameDay = held.stream()
                    .filter(d -> cited.issuedOn() != null && cited.issuedOn().equals(d.issuedOn()))
                    .toList();
            if (sameDay.size() == 1) return Optional.of(sameDay.getFirst());
            if (sameDay.size() > 1) return Optional.empty();
            if (facts.issuerName().isEmpty()) {
                if (held.size() == 1) return Optional.of(held.getFirst());
                if (held.size() > 1) return Optional.empty();
            }
        }
        var stub = identified(numbered, LegalDocument.stubKey(facts))
                .or(() -> identified(numbered, facts.identityKey()).filter(LegalDocument::stub));
        if (stub.isPresent()) return stub;
        var entered = documents.save(LegalDocument.stub(facts, cited.issuerName() == null, clock.instant()));
        asked().remove(cited.number().key());
        return Optional.of(entered);
    }

    /** Says which numbers this transaction will ask for, so that they are asked for together. Outside of one it does nothing. */
    public void willAsk(Collection<DocumentNumber> numbers) {
        var keys = numbers.stream().map(DocumentNumber::key).collect(Collectors.toSet());
        keys.removeAll(asked().keySet());
        if (keys.isEmpty() || !TransactionSynchronizationManager.isSynchronizationActive()) return;
        var found = documents.withNumbers(keys);
        // so many of so few numbers: each list has its own limit then
        if (found.size() >= LegalDocuments.MOST_OF_SEVERAL_NUMBERS) return;
        for (var key : keys) asked().put(key, new ArrayList<>());
        for (var document : found)
            asked().computeIfAbsent(document.numberKey(), k -> new ArrayList<>())
                    .add(document);
    }

    private Optional<LegalDocument> identified(List<LegalDocument> numbered, String key) {
        if (numbered.size() >= LegalDocuments.MOST_OF_A_NUMBER) return documents.findByIdentityKey(key);
        return numbered.stream().filter(d -> d.identityKey().equals(key)).findFirst();
    }

    /** Documents under a number. One act names the same few again and again: within a transaction they are asked for once. */
    private List<LegalDocument> numbered(String key) {
        return asked().computeIfAbsent(key, documents::withNumber);
    }

    /** What this transaction has asked for already, by number; kept nowhere outside of one. */
    @SuppressWarnings("unchecked")
    private Map<String, List<LegalDocument>> asked() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return new HashMap<>();
        var held = (Map<String, List<LegalDocument>>) TransactionSynchronizationManager.getResource(this);
        if (held != null) return held;
        var asked = new HashMap<String, List<LegalDocument>>();
        TransactionSynchronizationManager.bindResource(this, asked);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            /** A transaction that begins inside this one has entities of its own. */
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResourceIfPossible(Register.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(Register.this, asked);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(Register.this);
            }
        });
        return asked;
    }

    private static boolean agrees(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || other == null || one.equals(other);
    }

    private DocumentFacts factsOf(Cited cited, LegalDocument citing) {
        var number = cited.number();
        var type = DocumentType.ofSymbol(number);
        var issuerName = cited.issuerName();
        if (issuerName == null) issuerName = likelyBody(number, citing);
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

    /** A body that cites its own series, or that of the council or committee beside it, seldom names the place. */
    private static String likelyBody(DocumentNumber number, LegalDocument citing) {
        if (citing.level() == IssuerLevel.CENTRAL) return IssuerOfSymbol.name(number);
        var own = citing.number();
        if (own != null && own.symbol().equals(number.symbol())) return citing.issuerName();
        var kind = IssuerOfSymbol.localBody(number);
        var place = IssuerOfSymbol.place(citing.issuerName());
        return kind.isEmpty() || place.isEmpty() ? IssuerOfSymbol.name(number) : kind + " " + place;
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
        asked().clear();
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

    /** By id, however many; in questions of a thousand. Those that are none are not in the answer. */
    @Transactional(readOnly = true)
    public Map<Long, LegalDocument> byId(Collection<Long> ids) {
        var distinct = ids.stream().distinct().toList();
        var found = new HashMap<Long, LegalDocument>();
        for (int i = 0; i < distinct.size(); i += 1000)
            for (var document : documents.findAllById(distinct.subList(i, Math.min(distinct.size(), i + 1000))))
                found.put(document.id(), document);
        return found;
    }

    /** Documents and stubs under a number, of whatever issuer; at most 50. */
    @Transactional(readOnly = true)
    public List<LegalDocument> withNumber(DocumentNumber number) {
        return documents.withNumber(number.key());
    }

    /** Documents of one type and year with this number, of whatever body, letters of the number left out. At most 1,000. */
    @Transactional(readOnly = true)
    public List<LegalDocument> withSerial(int serial, int year, DocumentType type) {
        return documents.withSerial(serial, year, type);
    }

    @Transactional(readOnly = true)
    public Optional<LegalDocument> withIdentity(DocumentFacts facts) {
        return documents.findByIdentityKey(facts.identityKey());
    }

    /** Documents and stubs of these facts, by {@link DocumentFacts#identityKey()}. At most 1,000 at once. */
    @Transactional(readOnly = true)
    public Map<String, LegalDocument> withIdentities(Collection<DocumentFacts> facts) {
        if (facts.size() > 1000) throw new IllegalArgumentException("at most 1000 identities at once: " + facts.size());
        var keys = facts.stream().map(DocumentFacts::identityKey).distinct().toList();
        if (keys.isEmpty()) return Map.of();
        return documents.findByIdentityKeyIn(keys).stream()
                .collect(Collectors.toMap(LegalDocument::identityKey, Function.identity()));
    }

    private static void mustBeAt(LegalDocument document, long version) {
        if (document.version() != version)
            throw DocumentProblem.CHANGED_MEANWHILE.with("currentVersion", document.version());
    }
}
