package vn.qppl.structure;

/** Whether one number may follow another: 3 after 2, 3a after 3, đ after d; a gap is allowed where lines were lost. */
final class Sequence {
    /** Letters of points in their order (Nghị định 34/2016 Điều 62; practice): no f, j, w, z, no letters with marks but đ. */
    private static final String LETTERS = "abcdđeghiklmnopqrstuvxy";

    private Sequence() {}

    /** Digits at the beginning of a number; 0 where there are none. */
    static int digits(String number) {
        int value = 0;
        for (int i = 0; i < number.length() && Character.isDigit(number.charAt(i)); i++)
            value = value * 10 + (number.charAt(i) - '0');
        return value;
    }

    static String suffix(String number) {
        int i = 0;
        while (i < number.length() && Character.isDigit(number.charAt(i))) i++;
        return number.substring(i);
    }

    /** How well {@code next} follows {@code last} (empty for the first): 0 exactly, a gap's size, or -1 where it does not follow. */
    static int step(String last, String next) {
        int to = digits(next);
        if (last.isEmpty()) return to - 1;
        int from = digits(last);
        if (to == from) return suffix(next).compareTo(suffix(last)) > 0 ? 0 : -1;
        return to > from ? to - from - 1 : -1;
    }

    /** As {@link #step}, of points. */
    static int pointStep(String last, String next) {
        int to = place(next);
        if (to < 0) return -1;
        if (last.isEmpty()) return to;
        int from = place(last);
        if (to == from) return tail(next) > tail(last) ? 0 : -1;
        return to > from ? to - from - 1 : -1;
    }

    private static int place(String point) {
        if (point.length() >= 2 && Character.isLetter(point.charAt(1))) {
            int doubled = LETTERS.indexOf(point.charAt(0));
            return point.charAt(0) == point.charAt(1) && doubled >= 0 ? LETTERS.length() + doubled : -1;
        }
        return switch (point.charAt(0)) {
            // written by some though not of the order
            case 'f' -> LETTERS.indexOf('e');
            case 'j' -> LETTERS.indexOf('i');
            case 'w' -> LETTERS.indexOf('v');
            case 'z' -> LETTERS.length() - 1;
            default -> LETTERS.indexOf(point.charAt(0));
        };
    }

    private static int tail(String point) {
        var digits = new StringBuilder();
        for (int i = 1; i < point.length(); i++) if (Character.isDigit(point.charAt(i))) digits.append(point.charAt(i));
        return digits.isEmpty() ? ("fjwz".indexOf(point.charAt(0)) >= 0 ? 1 : 0) : Integer.parseInt(digits.toString());
    }
}
