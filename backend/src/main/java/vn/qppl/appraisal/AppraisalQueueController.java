package vn.qppl.appraisal;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.qppl.people.SignedIn;
import vn.qppl.procedure.Calendars;
import vn.qppl.web.Page;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

/** What lies at the appraisal desk. */
@RestController
@RequestMapping("/api/appraisals")
class AppraisalQueueController {
    private final AppraisalQueue queue;
    private final Calendars calendars;

    AppraisalQueueController(AppraisalQueue queue, Calendars calendars) {
        this.queue = queue;
        this.calendars = calendars;
    }

    /** @param remainingWorkingDays until it is due, negative: so many late; null where no time runs or the round has ended */
    record AppraisalCard(
            long id,
            long dossierId,
            String title,
            String draftingBody,
            String body,
            Stage stage,
            String stageLabel,
            LocalDate receivedOn,
            @Nullable LocalDate completeOn,
            @Nullable LocalDate dueOn,
            @Nullable Integer remainingWorkingDays,
            @Nullable String officer,
            @Nullable String reportNumber,
            @Nullable LocalDate reportOn) {}

    /** @param count null for ended rounds, which are not counted */
    record StageCount(Stage stage, String label, @Nullable Integer count) {}

    /** @param whose only what the caller may ask for */
    record QueueSummary(List<AppraisalQueue.Whose> whose, int open, List<StageCount> stages) {}

    /** What is due first before; ended rounds newest first. */
    @GetMapping
    @Requires(Permission.READ_DOSSIERS)
    Page<AppraisalCard> list(
            @RequestParam(required = false) @Nullable Stage stage,
            @RequestParam(defaultValue = "UNIT") AppraisalQueue.Whose whose,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after) {
        int most = Page.size(size, 25);
        var today = calendars.today();
        var filter = new AppraisalQueue.Filter(
                stage, body(whose), officer(whose), q == null || q.isBlank() ? null : q.strip());
        var page = Page.of(queue.list(filter, AppraisalQueue.After.parse(after), most), most, AppraisalQueue.After::of);
        return new Page<>(page.items().stream().map(row -> card(row, today)).toList(), page.next(), null);
    }

    @GetMapping("/summary")
    @Requires(Permission.READ_DOSSIERS)
    QueueSummary summary(@RequestParam(defaultValue = "UNIT") AppraisalQueue.Whose whose) {
        var counts = queue.counts(body(whose), officer(whose));
        return new QueueSummary(
                Stream.of(AppraisalQueue.Whose.values())
                        .filter(w ->
                                w != AppraisalQueue.Whose.ALL || SignedIn.now().may(Permission.READ_ALL_DOSSIERS))
                        .toList(),
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                Stream.of(Stage.values())
                        .map(stage -> new StageCount(
                                stage, stage.label(), stage.isOpen() ? (Integer) counts.getOrDefault(stage, 0) : null))
                        .toList());
    }

    /** Of every body only for those who read everything; anybody else sees the own body's desk. */
    private static @Nullable Long body(AppraisalQueue.Whose whose) {
        var me = SignedIn.now();
        boolean all = whose == AppraisalQueue.Whose.ALL && me.may(Permission.READ_ALL_DOSSIERS);
        return all ? null : (Long) me.organisationId();
    }

    private static @Nullable Long officer(AppraisalQueue.Whose whose) {
        return switch (whose) {
            case MINE -> SignedIn.now().id();
            case FREE -> 0L;
            case UNIT, ALL -> null;
        };
    }

    private AppraisalCard card(AppraisalQueue.Row row, LocalDate today) {
        var due = row.dueOn();
        return new AppraisalCard(
                row.id(),
                row.dossierId(),
                row.title(),
                row.draftingBody(),
                row.body(),
                row.stage(),
                row.stage().label(),
                row.receivedOn(),
                row.completeOn(),
                due,
                due == null || !row.stage().isOpen()
                        ? null
                        : (Integer) calendars.current().workingDaysBetween(today, due),
                row.officer(),
                row.reportNumber(),
                row.reportOn());
    }
}
