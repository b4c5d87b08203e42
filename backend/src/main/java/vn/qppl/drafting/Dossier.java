package vn.qppl.drafting;

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
import vn.qppl.people.OrganisationLevel;
import vn.qppl.procedure.Activity;
import vn.qppl.procedure.DocumentForm;
import vn.qppl.procedure.Outcome;
import vn.qppl.procedure.Procedure;
import vn.qppl.procedure.ProcedureKind;
import vn.qppl.procedure.ResponsibleBody;
import vn.qppl.procedure.Step;

/** A draft and its way. Its steps are rows of their own ({@link CaseStep}); here is the one it is in. */
@Entity
@Table(name = "dossier")
public class Dossier {
    /** Due key of what is not due. */
    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private DocumentForm form;

    @Enumerated(EnumType.STRING)
    private OrganisationLevel level;

    @Enumerated(EnumType.STRING)
    private ProcedureKind kind;

    private String title;
    private @Nullable String field;
    private String purpose;
    private LocalDate registeredOn;
    private @Nullable LocalDate plannedOn;
    private @Nullable Integer programmeYear;
    private long draftingBodyId;
    private long justiceBodyId;
    private long officeId;
    private @Nullable Long councilOfficeId;
    private String procedureCode;
    private int procedureNumber;
    private String regime;
    private String choiceWhy;
    private String choiceArticle;

    @Enumerated(EnumType.STRING)
    private DossierState state;

    private @Nullable Long stepId;
    private @Nullable String stepCode;

    @Enumerated(EnumType.STRING)
    private @Nullable Activity activity;

    private @Nullable Long holderId;
    private LocalDate dueKey;
    private @Nullable LocalDate riskFrom;
    private @Nullable LocalDate lastSafeDay;
    private @Nullable String dueRule;
    private @Nullable String dueArticle;
    private @Nullable Long mergedInto;
    private @Nullable String signedNumber;
    private @Nullable LocalDate signedOn;
    private @Nullable String signedSha256;
    private long officerId;
    private Instant createdAt;

    /** What an agency registers. */
    public record Registration(
            DocumentForm form,
            OrganisationLevel level,
            ProcedureKind kind,
            String title,
            @Nullable String field,
            String purpose,
            LocalDate registeredOn,
            @Nullable LocalDate plannedOn,
            @Nullable Integer programmeYear) {}

    /** What the current step must be done by, as {@link vn.qppl.procedure.Deadline} counts it: {@code rule} is its sentence. */
    record Due(LocalDate on, LocalDate riskFrom, LocalDate lastSafeDay, String rule, String article) {}

    /**
     * The bodies that act in a dossier.
     *
     * @param councilOffice null where the committee's office serves the council too, as in communes
     */
    public record Bodies(
            long drafting,
            long justice,
            long office,
            @Nullable Long councilOffice) {}

    /** The procedure a dossier follows, by code and version, and why. */
    public record Following(String code, int number, String regime, String why, String article) {}

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Dossier() {}

    Dossier(Registration facts, Bodies bodies, Following following, long officerId, Instant now) {
        this.form = facts.form();
        this.level = facts.level();
        this.kind = facts.kind();
        this.title = facts.title();
        this.field = facts.field();
        this.purpose = facts.purpose();
        this.registeredOn = facts.registeredOn();
        this.plannedOn = facts.plannedOn();
        this.programmeYear = facts.programmeYear();
        this.draftingBodyId = bodies.drafting();
        this.justiceBodyId = bodies.justice();
        this.officeId = bodies.office();
        this.councilOfficeId = bodies.councilOffice();
        this.procedureCode = following.code();
        this.procedureNumber = following.number();
        this.regime = following.regime();
        this.choiceWhy = following.why();
        this.choiceArticle = following.article();
        this.state = DossierState.OPEN;
        this.dueKey = NEVER;
        this.officerId = officerId;
        this.createdAt = now;
    }

    /** Which body has a step of this function. What the committee or its chairman decides, its office records; likewise the council's. */
    long bodyFor(ResponsibleBody body) {
        return switch (body) {
            case PROPOSING_BODY, DRAFTING_BODY -> draftingBodyId;
            case JUSTICE_BODY -> justiceBodyId;
            case COMMITTEE_OFFICE, COMMITTEE, CHAIRMAN -> officeId;
            // a dossier has a council's office where the council issues
            case COUNCIL_STANDING_BODY, COUNCIL_BOARD, COUNCIL, COUNCIL_CHAIRMAN, ISSUER_OFFICE ->
                councilOfficeId == null ? officeId : councilOfficeId;
        };
    }

    void enter(CaseStep step) {
        stepId = step.id();
        stepCode = step.code();
        activity = step.activity();
        holderId = step.holderId();
        due(null);
    }

    /** @param due null where nothing is due */
    void due(@Nullable Due due) {
        dueKey = due == null ? NEVER : due.on();
        riskFrom = due == null ? null : due.riskFrom();
        lastSafeDay = due == null ? null : due.lastSafeDay();
        dueRule = due == null ? null : due.rule();
        dueArticle = due == null ? null : due.article();
    }

    /** After a step: back to an earlier one, onward, or over. */
    void moved(Procedure procedure, Step from, Outcome outcome, @Nullable Step to) {
        if (to == null) {
            leave();
            if (state != DossierState.ISSUED) state = DossierState.ENDED;
            return;
        }
        if (state == DossierState.ISSUED) return;
        boolean back = procedure.steps().indexOf(to) < procedure.steps().indexOf(from);
        state = back && outcome.reasonRequired() ? DossierState.RETURNED : DossierState.OPEN;
    }

    void signed(String number, LocalDate on, String sha256) {
        signedNumber = number;
        signedOn = on;
        signedSha256 = sha256;
        state = DossierState.ISSUED;
    }

    void withdraw() {
        leave();
        state = DossierState.WITHDRAWN;
    }

    void mergeInto(long other) {
        leave();
        mergedInto = other;
        state = DossierState.MERGED;
    }

    private void leave() {
        stepId = null;
        stepCode = null;
        activity = null;
        holderId = null;
        due(null);
    }

    /** Whether anything is left to do in it. */
    public boolean isOpen() {
        return stepId != null;
    }

    public long id() {
        if (id == null) throw new IllegalStateException("not stored yet");
        return id;
    }

    public long version() {
        return version;
    }

    public DocumentForm form() {
        return form;
    }

    public OrganisationLevel level() {
        return level;
    }

    public ProcedureKind kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    public @Nullable String field() {
        return field;
    }

    public String purpose() {
        return purpose;
    }

    public LocalDate registeredOn() {
        return registeredOn;
    }

    public @Nullable LocalDate plannedOn() {
        return plannedOn;
    }

    public @Nullable Integer programmeYear() {
        return programmeYear;
    }

    public long draftingBodyId() {
        return draftingBodyId;
    }

    public long justiceBodyId() {
        return justiceBodyId;
    }

    public long officeId() {
        return officeId;
    }

    public String procedureCode() {
        return procedureCode;
    }

    public int procedureNumber() {
        return procedureNumber;
    }

    public String regime() {
        return regime;
    }

    String choiceWhy() {
        return choiceWhy;
    }

    String choiceArticle() {
        return choiceArticle;
    }

    public DossierState state() {
        return state;
    }

    /** Null when nothing is left to do. */
    public @Nullable Long stepId() {
        return stepId;
    }

    public @Nullable String stepCode() {
        return stepCode;
    }

    public @Nullable Activity activity() {
        return activity;
    }

    public @Nullable Long holderId() {
        return holderId;
    }

    /** Null where nothing is due. */
    public @Nullable LocalDate dueOn() {
        return dueKey.equals(NEVER) ? null : dueKey;
    }

    public @Nullable Long mergedInto() {
        return mergedInto;
    }

    public @Nullable String signedNumber() {
        return signedNumber;
    }

    public @Nullable LocalDate signedOn() {
        return signedOn;
    }

    public @Nullable String signedSha256() {
        return signedSha256;
    }

    /** Who registered it, and answers for it in the drafting body. */
    public long officerId() {
        return officerId;
    }

    Instant createdAt() {
        return createdAt;
    }
}
