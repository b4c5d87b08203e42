package vn.qppl.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of issuing bodies: from the capitals of a letterhead to the way the name is written, and from symbol to name. */
public final class IssuingBody {
    private static final Map<String, String> BY_SYMBOL = new HashMap<>();
    private static final Map<String, String> BY_LETTERS = new HashMap<>();

    /** First words of a body's name, without marks. The order is free; each ends at a word. */
    private static final Pattern STARTS = Pattern.compile(
            "(?:uy ban|ubnd|ub nhan dan|hoi dong|hdnd|thuong truc (?:hoi dong|hdnd)|quoc hoi|chinh phu|thu tuong chinh phu|chu tich nuoc|bo(?! luat)|toa an|vien kiem sat"
                    + "|kiem toan|ngan hang|thanh tra|tong cuc|cuc|chi cuc|so|ban|phong|trung tam|van phong|tong lien doan|bao hiem"
                    + "|tinh uy|thanh uy|dang uy|huyen uy|dai|kho bac|tong cong ty|truong|vien|hoc vien|benh vien|cong an|bo chi huy|doan dai bieu|mat tran)"
                    + "(?![a-z]).*");

    private static final String LEVELS = "tỉnh|thành phố|t\\.?p\\.?|quận|huyện|thị xã|thị trấn|phường|xã|đặc khu";
    private static final Pattern PLACE =
            Pattern.compile("^(" + LEVELS + ")\\s*(?=\\S)(.*)$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern PEOPLES = Pattern.compile(
            "^(?:(?:ủy|uỷ|ùy|uy) ban (?:nhân dân|nhan dan)|u\\.?b\\.?n\\.?d|ub nhân dân)\\b[. ]*(.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern COUNCIL = Pattern.compile(
            "^(thường trực )?(?:h[ộo]i đ[ồo]ng nh[âa]n d[âa]n|h\\.?đ\\.?n\\.?d)\\b[. ]*(.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    static {
        var resource = IssuingBody.class.getResourceAsStream("central-bodies.csv");
        if (resource == null) throw new IllegalStateException("central-bodies.csv is missing");
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            for (var line : lines.lines().toList()) {
                if (line.isBlank() || line.startsWith("#")) continue;
                int at = line.indexOf(';');
                var symbol = line.substring(0, at).strip();
                var name = line.substring(at + 1).strip();
                if (!symbol.isEmpty()) BY_SYMBOL.putIfAbsent(key(symbol), name);
                BY_LETTERS.putIfAbsent(Marks.letters(name), name);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private IssuingBody() {}

    private static String key(String symbol) {
        return Marks.letters(symbol);
    }

    static boolean begins(CharSequence line) {
        // "Số:" folds like "Sở"
        if (line.length() > 1 && (line.charAt(1) == 'ố' || line.charAt(1) == 'Ố')) return false;
        return STARTS.matcher(Marks.fold(line)).matches();
    }

    static boolean central(String name) {
        return BY_LETTERS.containsKey(Marks.letters(name));
    }

    /** The central name spelt as it should be, where these letters are one. */
    public static Optional<String> centralNamed(CharSequence words) {
        return Optional.ofNullable(BY_LETTERS.get(Marks.letters(words)));
    }

    /** The central body of a symbol's last part: {@code QĐ-BTC} → Bộ Tài chính, {@code QH14} → Quốc hội. */
    public static Optional<String> ofSymbol(String symbol) {
        var parts = symbol.split("[-/]");
        var last = parts[parts.length - 1].replaceFirst("\\d+$", "");
        return Optional.ofNullable(BY_SYMBOL.get(key(last)));
    }

    /** "ỦY BAN NHÂN DÂN TỈNH KON TUM", "UBND tỉnh Kon Tum" → "Ủy ban nhân dân tỉnh Kon Tum". */
    static Optional<String> local(String words) {
        var m = PEOPLES.matcher(words);
        if (m.matches()) return Optional.of(("Ủy ban nhân dân " + place(m.group(1))).strip());
        m = COUNCIL.matcher(words);
        if (m.matches())
            return Optional.of(
                    ((m.group(1) == null ? "" : "Thường trực ") + "Hội đồng nhân dân " + place(m.group(2))).strip());
        return Optional.empty();
    }

    /** "TỈNH KON TUM" → "tỉnh Kon Tum"; a place without its level keeps its name alone. */
    static String place(String words) {
        var stripped = words.strip();
        var m = PLACE.matcher(stripped);
        if (!m.matches()) return Marks.capitals(stripped) ? Marks.names(stripped) : stripped;
        var level = Marks.lower(m.group(1));
        var name = m.group(2).strip();
        if (level.startsWith("t") && level.contains("p") && level.length() <= 4) level = "thành phố";
        if (Marks.capitals(name) || name.equals(Marks.lower(name))) name = Marks.names(name);
        // the name of this city is written with its level as one name
        if (Marks.letters(name).equals("hochiminh")) return "Thành phố " + name;
        return level + " " + name;
    }

    /** The name as it is written in running text, as far as words alone tell. */
    static String written(String words) {
        var plain = words.replaceAll("\\s+", " ").strip();
        var local = local(plain);
        if (local.isPresent()) return local.get();
        var central = centralNamed(plain);
        if (central.isPresent()) return central.get();
        if (plain.contains(" - ")) {
            // a joint document: each body by itself
            var each = List.of(plain.split(" - "));
            if (each.stream().allMatch(p -> centralNamed(p).isPresent()))
                return each.stream().map(p -> centralNamed(p).orElseThrow()).collect(Collectors.joining(" - "));
        }
        return Marks.capitals(plain) ? sentence(plain) : plain;
    }

    private static String sentence(String capitals) {
        var lower = Marks.lower(capitals);
        return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
