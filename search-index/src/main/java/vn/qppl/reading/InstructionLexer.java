package vn.qppl.reading;

import static vn.qppl.reading.EffectKind.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.qppl.reading.Token.Mark;
import vn.qppl.reading.Token.MarkKind;
import vn.qppl.reading.Token.Verb;

/** Cuts an amending sentence into {@link Token}s; words that mean nothing to instructions give none. One pass. */
final class InstructionLexer {
    private record Keyword(
            String phrase, boolean verb, EffectKind kind, boolean passive, boolean title, MarkKind mark) {}

    private static final Map<Character, List<Keyword>> KEYWORDS = new HashMap<>();
    /** By first character, longest first; every Vietnamese letter is below U+1F00. */
    private static final Keyword[] @Nullable [] BY_FIRST = new Keyword[0x1F00][];

    static {
        active(
                AMEND,
                false,
                "sửa đổi, bổ sung",
                "sửa đổi và bổ sung",
                "sửa đổi bổ sung",
                "sửa đổi; bổ sung",
                "bổ sung, sửa đổi",
                "bổ sung và sửa đổi",
                "bổ sung sửa đổi",
                "sửa đổi",
                "chỉnh sửa",
                "chỉnh lý",
                "sửa",
                "điều chỉnh nội dung",
                "điều chỉnh");
        active(AMEND, true, "sửa đổi, bổ sung tên", "sửa đổi tên", "sửa tên", "đổi tên", "điều chỉnh tên");
        active(SUPPLEMENT, false, "bổ sung thêm", "bổ sung", "thêm");
        active(REPLACE, false, "thay thế", "thay");
        active(REPEAL, false, "bãi bỏ", "hủy bỏ", "huỷ bỏ", "xóa bỏ", "xoá bỏ", "loại bỏ", "bỏ");
        active(
                RENUMBER,
                false,
                "chuyển",
                "đánh số lại",
                "đánh số thứ tự lại",
                "đánh lại số thứ tự",
                "đánh lại số",
                "đánh lại thứ tự",
                "sắp xếp lại thứ tự",
                "sửa đổi số thứ tự",
                "sửa số thứ tự",
                "thay đổi số thứ tự",
                "đổi số thứ tự",
                "đổi thứ tự",
                "đổi số",
                "đổi");
        active(CORRECT, false, "đính chính");
        active(
                SUSPEND,
                false,
                "tạm ngưng hiệu lực",
                "ngưng hiệu lực",
                "tạm ngưng thi hành",
                "tạm ngưng áp dụng",
                "đình chỉ việc thi hành",
                "đình chỉ thi hành",
                "ngưng thi hành",
                "tạm dừng thực hiện",
                "tạm dừng áp dụng");
        for (var verb : List.of("kéo dài", "gia hạn", "tiếp tục kéo dài"))
            for (var what : List.of("thời hạn", "thời gian", "hiệu lực", "việc"))
                for (var of : what.equals("hiệu lực")
                        ? List.of("")
                        : List.of(" thực hiện", " áp dụng", " hiệu lực", " có hiệu lực", " thi hành"))
                    active(EXTEND, false, verb + " " + what + of);
        passive(
                AMEND,
                "được sửa đổi, bổ sung",
                "được sửa đổi và bổ sung",
                "được sửa đổi bổ sung",
                "được bổ sung, sửa đổi",
                "được bổ sung và sửa đổi",
                "được bổ sung sửa đổi",
                "được sửa đổi",
                "được sửa",
                "sửa đổi thành",
                "được chỉnh sửa");
        passive(SUPPLEMENT, "được bổ sung thêm", "được bổ sung");
        passive(REPLACE, "được thay thế", "được thay", "bị thay thế");
        passive(REPEAL, "được bãi bỏ", "bị bãi bỏ", "bị hủy bỏ", "được hủy bỏ", "bị huỷ bỏ", "được huỷ bỏ");
        passive(EXPIRE, "hết hiệu lực thi hành", "hết hiệu lực", "chấm dứt hiệu lực", "không còn hiệu lực");
        for (var not :
                List.of("không áp dụng ", "không còn áp dụng ", "không được áp dụng ", "không còn được áp dụng "))
            for (var where : List.of("trên", "trong", "trên phạm vi", "trong phạm vi"))
                passive(EXPIRE, not + where + " địa bàn");
        passive(
                RENUMBER,
                "được đổi thành",
                "được đổi số thành",
                "được đổi số thứ tự thành",
                "được chuyển thành",
                "chuyển thành",
                "trở thành",
                "được đánh số lại",
                "được đánh số thứ tự lại",
                "được đánh lại số thứ tự",
                "được sắp xếp lại thứ tự",
                "đổi thành");
        passive(
                SUSPEND,
                "bị ngưng hiệu lực",
                "bị đình chỉ việc thi hành",
                "bị đình chỉ thi hành",
                "bị tạm ngưng hiệu lực",
                "được tạm ngưng hiệu lực",
                "ngưng hiệu lực thi hành",
                "tạm ngưng hiệu lực thi hành");
        passive(
                RESUME,
                "tiếp tục có hiệu lực thi hành",
                "tiếp tục có hiệu lực",
                "có hiệu lực trở lại",
                "được khôi phục hiệu lực",
                "được tiếp tục thi hành",
                "được tiếp tục áp dụng",
                "được tiếp tục thực hiện");
        active(
                RESUME,
                false,
                "cho phép tiếp tục thi hành",
                "tiếp tục thi hành",
                "tiếp tục áp dụng",
                "khôi phục hiệu lực thi hành",
                "khôi phục hiệu lực",
                "chấm dứt việc ngưng hiệu lực",
                "chấm dứt ngưng hiệu lực",
                "chấm dứt việc tạm ngưng hiệu lực",
                "chấm dứt tạm ngưng hiệu lực",
                "chấm dứt việc đình chỉ thi hành");
        passive(
                EXTEND,
                "được kéo dài thời gian thực hiện",
                "được kéo dài thời gian áp dụng",
                "được kéo dài hiệu lực",
                "được kéo dài thời hạn",
                "được gia hạn hiệu lực");
        passive(CORRECT, "được đính chính");
        mark(
                MarkKind.AFTER,
                "vào sau",
                "vào phía sau",
                "tiếp sau",
                "ngay sau",
                "tiếp theo",
                "đứng sau",
                "vào cuối",
                "sau");
        mark(MarkKind.BEFORE, "vào trước", "vào phía trước", "ngay trước", "đứng trước", "lên trước", "trước");
        mark(MarkKind.AT, "tại", "quy định tại", "nêu tại", "ghi tại", "ở", "trong");
        mark(MarkKind.BY, "bằng", "thành");
        mark(MarkKind.AS_FOLLOWS, "như sau", "cụ thể như sau", "sau đây");
        mark(
                MarkKind.PHRASE,
                "các cụm từ",
                "cụm từ",
                "từ ngữ",
                "các từ",
                "từ",
                "nội dung",
                "đoạn",
                "các nội dung",
                "dòng chữ",
                "cụm số",
                "dấu");
        mark(
                MarkKind.ASIDE,
                "theo quy định tại",
                "theo quy định của",
                "được quy định tại",
                "theo",
                "trừ",
                "căn cứ",
                "đã",
                "hướng dẫn",
                "quy định chi tiết",
                "thực hiện",
                "áp dụng quy định tại",
                "dẫn chiếu",
                "để");
        mark(MarkKind.CASE, "trường hợp", "nếu", "trong trường hợp", "khi");
        mark(MarkKind.WHOLE, "toàn bộ");
        mark(
                MarkKind.PARTLY,
                "một phần",
                "một số điều, khoản",
                "một số điều",
                "một số nội dung",
                "một số khoản",
                "một số điểm",
                "một số quy định");
        mark(MarkKind.WITH, "ban hành kèm theo", "kèm theo");
        for (var list : KEYWORDS.entrySet())
            BY_FIRST[list.getKey()] = list.getValue().stream()
                    .sorted(Comparator.comparingInt((Keyword k) -> k.phrase().length())
                            .reversed())
                    .toArray(Keyword[]::new);
    }

    private static void active(EffectKind kind, boolean title, String... phrases) {
        for (var p : phrases) add(new Keyword(p, true, kind, false, title, MarkKind.AT));
    }

    private static void passive(EffectKind kind, String... phrases) {
        for (var p : phrases) add(new Keyword(p, true, kind, true, false, MarkKind.AT));
    }

    private static void mark(MarkKind mark, String... phrases) {
        for (var p : phrases) add(new Keyword(p, false, AMEND, false, false, mark));
    }

    private static void add(Keyword keyword) {
        KEYWORDS.computeIfAbsent(keyword.phrase().charAt(0), c -> new ArrayList<>())
                .add(keyword);
    }

    /** A sentence of instructions is never longer; what is behind is left unread, so that no unit costs more than its share. */
    private static final int MOST_TOKENS = 2_000;

    /** What stands in parentheses explains; a longer stretch is no aside but a mark that was never meant to be closed there. */
    private static final int LONGEST_ASIDE = 2_000;

    private InstructionLexer() {}

    static List<Token> read(FlatText flat, TitleCatalogue titles) {
        var out = new ArrayList<Token>();
        var mentions = new MentionReader(flat, titles);
        var lower = flat.lower();
        int quote = 0;
        int i = 0;
        int n = flat.length();
        while (i < n && out.size() < MOST_TOKENS) {
            char c = lower.charAt(i);
            if (c == FlatText.QUOTE) {
                out.add(new Token.Quote(quote++, i, i + 1));
                i++;
                continue;
            }
            if (c == '(') {
                int end = flat.parenthesisEnd(i);
                if (end > 0 && end - i <= LONGEST_ASIDE) {
                    for (int k = i; k < end; k++) if (lower.charAt(k) == FlatText.QUOTE) quote++;
                    i = end;
                    continue;
                }
            }
            if (c == ';' || c == ':') {
                if (c == ';') out.add(new Mark(MarkKind.SEMICOLON, i, i + 1));
                i++;
                continue;
            }
            if (c == '.' && (i + 1 == n || lower.charAt(i + 1) == ' ') && endsSentence(flat, i)) {
                out.add(new Mark(MarkKind.SENTENCE_END, i, i + 1));
                i++;
                continue;
            }
            if (!wordStart(lower, i)) {
                i++;
                continue;
            }
            var provisions = ProvisionLexer.at(flat, i);
            if (provisions != null) {
                out.add(provisions);
                i = provisions.end();
                continue;
            }
            var mention = mentions.at(i);
            if (mention != null) {
                for (var m : mention) out.add(m);
                int end = mention.getLast().end();
                for (int k = i; k < end; k++) if (lower.charAt(k) == FlatText.QUOTE) quote++;
                i = end;
                continue;
            }
            int idiom = idiomEnd(lower, i);
            if (idiom > i) {
                i = idiom;
                continue;
            }
            var keyword = keyword(lower, i);
            if (keyword != null) {
                int end = i + keyword.phrase().length();
                if (keyword.kind() == RENUMBER && keyword.verb() && !renumbers(flat, keyword, end)) {
                    i = end;
                    continue;
                }
                out.add(
                        keyword.verb()
                                ? new Verb(keyword.kind(), keyword.passive(), keyword.title(), i, end)
                                : new Mark(keyword.mark(), i, end));
                i = end;
                continue;
            }
            i = wordEnd(lower, i);
        }
        return out;
    }

    /** "Điều 1." is no end of a sentence; "… như sau." is. */
    private static boolean endsSentence(FlatText flat, int dot) {
        if (dot == 0) return false;
        char before = flat.text().charAt(dot - 1);
        if (before == FlatText.QUOTE) return true;
        int next = dot + 2;
        return next >= flat.length()
                || Character.isUpperCase(flat.text().charAt(next))
                || flat.text().charAt(next) == FlatText.QUOTE;
    }

    /** Words that begin as a verb of amending does and mean something else. */
    private static final List<String> IDIOMS = List.of(
            "thay đổi",
            "thay mặt",
            "thay vì",
            "chuyển đổi",
            "chuyển giao",
            "chuyển nhượng",
            "chuyển tiếp",
            "chuyển quyền",
            "chuyển tải",
            "chuyển mục đích",
            "chuyển ngành",
            "chuyển đến",
            "sửa chữa",
            "bỏ phiếu",
            "bỏ qua",
            "bỏ sót",
            "thêm giờ");

    private static int idiomEnd(String lower, int i) {
        char c = lower.charAt(i);
        if (c != 't' && c != 'c' && c != 's' && c != 'b') return i;
        for (var idiom : IDIOMS)
            if (lower.startsWith(idiom, i) && !letterAt(lower, i + idiom.length())) return i + idiom.length();
        return i;
    }

    private static @Nullable Keyword keyword(String lower, int i) {
        char first = lower.charAt(i);
        var keywords = first < BY_FIRST.length ? BY_FIRST[first] : null;
        if (keywords == null) return null;
        char second = i + 1 < lower.length() ? lower.charAt(i + 1) : ' ';
        for (var k : keywords)
            if ((k.phrase().length() == 1 || k.phrase().charAt(1) == second)
                    && lower.startsWith(k.phrase(), i)
                    && !letterAt(lower, i + k.phrase().length())) return k;
        return null;
    }

    /** "Đổi Điều 6 thành …", not "đổi giấy phép": what is moved, or what it becomes, stands right behind the verb. */
    private static boolean renumbers(FlatText flat, Keyword keyword, int end) {
        var phrase = keyword.phrase();
        boolean plain = phrase.equals("chuyển") || phrase.equals("đổi") || phrase.endsWith("thành");
        return !plain || end + 1 < flat.length() && ProvisionLexer.at(flat, end + 1) != null;
    }

    static boolean wordStart(String s, int i) {
        return Character.isLetter(s.charAt(i)) && (i == 0 || !Character.isLetterOrDigit(s.charAt(i - 1)));
    }

    static boolean letterAt(String s, int i) {
        return i < s.length() && Character.isLetterOrDigit(s.charAt(i));
    }

    static int wordEnd(String s, int i) {
        while (i < s.length() && Character.isLetterOrDigit(s.charAt(i))) i++;
        return i;
    }
}
