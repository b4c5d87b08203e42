package vn.qppl.legality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.qppl.document.LegalDocument;
import vn.qppl.document.Register;
import vn.qppl.effect.Effect;
import vn.qppl.effect.Effects;
import vn.qppl.effect.StatusCode;
import vn.qppl.effect.Validity;
import vn.qppl.reading.EffectKind;
import vn.qppl.reading.Reading;
import vn.qppl.scrutiny.HeldDocument;
import vn.qppl.scrutiny.HeldDocument.EndedProvision;
import vn.qppl.scrutiny.HeldDocument.Run;
import vn.qppl.scrutiny.HeldDocument.Status;
import vn.qppl.scrutiny.Known;
import vn.qppl.structure.DocumentNumber;

/** What the register holds of the documents that a text names, as the rules want it: a few questions for all of them at once. */
@Component
class HeldDocuments {
    private static final int MOST = 500;
    private static final LocalDate EVER = LocalDate.of(1000, 1, 1);
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final Register register;
    private final Effects effects;

    HeldDocuments(Register register, Effects effects) {
        this.register = register;
        this.effects = effects;
    }

    Known namedBy(Reading reading) {
        var documents = new ArrayList<LegalDocument>();
        for (DocumentNumber number : Known.asked(reading).stream().limit(MOST).toList())
            documents.addAll(register.withNumber(number));
        if (documents.isEmpty()) return Known.nothing();
        var ids =
                documents.stream().map(LegalDocument::id).distinct().limit(1000).toList();
        var runs = effects.runs(ids);
        var ended = ended(ids);
        return Known.of(documents.stream()
                .limit(1000)
                .map(d -> held(d, runs, ended))
                .filter(Objects::nonNull)
                .toList());
    }

    private static @org.jspecify.annotations.Nullable HeldDocument held(
            LegalDocument document, Map<Long, List<Validity.Run>> runs, Map<Long, List<EndedProvision>> ended) {
        var number = document.number();
        if (number == null) return null;
        return new HeldDocument(
                document.id(),
                number,
                document.type().label(),
                document.title(),
                document.issuerName(),
                document.issuedOn(),
                document.stub(),
                runs.getOrDefault(document.id(), List.of()).stream()
                        .map(HeldDocuments::run)
                        .toList(),
                ended.getOrDefault(document.id(), List.of()));
    }

    private static Run run(Validity.Run run) {
        return new Run(
                status(run.code()), run.from() == null ? EVER : run.from(), run.until() == null ? NEVER : run.until());
    }

    private static Status status(StatusCode code) {
        return switch (code) {
            case UNKNOWN -> Status.UNKNOWN;
            case NOT_YET -> Status.NOT_YET;
            case IN_FORCE, PARTLY_EXPIRED, PARTLY_SUSPENDED -> Status.BINDS;
            case EXPIRED -> Status.ENDED;
            case SUSPENDED -> Status.SUSPENDED;
        };
    }

    /** Provisions repealed or expired everywhere, not words within them. */
    private Map<Long, List<EndedProvision>> ended(Collection<Long> ids) {
        var found = new java.util.HashMap<Long, List<EndedProvision>>();
        for (Effect effect : effects.on(ids)) {
            boolean ends = effect.kind() == EffectKind.REPEAL || effect.kind() == EffectKind.EXPIRE;
            var provision = effect.targetProvision();
            var from = effect.from();
            if (!ends || !effect.stands() || provision == null || from == null) continue;
            if (effect.territory() != null || effect.oldWords() != null) continue;
            var label = effect.targetLabel();
            found.computeIfAbsent(effect.targetId(), k -> new ArrayList<>())
                    .add(new EndedProvision(provision, label == null ? provision : label, from, effect.causeLabel()));
        }
        return found;
    }
}
