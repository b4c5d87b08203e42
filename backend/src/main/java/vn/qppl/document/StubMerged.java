package vn.qppl.document;

/**
 * Two stubs turned out to be one document: what pointed to {@code gone} belongs to {@code kept}. Published inside the transaction, before
 * the row of {@code gone} is deleted.
 */
public record StubMerged(long gone, long kept) {}
