package vn.qppl.scrutiny;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.qppl.text.Span;

/**
 * What a rule holds against a text, until an officer decides.
 *
 * @param explanation in Vietnamese, complete sentences: what stands there and why it may not
 * @param article of the law that says so, as lawyers cite it
 * @param evidence never empty for a finding on words; the place where words are missing otherwise
 * @param mending what would mend it; null where that depends on the officer's answer
 */
public record MachineFinding(
        Rule rule,
        Severity severity,
        String explanation,
        String article,
        List<Evidence> evidence,
        @Nullable String mending) {
    private static final int LONGEST_QUOTE = 400;

    public MachineFinding {
        evidence = List.copyOf(evidence);
    }

    /**
     * Words of the text.
     *
     * @param span in the text; empty where something is missing
     * @param quote the words, cut at 400 characters
     * @param place in words: "khoản 2 Điều 3 Quy định kèm theo", "Căn cứ ban hành"
     * @param address Akoma Ntoso id with its component; null outside units
     */
    public record Evidence(
            Span span, String quote, String place, @Nullable String address) {
        static Evidence of(Span span, String words, String place, @Nullable String address) {
            var quote = words.strip().replaceAll("\\s+", " ");
            if (quote.length() > LONGEST_QUOTE) quote = quote.substring(0, LONGEST_QUOTE) + "…";
            return new Evidence(span, quote, place, address);
        }
    }

    /** Whether it speaks against the text. */
    public boolean alarm() {
        return severity != Severity.INFORMATION;
    }

    /**
     * The same for the same finding on the same words, wherever they moved: an officer's decision stays with it when the text is
     * checked again.
     */
    public String key() {
        var words = new StringBuilder(rule.code());
        for (var e : evidence) words.append('|').append(e.place()).append('|').append(e.quote());
        return words.toString();
    }
}
