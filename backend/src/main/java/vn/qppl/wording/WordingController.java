package vn.qppl.wording;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
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
    private final Register register;
    private final Clock clock;

    WordingController(WordingViews views, Register register, Clock clock) {
        this.views = views;
        this.register = register;
        this.clock = clock;
    }

    @GetMapping("/versions")
    @Requires(Permission.READ_REGISTER)
    WordingViews.Versions versions(@PathVariable long id, @RequestParam(required = false) @Nullable Instant knownAt) {
        return views.versions(register.get(id), knownAt, Readers.STAFF);
    }

    @GetMapping("/wording")
    @Requires(Permission.READ_REGISTER)
    WordingViews.Text wording(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        return views.text(register.get(id), on == null ? LocalDate.now(clock) : on, knownAt, Readers.STAFF);
    }

    @GetMapping("/compare")
    @Requires(Permission.READ_REGISTER)
    WordingViews.Compared compare(
            @PathVariable long id,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        return views.compare(register.get(id), from, to, knownAt, Readers.STAFF);
    }
}
