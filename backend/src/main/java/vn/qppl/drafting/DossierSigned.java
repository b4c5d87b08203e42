package vn.qppl.drafting;

/** The document was signed and its file handed to intake: heard in the same transaction. */
public record DossierSigned(long dossierId, String sha256) {}
