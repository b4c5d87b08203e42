package vn.qppl.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Mends what a recogniser of Vietnamese print gets wrong most: the tone above a circumflex or a breve is lost ("quyên hạn", "tô chức",
 * "quôc"). A syllable closed by a stop cannot be without its tone; other syllables are mended only where the phrase around them is one
 * of {@code recognised-phrases.txt}, words of any legal text. A mended word counts as doubtful: searchable, and marked.
 */
final class RecognisedWords {
    /** What a mended word's confidence is at most: below what counts as sure. */
    private static final double MENDED = 0.7;

    /** A tone read with more than this is left as it is. */
    private static final double UNSURE = 0.92;

    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
    private static final Pattern STOPPED = Pattern.compile("(?iu)\\p{L}{0,4}[ăâêôơư](?:c|ch|p|t)");
    private static final Pattern LOST_SLASH = Pattern.compile(
            "(?u)(\\d{1,5}/?(?:19|20)\\d{2}|/(?:19|20)\\d{2})((?:NĐ|NQ|QĐ|TT|TTLT|CT|KH|QH)\\d{0,2}(?:-.{1,20})?)");

    private static final Pattern NUMBERED = Pattern.compile("\\d{1,3}\\.");

    private static final RecognisedWords KNOWN = new RecognisedWords();

    /** Phrases without tones to the phrase; the letters of each are as many as those it replaces. */
    private final Map<String, String> phrases = new HashMap<>();

    private final Set<String> right = new HashSet<>();
    private final Set<String> syllables = new HashSet<>();
    private final Map<String, String> single = new HashMap<>();

    private RecognisedWords() {
        var stream = RecognisedWords.class.getResourceAsStream("recognised-phrases.txt");
        if (stream == null) throw new IllegalStateException("recognised-phrases.txt is missing");
        var ambiguous = new HashSet<String>();
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.startsWith("#")) continue;
                for (var phrase : line.split(",", -1)) {
                    var known = VietnameseText.nfc(phrase.strip());
                    right.add(known);
                    syllables.addAll(List.of(known.split(" ", -1)));
                    if (known.indexOf(' ') < 0) single.put(toneless(known), known);
                    else {
                        var other = phrases.put(toneless(known), known);
                        if (other != null && !other.equals(known)) ambiguous.add(toneless(known));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // two phrases that differ by their tones alone: neither is certain
        ambiguous.forEach(phrases::remove);
    }

    /** Lines of words as they were recognised, with what is mended; blank lists between paragraphs stay. */
    static List<List<Ocr.Word>> mended(List<List<Ocr.Word>> lines) {
        var words = new ArrayList<Ocr.Word>();
        for (var line : lines) words.addAll(line);
        KNOWN.mend(words);
        first(lines, words);
        var mended = new ArrayList<List<Ocr.Word>>();
        int at = 0;
        for (var line : lines) {
            mended.add(List.copyOf(words.subList(at, at + line.size())));
            at += line.size();
        }
        return mended;
    }

    /** "I." or "l." at the head of a line, the next numbered line being 2: the first of a list. */
    private static void first(List<List<Ocr.Word>> lines, List<Ocr.Word> words) {
        int like = -1;
        int at = 0;
        for (var line : lines) {
            var head = line.isEmpty() ? "" : line.getFirst().text();
            if (head.equals("I.") || head.equals("l.") || head.equals("i.") || head.equals("|.")) {
                like = at;
            } else if (NUMBERED.matcher(head).matches()) {
                if (like >= 0 && head.equals("2.")) words.set(like, replaced(words.get(like), "1."));
                like = -1;
            }
            at += line.size();
        }
    }

    private void mend(List<Ocr.Word> words) {
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (word.text().indexOf('ð') >= 0 || word.text().indexOf('Ð') >= 0) {
                // the Icelandic letter is no letter of Vietnamese
                word = replaced(word, word.text().replace('ð', 'đ').replace('Ð', 'Đ'));
                words.set(i, word);
            }
            var slash = LOST_SLASH.matcher(word.text());
            if (slash.matches()) words.set(i, replaced(word, slash.group(1) + "/" + slash.group(2)));
            if (i + 1 < words.size()) pair(words, i);
        }
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var core = core(word.text());
            if (core.isEmpty()) continue;
            var lower = core.toLowerCase(Locale.ROOT);
            var next = i + 1 < words.size() ? core(words.get(i + 1).text()).toLowerCase(Locale.ROOT) : "";
            var last = i > 0 ? core(words.get(i - 1).text()).toLowerCase(Locale.ROOT) : "";
            if (right.contains(lower + " " + next) || right.contains(last + " " + lower)) continue;
            var letters = letters(lower);
            // names of places and people follow other rules: Kon Pêt
            boolean name = Character.isUpperCase(core.charAt(0)) && letters != null && !syllables.contains(letters);
            if (!name && letters != null && !letters.equals(lower)) words.set(i, replaced(word, core, letters));
        }
    }

    private void pair(List<Ocr.Word> words, int i) {
        var first = words.get(i);
        var second = words.get(i + 1);
        // a mark between them parts the phrase
        if (!endsInLetter(first.text())) return;
        var left = core(first.text());
        var rest = core(second.text());
        if (left.isEmpty() || rest.isEmpty() || !startsWithLetter(second.text())) return;
        var read = (left + " " + rest).toLowerCase(Locale.ROOT);
        if (right.contains(read)) return;
        var known = phrases.get(toneless(read));
        if (known == null) return;
        int blank = known.indexOf(' ');
        var before = known.substring(0, blank);
        var behind = known.substring(blank + 1);
        if (!mayBe(first, left, before) || !mayBe(second, rest, behind)) return;
        words.set(i, replaced(first, left, before));
        words.set(i + 1, replaced(second, rest, behind));
    }

    /** A tone is lost far more often than taken for another: one that was read is given up only where the recogniser was unsure. */
    private static boolean mayBe(Ocr.Word word, String core, String letters) {
        var lower = core.toLowerCase(Locale.ROOT);
        return lower.equals(letters) || lost(lower, letters) || word.confidence() < UNSURE;
    }

    /** Lost are the tones above a circumflex or a breve; the one below a letter stays. */
    private static boolean lost(String read, String letters) {
        return read.equals(toneless(read))
                && Normalizer.normalize(letters, Normalizer.Form.NFD).indexOf('\u0323') < 0
                && read.chars().anyMatch(c -> "ăâêô".indexOf(c) >= 0);
    }

    private static boolean endsInLetter(String word) {
        return !word.isEmpty() && Character.isLetter(word.charAt(word.length() - 1));
    }

    private static boolean startsWithLetter(String word) {
        return !word.isEmpty() && Character.isLetter(word.charAt(0));
    }

    /** The letters of a word without the marks around it. */
    private static String core(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && !Character.isLetter(word.charAt(start))) start++;
        while (end > start && !Character.isLetter(word.charAt(end - 1))) end--;
        return word.substring(start, end);
    }

    private static Ocr.Word replaced(Ocr.Word word, String core, String letters) {
        if (core.toLowerCase(Locale.ROOT).equals(letters)) return word;
        var cased = new StringBuilder(letters);
        for (int i = 0; i < Math.min(core.length(), letters.length()); i++)
            if (Character.isUpperCase(core.charAt(i))) cased.setCharAt(i, Character.toUpperCase(letters.charAt(i)));
        return replaced(word, word.text().replace(core, cased));
    }

    private static Ocr.Word replaced(Ocr.Word word, String text) {
        return new Ocr.Word(text, Math.min(word.confidence(), MENDED));
    }

    /** What a syllable must have been; null where it may be right as it stands. */
    private @Nullable String letters(String lower) {
        if (STOPPED.matcher(lower).matches()) return sharp(lower);
        var known = single.get(lower);
        return known != null ? known : circumflex(lower);
    }

    /** "quyèn", "tién": i and y before a closed e are always followed by ê. */
    private static @Nullable String circumflex(String syllable) {
        if (VietnameseSyllable.possible(syllable)) return null;
        var apart = Normalizer.normalize(syllable, Normalizer.Form.NFD);
        int e = Math.max(apart.indexOf("ie"), apart.indexOf("ye"));
        if (e < 0) return null;
        var mended = VietnameseText.nfc(apart.substring(0, e + 2) + "\u0302" + apart.substring(e + 2));
        return mended.length() == syllable.length() && VietnameseSyllable.possible(mended) ? mended : null;
    }

    private static @Nullable String sharp(String syllable) {
        for (int i = syllable.length() - 1; i >= 0; i--) {
            char c = syllable.charAt(i);
            if ("ăâêôơư".indexOf(c) < 0) continue;
            var toned = syllable.substring(0, i) + VietnameseText.nfc(c + "\u0301") + syllable.substring(i + 1);
            return VietnameseSyllable.possible(toned) ? toned : null;
        }
        return null;
    }

    private static String toneless(String words) {
        var apart = Normalizer.normalize(words, Normalizer.Form.NFD);
        var kept = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) if (TONES.indexOf(apart.charAt(i)) < 0) kept.append(apart.charAt(i));
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }
}
