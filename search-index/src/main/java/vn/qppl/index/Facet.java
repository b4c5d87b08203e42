package vn.qppl.index;

import java.util.Locale;

/** What answers are counted by and narrowed to. */
public enum Facet {
    TYPE,
    ISSUER,
    LEVEL,
    PLACE,
    YEAR,
    FIELD,
    /** On the question's day. */
    STATUS;

    /** Counted from, on heads. */
    String counted() {
        return "counted." + name().toLowerCase(Locale.ROOT);
    }

    /** Narrowed by, on heads and passages. */
    String narrowing() {
        return "narrowing." + name().toLowerCase(Locale.ROOT);
    }
}
