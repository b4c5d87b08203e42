package vn.qppl.reading;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.qppl.text.Span;

/** Number of Công báo, from the running head of its pages: "CÔNG BÁO/Số 15 + 16/Ngày 20-5-2023". */
final class GazetteReader {
    private static final Pattern HEAD = Pattern.compile(
            "ÔNG BÁO\\s{0,3}/?\\s{0,3}Số\\s{1,3}(\\d{1,5}(?:\\s?[+,]\\s?\\d{1,5}){0,8})\\s{0,3}/\\s{0,3}Ngày\\s{1,3}"
                    + VietnameseDates.DATE,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final int REACH = 60_000;

    private GazetteReader() {}

    /** A quick look before every letter is tried. */
    private static boolean named(String text) {
        int end = Math.min(text.length(), REACH);
        if (!dated(text, end)) return false;
        for (var words : new String[] {"ÔNG BÁO", "ông báo", "ông Báo"})
            if (text.indexOf(words, 0, end) >= 0) return true;
        return false;
    }

    /** Whether "/Ngày" stands anywhere: a stroke is rarer than a letter. */
    private static boolean dated(String text, int end) {
        for (int i = text.indexOf('/', 0, end); i >= 0; i = text.indexOf('/', i + 1, end)) {
            int k = i + 1;
            while (k < end && k - i < 4 && Character.isWhitespace(text.charAt(k))) k++;
            if (k < end && (text.charAt(k) == 'N' || text.charAt(k) == 'n')) return true;
        }
        return false;
    }

    static @Nullable Finding<String> read(String text) {
        if (!named(text)) return null;
        var m = HEAD.matcher(text).region(0, Math.min(text.length(), REACH));
        if (!m.find()) return null;
        var number = m.group(1).replaceAll("\\s+", " ");
        var span = new Span(m.start(1), m.end(1));
        while (m.find())
            if (!m.group(1).replaceAll("\\s+", " ").equals(number))
                return new Finding<>(number, span, 0.8, "Các trang ghi số Công báo khác nhau");
        return new Finding<>(number, span, 0.985, null);
    }
}
