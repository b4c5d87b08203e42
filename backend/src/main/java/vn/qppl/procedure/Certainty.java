package vn.qppl.procedure;

/** Whether a fact was read in the law's own words. One that was not is shown as a warning that an administrator can correct. */
public enum Certainty {
    VERIFIED,
    RECALLED
}
