package vn.qppl.index;

/** A passage found by {@link SearchIndex#passages}, without its text. */
public record PassageMatch(long documentId, String address, float score) {}
