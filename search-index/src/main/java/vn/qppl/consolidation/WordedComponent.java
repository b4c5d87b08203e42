package vn.qppl.consolidation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.qppl.consolidation.ProvisionVersion.Cause;
import vn.qppl.structure.LegalText.ComponentKind;

/**
 * A main text, attached regulation, annex or form as it reads on a day.
 *
 * @param eId empty for the main text, else {@code att_1} …
 * @param before what stands before the first provision: letterhead, title, bases; the whole of a text without provisions
 * @param after what stands behind the last: signature, recipients
 * @param repealed the whole component
 * @param changes that touched the words before, or the component as a whole
 */
public record WordedComponent(
        String eId,
        ComponentKind kind,
        @Nullable String number,
        @Nullable String title,
        String before,
        List<WordedProvision> provisions,
        String after,
        boolean repealed,
        List<Cause> changes) {
    public WordedComponent {
        provisions = List.copyOf(provisions);
        changes = List.copyOf(changes);
    }
}
