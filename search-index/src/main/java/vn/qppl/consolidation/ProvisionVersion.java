package vn.qppl.consolidation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The words of one provision from one day to another.
 *
 * @param component empty for the main text, else the eId of the attached regulation or annex ({@code att_1})
 * @param eId Akoma Ntoso identifier within the component: {@code art_3__para_2__list_1__point_dd}
 * @param label as lawyers cite it: "khoản 2 Điều 3"
 * @param from first day; null where the document's own first day is not known
 * @param to first day of the next version, half-open; null while it stands
 * @param text the provision with its number and all that is under it; empty once repealed
 * @param cause null for the text as issued
 */
public record ProvisionVersion(
        String component,
        String eId,
        String label,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String text,
        @Nullable Cause cause) {

    /**
     * By which clause of which document.
     *
     * @param id {@link Amendment#id} of the change; null for one that was only read
     */
    public record Cause(
            String number,
            @Nullable String provision,
            LocalDate from,
            @Nullable Long id) {}
}
