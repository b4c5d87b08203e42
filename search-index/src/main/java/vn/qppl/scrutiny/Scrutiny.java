package vn.qppl.scrutiny;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.qppl.reading.Reading;

/** Checks a text by every rule. Pure, total, near linear in the text. One set of rules for drafts and issued texts. */
public final class Scrutiny {
    /** Raised with every change of what is found, so that older results are known to be older. */
    public static final int VERSION = 1;

    private Scrutiny() {}

    /**
     * @param facts of the act: for an issued text {@link Facts#of}, for a draft those of its dossier
     * @param known what the register holds of the documents that {@link Known#asked} names
     * @return in the order of the text
     */
    public static List<MachineFinding> check(Reading reading, Facts facts, Known known) {
        var found = new ArrayList<MachineFinding>();
        if (reading.structure().components().isEmpty()) return found;
        var text = new Text(reading, facts);
        BasisRules.check(text, known, found);
        EffectRules.check(text, found);
        CompetenceRules.check(text, found);
        LayoutRules.check(text, found);
        ContentRules.check(text, found);
        AdministrativeForm.check(text, found);
        TermRules.check(text, found);
        ReferenceRules.check(text, known, found);
        NumberingRules.check(text, found);
        found.sort(Comparator.comparingInt(
                f -> f.evidence().isEmpty() ? 0 : f.evidence().getFirst().span().start()));
        return List.copyOf(found);
    }
}
