package vn.qppl.scrutiny;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.qppl.structure.DocumentNumber;
import vn.qppl.text.Span;

/**
 * One căn cứ as the preamble cites it.
 *
 * @param kind as cited: "Nghị định", "Công văn"; empty where it begins otherwise
 * @param title with its kind, up to number, day or issuer ("Luật Đất đai"); only for laws, which are cited so
 * @param about the words behind the issuer ("quy định chi tiết …"); empty where there are none
 * @param issuer as cited; null where it is not said
 * @param span the words of this basis alone
 * @param paragraph the whole "Căn cứ …", to its last punctuation
 */
record Basis(
        String kind,
        @Nullable DocumentNumber number,
        @Nullable LocalDate issuedOn,
        @Nullable String title,
        @Nullable String issuer,
        String about,
        Span span,
        Span paragraph) {

    /** "Nghị định số 02/2003/NĐ-CP", "Luật Đất đai ngày 29/11/2013". */
    String cited() {
        if (number != null)
            return (kind.isEmpty() ? "văn bản" : title == null ? kind : title) + " số " + number.print();
        if (title != null) return title + (issuedOn == null ? "" : " ngày " + Vietnamese.date(issuedOn));
        return kind.isEmpty() ? "căn cứ này" : kind;
    }
}
