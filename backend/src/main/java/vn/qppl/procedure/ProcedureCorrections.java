package vn.qppl.procedure;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.qppl.audit.Actor;
import vn.qppl.audit.Audit;
import vn.qppl.audit.Audit.Change;
import vn.qppl.audit.History;
import vn.qppl.web.ProblemException;

/** Correcting a procedure: a whole new version with a reason, for cases that begin from then on. */
@Service
class ProcedureCorrections {
    private final VersionStore store;
    private final Audit audit;
    private final History history;
    private final Clock clock;

    ProcedureCorrections(VersionStore store, Audit audit, History history, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.history = history;
        this.clock = clock;
    }

    /** What the text would change; empty mistakes: it can be added. */
    record ProcedureCheck(List<String> mistakes, List<ProcedureComparison.ProcedureDifference> differences) {}

    ProcedureCheck check(String code, String yaml) {
        var head = store.current(code).orElseThrow(ProcedureProblem.NO_SUCH_PROCEDURE::asException);
        try {
            var procedure = ProcedureReader.read(yaml);
            return new ProcedureCheck(
                    List.of(), ProcedureComparison.of(store.version(head).procedure(), procedure));
        } catch (ProcedureReader.Mistaken e) {
            return new ProcedureCheck(e.mistakes(), List.of());
        }
    }

    /**
     * @param basedOn number of the version that was corrected
     * @return number of the new version
     */
    @Transactional
    public int add(String code, int basedOn, String yaml, String reason) {
        var head = store.lockCurrent(code).orElseThrow(ProcedureProblem.NO_SUCH_PROCEDURE::asException);
        if (head.number() != basedOn)
            throw ProcedureProblem.CORRECTED_MEANWHILE.with(history.conflict(object(code), head.number()));
        var corrected = read(yaml);
        var current = store.version(head).procedure();
        if (!sameKind(current, corrected)) throw ProcedureProblem.OF_ANOTHER.with("expected", current.title());
        if (store.yaml(code, basedOn).orElseThrow().equals(yaml)) throw ProcedureProblem.NOTHING_CHANGED.asException();
        int number = store.add(code, false, true, yaml, reason, Actor.current().orElse(null), clock.instant());
        audit.record(
                object(code),
                "correct",
                List.of(Change.of("version", basedOn, number), Change.of("reason", null, reason)));
        return number;
    }

    List<ProcedureComparison.ProcedureDifference> compare(String code, int old, int now) {
        return ProcedureComparison.of(version(code, old), version(code, now));
    }

    private Procedure version(String code, int number) {
        return store.head(code, number)
                .map(store::version)
                .orElseThrow(ProcedureProblem.NO_SUCH_VERSION::asException)
                .procedure();
    }

    private static Procedure read(String yaml) {
        try {
            return ProcedureReader.read(yaml);
        } catch (ProcedureReader.Mistaken e) {
            throw new ProblemException(
                    ProcedureProblem.MISTAKEN,
                    Map.of("mistakes", e.mistakes()),
                    List.of(new ProblemException.FieldProblem("/yaml", "procedure-mistaken")));
        }
    }

    /** A correction changes how something is done, not what is done: else cases would be chosen a procedure of another form. */
    private static boolean sameKind(Procedure one, Procedure other) {
        return one.code().equals(other.code())
                && one.form() == other.form()
                && one.level() == other.level()
                && one.kind() == other.kind()
                && one.regimes().equals(other.regimes());
    }

    static String object(String code) {
        return "procedure:" + code;
    }
}
