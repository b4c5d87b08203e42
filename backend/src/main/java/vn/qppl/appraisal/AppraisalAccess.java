package vn.qppl.appraisal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.qppl.audit.Audit;
import vn.qppl.audit.Audit.Change;
import vn.qppl.audit.History;
import vn.qppl.drafting.Access;
import vn.qppl.drafting.CaseFile;
import vn.qppl.drafting.Dossier;
import vn.qppl.people.SignedIn;
import vn.qppl.procedure.Calendars;
import vn.qppl.procedure.Step;
import vn.qppl.web.Permission;

/** Who sees an appraisal and who may work on it; and how a change of it is kept. */
@Component
class AppraisalAccess {
    private final Appraisals appraisals;
    private final Access access;
    private final CaseFile caseFile;
    private final Calendars calendars;
    private final Audit audit;
    private final History history;

    AppraisalAccess(
            Appraisals appraisals,
            Access access,
            CaseFile caseFile,
            Calendars calendars,
            Audit audit,
            History history) {
        this.appraisals = appraisals;
        this.access = access;
        this.caseFile = caseFile;
        this.calendars = calendars;
        this.audit = audit;
        this.history = history;
    }

    /** Whether the caller's body holds the step of this round, so that its people work on it. */
    boolean holds(Dossier dossier, Appraisal appraisal) {
        return access.holds(dossier) && Objects.equals(dossier.stepId(), appraisal.stepId());
    }

    Step step(Dossier dossier, Appraisal appraisal) {
        return caseFile.step(dossier, appraisal.stepId());
    }

    /** The latest round, where the caller may see it: the appraising body always, everybody else when the report is sent. */
    Appraisal readable(Dossier dossier) {
        var me = SignedIn.now();
        return appraisals
                .findFirstByDossierIdOrderByIdDesc(dossier.id())
                .filter(a -> a.bodyId() == me.organisationId()
                        || me.may(Permission.READ_ALL_DOSSIERS)
                        || a.stage() == Stage.SENT)
                .orElseThrow(AppraisalProblem.NO_SUCH_APPRAISAL::asException);
    }

    /** Of the caller's own body, which holds the step now; held until the transaction ends. */
    Appraisal mine(Dossier dossier) {
        var found = readable(dossier);
        if (!holds(dossier, found)) throw vn.qppl.web.WebProblem.NOT_ALLOWED.asException();
        return appraisals.lock(found.id()).orElseThrow();
    }

    Appraisal mine(Dossier dossier, long version) {
        var appraisal = mine(dossier);
        if (appraisal.version() != version)
            throw AppraisalProblem.CHANGED_MEANWHILE.with(history.conflict(object(appraisal), appraisal.version()));
        return appraisal;
    }

    void checkDay(LocalDate from, LocalDate on) {
        var today = calendars.today();
        if (on.isBefore(from) || on.isAfter(today))
            throw vn.qppl.drafting.DraftingProblem.DAY_OUT_OF_RANGE.with(
                    Map.of("from", from.toString(), "to", today.toString()));
    }

    void saved(Appraisal appraisal, String action, List<Change> changes) {
        appraisals.saveAndFlush(appraisal);
        audit.record(object(appraisal), action, changes);
    }

    static String object(Appraisal appraisal) {
        return "appraisal:" + appraisal.id();
    }
}
