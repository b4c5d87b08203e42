package vn.qppl.effect;

import java.time.LocalDate;
import java.util.Optional;
import vn.qppl.document.IssuerLevel;
import vn.qppl.document.LegalDocument;
import vn.qppl.reading.EffectKind;

/** Effects that no document causes: a rule of law does, named by its article. */
public final class RulesOfLaw {
    /** First day without effect of what districts left behind: Luật 87/2025/QH15 Điều 3 ("đến hết ngày 28/02/2027"). */
    private static final LocalDate DISTRICT_TEXTS_END = LocalDate.of(2027, 3, 1);

    /** From this day there are no districts. */
    private static final LocalDate NO_DISTRICTS = LocalDate.of(2025, 7, 1);

    private RulesOfLaw() {}

    /**
     * The end of a normative text of a former district. An earlier end by a higher body, or in a commune by that commune's own text, is an
     * effect of its own and comes first.
     */
    public static Optional<NewEffect> endOfDistrictTexts(LegalDocument document) {
        var issuedOn = document.issuedOn();
        boolean left = document.level() == IssuerLevel.DISTRICT
                && document.normative()
                && issuedOn != null
                && issuedOn.isBefore(NO_DISTRICTS);
        if (!left) return Optional.empty();
        return Optional.of(new NewEffect(
                EffectKind.EXPIRE,
                document.id(),
                null,
                null,
                null,
                DISTRICT_TEXTS_END,
                null,
                null,
                null,
                "Điều 3 Luật số 87/2025/QH15",
                "law-87-2025-art-3",
                "Văn bản quy phạm pháp luật của cấp huyện tiếp tục có hiệu lực trong phạm vi địa bàn cũ đến hết ngày 28/02/2027.",
                null,
                null,
                null,
                null,
                null));
    }
}
