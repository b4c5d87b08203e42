package vn.qppl.drafting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.qppl.procedure.Calendars;
import vn.qppl.procedure.Course;
import vn.qppl.procedure.Deadline;
import vn.qppl.procedure.Limit;
import vn.qppl.procedure.Procedure;
import vn.qppl.procedure.Step;

/** The law's clock of one dossier: which limits run, from which recorded day, until when. */
@Component
class CaseClock {
    private final CaseFacts facts;
    private final Calendars calendars;

    CaseClock(CaseFacts facts, Calendars calendars) {
        this.facts = facts;
        this.calendars = calendars;
    }

    /** A counted limit of the step it binds. */
    record Counted(Step step, Deadline deadline) {}

    /** All limits whose event is on record, in the order of the procedure. */
    List<Counted> counted(Dossier dossier, Procedure procedure, List<CaseStep> steps) {
        var events = facts.events(dossier.id());
        var reliefs = facts.reliefs(dossier.id());
        var counted = new ArrayList<Counted>();
        for (var step : procedure.steps())
            for (var limit : step.limits())
                course(step, limit, steps, events, reliefs)
                        .ifPresent(course -> counted.add(
                                new Counted(step, Deadline.of(limit, course, calendars.today(), calendars.current()))));
        return counted;
    }

    /** The first day by which the current step must be done; empty where no limit of it runs. */
    Optional<Deadline> due(Dossier dossier, Procedure procedure, List<CaseStep> steps) {
        return running(dossier, procedure, steps).stream().min(Comparator.comparing(Deadline::due));
    }

    /** The limits of the current step that say until when. Those of a special case are shown and bind by their event alone. */
    List<Deadline> running(Dossier dossier, Procedure procedure, List<CaseStep> steps) {
        return counted(dossier, procedure, steps).stream()
                .filter(c -> c.step().code().equals(dossier.stepCode()))
                .map(Counted::deadline)
                .filter(d ->
                        d.limit().bound() == Limit.Bound.LATEST && d.limit().when() == null)
                .toList();
    }

    private static Optional<Course> course(
            Step step,
            Limit limit,
            List<CaseStep> steps,
            List<CaseFacts.Event> events,
            List<CaseFacts.Relief> reliefs) {
        var visits = steps.stream().filter(s -> s.code().equals(step.code())).toList();
        var visit = visits.isEmpty() ? null : visits.getLast();
        CaseFacts.@Nullable Event from = null;
        for (var event : events) {
            if (event.event() != limit.from()) continue;
            // what happened in an earlier round of the step started that round's clock, not this one's
            boolean earlierRound = visit != null
                    && event.stepId() != visit.id()
                    && visits.stream().anyMatch(v -> v.id() == event.stepId());
            if (!earlierRound) from = event;
        }
        if (from == null) return Optional.empty();
        var course = Course.from(from.on());
        if (visit == null) return Optional.of(course);
        for (var relief : reliefs) {
            if (relief.stepId() != visit.id()) continue;
            if (relief.from() != null && (relief.to() == null || relief.to().isAfter(relief.from())))
                course = course.paused(new Course.Pause(relief.from(), relief.to(), relief.reason()));
            if (relief.extendedTo() != null && Objects.equals(relief.limit(), limit.code()))
                course = course.extended(new Course.Extension(relief.extendedTo(), relief.reason()));
        }
        LocalDate done = visit.doneOn();
        return Optional.of(done == null ? course : course.done(done));
    }
}
