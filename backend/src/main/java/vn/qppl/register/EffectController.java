package vn.qppl.register;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.qppl.document.DocumentProblem;
import vn.qppl.document.Register;
import vn.qppl.effect.EffectChecks;
import vn.qppl.effect.EffectProblem;
import vn.qppl.effect.EffectWarning;
import vn.qppl.effect.Effects;
import vn.qppl.effect.NewEffect;
import vn.qppl.effect.Places;
import vn.qppl.effect.TargetWords;
import vn.qppl.effect.Validity;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.people.SignedIn;
import vn.qppl.reading.EffectKind;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

/** Effects on and by a document: listed, entered by hand, retracted. */
@RestController
class EffectController {
    private final Effects effects;
    private final EffectViews views;
    private final Register register;
    private final EffectChecks checks;
    private final Places places;
    private final HeldProvisions provisions;
    private final OrganisationDirectory directory;
    private final Clock clock;

    EffectController(
            Effects effects,
            EffectViews views,
            Register register,
            EffectChecks checks,
            Places places,
            HeldProvisions provisions,
            OrganisationDirectory directory,
            Clock clock) {
        this.effects = effects;
        this.views = views;
        this.register = register;
        this.checks = checks;
        this.places = places;
        this.provisions = provisions;
        this.directory = directory;
        this.clock = clock;
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
            @Nullable String newWords,
            @Nullable Long chainVersion,
            @Nullable Boolean despiteMissing) {}

    /** @param chainVersion of the document's effects as the person saw them; null where none was looked at */
    record Why(String why, @Nullable Long chainVersion) {}

    /** @param version sent back with what is entered: a conflict names who changed the effects meanwhile */
    record ChainView(
            long version,
            @Nullable String changedBy,
            @Nullable Instant changedAt) {}

    record RunView(
            String status,
            String label,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    record ConsequenceView(long documentId, String document, List<RunView> before, List<RunView> after) {}

    /** What an act would change, and what should be looked at before. */
    record Preview(List<ConsequenceView> consequences, List<EffectWarning> warnings) {}

    @GetMapping("/api/documents/{id}/effects/chain")
    @Requires(Permission.READ_REGISTER)
    ChainView chain(@PathVariable long id) {
        register.get(id);
        var chain = effects.chain(id);
        var by = chain.changedBy();
        return new ChainView(chain.version(), by == null ? null : directory.personName(by), chain.changedAt());
    }

    /** What looks wrong in the effects on the document. */
    @GetMapping("/api/documents/{id}/effects/warnings")
    @Requires(Permission.READ_REGISTER)
    List<EffectWarning> warnings(@PathVariable long id) {
        return checks.of(id, provisions.of(id), clock.instant());
    }

    /** What entering this would change, of this document and of those that hang on it; nothing is recorded. */
    @PostMapping("/api/documents/{id}/effects/preview")
    @Requires(Permission.EDIT_REGISTER)
    Preview preview(@PathVariable long id, @RequestBody Entry entry) {
        var effect = effect(id, entry);
        var text = provisions.of(id);
        var warnings = new ArrayList<EffectWarning>();
        if (missing(effect, text))
            warnings.add(new EffectWarning(
                    EffectWarning.Code.NO_SUCH_PROVISION, "Văn bản không có " + effect.targetLabel() + ".", null));
        warnings.addAll(checks.ifEntered(effect, clock.instant()));
        return new Preview(
                effects.ifEntered(effect, SignedIn.now().id()).stream()
                        .map(this::view)
                        .toList(),
                warnings);
    }

    /** What taking the effect back would change; nothing is retracted. */
    @PostMapping("/api/effects/{effectId}/retract/preview")
    @Requires(Permission.EDIT_REGISTER)
    Preview previewRetraction(@PathVariable long effectId) {
        effects.get(effectId);
        return new Preview(
                effects.ifRetracted(effectId, SignedIn.now().id()).stream()
                        .map(this::view)
                        .toList(),
                List.of());
    }

    private ConsequenceView view(Effects.Consequence c) {
        return new ConsequenceView(
                c.documentId(),
                register.get(c.documentId()).citedAs(),
                c.before().stream().map(EffectController::run).toList(),
                c.after().stream().map(EffectController::run).toList());
    }

    private static RunView run(Validity.Run run) {
        var from = run.from();
        return new RunView(
                run.code().code(),
                from == null ? run.code().label() : run.code().labelOn(from),
                from,
                run.until());
    }

    private static boolean missing(NewEffect effect, @Nullable Set<String> text) {
        var target = effect.targetProvision();
        return target != null
                && text != null
                && !text.isEmpty()
                && effect.kind() != EffectKind.SUPPLEMENT
                && text.stream().noneMatch(p -> p.equals(target) || p.startsWith(target + "__"));
    }

    @GetMapping("/api/documents/{id}/effects")
    @Requires(Permission.READ_REGISTER)
    List<EffectViews.EffectView> list(@PathVariable long id) {
        register.get(id);
        return views.of(id);
    }

    @PostMapping("/api/documents/{id}/effects")
    @Requires(Permission.EDIT_REGISTER)
    List<EffectViews.EffectView> enter(@PathVariable long id, @RequestBody Entry entry) {
        var effect = effect(id, entry);
        boolean known = effects.on(id).stream()
                .anyMatch(e -> e.stands() && java.util.Objects.equals(e.targetProvision(), effect.targetProvision()));
        if (!Boolean.TRUE.equals(entry.despiteMissing()) && !known && missing(effect, provisions.of(id)))
            throw EffectProblem.NO_SUCH_PROVISION.asException();
        effects.enter(effect, entry.chainVersion(), SignedIn.now().id());
        return views.of(id);
    }

    private NewEffect effect(long id, Entry entry) {
        var target = register.get(id);
        if (entry.quote().isBlank()) throw DocumentProblem.REASON_MISSING.asException();
        var words = entry.targetProvision();
        var provision = words == null || words.isBlank()
                ? null
                : TargetWords.read(words).orElseThrow(DocumentProblem.PROVISION_NOT_READABLE::asException);
        var territory = entry.territory();
        return NewEffect.of(entry.kind(), id)
                .on(provision == null ? null : provision.eId(), provision == null ? null : provision.spelled())
                .in(territory == null || territory.isBlank() ? null : places.key(territory, target.issuedOn()))
                .from(entry.from())
                .until(entry.until())
                .boundary(entry.boundary() == null || entry.boundary().isBlank() ? null : entry.boundary())
                .by(entry.causeDocumentId(), entry.causeProvision())
                .rule(entry.rule())
                .quote(entry.quote())
                .newText(entry.newText())
                .words(entry.oldWords(), entry.newWords())
                .said();
    }

    @PostMapping("/api/effects/{effectId}/retract")
    @Requires(Permission.EDIT_REGISTER)
    List<EffectViews.EffectView> retract(@PathVariable long effectId, @RequestBody Why request) {
        if (request.why().isBlank()) throw DocumentProblem.REASON_MISSING.asException();
        effects.retract(
                effectId, request.why(), request.chainVersion(), SignedIn.now().id());
        return views.of(effects.get(effectId).targetId());
    }
}
