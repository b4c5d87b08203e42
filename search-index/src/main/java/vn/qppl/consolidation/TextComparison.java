package vn.qppl.consolidation;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.DeltaType;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Two texts compared word by word for the old/new table. Line breaks, blanks, punctuation, letter case and the two
 * placements of tone marks are no difference; the pieces keep the texts as they are written.
 *
 * @param pieces in order; put together, the old sides give the old text and the new sides the new text
 * @param likeness 0 to 1: twice the words in common over all the words; 1 for two texts without words
 */
public record TextComparison(List<Piece> pieces, double likeness) {
    /** Beyond this many words a side the middle that differs is given as one piece, so that the time stays bounded. */
    private static final int MOST_WORDS = 6_000;

    /** @param before what the old text has here, empty for words that are new
     *  @param after what the new text has here, empty for words that are gone */
    public record Piece(Kind kind, String before, String after) {}

    public enum Kind {
        SAME,
        CHANGED,
        ADDED,
        REMOVED
    }

    /** @param text from the start of the word to the start of the next */
    private record Word(String key, String text) {}

    public TextComparison {
        pieces = List.copyOf(pieces);
    }

    public boolean same() {
        return pieces.stream().allMatch(p -> p.kind() == Kind.SAME);
    }

    public static TextComparison of(String before, String after) {
        var a = words(before);
        var b = words(after);
        int head = 0;
        while (head < a.size()
                && head < b.size()
                && a.get(head).key().equals(b.get(head).key())) head++;
        int tail = 0;
        while (tail < a.size() - head
                && tail < b.size() - head
                && a.get(a.size() - 1 - tail)
                        .key()
                        .equals(b.get(b.size() - 1 - tail).key())) tail++;
        var out = new ArrayList<Piece>();
        int common = head + tail;
        add(out, Kind.SAME, text(a, 0, head), text(b, 0, head));
        var middleA = a.subList(head, a.size() - tail);
        var middleB = b.subList(head, b.size() - tail);
        if (middleA.size() > MOST_WORDS || middleB.size() > MOST_WORDS)
            add(out, Kind.CHANGED, text(middleA, 0, middleA.size()), text(middleB, 0, middleB.size()));
        else common += middle(middleA, middleB, out);
        add(out, Kind.SAME, text(a, a.size() - tail, a.size()), text(b, b.size() - tail, b.size()));
        int all = a.size() + b.size();
        return new TextComparison(out, all == 0 ? 1 : 2.0 * common / all);
    }

    private static int middle(List<Word> a, List<Word> b, List<Piece> out) {
        var patch = DiffUtils.diff(
                a.stream().map(Word::key).toList(), b.stream().map(Word::key).toList());
        int i = 0;
        int j = 0;
        int common = 0;
        for (var delta : patch.getDeltas()) {
            int from = delta.getSource().getPosition();
            int to = delta.getTarget().getPosition();
            common += from - i;
            add(out, Kind.SAME, text(a, i, from), text(b, j, to));
            int endA = from + delta.getSource().size();
            int endB = to + delta.getTarget().size();
            var kind = switch (delta.getType()) {
                case INSERT -> Kind.ADDED;
                case DELETE -> Kind.REMOVED;
                case CHANGE -> Kind.CHANGED;
                case EQUAL -> Kind.SAME;
            };
            add(out, kind, text(a, from, endA), text(b, to, endB));
            if (delta.getType() == DeltaType.EQUAL) common += endA - from;
            i = endA;
            j = endB;
        }
        common += a.size() - i;
        add(out, Kind.SAME, text(a, i, a.size()), text(b, j, b.size()));
        return common;
    }

    private static void add(List<Piece> out, Kind kind, String before, String after) {
        if (before.isEmpty() && after.isEmpty()) return;
        if (kind == Kind.SAME && !out.isEmpty() && out.getLast().kind() == Kind.SAME) {
            var last = out.removeLast();
            out.add(new Piece(Kind.SAME, last.before() + before, last.after() + after));
            return;
        }
        out.add(new Piece(kind, before, after));
    }

    private static String text(List<Word> words, int from, int to) {
        var s = new StringBuilder();
        for (int i = from; i < to; i++) s.append(words.get(i).text());
        return s.toString();
    }

    private static List<Word> words(String text) {
        var nfc = Normalizer.normalize(text, Normalizer.Form.NFC);
        var out = new ArrayList<Word>();
        int i = 0;
        while (i < nfc.length() && !Character.isLetterOrDigit(nfc.charAt(i))) i++;
        int start = 0;
        while (i < nfc.length()) {
            int from = i;
            while (i < nfc.length() && (Character.isLetterOrDigit(nfc.charAt(i)) || withinNumber(nfc, i))) i++;
            int end = i;
            while (i < nfc.length() && !Character.isLetterOrDigit(nfc.charAt(i))) i++;
            out.add(new Word(key(nfc.substring(from, end)), nfc.substring(start, i)));
            start = i;
        }
        if (out.isEmpty() && !nfc.isEmpty()) return List.of(new Word("", nfc));
        return out;
    }

    /** "4.000.000", "1,5" and "01/3/2025" are read as one word: half a number says nothing. */
    private static boolean withinNumber(String text, int i) {
        return ".,/".indexOf(text.charAt(i)) >= 0
                && i > 0
                && i + 1 < text.length()
                && Character.isDigit(text.charAt(i - 1))
                && Character.isDigit(text.charAt(i + 1));
    }

    private static final String[][] TONES = {
        {"oà", "òa"}, {"oá", "óa"}, {"oả", "ỏa"}, {"oã", "õa"}, {"oạ", "ọa"},
        {"oè", "òe"}, {"oé", "óe"}, {"oẻ", "ỏe"}, {"oẽ", "õe"}, {"oẹ", "ọe"},
        {"uỳ", "ùy"}, {"uý", "úy"}, {"uỷ", "ủy"}, {"uỹ", "ũy"}, {"uỵ", "ụy"},
    };

    private static String key(String word) {
        var lower = word.toLowerCase(Locale.ROOT).replace(',', '.').replace('/', '.');
        for (var pair : TONES)
            if (lower.endsWith(pair[0]) && !lower.startsWith("qu"))
                return lower.substring(0, lower.length() - 2) + pair[1];
        return lower;
    }
}
