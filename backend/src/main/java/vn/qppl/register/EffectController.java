package vn.qppl.register;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.qppl.document.DocumentProblem;
import vn.qppl.document.Register;
import vn.qppl.effect.Effects;
import vn.qppl.effect.NewEffect;
import vn.qppl.people.SignedIn;
import vn.qppl.reading.EffectKind;
import vn.qppl.structure.ProvisionAddress;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

/** Effects on and by a document: listed, entered by hand, retracted. */
@RestController
class EffectController {
    private final Effects effects;
    private final EffectViews views;
    private final Register register;

    EffectController(Effects effects, EffectViews views, Register register) {
        this.effects = effects;
        this.views = views;
        this.register = register;
    }

    record Entry(
            EffectKind kind,
            @Nullable String targetProvision,
            @Nullable String territory,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String boundary,
            @Nullable Long causeDocumentId,
            @Nullable String causeProvision,
            @Nullable String rule,
            String quote,
            @Nullable String newText,
            @Nullable String oldWords,
            @Nullable String newWords) {}

    record Why(String why) {}

    @GetMapping("/api/documents/{id}/effects")
    @Requires(Permission.READ_REGISTER)
    List<EffectViews.EffectView> list(@PathVariable long id) {
        register.get(id);
        return views.of(id);
    }

    @PostMapping("/api/documents/{id}/effects")
    @Requires(Permission.EDIT_REGISTER)
    List<EffectViews.EffectView> enter(@PathVariable long id, @RequestBody Entry entry) {
        register.get(id);
        if (entry.quote().isBlank()) throw DocumentProblem.REASON_MISSING.asException();
        var provision =
                entry.targetProvision() == null || entry.targetProvision().isBlank()
                        ? null
                        : ProvisionAddress.parse(entry.targetProvision())
                                .orElseThrow(DocumentProblem.PROVISION_NOT_READABLE::asException);
        effects.record(
                id,
                List.of(new NewEffect(
                        entry.kind(),
                        id,
                        provision == null ? null : provision.eId(),
                        provision == null ? null : provision.print(),
                        entry.territory(),
                        entry.from(),
                        entry.until(),
                        entry.boundary(),
                        entry.causeDocumentId(),
                        entry.causeProvision(),
                        entry.rule(),
                        entry.quote(),
                        entry.newText(),
                        entry.oldWords(),
                        entry.newWords(),
                        null,
                        null)),
                SignedIn.now().id());
        return views.of(id);
    }

    @PostMapping("/api/effects/{effectId}/retract")
    @Requires(Permission.EDIT_REGISTER)
    List<EffectViews.EffectView> retract(@PathVariable long effectId, @RequestBody Why request) {
        if (request.why().isBlank()) throw DocumentProblem.REASON_MISSING.asException();
        effects.retract(effectId, request.why(), SignedIn.now().id());
        return views.of(effects.get(effectId).targetId());
    }
}
