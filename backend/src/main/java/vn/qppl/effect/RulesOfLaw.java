package vn.qppl.effect;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.qppl.document.IssuerLevel;
import vn.qppl.document.LegalDocument;
import vn.qppl.reading.EffectKind;

/** Effects that no document causes: a rule of law does, named by its article. */
public final class RulesOfLaw {
    private static final Pattern BODY = Pattern.compile("^(?:Chủ tịch )?(?:Ủy ban nhân dân|Hội đồng nhân dân) ");

    /** First day without effect of what districts left behind: Luật 87/2025/QH15 Điều 3 ("đến hết ngày 28/02/2027"). */
    private static final LocalDate DISTRICT_TEXTS_END = LocalDate.of(2027, 3, 1);

    /** From this day there are no districts. */
    private static final LocalDate NO_DISTRICTS = LocalDate.of(2025, 7, 1);

    /** Codes of the rules on detailing texts begin so. */
    static final String DETAILING = "detailing-";

    /** A document announces that a detailing text goes on when its parent ends (Luật 64/2025 Điều 57 khoản 2 as amended). */
    public static final String ANNOUNCED = DETAILING + "announced";

    private static final LocalDate LAW_80_2015 = LocalDate.of(2016, 7, 1);
    private static final LocalDate LAW_64_2025 = LocalDate.of(2025, 4, 1);
    private static final LocalDate LAW_87_2025 = LocalDate.of(2025, 7, 1);

    private RulesOfLaw() {}

    /**
     * What the law in force on the day says of a detailing text whose parent ends then: ends with it (2015; from 1 July 2025), or goes on
     * unless announced ended (1 April to 30 June 2025). Before the 2015 law nothing is said here: a person must say.
     *
     * @param details true for a text detailing delegated provisions; false for measures and guidance, which only the 2025 law names
     * @param parentEnd the effect that ends the parent, or the provision detailed
     */
    static Optional<NewEffect> withParent(
            LegalDocument child, LegalDocument parent, boolean details, LocalDate day, Effect parentEnd) {
        if (day.isBefore(LAW_80_2015)) return Optional.empty();
        var named = parent.citedAs();
        if (day.isBefore(LAW_64_2025)) {
            if (!details) return Optional.empty();
            return Optional.of(withParent(
                    EffectKind.EXPIRE,
                    child,
                    day,
                    parentEnd,
                    DETAILING + "ends-2015",
                    "khoản 4 Điều 154 Luật số 80/2015/QH13",
                    named + " hết hiệu lực thì văn bản quy định chi tiết thi hành đồng thời hết hiệu lực."));
        }
        if (day.isBefore(LAW_87_2025)) {
            return Optional.of(
                    withParent(
                            EffectKind.EXTEND,
                            child,
                            day,
                            parentEnd,
                            DETAILING + "continues-2025",
                            "khoản 2 Điều 57 Luật số 64/2025/QH15",
                            named
                                    + " hết hiệu lực; văn bản quy định chi tiết, hướng dẫn thi hành tiếp tục có hiệu lực, trừ trường hợp được công bố hết hiệu lực."));
        }
        return Optional.of(
                withParent(
                        EffectKind.EXPIRE,
                        child,
                        day,
                        parentEnd,
                        DETAILING + "ends-2025",
                        "khoản 2 Điều 57 Luật số 64/2025/QH15 được sửa đổi bởi Luật số 87/2025/QH15",
                        named
                                + " hết hiệu lực thì văn bản quy định chi tiết, quy định biện pháp để tổ chức, hướng dẫn thi hành hết hiệu lực, trừ trường hợp được công bố tiếp tục có hiệu lực."));
    }

    private static NewEffect withParent(
            EffectKind kind,
            LegalDocument child,
            LocalDate day,
            Effect parentEnd,
            String rule,
            String article,
            String why) {
        return NewEffect.of(kind, child.id())
                .from(day)
                .by(null, article)
                .rule(rule)
                .quote(why)
                .derivedFrom(parentEnd.id())
                .resolvedBy(parentEnd.id())
                .said();
    }

    /**
     * Where a commune's text acts on one of the former district: in that commune alone, whatever its words say (Luật 87/2025 Điều 3 khoản 2).
     *
     * @return the commune as its body is called ("xã Đăk Hà"); empty for every other pair of bodies
     */
    public static Optional<String> ownCommune(LegalDocument acting, LegalDocument target) {
        if (acting.level() != IssuerLevel.COMMUNE || target.level() != IssuerLevel.DISTRICT) return Optional.empty();
        return Optional.of(BODY.matcher(acting.issuerName()).replaceFirst(""));
    }

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
        return Optional.of(NewEffect.of(EffectKind.EXPIRE, document.id())
                .from(DISTRICT_TEXTS_END)
                .by(null, "Điều 3 Luật số 87/2025/QH15")
                .rule("law-87-2025-art-3")
                .quote(
                        "Văn bản quy phạm pháp luật của cấp huyện tiếp tục có hiệu lực trong phạm vi địa bàn cũ đến hết ngày 28/02/2027.")
                .said());
    }
}
