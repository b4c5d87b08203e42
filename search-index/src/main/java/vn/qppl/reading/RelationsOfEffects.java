package vn.qppl.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settles what a citation does to the document it names by the effects read at the same place: the reader of effects takes a whole
 * sentence apart, the reader of citations only looks around a number.
 */
final class RelationsOfEffects {
    private final Map<String, List<ProposedEffect>> byTarget = new HashMap<>();
    private final Metadata metadata;

    private RelationsOfEffects(List<ProposedEffect> effects, Metadata metadata) {
        this.metadata = metadata;
        for (var effect : effects)
            if (!effect.self() && effect.target() != null)
                byTarget.computeIfAbsent(VietnameseNumbers.key(effect.target()), key -> new ArrayList<>())
                        .add(effect);
    }

    static List<Citation> applied(List<Citation> citations, List<ProposedEffect> effects, Metadata metadata) {
        var relations = new RelationsOfEffects(effects, metadata);
        return citations.stream().map(relations::settled).toList();
    }

    private Citation settled(Citation citation) {
        if (citation.self() || citation.number() == null) return citation;
        var acting = byTarget.getOrDefault(VietnameseNumbers.key(citation.number()), List.of());
        for (var effect : acting) {
            boolean here = citation.span().start() < effect.span().end()
                    && effect.span().start() < citation.span().end();
            var relation = here ? relation(effect.kind()) : null;
            if (relation != null) return with(citation, relation, citation.confidence(), citation.reason());
        }
        boolean acts = switch (citation.relation()) {
            case AMENDS, REPLACES, REPEALS, SUSPENDS_EFFECT, SUSPENDS_IMPLEMENTATION -> true;
            case GUIDES,
                    DETAILS,
                    CONSOLIDATES,
                    CORRECTS,
                    CITES,
                    BASED_ON,
                    INTERPRETS,
                    ANNOUNCES,
                    CHOOSES_TO_APPLY,
                    RELATED -> false;
        };
        boolean inTitle = metadata.title() != null
                && metadata.title().span().contains(citation.span().start());
        if (!acts || inTitle || citation.confidence() < Finding.CERTAIN) return citation;
        return with(citation, citation.relation(), 0.9, "Chưa đọc được tác động nào tương ứng với quan hệ này");
    }

    private static @Nullable RelationKind relation(EffectKind kind) {
        return switch (kind) {
            case AMEND, SUPPLEMENT, SUBSTITUTE, RENUMBER -> RelationKind.AMENDS;
            case REPLACE -> RelationKind.REPLACES;
            case REPEAL, EXPIRE -> RelationKind.REPEALS;
            case CORRECT -> RelationKind.CORRECTS;
            case SUSPEND -> RelationKind.SUSPENDS_EFFECT;
            case COMMENCE, RESUME, EXTEND -> null;
        };
    }

    private static Citation with(Citation c, RelationKind relation, double confidence, @Nullable String reason) {
        return new Citation(
                c.number(), c.title(), c.issuedOn(), c.provision(), c.self(), relation, c.span(), confidence, reason);
    }
}
