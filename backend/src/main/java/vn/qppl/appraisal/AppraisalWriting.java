package vn.qppl.appraisal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.qppl.audit.Audit;
import vn.qppl.audit.Audit.Change;
import vn.qppl.drafting.Access;
import vn.qppl.people.SignedIn;
import vn.qppl.procedure.Share;

/** What is written during an appraisal: conclusions on each subject, remarks and what became of them, opinions, the council. */
@Service
class AppraisalWriting {
    private final AppraisalAccess held;
    private final AppraisalNotes notes;
    private final Anchors anchors;
    private final Access access;
    private final Audit audit;

    AppraisalWriting(AppraisalAccess held, AppraisalNotes notes, Anchors anchors, Access access, Audit audit) {
        this.held = held;
        this.notes = notes;
        this.anchors = anchors;
        this.access = access;
        this.audit = audit;
    }

    @Transactional
    public void council(long dossierId, long version, LocalDate on, int members, int present, @Nullable String note) {
        var dossier = access.readable(dossierId);
        var appraisal = held.mine(dossier, version);
        held.checkDay(appraisal.receivedOn(), on);
        var step = held.step(dossier, appraisal);
        for (var share : step.shares())
            if (share.comparison() != Share.Comparison.AT_MOST && !share.isMetBy(Math.min(present, members), members))
                throw AppraisalProblem.NO_QUORUM.with(Map.of("rule", share.name(), "article", share.article()));
        appraisal.council(on, members, present, note);
        held.saved(
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
        var appraisal = held.mine(dossier);
        appraisal.checkWritable();
        if (held.step(dossier, appraisal).subjects().stream()
                .noneMatch(s -> s.code().equals(code))) throw AppraisalProblem.NO_SUCH_SUBJECT.asException();
        notes.conclude(appraisal.id(), code, verdict, opinion, SignedIn.now().id());
        audit.record(
                AppraisalAccess.object(appraisal),
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
        var appraisal = held.mine(dossier);
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
                AppraisalAccess.object(appraisal),
                "remark",
                List.of(
                        Change.of("remark", null, id),
                        Change.of("provision", null, label),
                        Change.of("words", null, words)));
        return id;
    }

    @Transactional
    public void undoRemark(long dossierId, long remark) {
        var appraisal = held.mine(access.readable(dossierId));
        appraisal.checkWritable();
        var found = notes.remark(appraisal.id(), remark).orElseThrow(AppraisalProblem.NO_SUCH_REMARK::asException);
        notes.undo(remark, SignedIn.now().id());
        audit.record(
                AppraisalAccess.object(appraisal),
                "undo-remark",
                List.of(Change.of("remark", remark, null), Change.of("words", found.remark(), null)));
    }

    @Transactional
    public void ask(long dossierId, String agency, LocalDate on, @Nullable LocalDate due) {
        var appraisal = held.mine(access.readable(dossierId));
        appraisal.checkWritable();
        held.checkDay(appraisal.receivedOn(), on);
        notes.ask(appraisal.id(), agency, on, due, SignedIn.now().id());
        audit.record(
                AppraisalAccess.object(appraisal),
                "ask-opinion",
                List.of(Change.of("agency", null, agency), Change.of("on", null, on), Change.of("due", null, due)));
    }

    @Transactional
    public void answer(long dossierId, long opinion, LocalDate on, @Nullable String number, String words) {
        var appraisal = held.mine(access.readable(dossierId));
        held.checkDay(appraisal.receivedOn(), on);
        if (!notes.answer(
                appraisal.id(), opinion, on, number, words, SignedIn.now().id()))
            throw AppraisalProblem.NO_SUCH_OPINION.asException();
        audit.record(
                AppraisalAccess.object(appraisal),
                "receive-opinion",
                List.of(
                        Change.of("opinion", null, opinion),
                        Change.of("on", null, on),
                        Change.of("number", null, number)));
    }

    /** After signature: what became of a remark. */
    @Transactional
    public void decide(long dossierId, long remark, AppraisalNotes.Fate fate, @Nullable String note) {
        var dossier = access.readable(dossierId);
        var appraisal = held.readable(dossier);
        if (appraisal.bodyId() != SignedIn.now().organisationId())
            throw vn.qppl.web.WebProblem.NOT_ALLOWED.asException();
        if (dossier.signedSha256() == null) throw AppraisalProblem.NOT_SIGNED.asException();
        var before = notes.remark(appraisal.id(), remark).orElseThrow(AppraisalProblem.NO_SUCH_REMARK::asException);
        notes.decide(remark, fate, note, SignedIn.now().id());
        audit.record(
                AppraisalAccess.object(appraisal),
                "decide-remark",
                List.of(
                        Change.of("remark", null, remark),
                        Change.of("fate", before.fate(), fate),
                        Change.of("note", before.fateNote(), note)));
    }
}
