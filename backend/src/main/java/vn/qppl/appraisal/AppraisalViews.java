package vn.qppl.appraisal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.qppl.attachment.Readings;
import vn.qppl.drafting.CaseFile;
import vn.qppl.drafting.Dossier;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.people.SignedIn;
import vn.qppl.procedure.Certainty;
import vn.qppl.procedure.Step;
import vn.qppl.structure.LegalText;
import vn.qppl.web.Permission;

/** An appraisal as the desk shows it. */
@Component
class AppraisalViews {
    private final AppraisalAccess held;
    private final AppraisalNotes notes;
    private final Anchors anchors;
    private final CaseFile caseFile;
    private final Readings readings;
    private final OrganisationDirectory directory;

    AppraisalViews(
            AppraisalAccess held,
            AppraisalNotes notes,
            Anchors anchors,
            CaseFile caseFile,
            Readings readings,
            OrganisationDirectory directory) {
        this.held = held;
        this.notes = notes;
        this.anchors = anchors;
        this.caseFile = caseFile;
        this.readings = readings;
        this.directory = directory;
    }

    record OfficerView(long id, String displayName) {}

    record RequiredPaperView(
            String code,
            String name,
            boolean required,
            @Nullable String condition,
            String article,
            boolean recalled,
            boolean there) {}

    record SubjectView(
            String code,
            String name,
            @Nullable String condition,
            String article,
            boolean recalled,
            AppraisalNotes.@Nullable Verdict verdict,
            @Nullable String verdictLabel,
            @Nullable String opinion,
            @Nullable String by,
            @Nullable Instant at) {}

    /**
     * @param inSignedText whether the words it was about still stand in the signed text: a hint, not a judgement; null while there is none
     * @param fate what a person found
     */
    record RemarkView(
            long id,
            int draftNumber,
            String address,
            String label,
            String quote,
            AppraisalNotes.RemarkKind kind,
            String kindLabel,
            String remark,
            String by,
            Instant at,
            @Nullable Boolean inSignedText,
            AppraisalNotes.@Nullable Fate fate,
            @Nullable String fateLabel,
            @Nullable String fateNote,
            @Nullable String fateBy) {}

    record ConclusionView(String code, String name, boolean returns, boolean recalled) {}

    record CouncilView(
            LocalDate on,
            int members,
            int present,
            @Nullable String note) {}

    /** An action that the caller's right would allow, and why it is not to be had now. */
    record RefusalView(String action, String why) {}

    /**
     * @param stepArticle the article of the step itself
     * @param councilRules shares that the law asks for, each with its article
     */
    record AppraisalView(
            long id,
            long version,
            long dossierId,
            String dossierTitle,
            String body,
            String draftingBody,
            String stepName,
            String stepArticle,
            Stage stage,
            String stageLabel,
            LocalDate receivedOn,
            @Nullable LocalDate askedOn,
            @Nullable String askedFor,
            @Nullable LocalDate completeOn,
            @Nullable LocalDate dueOn,
            @Nullable OfficerView officer,
            @Nullable Integer draftNumber,
            List<RequiredPaperView> papers,
            boolean councilNeeded,
            List<String> councilRules,
            @Nullable CouncilView council,
            List<SubjectView> subjects,
            List<RemarkView> remarks,
            List<AppraisalNotes.Opinion> opinions,
            List<ConclusionView> conclusions,
            @Nullable String outcome,
            @Nullable String outcomeName,
            @Nullable String conclusion,
            @Nullable String concludedBy,
            @Nullable String sentBackReason,
            @Nullable String approvedBy,
            @Nullable String reportNumber,
            @Nullable LocalDate reportOn,
            @Nullable String lateReason,
            List<OfficerView> colleagues,
            List<String> actions,
            List<RefusalView> refused) {}

    record ProvisionView(String address, String label, int start, int end, int depth) {}

    /** @param provisions offsets are UTF-16 units of {@code text} */
    record DraftTextView(int number, String text, List<ProvisionView> provisions) {}

    DraftTextView draft(Dossier dossier) {
        var appraisal = held.readable(dossier);
        int number = Anchors.appraised(dossier, appraisal, caseFile);
        var text = anchors.text(dossier, number);
        return new DraftTextView(
                number,
                text.text(),
                Anchors.places(text).stream()
                        .map(p -> new ProvisionView(p.address(), p.label(), p.start(), p.end(), p.depth()))
                        .toList());
    }

    AppraisalView of(Dossier dossier) {
        var a = held.readable(dossier);
        var step = held.step(dossier, a);
        var officer = a.officerId();
        var council = a.councilOn();
        boolean holds = held.holds(dossier, a);
        return new AppraisalView(
                a.id(),
                a.version(),
                dossier.id(),
                dossier.title(),
                directory.get(a.bodyId()).name(),
                directory.get(dossier.draftingBodyId()).name(),
                step.name(),
                step.article(),
                a.stage(),
                a.stage().label(),
                a.receivedOn(),
                a.askedOn(),
                a.askedFor(),
                a.completeOn(),
                holds ? dossier.dueOn() : a.dueOn(),
                officer == null ? null : new OfficerView(officer, directory.personName(officer)),
                a.draftNumber(),
                caseFile.checklist(dossier, step).stream()
                        .map(c -> new RequiredPaperView(
                                c.paper().code(),
                                c.paper().name(),
                                c.paper().required(),
                                c.paper().when(),
                                c.paper().article(),
                                c.paper().certainty() == Certainty.RECALLED,
                                c.there()))
                        .toList(),
                AppraisalDesk.needsCouncil(dossier, step),
                step.shares().stream()
                        .map(share -> share.name() + " (" + share.article() + ")")
                        .toList(),
                council == null
                        ? null
                        : new CouncilView(
                                council,
                                Objects.requireNonNull(a.councilMembers()),
                                Objects.requireNonNull(a.councilPresent()),
                                a.councilNote()),
                subjects(step, a),
                remarks(dossier, a),
                notes.opinions(a.id()),
                step.outcomes().stream()
                        .map(o -> new ConclusionView(
                                o.code(), o.name(), AppraisalDesk.isReturn(o), o.certainty() == Certainty.RECALLED))
                        .toList(),
                a.outcome(),
                a.outcome() == null
                        ? null
                        : step.outcome(Objects.requireNonNull(a.outcome()))
                                .map(o -> o.name())
                                .orElse(null),
                a.conclusion(),
                person(a.concludedBy()),
                a.sentBackReason(),
                person(a.approvedBy()),
                a.reportNumber(),
                a.reportOn(),
                a.lateReason(),
                holds && SignedIn.now().may(Permission.ASSIGN_WORK)
                        ? directory.colleagues(a.bodyId(), Permission.DO_CASEWORK).stream()
                                .map(c -> new OfficerView(c.id(), c.displayName()))
                                .toList()
                        : List.of(),
                actions(dossier, a, holds),
                refused(dossier, step, a, holds));
    }

    /** What a person here would look for and does not find among the actions. */
    private List<RefusalView> refused(Dossier dossier, Step step, Appraisal a, boolean holds) {
        var me = SignedIn.now();
        if (!holds) return List.of();
        var refused = new ArrayList<RefusalView>();
        if (a.stage() == Stage.CONCLUDED) {
            if (!me.may(Permission.APPROVE_APPRAISALS))
                refused.add(new RefusalView("approve", "Chờ lãnh đạo cơ quan thẩm định duyệt."));
            else if (a.isWorkOf(me.id()))
                refused.add(
                        new RefusalView(
                                "approve",
                                "Ông, bà đã thẩm định hoặc kết luận hồ sơ này nên không duyệt được; cần một lãnh đạo khác duyệt."));
        }
        if (a.stage() == Stage.RECEIVED || a.stage() == Stage.ASKED)
            refused.add(new RefusalView(
                    "conclude", "Xác nhận hồ sơ đủ trước khi kết luận; từ ngày đó tính thời hạn thẩm định."));
        if (a.stage() == Stage.COMPLETE && AppraisalDesk.needsCouncil(dossier, step) && a.councilOn() == null)
            refused.add(new RefusalView(
                    "conclude",
                    "Văn bản do chính cơ quan thẩm định soạn thảo: phải họp hội đồng tư vấn thẩm định trước."));
        return List.copyOf(refused);
    }

    private List<SubjectView> subjects(Step step, Appraisal a) {
        var concluded = notes.concluded(a.id());
        return step.subjects().stream()
                .map(subject -> {
                    var one = concluded.stream()
                            .filter(c -> c.code().equals(subject.code()))
                            .findFirst();
                    return new SubjectView(
                            subject.code(),
                            subject.name(),
                            subject.when(),
                            subject.article(),
                            subject.certainty() == Certainty.RECALLED,
                            one.map(AppraisalNotes.Concluded::verdict).orElse(null),
                            one.map(c -> c.verdict().label()).orElse(null),
                            one.map(AppraisalNotes.Concluded::opinion).orElse(null),
                            one.map(c -> directory.personName(c.by())).orElse(null),
                            one.map(AppraisalNotes.Concluded::at).orElse(null));
                })
                .toList();
    }

    private List<RemarkView> remarks(Dossier dossier, Appraisal a) {
        var sha256 = dossier.signedSha256();
        Optional<LegalText> signed = sha256 == null ? Optional.empty() : readings.structureOf(sha256);
        return notes.remarks(a.id()).stream()
                .map(r -> new RemarkView(
                        r.id(),
                        r.draftNumber(),
                        r.address(),
                        r.label(),
                        r.quote(),
                        r.kind(),
                        r.kind().label(),
                        r.remark(),
                        directory.personName(r.by()),
                        r.at(),
                        signed.map(text -> Anchors.stands(r.quote(), text)).orElse(null),
                        r.fate(),
                        r.fate() == null ? null : r.fate().label(),
                        r.fateNote(),
                        person(r.fateBy())))
                .toList();
    }

    private @Nullable String person(@Nullable Long id) {
        return id == null ? null : directory.personName(id);
    }

    private static List<String> actions(Dossier dossier, Appraisal a, boolean holds) {
        var me = SignedIn.now();
        if (!holds) {
            boolean compares = a.bodyId() == me.organisationId()
                    && dossier.signedSha256() != null
                    && me.may(Permission.DO_CASEWORK);
            return compares ? List.of("decideRemarks") : List.of();
        }
        var actions = new ArrayList<String>();
        if (a.officerId() == null) actions.add("take");
        if (me.may(Permission.ASSIGN_WORK)) actions.add("assign");
        actions.addAll(
                switch (a.stage()) {
                    case RECEIVED, ASKED -> List.of("askForMore", "complete", "return", "write");
                    case COMPLETE -> List.of("write", "council", "conclude", "return");
                    case CONCLUDED -> leader(a, me);
                    case APPROVED -> List.of("send");
                    case SENT, RETURNED -> List.of();
                });
        return List.copyOf(actions);
    }

    private static List<String> leader(Appraisal a, SignedIn me) {
        if (!me.may(Permission.APPROVE_APPRAISALS)) return List.of();
        return a.isWorkOf(me.id()) ? List.of("sendBack") : List.of("approve", "sendBack");
    }
}
