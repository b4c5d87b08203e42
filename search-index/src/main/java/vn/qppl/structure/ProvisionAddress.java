package vn.qppl.structure;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Address of a provision: "điểm đ khoản 2 Điều 3", {@code art_3__para_2__list_1__point_dd}, {@code dieu-3/khoan-2/diem-dd}.
 * {@code đ} is {@code dd} wherever only ASCII may stand, because điểm d and điểm đ both exist.
 *
 * @param component empty for the main text, else {@code att_1} …
 * @param article as written: {@code 12a}
 * @param clause null for the whole article
 * @param point lower case; only with a clause, or straight under an article without clauses
 */
public record ProvisionAddress(
        String component,
        String article,
        @Nullable String clause,
        @Nullable String point) {
    private static final Pattern ARTICLE =
            Pattern.compile("(?iu)(?<![\\p{L}])điều\\s+(\\d{1,5}[a-zđ]{0,2}\\d?)(?![\\p{L}\\d])");
    private static final Pattern CLAUSE = Pattern.compile("(?iu)\\bkhoản\\s+(\\d{1,4}[a-zđ]{0,2}\\d?)(?![\\p{L}\\d])");
    private static final Pattern POINT =
            Pattern.compile("(?iu)(?<![\\p{L}])điểm\\s+([a-zđ]{1,2}\\d{0,2})(?![\\p{L}\\d])");
    private static final Pattern EID = Pattern.compile(
            "(?:(att_\\d{1,4})__)?art_([0-9a-z]{1,8})(?:__para_([0-9a-z]{1,8}))?(?:__list_\\d+)?(?:__point_([0-9a-z]{1,6}))?");

    /** Reads words, an eId or an address of the web; empty where no article is named. */
    public static Optional<ProvisionAddress> parse(String text) {
        var eId = EID.matcher(text.strip());
        if (eId.matches()) {
            return Optional.of(new ProvisionAddress(
                    eId.group(1) == null ? "" : eId.group(1),
                    letters(eId.group(2)),
                    eId.group(3) == null ? null : letters(eId.group(3)),
                    eId.group(4) == null ? null : letters(eId.group(4))));
        }
        var words = text.contains("dieu-") ? fromPath(text) : text;
        var article = ARTICLE.matcher(words);
        if (!article.find()) return Optional.empty();
        var clause = CLAUSE.matcher(words);
        var point = POINT.matcher(words);
        return Optional.of(new ProvisionAddress(
                "",
                article.group(1).toLowerCase(Locale.ROOT),
                clause.find() ? clause.group(1).toLowerCase(Locale.ROOT) : null,
                point.find() ? point.group(1).toLowerCase(Locale.ROOT) : null));
    }

    private static String fromPath(String path) {
        var words = new StringBuilder();
        for (var part : path.split("/", -1)) {
            if (part.startsWith("dieu-")) words.append(" Điều ").append(letters(part.substring(5)));
            else if (part.startsWith("khoan-")) words.append(" khoản ").append(letters(part.substring(6)));
            else if (part.startsWith("diem-")) words.append(" điểm ").append(letters(part.substring(5)));
        }
        return words.toString();
    }

    private static String letters(String ascii) {
        return ascii.replace("dd", "đ");
    }

    private static String ascii(String letters) {
        return letters.replace("đ", "dd");
    }

    public String eId() {
        var id = new StringBuilder(component.isEmpty() ? "" : component + "__")
                .append("art_")
                .append(ascii(article));
        if (clause != null) id.append("__para_").append(ascii(clause));
        if (point != null) id.append("__list_1__point_").append(ascii(point));
        return id.toString();
    }

    /** As lawyers write it. */
    public String print() {
        var words = new StringBuilder();
        if (point != null) words.append("điểm ").append(point).append(' ');
        if (clause != null) words.append("khoản ").append(clause).append(' ');
        return words.append("Điều ").append(article).toString();
    }

    /** As in an address of the web: {@code dieu-3/khoan-2/diem-dd}. */
    public String path() {
        var path = new StringBuilder("dieu-").append(ascii(article));
        if (clause != null) path.append("/khoan-").append(ascii(clause));
        if (point != null) path.append("/diem-").append(ascii(point));
        return path.toString();
    }
}
