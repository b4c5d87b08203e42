package vn.qppl.text;

/** Why a file gave no text, or not all of it. The interface says each in Vietnamese, with what to do. */
public enum ExtractionProblem {
    EMPTY,
    DAMAGED,
    ENCRYPTED,
    TOO_LARGE,
    TOO_DEEPLY_NESTED,
    TOO_MUCH_OUTPUT,
    TOO_SLOW,
    OUT_OF_MEMORY,
    PARSER_CRASHED,
    UNSUPPORTED,
    /** Pages without a text layer, and no OCR on this machine. */
    SCANNED_NOT_READABLE,
    HOSTILE,
    UNREADABLE_FILE
}
