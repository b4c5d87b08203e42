package vn.qppl.drafting;

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
import vn.qppl.procedure.Activity;
import vn.qppl.procedure.Outcome;
import vn.qppl.procedure.Step;

/** One step a dossier was or is in. Closed once, never changed after: one that is gone through again is another row. */
@Entity
@Table(name = "case_step")
public class CaseStep {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long dossierId;
    private int position;
    private String code;
    private String name;

    @Enumerated(EnumType.STRING)
    private Activity activity;

    private long holderId;
    private LocalDate begunOn;
    private @Nullable LocalDate dueOn;
    private @Nullable LocalDate doneOn;
    private @Nullable String outcome;
    private @Nullable String outcomeName;
    private @Nullable String reason;
    private @Nullable Integer votesFor;
    private @Nullable Integer votesOf;
    private @Nullable Long begunBy;
    private Instant begunAt;
    private @Nullable Long doneBy;
    private @Nullable Instant doneAt;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected CaseStep() {}

    /** @param by null: the machine */
    CaseStep(long dossierId, int position, Step step, long holderId, LocalDate begunOn, @Nullable Long by, Instant at) {
        this.dossierId = dossierId;
        this.position = position;
        this.code = step.code();
        this.name = step.name();
        this.activity = step.activity();
        this.holderId = holderId;
        this.begunOn = begunOn;
        this.begunBy = by;
        this.begunAt = at;
    }

    void close(Outcome how, LocalDate on, @Nullable String why, @Nullable Long by, Instant at) {
        close(how.code(), how.name(), on, why, by, at);
    }

    /** The dossier is withdrawn or merged: the step ends with it. */
    void cutOff(DossierState state, LocalDate on, String why, @Nullable Long by, Instant at) {
        close(state.name().toLowerCase(java.util.Locale.ROOT), state.label(), on, why, by, at);
    }

    private void close(String how, String called, LocalDate on, @Nullable String why, @Nullable Long by, Instant at) {
        if (doneAt != null) throw new IllegalStateException("step " + id + " is closed");
        outcome = how;
        outcomeName = called;
        doneOn = on;
        reason = why;
        doneBy = by;
        doneAt = at;
    }

    void voted(int inFavour, int of) {
        votesFor = inFavour;
        votesOf = of;
    }

    void due(@Nullable LocalDate on) {
        dueOn = on;
    }

    public boolean isOpen() {
        return doneAt == null;
    }

    public long id() {
        if (id == null) throw new IllegalStateException("not stored yet");
        return id;
    }

    public long dossierId() {
        return dossierId;
    }

    int position() {
        return position;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public Activity activity() {
        return activity;
    }

    public long holderId() {
        return holderId;
    }

    public LocalDate begunOn() {
        return begunOn;
    }

    public @Nullable LocalDate dueOn() {
        return dueOn;
    }

    public @Nullable LocalDate doneOn() {
        return doneOn;
    }

    public @Nullable String outcome() {
        return outcome;
    }

    @Nullable
    String outcomeName() {
        return outcomeName;
    }

    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    Integer votesFor() {
        return votesFor;
    }

    @Nullable
    Integer votesOf() {
        return votesOf;
    }

    @Nullable
    Long doneBy() {
        return doneBy;
    }
}
