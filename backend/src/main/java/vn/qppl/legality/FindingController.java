package vn.qppl.legality;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.qppl.legality.FindingViews.CheckedView;
import vn.qppl.legality.FindingViews.FindingView;
import vn.qppl.people.SignedIn;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

/** Findings on documents of the register. Drafts are shown by the modules that hold them. */
@RestController
class FindingController {
    private final Findings findings;
    private final FindingViews views;

    FindingController(Findings findings, FindingViews views) {
        this.findings = findings;
        this.views = views;
    }

    record DecisionRequest(
            long version, Decision decision, @Nullable String reason) {}

    /** At most some hundreds: a text has few. */
    @GetMapping("/api/documents/{id}/findings")
    @Requires(Permission.READ_FINDINGS)
    CheckedView findings(@PathVariable long id) {
        return views.of(findings.ofDocument(id), mayDecide());
    }

    @PostMapping("/api/documents/{id}/findings/check")
    @Requires(Permission.DECIDE_FINDINGS)
    CheckedView check(@PathVariable long id) {
        return views.of(findings.checkDocument(id, SignedIn.now().id()), mayDecide());
    }

    /** Of findings on documents only: a draft's are decided where the draft is. */
    @PostMapping("/api/findings/{id}/decision")
    @Requires(Permission.DECIDE_FINDINGS)
    FindingView decide(@PathVariable long id, @RequestBody DecisionRequest request) {
        if (!findings.get(id).subject().ofRegister()) throw LegalityProblem.FINDING_NOT_FOUND.asException();
        return views.of(
                findings.decide(
                        id,
                        request.version(),
                        request.decision(),
                        request.reason(),
                        SignedIn.now().id()),
                mayDecide());
    }

    private static boolean mayDecide() {
        return SignedIn.now().may(Permission.DECIDE_FINDINGS);
    }
}
