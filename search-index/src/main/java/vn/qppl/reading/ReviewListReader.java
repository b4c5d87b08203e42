package vn.qppl.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the free-text rows of review lists, as departments write them. Pure. */
public final class ReviewListReader {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int BEHIND = 170;
    private static final int NEXT = 12;
    private static final String TYPE = "Nghị\\s+quyết|Quyết\\s+định|Chỉ\\s+thị|Thông\\s+tư|Nghị\\s+định";
    /** Type and number stand side by side; blanks within the number are the typist's. */
    private static final Pattern NAMED = Pattern.compile(
            "(?<!\\p{L})(" + TYPE
                    + "|NQ|QĐ)\\s*(?:(?:quy\\s+phạm\\s+pháp\\s+luật\\s+)?(?:số\\s*:?|Số\\s*:?)\\s*)?(?<![\\d/])"
                    + NumberMention.FORM,
            FLAGS);
    /** "Quyết định số 59/2021/QĐ-UBND … và 02/2024/QĐ-UBND": a number whose type was said before. */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d/])" + NumberMention.FORM);

    private static final Pattern HEAD = Pattern.compile("^[\\s\\d.)\\-–*“\"]*(" + TYPE + ")(?!\\p{L})", FLAGS);
    private static final Pattern DAY = Pattern.compile(
            "^[\\s,]*(?:(?:ban\\s+hành\\s+)?ngày\\s*)?(\\d{1,2})\\s*(?:tháng|[/.\\-])\\s*(\\d{1,2})\\s*(?:năm|[/.\\-])\\s*(\\d{4})",
            FLAGS);
    private static final Pattern BODY = Pattern.compile(
            "(?u)^[\\s,]*(?:(?i:của)\\s+)?((?i:Thường\\s+trực\\s+)?(?i:Chủ\\s+tịch\\s+)?(?:(?i:Hội\\s+đồng\\s+nhân\\s+dân)|HĐND|(?i:(?:Ủy|Uỷ)\\s+ban\\s+nhân\\s+dân)|UBND))"
                    + "\\s+((?i:tỉnh|thành\\s+phố|huyện|thị\\s+xã|xã|phường|đặc\\s+khu))((?:\\s+(?!Quy\\s+(?:định|chế)|Ban\\s+hành|Về\\s|Sửa\\s|Phê\\s|Điều\\s|Công\\s+bố|Bãi\\s|Thay\\s|Hướng\\s)\\p{Lu}\\p{Ll}{0,12}(?!\\p{L})(?:\\s*[-–]\\s*(?=\\p{Lu}))?){0,4})");
    private static final Pattern PLACE =
            Pattern.compile("(?u)(?i:tỉnh)\\s+(\\p{Lu}\\p{Ll}{1,8}(?:\\s+\\p{Lu}\\p{Ll}{1,8}){1,2})");
    private static final Pattern ENDS =
            Pattern.compile("(?<!\\p{L})(thay\\s+thế|bãi\\s+bỏ|hủy\\s+bỏ|huỷ\\s+bỏ)(?!\\p{L})", FLAGS);
    private static final Pattern ENDS_NEXT =
            Pattern.compile("^[^(;.]{0,40}?(?<!\\p{L})(thay\\s+thế|bãi\\s+bỏ|hủy\\s+bỏ|huỷ\\s+bỏ)(?!\\p{L})", FLAGS);
    private static final Pattern CHANGES_ONLY =
            Pattern.compile("(?<!\\p{L})(?:đính\\s+chính|sửa\\s+đổi|công\\s+bố\\s+danh\\s+mục)(?!\\p{L})", FLAGS);
    private static final Pattern IN_A_LIST = Pattern.compile("^\\s*(?:Số\\s+thứ\\s+tự|STT)\\s", FLAGS);

    private ReviewListReader() {}

    /**
     * @param name the column "tên văn bản"
     * @param handling the column "hình thức xử lý"; empty where there is none
     * @param result the column "kết quả xử lý"; empty where there is none
     */
    public static ReviewListRow read(String name, String handling, String result) {
        var mentions = mentions(name);
        var head = HEAD.matcher(name);
        boolean titled = head.find();
        var own = titled && !mentions.isEmpty() && mentions.getFirst().start() == head.start(1)
                ? mentions.getFirst()
                : null;
        var document = own != null
                ? own.document()
                : titled ? new ListedDocument(flat(head.group(1)), null, null, null, null) : null;
        var pairs = new ArrayList<ReviewListRow.Pair>();
        if (own == null) planned(name, mentions, pairs);
        else {
            actsOnOthers(name, own, mentions, pairs);
            endedByResult(own, handling, result, pairs);
        }
        return new ReviewListRow(document, List.copyOf(pairs));
    }

    /** "Quyết định … (thay thế Quyết định số …)", "Nghị quyết bãi bỏ Nghị quyết số …": what is to be made ends what is named. */
    private static void planned(String name, List<Mention> mentions, List<ReviewListRow.Pair> pairs) {
        var ends = ENDS.matcher(name);
        if (!ends.find()) return;
        for (var mention : targets(name, ends.start(), mentions))
            pairs.add(new ReviewListRow.Pair(null, mention.document(), kindBefore(name, mention.start())));
    }

    /** Several are ended in one row, some replaced and some repealed. */
    private static RelationKind kindBefore(String text, int at) {
        var ends = ENDS.matcher(text.substring(0, at));
        var last = RelationKind.REPLACES;
        while (ends.find()) last = kind(ends.group(1));
        return last;
    }

    /** Targets of the words that end something: not what is only named to say what a target was amended by. */
    private static List<Mention> targets(String text, int from, List<Mention> mentions) {
        var found = new ArrayList<Mention>();
        int last = from;
        for (var mention : mentions) {
            if (mention.start() < from) continue;
            var between = text.substring(Math.min(last, mention.start()), mention.start());
            boolean described = !found.isEmpty()
                    && Pattern.compile(
                                    "(?iu)sửa đổi|bổ sung một số|ban hành kèm theo|kèm theo\\s*$|của\\s*$|quy định tại\\s*$")
                            .matcher(tail(between, 60))
                            .find();
            if (!described) found.add(mention);
            last = mention.end();
        }
        return found;
    }

    private static void actsOnOthers(String name, Mention own, List<Mention> mentions, List<ReviewListRow.Pair> pairs) {
        var behind = name.substring(own.end());
        var ends = ENDS_NEXT.matcher(behind);
        if (!ends.find()) return;
        int from = own.end() + ends.start(1);
        // "hủy bỏ danh mục ban hành kèm theo …" ends a part
        if (mentions.stream().noneMatch(m -> m.start() >= from && m.start() <= own.end() + ends.end(1) + NEXT)) return;
        for (var mention : targets(name, from, mentions))
            if (mention != own)
                pairs.add(new ReviewListRow.Pair(own.document(), mention.document(), kind(ends.group(1))));
    }

    private static void endedByResult(Mention own, String handling, String result, List<ReviewListRow.Pair> pairs) {
        if (result.isBlank() || IN_A_LIST.matcher(result).find()) return;
        var said = handling.toLowerCase(Locale.ROOT);
        if (said.contains("giữ nguyên") || said.contains("theo thời gian")) return;
        var kind = said.contains("bãi bỏ") ? RelationKind.REPEALS : RelationKind.REPLACES;
        for (var part : result.split(";")) {
            var mentions = mentions(part);
            var head = HEAD.matcher(part);
            if (mentions.isEmpty() || !head.find() || mentions.getFirst().start() != head.start(1)) continue;
            var acting = mentions.getFirst();
            var behind = part.substring(acting.end(), Math.min(part.length(), acting.end() + 110));
            // a correction or amendment of what replaced it does not replace it
            if (CHANGES_ONLY.matcher(behind).find() && !ENDS.matcher(behind).find()) continue;
            if (same(acting.document(), own.document())) continue;
            pairs.add(new ReviewListRow.Pair(acting.document(), own.document(), kind));
        }
    }

    private static boolean same(ListedDocument one, ListedDocument other) {
        return one.number() != null
                && other.number() != null
                && VietnameseNumbers.key(one.number()).equals(VietnameseNumbers.key(other.number()));
    }

    private static RelationKind kind(String words) {
        return words.toLowerCase(Locale.ROOT).startsWith("thay") ? RelationKind.REPLACES : RelationKind.REPEALS;
    }

    private record Mention(ListedDocument document, int start, int end) {}

    /** Documents with numbers, in the order of the text. */
    private static List<Mention> mentions(String text) {
        var found = new ArrayList<Mention>();
        var place = onlyPlace(text);
        var typed = NAMED.matcher(text);
        int from = 0;
        String type = null;
        var numbers = NUMBER.matcher(text);
        while (from < text.length()) {
            boolean named = typed.find(from);
            boolean bare = type != null && numbers.find(from);
            if (!named && !bare) break;
            Matcher m;
            int group;
            int start;
            if (named && (!bare || typed.start(2) <= numbers.start(1))) {
                m = typed;
                group = 1;
                type = typeOf(typed.group(1));
                start = typed.start(1);
            } else {
                m = numbers;
                group = 0;
                start = numbers.start();
            }
            found.add(mention(text, java.util.Objects.requireNonNull(type), m, group, start, place));
            from = m.end();
        }
        return found;
    }

    private static String typeOf(String written) {
        return switch (written.toUpperCase(Locale.ROOT)) {
            case "NQ" -> "Nghị quyết";
            case "QĐ" -> "Quyết định";
            default -> flat(written);
        };
    }

    private static Mention mention(String text, String type, Matcher m, int before, int start, @Nullable String place) {
        var number = NumberMention.of(m, before, text);
        int at = m.end();
        var day = DAY.matcher(text.substring(at, Math.min(text.length(), at + BEHIND)));
        LocalDate issuedOn = null;
        int behind = at;
        if (day.find()) {
            issuedOn = day(day);
            behind = at + day.end();
        }
        var body = BODY.matcher(text.substring(behind, Math.min(text.length(), behind + BEHIND)));
        String issuer = body.find() ? issuer(body, place) : null;
        var year = number.year() != null ? number.year() : issuedOn == null ? null : (Integer) issuedOn.getYear();
        return new Mention(new ListedDocument(type, number.printed(), issuer, issuedOn, year), start, at);
    }

    private static @Nullable LocalDate day(Matcher day) {
        try {
            return LocalDate.of(
                    Integer.parseInt(day.group(3)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(1)));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static @Nullable String issuer(Matcher body, @Nullable String place) {
        var kind = flat(body.group(1))
                .replaceAll("(?iu)^(thường trực |chủ tịch )?HĐND$", "$1Hội đồng nhân dân")
                .replaceAll("(?iu)^(thường trực |chủ tịch )?(?:UBND|uỷ ban nhân dân)$", "$1Ủy ban nhân dân");
        var level = flat(body.group(2)).toLowerCase(Locale.ROOT);
        var name = flat(body.group(3));
        if (name.isEmpty()) {
            if (!level.equals("tỉnh") || place == null) return null;
            name = place;
        }
        return kind + " " + level + " " + name;
    }

    /** The province that the row names where it names one only: "của Ủy ban nhân dân tỉnh" means that one. */
    private static @Nullable String onlyPlace(String text) {
        var places = new LinkedHashSet<String>();
        var m = PLACE.matcher(text);
        while (m.find()) {
            var words = flat(m.group(1)).split(" ");
            places.add(words[0] + " " + words[1]);
        }
        return places.size() == 1 ? places.getFirst() : null;
    }

    private static String tail(String words, int most) {
        return words.length() <= most ? words : words.substring(words.length() - most);
    }

    private static String flat(String words) {
        var flat = words.replaceAll("\\s+", " ").strip();
        return flat.isEmpty() ? flat : flat.substring(0, 1).toUpperCase(Locale.ROOT) + flat.substring(1);
    }
}
