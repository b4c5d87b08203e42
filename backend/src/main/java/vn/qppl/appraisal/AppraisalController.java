package vn.qppl.appraisal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.qppl.appraisal.AppraisalViews.AppraisalView;
import vn.qppl.appraisal.AppraisalViews.DraftTextView;
import vn.qppl.audit.History;
import vn.qppl.drafting.Access;
import vn.qppl.web.Page;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

/** The appraisal desk of a dossier; always its latest round. */
@RestController
@RequestMapping("/api/dossiers/{id}/appraisal")
class AppraisalController {
    private final AppraisalDesk desk;
    private final AppraisalWriting writing;
    private final AppraisalAccess held;
    private final AppraisalViews views;
    private final Reports reports;
    private final Access access;
    private final History history;

    AppraisalController(
            AppraisalDesk desk,
            AppraisalWriting writing,
            AppraisalAccess held,
            AppraisalViews views,
            Reports reports,
            Access access,
            History history) {
        this.desk = desk;
        this.writing = writing;
        this.held = held;
        this.views = views;
        this.reports = reports;
        this.access = access;
        this.history = history;
    }

    record AskForMoreRequest(
            @NotNull Long version,
            @NotNull LocalDate on,
            @NotBlank @Size(max = 2000) String what) {}

    record CompleteRequest(@NotNull Long version, @NotNull LocalDate on) {}

    record AssignRequest(@NotNull Long version, @NotNull Long officer) {}

    record CouncilRequest(
            @NotNull Long version,
            @NotNull LocalDate on,
            @NotNull @Min(1) Integer members,
            @NotNull @Min(0) Integer present,
            @Nullable @Size(max = 2000) String note) {}

    record SubjectRequest(
            @NotNull AppraisalNotes.Verdict verdict,
            @NotNull @Size(max = 8000) String opinion) {}

    record RemarkRequest(
            @NotNull Integer draft,
            @NotNull @Size(max = 200) String address,
            @NotBlank @Size(max = 4000) String quote,
            @NotNull AppraisalNotes.RemarkKind kind,
            @NotBlank @Size(max = 8000) String remark) {}

    record AskOpinionRequest(
            @NotBlank @Size(max = 300) String agency,
            @NotNull LocalDate on,
            @Nullable LocalDate due) {}

    record OpinionRequest(
            @NotNull LocalDate on,
            @Nullable @Size(max = 80) String number,
            @NotBlank @Size(max = 8000) String opinion) {}

    record ConcludeRequest(
            @NotNull Long version,
            @NotBlank String outcome,
            @NotBlank @Size(max = 8000) String conclusion) {}

    record SendBackRequest(
            @NotNull Long version,
            @NotBlank @Size(max = 2000) String reason) {}

    record ApproveRequest(@NotNull Long version) {}

    record ReturnRequest(
            @NotNull Long version,
            @NotBlank String outcome,
            @NotNull LocalDate on,
            @NotBlank @Size(max = 2000) String reason) {}

    record SendReportRequest(
            @NotNull Long version,
            @NotBlank @Size(max = 80) String number,
            @NotNull LocalDate on,
            @Nullable @Size(max = 2000) String lateReason) {}

    record FateRequest(
            @NotNull AppraisalNotes.Fate fate,
            @Nullable @Size(max = 2000) String note) {}

    /** @param blocks in the order of the page */
    record ReportPreviewView(List<ReportDocx.Block> blocks) {}

    @GetMapping
    @Requires(Permission.READ_DOSSIERS)
    AppraisalView appraisal(@PathVariable long id) {
        return views.of(access.readable(id));
    }

    /** The appraised draft with its provisions' places. */
    @GetMapping("/draft")
    @Requires(Permission.READ_DOSSIERS)
    DraftTextView draft(@PathVariable long id) {
        return views.draft(access.readable(id));
    }

    @GetMapping("/history")
    @Requires(Permission.READ_DOSSIERS)
    Page<History.Entry> history(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable Long after) {
        var appraisal = held.readable(access.readable(id));
        int most = Page.size(size, 50);
        return Page.of(
                history.list(AppraisalAccess.object(appraisal), after == null ? Long.MAX_VALUE : after, most),
                most,
                entry -> Long.toString(entry.id()));
    }

    @PostMapping("/ask-for-more")
    @Requires(Permission.DO_CASEWORK)
    AppraisalView askForMore(@PathVariable long id, @Valid @RequestBody AskForMoreRequest request) {
        desk.askForMore(id, request.version(), request.on(), request.what().strip());
        return appraisal(id);
    }

    @PostMapping("/complete")
    @Requires(Permission.DO_CASEWORK)
    AppraisalView complete(@PathVariable long id, @Valid @RequestBody CompleteRequest request) {
        desk.complete(id, request.version(), request.on());
        return appraisal(id);
    }

    @PostMapping("/assign")
    @Requires(Permission.DO_CASEWORK)
    AppraisalView assign(@PathVariable long id, @Valid @RequestBody AssignRequest request) {
        desk.assign(id, request.version(), request.officer());
        return appraisal(id);
    }

    @PostMapping("/council")
    @Requires(Permission.DO_CASEWORK)
    AppraisalView council(@PathVariable long id, @Valid @RequestBody CouncilRequest request) {
        writing.council(id, request.version(), request.on(), request.members(), request.present(), request.note());
        return appraisal(id);
    }

    @PutMapping("/subjects/{code}")
    @Requires(Permission.DO_CASEWORK)
    AppraisalView concludeSubject(
            @PathVariable long id, @PathVariable String code, @Valid @RequestBody SubjectRequest request) {
        writing.concludeSubject(id, code, request.verdict(), request.opinion().strip());
        return appraisal(id);
    }

    @PostMapping("/remarks")
    @Requires(Permission.DO_CASEWORK)
    AppraisalView remark(@PathVariable long id, @Valid @RequestBody RemarkRequest request) {
        writing.remark(
                id,
                request.draft(),
                request.address(),
                request.quote().strip(),
                request.kind(),
                request.remark().strip());
        return appraisal(id);
    }

    @PostMapping("/remarks/{remark}/undo")
    @Requires(Permission.DO_CASEWORK)
    AppraisalView undoRemark(@PathVariable long id, @PathVariable long remark) {
        writing.undoRemark(id, remark);
        return appraisal(id);
    }

    /** After signature. */
    @PostMapping("/remarks/{remark}/fate")
    @Requires(Permission.DO_CASEWORK)
    AppraisalView decide(@PathVariable long id, @PathVariable long remark, @Valid @RequestBody FateRequest request) {
        writing.decide(id, remark, request.fate(), request.note());
        return appraisal(id);
    }

    @PostMapping("/opinions")
    @Requires(Permission.DO_CASEWORK)
    AppraisalView ask(@PathVariable long id, @Valid @RequestBody AskOpinionRequest request) {
        writing.ask(id, request.agency().strip(), request.on(), request.due());
        return appraisal(id);
    }

    @PostMapping("/opinions/{opinion}")
    @Requires(Permission.DO_CASEWORK)
    AppraisalView answer(
            @PathVariable long id, @PathVariable long opinion, @Valid @RequestBody OpinionRequest request) {
        writing.answer(
                id, opinion, request.on(), request.number(), request.opinion().strip());
        return appraisal(id);
    }

    @PostMapping("/conclude")
    @Requires(Permission.DO_CASEWORK)
    AppraisalView conclude(@PathVariable long id, @Valid @RequestBody ConcludeRequest request) {
        desk.conclude(
                id, request.version(), request.outcome(), request.conclusion().strip());
        return appraisal(id);
    }

    @PostMapping("/send-back")
    @Requires(Permission.APPROVE_APPRAISALS)
    AppraisalView sendBack(@PathVariable long id, @Valid @RequestBody SendBackRequest request) {
        desk.sendBack(id, request.version(), request.reason().strip());
        return appraisal(id);
    }

    @PostMapping("/approve")
    @Requires(Permission.APPROVE_APPRAISALS)
    AppraisalView approve(@PathVariable long id, @Valid @RequestBody ApproveRequest request) {
        desk.approve(id, request.version());
        return appraisal(id);
    }

    @PostMapping("/return")
    @Requires(Permission.DO_CASEWORK)
    AppraisalView giveBack(@PathVariable long id, @Valid @RequestBody ReturnRequest request) {
        desk.giveBack(
                id,
                request.version(),
                request.outcome(),
                request.on(),
                request.reason().strip());
        return appraisal(id);
    }

    @PostMapping("/send")
    @Requires(Permission.DO_CASEWORK)
    AppraisalView send(@PathVariable long id, @Valid @RequestBody SendReportRequest request) throws IOException {
        desk.send(id, request.version(), request.number().strip(), request.on(), request.lateReason());
        return appraisal(id);
    }

    /** The report's lines as they would be sent now, to be looked at without Word. */
    @GetMapping("/report/preview")
    @Requires(Permission.READ_DOSSIERS)
    ReportPreviewView preview(@PathVariable long id) throws IOException {
        var dossier = access.readable(id);
        var appraisal = held.readable(dossier);
        var bytes = reports.make(dossier, appraisal, appraisal.reportNumber(), appraisal.reportOn());
        return new ReportPreviewView(ReportDocx.blocks(bytes));
    }

    /** As it would be sent now; with number and date once it was. */
    @GetMapping("/report")
    @Requires(Permission.READ_DOSSIERS)
    ResponseEntity<byte[]> report(@PathVariable long id) throws IOException {
        var dossier = access.readable(id);
        var appraisal = held.readable(dossier);
        var bytes = reports.make(dossier, appraisal, appraisal.reportNumber(), appraisal.reportOn());
        return ResponseEntity.ok()
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename("Bao-cao-tham-dinh-" + id + ".docx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(MediaType.parseMediaType(
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"))
                .body(bytes);
    }
}
