package vn.qppl.drafting;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.qppl.people.SamplePeople;
import vn.qppl.people.SignedIn;
import vn.qppl.procedure.Activity;
import vn.qppl.procedure.CaseEvent;
import vn.qppl.procedure.DocumentForm;
import vn.qppl.procedure.Paper;
import vn.qppl.procedure.Step;
import vn.qppl.web.Permission;

/**
 * Takes the sample's dossiers along their way: each act by the use case that people's acts go by, in the name of one who holds the step. A
 * walk that was cut off goes on where it stopped.
 */
@Component
public class SampleCases {
    /** Papers that go out under a number; the others of a checklist are drafts and enclosures. */
    private static final Set<String> NUMBERED = Set.of(
            "registration",
            "proposal",
            "assignment",
            "appraisal-letter",
            "verification-report",
            "appraisal-explanation");

    private final Drafting drafting;
    private final Dossiers dossiers;
    private final Moves moves;
    private final CaseFacts facts;
    private final CasePapers papers;
    private final Uploads uploads;
    private final DraftReading reading;
    private final SamplePeople people;
    private final JdbcClient jdbc;

    SampleCases(
            Drafting drafting,
            Dossiers dossiers,
            Moves moves,
            CaseFacts facts,
            CasePapers papers,
            Uploads uploads,
            DraftReading reading,
            SamplePeople people,
            JdbcClient jdbc) {
        this.drafting = drafting;
        this.dossiers = dossiers;
        this.moves = moves;
        this.facts = facts;
        this.papers = papers;
        this.uploads = uploads;
        this.reading = reading;
        this.people = people;
        this.jdbc = jdbc;
    }

    /** Whoever registered it, by whatever day: a title of the sample is registered once. */
    public Optional<Dossier> find(String title) {
        return jdbc.sql("select id from dossier where title = ? order by id limit 1")
                .param(title)
                .query((row, n) -> row.getLong(1))
                .optional()
                .flatMap(dossiers::findById);
    }

    public Dossier register(String drafter, Dossier.Registration registration) {
        long id = people.as(people.named(drafter).orElseThrow(), () -> drafting.register(registration, null, null));
        return dossiers.findById(id).orElseThrow();
    }

    /** Where the step stands in its procedure; past the last one when nothing is left to do. */
    public int position(Dossier dossier) {
        var steps = moves.procedure(dossier).steps();
        return dossier.isOpen() ? steps.indexOf(moves.step(dossier)) : steps.size();
    }

    /** Past the last step for an activity that the procedure does not have. */
    public int position(Dossier dossier, @Nullable Activity activity) {
        var steps = moves.procedure(dossier).steps();
        for (int i = 0; i < steps.size(); i++) if (steps.get(i).activity() == activity) return i;
        return steps.size();
    }

    public Activity activity(Dossier dossier, int position) {
        return moves.procedure(dossier).steps().get(position).activity();
    }

    public Step step(Dossier dossier) {
        return moves.step(dossier);
    }

    public LocalDate begunOn(Dossier dossier) {
        return moves.current(dossier).begunOn();
    }

    /** One who may act in the current step. @param other whom it must not be */
    public SignedIn holder(Dossier dossier, Permission permission, @Nullable Long other) {
        return people.of(Objects.requireNonNull(dossier.holderId()), permission, other)
                .orElseThrow();
    }

    /**
     * What is done in the current step up to its end: papers of its lists that are not there yet, dated facts, the draft.
     *
     * @param file makes a Word file from the name of a paper
     */
    public void work(Dossier dossier, LocalDate on, Function<String, byte[]> file) throws IOException {
        var step = moves.step(dossier);
        var who = holder(dossier, Permission.DO_CASEWORK, null);
        var missing = CasePapers.missing(step, papers.of(dossier.id()));
        for (var paper : missing) add(dossier, step, paper, on, who, file);
        for (var limit : step.limits())
            switch (limit.from()) {
                case DRAFT_POSTED, OPINION_ASKED, AFFECTED_GROUPS_ASKED ->
                    record(dossier, limit.from(), begunOn(dossier), who);
                case SESSION_OPENING ->
                    record(dossier, limit.from(), begunOn(dossier).plusDays(25), who);
                default -> {}
            }
    }

    private void record(Dossier dossier, CaseEvent event, LocalDate on, SignedIn who) {
        if (facts.events(dossier.id()).stream().anyMatch(e -> e.event() == event)) return;
        people.as(who, () -> {
            drafting.record(dossier.id(), event, on);
            return true;
        });
    }

    private void add(Dossier dossier, Step step, Paper paper, LocalDate on, SignedIn who, Function<String, byte[]> file)
            throws IOException {
        // signing brings the signed text itself, appraisal its report
        if (step.activity() == Activity.SIGN || Access.atAppraisalDesk(step.activity())) return;
        if (paper.code().equals(CasePapers.DRAFT)) {
            var draft = upload(file.apply(paper.name()), "Du-thao.docx");
            people.as(who, () -> drafting.addDraft(dossier.id(), null, draft));
            // now, so that remarks of the sample find their provision
            reading.run(DraftReading.id(draft));
            return;
        }
        var letter = new CasePapers.Letter(
                paper.code(),
                paper.name(),
                CasePapers.Direction.OUT,
                number(dossier, paper),
                NUMBERED.contains(paper.code()) || paper.symbol() != null ? on : null,
                null);
        var enclosed = paper.code().equals("submission") ? upload(file.apply(paper.name()), "To-trinh.docx") : null;
        people.as(who, () -> drafting.addPaper(dossier.id(), letter, enclosed));
    }

    private static @Nullable String number(Dossier dossier, Paper paper) {
        var symbol = paper.symbol();
        if (symbol == null && !NUMBERED.contains(paper.code())) return null;
        return 100 + (dossier.title().hashCode() + paper.code().hashCode() & 0x1ff) + "/"
                + (symbol == null ? "CV" : symbol);
    }

    private Uploads.Upload upload(byte[] bytes, String name) throws IOException {
        return uploads.store(new ByteArrayInputStream(bytes), name);
    }

    /** Ends the current step by its first outcome that needs no reason, or by the one named. */
    public void finish(Dossier dossier, LocalDate on, @Nullable String outcome, @Nullable String reason) {
        var step = moves.step(dossier);
        var how = step.outcomes().stream()
                .filter(o -> outcome == null ? !o.reasonRequired() : o.code().equals(outcome))
                .findFirst()
                .orElseThrow();
        var votes = step.activity() == Activity.ADOPT ? new Moves.Votes(46, 51) : null;
        var next = how.next().isEmpty() ? null : how.next().getFirst();
        people.as(holder(dossier, Permission.DO_CASEWORK, null), () -> {
            drafting.finish(dossier.id(), dossier.version(), new Moves.End(how.code(), next, on, reason, votes));
            return true;
        });
    }

    /** @param serial first part of the number: 71 gives {@code 71/2024/QĐ-UBND} */
    public void sign(Dossier dossier, LocalDate on, int serial, byte[] text) throws IOException {
        DocumentForm form = dossier.form();
        var number = "%02d/%d/%s".formatted(serial, on.getYear(), form.symbol());
        var file = upload(text, number.replace('/', '-') + ".docx");
        people.as(holder(dossier, Permission.DO_CASEWORK, null), () -> {
            drafting.sign(dossier.id(), dossier.version(), number, on, file);
            return true;
        });
    }
}
