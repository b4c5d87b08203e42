package vn.qppl.reading;

import java.util.List;
import java.util.regex.Pattern;
import vn.qppl.reading.InstructionSegments.Mode;
import vn.qppl.reading.InstructionSegments.Segment;

/**
 * Words that stand among the targets of an instruction and mean nothing to the reader. "Các quy định về tần số vô tuyến điện của
 * Pháp lệnh … hết hiệu lực" ends a part of the ordinance that no address names: what is left unread may narrow what is read.
 */
final class UnreadWords {
    private static final Pattern BLANKS = Pattern.compile(" {2,}+");

    /** "Kéo dài thời hạn áp dụng đến hết ngày 31/12/2023 đối với Nghị quyết …": the day is read for itself. */
    private static final Pattern LAST_DAY = Pattern.compile(
            "(?:đến|tới) (?:hết )?ngày \\d{1,2} ?(?:tháng|[/.-]) ?\\d{1,2} ?(?:năm|[/.-]) ?(?:19|20)\\d\\d(?!\\d)");

    /** Words between targets that change nothing of what is meant, longest first where one holds another. */
    private static final List<String> FILLERS = List.of(
            "kể từ ngày",
            "kể từ thời điểm",
            "kể từ khi",
            "từ ngày",
            "ngày",
            "vào",
            "có hiệu lực thi hành",
            "có hiệu lực",
            "văn bản quy phạm pháp luật",
            "quy phạm pháp luật",
            "pháp luật",
            "điều khoản",
            "văn bản",
            "sau đây",
            "như sau",
            "cụ thể",
            "đồng thời",
            "công bố",
            "ban hành kèm theo",
            "ban hành kèm",
            "đính kèm",
            "được ban hành",
            "kèm theo",
            "quy định",
            "nội dung",
            "toàn bộ",
            "hiệu lực",
            "thi hành",
            "nghị quyết liên tịch",
            "nghị quyết",
            "nghị định",
            "quyết định",
            "thông tư liên tịch",
            "thông tư",
            "chỉ thị",
            "pháp lệnh",
            "luật",
            "từ",
            "việc",
            "cho",
            "các",
            "những",
            "tại",
            "của",
            "thuộc",
            "trong",
            "theo",
            "gồm",
            "gồm có",
            "bao gồm",
            "và",
            "hoặc",
            "số",
            "đối với",
            "riêng",
            "bãi bỏ",
            "này",
            "được",
            "bị",
            "thì");

    private UnreadWords() {}

    /** What stands among the targets of segment {@code s} and was not read; empty where all was. */
    static String among(InstructionSegments cut, int s, Segment segment) {
        var lower = cut.flat.lower();
        int from = start(cut, s, segment);
        boolean place = false;
        var words = new StringBuilder();
        for (int t = 0; t < cut.tokens.size(); t++) {
            var token = cut.tokens.get(t);
            if (token.end() <= from) continue;
            // an article's heading stands on a line of its own
            int line = place ? from : cut.flat.lineFrom(from, Math.max(from, token.start()));
            if (line > from) words.setLength(0);
            words.append(lower, line, Math.max(line, token.start())).append(' ');
            boolean joins = token instanceof Token.Mark m
                    && m.kind() != Token.MarkKind.SENTENCE_END
                    && m.kind() != Token.MarkKind.SEMICOLON;
            boolean self = token instanceof Token.Mention m && m.document().self();
            if (cut.is(t, s, Mode.TARGET) && !self && !(token instanceof Token.Quote)) {
                var left = left(words.toString(), place);
                if (!left.isEmpty()) return left;
            }
            if (!joins || attached(cut.flat, segment, token, line)) words.setLength(0);
            else if (lower.startsWith("từ", token.start())) words.append("từ");
            from = Math.max(from, token.end());
            place = token instanceof Token.Provisions || token instanceof Token.Mention || joins && place;
        }
        return "";
    }

    /**
     * "Kéo dài thời gian áp dụng Bảng giá đất ban hành kèm theo Quyết định số …": what a decision issues under a title of its own is all
     * that goes on. Another act may well mean one of several things that a decision issues.
     */
    private static boolean attached(FlatText flat, Segment segment, Token token, int named) {
        return segment.kind == EffectKind.EXTEND
                && token instanceof Token.Mark m
                && m.kind() == Token.MarkKind.WITH
                && flat.text()
                        .substring(named, Math.max(named, token.start()))
                        .strip()
                        .codePoints()
                        .limit(1)
                        .anyMatch(Character::isUpperCase);
    }

    /** What stands between these tokens, and before the first from {@code start}, and was not read; empty where all was. */
    static String between(FlatText flat, List<Token> tokens, int start) {
        int from = start;
        for (var token : tokens) {
            var left = left(flat.lower().substring(from, Math.max(from, token.start())), from > start);
            if (!left.isEmpty()) return left;
            from = Math.max(from, token.end());
        }
        return "";
    }

    /** Where the words of the instruction begin: at an active verb, else behind what ends the words before its first target. */
    private static int start(InstructionSegments cut, int s, Segment segment) {
        int start = 0;
        for (int t = 0; t < cut.tokens.size(); t++) {
            var token = cut.tokens.get(t);
            if (token.start() > segment.start || cut.is(t, s, Mode.TARGET)) break;
            if (token instanceof Token.Verb v && v.start() == segment.start && !v.passive()) return v.end();
            if (token instanceof Token.Verb v && v.start() < segment.start) start = v.end();
            if (token instanceof Token.Mark m
                    && (m.kind() == Token.MarkKind.SENTENCE_END || m.kind() == Token.MarkKind.SEMICOLON))
                start = m.end();
        }
        return start;
    }

    /** @param described whether a provision or document stands before: "khoản 7 Điều 16 quy định về phụ cấp" says what it holds */
    private static String left(String between, boolean described) {
        var gap = LAST_DAY.matcher(between).replaceAll(" ").strip();
        if (described && (gap.startsWith("quy định về") || gap.startsWith("về"))) return "";
        var words = new StringBuilder(" ");
        for (int i = 0; i < gap.length(); i++) {
            char c = gap.charAt(i);
            words.append(Character.isLetterOrDigit(c) ? c : ' ');
        }
        var rest = oneBlank(words.append(' ').toString());
        for (var filler : FILLERS) {
            if (rest.length() < 3) break;
            if (rest.contains(filler)) rest = oneBlank(rest.replace(" " + filler + " ", "  "));
        }
        return rest.isBlank() ? "" : gap.length() <= 60 ? gap : gap.substring(0, 60) + "…";
    }

    private static String oneBlank(String words) {
        return words.contains("  ") ? BLANKS.matcher(words).replaceAll(" ") : words;
    }
}
