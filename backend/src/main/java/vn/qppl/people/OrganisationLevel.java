package vn.qppl.people;

/** Trung ương, tỉnh, huyện (to 30/6/2025), xã. */
public enum OrganisationLevel {
    CENTRAL,
    PROVINCE,
    DISTRICT,
    COMMUNE
}
