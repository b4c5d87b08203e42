package vn.qppl.legality;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.people.SignedIn;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

/** Findings on documents of the register. Drafts are shown by the modules that hold them. */
@RestController
class FindingController {
    private final Findings findings;
    private final OrganisationDirectory directory;

    FindingController(Findings findings, OrganisationDirectory directory) {
        this.findings = findings;
        this.directory = directory;
    }

    /** @param actions decisions that the caller may make now */
    record FindingView(
            long id,
            long version,
            String rule,
            String title,
            String group,
            String groupLabel,
            String severity,
            String severityLabel,
            String explanation,
            String article,
            @Nullable String mending,
            List<Found.Evidence> evidence,
            boolean present,
            @Nullable Decision decision,
            @Nullable String decisionLabel,
            @Nullable String reason,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            List<Decision> actions) {}

    /** @param actions "check" where the caller may have the text checked (again) */
    record CheckedView(
            @Nullable Instant checkedAt,
            @Nullable String checkedBy,
            boolean outdated,
            boolean compared,
            List<FindingView> findings,
            List<String> actions) {}

    record DecisionRequest(
            long version, Decision decision, @Nullable String reason) {}

    /** At most some hundreds: a text has few. */
    @GetMapping("/api/documents/{id}/findings")
    @Requires(Permission.READ_FINDINGS)
    CheckedView findings(@PathVariable long id) {
        return view(findings.ofDocument(id));
    }

    @PostMapping("/api/documents/{id}/findings/check")
    @Requires(Permission.DECIDE_FINDINGS)
    CheckedView check(@PathVariable long id) {
        return view(findings.checkDocument(id, SignedIn.now().id()));
    }

    /** Of findings on documents only: a draft's are decided where the draft is. */
    @PostMapping("/api/findings/{id}/decision")
    @Requires(Permission.DECIDE_FINDINGS)
    FindingView decide(@PathVariable long id, @RequestBody DecisionRequest request) {
        if (!findings.get(id).subject().ofRegister()) throw LegalityProblem.FINDING_NOT_FOUND.asException();
        return view(findings.decide(
                id,
                request.version(),
                request.decision(),
                request.reason(),
                SignedIn.now().id()));
    }

    private CheckedView view(Findings.Checked checked) {
        boolean may = SignedIn.now().may(Permission.DECIDE_FINDINGS);
        var by = checked.checkedBy();
        return new CheckedView(
                checked.checkedAt(),
                by == null ? null : directory.personName(by),
                checked.outdated(),
                checked.compared(),
                checked.findings().stream().map(this::view).toList(),
                may ? List.of("check") : List.of());
    }

    private FindingView view(Found f) {
        var by = f.decidedBy();
        var decision = f.decision();
        return new FindingView(
                f.id(),
                f.version(),
                f.rule().code(),
                f.rule().title(),
                f.rule().group().name(),
                f.rule().group().label(),
                f.severity().name(),
                f.severity().label(),
                f.explanation(),
                f.article(),
                f.mending(),
                f.evidence(),
                f.present(),
                decision,
                decision == null ? null : decision.label(),
                f.reason(),
                by == null ? null : directory.personName(by),
                f.decidedAt(),
                SignedIn.now().may(Permission.DECIDE_FINDINGS) ? List.copyOf(Decision.after(decision)) : List.of());
    }
}
