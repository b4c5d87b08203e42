package vn.qppl.legality;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.qppl.people.OrganisationDirectory;

/** Findings as pages show them, whoever holds the text. */
@Component
public class FindingViews {
    private final OrganisationDirectory directory;

    FindingViews(OrganisationDirectory directory) {
        this.directory = directory;
    }

    /** @param actions decisions that the caller may make now */
    public record FindingView(
            long id,
            long version,
            String rule,
            String title,
            String group,
            String groupLabel,
            String severity,
            String severityLabel,
            String explanation,
            String article,
            @Nullable String mending,
            List<Found.Evidence> evidence,
            boolean present,
            @Nullable Decision decision,
            @Nullable String decisionLabel,
            @Nullable String reason,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            List<Decision> actions) {}

    /** @param actions "check" where the caller may have the text checked (again) */
    public record CheckedView(
            @Nullable Instant checkedAt,
            @Nullable String checkedBy,
            boolean outdated,
            boolean compared,
            List<FindingView> findings,
            List<String> actions) {}

    /** @param mayDecide whether the caller may have the text checked and decide on what was found */
    public CheckedView of(Findings.Checked checked, boolean mayDecide) {
        var by = checked.checkedBy();
        return new CheckedView(
                checked.checkedAt(),
                by == null ? null : directory.personName(by),
                checked.outdated(),
                checked.compared(),
                checked.findings().stream().map(found -> of(found, mayDecide)).toList(),
                mayDecide ? List.of("check") : List.of());
    }

    public FindingView of(Found f, boolean mayDecide) {
        var by = f.decidedBy();
        var decision = f.decision();
        return new FindingView(
                f.id(),
                f.version(),
                f.rule().code(),
                f.rule().title(),
                f.rule().group().name(),
                f.rule().group().label(),
                f.severity().name(),
                f.severity().label(),
                f.explanation(),
                f.article(),
                f.mending(),
                f.evidence(),
                f.present(),
                decision,
                decision == null ? null : decision.label(),
                f.reason(),
                by == null ? null : directory.personName(by),
                f.decidedAt(),
                mayDecide ? List.copyOf(Decision.after(decision)) : List.of());
    }
}
