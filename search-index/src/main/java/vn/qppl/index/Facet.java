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

    String indexField() {
        return "facet." + name().toLowerCase(Locale.ROOT);
    }
}
