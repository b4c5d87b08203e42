package vn.qppl.document;

/** A document was confirmed, corrected, published or withdrawn. Published inside the transaction. */
public record DocumentChanged(long documentId) {}
