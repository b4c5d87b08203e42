package vn.qppl.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.qppl.structure.DocumentNumber;

/** Reads mentions of documents in a line: "Thông tư số 07/2023/TT-BLĐTBXH ngày … của … quy định …", "Luật Bảo hiểm y tế", "Luật này". */
final class MentionReader {
    static final List<String> TYPES = List.of(
            "bộ luật",
            "luật",
            "pháp lệnh",
            "hiến pháp",
            "nghị quyết liên tịch",
            "nghị quyết",
            "nghị định",
            "quyết định",
            "thông tư liên tịch",
            "thông tư liên lịch",
            "thông tư liên bộ",
            "thông tư",
            "chỉ thị",
            "lệnh",
            "văn bản hợp nhất",
            "công văn",
            "kế hoạch");
    /** Types by their first letter, longer before shorter ones. */
    private static final java.util.Map<Character, List<String>> BY_FIRST =
            TYPES.stream().collect(java.util.stream.Collectors.groupingBy(type -> type.charAt(0)));

    /** Of {@link #TYPES} and of "các". */
    private static final String FIRST_LETTERS = "blphnqtcvk";

    private static final List<String> TITLED = List.of("bộ luật", "luật", "pháp lệnh", "hiến pháp");

    private static final Pattern NUMBER = Pattern.compile(
            "(?:số\\s?:?\\s?)?(\\d{1,5}[a-z]?\\s?/\\s?(?:(?:19|20)\\d\\d\\s?/\\s?)?\\p{L}[\\p{L}\\d&.]{0,20}(?:(?:\\s?[-–]\\s?|/)\\p{L}[\\p{L}\\d&.]{0,20}){0,6})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern DATE = Pattern.compile(
            ",? ?(?:ban hành )?ngày (\\d{1,2}) ?(?:tháng|[/.-]) ?(\\d{1,2}) ?(?:năm|[/.-]) ?((?:19|20)\\d\\d)");
    /** Where the descriptive tail of a mention ends: "của Bộ trưởng … quy định về …". */
    private static final Pattern TAIL_END = Pattern.compile(
            "[;:\uE000]|\\. |\\.$|\\.?/\\.|,? ?(?:đã )?được (?:sửa đổi|bổ sung|thay(?: thế)?|bãi bỏ|đính chính)|,? ?như sau|,? hết hiệu lực|,? bị bãi bỏ"
                    + "|,? chấm dứt hiệu lực|,? không (?:còn )?(?:được )?áp dụng (?:trên|trong) |,? (?:được )?(?:tiếp tục|khôi phục) (?:có )?(?:hiệu lực|thi hành|áp dụng)|,? (?:bị |tạm )?ngưng hiệu lực|,? (?:bị )?đình chỉ|,? có hiệu lực| bằng (?:cụm từ|phụ lục|mẫu|biểu)|,? thành (?:mẫu|phụ lục|cụm từ|điều|khoản)"
                    + "|,? (?:kể )?từ (?:\\d{1,2} (?:giờ|h)(?: ?\\d{1,2} phút)?,? )?ngày|,? đến (?:hết )?ngày|,? kể từ khi| và (?:thay thế|bãi bỏ|sửa đổi)|, (?:thay thế|bãi bỏ) "
                    + "|(?:,| và| hoặc|, và) (?=(?:tên |các )?(?:điểm (?:\\p{L}|\\p{L}\\p{L}?\\d) |khoản \\d|điều \\d|chương [ivx\\d]|mục [ivx\\d]|phụ lục [ivxab\\d]|mẫu số))"
                    + "|(?:,| và| hoặc|, và|;) (?=(?:bộ luật|luật|pháp lệnh|nghị quyết(?: liên tịch)?|nghị định|quyết định|thông tư(?: liên tịch)?|chỉ thị) (?:số )?(?:\\d|\\p{L}+ số))");
    /** A heading may run into the sentence below it. */
    private static final Pattern SENTENCE = Pattern.compile(" (?=(?:Bãi bỏ|Sửa đổi|Bổ sung|Thay thế|Hủy bỏ|Huỷ bỏ) )");
    /** Where a title without number ends. */
    private static final Pattern TITLE_END = Pattern.compile(
            "[;:.(\uE000]| số \\d| ngày \\d|,? (?:đã )?được |,? như sau|,? hết hiệu lực| bằng (?:cụm từ|phụ lục)| tại (?:điểm|khoản|điều|các)|,? hiện hành|,? có hiệu lực|,? năm \\d|,? (?:kể )?từ ngày"
                    + "|(?:,| và| hoặc) (?=(?:các )?(?:điểm|khoản|điều|chương|mục|phụ lục|bộ luật|luật|pháp lệnh|nghị quyết|nghị định|quyết định|thông tư|văn bản)\\b)|,? thì | của (?:quốc hội|ủy ban thường)");

    /** "các Quyết định của Ủy ban nhân dân tỉnh: số …": who issued what is listed. */
    private static final Pattern ISSUER_OF_LIST = Pattern.compile(" của [^:;.\\d\uE000]{3,80}:");

    private static final int LONGEST_DESCRIPTION = 400;

    private static final Pattern PLACE_BEFORE =
            Pattern.compile("(?:điều|khoản|điểm) (?:\\d{1,4}\\p{L}{0,2}|\\p{L}\\d?)$");

    private static final Pattern DAY_IN_NAME = Pattern.compile(
            ",? ?(?:có hiệu lực(?: thi hành)? )?(?:kể )?từ ngày \\d{1,2} ?(?:tháng|[/.-]) ?\\d{1,2} ?(?:năm|[/.-]) ?\\d{4} của ");

    private static final List<String> PLACES = List.of(" điều ", " khoản ", " điểm ", " phụ lục ", " mẫu ");
    private static final int LONGEST_TAIL = 1500;

    private final FlatText flat;
    private final TitleCatalogue titles;
    private final Matcher number;
    private final Matcher date;
    private final Matcher tail;
    private final Matcher title;
    private final Matcher sentence;

    MentionReader(FlatText flat, TitleCatalogue titles) {
        this.flat = flat;
        this.titles = titles;
        this.number = NUMBER.matcher(flat.lower());
        this.date = DATE.matcher(flat.lower());
        this.tail = TAIL_END.matcher(flat.lower());
        this.sentence = SENTENCE.matcher(flat.text());
        this.title = TITLE_END.matcher(flat.lower());
    }

    /** The mentions that begin at {@code start}: more than one for "Thông tư số 1/…, 2/… và 3/…"; null where none begins. */
    @Nullable
    List<Token.Mention> at(int start) {
        var s = flat.lower();
        // most words open no mention: their first letter says so
        if (FIRST_LETTERS.indexOf(s.charAt(start)) < 0) return null;
        int i = s.startsWith("các ", start) ? start + 4 : start;
        if (i >= s.length()) return null;
        for (var type : typesFrom(s.charAt(i))) {
            if (!s.startsWith(type, i) || InstructionLexer.letterAt(s, i + type.length())) continue;
            if (type.equals("luật") && i >= 5 && s.startsWith("pháp ", i - 5)) return null;
            int after = i + type.length();
            if (s.startsWith(" này", after) && !InstructionLexer.letterAt(s, after + 4)) {
                return List.of(new Token.Mention(
                        new DocumentMention(printed(i, type), null, null, null, true, false), start, after + 4));
            }
            var numbered = numbered(start, i, type, after);
            if (numbered != null) return numbered;
            return TITLED.contains(type) ? titled(start, i, type, after) : null;
        }
        return null;
    }

    private static List<String> typesFrom(char first) {
        return BY_FIRST.getOrDefault(first, List.of());
    }

    private String printed(int i, String type) {
        var word = flat.text().substring(i, i + type.length());
        return Character.toUpperCase(word.charAt(0)) + FlatText.lower(word.substring(1));
    }

    private @Nullable List<Token.Mention> numbered(int start, int i, String type, int after) {
        var s = flat.lower();
        int k = after;
        while (k < s.length() && s.charAt(k) == ' ') k++;
        if (start < i) {
            var issuer = ISSUER_OF_LIST.matcher(s).region(after, s.length());
            if (issuer.lookingAt()) k = issuer.end() - 1;
        }
        // "các Quyết định: số 3/2013/… ; số 21/2015/…"
        boolean list = k < s.length() && s.charAt(k) == ':';
        if (list) k++;
        while (k < s.length() && s.charAt(k) == ' ') k++;
        number.region(k, s.length());
        if (!number.lookingAt()) return null;
        var out = new ArrayList<Token.Mention>();
        int from = start;
        while (true) {
            int end = trim(number.end(1));
            var parsed = DocumentNumber.parse(tight(flat.text().substring(number.start(1), end)));
            if (parsed.isEmpty()) break;
            LocalDate issued = null;
            date.region(end, s.length());
            if (date.lookingAt()) {
                issued = day(date);
                end = date.end();
            }
            out.add(new Token.Mention(
                    new DocumentMention(printed(i, type), parsed.get().print(), null, issued, false, true), from, end));
            int next = end;
            if (s.startsWith(", ", next)) next += 2;
            else if (list && s.startsWith("; ", next)) next += 2;
            else if (s.startsWith(" và ", next)) next += 4;
            else {
                int described = list ? descriptionEnd(next) : -1;
                if (described < 0) break;
                var item = out.removeLast();
                out.add(new Token.Mention(item.document(), item.start(), described));
                next = described + 2;
            }
            if (s.startsWith("số ", next)) next += 3;
            number.region(next, s.length());
            if (!Character.isDigit(next < s.length() ? s.charAt(next) : ' ') || !number.lookingAt()) break;
            from = next;
        }
        if (out.isEmpty()) return null;
        var last = out.removeLast();
        out.add(new Token.Mention(last.document(), last.start(), tailEnd(last.end())));
        return out;
    }

    /** Where the description of an item ends, "ban hành Quy định …; số 30/2018/…"; -1 where no further item follows. */
    private int descriptionEnd(int from) {
        var s = flat.lower();
        int semicolon = s.indexOf(';', from);
        if (semicolon < 0 || semicolon > from + LONGEST_DESCRIPTION || !s.startsWith("; số ", semicolon)) return -1;
        return s.substring(from, semicolon).contains(". ") ? -1 : semicolon;
    }

    /** A number may swallow the words behind it ("2 /TT-BTC - quy định"): the symbol ends where lower-case words begin. */
    private int trim(int end) {
        var text = flat.text();
        int from = number.start(1);
        // "72/2015/TT-BTCngày 12/5/2015": a blank that the typist forgot
        int glued = end - "ngày".length();
        if (glued > from && text.startsWith("ngày", glued) && Character.isUpperCase(text.charAt(glued - 1)))
            end = glued;
        int dash = -1;
        for (int k = from; k < end; k++) {
            char c = text.charAt(k);
            if (c == '-' || c == '–') dash = k;
            else if (dash > 0
                    && Character.isLetter(c)
                    && text.substring(dash + 1, end).strip().chars().noneMatch(Character::isUpperCase)) {
                int cut = dash;
                while (cut > from && text.charAt(cut - 1) == ' ') cut--;
                return cut;
            }
        }
        while (end > from && text.charAt(end - 1) == '.') end--;
        return end;
    }

    private static String tight(String number) {
        return number.replace(" ", "").replace('–', '-');
    }

    private @Nullable List<Token.Mention> titled(int start, int i, String type, int after) {
        var s = flat.lower();
        if (after >= s.length() || s.charAt(after) != ' ') return null;
        int known = titles.longestAt(flat.text(), i);
        int end;
        if (known > type.length() + 1) end = i + known;
        else {
            if (!Character.isUpperCase(flat.text().charAt(i))) return null;
            title.region(after, Math.min(s.length(), after + 260));
            end = title.find() ? title.start() : Math.min(s.length(), after + 260);
            if (end <= after + 2) return null;
        }
        var name = flat.text().substring(i, end).strip();
        int k = end;
        while (k < s.length() && s.charAt(k) == ' ') k++;
        number.region(k, s.length());
        if (s.startsWith("số ", k) && number.lookingAt()) {
            int stop = trim(number.end(1));
            var parsed = DocumentNumber.parse(tight(flat.text().substring(number.start(1), stop)));
            if (parsed.isPresent()) {
                LocalDate issued = null;
                date.region(stop, s.length());
                if (date.lookingAt()) {
                    issued = day(date);
                    stop = date.end();
                }
                return List.of(new Token.Mention(
                        new DocumentMention(printed(i, type), parsed.get().print(), name, issued, false, true),
                        start,
                        tailEnd(stop)));
            }
        }
        LocalDate issued = null;
        date.region(end, s.length());
        if (date.lookingAt()) {
            issued = day(date);
            end = date.end();
        }
        return List.of(
                new Token.Mention(new DocumentMention(printed(i, type), null, name, issued, false, false), start, end));
    }

    private int tailEnd(int from) {
        var s = flat.lower();
        int limit = Math.min(s.length(), from + LONGEST_TAIL);
        if (from >= limit) return from;
        for (var place : PLACES) if (s.startsWith(place, from)) return from;
        tail.useTransparentBounds(true);
        int end = limit;
        tail.region(from, limit);
        while (tail.find()) {
            int aside = asideEnd(from, tail.start());
            if (aside > 0) {
                // "(được sửa đổi, bổ sung bởi …; …)" tells the history of what is named
                if (aside >= limit) break;
                tail.region(aside, limit);
                continue;
            }
            // "… sửa đổi, bổ sung một số điều của Thông tư A và Thông tư B": B belongs to the title of what was named
            // "… một số điều có hiệu lực từ ngày 01 tháng 7 năm 2013 của Luật …": a day in the name
            if (DAY_IN_NAME.matcher(s).region(tail.start(), limit).lookingAt()) continue;
            boolean joins = tail.group().strip().equals("và") && beginsMention(tail.end());
            var described = s.substring(from, tail.start());
            if (joins && describesOthers(described)) continue;
            // "… quy định chi tiết khoản 3 Điều 37 và Điều 39 của Luật Việc làm": provisions of the description
            if (PLACE_BEFORE.matcher(described).find() && describesOthers(described)) continue;
            end = tail.start();
            break;
        }
        sentence.region(from, end);
        return sentence.find() ? sentence.start() : end;
    }

    /** Where the parenthesis around {@code at} ends; -1 outside any. */
    private int asideEnd(int from, int at) {
        var s = flat.lower();
        for (int open = s.indexOf('(', from); open >= 0 && open < at; open = s.indexOf('(', open + 1)) {
            int close = flat.parenthesisEnd(open);
            if (close > at) return close;
        }
        return -1;
    }

    private boolean beginsMention(int i) {
        for (var type : TYPES) if (flat.lower().startsWith(type, i)) return true;
        return false;
    }

    private static boolean describesOthers(String description) {
        return description.contains("sửa đổi")
                || description.contains("hướng dẫn")
                || description.contains("chi tiết")
                || description.contains(" thi hành ")
                || description.contains(" theo ");
    }

    private static @Nullable LocalDate day(Matcher m) {
        try {
            return LocalDate.of(
                    Integer.parseInt(m.group(3)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(1)));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
