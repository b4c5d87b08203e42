package vn.qppl.structure;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the beginning of a line says it is: level, number, where the words behind the number begin. Says nothing of whether the line
 * stands where such a unit may stand.
 *
 * @param strict the number is followed by a full stop, colon or bracket as the rules on form want
 * @param rest position of the words behind the number
 */
record Marker(UnitLevel level, String number, boolean strict, int rest) {
    /** Numbers stand at a line's beginning: no more of it is looked at. */
    private static final int HEAD = 60;

    private static final Pattern ARTICLE = Pattern.compile(
            "(?iu)(?:đ|ð)[iíi]?[êềéeè]u\\s{1,3}(l|\\d{1,5})([a-zđ]{0,2}\\d?)\\s{0,2}([.:]|[-–—](?=\\s)|/(?=\\s)|\\*{1,3}|$|(?=\\s))");
    private static final Pattern CHAPTER = Pattern.compile(
            "(?iu)chương\\s{1,3}(?:thứ\\s{1,2})?([ivxlc]{1,8}|\\d{1,3}|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?:\\s(?:một|hai|ba|bốn|tư|lăm))?)([a-zđ]?)(?![\\p{L}\\d])");
    private static final Pattern PART = Pattern.compile(
            "(?iu)phần\\s{1,3}(?:thứ\\s{1,2})?([ivxlc]{1,8}|\\d{1,3}|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)()(?![\\p{L}\\d])");
    private static final Pattern SECTION =
            Pattern.compile("(?iu)mục\\s{1,3}([ivxlc]{1,8}|\\d{1,3})([a-zđ]?)(?![\\p{L}\\d])");
    private static final Pattern SUBSECTION =
            Pattern.compile("(?iu)tiểu\\s{1,2}mục\\s{1,3}([ivxlc]{1,8}|\\d{1,3})([a-zđ]?)(?![\\p{L}\\d])");
    private static final Pattern CLAUSE = Pattern.compile("(\\d{1,3})([a-zđ]{0,2}\\d?)\\s{0,2}([.)])(?!\\d)");
    private static final Pattern POINT = Pattern.compile(
            "([a-zđ]|[a-zđ]{2}|ð)(\\d{0,2})\\s{0,2}([).])(?![\\p{L}\\d])|([a-zđ]|[a-zđ]{2})(\\d{0,2})\\)(?=\\p{L})");

    static @Nullable Marker at(String text, int from, int lineEnd) {
        if (from >= lineEnd) return null;
        int end = Math.min(lineEnd, from + HEAD);
        char first = text.charAt(from);
        if (first >= '0' && first <= '9') return number(CLAUSE, UnitLevel.CLAUSE, text, from, end);
        return switch (Character.toLowerCase(first)) {
            case 'đ', 'ð' -> {
                var article = number(ARTICLE, UnitLevel.ARTICLE, text, from, end);
                yield article != null ? article : point(text, from, end);
            }
            case 'c' -> heading(CHAPTER, UnitLevel.CHAPTER, text, from, end, lineEnd);
            case 'p' -> heading(PART, UnitLevel.PART, text, from, end, lineEnd);
            case 'm' -> heading(SECTION, UnitLevel.SECTION, text, from, end, lineEnd);
            case 't' -> heading(SUBSECTION, UnitLevel.SUBSECTION, text, from, end, lineEnd);
            default -> point(text, from, end);
        };
    }

    private static @Nullable Marker heading(
            Pattern pattern, UnitLevel level, String text, int from, int end, int lineEnd) {
        var m = pattern.matcher(text).region(from, end).useTransparentBounds(true);
        if (!m.lookingAt()) return point(text, from, end);
        int rest = afterMarks(text, m.end(), lineEnd);
        // "Chương II của Luật này" speaks of a chapter; a heading is alone on its line, or goes on with a capital or a
        // mark
        boolean alone = rest >= lineEnd;
        if (!alone) {
            char next = text.charAt(rest);
            boolean title = Character.isUpperCase(next) || Character.isDigit(next) || "“\"(".indexOf(next) >= 0;
            boolean marked = m.end() < lineEnd && ".:-–—".indexOf(text.charAt(m.end())) >= 0;
            if (!title && !marked) return null;
        }
        var number = m.group(1).toLowerCase(Locale.ROOT).matches("[ivxlc]+")
                ? m.group(1).toUpperCase(Locale.ROOT)
                : m.group(1).toLowerCase(Locale.ROOT);
        return new Marker(level, number + m.group(2).toLowerCase(Locale.ROOT), true, rest);
    }

    private static @Nullable Marker number(Pattern pattern, UnitLevel level, String text, int from, int end) {
        var m = pattern.matcher(text).region(from, end).useTransparentBounds(true);
        if (!m.lookingAt()) return null;
        var digits = m.group(1).equalsIgnoreCase("l") ? "1" : m.group(1);
        int i = 0;
        while (i < digits.length() - 1 && digits.charAt(i) == '0') i++;
        var sign = m.group(3);
        boolean strict = sign != null && !sign.isEmpty();
        return new Marker(
                level,
                digits.substring(i) + m.group(2).toLowerCase(Locale.ROOT),
                strict,
                afterMarks(text, m.end(), text.length()));
    }

    private static @Nullable Marker point(String text, int from, int end) {
        var m = POINT.matcher(text).region(from, end).useTransparentBounds(true);
        if (!m.lookingAt()) return null;
        var letter = m.group(1) != null ? m.group(1) : m.group(4);
        var digits = m.group(1) != null ? m.group(2) : m.group(5);
        boolean bracket = m.group(3) == null || m.group(3).equals(")");
        return new Marker(
                UnitLevel.POINT, letter.replace('ð', 'đ') + digits, bracket, afterMarks(text, m.end(), text.length()));
    }

    private static int afterMarks(String text, int at, int end) {
        int i = at;
        while (i < end
                && text.charAt(i) != '\n'
                && (Lines.skipped(text.charAt(i)) || ".:-–—".indexOf(text.charAt(i)) >= 0)) i++;
        return i;
    }
}
