package vn.qppl.wording;

/** For whom a text is put together. */
public enum Readers {
    STAFF,
    /** Changes by documents of the register that are not published are left out. */
    PUBLIC
}
