package vn.qppl.appraisal;

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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One round of appraisal. Officer concludes, leader approves, never the same person; the report is sent with number and date. */
@Entity
@Table(name = "appraisal")
class Appraisal {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    private long dossierId;
    private long stepId;
    private long bodyId;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private LocalDate receivedOn;
    private @Nullable LocalDate askedOn;
    private @Nullable String askedFor;
    private @Nullable LocalDate completeOn;
    private @Nullable Long officerId;
    private @Nullable Integer draftNumber;
    private @Nullable LocalDate councilOn;
    private @Nullable Integer councilMembers;
    private @Nullable Integer councilPresent;
    private @Nullable String councilNote;
    private @Nullable String outcome;
    private @Nullable String conclusion;
    private @Nullable Long concludedBy;
    private @Nullable Instant concludedAt;
    private @Nullable String sentBackReason;
    private @Nullable Long approvedBy;
    private @Nullable Instant approvedAt;
    private @Nullable String reportNumber;
    private @Nullable LocalDate reportOn;
    private @Nullable String reportSha256;
    private @Nullable LocalDate dueOn;
    private @Nullable String lateReason;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Appraisal() {}

    Appraisal(long dossierId, long stepId, long bodyId, LocalDate receivedOn) {
        this.dossierId = dossierId;
        this.stepId = stepId;
        this.bodyId = bodyId;
        this.receivedOn = receivedOn;
        this.stage = Stage.RECEIVED;
    }

    void askForMore(LocalDate on, String what) {
        from(Stage.RECEIVED, Stage.ASKED);
        stage = Stage.ASKED;
        askedOn = on;
        askedFor = what;
    }

    /** From this day the legal time runs. @param draft number of the draft that is appraised */
    void complete(LocalDate on, int draft) {
        from(Stage.RECEIVED, Stage.ASKED);
        stage = Stage.COMPLETE;
        completeOn = on;
        draftNumber = draft;
    }

    void assign(long officer) {
        if (!stage.isOpen()) throw wrongStage();
        officerId = officer;
    }

    void council(LocalDate on, int members, int present, @Nullable String note) {
        from(Stage.COMPLETE);
        councilOn = on;
        councilMembers = members;
        councilPresent = present;
        councilNote = note;
    }

    /** While it is written; a conclusion that waits for approval is not changed under the leader's eyes. */
    void checkWritable() {
        from(Stage.RECEIVED, Stage.ASKED, Stage.COMPLETE);
    }

    void conclude(String how, String words, long by, Instant at) {
        from(Stage.COMPLETE);
        stage = Stage.CONCLUDED;
        outcome = how;
        conclusion = words;
        concludedBy = by;
        concludedAt = at;
        sentBackReason = null;
    }

    void sendBack(String why) {
        from(Stage.CONCLUDED);
        stage = Stage.COMPLETE;
        sentBackReason = why;
    }

    void approve(long by, Instant at) {
        from(Stage.CONCLUDED);
        if (isWorkOf(by)) throw AppraisalProblem.OWN_WORK.asException();
        stage = Stage.APPROVED;
        approvedBy = by;
        approvedAt = at;
    }

    boolean isWorkOf(long person) {
        return Objects.equals(officerId, person) || Objects.equals(concludedBy, person);
    }

    void sent(String number, LocalDate on, String sha256, @Nullable LocalDate due, @Nullable String late) {
        from(Stage.APPROVED);
        stage = Stage.SENT;
        reportNumber = number;
        reportOn = on;
        reportSha256 = sha256;
        dueOn = due;
        lateReason = late;
    }

    void returned(String how, String why) {
        from(Stage.RECEIVED, Stage.ASKED, Stage.COMPLETE);
        stage = Stage.RETURNED;
        outcome = how;
        conclusion = why;
    }

    private void from(Stage... allowed) {
        for (var one : allowed) if (stage == one) return;
        throw wrongStage();
    }

    private vn.qppl.web.ProblemException wrongStage() {
        return AppraisalProblem.WRONG_STAGE.with("stage", stage.label());
    }

    long id() {
        if (id == null) throw new IllegalStateException("not stored yet");
        return id;
    }

    long version() {
        return version;
    }

    long dossierId() {
        return dossierId;
    }

    long stepId() {
        return stepId;
    }

    long bodyId() {
        return bodyId;
    }

    Stage stage() {
        return stage;
    }

    LocalDate receivedOn() {
        return receivedOn;
    }

    @Nullable
    LocalDate askedOn() {
        return askedOn;
    }

    @Nullable
    String askedFor() {
        return askedFor;
    }

    @Nullable
    LocalDate completeOn() {
        return completeOn;
    }

    @Nullable
    Long officerId() {
        return officerId;
    }

    @Nullable
    Integer draftNumber() {
        return draftNumber;
    }

    @Nullable
    LocalDate councilOn() {
        return councilOn;
    }

    @Nullable
    Integer councilMembers() {
        return councilMembers;
    }

    @Nullable
    Integer councilPresent() {
        return councilPresent;
    }

    @Nullable
    String councilNote() {
        return councilNote;
    }

    @Nullable
    String outcome() {
        return outcome;
    }

    @Nullable
    String conclusion() {
        return conclusion;
    }

    @Nullable
    Long concludedBy() {
        return concludedBy;
    }

    @Nullable
    String sentBackReason() {
        return sentBackReason;
    }

    @Nullable
    Long approvedBy() {
        return approvedBy;
    }

    @Nullable
    String reportNumber() {
        return reportNumber;
    }

    @Nullable
    LocalDate reportOn() {
        return reportOn;
    }

    @Nullable
    LocalDate dueOn() {
        return dueOn;
    }

    @Nullable
    String lateReason() {
        return lateReason;
    }
}
