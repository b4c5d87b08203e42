package vn.qppl.wording;

/** The wordings of a document were put together anew. Published inside the transaction that stores them. */
public record WordingChanged(long documentId) {}
