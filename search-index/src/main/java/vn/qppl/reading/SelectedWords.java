package vn.qppl.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.qppl.text.Span;

/** Words that a person points at in a text, taken as the value of a field in the form in which a {@link Reading} gives it. */
public final class SelectedWords {
    /** A pointed-at value is a line or two; what is longer is a slip of the mouse. */
    private static final int LONGEST = 4000;

    private static final int LONGEST_NAME = 60;

    /** Before a day that is the last one with effect: the first without it is the next. */
    private static final Pattern LAST_DAY = Pattern.compile("(?:đến|tới|hết)(?: hết)?(?: ngày)? ?$");

    private SelectedWords() {}

    public enum Field {
        NUMBER,
        TYPE,
        ISSUER,
        ISSUED_ON,
        TITLE,
        EFFECTIVE_FROM,
        EFFECTIVE_UNTIL,
        SIGNER,
        CAPACITY,
        PLACE
    }

    /**
     * @param value as the reading's finding prints it: a day as yyyy-MM-dd
     * @param span the words that say it, within what was selected
     */
    public record Taken(String value, Span span) {}

    /**
     * @param issuedOn for days counted from signing; null where not known
     * @return empty where the words cannot be a value of that field
     */
    public static Optional<Taken> as(Field field, String text, Span selected, @Nullable LocalDate issuedOn) {
        var span = stripped(text, selected);
        var words = span.in(text).replaceAll("\\s+", " ");
        if (words.isEmpty() || words.length() > LONGEST) return Optional.empty();
        return switch (field) {
            case NUMBER -> number(text, span);
            case TYPE -> taken(type(words), span);
            case ISSUER -> taken(IssuingBody.written(words), span);
            case ISSUED_ON -> day(text, span);
            case TITLE -> taken(Marks.capitals(words) ? ProperCase.like(words, text, span.end()) : words, span);
            case EFFECTIVE_FROM -> from(text, span, issuedOn);
            case EFFECTIVE_UNTIL -> until(text, span, issuedOn);
            case SIGNER -> taken(signer(words), span);
            case CAPACITY -> taken(words, span);
            case PLACE -> taken(place(words), span);
        };
    }

    private static Span stripped(String text, Span selected) {
        int start = Math.min(selected.start(), text.length());
        int end = Math.min(selected.end(), text.length());
        while (start < end && !told(text.charAt(start))) start++;
        while (end > start && !told(text.charAt(end - 1))) end--;
        return new Span(start, end);
    }

    private static boolean told(char c) {
        return !Character.isWhitespace(c) && c != '\u00A0' && c != '\u200B';
    }

    private static Optional<Taken> taken(@Nullable String value, Span span) {
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(new Taken(value.strip(), span));
    }

    private static Optional<Taken> number(String text, Span span) {
        var m = NumberMention.PATTERN.matcher(span.in(text));
        if (!m.find()) return Optional.empty();
        return Optional.of(new Taken(
                NumberMention.of(m, 0, span.in(text)).printed(),
                new Span(span.start() + m.start(), span.start() + m.end())));
    }

    private static String type(String words) {
        return DocumentForm.named(words)
                .map(DocumentForm::label)
                .orElseGet(() -> Character.toUpperCase(words.charAt(0)) + Marks.lower(words.substring(1)));
    }

    private static @Nullable String signer(String words) {
        var named = PersonName.in(words);
        if (named.isPresent()) return named.get().name();
        if (words.length() > LONGEST_NAME || words.chars().anyMatch(Character::isDigit)) return null;
        return Marks.capitals(words) ? Marks.names(words) : words;
    }

    /** "Kon Tum, ngày 12 tháng 6 năm 2024" is selected as easily as "Kon Tum". */
    private static @Nullable String place(String words) {
        int comma = words.indexOf(',');
        var name = comma < 0 ? words : words.substring(0, comma);
        return name.isBlank() || name.length() > LONGEST_NAME ? null : IssuingBody.place(name);
    }

    private static Optional<Taken> day(String text, Span span) {
        var words = span.in(text);
        var m = VietnameseDates.ANY.matcher(words);
        while (m.find()) {
            var day = VietnameseDates.of(m, 0);
            if (day.isPresent())
                return Optional.of(
                        new Taken(day.get().toString(), new Span(span.start() + m.start(), span.start() + m.end())));
        }
        return Optional.empty();
    }

    private static Optional<Taken> from(String text, Span span, @Nullable LocalDate issuedOn) {
        var flat = FlatText.of(text, span.start(), span.end(), List.of());
        for (int at = 0; at < flat.length(); at = nextWord(flat, at)) {
            var said = DateExpression.at(flat, at, issuedOn);
            if (said != null && said.from() != null)
                return Optional.of(new Taken(said.from().toString(), flat.source(at, said.end())));
        }
        return day(text, span);
    }

    /** The first day without effect: the day after "đến hết ngày …", also where those words stand before the selection. */
    private static Optional<Taken> until(String text, Span span, @Nullable LocalDate issuedOn) {
        var flat = FlatText.of(text, span.start(), span.end(), List.of());
        for (int at = 0; at < flat.length(); at = nextWord(flat, at)) {
            var said = DateExpression.untilAt(flat, at);
            if (said == null) said = DateExpression.at(flat, at, issuedOn);
            if (said != null && said.until() != null)
                return Optional.of(new Taken(said.until().toString(), flat.source(at, said.end())));
        }
        return day(text, span).map(taken -> {
            int reach = Math.max(0, taken.span().start() - 20);
            var before =
                    FlatText.of(text, reach, taken.span().start(), List.of()).lower();
            return LAST_DAY.matcher(before).find()
                    ? new Taken(LocalDate.parse(taken.value()).plusDays(1).toString(), taken.span())
                    : taken;
        });
    }

    private static int nextWord(FlatText flat, int at) {
        int blank = flat.lower().indexOf(' ', at);
        return blank < 0 ? flat.length() : blank + 1;
    }
}
