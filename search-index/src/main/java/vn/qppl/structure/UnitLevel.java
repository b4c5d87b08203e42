package vn.qppl.structure;

/** Levels of a Vietnamese legal text, from the widest to the narrowest: Phần, Chương, Mục, Tiểu mục, Điều, khoản, điểm. */
public enum UnitLevel {
    PART,
    CHAPTER,
    SECTION,
    SUBSECTION,
    ARTICLE,
    CLAUSE,
    POINT
}
