package vn.qppl.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/** Finds the piece of a text that says most of what was asked, and marks it. Reads the text once, by the index's own analysis. */
final class Excerpts {
    private static final int LENGTH = 280;
    /** Of a very long annex, what stands further is not looked through for excerpts. */
    private static final int LOOKED_THROUGH = 200_000;
    /** A syllable in more than this share of passages is marked only beside another one that was asked. */
    private static final double COMMON = 0.15;

    private final Map<String, Double> weights = new HashMap<>();
    private final Set<String> exact = new HashSet<>();
    private final Set<String> anyMarks = new HashSet<>();
    private final Set<String> pairs = new HashSet<>();
    private final double common;

    Excerpts(List<Syllable> asked, IndexReader reader) throws IOException {
        double passages = Math.max(1, reader.numDocs());
        for (int i = 0; i < asked.size(); i++) {
            var syllable = asked.get(i);
            if (!weights.containsKey(syllable.folded())) {
                double found = reader.docFreq(new Term(Schema.FOLDED, syllable.folded()));
                weights.put(syllable.folded(), Math.log(1 + passages / (found + 1)));
            }
            exact.add(syllable.exact());
            if (!syllable.marked()) anyMarks.add(syllable.folded());
            if (i > 0) pairs.add(SyllableStream.pair(asked.get(i - 1).folded(), syllable.folded()));
        }
        common = weights.size() <= 3 ? 0 : Math.log(1 + 1 / COMMON);
    }

    /** The whole text, escaped and marked. */
    String whole(String text) {
        var syllables = Abbreviations.written(text);
        return html(text, 0, text.length(), syllables, marked(syllables));
    }

    /** The best piece of a text, escaped and marked, with "…" where it is cut. */
    String best(String text) {
        var looked = text.length() > LOOKED_THROUGH ? text.substring(0, LOOKED_THROUGH) : text;
        if (looked.length() <= LENGTH) return whole(looked);
        var syllables = Abbreviations.written(looked);
        var marked = marked(syllables);
        int start = begin(looked, bestStart(syllables, marked));
        int end = end(looked, Math.min(looked.length(), start + LENGTH));
        return (start > 0 ? "… " : "")
                + html(looked, start, end, syllables, marked)
                + (end < text.length() ? " …" : "");
    }

    private boolean[] marked(List<Syllable> syllables) {
        var marked = new boolean[syllables.size()];
        for (int i = 0; i < marked.length; i++) {
            var syllable = syllables.get(i);
            if (!asked(syllable)) continue;
            marked[i] = weights.getOrDefault(syllable.folded(), 0.0) >= common
                    || (i > 0 && isPair(syllables.get(i - 1), syllable))
                    || (i + 1 < marked.length && isPair(syllable, syllables.get(i + 1)));
        }
        return marked;
    }

    private boolean isPair(Syllable first, Syllable second) {
        return pairs.contains(SyllableStream.pair(first.folded(), second.folded())) && asked(first) && asked(second);
    }

    /** With the marks that were typed; a syllable typed, or written, without marks may be any. */
    private boolean asked(Syllable syllable) {
        return exact.contains(syllable.exact())
                || anyMarks.contains(syllable.folded())
                || (!syllable.marked() && weights.containsKey(syllable.folded()));
    }

    /** Offset of the marked syllable from which a piece of the usual length weighs most; a word counts once a piece. */
    private int bestStart(List<Syllable> syllables, boolean[] marked) {
        var inside = new HashMap<String, Integer>();
        double weight = 0;
        double heaviest = 0;
        int bestStart = 0;
        int to = 0;
        for (int from = 0; from < marked.length; from++) {
            int limit = syllables.get(from).start() + LENGTH * 4 / 5;
            while (to < marked.length && syllables.get(to).end() <= limit) {
                if (marked[to] && inside.merge(key(syllables, marked, to), 1, Integer::sum) == 1) {
                    weight += weight(syllables, marked, to);
                }
                to++;
            }
            if (!marked[from]) continue;
            if (weight > heaviest + 1e-9) {
                heaviest = weight;
                bestStart = syllables.get(from).start();
            }
            if (to > from && inside.merge(key(syllables, marked, from), -1, Integer::sum) == 0) {
                weight -= weight(syllables, marked, from);
            }
        }
        return bestStart;
    }

    private String key(List<Syllable> syllables, boolean[] marked, int at) {
        var here = syllables.get(at).folded();
        return at > 0 && marked[at - 1]
                ? SyllableStream.pair(syllables.get(at - 1).folded(), here)
                : here;
    }

    private double weight(List<Syllable> syllables, boolean[] marked, int at) {
        double weight = weights.getOrDefault(syllables.get(at).folded(), 0.0);
        return at > 0 && marked[at - 1] ? weight * 1.5 : weight;
    }

    /** Back to the start of the sentence or line where it is near, else of the word. */
    private static int begin(String text, int from) {
        for (int i = from; i > 0 && i > from - LENGTH / 3; i--) {
            char before = text.charAt(i - 1);
            if (before == '\n' || (Character.isWhitespace(before) && i > 1 && ".;:".indexOf(text.charAt(i - 2)) >= 0))
                return i;
        }
        return from;
    }

    private static int end(String text, int to) {
        if (to >= text.length()) return text.length();
        for (int i = to; i > to - 30; i--) {
            if (Character.isWhitespace(text.charAt(i))) return i;
        }
        return Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
    }

    private static String html(String text, int from, int to, List<Syllable> syllables, boolean[] marked) {
        var html = new StringBuilder(to - from + 64);
        int written = from;
        for (int i = 0; i < marked.length; i++) {
            if (!marked[i] || syllables.get(i).start() < written) continue;
            int end = i;
            while (end + 1 < marked.length && marked[end + 1] && near(text, syllables.get(end), syllables.get(end + 1)))
                end++;
            if (syllables.get(end).end() > to) break;
            escape(html, text, written, syllables.get(i).start());
            html.append("<mark>");
            escape(html, text, syllables.get(i).start(), syllables.get(end).end());
            html.append("</mark>");
            written = syllables.get(end).end();
            i = end;
        }
        escape(html, text, written, to);
        return html.toString().strip();
    }

    private static boolean near(String text, Syllable first, Syllable second) {
        if (second.start() <= first.end()) return true;
        return second.start() - first.end() == 1 && text.charAt(first.end()) == ' ';
    }

    private static void escape(StringBuilder html, String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                case '\n', '\r', '\t' -> html.append(' ');
                default -> {
                    if (c >= ' ') html.append(c);
                }
            }
        }
    }
}
