package vn.qppl.effect;

/** The effects on a document changed, and with them perhaps its status. Published inside the transaction. */
public record EffectsChanged(long documentId) {}
