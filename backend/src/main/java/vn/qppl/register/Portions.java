package vn.qppl.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A text in portions that a browser lays out at once, cut where a unit begins; where none does for long, at the end of a line. */
final class Portions {
    /** Characters after which the next unit begins a new portion. */
    private static final int ENOUGH = 100_000;
    /** Characters that no portion has more of. */
    private static final int MOST = 150_000;

    private final List<Integer> starts;
    private final int length;

    private Portions(List<Integer> starts, int length) {
        this.starts = starts;
        this.length = length;
    }

    /** @param units where the units of the contents begin, ascending */
    static Portions of(String text, List<Integer> units) {
        var starts = new ArrayList<Integer>();
        int start = 0;
        int next = 0;
        starts.add(0);
        while (text.length() - start > MOST) {
            int cut = -1;
            while (next < units.size() && units.get(next) <= start + MOST) {
                int unit = units.get(next++);
                if (unit >= start + ENOUGH) {
                    cut = unit;
                    break;
                }
            }
            if (cut < 0) {
                int line = text.lastIndexOf('\n', start + MOST - 1);
                cut = line > start ? line + 1 : start + MOST;
                if (Character.isLowSurrogate(text.charAt(cut))) cut--;
            }
            starts.add(cut);
            start = cut;
        }
        return new Portions(starts, text.length());
    }

    int count() {
        return starts.size();
    }

    /** From 1. */
    int at(int offset) {
        int portion = 1;
        while (portion < starts.size() && starts.get(portion) <= offset) portion++;
        return portion;
    }

    /** The nearest there is. */
    int clamp(int portion) {
        return Math.clamp(portion, 1, starts.size());
    }

    int start(int portion) {
        return starts.get(portion - 1);
    }

    int end(int portion) {
        return portion < starts.size() ? starts.get(portion) : length;
    }

    /** Where a provision is, or the nearest around it that has a place; 1 for an unknown one. */
    int of(String address, Map<String, Integer> offsets) {
        var around = address;
        while (true) {
            var offset = offsets.get(around);
            if (offset != null) return at(offset);
            int up = around.lastIndexOf("__");
            if (up < 0) return 1;
            around = around.substring(0, up);
        }
    }
}
