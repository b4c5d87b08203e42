package vn.qppl.reading;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One document named at one place: "Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010", "Luật Đất đai", "Nghị định này", "số
 * 92/2017/NĐ-CP" in a list.
 *
 * @param self "này" after the form
 * @param plural the form without anything: "các Nghị định của Chính phủ"
 */
record MentionedDocument(
        @Nullable DocumentForm form,
        @Nullable String number,
        @Nullable String title,
        @Nullable LocalDate date,
        boolean self,
        int start,
        int end,
        double confidence,
        @Nullable String reason) {

    private static final Pattern NUMBER = Pattern.compile(
            "\\s{0,3}(?:số:?\\s{0,3})?" + NumberMention.FORM, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern LABELLED_NUMBER =
            Pattern.compile("số:?\\s{0,3}" + NumberMention.FORM, Pattern.UNICODE_CASE);
    private static final Pattern ON = Pattern.compile(
            "[\\s,]{0,3}(?:được\\s(?:Quốc hội\\s)?(?:thông qua|ban hành)\\s)?(?:ký\\s)?ngày\\s{1,4}"
                    + VietnameseDates.DATE,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern IN_YEAR = Pattern.compile("\\s{1,3}năm\\s{1,3}((?:19|20)\\d\\d)");
    private static final Pattern NAMED_NUMBER = Pattern.compile(
            "\\s{1,3}(?:số\\s{0,3})(?:số\\s)?" + NumberMention.FORM, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern LAW_NAME_END = Pattern.compile(
            "[;.:()\"“”\\[\\]]|\\s(?:về\\s|nhằm\\s|số\\s{0,3}\\d|ngày\\s|năm\\s(?:19|20)|đã\\s|được\\s|và\\s(?:các|Luật|Bộ luật|Nghị|Pháp lệnh|khoản|Điều|văn bản|hướng dẫn|quy định|pháp luật)|hoặc\\s|thì\\s|nhưng\\s|theo\\s|này|có\\s(?:hiệu lực|quy định)|quy định|như sau|để\\s|tại\\s|do\\s|từ\\s|bao gồm|trừ\\s|phải\\s|không\\s(?:phải|thuộc|quy)|là\\s)|,\\s(?:Luật|Bộ luật|Nghị|Pháp lệnh|Thông tư|pháp luật|các|quy định|văn bản|điểm|khoản|Điều|trừ|thì|nếu|nhưng|được|có|do|tổ chức|cơ quan|người)",
            Pattern.UNICODE_CASE);

    private static final Pattern AMENDING_NAME_END =
            Pattern.compile("[;.:()\"“”\\[\\]]|\\s(?:số\\s{0,3}\\d|ngày\\s|đã\\s|này|thì\\s)", Pattern.UNICODE_CASE);

    /** True where words that cannot belong to a law's name stand within it. */
    static boolean endsWithin(String name) {
        return LAW_NAME_END.matcher(name + " ").find();
    }

    private static final DocumentForm[] FORMS = {
        DocumentForm.JOINT_CIRCULAR,
        DocumentForm.OLD_JOINT_CIRCULAR,
        DocumentForm.JOINT_RESOLUTION,
        DocumentForm.CONSOLIDATED,
        DocumentForm.CONSTITUTION,
        DocumentForm.CODE,
        DocumentForm.LAW,
        DocumentForm.ORDINANCE,
        DocumentForm.RESOLUTION,
        DocumentForm.DECREE,
        DocumentForm.CIRCULAR,
        DocumentForm.DECISION,
        DocumentForm.DIRECTIVE,
        DocumentForm.PLAN,
        DocumentForm.NOTICE,
        DocumentForm.REPORT,
        DocumentForm.SUBMISSION,
        DocumentForm.GUIDANCE,
        DocumentForm.CONCLUSION,
        DocumentForm.LETTER,
        DocumentForm.ORDER,
        DocumentForm.REGULATION,
        DocumentForm.RULES,
        DocumentForm.CHARTER,
        DocumentForm.TELEGRAM,
        DocumentForm.PROGRAMME
    };

    private static final Map<Character, List<DocumentForm>> BY_FIRST = Arrays.stream(FORMS)
            .collect(Collectors.groupingBy(
                    form -> Character.toLowerCase(form.label().charAt(0))));

    /** Reads the mention that begins at a word start; null where none does. */
    static @Nullable MentionedDocument at(String text, int from, KnownNames names, @Nullable LocalDate on) {
        if (ProvisionMention.word(text, from, "số")) {
            // "mẫu số 03B/TB" is a form
            if (afterWord(text, from, "mẫu", "biểu", "hiệu", "đồng")) return null;
            var m = LABELLED_NUMBER.matcher(text).region(from, Math.min(text.length(), from + 90));
            m.useTransparentBounds(true);
            return m.lookingAt() ? numbered(text, null, from, m) : null;
        }
        var form = form(text, from);
        if (form == null) return null;
        int after = from + form.label().length() + extra(text, from, form);
        // "luật" in small letters is the law at large
        boolean capital = Character.isUpperCase(text.charAt(from));
        int at = ProvisionMention.blanks(text, after);
        if (ProvisionMention.word(text, at, ProvisionMention.HERE))
            return capital ? new MentionedDocument(form, null, null, null, true, from, at + 3, 0.985, null) : null;
        var m = NUMBER.matcher(text).region(after, Math.min(text.length(), after + 90));
        m.useTransparentBounds(true);
        if (m.lookingAt()) return numbered(text, form, from, m);
        boolean law = form == DocumentForm.LAW
                || form == DocumentForm.CODE
                || form == DocumentForm.ORDINANCE
                || form == DocumentForm.CONSTITUTION;
        if (!capital) return null;
        var known = named(text, from, form, names, on);
        if (known != null) return known;
        if (law && afterWord(text, from, "pháp", "dân", "bộ")) return null;
        return law ? unknownLaw(text, from, after, form) : null;
    }

    /** "Pháp luật", "Dân luật" are no law. */
    private static boolean afterWord(String text, int from, String... words) {
        int end = from;
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) end--;
        int start = end;
        while (start > 0 && end - start < 5 && Character.isLetter(text.charAt(start - 1))) start--;
        for (var word : words)
            if (end > start && end < from && text.substring(start, end).equalsIgnoreCase(word)) return true;
        return false;
    }

    private static @Nullable DocumentForm form(String text, int from) {
        if (from + 4 > text.length()) return null;
        char first = Character.toLowerCase(text.charAt(from));
        for (var form : BY_FIRST.getOrDefault(first, List.of())) {
            var label = form.label();
            if (fits(text, from, label)) return form;
        }
        return null;
    }

    /** The label, with any one blank between its words. */
    private static boolean fits(String text, int from, String label) {
        int i = from;
        for (int j = 0; j < label.length(); j++) {
            if (i >= text.length()) return false;
            if (label.charAt(j) == ' ') {
                int next = ProvisionMention.blanks(text, i);
                if (next == i) return false;
                i = next;
            } else {
                if (Character.toLowerCase(text.charAt(i)) != Character.toLowerCase(label.charAt(j))) return false;
                i++;
            }
        }
        return i == text.length() || !Character.isLetterOrDigit(text.charAt(i));
    }

    /** Blanks beyond the label's own. */
    private static int extra(String text, int from, DocumentForm form) {
        int i = from;
        for (int j = 0; j < form.label().length(); j++)
            i = form.label().charAt(j) == ' ' ? ProvisionMention.blanks(text, i) : i + 1;
        return i - from - form.label().length();
    }

    private static MentionedDocument numbered(
            String text, @Nullable DocumentForm form, int from, java.util.regex.Matcher m) {
        var mention = NumberMention.of(m.toMatchResult(), 0, text);
        int end = m.end(3);
        while (end > m.start(3) && text.charAt(end - 1) == '.') end--;
        // "…/NĐ-CPngày": words run together leave a part of the number behind
        boolean torn = end + 1 < text.length()
                && (text.charAt(end) == '-' || text.charAt(end) == '/')
                && Character.isUpperCase(text.charAt(end + 1));
        LocalDate date = null;
        var on = ON.matcher(text).region(end, Math.min(text.length(), end + 60));
        on.useTransparentBounds(true);
        if (on.lookingAt()) {
            date = VietnameseDates.of(on, 0).orElse(null);
            end = on.end();
        }
        boolean clash = date != null
                && mention.year() != null
                && date.getYear() != mention.year()
                && !mention.symbol().contains("QH");
        var by = DocumentForm.ofSymbol(mention.symbol());
        return new MentionedDocument(
                form != null ? form : by.orElse(null),
                mention.printed(),
                null,
                date,
                false,
                from,
                end,
                torn ? 0.6 : clash ? 0.8 : 0.985,
                torn ? "Số có thể bị dính với chữ sau" : clash ? "Năm của ngày ban hành khác năm trong số" : null);
    }

    private static @Nullable MentionedDocument named(
            String text, int from, DocumentForm form, KnownNames names, @Nullable LocalDate today) {
        var endOf = new int[1];
        var found = names.at(text, from, today, endOf);
        if (found.isEmpty()) return null;
        var name = found.get();
        int end = endOf[0];
        var title = text.substring(from, end).replaceAll("\\s+", " ");
        var n = NAMED_NUMBER.matcher(text).region(end, Math.min(text.length(), end + 60));
        n.useTransparentBounds(true);
        if (n.lookingAt()) {
            var numbered = numbered(text, form, from, n);
            return new MentionedDocument(
                    form,
                    numbered.number(),
                    title,
                    numbered.date(),
                    false,
                    from,
                    numbered.end(),
                    numbered.confidence(),
                    numbered.reason());
        }
        var on = ON.matcher(text).region(end, Math.min(text.length(), end + 60));
        on.useTransparentBounds(true);
        if (on.lookingAt()) {
            var date = VietnameseDates.of(on, 0);
            if (date.isPresent()) {
                Optional<KnownNames.Name> exact = name.own() && date.get().equals(name.date()) && name.number() != null
                        ? Optional.of(name)
                        : KnownNames.of(name.letters(), date.get());
                return new MentionedDocument(
                        form,
                        exact.map(KnownNames.Name::number).orElse(null),
                        title,
                        date.get(),
                        false,
                        from,
                        on.end(),
                        exact.isPresent() ? (exact.get().own() ? 0.985 : 0.93) : 0.9,
                        exact.isEmpty()
                                ? "Văn bản không ghi số"
                                : exact.get().own() ? null : "Số lấy từ bảng luật thường gặp theo tên và ngày");
            }
        }
        var year = IN_YEAR.matcher(text).region(end, Math.min(text.length(), end + 20));
        year.useTransparentBounds(true);
        if (year.lookingAt()) {
            int y = Integer.parseInt(year.group(1));
            boolean own = name.own()
                    && name.number() != null
                    && (name.number().contains("/" + y + "/")
                            || name.date() != null && name.date().getYear() == y);
            var exact = own ? Optional.of(name) : KnownNames.of(name.letters(), y);
            return new MentionedDocument(
                    form,
                    exact.map(KnownNames.Name::number).orElse(null),
                    title,
                    exact.map(KnownNames.Name::date).orElse(null),
                    false,
                    from,
                    year.end(),
                    own ? 0.97 : exact.isPresent() ? 0.9 : 0.8,
                    own
                            ? "Số lấy từ chỗ khác trong văn bản theo tên và năm"
                            : exact.isPresent()
                                    ? "Số lấy từ bảng luật thường gặp theo tên và năm"
                                    : "Văn bản không ghi số");
        }
        if (name.own())
            return new MentionedDocument(
                    form,
                    name.number(),
                    title,
                    name.date(),
                    false,
                    from,
                    end,
                    name.number() == null ? 0.9 : 0.985,
                    name.number() == null ? "Văn bản không ghi số" : null);
        return new MentionedDocument(
                form,
                name.number(),
                title,
                name.date(),
                false,
                from,
                end,
                0.7,
                "Văn bản không ghi số; số lấy từ bảng luật thường gặp theo ngày ban hành văn bản");
    }

    /** A law that nothing here knows: its words up to what cannot belong to a name. */
    private static @Nullable MentionedDocument unknownLaw(String text, int from, int after, DocumentForm form) {
        int at = ProvisionMention.blanks(text, after);
        if (form == DocumentForm.CONSTITUTION) {
            var year = IN_YEAR.matcher(text).region(after, Math.min(text.length(), after + 12));
            int end = year.lookingAt() ? year.end() : after;
            return new MentionedDocument(
                    form,
                    null,
                    text.substring(from, end).replaceAll("\\s+", " "),
                    null,
                    false,
                    from,
                    end,
                    0.95,
                    "Hiến pháp không có số");
        }
        if (at >= text.length() || !Character.isUpperCase(text.charAt(at)) && !ProvisionMention.word(text, at, "sửa"))
            return null;
        int limit = Math.min(text.length(), from + (ProvisionMention.word(text, at, "sửa") ? 330 : 170));
        boolean amending = ProvisionMention.word(text, at, "sửa");
        var stop = (amending ? AMENDING_NAME_END : LAW_NAME_END).matcher(text).region(at, limit);
        int end = stop.find() ? stop.start() : limit == text.length() ? limit : -1;
        if (end < 0) {
            int space = text.lastIndexOf(' ', Math.min(limit - 1, at + 60));
            end = space <= at ? limit : space;
        }
        while (end > at && !Character.isLetterOrDigit(text.charAt(end - 1))) end--;
        if (end - at < 2) return null;
        var title = text.substring(from, end).replaceAll("\\s+", " ");
        var n = NAMED_NUMBER.matcher(text).region(end, Math.min(text.length(), end + 60));
        n.useTransparentBounds(true);
        if (n.lookingAt()) {
            var numbered = numbered(text, form, from, n);
            return new MentionedDocument(
                    form,
                    numbered.number(),
                    title,
                    numbered.date(),
                    false,
                    from,
                    numbered.end(),
                    numbered.confidence(),
                    numbered.reason());
        }
        LocalDate date = null;
        var on = ON.matcher(text).region(end, Math.min(text.length(), end + 60));
        on.useTransparentBounds(true);
        if (on.lookingAt()) {
            date = VietnameseDates.of(on, 0).orElse(null);
            end = on.end();
        }
        return new MentionedDocument(form, null, title, date, false, from, end, 0.75, "Văn bản không ghi số");
    }
}
