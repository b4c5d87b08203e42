package vn.qppl.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.qppl.reading.Reading;
import vn.qppl.reading.RelationKind;
import vn.qppl.structure.DocumentNumber;
import vn.qppl.structure.UnitLevel;
import vn.qppl.text.Span;

/**
 * The texts that a document details or carries out, as its title and its first articles say: "Quy định chi tiết khoản 4 Điều 2 Nghị quyết
 * số …", "Hướng dẫn thực hiện Nghị quyết số …". What hangs on them ends with them (Luật 80/2015 Điều 154 khoản 4; Luật 64/2025 Điều
 * 57 khoản 2). That a text is among the bases does not make this one its detail.
 */
final class DetailedText {
    private static final int FIRST_ARTICLES = 2;
    private static final int SENTENCE = 700;
    private static final Pattern SAYS = Pattern.compile(
            "(?iu)(?<![\\p{L}])(quy định chi tiết|quy định cụ thể|chi tiết thi hành|hướng dẫn|quy định biện pháp|biện pháp (?:để )?(?:tổ chức|thi hành|thực hiện)|triển khai|tổ chức thực hiện|tổ chức thi hành)(?![\\p{L}])");
    private static final Pattern NUMBER = Pattern.compile(
            "(?u)(?<![\\p{L}\\d])(\\d{1,5}[a-z]?/(?:(?:19|20)\\d\\d/)?\\p{Lu}[\\p{L}\\d]{0,12}(?:-\\p{Lu}[\\p{L}\\d]{0,15}){0,5})");
    private static final Pattern PROVISION = Pattern.compile(
            "(?iu)((?:điểm \\p{L}{1,2} )?(?:khoản \\d{1,3}\\p{L}? )?Điều \\d{1,4}\\p{L}?)\\s*(?:của )?(?:Quy định|Quy chế)?\\s*(?:ban hành kèm theo )?(?:Nghị quyết|Quyết định|Nghị định|Luật|Thông tư|Pháp lệnh)[^.;]{0,40}$");

    private DetailedText() {}

    /**
     * @param kind {@link RelationKind#DETAILS} or {@link RelationKind#GUIDES}
     * @param number as printed
     * @param provision the delegating or detailed provision; null for the whole text
     */
    record Parent(
            RelationKind kind, String number, @Nullable String provision, Span span) {}

    static List<Parent> of(Reading reading, String text) {
        var title = reading.title();
        if (title == null || amends(title.value())) return List.of();
        var found = new LinkedHashMap<String, Parent>();
        read(title.span(), text, true, found);
        boolean titleDetails = SAYS.matcher(title.value()).find();
        int articles = 0;
        for (var component : reading.structure().components()) {
            for (var unit : component.units()) {
                if (unit.level() != UnitLevel.ARTICLE || articles++ >= FIRST_ARTICLES) break;
                read(unit.span(), text, false, found);
            }
            break;
        }
        if (found.isEmpty() && titleDetails) onlyLocalBasis(reading, text, title.value(), found);
        return new ArrayList<>(found.values());
    }

    /** "Quy định chi tiết hồ sơ, trình tự …" with one local resolution among the bases: what it details. */
    private static void onlyLocalBasis(
            Reading reading, String text, String title, LinkedHashMap<String, Parent> found) {
        if (!title.toLowerCase(Locale.ROOT).contains("quy định chi tiết")) return;
        var local = reading.bases().stream()
                .filter(b -> b.number() != null && b.number().endsWith("NQ-HĐND"))
                .toList();
        if (local.size() != 1) return;
        var basis = local.getFirst();
        found.put(basis.number() + "", new Parent(RelationKind.DETAILS, basis.number() + "", null, basis.span()));
    }

    private static void read(Span span, String text, boolean title, LinkedHashMap<String, Parent> found) {
        int end = Math.min(text.length(), Math.min(span.end(), span.start() + 4000));
        var words = text.substring(Math.min(span.start(), end), end);
        var says = SAYS.matcher(words);
        while (says.find()) {
            if (!title && !ofThisText(words, says.start())) continue;
            int stop = sentenceEnd(words, says.end());
            var object = words.substring(says.end(), stop);
            var number = NUMBER.matcher(object);
            if (!number.find() || DocumentNumber.parse(number.group(1)).isEmpty()) continue;
            var before = object.substring(0, number.start()).replaceAll("\\s+", " ");
            // "hướng dẫn Quyết định A sửa đổi Nghị quyết B" details A only: the first number
            var kind = says.group(1).toLowerCase(Locale.ROOT).contains("chi tiết")
                            || says.group(1).toLowerCase(Locale.ROOT).contains("cụ thể")
                    ? RelationKind.DETAILS
                    : RelationKind.GUIDES;
            var provision = PROVISION.matcher(before);
            var place = provision.find() && before.split("(?iu)điều \\d").length <= 2 ? provision.group(1) : null;
            int at = span.start() + says.start();
            found.putIfAbsent(
                    number.group(1),
                    new Parent(kind, number.group(1), place, new Span(at, span.start() + says.end() + number.end())));
        }
    }

    /** In an article the words speak of this very text: "Quyết định này quy định chi tiết …". */
    private static boolean ofThisText(String words, int at) {
        var before = words.substring(Math.max(0, at - 80), at)
                .replaceAll("\\s+", " ")
                .strip();
        return before.endsWith("này") || before.endsWith("này,") || before.matches("(?u).*này (?:là|nhằm|để)$");
    }

    private static int sentenceEnd(String words, int from) {
        int limit = Math.min(words.length(), from + SENTENCE);
        for (int i = from; i < limit; i++) {
            char c = words.charAt(i);
            if (c == ';' || c == '.' && (i + 1 == words.length() || Character.isWhitespace(words.charAt(i + 1))))
                return i;
        }
        return limit;
    }

    private static boolean amends(String title) {
        var lower = title.strip().toLowerCase(Locale.ROOT);
        return List.of(
                        "sửa đổi",
                        "bổ sung",
                        "bãi bỏ",
                        "thay thế",
                        "đính chính",
                        "kéo dài",
                        "công bố",
                        "về việc sửa đổi",
                        "về việc bãi bỏ",
                        "ngưng",
                        "tạm ngưng")
                .stream()
                .anyMatch(lower::startsWith);
    }
}
