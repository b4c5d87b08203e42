package vn.qppl.consolidation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.qppl.reading.EffectReader;
import vn.qppl.reading.ProposedEffect;
import vn.qppl.reading.Reading;
import vn.qppl.reading.TargetAddress;
import vn.qppl.reading.TitleCatalogue;
import vn.qppl.structure.LegalText;
import vn.qppl.structure.StructureReader;

/**
 * An amending document with its own text, so that it can itself be amended before it is applied: what a later document
 * writes into its clauses is read again as its instruction.
 */
public record AmendingText(EffectReader.Own own, String name, LegalText text, List<Amendment> amendments) {
    /** A change of a change of a change; deeper chains are listed, not followed. */
    private static final int DEEPEST = 3;

    public AmendingText {
        amendments = List.copyOf(amendments);
    }

    /** @param name stands for the number where the text gives none */
    public static AmendingText of(Reading reading, String name) {
        var own = new EffectReader.Own(
                reading.number() == null ? null : reading.number().value(),
                reading.type() == null ? null : reading.type().value(),
                reading.title() == null ? null : reading.title().value(),
                reading.issuedOn() == null ? null : reading.issuedOn().value(),
                reading.effectiveFrom() == null ? null : reading.effectiveFrom().value());
        return read(own, name, reading.structure(), reading.effects());
    }

    /** With all that the text says it does to others. */
    public static AmendingText read(EffectReader.Own own, String name, LegalText text, List<ProposedEffect> effects) {
        var number = own.number() == null ? name : own.number();
        return new AmendingText(
                own,
                name,
                text,
                AmendingDocument.of(number, own.issuedOn(), text.text(), effects)
                        .amendments());
    }

    /**
     * With changes that are on record, in whatever order they come: they are put in the order of the clauses that say them, and what
     * is on record twice is made once.
     *
     * @param text empty where it is not at hand: its clauses can then not themselves be changed
     */
    public static AmendingText accepted(EffectReader.Own own, String name, LegalText text, List<Amendment> amendments) {
        var order = new AmendmentOrder();
        var sorted = new ArrayList<Amendment>();
        for (var a : amendments.stream()
                .sorted(order.thenComparing(Amendment::from, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Amendment::id, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList()) {
            var last = sorted.isEmpty() ? null : sorted.getLast();
            boolean twice = last != null
                    && order.compare(last, a) == 0
                    && Objects.equals(last.from(), a.from())
                    && Objects.equals(last.target(), a.target())
                    && Objects.equals(last.targetTitle(), a.targetTitle());
            if (!twice) sorted.add(a);
        }
        return new AmendingText(own, name, text, sorted);
    }

    private String number() {
        return own.number() == null ? name : own.number();
    }

    private AmendingDocument document() {
        return new AmendingDocument(
                number(),
                own.issuedOn(),
                amendments.stream().map(this::withAnnex).toList());
    }

    /** "Thay thế Phụ lục I bằng Phụ lục I ban hành kèm theo": the new words are this document's own annex of that number. */
    private Amendment withAnnex(Amendment a) {
        if (a.newText() != null || a.oldWords() != null || a.newWords() != null || a.targetProvision() == null)
            return a;
        var wanted = switch (a.kind()) {
            case AMEND, REPLACE, SUPPLEMENT, CORRECT -> TargetAddress.parse(a.targetProvision());
            case REPEAL, EXPIRE, SUBSTITUTE, RENUMBER, COMMENCE, SUSPEND, RESUME, EXTEND ->
                Optional.<TargetAddress>empty();
        };
        if (wanted.isEmpty()) return a;
        var level = wanted.get().innermost().level();
        if (level != TargetAddress.Level.ANNEX && level != TargetAddress.Level.FORM) return a;
        var annex = new LawText(text).annex(wanted.get());
        return annex == null ? a : a.withNewText(annex.before);
    }

    /** The base with all these texts on a day, each of them as it reads itself on that day. */
    public static Consolidation consolidate(
            BaseText base, List<AmendingText> amending, TitleCatalogue titles, LocalDate on) {
        var documents = new ArrayList<AmendingDocument>();
        for (var one : amending) documents.addAll(one.asAmended(amending, titles, on, DEEPEST));
        return Consolidation.of(base, documents, on);
    }

    /** Empty where one of these texts changes another, or a change holds for a time only: then each day has its own documents. */
    static Optional<List<AmendingDocument>> lasting(List<AmendingText> amending) {
        var documents = new ArrayList<AmendingDocument>();
        for (var text : amending) {
            var base = new BaseText(text.own.number(), text.title(), text.own.issuedOn(), null, text.text);
            for (var other : amending)
                for (var a : other.amendments)
                    if (a.until() != null || other != text && base.isMeantBy(a, other.own.issuedOn()))
                        return Optional.empty();
            documents.add(text.document());
        }
        return Optional.of(documents);
    }

    /** This document; and where others amend it, what its changed clauses say from the day of that change. */
    private List<AmendingDocument> asAmended(
            List<AmendingText> others, TitleCatalogue titles, LocalDate on, int depth) {
        var base = new BaseText(own.number(), title(), own.issuedOn(), null, text);
        var acting = new ArrayList<AmendingDocument>();
        for (var other : others) {
            if (other == this || depth == 0) continue;
            var document = other.document();
            if (document.amendments().stream().anyMatch(a -> a.textual() && base.isMeantBy(a, document.issuedOn())))
                acting.addAll(other.asAmended(others, titles, on, depth - 1));
        }
        if (acting.isEmpty()) return List.of(document());
        return new AmendedAmendments(this, base, acting, titles, on).documents();
    }

    private @Nullable String title() {
        return own.title() == null ? null : own.type() == null ? own.title() : own.type() + " " + own.title();
    }

    /** What is left of an amending document, and what was put in its place. */
    private record AmendedAmendments(
            AmendingText original, BaseText base, List<AmendingDocument> acting, TitleCatalogue titles, LocalDate on) {

        List<AmendingDocument> documents() {
            var changed = Consolidation.of(base, acting, on);
            var causes = new ArrayList<ProvisionVersion>();
            for (var version : changed.versions()) if (version.cause() != null) causes.add(version);
            if (causes.isEmpty()) return List.of(original.document());
            var amendments = new ArrayList<Amendment>();
            for (var a : original.document().amendments()) {
                var cause = firstChange(a.causeProvision(), causes);
                // a clause changed before it had effect never acts as it was
                if (cause != null && a.from() != null && !cause.from().isAfter(a.from())) continue;
                amendments.add(a);
            }
            amendments.addAll(rewritten(changed, causes));
            return List.of(
                    new AmendingDocument(original.number(), original.own().issuedOn(), amendments));
        }

        /** The whole text put together again and read again: only the clauses that were changed count. */
        private List<Amendment> rewritten(Consolidation changed, List<ProvisionVersion> causes) {
            var text = new StringBuilder();
            for (var article : changed.articles()) {
                if (!article.component().isEmpty()) continue;
                text.append("Điều ")
                        .append(article.number())
                        .append(". ")
                        .append(article.text())
                        .append('\n');
            }
            var legal = StructureReader.read(text.toString());
            var out = new ArrayList<Amendment>();
            var document = AmendingDocument.of(
                    original.number(),
                    original.own().issuedOn(),
                    legal.text(),
                    EffectReader.read(legal, original.own(), titles));
            for (var a : document.amendments()) {
                var cause = firstChange(a.causeProvision(), causes);
                if (cause == null || a.from() == null) continue;
                var from = a.from().isAfter(cause.from()) ? a.from() : cause.from();
                out.add(new Amendment(
                        a.kind(),
                        a.target(),
                        a.targetTitle(),
                        a.targetProvision(),
                        a.causeProvision(),
                        from,
                        a.newText(),
                        a.oldWords(),
                        a.newWords(),
                        a.position(),
                        a.confidence(),
                        a.reason(),
                        null,
                        idOf(a, cause)));
            }
            return out;
        }

        /** The change that stood in this clause before, else the one that put it there. */
        private @Nullable Long idOf(Amendment fresh, ProvisionVersion.Cause cause) {
            for (var a : original.amendments())
                if (a.id() != null && Objects.equals(a.causeProvision(), fresh.causeProvision())) return a.id();
            return cause.id();
        }

        /** When the clause {@code provision} of the amending document, or a part of it, was first changed. */
        private static ProvisionVersion.@Nullable Cause firstChange(
                @Nullable String provision, List<ProvisionVersion> causes) {
            if (provision == null) return null;
            ProvisionVersion.Cause found = null;
            for (var version : causes) {
                var label = version.label();
                // the article's own version tells of any clause in it, but only the clause itself counts
                boolean concerns = provision.equals(label)
                        || provision.endsWith(" " + label) && !onlyArticle(label, causes, provision);
                if (!concerns || version.cause() == null) continue;
                if (found == null || version.cause().from().isBefore(found.from())) found = version.cause();
            }
            return found;
        }

        /** An article that changed only because a clause of it did. */
        private static boolean onlyArticle(String label, List<ProvisionVersion> causes, String provision) {
            return label.startsWith("Điều ")
                    && causes.stream()
                            .anyMatch(v -> v.label().endsWith(" " + label)
                                    && !v.label().equals(provision));
        }
    }
}
