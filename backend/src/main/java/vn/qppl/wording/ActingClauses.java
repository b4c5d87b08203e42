package vn.qppl.wording;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.qppl.effect.Effect;
import vn.qppl.reading.EffectKind;
import vn.qppl.structure.ProvisionAddress;

/**
 * The articles of amending documents whose clauses act on a text. A code that changes the text in one of its last articles may itself be
 * changed a hundred times: only what touches that article, or adds an order to amend, changes what it does to the text.
 */
final class ActingClauses {
    private static final Pattern ORDER =
            Pattern.compile("(?iu)sửa đổi|bổ sung|bãi bỏ|thay thế|thay (?:cụm )?từ|hủy bỏ");

    /** By document; null stands for a clause whose article is not known. */
    private final Map<Long, Set<@Nullable String>> articles = new HashMap<>();

    private ActingClauses() {}

    static ActingClauses of(Collection<Changes.Change> changes) {
        var clauses = new ActingClauses();
        for (var change : changes) {
            var effect = change.effect();
            if (effect.causeId() == null) continue;
            clauses.articles
                    .computeIfAbsent(effect.causeId(), id -> new HashSet<>())
                    .add(article(effect.causeLabel()));
        }
        return clauses;
    }

    /** Whether a change of an amending document may change what it does. */
    boolean mayBeChangedBy(Effect effect) {
        var acting = articles.get(effect.targetId());
        if (acting == null) return false;
        var touched = article(effect.targetLabel() == null ? effect.targetProvision() : effect.targetLabel());
        if (touched == null || acting.contains(null) || acting.contains(touched)) return true;
        var added = effect.newText();
        return effect.kind() == EffectKind.SUPPLEMENT
                && added != null
                && ORDER.matcher(added).find();
    }

    private static @Nullable String article(@Nullable String label) {
        return label == null
                ? null
                : ProvisionAddress.parse(label).map(ProvisionAddress::article).orElse(null);
    }
}
