package vn.qppl.consolidation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.qppl.reading.ProposedEffect;

/**
 * A document that changes others, with what it changes, in the order of its text.
 *
 * @param number as printed
 * @param issuedOn orders changes of one day; null where unknown, then it comes last
 */
public record AmendingDocument(String number, @Nullable LocalDate issuedOn, List<Amendment> amendments) {
    public AmendingDocument {
        amendments = List.copyOf(amendments);
    }

    /** What a document says it changes. */
    public static AmendingDocument of(
            String number, @Nullable LocalDate issuedOn, String text, List<ProposedEffect> effects) {
        var out = new ArrayList<Amendment>();
        for (var e : effects) {
            if (e.self()) continue;
            out.add(new Amendment(
                    e.kind(),
                    e.target(),
                    e.targetTitle(),
                    e.targetProvision(),
                    e.causeProvision(),
                    e.from(),
                    e.newText() == null ? null : e.newText().in(text),
                    e.oldWords(),
                    e.newWords(),
                    e.position(),
                    e.confidence(),
                    e.reason()));
        }
        return new AmendingDocument(number, issuedOn, out);
    }
}
