package vn.qppl.effect;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.qppl.people.Organisation;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.text.VietnameseText;

/**
 * Places that effects are limited to, by administrative code where we have one, else by their folded name ("xa dak ha"): a commune founded
 * yesterday has a name before anyone enters its code.
 */
@Component
public class Places {
    private static final int LONGEST = 120;

    private final OrganisationDirectory directory;
    private final JdbcClient jdbc;

    Places(OrganisationDirectory directory, JdbcClient jdbc) {
        this.directory = directory;
        this.jdbc = jdbc;
    }

    /** The key of a place that a text of that day names. */
    public String key(String name, @Nullable LocalDate on) {
        if (on != null) {
            var code = directory.match("Ủy ban nhân dân " + name, on).map(Organisation::placeCode);
            if (code.isPresent()) return code.get();
        }
        return folded(name);
    }

    /** Whether an effect limited to a territory reaches a place, given by code or by name; null for the issuer's whole territory. */
    @Nullable
    Predicate<String> covering(@Nullable String place) {
        if (place == null || place.isBlank()) return null;
        return around(place.strip())::contains;
    }

    /**
     * How a place is called in Vietnamese.
     *
     * @param quote the words of the effect that is limited to it, which name the place where the register does not know it
     */
    public String name(String key, String quote) {
        return jdbc.sql("select name from organisation where kind = 'COMMITTEE' and (place_code = ? or match_key = ?)"
                        + " order by valid_to desc, id limit 1")
                .params(key, "uy ban nhan dan " + key)
                .query(String.class)
                .optional()
                .map(name -> name.replaceFirst("^Ủy ban nhân dân ", ""))
                .orElseGet(() -> within(quote, key));
    }

    private static String within(String quote, String key) {
        var words = quote.strip().split("[\\s,;:.()]+");
        int length = key.split(" ").length;
        for (int i = 0; i + length <= words.length; i++) {
            var named = String.join(" ", java.util.Arrays.copyOfRange(words, i, i + length));
            if (folded(named).equals(key)) return named;
        }
        return key;
    }

    /** Every key of the place and of what it lay in. */
    private Set<String> around(String place) {
        var keys = new HashSet<String>();
        keys.add(place);
        keys.add(folded(place));
        jdbc.sql(
                        "select o.place_code, o.name, p.place_code, p.name from organisation o left join organisation p on p.id = o.parent_id"
                                + " where o.kind = 'COMMITTEE' and (o.place_code = ? or o.match_key = ?) limit 50")
                .params(place.chars().allMatch(c -> c < 128) ? place : "", "uy ban nhan dan " + folded(place))
                .query((row, n) -> {
                    for (int i = 1; i <= 3; i += 2) {
                        var code = row.getString(i);
                        var name = row.getString(i + 1);
                        if (code != null) keys.add(code);
                        if (name != null) keys.add(folded(name.replaceFirst("^Ủy ban nhân dân ", "")));
                    }
                    return n;
                })
                .list();
        return keys;
    }

    static String folded(String name) {
        var key = VietnameseText.fold(name)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
        return key.length() > LONGEST ? key.substring(0, LONGEST) : key;
    }
}
