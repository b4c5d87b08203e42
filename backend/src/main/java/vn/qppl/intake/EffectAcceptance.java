package vn.qppl.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.qppl.attachment.Readings;
import vn.qppl.document.LegalDocument;
import vn.qppl.effect.Boundary;
import vn.qppl.effect.BoundaryEvent;
import vn.qppl.effect.Effects;
import vn.qppl.effect.NewEffect;
import vn.qppl.effect.Places;
import vn.qppl.effect.RulesOfLaw;
import vn.qppl.effect.TargetWords;
import vn.qppl.reading.EffectKind;
import vn.qppl.reading.Finding;
import vn.qppl.reading.ProposedEffect;

/** Turns effects that a text says it has, and a person accepts, into effects of the register. */
@Component
class EffectAcceptance {
    private static final Logger log = LoggerFactory.getLogger(EffectAcceptance.class);
    private static final int LONGEST_QUOTE = 2000;
    /** What the reading gives an effect of which all is certain but its day, and what it says then. */
    private static final double BOUND = 0.9;

    private static final String EVENT_REASON = "Ngày có hiệu lực phụ thuộc một sự kiện";

    private final Effects effects;
    private final Places places;
    private final CitedDocuments citations;

    EffectAcceptance(Effects effects, Places places, CitedDocuments citations) {
        this.effects = effects;
        this.places = places;
        this.citations = citations;
    }

    /** The effects that are certain and can be placed without asking. */
    static List<ProposedEffect> certain(Readings.Read read) {
        return read.reading().effects().stream()
                .filter(e -> e.confidence() >= Finding.CERTAIN || onlyItsDayIsOpen(e))
                .toList();
    }

    /** Bound to the day of a document that the text names by number: certain, though the day is not known yet. */
    private static boolean onlyItsDayIsOpen(ProposedEffect e) {
        return e.from() == null
                && e.boundary() != null
                && Boundary.of(e.boundary()).isPresent()
                && e.confidence() >= BOUND
                && EVENT_REASON.equals(e.reason());
    }

    /**
     * Records accepted proposals of a document in the name of {@code by}; those on one document in one act.
     *
     * @param fields the document's own first and last day as confirmed: a proposal that says another is not recorded beside it
     * @return proposals that could not be placed: no target, a target that two bodies share, no date
     */
    @Transactional(propagation = Propagation.MANDATORY)
    List<ProposedEffect> accept(
            LegalDocument document,
            ConfirmedFields fields,
            Readings.Read read,
            List<ProposedEffect> accepted,
            long by) {
        var text = read.text().text();
        var left = new ArrayList<ProposedEffect>();
        var byTarget = new LinkedHashMap<Long, List<NewEffect>>();
        boolean announces = announces(read);
        for (var proposal : accepted) {
            var target = target(document, text, proposal);
            boolean dated = proposal.from() != null
                    || proposal.boundary() != null
                    || proposal.kind() == EffectKind.EXTEND && proposal.until() != null;
            if (target == null || !dated) {
                left.add(proposal);
                continue;
            }
            boolean whole = target.id() == document.id() && proposal.targetProvision() == null;
            if (whole && proposal.kind() == EffectKind.COMMENCE && fields.effectiveFrom() != null) continue;
            if (whole && proposal.kind() == EffectKind.EXPIRE && fields.effectiveUntil() != null) continue;
            var provision = proposal.targetProvision() == null
                    ? null
                    : TargetWords.read(proposal.targetProvision()).orElse(null);
            boolean nowhere = proposal.targetProvision() != null && provision == null;
            // an end within a place nobody can name would be an end everywhere
            boolean somewhere = proposal.territory().stream().anyMatch(t -> !t.certain());
            if (nowhere || somewhere) {
                left.add(proposal);
                continue;
            }
            var keys = new ArrayList<@Nullable String>();
            for (var place : places(document, target, proposal)) keys.add(places.key(place, document.issuedOn()));
            if (keys.isEmpty()) keys.add(null);
            var event = proposal.from() != null || proposal.boundary() == null
                    ? null
                    : Boundary.of(proposal.boundary())
                            .flatMap(b -> citations
                                    .named(document, text, proposal.span(), b.number(), null, b.issuedOn())
                                    .map(d -> new BoundaryEvent(d.id(), b.event(), b.days())))
                            .orElse(null);
            for (var key : keys)
                byTarget.computeIfAbsent(target.id(), id -> new ArrayList<>())
                        .add(effect(document, text, proposal, target.id(), provision, key, event, announces));
        }
        byTarget.forEach((target, list) -> effects.record(target, withoutHeadlines(list), by));
        if (!left.isEmpty()) log.info("{} effects of document {} left for a person", left.size(), document.id());
        return left;
    }

    /** The places that an effect is limited to, by its words or by law; empty where it holds everywhere. */
    static List<String> places(LegalDocument document, @Nullable LegalDocument target, ProposedEffect proposal) {
        if (!proposal.territory().isEmpty() || target == null)
            return proposal.territory().stream().map(Finding::value).toList();
        return RulesOfLaw.ownCommune(document, target).stream().toList();
    }

    /** Whether the document announces what becomes of others, as Luật 64/2025 Điều 57 khoản 2 has it. */
    private static boolean announces(Readings.Read read) {
        var title = read.reading().title();
        return title != null && title.value().toLowerCase(Locale.ROOT).contains("công bố");
    }

    private @Nullable LegalDocument target(LegalDocument document, String text, ProposedEffect proposal) {
        if (proposal.self()) return document;
        var name = proposal.target();
        if (name == null) return null;
        return citations
                .named(document, text, proposal.span(), name, proposal.targetTitle(), null)
                .orElse(null);
    }

    private static NewEffect effect(
            LegalDocument document,
            String text,
            ProposedEffect p,
            long target,
            @Nullable TargetWords provision,
            @Nullable String territory,
            @Nullable BoundaryEvent event,
            boolean announces) {
        var words = p.span().in(text).strip();
        boolean announced = p.kind() == EffectKind.RESUME
                && (announces || words.toLowerCase(Locale.ROOT).startsWith("công bố"));
        // words dropped from a document are a change of its words, not the end of the document
        var kind = p.kind() == EffectKind.REPEAL && p.oldWords() != null
                ? EffectKind.SUBSTITUTE
                : announced ? EffectKind.EXTEND : p.kind();
        var newText = p.newText();
        return NewEffect.of(kind, target)
                .on(provision == null ? null : provision.eId(), p.targetProvision())
                .in(territory)
                .from(p.from())
                .until(p.until())
                .boundary(p.boundary())
                .by(document.id(), p.causeProvision())
                .rule(announced ? RulesOfLaw.ANNOUNCED : null)
                .quote(words.length() <= LONGEST_QUOTE ? words : words.substring(0, LONGEST_QUOTE) + "…")
                .newText(newText == null ? null : newText.in(text))
                .words(p.oldWords(), kind == EffectKind.SUBSTITUTE && p.newWords() == null ? "" : p.newWords())
                .position(p.position())
                .boundTo(event)
                .said();
    }

    /** "Sửa đổi, bổ sung một số điều của …" says nothing that the provisions named below it do not say. */
    private static List<NewEffect> withoutHeadlines(List<NewEffect> list) {
        boolean named = list.stream().anyMatch(e -> e.targetProvision() != null && textual(e));
        return named
                ? list.stream()
                        .filter(e -> e.targetProvision() != null
                                || e.oldWords() != null
                                || (e.kind() != EffectKind.AMEND && e.kind() != EffectKind.SUPPLEMENT))
                        .toList()
                : list;
    }

    private static boolean textual(NewEffect e) {
        return switch (e.kind()) {
            case AMEND, SUPPLEMENT, REPLACE, SUBSTITUTE, REPEAL, RENUMBER -> true;
            case COMMENCE, EXPIRE, SUSPEND, RESUME, EXTEND, CORRECT -> false;
        };
    }

    /** The clause that says a document's own first or last day; null where none does. */
    static @Nullable ProposedEffect clauseOf(Readings.Read read, EffectKind kind, LocalDate day) {
        for (var e : read.reading().effects()) {
            if (e.self() && e.kind() == kind && e.targetProvision() == null && day.equals(e.from())) return e;
        }
        return null;
    }
}
