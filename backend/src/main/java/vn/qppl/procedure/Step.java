package vn.qppl.procedure;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One step of a procedure.
 *
 * @param code unique in its procedure
 * @param bodyName how the responsible body is called at this level
 * @param when only in such cases; null: always
 * @param papers the dossier it works on
 * @param produces the papers without which it is not done
 * @param subjects what its report must conclude on; empty for most
 * @param outcomes never empty
 */
public record Step(
        String code,
        String name,
        Activity activity,
        ResponsibleBody body,
        String bodyName,
        @Nullable String when,
        String article,
        Certainty certainty,
        @Nullable String note,
        List<Paper> papers,
        List<Paper> produces,
        List<Limit> limits,
        List<Subject> subjects,
        List<Share> shares,
        List<Outcome> outcomes) {

    public Optional<Outcome> outcome(String outcomeCode) {
        return outcomes.stream()
                .filter(outcome -> outcome.code().equals(outcomeCode))
                .findFirst();
    }
}
