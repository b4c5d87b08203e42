package vn.qppl.wording;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.qppl.document.Register;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.people.SignedIn;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

/** The editor for what cannot be applied. */
@RestController
class HandWritingController {
    private final HandWriting writing;
    private final HandWordings table;
    private final Register register;
    private final OrganisationDirectory directory;
    private final Clock clock;

    HandWritingController(
            HandWriting writing, HandWordings table, Register register, OrganisationDirectory directory, Clock clock) {
        this.writing = writing;
        this.table = table;
        this.register = register;
        this.directory = directory;
        this.clock = clock;
    }

    record HandWordingRetracted(String by, Instant at, String why) {}

    record HandWordingView(
            long id,
            long effectId,
            String targetProvision,
            String text,
            String reason,
            String confirmedBy,
            Instant confirmedAt,
            @Nullable HandWordingRetracted retracted,
            List<String> actions) {}

    /** @param left changes the machine left to a person; @param written words by hand, retracted ones too */
    record HandWordingsView(
            List<HandWriting.HandWordingTask> left, List<HandWordingView> written, List<String> actions) {}

    record HandWordingEntry(long effectId, String targetProvision, String text, String reason) {}

    record HandWordingRetraction(String why, @Nullable Boolean consequencesSeen) {}

    @GetMapping("/api/documents/{id}/hand-wordings")
    @Requires(Permission.READ_REGISTER)
    HandWordingsView list(@PathVariable long id) {
        var document = register.get(id);
        boolean may = SignedIn.now().may(Permission.EDIT_REGISTER);
        return new HandWordingsView(
                writing.left(document),
                writing.of(id).stream().map(this::view).toList(),
                may ? List.of("write") : List.of());
    }

    @PostMapping("/api/documents/{id}/hand-wordings")
    @Requires(Permission.EDIT_REGISTER)
    HandWordingsView write(@PathVariable long id, @RequestBody HandWordingEntry entry) {
        writing.write(
                id,
                entry.effectId(),
                entry.targetProvision(),
                entry.text(),
                entry.reason(),
                SignedIn.now().id());
        return list(id);
    }

    @GetMapping("/api/hand-wordings/{wordingId}/consequences")
    @Requires(Permission.READ_REGISTER)
    List<HandWriting.HandWordingConsequence> consequences(@PathVariable long wordingId) {
        return writing.consequences(wordingId);
    }

    @PostMapping("/api/hand-wordings/{wordingId}/retract")
    @Requires(Permission.EDIT_REGISTER)
    HandWordingsView retract(@PathVariable long wordingId, @RequestBody HandWordingRetraction request) {
        writing.retract(
                wordingId,
                request.why(),
                Boolean.TRUE.equals(request.consequencesSeen()),
                SignedIn.now().id());
        return list(table.find(wordingId)
                .orElseThrow(WordingProblem.NOT_FOUND::asException)
                .documentId());
    }

    private HandWordingView view(HandWording w) {
        var retractedBy = w.retractedBy();
        var retractedAt = w.retractedAt();
        boolean may = SignedIn.now().may(Permission.EDIT_REGISTER);
        return new HandWordingView(
                w.id(),
                w.effectId(),
                w.targetLabel(),
                w.text(),
                w.reason(),
                directory.personName(w.confirmedBy()),
                w.confirmedAt(),
                retractedBy == null || retractedAt == null
                        ? null
                        : new HandWordingRetracted(
                                directory.personName(retractedBy),
                                retractedAt,
                                w.retractedWhy() == null ? "" : w.retractedWhy()),
                may && w.knownAt(clock.instant()) ? List.of("retract") : List.of());
    }
}
