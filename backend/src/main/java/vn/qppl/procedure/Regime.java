package vn.qppl.procedure;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which law on the making of legal documents holds, by the day of an act. Nothing is modelled from before the 2015 law. */
public enum Regime {
    /** Luật 80/2015: three local levels. */
    A("Luật số 80/2015/QH13", LocalDate.of(2016, 7, 1), LocalDate.of(2025, 4, 1), "Điều 172 Luật số 80/2015/QH13"),
    /** Luật 64/2025 as first in force: no normative documents of communes, districts still there. */
    B1(
            "Luật số 64/2025/QH15",
            LocalDate.of(2025, 4, 1),
            LocalDate.of(2025, 7, 1),
            "khoản 1 Điều 71 Luật số 64/2025/QH15"),
    /** Luật 64/2025 as amended by 87/2025: two levels, decisions of the provincial Chairman. */
    B2(
            "Luật số 64/2025/QH15 được sửa đổi, bổ sung bởi Luật số 87/2025/QH15",
            LocalDate.of(2025, 7, 1),
            null,
            "Điều 2 Luật số 87/2025/QH15");

    private final String law;
    private final LocalDate from;
    private final @Nullable LocalDate until;
    private final String article;

    Regime(String law, LocalDate from, @Nullable LocalDate until, String article) {
        this.law = law;
        this.from = from;
        this.until = until;
        this.article = article;
    }

    public String law() {
        return law;
    }

    public LocalDate from() {
        return from;
    }

    /** First day on which it no longer holds; null while it does. */
    public @Nullable LocalDate until() {
        return until;
    }

    /** The article on its entry into force. */
    public String article() {
        return article;
    }

    /** Empty before 1 July 2016. */
    public static Optional<Regime> on(LocalDate day) {
        return Arrays.stream(values())
                .filter(regime -> !day.isBefore(regime.from) && (regime.until == null || day.isBefore(regime.until)))
                .findFirst();
    }
}
