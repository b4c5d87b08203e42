package vn.qppl.appraisal;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.qppl.attachment.Readings;
import vn.qppl.drafting.Access;
import vn.qppl.drafting.CaseFile;
import vn.qppl.drafting.Dossier;
import vn.qppl.legality.Decision;
import vn.qppl.legality.Findings;
import vn.qppl.legality.Found;
import vn.qppl.legality.LegalityProblem;
import vn.qppl.legality.Subject;
import vn.qppl.people.SignedIn;
import vn.qppl.procedure.Calendars;
import vn.qppl.procedure.ProcedureKind;
import vn.qppl.reading.Reading;
import vn.qppl.scrutiny.Facts;
import vn.qppl.scrutiny.Regime;
import vn.qppl.web.WebProblem;

/**
 * Machine findings on the draft that is appraised. They belong to the appraisal: who sees it sees them, who works on it decides on them.
 * One dossier is one subject whatever the version of its draft, so that decisions stay with words that stay.
 */
@Service
class DraftFindings {
    private static final String DRAFT = "DRAFT";

    private final Access access;
    private final AppraisalAccess held;
    private final CaseFile caseFile;
    private final Readings readings;
    private final Findings findings;
    private final Calendars calendars;

    DraftFindings(
            Access access,
            AppraisalAccess held,
            CaseFile caseFile,
            Readings readings,
            Findings findings,
            Calendars calendars) {
        this.access = access;
        this.held = held;
        this.caseFile = caseFile;
        this.readings = readings;
        this.findings = findings;
        this.calendars = calendars;
    }

    /** @param mayDecide whether the caller works on this appraisal now */
    record Shown(Findings.Checked checked, boolean mayDecide) {}

    Shown of(long dossierId) {
        var dossier = access.readable(dossierId);
        var appraisal = held.readable(dossier);
        var hash = read(dossier, appraisal) == null ? null : Findings.textHash(reading(dossier, appraisal));
        return new Shown(findings.of(subject(dossier), hash), held.holds(dossier, appraisal));
    }

    /** Reads and searches, so outside any transaction of its own. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Shown check(long dossierId) {
        var dossier = access.readable(dossierId);
        var appraisal = held.readable(dossier);
        if (!held.holds(dossier, appraisal)) throw WebProblem.NOT_ALLOWED.asException();
        var reading = reading(dossier, appraisal);
        var checked = findings.check(
                subject(dossier),
                reading,
                facts(dossier, reading, calendars.today()),
                SignedIn.now().id());
        return new Shown(checked, true);
    }

    /** @throws vn.qppl.web.ProblemException {@link LegalityProblem#FINDING_NOT_FOUND} for a finding on another text */
    Found decide(long dossierId, long findingId, long seen, Decision decision, @Nullable String reason) {
        var dossier = access.readable(dossierId);
        if (!held.holds(dossier, held.readable(dossier))) throw WebProblem.NOT_ALLOWED.asException();
        if (!findings.get(findingId).subject().equals(subject(dossier)))
            throw LegalityProblem.FINDING_NOT_FOUND.asException();
        return findings.decide(findingId, seen, decision, reason, SignedIn.now().id());
    }

    /** @throws vn.qppl.web.ProblemException {@link AppraisalProblem#NO_DRAFT} */
    Reading reading(Dossier dossier, Appraisal appraisal) {
        var read = read(dossier, appraisal);
        if (read == null) throw AppraisalProblem.NO_DRAFT.asException();
        return read;
    }

    private @Nullable Reading read(Dossier dossier, Appraisal appraisal) {
        return caseFile.draft(dossier, Anchors.appraised(dossier, appraisal, caseFile))
                .flatMap(draft -> readings.of(draft.sha256()))
                .map(Readings.Read::reading)
                .orElse(null);
    }

    private static Subject subject(Dossier dossier) {
        return new Subject(DRAFT, dossier.id());
    }

    /**
     * What the dossier knows goes before what the draft says of itself. The day is that of the signature, else the planned one; a plan that has
     * passed cannot be kept any more, so today is the earliest.
     */
    static Facts facts(Dossier dossier, Reading reading, LocalDate today) {
        var planned = dossier.plannedOn();
        var day = Objects.requireNonNullElse(
                dossier.signedOn(), planned == null || planned.isBefore(today) ? today : planned);
        var read = Facts.of(reading);
        var form = switch (dossier.form()) {
            case COUNCIL_RESOLUTION -> Facts.Form.COUNCIL_RESOLUTION;
            case COMMITTEE_DECISION -> Facts.Form.COMMITTEE_DECISION;
            case CHAIRMAN_DECISION -> Facts.Form.CHAIRMAN_DECISION;
        };
        var level = switch (dossier.level()) {
            case CENTRAL -> Facts.Level.CENTRAL;
            case PROVINCE -> Facts.Level.PROVINCE;
            case DISTRICT -> Facts.Level.DISTRICT;
            case COMMUNE -> Facts.Level.COMMUNE;
        };
        return new Facts(
                day,
                Regime.on(day),
                form,
                level,
                read.issuer(),
                dossier.kind() == ProcedureKind.SHORTENED ? Facts.Procedure.SHORTENED : Facts.Procedure.ORDINARY,
                true,
                dossier.signedOn() == null);
    }
}
