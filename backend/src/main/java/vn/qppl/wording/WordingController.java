package vn.qppl.wording;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.qppl.document.Register;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

/** Text as of a date, for the staff: with changes by documents that are not published yet. */
@RestController
@RequestMapping("/api/documents/{id}")
class WordingController {
    private final WordingViews views;
    private final Papers papers;
    private final Register register;
    private final Clock clock;

    WordingController(WordingViews views, Papers papers, Register register, Clock clock) {
        this.views = views;
        this.papers = papers;
        this.register = register;
        this.clock = clock;
    }

    @GetMapping("/versions")
    @Requires(Permission.READ_REGISTER)
    WordingViews.WordingVersions versions(
            @PathVariable long id, @RequestParam(required = false) @Nullable Instant knownAt) {
        return views.versions(register.get(id), knownAt, Readers.STAFF);
    }

    @GetMapping("/wording")
    @Requires(Permission.READ_REGISTER)
    WordingViews.WordingText wording(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        return views.text(register.get(id), on == null ? LocalDate.now(clock) : on, knownAt, Readers.STAFF);
    }

    /** @param format docx, html or txt */
    @GetMapping("/wording/file")
    @Requires(Permission.READ_REGISTER)
    ResponseEntity<byte[]> file(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(defaultValue = "DOCX") Papers.Format format)
            throws IOException {
        var paper = papers.of(register.get(id), on == null ? LocalDate.now(clock) : on, knownAt, Readers.STAFF, format);
        return ResponseEntity.ok()
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(paper.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Type", paper.format().mediaType())
                .body(paper.bytes());
    }

    @GetMapping("/compare")
    @Requires(Permission.READ_REGISTER)
    WordingViews.ComparedTexts compare(
            @PathVariable long id,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        return views.compare(register.get(id), from, to, knownAt, Readers.STAFF);
    }
}
