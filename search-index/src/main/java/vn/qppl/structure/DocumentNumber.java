package vn.qppl.structure;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.qppl.text.VietnameseText;

/**
 * Số, ký hiệu of a document: {@code 12/2023/QĐ-UBND}, {@code 511/QĐ-UBND}, {@code 80/2015/QH13}; older ones with strokes all
 * along ({@code 40/2000/TT/BTC}), the Party's with a dash behind the serial ({@code 212-KL/TW}). "05" and "5" are one number, and so
 * are the spellings with dash and stroke; {@code Ð} (U+00D0) is read as {@code Đ}. Equal numbers of two issuers are two documents:
 * identity also needs the issuer.
 *
 * @param serial the number itself, without leading zeros, with a letter where it has one: {@code 12}, {@code 12a}
 * @param printed the whole number as printed, without blanks, symbol in upper case
 * @param year null for administrative documents, which carry none
 * @param symbol type and issuer, joined by dashes: {@code QĐ-UBND}, {@code QH13}, {@code KL-TW}; upper case
 */
public record DocumentNumber(
        String serial, String printed, @Nullable Integer year, String symbol) implements Comparable<DocumentNumber> {

    /** Longer than any number is; what is longer was misread. */
    private static final int LONGEST = 80;

    private static final String WORD = "\\p{L}[\\p{L}\\d&.]*+";

    private static final Pattern FORM = Pattern.compile("(\\d{1,6}[A-Za-z]?)\\s*/\\s*(?:((?:19|20)\\d\\d)\\s*/\\s*)?"
            + "(" + WORD + "(?:\\s*[-/]\\s*[\\p{L}\\d&.]++)*+)");

    private static final Pattern OF_THE_PARTY =
            Pattern.compile("(\\d{1,6}[A-Za-z]?)\\s*-\\s*(\\p{L}{2,6}\\s*/\\s*" + WORD + ")");

    public static Optional<DocumentNumber> parse(String text) {
        var plain = VietnameseText.nfc(text).replace('Ð', 'Đ').strip();
        var m = FORM.matcher(plain);
        if (m.matches()) {
            var year = m.group(2);
            var symbol = tight(m.group(3));
            return of(
                    m.group(1),
                    m.group(1) + "/" + (year == null ? "" : year + "/") + symbol,
                    year == null ? null : (Integer) Integer.parseInt(year),
                    symbol);
        }
        var party = OF_THE_PARTY.matcher(plain);
        if (!party.matches()) return Optional.empty();
        var symbol = tight(party.group(2));
        return of(party.group(1), party.group(1) + "-" + symbol, null, symbol);
    }

    private static Optional<DocumentNumber> of(String written, String printed, @Nullable Integer year, String symbol) {
        if (printed.length() > LONGEST) return Optional.empty();
        return Optional.of(new DocumentNumber(withoutZeros(written), printed, year, symbol.replace('/', '-')));
    }

    private static String tight(String symbol) {
        return symbol.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
    }

    private static String withoutZeros(String written) {
        int i = 0;
        while (i < written.length() - 1 && written.charAt(i) == '0' && Character.isDigit(written.charAt(i + 1))) i++;
        return written.substring(i).toLowerCase(Locale.ROOT);
    }

    /** As printed in the document, without blanks. */
    public String print() {
        return printed;
    }

    /** Two spellings of one number have one key. */
    public String key() {
        return serial + "/" + (year == null ? "" : year + "/") + symbol;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DocumentNumber n && key().equals(n.key());
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }

    /** Natural order: year, then symbol, then serial as a number. */
    @Override
    public int compareTo(DocumentNumber other) {
        int byYear = Integer.compare(year == null ? 0 : year, other.year == null ? 0 : other.year);
        if (byYear != 0) return byYear;
        int bySymbol = symbol.compareTo(other.symbol);
        if (bySymbol != 0) return bySymbol;
        int byLength = Integer.compare(serial.length(), other.serial.length());
        return byLength != 0 ? byLength : serial.compareTo(other.serial);
    }

    @Override
    public String toString() {
        return print();
    }
}
