package vn.qppl.text;

/** What a reader of the text should know of the file, though it was read. The interface says each in Vietnamese. */
public enum ExtractionNotice {
    /** The file holds macros (VBA). They are never run nor read. */
    MACROS_NOT_RUN
}
