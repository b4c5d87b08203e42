package vn.qppl.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.qppl.structure.DocumentNumber;

/** Sequences of Vietnamese legal numbering, and keys of document numbers. */
final class VietnameseNumbers {
    /** The order of điểm. f, j, w and z are not used by the law's alphabet but occur; they close the list. */
    private static final String POINTS = "abcdđeghiklmnopqrstuvxyfjwz";

    private static final int LONGEST_RANGE = 200;

    private VietnameseNumbers() {}

    /** Two spellings of one document number have one key. */
    static String key(String number) {
        return DocumentNumber.parse(number).map(DocumentNumber::key).orElseGet(() -> number.toUpperCase(Locale.ROOT));
    }

    /** From a to d, from 3 to 7; the two ends alone where what lies between cannot be said. */
    static List<String> range(String from, String to) {
        var out = new ArrayList<String>();
        if (isDigits(from) && isDigits(to)) {
            int a = Integer.parseInt(from);
            int b = Integer.parseInt(to);
            if (b > a && b - a < LONGEST_RANGE) {
                for (int i = a; i <= b; i++) out.add(String.valueOf(i));
                return out;
            }
        } else if (from.length() == 1 && to.length() == 1) {
            int a = POINTS.indexOf(from);
            int b = POINTS.indexOf(to);
            if (a >= 0 && b > a) {
                for (int i = a; i <= b; i++) out.add(POINTS.substring(i, i + 1));
                return out;
            }
        }
        return List.of(from, to);
    }

    static boolean isDigits(String s) {
        if (s.isEmpty() || s.length() > 6) return false;
        for (int i = 0; i < s.length(); i++) if (s.charAt(i) < '0' || s.charAt(i) > '9') return false;
        return true;
    }
}
