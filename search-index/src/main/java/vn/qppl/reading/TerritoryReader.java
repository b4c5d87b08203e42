package vn.qppl.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * The part of a territory that a sentence limits an effect to: "hết hiệu lực trên địa bàn xã Đăk Hà". The subject of a
 * regulation ("quy định giá nước trên địa bàn tỉnh") is no limit: what limits stands behind the verb, or directly behind the
 * document's number.
 */
final class TerritoryReader {
    private static final List<String> UNITS =
            List.of("thị trấn", "thị xã", "thành phố", "đặc khu", "phường", "huyện", "quận", "tỉnh", "xã");
    /** Words that open a document's title, where a place is its subject. */
    private static final List<String> TITLE_WORDS = List.of(
            "quy định",
            "quy chế",
            "ban hành",
            " về ",
            "phê duyệt",
            "sửa đổi",
            "bổ sung",
            "thông qua",
            "hướng dẫn",
            "quyết định",
            "nghị quyết",
            "công bố",
            "giao ");

    private static final int FAR = 200;
    private static final int MOST_PLACES = 60;

    private TerritoryReader() {}

    /**
     * @param from where what limits may begin: the verb behind its subject, or the end of the document's number
     * @param to end of the sentence
     * @return the places as the text names them; one doubtful finding where it names none; empty where the effect holds
     *     everywhere
     */
    static List<Finding<String>> of(FlatText flat, int from, int to) {
        var s = flat.lower();
        int end = Math.min(to, s.length());
        int at = s.indexOf("địa bàn ", from);
        if (at < 0 || at >= end || at - from > FAR) return List.of();
        var between = s.substring(from, at);
        if (!between.endsWith("trên ") && !between.endsWith("trong ") && !between.endsWith("phạm vi "))
            return List.of();
        for (var word : TITLE_WORDS) if (between.contains(word)) return List.of();
        int i = at + "địa bàn ".length();
        var found = places(flat, i, end);
        if (!found.isEmpty()) return found;
        int stop = i;
        while (stop < end && stop - i < 120 && ",;.:".indexOf(s.charAt(stop)) < 0) stop++;
        return List.of(new Finding<>(
                flat.text().substring(i, stop).strip(),
                flat.source(i, Math.max(stop, i + 1)),
                0.8,
                "Chỉ có tác động trong một phần địa bàn mà văn bản không nêu tên đơn vị hành chính"));
    }

    /** "xã Đăk Hà", "các xã Đăk Hà, Đăk Mar và phường Kon Tum", "huyện Đăk Hà (cũ)". */
    private static List<Finding<String>> places(FlatText flat, int from, int end) {
        var s = flat.lower();
        var out = new ArrayList<Finding<String>>();
        int i = from;
        var unit = "";
        while (i < end && out.size() < MOST_PLACES) {
            if (s.startsWith("các ", i)) i += 4;
            for (var word : UNITS)
                if (s.startsWith(word + " ", i)) {
                    unit = word;
                    i += word.length() + 1;
                    break;
                }
            if (unit.isEmpty()) return out;
            int stop = nameEnd(flat.text(), i, end);
            if (stop == i) return out;
            out.add(new Finding<>(unit + " " + flat.text().substring(i, stop), flat.source(i, stop), 0.985, null));
            i = stop;
            for (var mark : List.of(" (cũ)", " cũ")) if (s.startsWith(mark, i)) i += mark.length();
            if (s.startsWith(", ", i)) i += 2;
            else if (s.startsWith(" và ", i)) i += 4;
            else return out;
        }
        return out;
    }

    /** A name is one to five words with capitals, or a number ("Quận 1", "Phường 7"). */
    private static int nameEnd(String text, int from, int end) {
        int i = from;
        int stop = from;
        for (int words = 0; words < 5 && i < end; words++) {
            char c = text.charAt(i);
            boolean number = words == 0 && Character.isDigit(c);
            if (!Character.isUpperCase(c) && !number) break;
            while (i < end && (Character.isLetterOrDigit(text.charAt(i)) || "'’-".indexOf(text.charAt(i)) >= 0)) i++;
            stop = i;
            if (number || i >= end || text.charAt(i) != ' ') break;
            i++;
        }
        return stop;
    }
}
