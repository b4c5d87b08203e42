package vn.qppl.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.qppl.attachment.Readings;
import vn.qppl.document.LegalDocument;
import vn.qppl.document.Register;
import vn.qppl.effect.Effects;
import vn.qppl.effect.NewEffect;
import vn.qppl.people.Organisation;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.reading.EffectKind;
import vn.qppl.reading.Finding;
import vn.qppl.reading.ProposedEffect;
import vn.qppl.structure.DocumentNumber;
import vn.qppl.structure.ProvisionAddress;

/** Turns effects that a text says it has, and a person accepts, into effects of the register. */
@Component
class EffectAcceptance {
    private static final Logger log = LoggerFactory.getLogger(EffectAcceptance.class);
    private static final int LONGEST_QUOTE = 2000;

    private final Register register;
    private final Effects effects;
    private final OrganisationDirectory directory;

    EffectAcceptance(Register register, Effects effects, OrganisationDirectory directory) {
        this.register = register;
        this.effects = effects;
        this.directory = directory;
    }

    /** The effects that are certain and can be placed without asking. */
    static List<ProposedEffect> certain(Readings.Read read) {
        return read.reading().effects().stream()
                .filter(e -> e.confidence() >= Finding.CERTAIN)
                .toList();
    }

    /**
     * Records accepted proposals of a document in the name of {@code by}; those on one document in one act.
     *
     * @return proposals that could not be placed: no target, a target that two bodies share, no date
     */
    @Transactional(propagation = Propagation.MANDATORY)
    List<ProposedEffect> accept(LegalDocument document, Readings.Read read, List<ProposedEffect> accepted, long by) {
        var text = read.text().text();
        var left = new ArrayList<ProposedEffect>();
        var byTarget = new LinkedHashMap<Long, List<NewEffect>>();
        for (var proposal : accepted) {
            var target = target(document, text, proposal);
            if (target == null || (proposal.from() == null && proposal.boundary() == null)) {
                left.add(proposal);
                continue;
            }
            // commencement and term of the whole come from the confirmed fields
            boolean ownDates = target.id() == document.id()
                    && proposal.targetProvision() == null
                    && (proposal.kind() == EffectKind.COMMENCE || proposal.kind() == EffectKind.EXPIRE);
            if (ownDates) continue;
            var address = proposal.targetProvision() == null
                    ? null
                    : ProvisionAddress.parse(proposal.targetProvision()).orElse(null);
            if (proposal.targetProvision() != null && address == null) {
                left.add(proposal);
                continue;
            }
            var limit = Territory.of(proposal, text);
            var territory = limit.isEmpty() ? Optional.<String>empty() : place(limit.get(), document);
            if (limit.isPresent() && territory.isEmpty()) {
                // an end within a place nobody can name would be an end everywhere
                left.add(proposal);
                continue;
            }
            byTarget.computeIfAbsent(target.id(), id -> new ArrayList<>())
                    .add(effect(document, text, proposal, target.id(), address, territory.orElse(null)));
        }
        byTarget.forEach((target, list) -> effects.record(target, withoutHeadlines(list), by));
        if (!left.isEmpty()) log.info("{} effects of document {} left for a person", left.size(), document.id());
        return left;
    }

    /** Administrative code of a place the text names, by its committee on the day of issue. */
    private Optional<String> place(String name, LegalDocument document) {
        var day = document.issuedOn();
        if (day == null) return Optional.empty();
        return directory.match("Ủy ban nhân dân " + name, day).map(Organisation::placeCode);
    }

    private @Nullable LegalDocument target(LegalDocument document, String text, ProposedEffect proposal) {
        if (proposal.self()) return document;
        var name = proposal.target();
        if (name == null) return null;
        var number = DocumentNumber.parse(name);
        if (number.isEmpty()) return null;
        var behind = behind(text, proposal, name, number.get());
        return register.cited(
                        new Register.Cited(
                                number.get(), proposal.targetTitle(), behind.issuedOn(), behind.issuerName()),
                        document)
                .orElse(null);
    }

    /** What the clause itself says behind the number; where it says nothing, what the text says where it first names it. */
    private static CitedBody.Behind behind(String text, ProposedEffect proposal, String name, DocumentNumber number) {
        int end = Math.min(text.length(), proposal.span().end() + 400);
        var clause = CitedBody.of(text.substring(proposal.span().start(), end), name);
        if (clause.issuedOn() != null || clause.issuerName() != null) return clause;
        return CitedBody.of(text, number.print());
    }

    private static NewEffect effect(
            LegalDocument document,
            String text,
            ProposedEffect p,
            long target,
            @Nullable ProvisionAddress address,
            @Nullable String territory) {
        // words dropped from a document are a change of its words, not the end of the document
        var kind = p.kind() == EffectKind.REPEAL && p.oldWords() != null ? EffectKind.SUBSTITUTE : p.kind();
        var words = p.span().in(text).strip();
        var newText = p.newText();
        return new NewEffect(
                kind,
                target,
                address == null ? null : eId(address, p.targetProvision()),
                p.targetProvision(),
                territory,
                p.from(),
                p.until(),
                p.boundary(),
                document.id(),
                p.causeProvision(),
                null,
                words.length() <= LONGEST_QUOTE ? words : words.substring(0, LONGEST_QUOTE) + "…",
                newText == null ? null : newText.in(text),
                p.oldWords(),
                kind == EffectKind.SUBSTITUTE && p.newWords() == null ? "" : p.newWords(),
                p.position(),
                null);
    }

    /** A provision of the regulation issued with the document is not the article of that number in the document itself. */
    private static String eId(ProvisionAddress address, @Nullable String label) {
        boolean attached = label != null && address.component().isEmpty() && label.contains("kèm theo");
        return (attached ? "att_1__" : "") + address.eId();
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
