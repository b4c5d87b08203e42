package vn.qppl.effect;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.qppl.reading.EffectKind;

/**
 * A dated effect on a document or provision: what, by which clause of which document (or which rule of law), known since when, by
 * whom. Never updated, only confirmed and retracted: what was known on a past day stays known.
 */
@Entity
@Table(name = "effect")
public class Effect {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Enumerated(EnumType.STRING)
    private EffectKind kind;

    private long targetId;
    private @Nullable String targetProvision;
    private @Nullable String targetLabel;
    private @Nullable String territory;
    private @Nullable LocalDate fromDate;
    private @Nullable LocalDate untilDate;
    private @Nullable String boundary;
    private @Nullable Long causeId;
    private @Nullable String causeLabel;
    private @Nullable String rule;

    @Column(columnDefinition = "text")
    private String quote;

    @Column(columnDefinition = "mediumtext")
    private @Nullable String newText;

    @Column(columnDefinition = "text")
    private @Nullable String oldWords;

    @Column(columnDefinition = "text")
    private @Nullable String newWords;

    private @Nullable String positionLabel;
    private @Nullable Long derivedFrom;
    private @Nullable Long boundaryDocument;

    @Enumerated(EnumType.STRING)
    private BoundaryEvent.@Nullable Event boundaryEvent;

    private int boundaryDays;
    private @Nullable Long resolvedBy;
    private long recordedBy;
    private Instant recordedAt;
    private @Nullable Long confirmedBy;
    private @Nullable Instant confirmedAt;
    private @Nullable Long retractedBy;
    private @Nullable Instant retractedAt;
    private @Nullable String retractedWhy;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Effect() {}

    Effect(NewEffect effect, long by, Instant now) {
        this.kind = effect.kind();
        this.targetId = effect.targetId();
        this.targetProvision = effect.targetProvision();
        this.targetLabel = effect.targetLabel();
        this.territory = effect.territory();
        this.fromDate = effect.from();
        this.untilDate = effect.until();
        this.boundary = effect.boundary();
        this.causeId = effect.causeId();
        this.causeLabel = effect.causeLabel();
        this.rule = effect.rule();
        this.quote = effect.quote();
        this.newText = effect.newText();
        this.oldWords = effect.oldWords();
        this.newWords = effect.newWords();
        this.positionLabel = effect.position();
        this.derivedFrom = effect.derivedFrom();
        var event = effect.event();
        if (event != null) {
            this.boundaryDocument = event.documentId();
            this.boundaryEvent = event.event();
            this.boundaryDays = event.days();
        }
        this.resolvedBy = effect.resolvedBy();
        this.recordedBy = by;
        this.recordedAt = now;
        this.confirmedBy = by;
        this.confirmedAt = now;
    }

    /** One that is only thought of: it is never stored. */
    Effect(NewEffect effect, long by, Instant now, long id) {
        this(effect, by, now);
        this.id = id;
    }

    void retract(String why, long by, Instant now) {
        if (retractedAt != null) throw new IllegalStateException("already retracted");
        retractedBy = by;
        retractedAt = now;
        retractedWhy = why;
    }

    EffectFact fact() {
        return new EffectFact(
                id(), kind, targetProvision, territory, fromDate, untilDate, confirmedAt, retractedAt, byParent());
    }

    /** The same effect on the day that its boundary turned out to be. */
    NewEffect resolved(LocalDate day, Effect fact) {
        return NewEffect.of(kind, targetId)
                .on(targetProvision, targetLabel)
                .in(territory)
                .from(day)
                .until(untilDate)
                .boundary(boundary)
                .by(causeId, causeLabel)
                .rule(rule)
                .quote(quote)
                .newText(newText)
                .words(oldWords, newWords)
                .position(positionLabel)
                .derivedFrom(id())
                .resolvedBy(fact.id())
                .said();
    }

    /** Whether it says what becomes of a detailing text when the text it details ends. */
    boolean byParent() {
        return rule != null && rule.startsWith(RulesOfLaw.DETAILING);
    }

    /** Confirmed and not taken back. */
    public boolean stands() {
        return confirmedAt != null && retractedAt == null;
    }

    public long id() {
        if (id == null) throw new IllegalStateException("not stored yet");
        return id;
    }

    public EffectKind kind() {
        return kind;
    }

    public long targetId() {
        return targetId;
    }

    public @Nullable String targetProvision() {
        return targetProvision;
    }

    public @Nullable String targetLabel() {
        return targetLabel;
    }

    /** Whether it was confirmed by then, and not yet taken back. */
    public boolean knownAt(Instant at) {
        return fact().knownAt(at);
    }

    public @Nullable LocalDate from() {
        return fromDate;
    }

    public @Nullable LocalDate until() {
        return untilDate;
    }

    public @Nullable String boundary() {
        return boundary;
    }

    /** The other document's day that dates it; null where it states its own. */
    @Nullable
    BoundaryEvent event() {
        return boundaryDocument == null || boundaryEvent == null
                ? null
                : new BoundaryEvent(boundaryDocument, boundaryEvent, boundaryDays);
    }

    /** Code or folded name of the place where it holds; null for the issuer's whole territory. */
    public @Nullable String territory() {
        return territory;
    }

    /** The effect it follows from: the one whose boundary was resolved, a parent's end, an extended term. */
    public @Nullable Long derivedFrom() {
        return derivedFrom;
    }

    public @Nullable Long resolvedBy() {
        return resolvedBy;
    }

    public @Nullable Long causeId() {
        return causeId;
    }

    public @Nullable String causeLabel() {
        return causeLabel;
    }

    public @Nullable String rule() {
        return rule;
    }

    public String quote() {
        return quote;
    }

    public @Nullable String newText() {
        return newText;
    }

    public @Nullable String oldWords() {
        return oldWords;
    }

    public @Nullable String newWords() {
        return newWords;
    }

    public @Nullable String position() {
        return positionLabel;
    }

    public long recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public @Nullable Long confirmedBy() {
        return confirmedBy;
    }

    public @Nullable Instant confirmedAt() {
        return confirmedAt;
    }

    public @Nullable Long retractedBy() {
        return retractedBy;
    }

    public @Nullable Instant retractedAt() {
        return retractedAt;
    }

    public @Nullable String retractedWhy() {
        return retractedWhy;
    }
}
