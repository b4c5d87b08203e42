package vn.qppl.drafting;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.qppl.procedure.Paper;
import vn.qppl.procedure.Procedures;
import vn.qppl.procedure.Step;

/** What the desks of other modules read of a dossier; they asked {@link Access} before. */
@Component
public class CaseFile {
    private final CaseSteps steps;
    private final CasePapers papers;
    private final Procedures procedures;

    CaseFile(CaseSteps steps, CasePapers papers, Procedures procedures) {
        this.steps = steps;
        this.papers = papers;
        this.procedures = procedures;
    }

    /** A version of the draft, "Dự thảo 2". */
    public record Draft(int number, String sha256) {}

    /** @param there whether the dossier has it */
    public record Checked(Paper paper, boolean there) {
        public boolean isMissing() {
            return !there && CasePapers.isRequired(paper);
        }
    }

    /** What the procedure says of a step that the dossier was or is in. */
    public Step step(Dossier dossier, long stepId) {
        var code = steps.findById(stepId).orElseThrow().code();
        return procedures
                .version(dossier.procedureCode(), dossier.procedureNumber())
                .procedure()
                .step(code)
                .orElseThrow();
    }

    /** The dossier a step works on, by the procedure's list; not what the step itself makes. */
    public List<Checked> checklist(Dossier dossier, Step step) {
        var held = papers.of(dossier.id());
        return step.papers().stream()
                .map(paper -> new Checked(paper, held.stream().anyMatch(p -> CasePapers.is(p, paper))))
                .toList();
    }

    /** The newest that stands. */
    public Optional<Draft> draft(Dossier dossier) {
        return drafts(dossier).stream().reduce((one, later) -> later);
    }

    public Optional<Draft> draft(Dossier dossier, int number) {
        return drafts(dossier).stream().filter(d -> d.number() == number).findFirst();
    }

    private List<Draft> drafts(Dossier dossier) {
        return papers.of(dossier.id()).stream()
                .filter(p -> p.stands() && p.draftNumber() != null && p.sha256() != null)
                .map(p -> new Draft(Objects.requireNonNull(p.draftNumber()), Objects.requireNonNull(p.sha256())))
                .toList();
    }
}
