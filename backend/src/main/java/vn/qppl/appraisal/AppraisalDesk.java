package vn.qppl.appraisal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.attachment.FileStore;
import vn.qppl.audit.Audit;
import vn.qppl.audit.Audit.Change;
import vn.qppl.drafting.Access;
import vn.qppl.drafting.CaseFile;
import vn.qppl.drafting.Dossier;
import vn.qppl.drafting.Drafting;
import vn.qppl.drafting.StepOpened;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.people.SignedIn;
import vn.qppl.procedure.Activity;
import vn.qppl.procedure.CaseEvent;
import vn.qppl.procedure.Outcome;
import vn.qppl.procedure.Paper;
import vn.qppl.procedure.Step;
import vn.qppl.web.Permission;
import vn.qppl.work.Tasks;

/** What is done at the appraisal desk, from receipt to the report. */
@Service
class AppraisalDesk {
    private static final String DOSSIER = "dossier";
    private static final String REPORT_NAME = "Bao-cao-tham-dinh.docx";
    private static final long LARGEST_REPORT = 50L << 20;

    /** Ends of the step that are no conclusion: the dossier goes back as it came. */
    private static final List<String> RETURNS = List.of("returned", "answered");

    private final AppraisalAccess held;
    private final Appraisals appraisals;
    private final AppraisalNotes notes;
    private final Reports reports;
    private final Access access;
    private final CaseFile caseFile;
    private final Drafting drafting;
    private final Tasks tasks;
    private final OrganisationDirectory directory;
    private final DocumentFiles files;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AppraisalDesk(
            AppraisalAccess held,
            Appraisals appraisals,
            AppraisalNotes notes,
            Reports reports,
            Access access,
            CaseFile caseFile,
            Drafting drafting,
            Tasks tasks,
            OrganisationDirectory directory,
            DocumentFiles files,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.held = held;
        this.appraisals = appraisals;
        this.notes = notes;
        this.reports = reports;
        this.access = access;
        this.caseFile = caseFile;
        this.drafting = drafting;
        this.tasks = tasks;
        this.directory = directory;
        this.files = files;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener
    void receive(StepOpened opened) {
        if (opened.activity() != Activity.APPRAISE && opened.activity() != Activity.APPRAISE_POLICY) return;
        var received = appraisals.saveAndFlush(
                new Appraisal(opened.dossierId(), opened.stepId(), opened.holderId(), opened.on()));
        audit.record(AppraisalAccess.object(received), "receive", List.of(Change.of("receivedOn", null, opened.on())));
    }

    static boolean isReturn(Outcome outcome) {
        return RETURNS.contains(outcome.code());
    }

    @Transactional
    public void askForMore(long dossierId, long version, LocalDate on, String what) {
        var appraisal = held.mine(access.readable(dossierId), version);
        held.checkDay(appraisal.receivedOn(), on);
        appraisal.askForMore(on, what);
        held.saved(appraisal, "ask-for-more", List.of(Change.of("on", null, on), Change.of("what", null, what)));
    }

    /** The dossier is complete: from this day the legal time runs. */
    @Transactional
    public void complete(long dossierId, long version, LocalDate on) {
        var dossier = access.readable(dossierId);
        var appraisal = held.mine(dossier, version);
        held.checkDay(appraisal.receivedOn(), on);
        var step = held.step(dossier, appraisal);
        var missing = caseFile.checklist(dossier, step).stream()
                .filter(CaseFile.Checked::isMissing)
                .map(checked -> checked.paper().name())
                .toList();
        if (!missing.isEmpty()) throw AppraisalProblem.DOSSIER_INCOMPLETE.with("missing", String.join("; ", missing));
        int draft = caseFile.draft(dossier).map(CaseFile.Draft::number).orElse(0);
        if (draft == 0 && step.activity() == Activity.APPRAISE) throw AppraisalProblem.NO_DRAFT.asException();
        appraisal.complete(on, draft);
        held.saved(appraisal, "complete", List.of(Change.of("on", null, on), Change.of("draft", null, draft)));
        drafting.record(
                dossierId,
                step.activity() == Activity.APPRAISE ? CaseEvent.DOSSIER_COMPLETE : CaseEvent.PROPOSAL_DOSSIER_COMPLETE,
                on);
    }

    @Transactional
    public void assign(long dossierId, long version, long officer) {
        var dossier = access.readable(dossierId);
        var appraisal = held.mine(dossier, version);
        var me = SignedIn.now();
        boolean takes = officer == me.id() && appraisal.officerId() == null;
        if (!takes && !me.may(Permission.ASSIGN_WORK)) throw AppraisalProblem.MAY_NOT_ASSIGN.asException();
        if (directory.colleagues(appraisal.bodyId(), Permission.DO_CASEWORK).stream()
                .noneMatch(colleague -> colleague.id() == officer))
            throw AppraisalProblem.NOT_A_COLLEAGUE.asException();
        var before = appraisal.officerId();
        appraisal.assign(officer);
        tasks.assign(DOSSIER, dossierId, held.step(dossier, appraisal).code(), officer);
        held.saved(appraisal, "assign", List.of(Change.of("officerId", before, officer)));
    }

    /** The officer's conclusion, which then waits for the leader. */
    @Transactional
    public void conclude(long dossierId, long version, String outcome, String words) {
        var dossier = access.readable(dossierId);
        var appraisal = held.mine(dossier, version);
        var step = held.step(dossier, appraisal);
        if (step.outcome(outcome).filter(o -> !isReturn(o)).isEmpty())
            throw AppraisalProblem.NO_SUCH_OUTCOME.asException();
        var concluded = notes.concluded(appraisal.id());
        var missing = step.subjects().stream()
                .filter(s -> s.when() == null)
                .filter(s -> concluded.stream().noneMatch(c -> c.code().equals(s.code())))
                .map(s -> s.name())
                .toList();
        if (!missing.isEmpty()) throw AppraisalProblem.SUBJECTS_MISSING.with("missing", String.join("; ", missing));
        if (needsCouncil(dossier, step) && appraisal.councilOn() == null)
            throw AppraisalProblem.COUNCIL_NEEDED.asException();
        appraisal.conclude(outcome, words, SignedIn.now().id(), clock.instant());
        held.saved(
                appraisal, "conclude", List.of(Change.of("outcome", null, outcome), Change.of("words", null, words)));
    }

    /** Luật 80/2015 khoản 1 Điều 121, khoản 1 Điều 130: the justice body appraises what it drafted itself only with a council. */
    static boolean needsCouncil(Dossier dossier, Step step) {
        return dossier.draftingBodyId() == dossier.justiceBodyId()
                && step.shares().stream().anyMatch(s -> s.code().equals("appraisal-quorum"));
    }

    @Transactional
    public void sendBack(long dossierId, long version, String reason) {
        var appraisal = held.mine(access.readable(dossierId), version);
        appraisal.sendBack(reason);
        held.saved(appraisal, "send-back", List.of(Change.of("reason", null, reason)));
    }

    @Transactional
    public void approve(long dossierId, long version) {
        var appraisal = held.mine(access.readable(dossierId), version);
        appraisal.approve(SignedIn.now().id(), clock.instant());
        held.saved(appraisal, "approve", List.of(Change.of("approvedBy", null, appraisal.approvedBy())));
    }

    /** The dossier goes back as it came, without a report. */
    @Transactional
    public void giveBack(long dossierId, long version, String outcome, LocalDate on, String reason) {
        var dossier = access.readable(dossierId);
        var appraisal = held.mine(dossier, version);
        if (held.step(dossier, appraisal)
                .outcome(outcome)
                .filter(AppraisalDesk::isReturn)
                .isEmpty()) throw AppraisalProblem.NO_SUCH_OUTCOME.asException();
        appraisal.returned(outcome, reason);
        held.saved(
                appraisal, "return", List.of(Change.of("outcome", null, outcome), Change.of("reason", null, reason)));
        drafting.appraised(dossierId, outcome, on, reason);
    }

    /** Number and date make the report; its file is stored first, then everything else happens at once. */
    void send(long dossierId, long version, String number, LocalDate on, @Nullable String lateReason)
            throws IOException {
        var dossier = access.readable(dossierId);
        var seen = held.readable(dossier);
        if (seen.stage() != Stage.APPROVED)
            throw AppraisalProblem.WRONG_STAGE.with("stage", seen.stage().label());
        var due = dossier.dueOn();
        if (due != null && on.isAfter(due) && (lateReason == null || lateReason.isBlank()))
            throw AppraisalProblem.LATE_REASON_NEEDED.with("due", due.toString());
        var bytes = reports.make(dossier, seen, number, on);
        FileStore.Stored stored;
        try {
            stored = files.store(new ByteArrayInputStream(bytes), LARGEST_REPORT);
        } catch (FileStore.NotStored e) {
            throw AppraisalProblem.DISK_FULL.asException();
        }
        transaction.executeWithoutResult(status -> {
            var now = access.readable(dossierId);
            var appraisal = held.mine(now, version);
            held.checkDay(Objects.requireNonNullElse(appraisal.completeOn(), appraisal.receivedOn()), on);
            var step = held.step(now, appraisal);
            appraisal.sent(number, on, stored.sha256(), due, lateReason);
            held.saved(
                    appraisal,
                    "send",
                    List.of(
                            Change.of("number", null, number),
                            Change.of("on", null, on),
                            Change.of("sha256", null, stored.sha256()),
                            Change.of("lateReason", null, lateReason)));
            var paper = step.produces().stream()
                    .filter(p -> p.symbol() != null)
                    .findFirst()
                    .or(() -> step.produces().stream().findFirst());
            drafting.addMade(
                    dossierId,
                    paper.map(Paper::code).orElse("appraisal-report"),
                    paper.map(Paper::name).orElse("Báo cáo thẩm định"),
                    number,
                    on,
                    stored.sha256(),
                    REPORT_NAME,
                    stored.size());
            drafting.appraised(dossierId, Objects.requireNonNull(appraisal.outcome()), on, appraisal.conclusion());
        });
    }
}
