package vn.qppl.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.qppl.structure.LegalText;
import vn.qppl.structure.Unit;
import vn.qppl.structure.UnitLevel;
import vn.qppl.text.Span;

/**
 * Finds the clauses of higher law that give provincial bodies rules to make (nợ văn bản). Rules, not single acts: "quyết định mức hỗ trợ" is
 * one, "quyết định thành lập" is none; a mere reference ("theo quy định của Ủy ban nhân dân cấp tỉnh") is none either. Pure, and
 * linear but for windows of fixed size.
 */
public final class DutyReader {
    private static final int AHEAD = 240;
    private static final int OBJECT = 90;
    private static final int BEHIND = 160;
    private static final int MOST = 2_000;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern BODY = Pattern.compile(
            "(chủ tịch\\s+)?(?:((?:ủy|uỷ)\\s+ban\\s+nhân\\s+dân|UBND)|(hội\\s+đồng\\s+nhân\\s+dân|HĐND))(?!\\p{L})"
                    + "((?:\\s+(?:các\\s+)?(?:cấp\\s+)?tỉnh(?:(?:,|/|\\s+và)?\\s*(?:các\\s+)?thành\\s+phố)?(?:\\s+trực\\s+thuộc\\s+trung\\s+ương)?"
                    + "|\\s+(?:các|cùng)\\s+cấp|\\s+địa\\s+phương|\\s+có\\s+thẩm\\s+quyền|,?\\s+thành\\s+phố\\s+trực\\s+thuộc\\s+trung\\s+ương)?)(?!\\p{L})",
            FLAGS);
    /** Lower levels; a name of their kind behind the body. */
    private static final Pattern LOWER = Pattern.compile(
            "^\\s*(?:cấp\\s+)?(?:huyện|quận|xã|phường|thị\\s+(?:xã|trấn)|cơ\\s+sở|cấp\\s+dưới|nơi\\s+cư)", FLAGS);
    /** What stands before a body that is not the one who acts. */
    private static final Pattern NOT_ACTING = Pattern.compile(
            "(?:của|thuộc|với|gửi|đoàn\\s+đại\\s+biểu\\s+quốc\\s+hội\\s+và|đến|tại|thường\\s+trực|đại\\s+biểu|văn\\s+phòng|nghị\\s+quyết|giúp|khi|bởi)(?:\\s+(?:các|cho))?\\s*$",
            FLAGS);

    private static final Pattern SUBMITTED = Pattern.compile(
            "(?:trình|tham\\s+mưu|báo\\s+cáo|đề\\s+xuất|đề\\s+nghị)(?:\\s+(?:cho|với|để))*\\s*$", FLAGS);
    /** Another one acts, with the body at their side. */
    private static final Pattern BESIDE = Pattern.compile(
            "(?:phối\\s+hợp\\s+với|cùng\\s+với|hướng\\s+dẫn|kiểm\\s+tra|đôn\\s+đốc|chỉ\\s+đạo|lấy\\s+ý\\s+kiến|phân\\s+công)\\s[^;.]{0,160}$",
            FLAGS);

    private static final Pattern PASSIVE = Pattern.compile("(?<!\\p{L})do(?:\\s+(?:các|cơ\\s+quan))?\\s*$", FLAGS);

    private static final String RULES =
            "mức|tỷ\\s+lệ|tỉ\\s+lệ|chính\\s+sách|định\\s+mức|giá|đơn\\s+giá|khung\\s+giá|bảng\\s+giá|(?<!kinh\\s)(?<!chi\\s)phí|lệ\\s+phí|học\\s+phí|chế\\s+độ|số\\s+lượng(?!\\s+(?:người\\s+làm|cấp\\s+phó|chi\\s+nhánh|biên\\s+chế)|,\\s+địa\\s+điểm)|"
                    + "nội\\s+dung|danh\\s+mục(?!\\s+(?:các\\s+)?(?:chương\\s+trình|dự\\s+án|công\\s+trình))|tiêu\\s+chuẩn|tiêu\\s+chí|quy\\s+chuẩn|quy\\s+chế(?!\\s+tổ\\s+chức\\s+và\\s+hoạt)|quy\\s+định|quy\\s+trình|trình\\s+tự|hệ\\s+số|phân\\s+cấp|khu\\s+vực|"
                    + "phạm\\s+vi|thời\\s+gian|cơ\\s+chế|biện\\s+pháp\\s+cụ\\s+thể|hạn\\s+mức|diện\\s+tích|mật\\s+độ|đối\\s+tượng|nội\\s+quy|văn\\s+bản\\s+quy\\s+phạm|"
                    + "các\\s+văn\\s+bản\\s+quy|văn\\s+bản\\s+quy\\s+định|nguyên\\s+tắc|việc\\s+(?:quản\\s+lý|phối\\s+hợp|phân\\s+cấp|sử\\s+dụng|hỗ\\s+trợ)|chi\\s+tiết";
    private static final Pattern NAMED = Pattern.compile("(?<!\\p{L})(?:" + RULES + ")(?!\\p{L})", FLAGS);
    private static final Pattern DECIDED = Pattern.compile(
            "^[\\s,:]*(?:(?:hoặc|và)\\s+trình\\s+cấp\\s+có\\s+thẩm\\s+quyền\\s+(?:quyết\\s+định|ban\\s+hành)\\s+)?(?:(?:cụ\\s+thể|về|các|một\\s+số|áp\\s+dụng|những|tăng|giảm|hằng\\s+năm|hàng\\s+năm|chi\\s+tiết)\\s+){0,3}(?:"
                    + RULES + ")(?!\\p{L})",
            FLAGS);
    private static final Pattern ISSUED =
            Pattern.compile("^[^;.]{0,70}?(?<!\\p{L})(?:" + RULES + "|hướng\\s+dẫn\\s+cụ\\s+thể)(?!\\p{L})", FLAGS);
    private static final Pattern NOT_RULES = Pattern.compile(
            "^\\s*(?:(?:các|một)\\s+)?(?:quyết\\s+định|kế\\s+hoạch|chương\\s+trình|quy\\s+hoạch|giấy|lệnh|công\\s+văn|đề\\s+án|phương\\s+án|chỉ\\s+thị|nghị\\s+quyết\\s+(?!quy\\s+định))",
            FLAGS);
    /** "quy định" as a noun, or as a mere reference. */
    private static final Pattern NOUN_BEFORE = Pattern.compile(
            "(?:theo|tại|các|những|với|của|trái|đúng|được|có|nội\\s+dung|thẩm\\s+quyền|vi\\s+phạm|thực\\s+hiện|thi\\s+hành|một\\s+số|đã|bị|khác|và\\s+các|mà|như|ngoài|văn\\s+bản|trong|căn\\s+cứ|tuân\\s+thủ|chấp\\s+hành|ban\\s+hành|về|bằng|hợp|điều\\s+kiện|không|chưa|thời\\s+hạn|giấy\\s+tờ|hồ\\s+sơ|trường\\s+hợp|sửa\\s+đổi|bổ\\s+sung|luật)\\s*$",
            FLAGS);

    private static final Pattern NOUN_AFTER = Pattern.compile(
            "^\\s*(?:tại|của|này|trên|nêu|pháp\\s+luật|hiện\\s+hành|ở|như\\s+sau|trong\\s+(?:luật|nghị)|đó|nói)(?!\\p{L})",
            FLAGS);
    private static final Pattern VERB =
            Pattern.compile("(?<!\\p{L})(quy\\s+định|ban\\s+hành|quyết\\s+định|điều\\s+chỉnh)(?!\\p{L})", FLAGS);
    /** Another deed stands between the body and the verb, so that the verb is that deed's. */
    private static final Pattern OTHER_DEED = Pattern.compile(
            "(?<!\\p{L})(?:phê\\s+duyệt|thành\\s+lập|cấp\\s+giấy|công\\s+nhận|thu\\s+hồi|gửi|thực\\s+hiện|chỉ\\s+đạo|bố\\s+trí|tiếp\\s+nhận|áp\\s+dụng|thông\\s+báo|phối\\s+hợp|kiểm\\s+tra|theo\\s+dõi|báo\\s+cáo|tổ\\s+chức\\s+thực|bảo\\s+đảm|đảm\\s+bảo|cung\\s+cấp|giao\\s+cho|công\\s+bố|xử\\s+lý|giải\\s+quyết|hủy|đăng|đề\\s+nghị|trừ|nơi\\s+đặt|cho\\s+phép|ủy\\s+quyền|Bộ\\s+trưởng|Thủ\\s+tướng|Chính\\s+phủ|Sở|Giám\\s+đốc|cơ\\s+quan\\s+chuyên|người)(?!\\p{L})",
            FLAGS);
    /** The subject of a passive is only named to be measured by. */
    private static final Pattern YARDSTICK = Pattern.compile(
            "(?<!\\p{L})(?:căn\\s+cứ|theo|bằng|hơn|so\\s+với|vượt(?:\\s+quá)?|tính\\s+theo|dựa\\s+trên|tương\\s+ứng|nhân\\s+với|ngoài)\\s+(?:vào\\s+)?[^,;.]{0,60}$",
            FLAGS);

    private static final Pattern KEPT =
            Pattern.compile("(?<!\\p{L})(?:thực\\s+hiện|tuân\\s+thủ|chấp\\s+hành|tại|là)\\s+[^,;.]{0,90}$", FLAGS);
    private static final Pattern CONTEXT = Pattern.compile(
            "(?:trách\\s+nhiệm|nhiệm\\s+vụ|quyền\\s+hạn|thẩm\\s+quyền)?[^:;.]{0,80}(?:(?:ủy|uỷ)\\s+ban\\s+nhân\\s+dân|UBND|hội\\s+đồng\\s+nhân\\s+dân|HĐND)"
                    + "(?:\\s+(?:các\\s+)?(?:cấp\\s+)?tỉnh|\\s+các\\s+cấp)[^:;.]{0,120}:?\\s*$",
            FLAGS);
    private static final Pattern LISTED = Pattern.compile(
            "^\\s*+(?:\\d{1,2}[.)]|[a-zđ]{1,2}\\)|[-–+])?+\\s*+(?:(?:xây\\s+dựng|trình\\s+hội\\s+đồng\\s+nhân\\s+dân(?:\\s+(?:cùng\\s+cấp|cấp\\s+tỉnh))?|chủ\\s+động|xem\\s+xét)[,\\s]*+(?:và\\s+)?){0,3}(quy\\s+định|ban\\s+hành|quyết\\s+định)(?!\\p{L}|\\s+(?:kèm|chung|chi\\s+tiết|chuyển\\s+tiếp|kỹ\\s+thuật))",
            FLAGS);

    private DutyReader() {}

    /** In the order of the text, at most one of each sentence. */
    public static List<Duty> read(LegalText structure) {
        var found = new ArrayList<Duty>();
        for (var component : structure.components()) {
            if (component.kind() == LegalText.ComponentKind.FORM) continue;
            var prefix = component.eId().isEmpty() ? "" : component.eId() + "__";
            for (var unit : component.units()) read(unit, "", "", prefix, structure.text(), found);
        }
        return found;
    }

    private static void read(Unit unit, String place, String context, String prefix, String text, List<Duty> found) {
        var own = switch (unit.level()) {
            case ARTICLE -> "Điều " + unit.number();
            case CLAUSE -> "khoản " + unit.number() + " " + place;
            case POINT -> "điểm " + unit.number() + " " + place;
            case PART, CHAPTER, SECTION, SUBSECTION -> "";
        };
        var words = text.substring(unit.span().start(), Math.min(text.length(), unit.ownTextEnd()));
        var around = unit.level() == UnitLevel.ARTICLE && unit.heading() != null ? unit.heading() : context;
        if (unit.level().compareTo(UnitLevel.ARTICLE) >= 0)
            for (var duty : inText(around, words)) {
                if (found.size() >= MOST) return;
                var span = new Span(
                        unit.span().start() + duty.span().start(),
                        unit.span().start() + duty.span().end());
                found.add(new Duty(duty.body(), span, prefix + unit.eId(), own.strip()));
            }
        var below = CONTEXT.matcher(tail(words)).find() ? tail(words) : around;
        for (var child : unit.children()) read(child, own.strip(), below, prefix, text, found);
    }

    private static String tail(String words) {
        var stripped = words.strip();
        int line = stripped.lastIndexOf('\n');
        var last = line < 0 ? stripped : stripped.substring(line + 1);
        return last.length() <= 300 ? last : last.substring(last.length() - 300);
    }

    /** @param heading of the article, or the words that lead a list: they may name the body for all that follows */
    public static List<Duty> inText(String heading, String text) {
        var found = new ArrayList<Duty>();
        var context = CONTEXT.matcher(heading).find() ? heading : "";
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && !ends(text, i)) continue;
            if (i > start) {
                var sentence = text.substring(start, i);
                var body = body(sentence, context);
                if (body != null) found.add(new Duty(body, trimmed(text, start, i), null, ""));
                if (sentence.stripTrailing().endsWith(":"))
                    context = CONTEXT.matcher(sentence.strip()).find() ? sentence : context;
            }
            start = i + 1;
        }
        return found;
    }

    private static boolean ends(String text, int i) {
        char c = text.charAt(i);
        if (c == '\n') return true;
        if (c == ';') return i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1));
        // "1.000", "k.2" go on
        return c == '.'
                && (i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1)))
                && (i == 0 || !Character.isDigit(text.charAt(i - 1)) || i > 3 && text.charAt(i - 2) != '\n');
    }

    private static Span trimmed(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) start++;
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) end--;
        return new Span(start, end);
    }

    private static Duty.@Nullable Body body(String sentence, String context) {
        var m = BODY.matcher(sentence);
        boolean any = false;
        while (m.find()) {
            any = true;
            var found = of(sentence, m);
            if (found != null) return found;
        }
        if (context.isEmpty()) return null;
        var listed = LISTED.matcher(sentence);
        if (!listed.find()
                || any && !sentence.toLowerCase(java.util.Locale.ROOT).contains("trình")) return null;
        var after = window(sentence, listed.end(), OBJECT);
        var verb = listed.group(1).replaceAll("\\s+", " ").toLowerCase(java.util.Locale.ROOT);
        boolean rules = switch (verb) {
            case "quy định" -> !NOUN_AFTER.matcher(after).find();
            case "ban hành" ->
                ISSUED.matcher(after).find() && !NOT_RULES.matcher(after).find();
            default -> DECIDED.matcher(after).find();
        };
        if (!rules) return null;
        return context.toLowerCase(java.util.Locale.ROOT).contains("hội đồng nhân dân")
                ? Duty.Body.COUNCIL
                : Duty.Body.COMMITTEE;
    }

    private static Duty.@Nullable Body of(String sentence, Matcher m) {
        var before = sentence.substring(Math.max(0, m.start() - BEHIND), m.start());
        var after = window(sentence, m.end(), AHEAD);
        if (m.group(4).isEmpty() && LOWER.matcher(after).find()) return null;
        if (m.group(4).strip().equalsIgnoreCase("cùng cấp") && lowerOnly(before)) return null;
        boolean submitted = SUBMITTED.matcher(before).find();
        boolean passive = PASSIVE.matcher(before).find();
        if (!submitted && !passive && NOT_ACTING.matcher(before).find()) return null;
        if (!submitted && !passive && BESIDE.matcher(before).find()) return null;
        var body =
                m.group(3) != null ? Duty.Body.COUNCIL : m.group(1) != null ? Duty.Body.CHAIRMAN : Duty.Body.COMMITTEE;
        var verb = VERB.matcher(after);
        while (verb.find()) {
            var between = after.substring(0, verb.start());
            var object = window(after, verb.end(), OBJECT);
            if (OTHER_DEED.matcher(withoutAsides(between)).find()) return null;
            var word = verb.group(1).replaceAll("\\s+", " ").toLowerCase(java.util.Locale.ROOT);
            if (passive
                    ? passive(word, before, between, object)
                    : active(word, before, between, object, submitted, body == Duty.Body.COUNCIL)) return body;
        }
        return null;
    }

    private static boolean active(
            String verb, String before, String between, String object, boolean submitted, boolean council) {
        return switch (verb) {
            case "quy định" ->
                !NOUN_BEFORE.matcher(between).find()
                        && !NOUN_AFTER.matcher(object).find()
                        && !object.isBlank();
            case "ban hành" ->
                object.isBlank()
                        ? ruled(between)
                        : ISSUED.matcher(object).find()
                                && !NOT_RULES.matcher(object).find();
            case "điều chỉnh" -> submitted && DECIDED.matcher(object).find();
            // the list that follows, or the words before, say what
            default ->
                DECIDED.matcher(object).find()
                        || submitted
                                && council
                                && (object.strip().equals(":")
                                        || object.isBlank()
                                                && ruled(before.substring(Math.max(0, before.length() - 90))));
        };
    }

    private static boolean passive(String verb, String before, String between, String object) {
        if (between.length() > 120) return false;
        var subject = before.replaceFirst("(?iu)(?<!\\p{L})do(?:\\s+(?:các|cơ\\s+quan))?\\s*$", "");
        boolean yardstick = YARDSTICK.matcher(subject).find();
        if (yardstick) return false;
        return switch (verb) {
            case "quy định" ->
                !NOUN_BEFORE.matcher(between).find() && !object.strip().startsWith("tại thời điểm");
            case "điều chỉnh" -> false;
            // "thực hiện các tiêu chí do … ban hành" speaks of what is there
            case "ban hành" ->
                !KEPT.matcher(subject).find() && ruled(subject.substring(Math.max(0, subject.length() - 90)));
            default -> ruled(subject.substring(Math.max(0, subject.length() - 90)));
        };
    }

    /** Whether words before a verb name rules; "theo quy định" does not. */
    private static boolean ruled(String words) {
        var named = NAMED.matcher(words);
        while (named.find())
            if (!named.group().toLowerCase(java.util.Locale.ROOT).startsWith("quy đ")) return true;
        return false;
    }

    private static boolean lowerOnly(String before) {
        var words = before.toLowerCase(java.util.Locale.ROOT);
        boolean lower = words.contains("cấp xã") || words.contains("cấp huyện");
        return lower && !words.contains("tỉnh");
    }

    /** "căn cứ …," and "(sau đây gọi …)" are no deeds. */
    private static String withoutAsides(String between) {
        return between.replaceAll("\\([^)]*\\)?", " ")
                .replaceAll("(?iu)(?:hoặc|và)\\s+(?:cơ quan|tổ chức)[^,;.]{0,60}?(?:ủy|uỷ) quyền", " ")
                .replaceAll("(?iu)(?:căn cứ|trên cơ sở|trong phạm vi|tùy theo|phù hợp với|theo)[^,]*,", " ");
    }

    private static String window(String text, int from, int length) {
        return text.substring(Math.min(from, text.length()), Math.min(text.length(), from + length));
    }
}
