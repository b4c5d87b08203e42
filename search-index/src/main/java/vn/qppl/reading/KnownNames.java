package vn.qppl.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names by which a text may call a document: those it defines itself ("Luật Đất đai số 31/2024/QH15", "sau đây gọi tắt là Nghị
 * định 15"), and a small table of central laws. Longest name first.
 */
final class KnownNames {
    /** @param own the text itself gives the number */
    record Name(
            String written,
            String letters,
            @Nullable String number,
            @Nullable LocalDate date,
            boolean own) {}

    private static final Map<String, List<Name>> TABLE = table();
    private static final int MOST = 2_000;

    private final Map<String, List<Name>> own = new HashMap<>();
    private int size;

    void learn(String written, @Nullable String number, @Nullable LocalDate date) {
        var letters = Marks.letters(written);
        if (letters.length() < 7 || letters.length() > 160 || size >= MOST) return;
        var bucket = own.computeIfAbsent(key(letters), k -> new ArrayList<>());
        for (var name : bucket) if (name.letters().equals(letters) && same(name, number)) return;
        bucket.add(new Name(written, letters, number, date, true));
        size++;
    }

    private static boolean same(Name name, @Nullable String number) {
        return number == null ? name.number() == null : number.equals(name.number());
    }

    /**
     * The longest known name that the text at {@code from} begins with; {@code end[0]} is set to where it ends.
     *
     * @param on the document's day, to choose among a law's generations; null where unknown
     */
    Optional<Name> at(String text, int from, @Nullable LocalDate on, int[] end) {
        // letters of the coming words, each with its place
        int limit = Math.min(text.length(), from + 200);
        var letters = new StringBuilder();
        var ends = new int[200];
        for (int i = from; i < limit; i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                ends[letters.length()] = i + 1;
                letters.append(Marks.fold(c));
            } else if (c == ';' || c == '.' || c == '(' || c == '"' || c == '“' || c == ':') break;
        }
        if (letters.length() < 7) return Optional.empty();
        var key = key(letters.toString());
        Name best = null;
        for (var name : own.getOrDefault(key, List.of())) best = better(best, name, letters, text, ends, on);
        if (best == null)
            for (var name : TABLE.getOrDefault(key, List.of())) best = better(best, name, letters, text, ends, on);
        if (best == null) return Optional.empty();
        end[0] = ends[best.letters().length() - 1];
        return Optional.of(best);
    }

    private static @Nullable Name better(
            @Nullable Name best, Name name, StringBuilder letters, String text, int[] ends, @Nullable LocalDate on) {
        int n = name.letters().length();
        if (n > letters.length() || !name.letters().contentEquals(letters.substring(0, n))) return best;
        int after = ends[n - 1];
        if (after < text.length() && Character.isLetterOrDigit(text.charAt(after))) return best;
        if (best == null || n > best.letters().length()) return name;
        if (n < best.letters().length()) return best;
        // generations of one law: the latest that existed on the document's day
        var a = best.date();
        var b = name.date();
        if (a == null || b == null) return best;
        if (on == null) return b.isAfter(a) ? name : best;
        boolean aFits = !a.isAfter(on);
        boolean bFits = !b.isAfter(on);
        if (aFits != bFits) return aFits ? best : name;
        return b.isAfter(a) == aFits ? name : best;
    }

    /** The generation of a law of exactly this day. */
    static Optional<Name> of(String letters, LocalDate date) {
        return TABLE.getOrDefault(key(letters), List.of()).stream()
                .filter(n -> n.letters().equals(letters) && date.equals(n.date()))
                .findFirst();
    }

    /** The generation of a law of this year. */
    static Optional<Name> of(String letters, int year) {
        return TABLE.getOrDefault(key(letters), List.of()).stream()
                .filter(n -> n.letters().equals(letters)
                        && n.date() != null
                        && n.date().getYear() == year)
                .findFirst();
    }

    private static String key(String letters) {
        return letters.substring(0, Math.min(7, letters.length()));
    }

    private static Map<String, List<Name>> table() {
        var table = new HashMap<String, List<Name>>();
        var resource = KnownNames.class.getResourceAsStream("central-laws.csv");
        if (resource == null) throw new IllegalStateException("central-laws.csv is missing");
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            for (var line : lines.lines().toList()) {
                if (line.isBlank() || line.startsWith("#")) continue;
                var cells = List.of(line.split(";"));
                var letters = Marks.letters(cells.get(0));
                table.computeIfAbsent(key(letters), k -> new ArrayList<>())
                        .add(new Name(cells.get(0), letters, cells.get(1), LocalDate.parse(cells.get(2)), false));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Map.copyOf(table);
    }
}
