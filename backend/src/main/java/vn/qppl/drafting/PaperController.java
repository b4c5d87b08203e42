package vn.qppl.drafting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.attachment.Readings;
import vn.qppl.drafting.DossierViews.DossierView;
import vn.qppl.structure.LegalText;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

/** The papers of a dossier, and its drafts with what changed between them. */
@RestController
@RequestMapping("/api/dossiers/{id}")
class PaperController {
    private final Drafting drafting;
    private final Access access;
    private final CasePapers papers;
    private final DossierViews views;
    private final Uploads uploads;
    private final DocumentFiles files;
    private final Readings readings;

    PaperController(
            Drafting drafting,
            Access access,
            CasePapers papers,
            DossierViews views,
            Uploads uploads,
            DocumentFiles files,
            Readings readings) {
        this.drafting = drafting;
        this.access = access;
        this.papers = papers;
        this.views = views;
        this.uploads = uploads;
        this.files = files;
        this.readings = readings;
    }

    record UndoRequest(@NotBlank @Size(max = 2000) String reason) {}

    /** @param changes provisions that differ; empty for two drafts that say the same */
    record DraftComparisonView(int from, int to, List<DraftComparison> changes) {}

    /** @param file none for a letter known by its number and date alone */
    @PostMapping("/papers")
    @Requires(Permission.DO_CASEWORK)
    DossierView add(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam String name,
            @RequestParam CasePapers.Direction direction,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable LocalDate datedOn,
            @RequestParam(required = false) @Nullable String correspondent,
            @RequestParam(value = "file", required = false) @Nullable MultipartFile file)
            throws IOException {
        access.checkHolder(access.readable(id));
        var letter = new CasePapers.Letter(
                blankToNull(code), cut(name, 500), direction, blankToNull(number), datedOn, blankToNull(correspondent));
        drafting.addPaper(id, letter, file == null ? null : store(file));
        return views.of(access.readable(id));
    }

    @PostMapping("/drafts")
    @Requires(Permission.DO_CASEWORK)
    DossierView addDraft(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String note,
            @RequestParam("file") MultipartFile file)
            throws IOException {
        access.checkHolder(access.readable(id));
        Uploads.checkText(Objects.requireNonNullElse(file.getOriginalFilename(), ""));
        drafting.addDraft(id, note == null ? null : cut(note, 500), store(file));
        return views.of(access.readable(id));
    }

    private Uploads.Upload store(MultipartFile file) throws IOException {
        try (var in = file.getInputStream()) {
            return uploads.store(in, Objects.requireNonNullElse(file.getOriginalFilename(), ""));
        }
    }

    @PostMapping("/papers/{paper}/undo")
    @Requires(Permission.DO_CASEWORK)
    DossierView undo(@PathVariable long id, @PathVariable long paper, @Valid @RequestBody UndoRequest request) {
        drafting.undoPaper(id, paper, request.reason().strip());
        return views.of(access.readable(id));
    }

    @GetMapping("/papers/{paper}/file")
    @Requires(Permission.READ_DOSSIERS)
    ResponseEntity<Resource> file(@PathVariable long id, @PathVariable long paper) {
        access.readable(id);
        var found = papers.find(id, paper).orElseThrow(DraftingProblem.NO_SUCH_PAPER::asException);
        var sha256 = found.sha256();
        if (sha256 == null) throw DraftingProblem.NO_SUCH_PAPER.asException();
        return ResponseEntity.ok()
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(Objects.requireNonNullElse(found.fileName(), "tệp"), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(new FileSystemResource(files.path(sha256)));
    }

    /** Two drafts by their numbers. */
    @GetMapping("/drafts/compare")
    @Requires(Permission.READ_DOSSIERS)
    DraftComparisonView compare(@PathVariable long id, @RequestParam int from, @RequestParam int to) {
        access.readable(id);
        var held = papers.of(id);
        return new DraftComparisonView(from, to, DraftComparison.between(text(held, from), text(held, to)));
    }

    private LegalText text(List<CasePapers.CasePaper> held, int number) {
        var draft = held.stream()
                .filter(p -> Objects.equals(p.draftNumber(), number) && p.sha256() != null)
                .findFirst()
                .orElseThrow(DraftingProblem.NO_SUCH_PAPER::asException);
        return readings.structureOf(Objects.requireNonNull(draft.sha256()))
                .orElseThrow(DraftingProblem.DRAFT_NOT_READ::asException);
    }

    private static @Nullable String blankToNull(@Nullable String words) {
        return words == null || words.isBlank() ? null : cut(words, 80 * 3).strip();
    }

    private static String cut(String words, int most) {
        var stripped = words.strip();
        return stripped.length() <= most ? stripped : stripped.substring(0, most);
    }
}
