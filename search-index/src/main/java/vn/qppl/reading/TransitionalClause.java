package vn.qppl.reading;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.qppl.text.Span;

/**
 * A transitional or savings clause: what began under the old rules goes on under them, or passes to the new ones. It changes no
 * document's effect and is never certain: whom it concerns is told in words.
 *
 * @param causeProvision the clause that says so: "khoản 2 Điều 12"
 * @param subject whom or what it concerns, as the text says it ("Hồ sơ đã tiếp nhận …"); empty where the sentence has none
 * @param governedBy the rules that go on or apply, where the text names them: number or title, and provision
 * @param before what the subject began before; null where the text sets no day
 * @param until first day on which it no longer holds; null where open
 * @param untilEvent the event that ends it, as the text says it ("khi được thay thế"); null where there is none
 * @param span the sentence
 */
public record TransitionalClause(
        Kind kind,
        @Nullable String causeProvision,
        String subject,
        List<Rule> governedBy,
        @Nullable LocalDate before,
        @Nullable LocalDate until,
        @Nullable String untilEvent,
        Span span,
        double confidence,
        String reason) {

    public enum Kind {
        /** "tiếp tục thực hiện theo quy định của Nghị định số …" */
        OLD_RULES_GO_ON,
        /** "được tiếp tục sử dụng đến hết thời hạn": a paper, a permit, a contract keeps its worth. */
        KEPT,
        /** "thực hiện theo quy định của Quyết định này" */
        NEW_RULES_APPLY,
        /** "không áp dụng quy định tại …" */
        NOT_APPLIED;

        /** As printed by {@code ./qppl read}. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * @param number null where the text names the document by title only, or this very one
     * @param self true for "Quyết định này"
     */
    public record Rule(
            @Nullable String number,
            @Nullable String title,
            @Nullable String provision,
            boolean self) {}

    public TransitionalClause {
        governedBy = List.copyOf(governedBy);
    }
}
