package vn.qppl.structure;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.qppl.text.VietnameseText;

/**
 * Số, ký hiệu of a document: {@code 12/2023/QĐ-UBND}, {@code 511/QĐ-UBND}, {@code 80/2015/QH13}. "05" and "5" are one
 * number; {@code Ð} (U+00D0) is read as {@code Đ}. Equal numbers of two issuers are two documents: identity also needs the
 * issuer.
 *
 * @param serial the number itself, without leading zeros, with a letter where it has one: {@code 12}, {@code 12a}
 * @param written the serial as written, with its zeros
 * @param year null for administrative documents, which carry none
 * @param symbol type and issuer: {@code QĐ-UBND}, {@code QH13}; upper case
 */
public record DocumentNumber(
        String serial, String written, @Nullable Integer year, String symbol) implements Comparable<DocumentNumber> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6}[A-Za-z]?)\\s*/\\s*(?:((?:19|20)\\d\\d)\\s*/\\s*)?"
            + "(\\p{L}[\\p{L}\\d&.]*(?:\\s*-\\s*[\\p{L}\\d&.]+)*)");

    public static Optional<DocumentNumber> parse(String text) {
        var m = FORM.matcher(VietnameseText.nfc(text).replace('Ð', 'Đ').strip());
        if (!m.matches()) return Optional.empty();
        var written = m.group(1);
        return Optional.of(new DocumentNumber(
                withoutZeros(written),
                written,
                m.group(2) == null ? null : Integer.valueOf(m.group(2)),
                m.group(3).replaceAll("\\s+", "").toUpperCase(Locale.ROOT)));
    }

    private static String withoutZeros(String written) {
        int i = 0;
        while (i < written.length() - 1 && written.charAt(i) == '0' && Character.isDigit(written.charAt(i + 1))) i++;
        return written.substring(i).toLowerCase(Locale.ROOT);
    }

    /** As printed in the document, without blanks. */
    public String print() {
        return written + "/" + (year == null ? "" : year + "/") + symbol;
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
