package vn.qppl.reading;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.qppl.text.Span;

/**
 * One line that names a document as registers do: "Quyết định 12/2023/QĐ-UBND ngày 15/05/2023 về … do Bộ trưởng Bộ Y tế ban
 * hành", or an annex's note "(Kèm theo Quyết định số … ngày … của …)". It speaks where the letterhead is missing, and
 * agrees or disagrees where it is there.
 */
record Caption(
        DocumentForm form,
        NumberMention number,
        Span numberSpan,
        @Nullable LocalDate date,
        @Nullable Span dateSpan,
        @Nullable String title,
        @Nullable Span titleSpan,
        @Nullable String issuer,
        @Nullable Span issuerSpan) {

    private static final String FORMS = Arrays.stream(DocumentForm.values())
            .map(DocumentForm::label)
            .sorted((a, b) -> b.length() - a.length())
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(", ")"));
    private static final Pattern LINE = Pattern.compile(
            FORMS + "\\s(?:số:?\\s)?" + NumberMention.FORM + "(?:\\sngày\\s" + VietnameseDates.DATE
                    + "|\\snăm\\s(?:19|20)\\d\\d)([^\\n]{0,600})",
            Pattern.UNICODE_CASE);
    private static final Pattern NOTE = Pattern.compile(
            "kèm theo\\s" + FORMS + "\\s(?:số:?\\s)?" + NumberMention.FORM + "[,\\s]{1,3}ngày\\s" + VietnameseDates.DATE
                    + "([^\\n]{0,160})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern BY = Pattern.compile("^(.*)\\sdo\\s(.{4,90}?)\\sban hành(?:\\s.{0,80})?$");
    private static final Pattern OFFICE_OF = Pattern.compile(
            "^(?:Bộ trưởng|Chủ tịch|Giám đốc|Thống đốc|Chánh án|Viện trưởng|Tổng Thanh tra|Chủ nhiệm)\\s(?=\\p{Lu})");

    /** The first such line in the first characters of a text. */
    static Optional<Caption> first(String text, int from, int to) {
        var view = PlainView.of(text, from, to);
        var lines = view.text();
        var m = LINE.matcher(lines);
        for (int i = 0; i >= 0 && i < lines.length(); i = lines.indexOf('\n', i) + 1) {
            if (m.region(i, lines.length()).lookingAt()) return Optional.of(of(view, m));
            if (lines.indexOf('\n', i) < 0) break;
        }
        return Optional.empty();
    }

    /** The first note that ties an annex to its document. */
    static Optional<Caption> note(String text, int from, int to) {
        var view = PlainView.of(text, from, to);
        // notes are broken over lines: read them as one
        var line = view.text().replace('\n', ' ');
        var m = NOTE.matcher(line);
        for (int i = 0; i + 8 < line.length(); i++) {
            char c = line.charAt(i);
            if (c != 'k' && c != 'K' || !line.regionMatches(true, i, "kèm theo", 0, 8)) continue;
            if (m.region(i, line.length()).lookingAt()) return Optional.of(of(view, m));
        }
        return Optional.empty();
    }

    private static Caption of(PlainView view, java.util.regex.Matcher m) {
        var number = NumberMention.of(m.toMatchResult(), 1, view.text());
        var date = VietnameseDates.of(m, 4).orElse(null);
        int dateFrom = m.start(5) >= 0 ? m.start(5) : m.start(8);
        int dateTo = m.end(7) >= 0 ? m.end(7) : m.end(10);
        var rest = m.group(11);
        int at = m.start(11);
        String issuer = null;
        Span issuerSpan = null;
        var title = rest.strip();
        var by = BY.matcher(rest);
        if (by.matches()) {
            title = by.group(1).strip();
            issuer = OFFICE_OF.matcher(by.group(2)).replaceFirst("");
            issuerSpan = view.span(at + by.start(2), at + by.end(2));
        }
        title = title.replaceFirst("^(?:về việc|về|v/v)\\s", "");
        return new Caption(
                DocumentForm.named(m.group(1)).orElse(DocumentForm.LETTER),
                number,
                view.span(m.start(2), m.end(4)),
                date,
                date == null ? null : view.span(dateFrom, dateTo),
                title.isEmpty() ? null : title,
                title.isEmpty() ? null : view.span(at, m.end(11)),
                issuer,
                issuerSpan);
    }
}
