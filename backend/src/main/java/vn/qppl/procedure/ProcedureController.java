package vn.qppl.procedure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.people.OrganisationLevel;
import vn.qppl.people.SignedIn;
import vn.qppl.web.Page;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

/** Procedures to read, to choose from, to correct. */
@RestController
@RequestMapping("/api/procedures")
class ProcedureController {
    /** A procedure has about a dozen steps; this is room for a hundred. */
    private static final int LONGEST_YAML = 300_000;

    private final Procedures procedures;
    private final ProcedureCorrections corrections;
    private final VersionStore store;
    private final Calendars calendars;
    private final OrganisationDirectory people;

    ProcedureController(
            Procedures procedures,
            ProcedureCorrections corrections,
            VersionStore store,
            Calendars calendars,
            OrganisationDirectory people) {
        this.procedures = procedures;
        this.corrections = corrections;
        this.store = store;
        this.calendars = calendars;
        this.people = people;
    }

    /** @param recalled how many facts are not held to the law's own words yet */
    record ProcedureSummary(
            String code,
            int number,
            String title,
            List<Regime> regimes,
            DocumentForm form,
            OrganisationLevel level,
            ProcedureKind kind,
            String kindLabel,
            int steps,
            int limits,
            int recalled,
            boolean corrected,
            boolean newerBuiltIn) {}

    /**
     * @param sentences how each limit reads, by its code
     * @param number of this version; {@code current}: the one new cases take
     */
    record ProcedureView(
            Procedure procedure,
            String formLabel,
            String kindLabel,
            List<String> laws,
            Map<String, String> sentences,
            int number,
            int current,
            ProcedureVersionView version,
            List<String> actions) {}

    record ProcedureVersionView(
            int number,
            boolean builtIn,
            boolean adopted,
            String reason,
            @Nullable String createdBy,
            Instant createdAt) {}

    record ProcedureText(String code, int number, String yaml) {}

    record ProcedureCompared(int from, int to, List<ProcedureComparison.ProcedureDifference> differences) {}

    record ProcedureTextRequest(
            @NotBlank @Size(max = LONGEST_YAML) String yaml) {}

    record ProcedureCorrectionRequest(
            @NotNull Integer basedOn,
            @NotBlank @Size(max = LONGEST_YAML) String yaml,
            @NotBlank @Size(max = 1000) String reason) {}

    record ProcedureChoiceView(
            @Nullable String code,
            @Nullable Integer number,
            @Nullable String title,
            @Nullable Regime regime,
            String why,
            String article,
            List<String> warnings) {}

    record DeadlineView(
            LocalDate start,
            LocalDate due,
            LocalDate lastSafeDay,
            @Nullable LocalDate normDue,
            String sentence,
            String article,
            boolean forecast) {}

    @GetMapping
    @Requires(Permission.READ_REGISTER)
    Page<ProcedureSummary> list() {
        var current = procedures.current();
        return new Page<>(current.stream().map(this::summary).toList(), null, (long) current.size());
    }

    /** Which procedure a draft follows, and why. */
    @GetMapping("/choice")
    @Requires(Permission.READ_REGISTER)
    ProcedureChoiceView choose(
            @RequestParam DocumentForm form,
            @RequestParam OrganisationLevel level,
            @RequestParam(defaultValue = "ORDINARY") ProcedureKind kind,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable LocalDate appraisedOn,
            @RequestParam(required = false) @Nullable LocalDate submittedOn) {
        var chosen = procedures.choose(new ProcedureChoice.Draft(
                form, level, kind, on == null ? calendars.today() : on, appraisedOn, submittedOn));
        var version = chosen.version();
        var choice = chosen.choice();
        return new ProcedureChoiceView(
                version == null ? null : version.code(),
                version == null ? null : version.number(),
                version == null ? null : version.procedure().title(),
                choice.regime(),
                choice.why(),
                choice.article(),
                choice.warnings());
    }

    @GetMapping("/{code}")
    @Requires(Permission.READ_REGISTER)
    ProcedureView get(@PathVariable String code, @RequestParam(required = false) @Nullable Integer number) {
        return view(number == null ? procedures.current(code) : procedures.version(code, number));
    }

    @GetMapping("/{code}/versions")
    @Requires(Permission.READ_REGISTER)
    Page<ProcedureVersionView> versions(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable Integer after) {
        int most = Page.size(size, 20);
        procedures.current(code);
        var page = Page.of(
                store.versions(code, after == null ? Integer.MAX_VALUE : after, most),
                most,
                head -> Integer.toString(head.number()));
        return new Page<>(page.items().stream().map(this::versionView).toList(), page.next(), null);
    }

    @GetMapping("/{code}/versions/{number}/text")
    @Requires(Permission.READ_REGISTER)
    ProcedureText text(@PathVariable String code, @PathVariable int number) {
        return new ProcedureText(
                code, number, store.yaml(code, number).orElseThrow(ProcedureProblem.NO_SUCH_VERSION::asException));
    }

    @GetMapping("/{code}/compare")
    @Requires(Permission.READ_REGISTER)
    ProcedureCompared compare(
            @PathVariable String code,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "0") int to) {
        return new ProcedureCompared(from, to, corrections.compare(code, from, to));
    }

    /** When a limit would end, for one who wants to try the rule. */
    @GetMapping("/{code}/limits/{limit}/deadline")
    @Requires(Permission.READ_REGISTER)
    DeadlineView deadline(
            @PathVariable String code,
            @PathVariable String limit,
            @RequestParam(required = false) @Nullable Integer number,
            @RequestParam(required = false) @Nullable LocalDate start) {
        var version = number == null ? procedures.current(code) : procedures.version(code, number);
        var rule = version.procedure().limit(limit).orElseThrow(ProcedureProblem.NO_SUCH_LIMIT::asException);
        var from = start == null ? calendars.today() : start;
        var deadline = Deadline.of(rule, Course.from(from), from, calendars.current());
        return new DeadlineView(
                deadline.start(),
                deadline.due(),
                deadline.lastSafeDay(),
                deadline.normDue(),
                rule.sentence(),
                rule.article(),
                deadline.forecast());
    }

    /** What a text would change, without adding it. */
    @PostMapping("/{code}/check")
    @Requires(Permission.MANAGE_PROCEDURES)
    ProcedureCorrections.ProcedureCheck check(
            @PathVariable String code, @Valid @RequestBody ProcedureTextRequest request) {
        return corrections.check(code, request.yaml());
    }

    @PostMapping("/{code}/versions")
    @Requires(Permission.MANAGE_PROCEDURES)
    @ResponseStatus(HttpStatus.CREATED)
    ProcedureView correct(@PathVariable String code, @Valid @RequestBody ProcedureCorrectionRequest request) {
        int number = corrections.add(
                code, request.basedOn(), request.yaml(), request.reason().strip());
        return view(procedures.version(code, number));
    }

    private ProcedureSummary summary(ProcedureVersion version) {
        var procedure = version.procedure();
        return new ProcedureSummary(
                version.code(),
                version.number(),
                procedure.title(),
                procedure.regimes().stream().sorted().toList(),
                procedure.form(),
                procedure.level(),
                procedure.kind(),
                procedure.kind().label(),
                procedure.steps().size(),
                procedure.limits().size(),
                procedure.recalled(),
                !version.builtIn(),
                store.versions(version.code(), Integer.MAX_VALUE, 0).stream()
                        .anyMatch(head -> head.builtIn() && !head.adopted()));
    }

    private ProcedureView view(ProcedureVersion version) {
        var procedure = version.procedure();
        var head = new VersionStore.Head(
                version.code(),
                version.number(),
                version.builtIn(),
                version.adopted(),
                version.reason(),
                version.createdBy(),
                version.createdAt());
        var actions = new ArrayList<String>();
        if (SignedIn.now().may(Permission.MANAGE_PROCEDURES)) actions.add("correct");
        return new ProcedureView(
                procedure,
                procedure.form().label(),
                procedure.kind().label(),
                procedure.regimes().stream().sorted().map(Regime::law).toList(),
                sentences(procedure),
                version.number(),
                procedures.current(version.code()).number(),
                versionView(head),
                List.copyOf(actions));
    }

    private static Map<String, String> sentences(Procedure procedure) {
        var sentences = new LinkedHashMap<String, String>();
        for (var limit : procedure.limits()) sentences.put(limit.code(), limit.sentence());
        return sentences;
    }

    private ProcedureVersionView versionView(VersionStore.Head head) {
        return new ProcedureVersionView(
                head.number(),
                head.builtIn(),
                head.adopted(),
                head.reason(),
                head.createdBy() == null ? null : people.personName(head.createdBy()),
                head.createdAt());
    }
}
