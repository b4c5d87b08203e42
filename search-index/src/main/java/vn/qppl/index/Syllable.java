package vn.qppl.index;

/**
 * One syllable (or number, or abbreviation) of a Vietnamese text.
 *
 * @param exact lower case, quality marks kept, the tone written behind the letters, so that "hoà" and "hòa" are one
 * @param folded without marks; đ is d
 * @param start UTF-16 offset into the text it was read from
 */
record Syllable(String exact, String folded, int start, int end) {

    /** Whether it was written with any mark; "ban" may be typed lazily, "bàn" never is. */
    boolean marked() {
        return !exact.equals(folded);
    }
}
