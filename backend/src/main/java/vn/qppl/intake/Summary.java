package vn.qppl.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.qppl.reading.Finding;
import vn.qppl.reading.Reading;

/** What lists show of a reading. */
record Summary(
        @Nullable String number,
        @Nullable String typeName,
        @Nullable String issuerName,
        @Nullable LocalDate issuedOn,
        @Nullable String title,
        boolean certain) {

    static Summary of(Reading reading) {
        return new Summary(
                value(reading.number(), 80),
                value(reading.type(), 120),
                value(reading.issuer(), 300),
                reading.issuedOn() == null ? null : reading.issuedOn().value(),
                value(reading.title(), 1000),
                certain(reading));
    }

    /** The fields that make a document's identity, and its title, must all be certain. */
    static boolean certain(Reading reading) {
        return sure(reading.number())
                && sure(reading.type())
                && sure(reading.issuer())
                && sure(reading.issuedOn())
                && sure(reading.title());
    }

    private static boolean sure(@Nullable Finding<?> finding) {
        return finding != null && finding.certain();
    }

    private static @Nullable String value(@Nullable Finding<String> finding, int most) {
        if (finding == null) return null;
        var value = finding.value();
        return value.length() <= most ? value : value.substring(0, most - 1) + "…";
    }
}
