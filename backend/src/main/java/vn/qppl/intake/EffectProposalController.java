package vn.qppl.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.qppl.document.DocumentProblem;
import vn.qppl.document.Register;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.people.SignedIn;
import vn.qppl.web.Page;
import vn.qppl.web.Permission;
import vn.qppl.web.ProblemException;
import vn.qppl.web.Requires;

/** The desk of effects that were read and wait for a person. */
@RestController
class EffectProposalController {
    private static final int USUAL = 50;

    private final EffectProposals proposals;
    private final Register register;
    private final OrganisationDirectory directory;

    EffectProposalController(EffectProposals proposals, Register register, OrganisationDirectory directory) {
        this.proposals = proposals;
        this.register = register;
        this.directory = directory;
    }

    /** @param target the document acted on, as the register cites it; null where a person must say which */
    record ProposalView(
            WaitingEffect proposal,
            String document,
            @Nullable String target,
            @Nullable String decidedBy,
            List<String> actions) {}

    /** @param version of the proposal as the person saw it */
    record Chosen(long id, long version) {}

    record AcceptRequest(List<Chosen> proposals) {}

    record RefuseRequest(List<Chosen> proposals, String why) {}

    record CorrectRequest(long version, EffectProposals.EffectCorrection correction) {}

    /** @param code of the problem that kept a proposal open */
    record Left(long id, String code) {}

    record Decided(int done, List<Left> left) {}

    @GetMapping("/api/effect-proposals")
    @Requires(Permission.READ_REGISTER)
    Page<ProposalView> list(
            @RequestParam(required = false) @Nullable Long document,
            @RequestParam(required = false) WaitingEffect.@Nullable State state,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable Integer size) {
        int most = Page.size(size, USUAL);
        var rows = proposals.list(document, state, after == null ? 0 : after, most + 1);
        return Page.of(
                rows.stream().map(this::view).toList(),
                most,
                v -> String.valueOf(v.proposal().id()));
    }

    /** Several at once: those that cannot be accepted stay open, each with its reason. At most 100. */
    @PostMapping("/api/effect-proposals/accept")
    @Requires(Permission.CONFIRM_READINGS)
    Decided accept(@RequestBody AcceptRequest request) {
        long by = SignedIn.now().id();
        return each(
                request.proposals(),
                p -> proposals.accept(p.id(), p.version(), EffectProposals.EffectCorrection.NONE, by));
    }

    @PostMapping("/api/effect-proposals/refuse")
    @Requires(Permission.CONFIRM_READINGS)
    Decided refuse(@RequestBody RefuseRequest request) {
        if (request.why().isBlank()) throw DocumentProblem.REASON_MISSING.asException();
        long by = SignedIn.now().id();
        return each(request.proposals(), p -> proposals.refuse(p.id(), p.version(), request.why(), by));
    }

    @PostMapping("/api/effect-proposals/{id}/correct")
    @Requires(Permission.CONFIRM_READINGS)
    ProposalView correct(@PathVariable long id, @RequestBody CorrectRequest request) {
        proposals.accept(
                id, request.version(), request.correction(), SignedIn.now().id());
        return view(proposals.get(id));
    }

    @PostMapping("/api/documents/{id}/effect-proposals/read-again")
    @Requires(Permission.CONFIRM_READINGS)
    Page<ProposalView> readAgain(@PathVariable long id) {
        proposals.readAgain(id);
        return list(id, WaitingEffect.State.OPEN, null, null);
    }

    private interface Act {
        void on(Chosen chosen);
    }

    private static Decided each(List<Chosen> chosen, Act act) {
        int done = 0;
        var left = new ArrayList<Left>();
        for (var one : chosen.stream().limit(Page.MOST).toList()) {
            try {
                act.on(one);
                done++;
            } catch (ProblemException e) {
                // one of several: the others are decided all the same, this one is named with its reason
                if (chosen.size() == 1) throw e;
                left.add(new Left(one.id(), e.code()));
            }
        }
        return new Decided(done, left);
    }

    private ProposalView view(WaitingEffect p) {
        var target = p.targetId();
        var by = p.decidedBy();
        boolean mayDecide =
                p.state() == WaitingEffect.State.OPEN && SignedIn.now().may(Permission.CONFIRM_READINGS);
        return new ProposalView(
                p,
                register.get(p.documentId()).citedAs(),
                target == null ? null : register.get(target).citedAs(),
                by == null ? null : directory.personName(by),
                mayDecide ? List.of("accept", "correct", "refuse") : List.of());
    }
}
