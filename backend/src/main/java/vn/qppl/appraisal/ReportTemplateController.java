package vn.qppl.appraisal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.people.SignedIn;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

/** The template of the appraisal report: taken out, changed in Word, put back. */
@RestController
@RequestMapping("/api/templates/appraisal-report")
class ReportTemplateController {
    private static final long LARGEST = 10L << 20;

    private final Reports reports;
    private final DocumentFiles files;
    private final OrganisationDirectory directory;

    ReportTemplateController(Reports reports, DocumentFiles files, OrganisationDirectory directory) {
        this.reports = reports;
        this.files = files;
        this.directory = directory;
    }

    record ResetRequest(@NotBlank @Size(max = 1000) String reason) {}

    /** @param builtIn true: the template that comes with the software is in use; the other facts are then of whoever put it back, if anybody */
    record ReportTemplateView(
            boolean builtIn,
            @Nullable String fileName,
            @Nullable String reason,
            @Nullable String putBy,
            @Nullable Instant putAt,
            List<Reports.TemplatePlace> places,
            List<String> actions) {}

    @GetMapping("/info")
    @Requires(Permission.READ_REGISTER)
    ReportTemplateView info() {
        var inUse = reports.inUse();
        var by = inUse.putBy();
        boolean mayReplace = SignedIn.now().may(Permission.MANAGE_PROCEDURES);
        return new ReportTemplateView(
                inUse.fileName() == null,
                inUse.fileName(),
                inUse.reason(),
                by == null ? null : directory.personName(by),
                inUse.putAt(),
                Reports.PLACES,
                !mayReplace ? List.of() : inUse.fileName() == null ? List.of("replace") : List.of("replace", "reset"));
    }

    @GetMapping
    @Requires(Permission.READ_REGISTER)
    ResponseEntity<byte[]> template() throws IOException {
        try (var in = reports.template()) {
            return ResponseEntity.ok()
                    .header("Content-Disposition", "attachment; filename=\"bao-cao-tham-dinh.docx\"")
                    .contentType(MediaType.parseMediaType(
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document"))
                    .body(in.readAllBytes());
        }
    }

    @PostMapping
    @Requires(Permission.MANAGE_PROCEDURES)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void replace(@RequestParam String reason, @RequestParam("file") MultipartFile file) throws IOException {
        var bytes = file.getBytes();
        var stored = files.store(new ByteArrayInputStream(bytes), LARGEST);
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "mau.docx");
        reports.replace(bytes, stored.sha256(), name.length() <= 200 ? name : name.substring(0, 200), reason.strip());
    }

    @PostMapping("/reset")
    @Requires(Permission.MANAGE_PROCEDURES)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(@Valid @RequestBody ResetRequest request) {
        reports.reset(request.reason().strip());
    }
}
