package vn.qppl.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.qppl.document.LegalDocument;
import vn.qppl.effect.Effect;
import vn.qppl.reading.EffectKind;
import vn.qppl.structure.ProvisionAddress;

/**
 * What one document, a rule of law or a term does to another: the effects of one cause on one document, taken together.
 *
 * @param causeKey the causing document's id; 0 for a rule of law
 * @param since the cause's day of issue, else the first day of the change; null where neither is known
 * @param from first day of the change; null while it waits for an event
 * @param whole it ends, replaces or suspends the document as a whole, everywhere
 * @param provisions eIds of what it touches; empty with {@code whole}
 * @param articlesOfDivisions articles that lie in chapters or annexes it touches
 * @param anywhere it also touches words wherever they stand, so that every provision may be meant
 * @param summary in words, for people
 */
record Change(
        long changedId,
        @Nullable Long causeId,
        long causeKey,
        @Nullable LocalDate since,
        @Nullable LocalDate from,
        boolean whole,
        Set<String> provisions,
        Set<String> articlesOfDivisions,
        boolean anywhere,
        String summary) {

    /** Kinds that make the documents resting on the changed one documents to be reviewed (Nghị định 79/2025 Điều 39). */
    static boolean matters(Effect effect) {
        return switch (effect.kind()) {
            case AMEND, SUPPLEMENT, SUBSTITUTE, REPLACE, REPEAL, EXPIRE, SUSPEND, RENUMBER -> true;
            case COMMENCE, RESUME, EXTEND, CORRECT -> false;
        };
    }

    /** What ends, replaces or suspends the whole of its target. */
    static boolean whole(Effect effect) {
        if (effect.targetProvision() != null || effect.territory() != null || effect.oldWords() != null) return false;
        return switch (effect.kind()) {
            case REPLACE, REPEAL, EXPIRE, SUSPEND -> true;
            case AMEND, SUPPLEMENT, SUBSTITUTE, RENUMBER, COMMENCE, RESUME, EXTEND, CORRECT -> false;
        };
    }

    /**
     * The changes of a document, by cause.
     *
     * @param effects all effects on it
     * @param causes documents that cause some of them
     * @param outline articles of the text by the eId of the chapter or annex they lie in
     */
    static List<Change> of(
            LegalDocument changed,
            Collection<Effect> effects,
            Map<Long, LegalDocument> causes,
            Map<String, Set<String>> outline) {
        var byCause = new LinkedHashMap<Long, List<Effect>>();
        for (var effect : effects)
            if (effect.stands() && matters(effect))
                byCause.computeIfAbsent(effect.causeId() == null ? 0L : effect.causeId(), k -> new ArrayList<>())
                        .add(effect);
        var changes = new ArrayList<Change>();
        byCause.forEach((cause, said) -> changes.add(of(changed, cause, said, causes.get(cause), outline)));
        return changes;
    }

    private static Change of(
            LegalDocument changed,
            long causeKey,
            List<Effect> effects,
            @Nullable LegalDocument cause,
            Map<String, Set<String>> outline) {
        boolean whole = effects.stream().anyMatch(Change::whole);
        var provisions = new LinkedHashSet<String>();
        var articles = new LinkedHashSet<String>();
        boolean anywhere = false;
        LocalDate from = null;
        for (var effect : effects) {
            var day = effect.from();
            if (day != null && (from == null || day.isBefore(from))) from = day;
            var provision = effect.targetProvision();
            if (provision == null) {
                if (!whole(effect)) anywhere = true;
            } else {
                provisions.add(provision);
                articles.addAll(outline.getOrDefault(provision, Set.of()));
            }
        }
        boolean bySelf = causeKey == changed.id();
        var issued = cause == null || bySelf ? null : cause.issuedOn();
        return new Change(
                changed.id(),
                causeKey == 0 ? null : (Long) causeKey,
                causeKey,
                issued == null ? from : issued,
                from,
                whole,
                whole ? Set.of() : provisions,
                whole ? Set.of() : articles,
                !whole && anywhere,
                MentionFinder.cut(summary(changed, effects, cause, bySelf), 2000));
    }

    private static String summary(
            LegalDocument changed, List<Effect> effects, @Nullable LegalDocument cause, boolean bySelf) {
        var byKind = new LinkedHashMap<EffectKind, LinkedHashSet<String>>();
        for (var effect : effects)
            byKind.computeIfAbsent(effect.kind(), k -> new LinkedHashSet<>())
                    .add(effect.targetLabel() == null ? "" : effect.targetLabel());
        var parts = new ArrayList<String>();
        byKind.forEach((kind, labels) -> {
            var named = labels.stream().filter(l -> !l.isEmpty()).toList();
            var what = labels.contains("") || named.isEmpty() ? "" : String.join(", ", named) + " ";
            parts.add(what + words(kind));
        });
        var by = cause == null || bySelf ? "" : " bởi " + cause.citedAs();
        return changed.citedAs() + ": " + String.join("; ", parts) + by;
    }

    private static String words(EffectKind kind) {
        return switch (kind) {
            case AMEND -> "được sửa đổi";
            case SUPPLEMENT -> "được bổ sung";
            case SUBSTITUTE -> "được thay cụm từ";
            case REPLACE -> "bị thay thế";
            case REPEAL -> "bị bãi bỏ";
            case EXPIRE -> "hết hiệu lực";
            case SUSPEND -> "ngưng hiệu lực";
            case RENUMBER -> "được đánh số lại";
            case COMMENCE -> "có hiệu lực";
            case RESUME -> "tiếp tục có hiệu lực";
            case EXTEND -> "được kéo dài thời hạn";
            case CORRECT -> "được đính chính";
        };
    }

    /** How a provision named elsewhere stands to what was changed. */
    enum Touch {
        /** It, a part of it or what it lies in was changed. */
        YES,
        /** Words were changed wherever they stand, or the naming words cannot be located. */
        PERHAPS,
        NO
    }

    /** @param provision as lawyers write it; null for the whole document */
    Touch touches(@Nullable String provision) {
        if (whole || provision == null) return Touch.YES;
        var named = ProvisionAddress.parse(provision);
        if (named.isEmpty())
            return anywhere || provisions.stream().anyMatch(p -> !p.contains("art_")) ? Touch.PERHAPS : Touch.NO;
        var article = "art_" + named.get().article().replace("đ", "dd");
        for (var changed : provisions) {
            var at = ProvisionAddress.parse(changed);
            if (at.isPresent() && overlap(named.get(), at.get())) return Touch.YES;
        }
        for (var inside : articlesOfDivisions)
            if (inside.equals(article) || inside.endsWith("__" + article)) return Touch.YES;
        return anywhere ? Touch.PERHAPS : Touch.NO;
    }

    /** One lies in the other. Articles of attached regulations are named without their component, so that it is left out. */
    private static boolean overlap(ProvisionAddress one, ProvisionAddress other) {
        if (!one.article().equals(other.article())) return false;
        if (one.clause() == null || other.clause() == null) return true;
        if (!one.clause().equals(other.clause())) return false;
        return one.point() == null || other.point() == null || one.point().equals(other.point());
    }
}
