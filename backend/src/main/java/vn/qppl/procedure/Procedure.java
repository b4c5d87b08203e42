package vn.qppl.procedure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.qppl.people.OrganisationLevel;

/**
 * How a document of one form is made at one level, from the first paper to publication.
 *
 * @param edition of the file that comes with the software; corrections are numbered by their table
 * @param regimes under which it may be followed
 * @param symbol of the documents it makes, {@code QĐ-UBND}
 * @param notes what a reader should know, as which decree was not at hand
 * @param steps in the usual order; the first is where a case begins
 */
public record Procedure(
        String code,
        int edition,
        String title,
        Set<Regime> regimes,
        DocumentForm form,
        OrganisationLevel level,
        ProcedureKind kind,
        String symbol,
        List<String> sources,
        List<String> notes,
        List<Step> steps) {

    public Step first() {
        return steps.getFirst();
    }

    public Optional<Step> step(String stepCode) {
        return steps.stream().filter(step -> step.code().equals(stepCode)).findFirst();
    }

    /** The first step of this kind; empty where the procedure has none. */
    public Optional<Step> step(Activity activity) {
        return steps.stream().filter(step -> step.activity() == activity).findFirst();
    }

    public List<Limit> limits() {
        return steps.stream().flatMap(step -> step.limits().stream()).toList();
    }

    public Optional<Limit> limit(String limitCode) {
        return limits().stream().filter(limit -> limit.code().equals(limitCode)).findFirst();
    }

    /** How many facts were not read in the law's own words: limits, steps, and what single papers and subjects add to a step that was. */
    public int recalled() {
        int n = 0;
        for (var step : steps) {
            n += count(step.limits().stream().map(Limit::certainty));
            if (step.certainty() == Certainty.RECALLED) n++;
            else {
                n += count(step.papers().stream().map(Paper::certainty));
                n += count(step.produces().stream().map(Paper::certainty));
                n += count(step.subjects().stream().map(Subject::certainty));
            }
        }
        return n;
    }

    private static int count(Stream<Certainty> certainties) {
        return (int)
                certainties.filter(certainty -> certainty == Certainty.RECALLED).count();
    }
}
