package vn.qppl.text;

/** How the characters of a file were coded before they became Unicode. */
public enum TextEncoding {
    UNICODE,
    TCVN3,
    VNI,
    VISCII,
    VPS,
    /** More than one within the file, by run or by font. */
    MIXED
}
