package vn.qppl.system;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.qppl.queue.Queue;
import vn.qppl.web.HealthPart;
import vn.qppl.web.Page;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

@RestController
@RequestMapping("/api/system")
class SystemController {
    private final List<HealthPart> parts;
    private final Queue queue;
    private final Backup backup;
    private final CanonicalExport canonical;

    SystemController(List<HealthPart> parts, Queue queue, Backup backup, CanonicalExport canonical) {
        this.parts = parts;
        this.queue = queue;
        this.backup = backup;
        this.canonical = canonical;
    }

    record BackupRequest(@NotBlank String path) {}

    record RetryRequest(@NotBlank String task, @NotBlank String id) {}

    /** {@code status} UP or DEGRADED, and one member a part: database, disk, queue, indexes, extraction, ocr. */
    @GetMapping("/health")
    @Requires(Permission.READ_AUDIT)
    Map<String, Object> health() {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("status", parts.stream().allMatch(HealthPart::isWell) ? "UP" : "DEGRADED");
        for (var part : parts) answer.put(part.name(), part.state());
        return answer;
    }

    @GetMapping("/queue")
    @Requires(Permission.READ_AUDIT)
    Page<Queue.Entry> queue(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(defaultValue = "") String after) {
        int most = Page.size(size, 50);
        var wanted = state == null || state.isBlank() ? null : Queue.State.valueOf(state.toUpperCase(Locale.ROOT));
        return Page.of(queue.list(wanted, after, most), most, entry -> entry.task() + "/" + entry.id());
    }

    @PostMapping("/queue/retry")
    @Requires(Permission.OPERATE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retry(@Valid @RequestBody RetryRequest request) {
        if (!queue.retry(request.task(), request.id())) throw SystemProblem.NOTHING_TO_RETRY.asException();
    }

    @PostMapping("/backup")
    @Requires(Permission.COMMAND_LINE)
    Backup.Written backup(@Valid @RequestBody BackupRequest request) {
        try {
            return backup.write(Path.of(request.path()));
        } catch (InvalidPathException e) {
            throw SystemProblem.BACKUP_PATH_NOT_USABLE.with("path", request.path());
        }
    }

    /** All that is recorded, one JSON object a line, for comparing two installations. */
    @GetMapping(path = "/export", produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Requires(Permission.COMMAND_LINE)
    void export(HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        try (var out = new BufferedOutputStream(response.getOutputStream(), 1 << 16)) {
            canonical.write(out);
        }
    }
}
