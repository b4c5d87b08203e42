package vn.qppl.effect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.qppl.structure.LegalText;
import vn.qppl.structure.Unit;
import vn.qppl.structure.UnitLevel;

/**
 * Which provisions of a text as issued lie in which. Addresses of articles do not name their chapter, so what ends a chapter reaches its
 * articles only by this; and what ends all parts of a provision, one after another, leaves nothing of it.
 */
final class Outline {
    /** Of a text that is not at hand. */
    static final Outline NONE = new Outline(List.of(), 0);

    private static final int FEWEST_ARTICLES = 2;
    /** The article an address lies in, and that of the number without its letter: Điều 5a stands behind Điều 5. */
    private static final Pattern ARTICLE =
            Pattern.compile("((?:att_\\d{1,4}__)?art_\\d{1,5})([a-z]{0,3}\\d?)(?:__.*)?");

    /**
     * @param eId with its component's
     * @param name by which an effect may call it instead: "annex_I"
     */
    record Part(String eId, @Nullable String name, UnitLevel level, List<Part> parts) {}

    private final List<Part> parts;
    private final int articles;
    private final Map<String, Part> byAddress = new HashMap<>();
    /** The divisions and components that an article or division lies in, by its address. */
    private final Map<String, List<Part>> around = new HashMap<>();

    private Outline(List<Part> parts, int articles) {
        this.parts = parts;
        this.articles = articles;
        for (var part : parts) enter(part, List.of());
    }

    static Outline of(LegalText text) {
        var parts = new ArrayList<Part>();
        int articles = 0;
        for (var component : text.components()) {
            var prefix = component.eId().isEmpty() ? "" : component.eId() + "__";
            var below = parts(component.units(), prefix);
            articles += count(below);
            if (component.eId().isEmpty()) parts.addAll(below);
            else parts.add(new Part(component.eId(), name(component), UnitLevel.PART, below));
        }
        return new Outline(List.copyOf(parts), articles);
    }

    private static @Nullable String name(LegalText.Component component) {
        if (component.number() == null) return null;
        var number = component.number().replaceAll("[^A-Za-z0-9]", "").toUpperCase(java.util.Locale.ROOT);
        return switch (component.kind()) {
            case ANNEX -> "annex_" + number;
            case FORM -> "form_" + number;
            case MAIN, REGULATION -> null;
        };
    }

    private static List<Part> parts(List<Unit> units, String prefix) {
        return units.stream()
                .map(unit -> new Part(prefix + unit.eId(), null, unit.level(), parts(unit.children(), prefix)))
                .toList();
    }

    private static int count(List<Part> parts) {
        int count = 0;
        for (var part : parts) count += part.level() == UnitLevel.ARTICLE ? 1 : count(part.parts());
        return count;
    }

    private void enter(Part part, List<Part> within) {
        byAddress.putIfAbsent(part.eId(), part);
        if (part.name() != null) byAddress.putIfAbsent(part.name(), part);
        around.putIfAbsent(part.eId(), within);
        // from an article on, addresses say themselves what lies in what
        if (part.level().compareTo(UnitLevel.ARTICLE) >= 0) {
            for (var below : part.parts()) byAddress.putIfAbsent(below.eId(), below);
            return;
        }
        var wider = new ArrayList<>(within);
        wider.add(part);
        for (var below : part.parts()) enter(below, List.copyOf(wider));
    }

    /** Parts of the whole text. Empty where too little was read to say when nothing is left. */
    List<Part> whole() {
        if (articles < FEWEST_ARTICLES) return List.of();
        return parts.stream().filter(Outline::holdsArticles).toList();
    }

    /** An annex without articles has no life without the articles that it belongs to. */
    private static boolean holdsArticles(Part part) {
        return part.level() == UnitLevel.ARTICLE || part.parts().stream().anyMatch(Outline::holdsArticles);
    }

    @Nullable
    Part part(String eId) {
        return byAddress.get(eId);
    }

    /** Whether an effect's target is a chapter, an annex or another part that holds articles, rather than an article or less. */
    static boolean division(String target) {
        return !target.contains("art_");
    }

    /** Whether an address lies in a division, whose own name may be short: "chp_II" of "part_1__chp_II" where there is one only. */
    boolean lies(String eId, String division) {
        var part = divisionOf(division);
        return part != null && !part.eId().equals(eId) && around(eId).contains(part);
    }

    /** Whether the words of an effect's target and an address are one and the same part. */
    boolean same(String eId, String division) {
        var part = divisionOf(division);
        return part != null && part.eId().equals(eId);
    }

    private @Nullable Part divisionOf(String target) {
        var exact = byAddress.get(target);
        if (exact != null) return exact;
        Set<Part> ending = new HashSet<>();
        for (var part : byAddress.values()) if (part.eId().endsWith("__" + target)) ending.add(part);
        return ending.size() == 1 ? ending.iterator().next() : null;
    }

    private List<Part> around(String eId) {
        var own = around.get(eId);
        if (own != null) return own;
        var article = ARTICLE.matcher(eId);
        if (!article.matches()) return List.of();
        var numbered = around.get(article.group(1) + article.group(2));
        return numbered == null ? around.getOrDefault(article.group(1), List.of()) : numbered;
    }
}
