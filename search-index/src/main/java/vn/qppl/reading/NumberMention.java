package vn.qppl.reading;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Số, ký hiệu as a document prints it, without the blanks that setting leaves: {@code 12/2023/QĐ-UBND}, {@code 511/QĐ-UBND},
 * {@code 45/2019/QH14}, and the older {@code 18-L/CTN}, {@code 212-KL/TW}.
 */
record NumberMention(String printed, @Nullable Integer year, String symbol) {
    private static final String CAPITAL = "A-ZĐÐƯÔ";
    private static final String TOKEN = "[" + CAPITAL + "][" + CAPITAL + "a-z\\d&.]{0,14}+(?!\\p{L})";
    /** After a blank only a token of capitals goes on a symbol: not the next word of the sentence. */
    private static final String SPACED = "[" + CAPITAL + "]{2}[" + CAPITAL + "a-z\\d&.]{0,12}+(?!\\p{L})";

    /** Groups: serial, year, symbol. A symbol may be broken after its hyphen. */
    static final String FORM = "(\\d{1,6}(?:\\.\\d{1,2})?[a-zA-Z]?)\\s?(?:/\\s?((?:19|20)\\d\\d)\\s?)?[-–/]\\s?("
            + TOKEN + "(?:(?<=QH)\\s\\d{1,2}(?!\\d))?(?:[-–/]" + TOKEN + "|\\s?[-–/]\\s?" + SPACED + "){0,6}+)";

    static final Pattern PATTERN = Pattern.compile("(?<![\\d/])" + FORM);

    static NumberMention of(String serial, @Nullable String year, char joint, String symbol) {
        var clean = symbol.replaceAll("\\s+", "").replace('–', '-').replace('Ð', 'Đ');
        while (clean.endsWith(".")) clean = clean.substring(0, clean.length() - 1);
        return new NumberMention(
                serial + (year == null ? "" : "/" + year) + joint + clean,
                year == null ? null : Integer.valueOf(year),
                clean);
    }

    /** From a match of {@link #FORM} whose groups begin after {@code before} others. */
    static NumberMention of(java.util.regex.MatchResult m, int before, CharSequence text) {
        int at = m.start(before + 3) - 1;
        while (Character.isWhitespace(text.charAt(at))) at--;
        char joint = text.charAt(at) == '/' ? '/' : '-';
        return of(m.group(before + 1), m.group(before + 2), joint, m.group(before + 3));
    }
}
