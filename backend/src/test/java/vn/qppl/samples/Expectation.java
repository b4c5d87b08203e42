package vn.qppl.samples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A header line {@code on: DATE STATUS [@ place]}, then causes after {@code <-} separated by {@code &}, each
 * {@code kind | document | provision} or {@code kind | rule of law}.
 */
final class Expectation {
    private Expectation() {}

    static Map<String, Object> of(String line) {
        var arrow = line.split(" <- ", 2);
        var place = arrow[0].split(" @ ", 2);
        var words = place[0].split(" ", 2);
        var expected = new LinkedHashMap<String, Object>();
        expected.put("on", java.time.LocalDate.parse(words[0]).toString());
        expected.put("status", words[1].strip());
        if (place.length > 1) expected.put("place", place[1].strip());
        if (arrow.length > 1) {
            var causes = new ArrayList<Map<String, String>>();
            for (var text : arrow[1].split(" & ")) {
                var parts = text.split(" \\| ");
                var cause = new LinkedHashMap<String, String>();
                cause.put("kind", parts[0].strip());
                if (parts.length == 3) {
                    cause.put("document", parts[1].strip());
                    cause.put("provision", parts[2].strip());
                } else {
                    cause.put("rule", parts[1].strip());
                }
                causes.add(cause);
            }
            expected.put("causes", causes);
        }
        return expected;
    }
}
