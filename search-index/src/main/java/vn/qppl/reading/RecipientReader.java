package vn.qppl.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.qppl.text.Span;

/** Nơi nhận: whom the document goes to, without the line of the archive ("Lưu: VT, …"). */
final class RecipientReader {
    private static final Pattern LABEL = Pattern.compile("[Nn][ơo]i\\s{1,3}nh[ậa]n\\s{0,3}:?");
    private static final Pattern END =
            Pattern.compile("^(?:TM|KT|T/M|Q|TL|TUQ)[. ].*|^(?:CHỦ TỊCH|BỘ TRƯỞNG|GIÁM ĐỐC|THỨ TRƯỞNG|PHÓ ).*");
    private static final int REACH = 4_000;
    private static final int MOST = 60;

    private RecipientReader() {}

    static List<Finding<String>> read(String text, int from, @Nullable Span signature) {
        int at = label(text, from, signature);
        if (at < 0) return List.of();
        int end = Math.min(text.length(), at + REACH);
        if (signature != null && signature.start() > at) end = Math.min(end, signature.start());
        var view = PlainView.of(text, at, end);
        var plain = view.text();
        var found = new ArrayList<Finding<String>>();
        var label = LABEL.matcher(plain);
        int i = label.lookingAt() ? label.end() : 0;
        int itemStart = -1;
        boolean archive = false;
        while (i <= plain.length() && found.size() < MOST && !archive) {
            int lineEnd = plain.indexOf('\n', i);
            if (lineEnd < 0) lineEnd = plain.length();
            var line = plain.substring(i, lineEnd).strip();
            if (END.matcher(line).matches()) break;
            // several items may stand on one line: "- Như Điều 2; - Sở Tư pháp;"
            int cut = i;
            while (cut < lineEnd) {
                int next = plain.indexOf("; -", cut);
                int to = next < 0 || next >= lineEnd ? lineEnd : next + 1;
                var piece = plain.substring(cut, to).strip();
                if (piece.startsWith("-") || piece.startsWith("–") || piece.startsWith("+")) {
                    if (itemStart >= 0) add(found, view, plain, itemStart, cut);
                    itemStart = cut;
                    archive = piece.replaceFirst("^[-–+ ]+", "").startsWith("Lưu");
                    if (archive) break;
                }
                cut = to + (next < 0 || next >= lineEnd ? 0 : 1);
                if (to == lineEnd) break;
            }
            if (archive) {
                itemStart = -1;
                break;
            }
            i = lineEnd + 1;
        }
        if (itemStart >= 0)
            add(
                    found,
                    view,
                    plain,
                    itemStart,
                    Math.min(plain.length(), Math.max(itemStart, Math.min(i, plain.length()))));
        return List.copyOf(found);
    }

    private static int label(String text, int from, @Nullable Span signature) {
        int start = signature == null ? from : Math.max(from, signature.start() - REACH);
        int end = signature == null ? text.length() : Math.min(text.length(), signature.end() + 1_500);
        var m = LABEL.matcher(text).region(Math.min(start, end), end);
        int before = -1;
        while (m.find()) {
            boolean after = signature != null && m.start() > signature.end();
            if (after) return before >= 0 ? before : m.start();
            before = m.start();
        }
        return before;
    }

    private static void add(List<Finding<String>> found, PlainView view, String plain, int from, int to) {
        var words = plain.substring(from, to).replaceAll("\\s+", " ").replaceAll("^[\\s+–-]+|[\\s;.,]+$", "");
        if (words.length() < 2 || words.length() > 300) return;
        int start = from;
        while (start < to && !Character.isLetterOrDigit(plain.charAt(start))) start++;
        found.add(new Finding<>(words, view.span(start, to), 0.95, "Trích từ phần nơi nhận"));
    }
}
