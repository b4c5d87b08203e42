package vn.qppl.scrutiny;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which law governs the making of a text, by the day of its adoption or signing. */
public enum Regime {
    /** Laws of 1996, 2004, 2008: of their rules on form this package knows none. */
    BEFORE_2016,
    /** Luật 80/2015/QH13, Nghị định 34/2016/NĐ-CP: 1/7/2016 to 31/3/2025. */
    LAW_2015,
    /** Luật 64/2025/QH15 while there were three levels: 1/4/2025 to 30/6/2025. */
    LAW_2025_THREE_LEVELS,
    /** Luật 64/2025/QH15 as amended by Luật 87/2025/QH15: from 1/7/2025. */
    LAW_2025;

    private static final LocalDate FIRST_OF_2015 = LocalDate.of(2016, 7, 1);
    private static final LocalDate FIRST_OF_2025 = LocalDate.of(2025, 4, 1);
    private static final LocalDate TWO_LEVELS = LocalDate.of(2025, 7, 1);

    /** A text without a day is a draft of today's law. */
    public static Regime on(@Nullable LocalDate day) {
        if (day == null || !day.isBefore(TWO_LEVELS)) return LAW_2025;
        if (!day.isBefore(FIRST_OF_2025)) return LAW_2025_THREE_LEVELS;
        return day.isBefore(FIRST_OF_2015) ? BEFORE_2016 : LAW_2015;
    }

    /** Whether its rules on form are known here. */
    public boolean known() {
        return this != BEFORE_2016;
    }

    /** The article under the law of 2015, else the one under the law of 2025. */
    String article(String of2015, String of2025) {
        return switch (this) {
            case BEFORE_2016, LAW_2015 -> of2015;
            case LAW_2025_THREE_LEVELS, LAW_2025 -> of2025;
        };
    }
}
