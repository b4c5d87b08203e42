package vn.qppl.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run of provisions as lawyers write it: "điểm a và điểm b khoản 1, khoản 2 Điều 5", "các khoản 9, 10 và 11 Điều 3", "từ Điều 3
 * đến Điều 7", "khoản này". Read by hand, one pass, no pattern that could run away.
 *
 * @param each the provisions of the run, outermost last as written; {@code null} numbers stand for "này"
 */
record ProvisionMention(List<Provision> each, int start, int end) {

    enum Level {
        /** "Bảng 5 điểm a khoản 2 Điều 39", "Bảng 2 Phụ lục I". */
        TABLE("Bảng"),
        POINT("điểm"),
        CLAUSE("khoản"),
        ARTICLE("Điều"),
        SECTION("Mục"),
        CHAPTER("Chương"),
        PART("Phần"),
        ANNEX("Phụ lục"),
        FORM("Mẫu số");

        final String word;

        Level(String word) {
            this.word = word;
        }
    }

    /** One address: its parts from the innermost out; "này" where {@code number} is {@link #HERE}. */
    record Provision(List<Part> parts) {
        @Nullable
        String number(Level level) {
            for (var part : parts) if (part.level() == level) return part.number();
            return null;
        }

        /** "điểm đ khoản 2 Điều 3". */
        String print() {
            var out = new StringBuilder();
            for (var part : parts) {
                if (!out.isEmpty()) out.append(' ');
                out.append(part.level().word);
                if (!part.number().isEmpty()) out.append(' ').append(part.number());
            }
            return out.toString();
        }
    }

    record Part(Level level, String number) {}

    static final String HERE = "này";
    private static final String ALPHABET = "abcdđeghiklmnopqrstuvxy";
    private static final int MOST = 80;
    private static final int RANGE = 60;

    private record Token(
            Level level, String number, @Nullable String until, boolean separated) {}

    /** Reads the run that begins at {@code from}, a word start; null where none does. */
    static @Nullable ProvisionMention at(String text, int from) {
        var tokens = new ArrayList<Token>();
        int pos = from;
        int end = from;
        boolean separated = false;
        Level current = null;
        while (tokens.size() < MOST) {
            int at = blanks(text, pos);
            var level = level(text, at);
            int afterWord = at;
            if (level != null) {
                afterWord = wordEnd(text, at, level);
                current = level;
            } else if (current == null || !separated) break;
            int numberAt = blanks(text, afterWord);
            if (level != null && word(text, numberAt, HERE)) {
                tokens.add(new Token(level, HERE, null, separated));
                end = pos = numberAt + HERE.length();
                separated = false;
                continue;
            }
            int numberEnd = number(text, numberAt, current, level != null);
            if (numberEnd < 0) break;
            var number = text.substring(numberAt, numberEnd);
            pos = end = numberEnd;
            String until = null;
            // "khoản 1 đến khoản 5", "Điều 3 đến 7"
            int to = blanks(text, pos);
            if (word(text, to, "đến") || word(text, to, "tới")) {
                int next = blanks(text, to + 3);
                if (word(text, next, "hết")) next = blanks(text, next + 3);
                var same = level(text, next);
                if (same == null || same == current) {
                    int lastAt = same == null ? next : blanks(text, wordEnd(text, next, same));
                    int lastEnd = number(text, lastAt, current, same != null);
                    if (lastEnd > 0) {
                        until = text.substring(lastAt, lastEnd);
                        pos = end = lastEnd;
                    }
                }
            }
            tokens.add(new Token(
                    current, normal(current, number), until == null ? null : normal(current, until), separated));
            separated = false;
            int sep = separator(text, pos);
            if (sep > pos) {
                pos = sep;
                separated = true;
            }
        }
        if (tokens.isEmpty()) return null;
        return new ProvisionMention(resolve(tokens), from, end);
    }

    private static String normal(Level level, String number) {
        return switch (level) {
            case POINT, CLAUSE, ARTICLE -> Marks.lower(number).replace("“", "").replace("”", "");
            case SECTION, CHAPTER, PART, ANNEX, FORM, TABLE -> number;
        };
    }

    private static List<Provision> resolve(List<Token> tokens) {
        var found = new ArrayList<Provision>();
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            // "khoản 1" after "điểm b" without a comma only says where the point stands
            if (i > 0
                    && !token.separated()
                    && (tokens.get(i - 1).level().ordinal() < token.level().ordinal()
                            || inAnnex(tokens.get(i - 1).level(), token))) continue;
            var above = new ArrayList<Part>();
            var level = token.level();
            if (i + 1 < tokens.size() && inAnnex(level, tokens.get(i + 1)))
                above.add(new Part(Level.ANNEX, tokens.get(i + 1).number()));
            boolean alone = level == Level.TABLE
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).separated();
            for (int j = i + 1; !alone && j < tokens.size() && level.ordinal() < Level.PART.ordinal(); j++) {
                var next = tokens.get(j);
                if (next.level().ordinal() <= level.ordinal()) continue;
                if (next.level().ordinal() > Level.PART.ordinal()) break;
                above.add(new Part(next.level(), next.number()));
                level = next.level();
                if (level == Level.ARTICLE) break;
            }
            if (above.isEmpty()
                    && i > 0
                    && !token.separated()
                    && tokens.get(i - 1).level().ordinal() > token.level().ordinal()
                    && tokens.get(i - 1).level() == Level.ARTICLE)
                above.add(new Part(Level.ARTICLE, tokens.get(i - 1).number()));
            for (var number : expanded(token)) {
                var parts = new ArrayList<Part>();
                parts.add(new Part(token.level(), number));
                parts.addAll(above);
                found.add(new Provision(List.copyOf(parts)));
                if (found.size() >= MOST) return found;
            }
        }
        return found;
    }

    /** "Bảng 2 Phụ lục I", "Mẫu số 03 Phụ lục II": what stands in an annex. */
    private static boolean inAnnex(Level level, Token next) {
        return (level == Level.FORM || level == Level.TABLE) && next.level() == Level.ANNEX && !next.separated();
    }

    private static List<String> expanded(Token token) {
        if (token.until() == null) return List.of(token.number());
        var a = token.number();
        var b = token.until();
        if (token.level() == Level.POINT && a.length() == 1 && b.length() == 1) {
            int from = ALPHABET.indexOf(a.charAt(0));
            int to = ALPHABET.indexOf(b.charAt(0));
            if (from >= 0 && to > from)
                return ALPHABET.substring(from, to + 1)
                        .chars()
                        .mapToObj(c -> String.valueOf((char) c))
                        .toList();
        }
        if (a.length() < 6
                && b.length() < 6
                && a.chars().allMatch(Character::isDigit)
                && b.chars().allMatch(Character::isDigit)) {
            int from = Integer.parseInt(a);
            int to = Integer.parseInt(b);
            if (to > from && to - from < RANGE)
                return java.util.stream.IntStream.rangeClosed(from, to)
                        .mapToObj(String::valueOf)
                        .toList();
        }
        return List.of(a, b);
    }

    // ---- small readers ---------------------------------------------------------------------------

    static @Nullable Level level(String text, int at) {
        if (at >= text.length()) return null;
        return switch (text.charAt(at)) {
            case 'Đ', 'đ', 'Ð' -> word(text, at, "điều") ? Level.ARTICLE : word(text, at, "điểm") ? Level.POINT : null;
            case 'B', 'b' -> word(text, at, "bảng") ? Level.TABLE : null;
            case 'K', 'k' -> word(text, at, "khoản") ? Level.CLAUSE : null;
            case 'M' ->
                word(text, at, "mục")
                        ? Level.SECTION
                        : word(text, at, "mẫu") && word(text, blanks(text, at + 3), "số") ? Level.FORM : null;
            case 'm' -> word(text, at, "mục") ? Level.SECTION : null;
            case 'C' -> word(text, at, "chương") ? Level.CHAPTER : null;
            case 'P' ->
                word(text, at, "phụ") && word(text, blanks(text, at + 3), "lục")
                        ? Level.ANNEX
                        : word(text, at, "phần") ? Level.PART : null;
            default -> null;
        };
    }

    private static int wordEnd(String text, int at, Level level) {
        return switch (level) {
            case POINT, ARTICLE, SECTION, PART, CLAUSE, CHAPTER -> at + level.word.length();
            case ANNEX -> blanks(text, at + 3) + 3;
            case FORM -> blanks(text, at + 3) + 2;
            case TABLE -> {
                int number = blanks(text, at + 4);
                yield word(text, number, "số") ? number + 2 : at + 4;
            }
        };
    }

    /** End of the number at this place, or -1. Numbers without their level's word must be plain. */
    private static int number(String text, int at, Level level, boolean named) {
        int n = text.length();
        if (at >= n) return -1;
        int i = at;
        switch (level) {
            case ARTICLE, CLAUSE, FORM, TABLE -> {
                while (i < n && i - at < 4 && Character.isDigit(text.charAt(i))) i++;
                if (i == at) return -1;
                if (i < n && letter(text.charAt(i)) && (i + 1 >= n || !Character.isLetterOrDigit(text.charAt(i + 1))))
                    i++;
            }
            case POINT -> {
                char c = text.charAt(at);
                boolean quoted = c == '“' || c == '"';
                if (quoted) i++;
                int first = i;
                if (i < n && letter(text.charAt(i))) i++;
                if (i == first) {
                    // "điểm 1.2" is no lettered point
                    while (i < n && i - first < 3 && Character.isDigit(text.charAt(i))) i++;
                    if (i == first || !named) return -1;
                } else while (i < n && i - first < 4 && Character.isDigit(text.charAt(i))) i++;
                if (quoted && i < n && (text.charAt(i) == '”' || text.charAt(i) == '"')) i++;
            }
            case SECTION, CHAPTER, PART, ANNEX -> {
                while (i < n && i - at < 6 && "IVXLC".indexOf(text.charAt(i)) >= 0) i++;
                if (i == at) while (i < n && i - at < 3 && Character.isDigit(text.charAt(i))) i++;
                if (i < n
                        && i > at
                        && letter(text.charAt(i))
                        && (i + 1 >= n || !Character.isLetterOrDigit(text.charAt(i + 1)))) i++;
                if (i == at && level == Level.ANNEX && named) return at;
                if (i == at) return -1;
            }
        }
        if (i < n
                && (Character.isLetterOrDigit(text.charAt(i))
                        || text.charAt(i) == '/' && i + 1 < n && Character.isLetterOrDigit(text.charAt(i + 1))))
            return -1;
        // an enumerator, an amount or a date is no provision: "3 tháng", "5%"
        if (!named && (i < n && text.charAt(i) == '%' || unitFollows(text, i))) return -1;
        return i;
    }

    private static boolean unitFollows(String text, int at) {
        int i = blanks(text, at);
        return word(text, i, "tháng")
                || word(text, i, "năm")
                || word(text, i, "ngày")
                || word(text, i, "đồng")
                || word(text, i, "người");
    }

    private static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c == 'đ' || c == 'Đ';
    }

    /** After a comma, "và", "hoặc", a semicolon; {@code at} itself where there is no separator. */
    private static int separator(String text, int at) {
        int i = blanks(text, at);
        int start = i;
        if (i < text.length() && (text.charAt(i) == ',' || text.charAt(i) == ';')) i = blanks(text, i + 1);
        if (word(text, i, "và")) i = blanks(text, i + 2);
        else if (word(text, i, "hoặc")) i = blanks(text, i + 4);
        else if (word(text, i, "các")) return blanks(text, i + 3);
        if (i == start) return at;
        if (word(text, i, "các")) i = blanks(text, i + 3);
        if (word(text, i, "từ") && level(text, blanks(text, i + 2)) != null) i = blanks(text, i + 2);
        return i;
    }

    static int blanks(String text, int from) {
        int i = from;
        while (i < text.length()
                && i - from < 12
                && (Character.isWhitespace(text.charAt(i)) || text.charAt(i) == '\u00a0' || text.charAt(i) == '*')) i++;
        return i;
    }

    /** True where this word, in any case, stands whole at this place. */
    static boolean word(String text, int at, String word) {
        int end = at + word.length();
        return end <= text.length()
                && text.regionMatches(true, at, word, 0, word.length())
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }
}
