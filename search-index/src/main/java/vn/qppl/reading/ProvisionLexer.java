package vn.qppl.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.qppl.reading.TargetAddress.Level;

/** Reads one level of provisions with its numbers: "các điểm a, b và c", "khoản 2", "Điều 12a", "Phụ lục IIa", "từ khoản 3 đến khoản 7". */
final class ProvisionLexer {
    private record Head(String word, Level level) {}

    private static final List<Head> HEADS = List.of(
            new Head("tiểu mục", Level.SUBSECTION),
            new Head("phụ lục", Level.ANNEX),
            new Head("biểu mẫu số", Level.FORM),
            new Head("biểu mẫu", Level.FORM),
            new Head("mẫu số", Level.FORM),
            new Head("biểu số", Level.FORM),
            new Head("mẫu biểu", Level.FORM),
            new Head("chương", Level.CHAPTER),
            new Head("khoản", Level.CLAUSE),
            new Head("điểm", Level.POINT),
            new Head("điều", Level.ARTICLE),
            new Head("phần", Level.PART),
            new Head("gạch đầu dòng", Level.PASSAGE),
            new Head("phần mở", Level.PASSAGE),
            new Head("lời", Level.PASSAGE),
            new Head("đoạn", Level.PASSAGE),
            new Head("câu", Level.PASSAGE),
            new Head("tiết", Level.PASSAGE),
            new Head("bảng số", Level.TABLE),
            new Head("bảng", Level.TABLE),
            new Head("mẫu", Level.FORM),
            new Head("mục", Level.SECTION));
    private static final Map<Character, List<Head>> BY_FIRST =
            HEADS.stream().collect(Collectors.groupingBy(head -> head.word().charAt(0)));

    /** Names of regulations issued with a decision. */
    private static final List<String> ATTACHED =
            List.of("quy định", "quy chế", "điều lệ", "quy chuẩn", "bản quy định", "đề án", "chương trình", "kế hoạch");

    private static final List<String> PASSAGES = List.of(
            "mở đầu",
            "mũ",
            "đầu tiên",
            "đầu",
            "dẫn",
            "cuối cùng",
            "cuối",
            "thứ nhất",
            "thứ hai",
            "thứ ba",
            "thứ tư",
            "thứ năm",
            "thứ sáu",
            "thứ bảy",
            "1",
            "2",
            "3",
            "4",
            "5",
            "6",
            "7");

    /** Of every head and attached regulation, and of "tên", "các", "những", "từ". */
    private static final String FIRST_LETTERS = "tpbmckđglnq";

    private static final int LONGEST_LIST = 300;

    private ProvisionLexer() {}

    static Token.@Nullable Provisions at(FlatText flat, int start) {
        var s = flat.lower();
        if (FIRST_LETTERS.indexOf(s.charAt(start)) < 0) return null;
        int i = start;
        boolean title = false;
        boolean from = false;
        for (var word : List.of("tên ", "tiêu đề ")) {
            if (!s.startsWith(word, i)) continue;
            title = true;
            i += word.length();
            for (var filler : List.of("gọi của ", "gọi ", "của ")) if (s.startsWith(filler, i)) i += filler.length();
        }
        if (s.startsWith("các ", i)) i += 4;
        else if (s.startsWith("những ", i)) i += 6;
        if (s.startsWith("từ ", i)) {
            from = true;
            i += 3;
        }
        var attached = from ? null : attached(flat, i, start);
        if (attached != null) return attached;
        if (i >= s.length()) return null;
        for (var head : BY_FIRST.getOrDefault(s.charAt(i), List.of())) {
            if (!s.startsWith(head.word(), i)
                    || InstructionLexer.letterAt(s, i + head.word().length())) continue;
            var list = new Numbers(flat, head, i + head.word().length());
            if (list.read(from)) return new Token.Provisions(head.level(), list.numbers, title, start, list.end);
            if (head.level() == Level.ANNEX && !title)
                return new Token.Provisions(
                        Level.ANNEX, List.of(""), false, start, i + head.word().length());
        }
        return null;
    }

    /** "Quy định ban hành kèm theo Quyết định số …", "Quy chế kèm theo". */
    private static Token.@Nullable Provisions attached(FlatText flat, int i, int start) {
        var s = flat.lower();
        if (i >= s.length() || "qđcbk".indexOf(s.charAt(i)) < 0) return null;
        for (var name : ATTACHED) {
            if (!s.startsWith(name, i)) continue;
            int end = s.substring(i, Math.min(s.length(), i + 400)).indexOf("kèm theo");
            if (end < 0) return null;
            end += i;
            for (int k = i; k < end; k++) {
                char c = s.charAt(k);
                if (c == ';' || c == ':' || c == '.' || c == FlatText.QUOTE) return null;
            }
            if (!Character.isUpperCase(flat.text().charAt(i)) && end - i > name.length() + 12) return null;
            var word = flat.text().substring(i, i + name.length());
            return new Token.Provisions(
                    Level.ATTACHED,
                    List.of(Character.toUpperCase(word.charAt(0)) + word.substring(1)),
                    false,
                    start,
                    end + "kèm theo".length());
        }
        return null;
    }

    private static final class Numbers {
        private final FlatText flat;
        private final String s;
        private final Head head;
        private final List<String> numbers = new ArrayList<>();
        private int at;
        private int end;

        Numbers(FlatText flat, Head head, int at) {
            this.flat = flat;
            this.s = flat.lower();
            this.head = head;
            this.at = at;
            this.end = at;
        }

        boolean read(boolean from) {
            skipBlank();
            if (s.startsWith("từ ", at)) {
                from = true;
                at += 3;
            }
            if (s.startsWith(": ", at)) at += 2;
            if (s.startsWith("số ", at)) at += 3;
            var first = number();
            if (first == null) return false;
            numbers.add(first);
            end = at;
            while (numbers.size() < LONGEST_LIST) {
                int mark = at;
                skipBlank();
                boolean to = from && s.startsWith("đến ", at);
                if (to) at += 4;
                else if (at < s.length() && s.charAt(at) == ',') {
                    at++;
                    skipBlank();
                    if (s.startsWith("và ", at)) at += 3;
                } else if (s.startsWith("và ", at)) at += 3;
                else if (s.startsWith("hoặc ", at)) at += 5;
                else if (s.startsWith("- ", at) || s.startsWith("– ", at)) {
                    at = mark;
                    break;
                } else {
                    at = mark;
                    break;
                }
                // a repeated head ("khoản 2 Điều 5, Điều 6") begins a place of its own, but for a range
                if (to && s.startsWith(head.word() + " ", at)) at += head.word().length() + 1;
                if (s.startsWith("số ", at)) at += 3;
                var next = number();
                if (next == null || !listable(next)) {
                    at = mark;
                    break;
                }
                if (to) {
                    var range = VietnameseNumbers.range(numbers.removeLast(), next);
                    numbers.addAll(range);
                    from = false;
                } else numbers.add(next);
                end = at;
            }
            return true;
        }

        /** A number continues a list only when it stands as the first did: not "khoản 3 và 30 ngày". */
        private boolean listable(String next) {
            if (at >= s.length()) return true;
            int k = at;
            while (k < s.length() && s.charAt(k) == ' ') k++;
            if (k >= s.length() || ",;.:)".indexOf(s.charAt(k)) >= 0 || s.charAt(k) == FlatText.QUOTE) return true;
            if (head.level() == Level.POINT || !Character.isDigit(next.charAt(0))) return true;
            return !s.startsWith("ngày", k)
                    && !s.startsWith("tháng", k)
                    && !s.startsWith("năm", k)
                    && !s.startsWith("%", k);
        }

        private void skipBlank() {
            while (at < s.length() && s.charAt(at) == ' ') at++;
        }

        private @Nullable String number() {
            int i = at;
            int n = s.length();
            if (i >= n) return null;
            switch (head.level()) {
                case POINT -> {
                    if (Character.isDigit(s.charAt(i))) {
                        // điểm 1.2, điểm 3: used in annexes and old texts
                        while (i < n
                                && (Character.isDigit(s.charAt(i))
                                        || s.charAt(i) == '.' && i + 1 < n && Character.isDigit(s.charAt(i + 1)))) i++;
                        while (i < n && Character.isLetter(s.charAt(i)) && i - at < 6) i++;
                    } else {
                        int letters = 0;
                        while (i < n && Character.isLetter(s.charAt(i))) {
                            i++;
                            letters++;
                        }
                        if (letters == 0
                                || letters > 2
                                || letters == 2 && s.charAt(i - 1) != s.charAt(i - 2) && s.charAt(i - 2) != 'đ')
                            return null;
                        while (i < n && Character.isDigit(s.charAt(i))) i++;
                        // điểm b.5, điểm a.1.2
                        while (i + 1 < n && s.charAt(i) == '.' && Character.isDigit(s.charAt(i + 1))) {
                            i++;
                            while (i < n && Character.isDigit(s.charAt(i))) i++;
                        }
                        if (i < n && s.charAt(i) == '(') {
                            int close = s.indexOf(')', i);
                            if (close > 0 && close - i <= 6) i = close + 1;
                        }
                    }
                }
                case CLAUSE, ARTICLE -> {
                    while (i < n && Character.isDigit(s.charAt(i)) && i - at < 5) i++;
                    if (i == at) return null;
                    if (i < n && Character.isLetter(s.charAt(i))) {
                        int letters = i;
                        while (letters < n && Character.isLetterOrDigit(s.charAt(letters))) letters++;
                        if (letters - i > 2) return null;
                        i = letters;
                    }
                    if (i < n && s.charAt(i) == '/') return null;
                }
                case PASSAGE -> {
                    for (var word : PASSAGES) {
                        if (s.startsWith(word, i) && !InstructionLexer.letterAt(s, i + word.length())) {
                            at = i + word.length();
                            return word.equals("thứ nhất") || word.equals("1")
                                    ? "đầu"
                                    : word.replace("mở đầu", "đầu")
                                            .replace("đầu tiên", "đầu")
                                            .replace("dẫn", "đầu")
                                            .replace("mũ", "đầu");
                        }
                    }
                    return null;
                }
                case SUBSECTION, SECTION, CHAPTER, PART -> {
                    if (s.startsWith("thứ ", i)) i += 4;
                    while (i < n && Character.isLetterOrDigit(s.charAt(i))) i++;
                    var word = s.substring(at, i);
                    if (!roman(stem(word))
                            && !(Character.isDigit(word.isEmpty() ? ' ' : word.charAt(0)))
                            && !word.startsWith("thứ ")
                            && !(word.length() == 1 && "abcde".contains(word))) return null;
                }
                case TABLE -> {
                    while (i < n
                            && (Character.isDigit(s.charAt(i))
                                    || s.charAt(i) == '.' && i > at && i + 1 < n && Character.isDigit(s.charAt(i + 1))))
                        i++;
                    if (i == at) return null;
                    if (i < n && Character.isLetter(s.charAt(i))) i++;
                }
                case FORM, ANNEX -> {
                    while (i < n
                            && (Character.isLetterOrDigit(s.charAt(i))
                                    || "./-".indexOf(s.charAt(i)) >= 0
                                            && i > at
                                            && i + 1 < n
                                            && Character.isLetterOrDigit(s.charAt(i + 1)))) i++;
                    var word = s.substring(at, i);
                    if (word.isEmpty()) return null;
                    if (head.level() == Level.FORM
                            && i - at <= 4
                            && isCode(flat.text(), at, i)
                            && i < n
                            && s.charAt(i) == ' ') {
                        // "Biểu mẫu BM I.1", "Mẫu HĐ 02"
                        int k = i + 1;
                        while (k < n
                                && (Character.isLetterOrDigit(s.charAt(k))
                                        || s.charAt(k) == '.' && InstructionLexer.letterAt(s, k + 1))) k++;
                        if (k - i <= 8 && s.substring(i, k).chars().anyMatch(Character::isDigit)) {
                            i = k;
                            word = s.substring(at, i);
                        }
                    }
                    boolean numbered = word.chars().anyMatch(Character::isDigit)
                            || roman(stem(word))
                            || word.length() == 1
                                    && Character.isUpperCase(flat.text().charAt(at));
                    if (!numbered) return null;
                }
                case ATTACHED -> {
                    return null;
                }
            }
            if (i == at || InstructionLexer.letterAt(s, i)) return null;
            var number = flat.text().substring(at, i);
            at = i;
            return switch (head.level()) {
                case POINT, CLAUSE, ARTICLE, PASSAGE -> number.toLowerCase(Locale.ROOT);
                default -> number;
            };
        }

        private static boolean isCode(String text, int from, int to) {
            for (int k = from; k < to; k++) if (!Character.isUpperCase(text.charAt(k))) return false;
            return to - from >= 2;
        }

        private static String stem(String word) {
            return word.length() > 1 && "abcdđ".indexOf(word.charAt(word.length() - 1)) >= 0
                    ? word.substring(0, word.length() - 1)
                    : word;
        }

        private static boolean roman(String word) {
            if (word.isEmpty() || word.length() > 8) return false;
            for (int i = 0; i < word.length(); i++) if ("ivxlc".indexOf(word.charAt(i)) < 0) return false;
            return true;
        }
    }
}
