package vn.qppl.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.qppl.structure.DocumentNumber;

/**
 * A legal document of the register, or a stub of one that is only cited. Its status is not here: it follows from effects. Confirmed
 * is not yet public: publication is an act of its own.
 */
@Entity
@Table(name = "legal_document")
public class LegalDocument {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    private String identityKey;
    private @Nullable Long issuerId;
    private String issuerName;

    @Enumerated(EnumType.STRING)
    private IssuerLevel level;

    @Enumerated(EnumType.STRING)
    private DocumentType type;

    private String numberWritten;
    private String numberKey;
    private int numberSerial;
    private @Nullable Integer numberYear;
    private String title;
    private @Nullable LocalDate issuedOn;
    private @Nullable String signer;
    private @Nullable String capacity;
    private @Nullable String place;
    private @Nullable String field;
    private boolean normative;

    @Column(updatable = true)
    private boolean stub;

    private boolean issuerGuessed;
    private @Nullable LocalDate effectiveFrom;
    private @Nullable LocalDate effectiveUntil;
    private @Nullable Long confirmedBy;
    private @Nullable Instant confirmedAt;
    private @Nullable Long publishedBy;
    private @Nullable Instant publishedAt;
    private @Nullable Instant withdrawnAt;
    private @Nullable String withdrawnReason;
    private Instant createdAt;
    private Instant changedAt;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected LegalDocument() {}

    @SuppressWarnings("NullAway") // take() fills what the constructor leaves
    private LegalDocument(DocumentFacts facts, Instant now) {
        this.createdAt = now;
        take(facts, now);
    }

    /** A document whose facts a person has confirmed. */
    static LegalDocument confirmed(DocumentFacts facts, long by, Instant now) {
        var document = new LegalDocument(facts, now);
        document.confirmedBy = by;
        document.confirmedAt = now;
        return document;
    }

    /**
     * A document that others cite and nobody has given us yet. Its key is not that of a held document: two bodies may have used the number.
     *
     * @param guessed whether the text names no issuer, so that the facts hold the likely one
     */
    static LegalDocument stub(DocumentFacts facts, boolean guessed, Instant now) {
        var document = new LegalDocument(facts, now);
        document.stub = true;
        document.issuerGuessed = guessed;
        document.identityKey = stubKey(facts);
        return document;
    }

    static String stubKey(DocumentFacts facts) {
        return "stub|" + facts.identityKey() + "|" + (facts.issuedOn() == null ? "" : facts.issuedOn());
    }

    /** Whether a document with these facts is the one that was cited: same number and form, and nothing said of it contradicts. */
    boolean isCitationOf(DocumentFacts facts) {
        if (!stub || type != facts.type()) return false;
        var day = facts.issuedOn();
        boolean sameDay = issuedOn != null && issuedOn.equals(day);
        if (issuedOn != null && day != null && !sameDay) return false;
        if (issuerName.isEmpty() || vn.qppl.people.OrganisationDirectory.sameName(issuerName, facts.issuerName()))
            return true;
        return issuerGuessed && sameDay;
    }

    /** The cited document has arrived: the stub becomes a document of the register and keeps what points to it. */
    void fill(DocumentFacts facts, long by, Instant now) {
        take(facts, now);
        stub = false;
        issuerGuessed = false;
        confirmedBy = by;
        confirmedAt = now;
    }

    void correct(DocumentFacts facts, Instant now) {
        take(facts, now);
    }

    void publish(long by, Instant now) {
        if (stub) throw new IllegalStateException("a stub has nothing to publish");
        publishedBy = by;
        publishedAt = now;
        withdrawnAt = null;
        withdrawnReason = null;
    }

    void withdraw(String reason, Instant now) {
        withdrawnAt = now;
        withdrawnReason = reason;
    }

    /** Copied from the effects, for sorting lists only. */
    void sortBy(@Nullable LocalDate from, @Nullable LocalDate until, Instant now) {
        effectiveFrom = from;
        effectiveUntil = until;
        changedAt = now;
    }

    private void take(DocumentFacts facts, Instant now) {
        identityKey = facts.identityKey();
        issuerId = facts.issuerId();
        issuerName = facts.issuerName();
        level = facts.level();
        type = facts.type();
        var number = facts.number();
        numberWritten = number == null ? "" : number.print();
        numberKey = number == null ? "" : number.key();
        numberSerial = number == null ? 0 : serialOf(number);
        numberYear = number == null ? null : number.year();
        if (numberYear == null && facts.issuedOn() != null)
            numberYear = facts.issuedOn().getYear();
        title = facts.title();
        issuedOn = facts.issuedOn();
        signer = facts.signer();
        capacity = facts.capacity();
        place = facts.place();
        field = facts.field();
        normative = facts.normative();
        changedAt = now;
    }

    private static int serialOf(DocumentNumber number) {
        var digits = number.serial().replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    public long id() {
        if (id == null) throw new IllegalStateException("not stored yet");
        return id;
    }

    String numberKey() {
        return numberKey;
    }

    String identityKey() {
        return identityKey;
    }

    public long version() {
        return version;
    }

    public DocumentFacts facts() {
        return new DocumentFacts(
                number(),
                type,
                issuerId,
                issuerName,
                level,
                title,
                issuedOn,
                signer,
                capacity,
                place,
                field,
                normative);
    }

    /** Null where the document carries none. */
    public @Nullable DocumentNumber number() {
        return DocumentNumber.parse(numberWritten).orElse(null);
    }

    /** "Quyết định 12/2023/QĐ-UBND", or type and title where there is no number. */
    public String citedAs() {
        return numberWritten.isEmpty() ? type.label() + " " + title : type.label() + " " + numberWritten;
    }

    public String numberWritten() {
        return numberWritten;
    }

    public DocumentType type() {
        return type;
    }

    public String title() {
        return title;
    }

    public String issuerName() {
        return issuerName;
    }

    public @Nullable Long issuerId() {
        return issuerId;
    }

    public IssuerLevel level() {
        return level;
    }

    public @Nullable LocalDate issuedOn() {
        return issuedOn;
    }

    public @Nullable Integer year() {
        return numberYear;
    }

    public boolean stub() {
        return stub;
    }

    public boolean normative() {
        return normative;
    }

    public @Nullable String field() {
        return field;
    }

    /** Published and not withdrawn: what the public index may hold. */
    public boolean open() {
        return publishedAt != null && withdrawnAt == null && !stub;
    }

    public @Nullable Instant publishedAt() {
        return publishedAt;
    }

    public @Nullable Long publishedBy() {
        return publishedBy;
    }

    public @Nullable Instant withdrawnAt() {
        return withdrawnAt;
    }

    public @Nullable String withdrawnReason() {
        return withdrawnReason;
    }

    public @Nullable Long confirmedBy() {
        return confirmedBy;
    }

    public @Nullable Instant confirmedAt() {
        return confirmedAt;
    }

    public Instant changedAt() {
        return changedAt;
    }
}
