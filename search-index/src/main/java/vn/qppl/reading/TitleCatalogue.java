package vn.qppl.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.qppl.text.VietnameseText;

/**
 * Documents known by their title, so that "Luật Bảo hiểm y tế" in a law of 2014 is understood as 25/2008/QH12: of several
 * with one title the latest before the day of the text that names it. Immutable.
 */
public final class TitleCatalogue {
    private static final TitleCatalogue NONE = new TitleCatalogue(List.of(), Map.of(), Map.of());
    /** Titles longer than this are not looked up by their beginning. */
    private static final int LONGEST_TITLE = 220;

    private final Map<String, List<Entry>> byTitle = new HashMap<>();
    private final Map<String, Boolean> beginnings = new HashMap<>();
    private final Map<String, String> articleTargets;
    private final Map<String, List<ProposedEffect>> articleEffects;

    /** @param title with its type: "Luật Bảo hiểm y tế" */
    public record Entry(String number, LocalDate issuedOn, String title) {}

    /**
     * An article of an amending document and the one document it amends, said by one clause of a batch for the others that were
     * taken out of the same article.
     *
     * @param target null where the clause names no document, or more than one
     * @param effects what the clause does by itself; empty for a clause that is the article's heading
     */
    public record ArticleTarget(
            String document, String article, @Nullable String target, List<ProposedEffect> effects) {}

    private TitleCatalogue(
            Collection<Entry> entries,
            Map<String, String> articleTargets,
            Map<String, List<ProposedEffect>> articleEffects) {
        this.articleTargets = articleTargets;
        this.articleEffects = articleEffects;
        for (var entry : entries) {
            var key = key(entry.title());
            byTitle.computeIfAbsent(key, k -> new ArrayList<>()).add(entry);
            var words = key.split(" ");
            var beginning = new StringBuilder();
            for (var word : words) {
                if (!beginning.isEmpty()) beginning.append(' ');
                beginning.append(word);
                beginnings.putIfAbsent(beginning.toString(), Boolean.TRUE);
            }
        }
    }

    public static TitleCatalogue none() {
        return NONE;
    }

    public static TitleCatalogue of(Collection<Entry> entries) {
        return new TitleCatalogue(entries, Map.of(), Map.of());
    }

    /** The laws, codes and ordinances of the National Assembly that come with the product. */
    public static TitleCatalogue national() {
        return National.CATALOGUE;
    }

    /** This catalogue and more entries, as of the other files of a batch or of the register. */
    public TitleCatalogue with(Collection<Entry> more) {
        if (more.isEmpty()) return this;
        var all = new ArrayList<Entry>();
        byTitle.values().forEach(all::addAll);
        all.addAll(more);
        return new TitleCatalogue(all, articleTargets, articleEffects);
    }

    /** This catalogue and what clauses of a batch say of the articles they stand in; an article told two ways is left out. */
    public TitleCatalogue withArticleTargets(Collection<ArticleTarget> more) {
        if (more.isEmpty()) return this;
        var all = new HashMap<>(articleTargets);
        var effects = new HashMap<>(articleEffects);
        for (var one : more) {
            var key = articleKey(one.document(), one.article());
            if (!one.effects().isEmpty())
                effects.merge(
                        key,
                        one.effects(),
                        (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
            if (one.target() == null) continue;
            var other = all.put(key, one.target());
            if (other != null && !VietnameseNumbers.key(other).equals(VietnameseNumbers.key(one.target())))
                all.put(key, "");
        }
        all.values().removeIf(String::isEmpty);
        var entries = new ArrayList<Entry>();
        byTitle.values().forEach(entries::addAll);
        return new TitleCatalogue(entries, Map.copyOf(all), Map.copyOf(effects));
    }

    Optional<String> articleTarget(String document, String article) {
        return Optional.ofNullable(articleTargets.get(articleKey(document, article)));
    }

    /** What the clauses of a batch that were taken out of this article do, as each says it alone. */
    List<ProposedEffect> articleEffects(String document, String article) {
        return articleEffects.getOrDefault(articleKey(document, article), List.of());
    }

    private static String articleKey(String document, String article) {
        return VietnameseNumbers.key(document) + "|" + article;
    }

    /** @param on day of the text that names the title; null where unknown: then only a title that one document bears */
    public Optional<Entry> find(String title, @Nullable LocalDate on) {
        var entries = byTitle.getOrDefault(key(title), List.of());
        if (on == null) {
            var numbers = entries.stream()
                    .map(e -> VietnameseNumbers.key(e.number()))
                    .distinct()
                    .count();
            return numbers == 1 ? entries.stream().findFirst() : Optional.empty();
        }
        return entries.stream()
                .filter(e -> e.issuedOn().isBefore(on))
                .max(java.util.Comparator.comparing(Entry::issuedOn));
    }

    /** Every document of a title, in no order. */
    public List<Entry> titled(String title) {
        return List.copyOf(byTitle.getOrDefault(key(title), List.of()));
    }

    /** The longest known title that {@code text} begins with, as a number of its characters; 0 where none. */
    int longestAt(String text, int start) {
        int best = 0;
        var key = new StringBuilder();
        int i = start;
        int limit = Math.min(text.length(), start + LONGEST_TITLE);
        while (i < limit) {
            while (i < limit && !Character.isLetterOrDigit(text.charAt(i))) i++;
            int from = i;
            while (i < limit && Character.isLetterOrDigit(text.charAt(i))) i++;
            if (from == i) break;
            if (!key.isEmpty()) key.append(' ');
            key.append(key(text.substring(from, i)));
            var soFar = key.toString();
            if (!beginnings.containsKey(soFar)) break;
            if (byTitle.containsKey(soFar)) best = i - start;
        }
        return best;
    }

    /** Whether two titles are one but for case, punctuation and the placement of tone marks. */
    public static boolean sameTitle(String a, String b) {
        return key(a).equals(key(b));
    }

    /** Words only, lower case, one placement of tone marks. */
    static String key(String title) {
        var lower = VietnameseText.nfc(title).replace('Ð', 'Đ').toLowerCase(Locale.ROOT);
        var out = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (Character.isLetterOrDigit(c)) out.append(c);
            else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') out.append(' ');
        }
        var s = out.toString().strip();
        for (var pair : TONES) s = s.replace(pair[0], pair[1]);
        return s;
    }

    private static final String[][] TONES = {
        {"oà", "òa"}, {"oá", "óa"}, {"oả", "ỏa"}, {"oã", "õa"}, {"oạ", "ọa"},
        {"oè", "òe"}, {"oé", "óe"}, {"oẻ", "ỏe"}, {"oẽ", "õe"}, {"oẹ", "ọe"},
        {"uỳ", "ùy"}, {"uý", "úy"}, {"uỷ", "ủy"}, {"uỹ", "ũy"}, {"uỵ", "ụy"},
    };

    private static final class National {
        static final TitleCatalogue CATALOGUE = new TitleCatalogue(read(), Map.of(), Map.of());

        private static List<Entry> read() {
            var stream = Objects.requireNonNull(
                    TitleCatalogue.class.getResourceAsStream("national-laws.tsv"), "national-laws.tsv is missing");
            try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                return reader.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> line.split("\t"))
                        .map(f -> new Entry(f[0], LocalDate.parse(f[1]), f[2]))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
