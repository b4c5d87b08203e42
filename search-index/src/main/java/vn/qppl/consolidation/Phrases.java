package vn.qppl.consolidation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces or drops words in a text whose line breaks are of no matter. */
final class Phrases {
    private final Pattern pattern;
    private final String replacement;

    /** @param replacement empty to drop the words */
    Phrases(String words, String replacement) {
        var regex = new StringBuilder();
        var stripped = words.strip();
        if (Character.isLetterOrDigit(stripped.charAt(0))) regex.append("(?<![\\p{L}\\p{N}])");
        boolean first = true;
        for (var word : stripped.split("\\s++")) {
            if (!first) regex.append("\\s++");
            regex.append(Pattern.quote(word));
            first = false;
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
        if (!replacement.isEmpty()) return m.replaceAll(Matcher.quoteReplacement(replacement));
        // dropped words leave one blank where there were two, none before a stop
        return m.replaceAll(r -> {
            boolean edge = r.start() == 0 || r.end() == text.length();
            boolean stop = r.end() < text.length() && ".,;:)".indexOf(text.charAt(r.end())) >= 0;
            if (edge || r.group(2).isEmpty() && stop) return "";
            return Matcher.quoteReplacement(r.group(2).isEmpty() ? r.group(1) : r.group(2));
        });
    }
}
