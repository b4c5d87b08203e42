package vn.qppl.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Gives words set in capitals the case they have in running text, learnt from the same document. */
final class ProperCase {
    private static final int LEARN = 16_000;

    private ProperCase() {}

    static String like(String capitals, String text, int from) {
        if (capitals.isBlank()) return capitals;
        var words = capitals.split(" ");
        var learnt = learn(text, from, pairs(words));
        var out = new StringBuilder();
        for (int i = 0; i < words.length; i++) {
            var word = Marks.lower(words[i]);
            var bare = bare(word);
            String cased = null;
            if (!bare.isEmpty()) {
                if (i > 0) cased = learnt.get(bare(Marks.lower(words[i - 1])) + " >" + bare);
                if (cased == null && i + 1 < words.length)
                    cased = learnt.get(bare + "< " + bare(Marks.lower(words[i + 1])));
                if (cased == null && keeps(words[i])) cased = bare(words[i]);
            }
            out.append(i == 0 ? "" : " ").append(cased == null ? word : word.replace(bare, cased));
        }
        int first = 0;
        while (first < out.length() && !Character.isLetter(out.charAt(first))) first++;
        if (first < out.length()) out.setCharAt(first, Character.toUpperCase(out.charAt(first)));
        return out.toString();
    }

    /** Numbers, roman numerals and symbols such as QĐ-UBND keep their capitals. */
    private static boolean keeps(String word) {
        return word.chars().anyMatch(Character::isDigit)
                || word.contains("-") && word.contains("/")
                || word.matches("[IVXLC]{1,6}[,.;:)]?|UBND|HĐND|[(]?ODA[)]?");
    }

    private static String bare(String word) {
        int from = 0;
        int to = word.length();
        while (from < to && !Character.isLetterOrDigit(word.charAt(from))) from++;
        while (to > from && !Character.isLetterOrDigit(word.charAt(to - 1))) to--;
        return word.substring(from, to);
    }

    /** The pairs of neighbours whose case is asked for: what follows each word. */
    private static Map<String, Set<String>> pairs(String[] words) {
        var pairs = new HashMap<String, Set<String>>();
        for (int i = 1; i < words.length; i++)
            pairs.computeIfAbsent(bare(Marks.lower(words[i - 1])), w -> new HashSet<>())
                    .add(bare(Marks.lower(words[i])));
        return pairs;
    }

    private static Map<String, String> learn(String text, int from, Map<String, Set<String>> wanted) {
        var learnt = new HashMap<String, String>();
        var view = PlainView.of(text, Math.min(from, text.length()), Math.min(text.length(), from + LEARN))
                .text();
        String before = "";
        Set<String> following = null;
        int i = 0;
        int n = view.length();
        while (i < n) {
            while (i < n && Character.isWhitespace(view.charAt(i))) i++;
            int j = i;
            while (j < n && !Character.isWhitespace(view.charAt(j))) j++;
            if (j == i) break;
            var token = view.substring(i, j);
            var word = bare(token);
            if (!word.isEmpty()
                    && !(word.length() > 1
                            && (Character.isUpperCase(word.charAt(0)) || Character.isUpperCase(word.charAt(1)))
                            && Marks.capitals(word)
                            && word.chars().allMatch(Character::isLetter)
                            && !word.equals("UBND")
                            && !word.equals("HĐND"))) {
                var lower = Marks.lower(word);
                // after a full stop or at a paragraph's start a capital says nothing
                if (following != null && following.contains(lower)) {
                    var lowerBefore = Marks.lower(before);
                    learnt.putIfAbsent(lowerBefore + " >" + lower, word);
                    learnt.putIfAbsent(lowerBefore + "< " + lower, before);
                }
                before = word;
                following = wanted.get(lower);
            } else following = null;
            char last = token.charAt(token.length() - 1);
            if (last == '.' || last == ':' || last == ';' || last == ',') following = null;
            i = j;
        }
        return learnt;
    }
}
