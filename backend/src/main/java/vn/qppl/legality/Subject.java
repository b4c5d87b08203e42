package vn.qppl.legality;

import java.util.Locale;

/**
 * What was checked.
 *
 * @param kind DOCUMENT for a document of the register; modules that hold drafts name their own, capitals, at most 20 letters
 * @param id within its kind
 */
public record Subject(String kind, long id) {
    private static final String DOCUMENT = "DOCUMENT";

    public Subject {
        if (!kind.matches("[A-Z_]{2,20}")) throw new IllegalArgumentException("kind: " + kind);
    }

    public static Subject document(long id) {
        return new Subject(DOCUMENT, id);
    }

    /** As the history names it: {@code document:12}. */
    String audited() {
        return kind.toLowerCase(Locale.ROOT).replace('_', '-') + ":" + id;
    }

    boolean ofRegister() {
        return kind.equals(DOCUMENT);
    }
}
