package vn.qppl.appraisal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import vn.qppl.audit.History;
import vn.qppl.drafting.Access;
import vn.qppl.drafting.CaseFile;
import vn.qppl.drafting.Dossier;
import vn.qppl.drafting.Drafting;
import vn.qppl.drafting.StepOpened;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.people.SignedIn;
import vn.qppl.procedure.Activity;
import vn.qppl.procedure.Calendars;
import vn.qppl.procedure.CaseEvent;
import vn.qppl.procedure.Outcome;
import vn.qppl.procedure.Paper;
import vn.qppl.procedure.Share;
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

    private final Appraisals appraisals;
    private final AppraisalNotes notes;
    private final Anchors anchors;
    private final Reports reports;
    private final Access access;
    private final CaseFile caseFile;
    private final Drafting drafting;
    private final Tasks tasks;
    private final OrganisationDirectory directory;
    private final DocumentFiles files;
    private final Calendars calendars;
    private final Audit audit;
    private final History history;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AppraisalDesk(
            Appraisals appraisals,
            AppraisalNotes notes,
            Anchors anchors,
            Reports reports,
            Access access,
            CaseFile caseFile,
            Drafting drafting,
            Tasks tasks,
            OrganisationDirectory directory,
            DocumentFiles files,
            Calendars calendars,
            Audit audit,
            History history,
            TransactionTemplate transaction,
            Clock clock) {
        this.appraisals = appraisals;
        this.notes = notes;
        this.anchors = anchors;
        this.reports = reports;
        this.access = access;
        this.caseFile = caseFile;
        this.drafting = drafting;
        this.tasks = tasks;
        this.directory = directory;
        this.files = files;
        this.calendars = calendars;
        this.audit = audit;
        this.history = history;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener
    void receive(StepOpened opened) {
        if (opened.activity() != Activity.APPRAISE && opened.activity() != Activity.APPRAISE_POLICY) return;
        var received = appraisals.saveAndFlush(
                new Appraisal(opened.dossierId(), opened.stepId(), opened.holderId(), opened.on()));
        audit.record(object(received), "receive", List.of(Change.of("receivedOn", null, opened.on())));
    }

    static boolean isReturn(Outcome outcome) {
        return RETURNS.contains(outcome.code());
    }

    Step step(Dossier dossier, Appraisal appraisal) {
        return caseFile.step(dossier, appraisal.stepId());
    }

    /** The latest round, where the caller may see it: the appraising body always, everybody else when the report is sent. */
    Appraisal readable(Dossier dossier) {
        var me = SignedIn.now();
        return appraisals
                .findFirstByDossierIdOrderByIdDesc(dossier.id())
                .filter(a -> a.bodyId() == me.organisationId()
                        || me.may(Permission.READ_ALL_DOSSIERS)
                        || a.stage() == Stage.SENT)
                .orElseThrow(AppraisalProblem.NO_SUCH_APPRAISAL::asException);
    }

    /** Of the caller's own body, which holds the step now; held until the transaction ends. */
    private Appraisal mine(Dossier dossier) {
        var found = readable(dossier);
        if (!access.holds(dossier) || !Objects.equals(dossier.stepId(), found.stepId()))
            throw vn.qppl.web.WebProblem.NOT_ALLOWED.asException();
        return appraisals.lock(found.id()).orElseThrow();
    }

    private Appraisal mine(Dossier dossier, long version) {
        var appraisal = mine(dossier);
        if (appraisal.version() != version)
            throw AppraisalProblem.CHANGED_MEANWHILE.with(history.conflict(object(appraisal), appraisal.version()));
        return appraisal;
    }

    @Transactional
    public void askForMore(long dossierId, long version, LocalDate on, String what) {
        var appraisal = mine(access.readable(dossierId), version);
        checkDay(appraisal.receivedOn(), on);
        appraisal.askForMore(on, what);
        saved(appraisal, "ask-for-more", List.of(Change.of("on", null, on), Change.of("what", null, what)));
    }

    /** The dossier is complete: from this day the legal time runs. */
    @Transactional
    public void complete(long dossierId, long version, LocalDate on) {
        var dossier = access.readable(dossierId);
        var appraisal = mine(dossier, version);
        checkDay(appraisal.receivedOn(), on);
        var step = step(dossier, appraisal);
        var missing = caseFile.checklist(dossier, step).stream()
                .filter(CaseFile.Checked::isMissing)
                .map(checked -> checked.paper().name())
                .toList();
        if (!missing.isEmpty()) throw AppraisalProblem.DOSSIER_INCOMPLETE.with("missing", String.join("; ", missing));
        int draft = caseFile.draft(dossier).map(CaseFile.Draft::number).orElse(0);
        if (draft == 0 && step.activity() == Activity.APPRAISE) throw AppraisalProblem.NO_DRAFT.asException();
        appraisal.complete(on, draft);
        saved(appraisal, "complete", List.of(Change.of("on", null, on), Change.of("draft", null, draft)));
        drafting.record(
                dossierId,
                step.activity() == Activity.APPRAISE ? CaseEvent.DOSSIER_COMPLETE : CaseEvent.PROPOSAL_DOSSIER_COMPLETE,
                on);
    }

    @Transactional
    public void assign(long dossierId, long version, long officer) {
        var dossier = access.readable(dossierId);
        var appraisal = mine(dossier, version);
        var me = SignedIn.now();
        boolean takes = officer == me.id() && appraisal.officerId() == null;
        if (!takes && !me.may(Permission.ASSIGN_WORK)) throw AppraisalProblem.MAY_NOT_ASSIGN.asException();
        if (directory.colleagues(appraisal.bodyId(), Permission.DO_CASEWORK).stream()
                .noneMatch(colleague -> colleague.id() == officer))
            throw AppraisalProblem.NOT_A_COLLEAGUE.asException();
        var before = appraisal.officerId();
        appraisal.assign(officer);
        tasks.assign(DOSSIER, dossierId, step(dossier, appraisal).code(), officer);
        saved(appraisal, "assign", List.of(Change.of("officerId", before, officer)));
    }

    @Transactional
    public void council(long dossierId, long version, LocalDate on, int members, int present, @Nullable String note) {
        var dossier = access.readable(dossierId);
        var appraisal = mine(dossier, version);
        checkDay(appraisal.receivedOn(), on);
        var step = step(dossier, appraisal);
        for (var share : step.shares())
            if (share.comparison() != Share.Comparison.AT_MOST && !share.isMetBy(Math.min(present, members), members))
                throw AppraisalProblem.NO_QUORUM.with(Map.of("rule", share.name(), "article", share.article()));
        appraisal.council(on, members, present, note);
        saved(
                appraisal,
                "hold-council",
                List.of(
                        Change.of("on", null, on),
                        Change.of("members", null, members),
                        Change.of("present", null, present)));
    }

    @Transactional
    public void concludeSubject(long dossierId, String code, AppraisalNotes.Verdict verdict, String opinion) {
        var dossier = access.readable(dossierId);
        var appraisal = mine(dossier);
        appraisal.checkWritable();
        if (step(dossier, appraisal).subjects().stream().noneMatch(s -> s.code().equals(code)))
            throw AppraisalProblem.NO_SUCH_SUBJECT.asException();
        notes.conclude(appraisal.id(), code, verdict, opinion, SignedIn.now().id());
        audit.record(
                object(appraisal),
                "conclude-subject",
                List.of(
                        Change.of("subject", null, code),
                        Change.of("verdict", null, verdict),
                        Change.of("opinion", null, opinion)));
    }

    @Transactional
    public long remark(
            long dossierId, int draft, String address, String quote, AppraisalNotes.RemarkKind kind, String words) {
        var dossier = access.readable(dossierId);
        var appraisal = mine(dossier);
        appraisal.checkWritable();
        var label = anchors.label(dossier, draft, address, quote);
        long id = notes.remark(
                appraisal.id(),
                draft,
                address,
                label,
                quote,
                kind,
                words,
                SignedIn.now().id());
        audit.record(
                object(appraisal),
                "remark",
                List.of(
                        Change.of("remark", null, id),
                        Change.of("provision", null, label),
                        Change.of("words", null, words)));
        return id;
    }

    @Transactional
    public void undoRemark(long dossierId, long remark) {
        var appraisal = mine(access.readable(dossierId));
        appraisal.checkWritable();
        var found = notes.remark(appraisal.id(), remark).orElseThrow(AppraisalProblem.NO_SUCH_REMARK::asException);
        notes.undo(remark, SignedIn.now().id());
        audit.record(
                object(appraisal),
                "undo-remark",
                List.of(Change.of("remark", remark, null), Change.of("words", found.remark(), null)));
    }

    @Transactional
    public void ask(long dossierId, String agency, LocalDate on, @Nullable LocalDate due) {
        var appraisal = mine(access.readable(dossierId));
        appraisal.checkWritable();
        checkDay(appraisal.receivedOn(), on);
        notes.ask(appraisal.id(), agency, on, due, SignedIn.now().id());
        audit.record(
                object(appraisal),
                "ask-opinion",
                List.of(Change.of("agency", null, agency), Change.of("on", null, on), Change.of("due", null, due)));
    }

    @Transactional
    public void answer(long dossierId, long opinion, LocalDate on, @Nullable String number, String words) {
        var appraisal = mine(access.readable(dossierId));
        checkDay(appraisal.receivedOn(), on);
        if (!notes.answer(
                appraisal.id(), opinion, on, number, words, SignedIn.now().id()))
            throw AppraisalProblem.NO_SUCH_OPINION.asException();
        audit.record(
                object(appraisal),
                "receive-opinion",
                List.of(
                        Change.of("opinion", null, opinion),
                        Change.of("on", null, on),
                        Change.of("number", null, number)));
    }

    /** The officer's conclusion, which then waits for the leader. */
    @Transactional
    public void conclude(long dossierId, long version, String outcome, String words) {
        var dossier = access.readable(dossierId);
        var appraisal = mine(dossier, version);
        var step = step(dossier, appraisal);
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
        saved(appraisal, "conclude", List.of(Change.of("outcome", null, outcome), Change.of("words", null, words)));
    }

    /** Luật 80/2015 khoản 1 Điều 121, khoản 1 Điều 130: the justice body appraises what it drafted itself only with a council. */
    static boolean needsCouncil(Dossier dossier, Step step) {
        return dossier.draftingBodyId() == dossier.justiceBodyId()
                && step.shares().stream().anyMatch(s -> s.code().equals("appraisal-quorum"));
    }

    @Transactional
    public void sendBack(long dossierId, long version, String reason) {
        var appraisal = mine(access.readable(dossierId), version);
        appraisal.sendBack(reason);
        saved(appraisal, "send-back", List.of(Change.of("reason", null, reason)));
    }

    @Transactional
    public void approve(long dossierId, long version) {
        var appraisal = mine(access.readable(dossierId), version);
        appraisal.approve(SignedIn.now().id(), clock.instant());
        saved(appraisal, "approve", List.of(Change.of("approvedBy", null, appraisal.approvedBy())));
    }

    /** The dossier goes back as it came, without a report. */
    @Transactional
    public void giveBack(long dossierId, long version, String outcome, LocalDate on, String reason) {
        var dossier = access.readable(dossierId);
        var appraisal = mine(dossier, version);
        if (step(dossier, appraisal)
                .outcome(outcome)
                .filter(AppraisalDesk::isReturn)
                .isEmpty()) throw AppraisalProblem.NO_SUCH_OUTCOME.asException();
        appraisal.returned(outcome, reason);
        saved(appraisal, "return", List.of(Change.of("outcome", null, outcome), Change.of("reason", null, reason)));
        drafting.appraised(dossierId, outcome, on, reason);
    }

    /** Number and date make the report; its file is stored first, then everything else happens at once. */
    void send(long dossierId, long version, String number, LocalDate on, @Nullable String lateReason)
            throws IOException {
        var dossier = access.readable(dossierId);
        var seen = readable(dossier);
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
            var held = access.readable(dossierId);
            var appraisal = mine(held, version);
            checkDay(Objects.requireNonNullElse(appraisal.completeOn(), appraisal.receivedOn()), on);
            var step = step(held, appraisal);
            appraisal.sent(number, on, stored.sha256(), due, lateReason);
            saved(
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

    /** After signature: what became of a remark. */
    @Transactional
    public void decide(long dossierId, long remark, AppraisalNotes.Fate fate, @Nullable String note) {
        var dossier = access.readable(dossierId);
        var appraisal = readable(dossier);
        if (appraisal.bodyId() != SignedIn.now().organisationId())
            throw vn.qppl.web.WebProblem.NOT_ALLOWED.asException();
        if (dossier.signedSha256() == null) throw AppraisalProblem.NOT_SIGNED.asException();
        var before = notes.remark(appraisal.id(), remark).orElseThrow(AppraisalProblem.NO_SUCH_REMARK::asException);
        notes.decide(remark, fate, note, SignedIn.now().id());
        audit.record(
                object(appraisal),
                "decide-remark",
                List.of(
                        Change.of("remark", null, remark),
                        Change.of("fate", before.fate(), fate),
                        Change.of("note", before.fateNote(), note)));
    }

    private void checkDay(LocalDate from, LocalDate on) {
        var today = calendars.today();
        if (on.isBefore(from) || on.isAfter(today))
            throw vn.qppl.drafting.DraftingProblem.DAY_OUT_OF_RANGE.with(
                    Map.of("from", from.toString(), "to", today.toString()));
    }

    private void saved(Appraisal appraisal, String action, List<Change> changes) {
        appraisals.saveAndFlush(appraisal);
        audit.record(object(appraisal), action, changes);
    }

    static String object(Appraisal appraisal) {
        return "appraisal:" + appraisal.id();
    }
}
