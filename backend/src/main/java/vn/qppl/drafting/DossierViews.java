package vn.qppl.drafting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.people.OrganisationLevel;
import vn.qppl.procedure.Activity;
import vn.qppl.procedure.CaseEvent;
import vn.qppl.procedure.Certainty;
import vn.qppl.procedure.Deadline;
import vn.qppl.procedure.DocumentForm;
import vn.qppl.procedure.Limit;
import vn.qppl.procedure.Outcome;
import vn.qppl.procedure.Paper;
import vn.qppl.procedure.Procedure;
import vn.qppl.procedure.ProcedureKind;
import vn.qppl.procedure.Step;

/** A dossier as its page shows it. */
@Component
class DossierViews {
    private final Access access;
    private final Moves moves;
    private final Drafting drafting;
    private final CaseFacts facts;
    private final CaseClock caseClock;
    private final CasePapers papers;
    private final DocumentFiles files;
    private final OrganisationDirectory directory;

    DossierViews(
            Access access,
            Moves moves,
            Drafting drafting,
            CaseFacts facts,
            CaseClock caseClock,
            CasePapers papers,
            DocumentFiles files,
            OrganisationDirectory directory) {
        this.access = access;
        this.moves = moves;
        this.drafting = drafting;
        this.facts = facts;
        this.caseClock = caseClock;
        this.papers = papers;
        this.files = files;
        this.directory = directory;
    }

    record BodyView(long id, String name) {}

    /**
     * @param step code of the step it binds
     * @param condition the case in which it binds; null: always
     * @param earliest not before {@code due}, where others are until it
     * @param remainingWorkingDays negative: so many late
     */
    record DossierDeadlineView(
            String code,
            String step,
            @Nullable String condition,
            boolean earliest,
            String what,
            String rule,
            String article,
            boolean recalled,
            @Nullable String note,
            LocalDate start,
            LocalDate due,
            LocalDate lastSafeDay,
            @Nullable LocalDate normDue,
            int remainingWorkingDays,
            Deadline.State state,
            String stateLabel,
            boolean forecast,
            @Nullable String extensionReason) {}

    record PaperView(
            long id,
            @Nullable String code,
            String name,
            CasePapers.Direction direction,
            @Nullable String number,
            @Nullable LocalDate datedOn,
            @Nullable String correspondent,
            @Nullable String fileName,
            @Nullable Long size,
            @Nullable Integer draftNumber,
            String stepCode,
            @Nullable String addedBy,
            Instant addedAt,
            @Nullable String undoneBy,
            @Nullable Instant undoneAt,
            @Nullable String undoneReason,
            List<String> warnings,
            List<String> actions) {}

    /** @param condition the case in which it is needed; null: always */
    record ChecklistView(
            String code,
            String name,
            boolean required,
            boolean produced,
            @Nullable String condition,
            String article,
            boolean recalled,
            boolean there) {}

    record OutcomeView(String code, String name, boolean reasonRequired, boolean recalled, List<NextView> next) {}

    record NextView(String code, String name) {}

    record StepView(
            long id,
            String code,
            String name,
            Activity activity,
            BodyView holder,
            LocalDate begunOn,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate doneOn,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable Integer votesFor,
            @Nullable Integer votesOf,
            @Nullable String doneBy,
            List<PaperView> papers) {}

    /** What the procedure still has before it, in the usual order. */
    record AheadView(String code, String name, String bodyName) {}

    /** @param note what the procedure says of the step; null for nothing */
    record CurrentView(
            long id,
            String code,
            String name,
            String article,
            boolean recalled,
            @Nullable String note,
            List<ChecklistView> checklist,
            List<OutcomeView> outcomes,
            List<EventView> events,
            @Nullable PauseView pause,
            boolean asksVotes) {}

    record EventView(CaseEvent event, String label) {}

    record PauseView(LocalDate from, String reason) {}

    record FactView(
            CaseEvent event,
            String label,
            LocalDate on,
            @Nullable String recordedBy,
            Instant recordedAt) {}

    record DossierProcedureView(
            String code, int number, String title, String why, String article, List<String> notes) {}

    record DossierView(
            long id,
            long version,
            String title,
            DocumentForm form,
            String formLabel,
            OrganisationLevel level,
            ProcedureKind kind,
            String kindLabel,
            @Nullable String field,
            String purpose,
            LocalDate registeredOn,
            @Nullable LocalDate plannedOn,
            @Nullable Integer programmeYear,
            BodyView draftingBody,
            BodyView justiceBody,
            BodyView office,
            String officer,
            DossierProcedureView procedure,
            DossierState state,
            String stateLabel,
            @Nullable BodyView holder,
            @Nullable CurrentView current,
            List<StepView> steps,
            List<AheadView> ahead,
            List<DossierDeadlineView> deadlines,
            List<FactView> facts,
            List<PaperView> drafts,
            @Nullable Long mergedInto,
            @Nullable String signedNumber,
            @Nullable LocalDate signedOn,
            @Nullable Long documentId,
            List<String> actions) {}

    DossierView of(Dossier dossier) {
        var procedure = moves.procedure(dossier);
        var steps = moves.all(dossier);
        var held = papers.of(dossier.id());
        var views = held.stream().map(p -> paper(p, dossier, procedure, steps)).toList();
        var pause = drafting.standing(dossier);
        var signed = dossier.signedSha256();
        var holder = dossier.holderId();
        return new DossierView(
                dossier.id(),
                dossier.version(),
                dossier.title(),
                dossier.form(),
                dossier.form().label(),
                dossier.level(),
                dossier.kind(),
                dossier.kind().label(),
                dossier.field(),
                dossier.purpose(),
                dossier.registeredOn(),
                dossier.plannedOn(),
                dossier.programmeYear(),
                body(dossier.draftingBodyId()),
                body(dossier.justiceBodyId()),
                body(dossier.officeId()),
                directory.personName(dossier.officerId()),
                new DossierProcedureView(
                        procedure.code(),
                        dossier.procedureNumber(),
                        procedure.title(),
                        dossier.choiceWhy(),
                        dossier.choiceArticle(),
                        procedure.notes()),
                dossier.state(),
                dossier.state().label(),
                holder == null ? null : body(holder),
                dossier.isOpen() ? current(dossier, procedure, held, pause) : null,
                steps.stream()
                        .map(s -> step(
                                s,
                                views.stream()
                                        .filter(v ->
                                                held.stream().anyMatch(p -> p.id() == v.id() && p.stepId() == s.id()))
                                        .toList()))
                        .toList(),
                ahead(dossier, procedure),
                caseClock.counted(dossier, procedure, steps).stream()
                        .map(DossierViews::deadline)
                        .toList(),
                facts.events(dossier.id()).stream()
                        .map(e -> new FactView(
                                e.event(), e.event().label(), e.on(), person(e.recordedBy()), e.recordedAt()))
                        .toList(),
                views.stream().filter(v -> v.draftNumber() != null).toList(),
                dossier.mergedInto(),
                dossier.signedNumber(),
                dossier.signedOn(),
                signed == null ? null : files.documentWith(signed).orElse(null),
                access.actions(dossier, pause != null));
    }

    private BodyView body(long id) {
        return new BodyView(id, directory.get(id).name());
    }

    private @Nullable String person(@Nullable Long id) {
        return id == null ? null : directory.personName(id);
    }

    private StepView step(CaseStep s, List<PaperView> of) {
        return new StepView(
                s.id(),
                s.code(),
                s.name(),
                s.activity(),
                body(s.holderId()),
                s.begunOn(),
                s.dueOn(),
                s.doneOn(),
                s.outcomeName(),
                s.reason(),
                s.votesFor(),
                s.votesOf(),
                person(s.doneBy()),
                of);
    }

    private CurrentView current(
            Dossier dossier, Procedure procedure, List<CasePapers.CasePaper> held, CaseFacts.@Nullable Relief pause) {
        var step = moves.step(dossier);
        var checklist = new ArrayList<ChecklistView>();
        for (var paper : step.papers()) checklist.add(checked(paper, false, held, step));
        for (var paper : step.produces()) checklist.add(checked(paper, true, held, step));
        var asked = step.limits().stream().map(l -> l.from()).distinct();
        return new CurrentView(
                Objects.requireNonNull(dossier.stepId()),
                step.code(),
                step.name(),
                step.article(),
                step.certainty() == Certainty.RECALLED,
                step.note(),
                checklist,
                step.outcomes().stream().map(o -> outcome(o, procedure)).toList(),
                asked.map(e -> new EventView(e, e.label())).toList(),
                pause == null ? null : new PauseView(Objects.requireNonNull(pause.from()), pause.reason()),
                !step.shares().isEmpty());
    }

    private static ChecklistView checked(Paper paper, boolean produced, List<CasePapers.CasePaper> held, Step step) {
        return new ChecklistView(
                paper.code(),
                paper.name(),
                CasePapers.isRequired(paper),
                produced,
                paper.when(),
                paper.article(),
                paper.certainty() == Certainty.RECALLED,
                held.stream()
                        .anyMatch(p -> CasePapers.is(p, paper)
                                && (!produced || p.stepCode().equals(step.code()))));
    }

    private static OutcomeView outcome(Outcome outcome, Procedure procedure) {
        return new OutcomeView(
                outcome.code(),
                outcome.name(),
                outcome.reasonRequired(),
                outcome.certainty() == Certainty.RECALLED,
                outcome.next().stream()
                        .map(code -> new NextView(
                                code, procedure.step(code).map(Step::name).orElse(code)))
                        .toList());
    }

    private static List<AheadView> ahead(Dossier dossier, Procedure procedure) {
        var code = dossier.stepCode();
        if (code == null) return List.of();
        return procedure.steps().stream()
                .dropWhile(s -> !s.code().equals(code))
                .skip(1)
                .map(s -> new AheadView(s.code(), s.name(), s.bodyName()))
                .toList();
    }

    private PaperView paper(CasePapers.CasePaper p, Dossier dossier, Procedure procedure, List<CaseStep> steps) {
        var step = procedure.step(p.stepCode());
        boolean undoable = p.stands() && Objects.equals(p.stepId(), dossier.stepId()) && access.holds(dossier);
        return new PaperView(
                p.id(),
                p.letter().code(),
                p.letter().name(),
                p.letter().direction(),
                p.letter().number(),
                p.letter().datedOn(),
                p.letter().correspondent(),
                p.fileName(),
                p.size(),
                p.draftNumber(),
                p.stepCode(),
                person(p.addedBy()),
                p.addedAt(),
                person(p.undoneBy()),
                p.undoneAt(),
                p.undoneReason(),
                step.map(s -> CasePapers.warnings(p, steps, s)).orElse(List.of()),
                undoable ? List.of("undo") : List.of());
    }

    private static DossierDeadlineView deadline(CaseClock.Counted counted) {
        var d = counted.deadline();
        var limit = d.limit();
        return new DossierDeadlineView(
                limit.code(),
                counted.step().code(),
                limit.when(),
                limit.bound() == Limit.Bound.EARLIEST,
                limit.what(),
                limit.sentence(),
                limit.article(),
                limit.certainty() == Certainty.RECALLED,
                limit.note(),
                d.start(),
                d.due(),
                d.lastSafeDay(),
                d.normDue(),
                d.remainingWorkingDays(),
                d.state(),
                d.state().label(),
                d.forecast(),
                d.extensionReason());
    }
}
