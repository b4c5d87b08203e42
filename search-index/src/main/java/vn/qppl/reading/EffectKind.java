package vn.qppl.reading;

/** What an effect does. One vocabulary for reading, register and API. */
public enum EffectKind {
    COMMENCE,
    AMEND,
    SUPPLEMENT,
    REPLACE,
    SUBSTITUTE,
    REPEAL,
    RENUMBER,
    EXPIRE,
    SUSPEND,
    RESUME,
    EXTEND,
    CORRECT;

    /** As written in the API and by {@code ./qppl read}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
