package vn.qppl.procedure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The procedures to follow: for new cases the current ones, for running cases the version they began with. */
@Service
public class Procedures {
    private static final Logger log = LoggerFactory.getLogger(Procedures.class);

    private final VersionStore store;

    Procedures(VersionStore store) {
        this.store = store;
    }

    /**
     * @param version what a new case keeps; null where there is no procedure
     * @param choice the reason, the article and the warnings; or what stands against it
     */
    public record Chosen(@Nullable ProcedureVersion version, ProcedureChoice.Choice choice) {}

    /** The current version of each, by code. */
    public List<ProcedureVersion> current() {
        var versions = new ArrayList<ProcedureVersion>();
        for (var head : store.current()) {
            try {
                versions.add(store.version(head));
            } catch (ProcedureReader.Mistaken e) {
                log.error("procedure {} version {} cannot be read: {}", head.code(), head.number(), e.mistakes());
            }
        }
        return List.copyOf(versions);
    }

    /** @throws vn.qppl.web.ProblemException {@link ProcedureProblem#NO_SUCH_PROCEDURE} */
    public ProcedureVersion current(String code) {
        return store.current(code).map(store::version).orElseThrow(ProcedureProblem.NO_SUCH_PROCEDURE::asException);
    }

    /**
     * What a running case follows, however often the procedure was corrected since.
     *
     * @throws vn.qppl.web.ProblemException {@link ProcedureProblem#NO_SUCH_VERSION}
     */
    public ProcedureVersion version(String code, int number) {
        return store.head(code, number).map(store::version).orElseThrow(ProcedureProblem.NO_SUCH_VERSION::asException);
    }

    /** Which procedure holds for a draft on a day, and why. Asked again on a later day it says whether the law in between moves the case. */
    public Chosen choose(ProcedureChoice.Draft draft) {
        var current = current();
        var choice = ProcedureChoice.choose(
                draft, current.stream().map(ProcedureVersion::procedure).toList());
        var procedure = choice.procedure();
        var version = procedure == null
                ? null
                : current.stream()
                        .filter(candidate -> candidate.code().equals(procedure.code()))
                        .findFirst()
                        .orElse(null);
        return new Chosen(version, choice);
    }
}
