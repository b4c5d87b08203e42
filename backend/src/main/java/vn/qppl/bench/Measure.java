package vn.qppl.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of the answer.
 *
 * @param ratio to what {@code to} names, measured in the same run; null where there is nothing to compare with
 */
record Measure(
        String name,
        double value,
        String unit,
        @Nullable Double ratio,
        @Nullable String to) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Measure of(String name, double value, String unit) {
        return new Measure(name, value, unit, null, null);
    }

    Measure against(double other, String what) {
        return new Measure(name, value, unit, other == 0 ? null : (Double) (value / other), what);
    }

    void print() {
        var line = new LinkedHashMap<String, Object>();
        line.put("name", name);
        line.put("value", rounded(value));
        line.put("unit", unit);
        if (ratio != null) line.put("ratio", rounded(ratio));
        if (to != null) line.put("to", to);
        System.out.println(JSON.writeValueAsString(line));
        System.out.flush();
    }

    private static double rounded(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.3f" : "%.1f", value));
    }

    /** The p-th hundredth of sorted or unsorted times. */
    static double percentile(double[] times, double p) {
        if (times.length == 0) return 0;
        var sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * p / 100))];
    }
}
