package vn.qppl.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.qppl.audit.History;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.people.SignedIn;
import vn.qppl.procedure.Activity;
import vn.qppl.web.Permission;

/**
 * Who sees a dossier and who may act in it. A body sees it from the day it takes part: the drafting body from registration, others when a
 * step first comes to them; it acts while it holds the step, and no longer.
 */
@Component
public class Access {
    private final Dossiers dossiers;
    private final JdbcClient jdbc;
    private final OrganisationDirectory directory;
    private final History history;

    Access(Dossiers dossiers, JdbcClient jdbc, OrganisationDirectory directory, History history) {
        this.dossiers = dossiers;
        this.jdbc = jdbc;
        this.directory = directory;
        this.history = history;
    }

    /** @throws vn.qppl.web.ProblemException {@link DraftingProblem#NO_SUCH_DOSSIER} also where it is none of the caller's business */
    public Dossier readable(long id) {
        return dossiers.findById(id).filter(this::maySee).orElseThrow(DraftingProblem.NO_SUCH_DOSSIER::asException);
    }

    private boolean maySee(Dossier dossier) {
        var me = SignedIn.now();
        if (me.may(Permission.READ_ALL_DOSSIERS)) return true;
        return jdbc.sql("select count(*) from dossier_reader where organisation_id = ? and dossier_id = ?")
                        .params(me.organisationId(), dossier.id())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Held against others until the transaction ends; as the caller saw it. */
    Dossier locked(long id, long version) {
        var dossier = locked(id);
        if (dossier.version() != version)
            throw DraftingProblem.CHANGED_MEANWHILE.with(history.conflict(CasePapers.object(id), dossier.version()));
        return dossier;
    }

    Dossier locked(long id) {
        return dossiers.lock(id).filter(this::maySee).orElseThrow(DraftingProblem.NO_SUCH_DOSSIER::asException);
    }

    /** Only where the caller's body holds the current step. */
    void checkHolder(Dossier dossier) {
        if (!dossier.isOpen()) throw DraftingProblem.OVER.asException();
        if (!holds(dossier)) {
            long holder = Objects.requireNonNull(dossier.holderId());
            throw DraftingProblem.NOT_HOLDER.with(
                    "holder", directory.get(holder).name());
        }
    }

    public boolean holds(Dossier dossier) {
        var me = SignedIn.now();
        return dossier.isOpen()
                && me.may(Permission.DO_CASEWORK)
                && Objects.equals(dossier.holderId(), me.organisationId());
    }

    /** The drafting body, while nothing is signed. */
    boolean mayGiveUp(Dossier dossier) {
        var me = SignedIn.now();
        return dossier.isOpen()
                && dossier.state() != DossierState.ISSUED
                && me.may(Permission.REGISTER_DOSSIERS)
                && dossier.draftingBodyId() == me.organisationId();
    }

    /** What the caller may do with it now. */
    List<String> actions(Dossier dossier, boolean paused) {
        var actions = new ArrayList<String>();
        if (holds(dossier)) {
            actions.add(action(Objects.requireNonNull(dossier.activity())));
            actions.addAll(List.of("addPaper", "addDraft", "recordEvent", "extend"));
            actions.add(paused ? "resume" : "pause");
        }
        if (mayGiveUp(dossier)) actions.addAll(List.of("withdraw", "merge"));
        return List.copyOf(actions);
    }

    private static String action(Activity activity) {
        if (atAppraisalDesk(activity)) return "appraise";
        return activity == Activity.SIGN ? "sign" : "finish";
    }

    static boolean atAppraisalDesk(Activity activity) {
        return activity == Activity.APPRAISE || activity == Activity.APPRAISE_POLICY;
    }
}
