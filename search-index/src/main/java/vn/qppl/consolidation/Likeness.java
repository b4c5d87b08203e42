package vn.qppl.consolidation;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import vn.qppl.structure.UnitLevel;

/** Whether new words are a provision's own, reworded, or those of another one that got its number. */
final class Likeness {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    /** An article of another title keeps at least so many of its words where it is the same one. */
    private static final double ARTICLE = .5;

    private static final double BELOW = .3;

    private Likeness() {}

    static boolean sameMatter(Provision existing, String newText) {
        var old = words(existing.text());
        if (old.isEmpty()) return true;
        var fresh = words(newText);
        if (existing.level == UnitLevel.ARTICLE
                && !existing.heading.isBlank()
                && newText.toLowerCase(Locale.ROOT)
                        .contains(existing.heading.strip().toLowerCase(Locale.ROOT))) return true;
        int kept = 0;
        for (var word : old) if (fresh.contains(word)) kept++;
        return kept >= old.size() * (existing.level == UnitLevel.ARTICLE ? ARTICLE : BELOW);
    }

    private static Set<String> words(String text) {
        var words = new HashSet<String>();
        var matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) words.add(matcher.group());
        return words;
    }
}
