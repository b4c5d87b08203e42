package vn.qppl.consolidation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces or drops words in a text whose line breaks are of no matter; at the head of a sentence they have a capital. */
final class Phrases {
    private static final String HEAD = "(?:^|(?<=\\n)|(?<=[.:;] ))";

    private final Pattern pattern;
    private final String replacement;
    private final char first;

    /** @param replacement empty to drop the words */
    Phrases(String words, String replacement) {
        var regex = new StringBuilder();
        var stripped = words.strip();
        if (Character.isLetterOrDigit(stripped.charAt(0))) regex.append("(?<![\\p{L}\\p{N}])");
        this.first = stripped.charAt(0);
        boolean begins = true;
        for (var word : stripped.split("\\s++")) {
            if (!begins) regex.append("\\s++");
            if (begins && !replacement.isEmpty() && Character.isLowerCase(first))
                regex.append("(?:")
                        .append(first)
                        .append('|')
                        .append(HEAD)
                        .append(Character.toUpperCase(first))
                        .append(')')
                        .append(Pattern.quote(word.substring(1)));
            else regex.append(Pattern.quote(word));
            begins = false;
        }
        if (Character.isLetterOrDigit(stripped.charAt(stripped.length() - 1))) regex.append("(?![\\p{L}\\p{N}])");
        this.pattern = Pattern.compile(replacement.isEmpty() ? "(\\s?)(?:" + regex + ")(\\s?)" : regex.toString());
        this.replacement = replacement;
    }

    /** How many places of {@code p} and of all under it changed. */
    int in(Provision p, boolean headingOnly) {
        int count = 0;
        var heading = replace(p.heading);
        if (!heading.equals(p.heading)) {
            p.heading = heading;
            count++;
        }
        if (headingOnly) return count;
        var body = replace(p.body);
        if (!body.equals(p.body)) {
            p.body = body;
            count++;
        }
        if (!p.repealed) for (var child : p.children) count += in(child, false);
        return count;
    }

    String replace(String text) {
        if (text.isEmpty()) return text;
        var m = pattern.matcher(text);
        if (!replacement.isEmpty())
            return m.replaceAll(
                    r -> Matcher.quoteReplacement(r.group().charAt(0) == first ? replacement : capital(replacement)));
        // dropped words leave one blank where there were two, none before a stop
        return m.replaceAll(r -> {
            boolean edge = r.start() == 0 || r.end() == text.length();
            boolean stop = r.end() < text.length() && ".,;:)".indexOf(text.charAt(r.end())) >= 0;
            if (edge || r.group(2).isEmpty() && stop) return "";
            return Matcher.quoteReplacement(r.group(2).isEmpty() ? r.group(1) : r.group(2));
        });
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
