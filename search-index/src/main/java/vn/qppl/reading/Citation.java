package vn.qppl.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.qppl.text.Span;

/**
 * A mention of a document or of a provision of one.
 *
 * @param number of the document as printed in normal form ({@code 12/2023/QĐ-UBND}); null where the text names it only by
 *     title and nothing in the text resolves it
 * @param title as the text calls it ("Luật Đất đai"); null where it gives only a number
 * @param issuedOn where the text states it
 * @param provision as lawyers write it, "điểm đ khoản 2 Điều 3"; null for the whole document
 * @param self true where the mention is of this very document ("Nghị định này")
 */
public record Citation(
        @Nullable String number,
        @Nullable String title,
        @Nullable LocalDate issuedOn,
        @Nullable String provision,
        boolean self,
        RelationKind relation,
        Span span,
        double confidence,
        @Nullable String reason) {}
