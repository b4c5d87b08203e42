package vn.qppl.drafting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.qppl.audit.Audit;
import vn.qppl.audit.Audit.Change;
import vn.qppl.intake.SignedFiles;
import vn.qppl.people.Organisation;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.people.OrganisationLevel;
import vn.qppl.people.SignedIn;
import vn.qppl.procedure.Activity;
import vn.qppl.procedure.Calendars;
import vn.qppl.procedure.CaseEvent;
import vn.qppl.procedure.DocumentForm;
import vn.qppl.procedure.ProcedureChoice;
import vn.qppl.procedure.ProcedureKind;
import vn.qppl.procedure.Procedures;
import vn.qppl.queue.AfterCommit;
import vn.qppl.structure.DocumentNumber;

/** A draft's way: registering it, moving it from step to step, its dated facts, its papers, giving it up, signing it. */
@Service
public class Drafting {
    private final Dossiers dossiers;
    private final Access access;
    private final Moves moves;
    private final CaseFacts facts;
    private final CasePapers papers;
    private final AfterCommit queue;
    private final Procedures procedures;
    private final Calendars calendars;
    private final OrganisationDirectory directory;
    private final SignedFiles signedFiles;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Drafting(
            Dossiers dossiers,
            Access access,
            Moves moves,
            CaseFacts facts,
            CasePapers papers,
            AfterCommit queue,
            Procedures procedures,
            Calendars calendars,
            OrganisationDirectory directory,
            SignedFiles signedFiles,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.dossiers = dossiers;
        this.access = access;
        this.moves = moves;
        this.facts = facts;
        this.papers = papers;
        this.queue = queue;
        this.procedures = procedures;
        this.calendars = calendars;
        this.directory = directory;
        this.signedFiles = signedFiles;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The caller's organisation registers a draft.
     *
     * @param justiceBody null: the body of the place that usually has this function
     * @param office null: as above
     */
    @Transactional
    long register(Dossier.Registration registration, @Nullable Long justiceBody, @Nullable Long office) {
        var me = SignedIn.now();
        moves.checkDay(LocalDate.of(2016, 7, 1), registration.registeredOn());
        var chosen =
                choose(registration.form(), registration.level(), registration.kind(), registration.registeredOn());
        var version = chosen.version();
        if (version == null)
            throw DraftingProblem.NO_PROCEDURE.with(Map.of(
                    "why", chosen.choice().why(), "article", chosen.choice().article()));
        var drafting = directory.get(me.organisationId());
        var bodies = new Dossier.Bodies(
                drafting.id(),
                justiceBody == null
                        ? justice(drafting, registration.level(), registration.registeredOn())
                        : directory.get(justiceBody).id(),
                office == null
                        ? office(drafting, registration.level(), registration.registeredOn())
                        : directory.get(office).id(),
                councilOffice(drafting, registration));
        var regime = Objects.requireNonNull(chosen.choice().regime());
        var dossier = dossiers.saveAndFlush(new Dossier(
                registration,
                bodies,
                new Dossier.Following(
                        version.code(),
                        version.number(),
                        regime.name(),
                        chosen.choice().why(),
                        chosen.choice().article()),
                me.id(),
                clock.instant()));
        audit.record(
                CasePapers.object(dossier.id()),
                "register",
                List.of(
                        Change.of("title", null, registration.title()),
                        Change.of("form", null, registration.form()),
                        Change.of("level", null, registration.level()),
                        Change.of("kind", null, registration.kind()),
                        Change.of("procedure", null, version.code() + " " + version.number()),
                        Change.of("draftingBodyId", null, bodies.drafting()),
                        Change.of("justiceBodyId", null, bodies.justice()),
                        Change.of("officeId", null, bodies.office()),
                        Change.of("councilOfficeId", null, bodies.councilOffice())));
        moves.mayRead(dossier.id(), drafting.id());
        moves.enter(dossier, version.procedure().first(), registration.registeredOn());
        return dossier.id();
    }

    /** Which procedure such a draft would follow, and why. */
    Procedures.Chosen choose(DocumentForm form, OrganisationLevel level, ProcedureKind kind, LocalDate on) {
        return procedures.choose(new ProcedureChoice.Draft(form, level, kind, on, null, null));
    }

    private long justice(Organisation drafting, OrganisationLevel level, LocalDate on) {
        return switch (level) {
            case PROVINCE, CENTRAL -> body(drafting, level, on, "Sở Tư pháp");
            case DISTRICT -> body(drafting, level, on, "Phòng Tư pháp");
            // the commune's justice work belongs to its office, or to the committee where no office is on record
            case COMMUNE ->
                body(drafting, level, on, "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "Ủy ban nhân dân");
        };
    }

    private long office(Organisation drafting, OrganisationLevel level, LocalDate on) {
        return switch (level) {
            case PROVINCE, CENTRAL -> body(drafting, level, on, "Văn phòng Ủy ban nhân dân");
            case DISTRICT, COMMUNE ->
                body(drafting, level, on, "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "Ủy ban nhân dân");
        };
    }

    /** Null where the council has no office of its own on the day, or does not issue: then the committee's office records for it. */
    private @Nullable Long councilOffice(Organisation drafting, Dossier.Registration registration) {
        if (registration.form() != DocumentForm.COUNCIL_RESOLUTION
                || registration.level() != OrganisationLevel.PROVINCE) return null;
        return find(
                        drafting,
                        registration.level(),
                        registration.registeredOn(),
                        "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân")
                .filter(office -> directory.get(office).existsOn(registration.registeredOn()))
                .orElse(null);
    }

    private long body(Organisation drafting, OrganisationLevel level, LocalDate on, String... names) {
        return find(drafting, level, on, names).orElseThrow(() -> DraftingProblem.BODY_UNKNOWN.with("body", names[0]));
    }

    /** The first of these names in the drafting body's place: one that exists on the day, else one that existed with the drafting body. */
    private Optional<Long> find(Organisation drafting, OrganisationLevel level, LocalDate on, String... names) {
        var place = drafting.placeCode();
        if (place != null) {
            var there = directory.ofPlace(level, place);
            for (var name : names)
                for (var day : List.of(on, drafting.validTo().minusDays(1))) {
                    var found = there.stream()
                            .filter(o -> o.name().startsWith(name) && o.existsOn(day))
                            .findFirst();
                    if (found.isPresent()) return found.map(Organisation::id);
                }
        }
        return Optional.empty();
    }

    /** Ends the current step, where that is not done at a desk of its own. */
    @Transactional
    void finish(long id, long version, Moves.End end) {
        var dossier = access.locked(id, version);
        access.checkHolder(dossier);
        var activity = Objects.requireNonNull(dossier.activity());
        if (Access.atAppraisalDesk(activity) || activity == Activity.SIGN)
            throw DraftingProblem.OTHER_DESK.asException();
        moves.end(dossier, end);
    }

    /** Ends the step of appraisal as the appraisal desk concluded; for the module of appraisal, which checked its own rules. */
    @Transactional
    public void appraised(long id, String outcome, LocalDate on, @Nullable String reason) {
        var dossier = access.locked(id);
        access.checkHolder(dossier);
        if (!Access.atAppraisalDesk(Objects.requireNonNull(dossier.activity())))
            throw DraftingProblem.OTHER_DESK.asException();
        moves.end(dossier, new Moves.End(outcome, null, on, reason, null));
    }

    /** A dated fact that limits are counted from. */
    @Transactional
    public void record(long id, CaseEvent event, LocalDate on) {
        var dossier = access.locked(id);
        access.checkHolder(dossier);
        // a meeting or a session lies ahead, everything else has happened
        boolean ahead = event == CaseEvent.COMMITTEE_MEETING
                || event == CaseEvent.SESSION_OPENING
                || event == CaseEvent.APPRAISAL_COUNCIL_MEETING;
        if (!ahead) moves.checkDay(dossier.registeredOn(), on);
        facts.record(id, moves.current(dossier).id(), event, on);
        audit.record(
                CasePapers.object(id),
                "record-event",
                List.of(Change.of("event", null, event), Change.of("on", null, on)));
        moves.refresh(dossier);
    }

    /** The clock of the current step stands still. */
    @Transactional
    public void pause(long id, LocalDate from, String reason) {
        var dossier = access.locked(id);
        access.checkHolder(dossier);
        var step = moves.current(dossier);
        moves.checkDay(step, from);
        if (standing(dossier) != null) throw DraftingProblem.PAUSED_ALREADY.asException();
        facts.pause(id, step.id(), from, reason);
        audit.record(
                CasePapers.object(id),
                "pause",
                List.of(Change.of("from", null, from), Change.of("reason", null, reason)));
        moves.refresh(dossier);
    }

    @Transactional
    public void resume(long id, LocalDate on) {
        var dossier = access.locked(id);
        access.checkHolder(dossier);
        var pause = standing(dossier);
        if (pause == null) throw DraftingProblem.NOT_PAUSED.asException();
        moves.checkDay(Objects.requireNonNull(pause.from()), on);
        facts.resume(pause, on);
        audit.record(CasePapers.object(id), "resume", List.of(Change.of("on", null, on)));
        moves.refresh(dossier);
    }

    /** Null where the clock of the current step runs. */
    CaseFacts.@Nullable Relief standing(Dossier dossier) {
        return facts.reliefs(dossier.id()).stream()
                .filter(r -> Objects.equals(r.stepId(), dossier.stepId()) && r.from() != null && r.to() == null)
                .findFirst()
                .orElse(null);
    }

    @Transactional
    void extend(long id, String limit, LocalDate to, String reason) {
        var dossier = access.locked(id);
        access.checkHolder(dossier);
        if (moves.step(dossier).limits().stream().noneMatch(l -> l.code().equals(limit)))
            throw DraftingProblem.NO_SUCH_LIMIT.asException();
        facts.extend(id, moves.current(dossier).id(), limit, to, reason);
        audit.record(
                CasePapers.object(id),
                "extend",
                List.of(Change.of("limit", null, limit), Change.of("to", null, to), Change.of("reason", null, reason)));
        moves.refresh(dossier);
    }

    /** @param file null for a letter known by number and date alone */
    @Transactional
    long addPaper(long id, CasePapers.Letter letter, Uploads.@Nullable Upload file) {
        var dossier = access.locked(id);
        access.checkHolder(dossier);
        if (letter.datedOn() != null) moves.checkDay(LocalDate.of(2016, 1, 1), letter.datedOn());
        return papers.add(dossier, letter, file, false);
    }

    /** A paper that the appraisal desk makes. */
    @Transactional
    public long addMade(
            long id, String code, String name, String number, LocalDate on, String sha256, String fileName, long size) {
        return addPaper(
                id,
                new CasePapers.Letter(code, name, CasePapers.Direction.OUT, number, on, null),
                new Uploads.Upload(sha256, fileName, size));
    }

    @Transactional
    long addDraft(long id, @Nullable String note, Uploads.Upload file) {
        Uploads.checkText(file.fileName());
        var dossier = access.locked(id);
        access.checkHolder(dossier);
        long paper = papers.add(
                dossier,
                new CasePapers.Letter(
                        CasePapers.DRAFT,
                        note == null || note.isBlank() ? "Dự thảo văn bản" : note.strip(),
                        CasePapers.Direction.OUT,
                        null,
                        null,
                        null),
                file,
                true);
        queue.enqueue(DraftReading.NAME, DraftReading.id(file));
        return paper;
    }

    /** Only while its step lasts: what a past step rested on stays as it was. */
    @Transactional
    void undoPaper(long id, long paperId, String reason) {
        var dossier = access.locked(id);
        access.checkHolder(dossier);
        var paper = papers.find(id, paperId).orElseThrow(DraftingProblem.NO_SUCH_PAPER::asException);
        if (!Objects.equals(paper.stepId(), dossier.stepId())) throw DraftingProblem.STEP_OVER.asException();
        papers.undo(paper, reason);
    }

    @Transactional
    void withdraw(long id, long version, String reason) {
        var dossier = giveUp(id, version);
        moves.leave(dossier, dossier::withdraw, "withdraw", reason, List.of());
    }

    @Transactional
    void merge(long id, long version, long into, String reason) {
        var dossier = giveUp(id, version);
        var other = access.readable(into);
        if (into == id
                || !other.isOpen()
                || other.state() == DossierState.ISSUED
                || other.form() != dossier.form()
                || other.draftingBodyId() != dossier.draftingBodyId()) throw DraftingProblem.CANNOT_MERGE.asException();
        moves.leave(
                dossier, () -> dossier.mergeInto(into), "merge", reason, List.of(Change.of("mergedInto", null, into)));
        audit.record(CasePapers.object(into), "take-in", List.of(Change.of("dossier", null, id)));
    }

    private Dossier giveUp(long id, long version) {
        var dossier = access.locked(id, version);
        if (!dossier.isOpen() || dossier.state() == DossierState.ISSUED) throw DraftingProblem.OVER.asException();
        if (!access.mayGiveUp(dossier))
            throw DraftingProblem.NOT_HOLDER.with(
                    "holder", directory.get(dossier.draftingBodyId()).name());
        return dossier;
    }

    /**
     * The document is signed: it gets its number, its file goes to intake, where the register's own people confirm it, and what must follow by
     * law becomes work with its due dates.
     */
    @Transactional
    void sign(long id, long version, String number, LocalDate on, Uploads.Upload file) {
        Uploads.checkText(file.fileName());
        var dossier = access.locked(id, version);
        access.checkHolder(dossier);
        if (dossier.activity() != Activity.SIGN) throw DraftingProblem.OTHER_DESK.asException();
        if (DocumentNumber.parse(number).isEmpty()) throw DraftingProblem.NUMBER_NOT_READABLE.asException();
        var step = moves.current(dossier);
        moves.checkDay(step, on);
        papers.add(
                dossier,
                new CasePapers.Letter(
                        moves.step(dossier).produces().isEmpty()
                                ? "signed"
                                : moves.step(dossier).produces().getFirst().code(),
                        "Văn bản đã ký",
                        CasePapers.Direction.OUT,
                        number,
                        on,
                        null),
                file,
                false);
        // a resolution is adopted before it is certified; a decision is both at once
        boolean adopted = facts.events(id).stream().anyMatch(e -> e.event() == CaseEvent.ADOPTED_OR_SIGNED);
        if (!adopted) facts.record(id, step.id(), CaseEvent.ADOPTED_OR_SIGNED, on);
        facts.record(id, step.id(), CaseEvent.CERTIFIED_OR_SIGNED, on);
        signedFiles.handIn(
                file.sha256(), file.fileName(), file.size(), SignedIn.now().id());
        dossier.signed(number, on, file.sha256());
        audit.record(
                CasePapers.object(id),
                "sign",
                List.of(
                        Change.of("number", null, number),
                        Change.of("on", null, on),
                        Change.of("sha256", null, file.sha256())));
        var outcome = moves.step(dossier).outcomes().stream()
                .filter(o -> !o.reasonRequired())
                .findFirst()
                .orElseThrow();
        events.publishEvent(new DossierSigned(id, file.sha256()));
        moves.end(dossier, new Moves.End(outcome.code(), null, on, null, null));
    }
}
