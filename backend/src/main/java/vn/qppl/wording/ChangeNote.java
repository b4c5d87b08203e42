package vn.qppl.wording;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import vn.qppl.document.LegalDocument;
import vn.qppl.effect.Effect;
import vn.qppl.structure.UnitLevel;

/** What a consolidated text says of a change, in the words that official ones have in their notes. */
final class ChangeNote {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private ChangeNote() {}

    /**
     * "Khoản này được sửa đổi, bổ sung theo quy định tại khoản 1 Điều 1 của Quyết định số 05/2025/QĐ-UBND …, có hiệu lực kể từ ngày 01 tháng
     * 3 năm 2025."
     *
     * @param level of what the note stands at; null for an annex or the opening
     * @param cause null where no document of the register is behind the change
     */
    static String of(Effect effect, @Nullable UnitLevel level, @Nullable LegalDocument cause) {
        var words = effect.oldWords();
        var subject = words == null ? thing(level) + " này" : "Cụm từ “" + words.strip() + "”";
        return subject + " " + done(effect) + source(effect, cause) + since(effect.from()) + ".";
    }

    /** "thay đổi bởi khoản 1 Điều 1 Quyết định 05/2025/QĐ-UBND từ ngày 01/03/2025". */
    static String brief(Effect effect, @Nullable LegalDocument cause) {
        var out = new StringBuilder(verb(effect)).append(" bởi");
        if (effect.causeLabel() != null) out.append(' ').append(effect.causeLabel());
        if (cause != null) out.append(' ').append(cause.citedAs());
        if (effect.from() != null) out.append(" từ ngày ").append(DAY.format(effect.from()));
        if (effect.until() != null) out.append(" đến trước ngày ").append(DAY.format(effect.until()));
        return out.toString();
    }

    private static String done(Effect effect) {
        var words = effect.newWords();
        boolean replaced = effect.oldWords() != null && words != null && !words.isBlank();
        return replaced
                ? "được thay thế bằng cụm từ “"
                        + java.util.Objects.requireNonNull(words).strip() + "”"
                : "được " + verb(effect);
    }

    private static String verb(Effect effect) {
        if (effect.oldWords() != null)
            return effect.newWords() == null || effect.newWords().isBlank() ? "bãi bỏ" : "thay thế cụm từ";
        return switch (effect.kind()) {
            case AMEND -> "sửa đổi, bổ sung";
            case SUPPLEMENT -> "bổ sung";
            case REPLACE, SUBSTITUTE -> "thay thế";
            case REPEAL -> "bãi bỏ";
            case RENUMBER -> "đánh số lại";
            case CORRECT -> "đính chính";
            case EXPIRE -> "hết hiệu lực";
            case COMMENCE -> "có hiệu lực";
            case SUSPEND -> "ngưng hiệu lực";
            case RESUME -> "tiếp tục có hiệu lực";
            case EXTEND -> "kéo dài thời hạn áp dụng";
        };
    }

    private static String source(Effect effect, @Nullable LegalDocument cause) {
        var clause = effect.causeLabel();
        if (cause == null) return clause == null ? "" : " theo quy định tại " + clause;
        var number = cause.numberWritten().isEmpty() ? "" : " số " + cause.numberWritten();
        var name = cause.type().label() + number + (cause.title().isBlank() ? "" : " " + uncapped(cause.title()));
        return " theo quy định tại " + (clause == null ? "" : clause + " của ") + name;
    }

    static String uncapped(String title) {
        boolean shouting = title.equals(title.toUpperCase(java.util.Locale.ROOT));
        if (shouting || title.length() < 2 || Character.isUpperCase(title.charAt(1))) return title;
        return Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }

    private static String since(@Nullable LocalDate from) {
        return from == null ? "" : ", có hiệu lực kể từ ngày " + spelled(from);
    }

    /** "01 tháng 3 năm 2025", with a nought before single days and the months January and February, as decrees write. */
    static String spelled(LocalDate day) {
        int month = day.getMonthValue();
        return String.format(
                java.util.Locale.ROOT,
                "%02d tháng %s năm %d",
                day.getDayOfMonth(),
                month < 3 ? "0" + month : month,
                day.getYear());
    }

    private static String thing(@Nullable UnitLevel level) {
        if (level == null) return "Phụ lục";
        return switch (level) {
            case PART -> "Phần";
            case CHAPTER -> "Chương";
            case SECTION -> "Mục";
            case SUBSECTION -> "Tiểu mục";
            case ARTICLE -> "Điều";
            case CLAUSE -> "Khoản";
            case POINT -> "Điểm";
        };
    }
}
