package vn.qppl.intake;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.qppl.reading.ProposedEffect;

/**
 * The part of a document's territory that an end is limited to: "hết hiệu lực trên địa bàn xã Đăk Hà" (Luật 87/2025 Điều 3: a commune's own
 * text ends a former district's there).
 */
final class Territory {
    private static final int BEHIND = 200;
    private static final Pattern LIMITED = Pattern.compile(
            "(?u)(?:hết hiệu lực|không (?:còn )?áp dụng|ngưng hiệu lực)[^.;\\n]{0,80}?\\s(?:trên|trong)\\s(?:phạm vi\\s)?địa bàn\\s"
                    + "((?:xã|phường|thị trấn|đặc khu|huyện|thị xã|thành phố)(?:\\s\\p{Lu}[\\p{L}']{0,20}){1,4})");

    private Territory() {}

    /** The place as the text names it; empty where the effect holds everywhere. */
    static Optional<String> of(ProposedEffect effect, String text) {
        if (effect.self()) return Optional.empty();
        int end = Math.min(text.length(), effect.span().end() + BEHIND);
        int stop = text.indexOf('\n', Math.min(end, effect.span().end()));
        var words = text.substring(effect.span().start(), stop < 0 ? end : Math.min(stop, end));
        var found = LIMITED.matcher(words.replaceAll("[ \\t]+", " "));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
