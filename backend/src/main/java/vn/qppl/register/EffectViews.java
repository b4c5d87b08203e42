package vn.qppl.register;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.qppl.document.LegalDocument;
import vn.qppl.document.Register;
import vn.qppl.effect.Effect;
import vn.qppl.effect.EffectLabels;
import vn.qppl.effect.Effects;
import vn.qppl.people.OrganisationDirectory;

/** Effects and statuses as the workspace shows them, each with its why. */
@Component
class EffectViews {
    private final Effects effects;
    private final Register register;
    private final OrganisationDirectory directory;
    private final Clock clock;

    EffectViews(Effects effects, Register register, OrganisationDirectory directory, Clock clock) {
        this.effects = effects;
        this.register = register;
        this.directory = directory;
        this.clock = clock;
    }

    record Cause(
            long effectId,
            String kind,
            String label,
            @Nullable Long documentId,
            @Nullable String document,
            @Nullable String provision,
            @Nullable String target,
            String quote,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String rule,
            @Nullable String confirmedBy,
            @Nullable Instant confirmedAt) {}

    record StatusView(
            String code,
            String label,
            LocalDate on,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            List<Cause> causes) {}

    record Retraction(String by, Instant at, @Nullable String why) {}

    record EffectView(
            long id,
            String direction,
            long documentId,
            String document,
            Cause effect,
            @Nullable String boundary,
            @Nullable String newText,
            @Nullable String oldWords,
            @Nullable String newWords,
            String recordedBy,
            Instant recordedAt,
            @Nullable Retraction retracted) {}

    StatusView status(long documentId, LocalDate on) {
        return status(documentId, on, clock.instant(), null);
    }

    StatusView status(long documentId, LocalDate on, Instant knownAt, @Nullable String place) {
        var status = effects.validity(documentId, knownAt, place).on(on);
        var acting = new HashMap<Long, Effect>();
        for (var effect : effects.on(documentId)) acting.put(effect.id(), effect);
        var shown = status.causes().stream()
                .limit(50)
                .map(fact -> acting.get(fact.id()))
                .filter(Objects::nonNull)
                .toList();
        var documents = documents(shown);
        var causes = shown.stream().map(e -> cause(e, documents)).toList();
        return new StatusView(
                status.code().code(), status.code().labelOn(on), on, status.since(), status.until(), causes);
    }

    /** On the document and by it, by first day. */
    List<EffectView> of(long documentId) {
        var on = effects.on(documentId);
        var by = effects.causedBy(documentId).stream()
                .filter(e -> e.targetId() != documentId)
                .toList();
        var documents = documents(Stream.concat(on.stream(), by.stream()).toList());
        var views = new ArrayList<EffectView>();
        for (var effect : on) views.add(view(effect, "ON_THIS", documents));
        for (var effect : by) views.add(view(effect, "BY_THIS", documents));
        views.sort(Comparator.comparing(
                (EffectView v) -> v.effect().from(), Comparator.nullsLast(Comparator.naturalOrder())));
        return views;
    }

    /** Targets and causes of effects, by id. */
    private Map<Long, LegalDocument> documents(List<Effect> of) {
        var ids = new TreeSet<Long>();
        for (var effect : of) {
            ids.add(effect.targetId());
            if (effect.causeId() != null) ids.add(effect.causeId());
        }
        return register.byId(ids);
    }

    private EffectView view(Effect effect, String direction, Map<Long, LegalDocument> documents) {
        var target = Objects.requireNonNull(documents.get(effect.targetId()));
        var retractedAt = effect.retractedAt();
        var retractedBy = effect.retractedBy();
        return new EffectView(
                effect.id(),
                direction,
                target.id(),
                target.citedAs(),
                cause(effect, documents),
                effect.boundary(),
                effect.newText(),
                effect.oldWords(),
                effect.newWords(),
                directory.personName(effect.recordedBy()),
                effect.recordedAt(),
                retractedAt == null || retractedBy == null
                        ? null
                        : new Retraction(directory.personName(retractedBy), retractedAt, effect.retractedWhy()));
    }

    Cause cause(Effect effect) {
        return cause(effect, documents(List.of(effect)));
    }

    private Cause cause(Effect effect, Map<Long, LegalDocument> documents) {
        var causeId = effect.causeId();
        var source = causeId == null ? null : documents.get(causeId);
        var by = effect.confirmedBy();
        return new Cause(
                effect.id(),
                effect.kind().code(),
                EffectLabels.of(effect.kind()),
                causeId,
                source == null ? null : source.citedAs(),
                effect.causeLabel(),
                effect.targetLabel(),
                effect.quote(),
                effect.from(),
                effect.until(),
                effect.rule(),
                by == null ? null : directory.personName(by),
                effect.confirmedAt());
    }
}
