package vn.qppl.appraisal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.qppl.drafting.Access;
import vn.qppl.legality.CitedBases;
import vn.qppl.legality.Decision;
import vn.qppl.legality.FindingViews;
import vn.qppl.legality.FindingViews.CheckedView;
import vn.qppl.legality.FindingViews.FindingView;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

/** What a machine finds in the draft under appraisal, and the bases it names. */
@RestController
@RequestMapping("/api/dossiers/{id}/appraisal")
class DraftFindingController {
    private final DraftFindings findings;
    private final FindingViews views;
    private final CitedBases bases;
    private final Access access;
    private final AppraisalAccess held;

    DraftFindingController(
            DraftFindings findings, FindingViews views, CitedBases bases, Access access, AppraisalAccess held) {
        this.findings = findings;
        this.views = views;
        this.bases = bases;
        this.access = access;
        this.held = held;
    }

    record DraftDecisionRequest(
            long version, Decision decision, @Nullable String reason) {}

    record CitedBasesView(List<CitedBases.CitedBasis> items) {}

    @GetMapping("/findings")
    @Requires(Permission.READ_DOSSIERS)
    CheckedView findings(@PathVariable long id) {
        return view(findings.of(id));
    }

    @PostMapping("/findings/check")
    @Requires(Permission.DO_CASEWORK)
    CheckedView check(@PathVariable long id) {
        return view(findings.check(id));
    }

    @PostMapping("/findings/{finding}/decision")
    @Requires(Permission.DO_CASEWORK)
    FindingView decide(@PathVariable long id, @PathVariable long finding, @RequestBody DraftDecisionRequest request) {
        return views.of(findings.decide(id, finding, request.version(), request.decision(), request.reason()), true);
    }

    /** At most a hundred. */
    @GetMapping("/bases")
    @Requires(Permission.READ_DOSSIERS)
    CitedBasesView bases(@PathVariable long id) {
        var dossier = access.readable(id);
        return new CitedBasesView(bases.of(findings.reading(dossier, held.readable(dossier))));
    }

    private CheckedView view(DraftFindings.Shown shown) {
        return views.of(shown.checked(), shown.mayDecide());
    }
}
