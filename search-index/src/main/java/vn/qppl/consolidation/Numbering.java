package vn.qppl.consolidation;

import java.util.Map;
import vn.qppl.structure.UnitLevel;

/** The order of Vietnamese legal numbers: 4, 4a, 5; c, d, đ, e; III before IV. */
final class Numbering {
    private static final String POINTS = "abcdđeghiklmnopqrstuvxy";
    private static final Map<String, Integer> SPELLED = Map.ofEntries(
            Map.entry("thứ nhất", 1),
            Map.entry("thứ hai", 2),
            Map.entry("thứ ba", 3),
            Map.entry("thứ tư", 4),
            Map.entry("thứ năm", 5),
            Map.entry("thứ sáu", 6),
            Map.entry("thứ bảy", 7),
            Map.entry("thứ tám", 8));

    private Numbering() {}

    static int compare(UnitLevel level, String a, String b) {
        int byHead = Long.compare(head(level, a), head(level, b));
        return byHead != 0 ? byHead : suffix(a).compareTo(suffix(b));
    }

    private static long head(UnitLevel level, String number) {
        if (level == UnitLevel.POINT) {
            long value = 0;
            int i = 0;
            while (i < number.length() && !Character.isDigit(number.charAt(i)) && i < 3) {
                value = value * 40 + POINTS.indexOf(number.charAt(i)) + 2;
                i++;
            }
            return value;
        }
        int i = 0;
        long value = 0;
        while (i < number.length() && Character.isDigit(number.charAt(i)) && i < 9)
            value = value * 10 + (number.charAt(i++) - '0');
        return i > 0 ? value : roman(number);
    }

    private static String suffix(String number) {
        int i = 0;
        if (!number.isEmpty() && Character.isDigit(number.charAt(0)))
            while (i < number.length() && Character.isDigit(number.charAt(i))) i++;
        else while (i < number.length() && !Character.isDigit(number.charAt(i))) i++;
        var rest = number.substring(i);
        return rest.isEmpty() || !Character.isDigit(rest.charAt(0))
                ? rest
                : "0".repeat(Math.max(0, 5 - rest.length())) + rest;
    }

    private static int roman(String number) {
        Integer spelled = SPELLED.get(number);
        if (spelled != null) return spelled;
        int sum = 0;
        int before = 0;
        for (int i = number.length() - 1; i >= 0; i--) {
            int value = switch (Character.toLowerCase(number.charAt(i))) {
                case 'i' -> 1;
                case 'v' -> 5;
                case 'x' -> 10;
                case 'l' -> 50;
                case 'c' -> 100;
                default -> 0;
            };
            sum += value < before ? -value : value;
            before = Math.max(before, value);
        }
        return sum;
    }

    /** A spelled number as figures: identifiers are ASCII. */
    static String figures(String number) {
        var spelled = SPELLED.get(number.startsWith("thứ ") ? number : "thứ " + number);
        return spelled != null
                ? Integer.toString(spelled)
                : number.replace("đ", "dd").replaceAll("[^A-Za-z0-9]", "");
    }

    /** "II" and "2" may mean one chapter. */
    static boolean sameContainer(String a, String b) {
        return a.equalsIgnoreCase(b)
                || head(UnitLevel.CHAPTER, a) == head(UnitLevel.CHAPTER, b)
                        && suffix(digitsOnly(a)).equals(suffix(digitsOnly(b)))
                        && head(UnitLevel.CHAPTER, a) > 0;
    }

    private static String digitsOnly(String s) {
        return Character.isDigit(s.charAt(0)) ? s : "0";
    }
}
