package vn.qppl.reading;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.qppl.structure.LegalText;

/**
 * What one file says: of itself, of others. A field the text does not give is null: a wrong value is worse than none.
 *
 * @param number in normal form, {@code 12/2023/QĐ-UBND}
 * @param type as the law names it: "Quyết định", "Nghị quyết"
 * @param issuer the issuing body at the time, as the text names it: "Ủy ban nhân dân tỉnh Kon Tum"
 * @param signer the name only
 * @param capacity TM., KT., Q., with the office: "KT. CHỦ TỊCH PHÓ CHỦ TỊCH"
 * @param place of issue ("Kon Tum")
 * @param title trích yếu, without the type
 * @param effectiveUntil first day without effect, where the text states a term
 * @param normative whether the document is a QPPL, with the reason in {@link Finding#reason}
 * @param gazette number of Công báo
 * @param transitions what goes on under old rules or passes to these (điều khoản chuyển tiếp)
 */
public record Reading(
        LegalText structure,
        @Nullable Finding<String> number,
        @Nullable Finding<String> type,
        @Nullable Finding<String> issuer,
        @Nullable Finding<String> signer,
        @Nullable Finding<String> capacity,
        @Nullable Finding<String> place,
        @Nullable Finding<LocalDate> issuedOn,
        @Nullable Finding<String> title,
        @Nullable Finding<LocalDate> effectiveFrom,
        @Nullable Finding<LocalDate> effectiveUntil,
        @Nullable Finding<String> gazette,
        @Nullable Finding<Boolean> normative,
        List<Finding<String>> addressees,
        List<Citation> bases,
        List<Citation> citations,
        List<ProposedEffect> effects,
        List<TransitionalClause> transitions) {}
