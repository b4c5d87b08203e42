package vn.qppl.reading;

/** Relations of documents as the national database names them (domain reference, section 3), seen from the active side. */
public enum RelationKind {
    GUIDES,
    DETAILS,
    CONSOLIDATES,
    AMENDS,
    CORRECTS,
    REPLACES,
    REPEALS,
    CITES,
    BASED_ON,
    INTERPRETS,
    SUSPENDS_IMPLEMENTATION,
    SUSPENDS_EFFECT,
    ANNOUNCES,
    /** A merged unit's administrative document choosing which inherited texts apply. */
    CHOOSES_TO_APPLY,
    RELATED
}
