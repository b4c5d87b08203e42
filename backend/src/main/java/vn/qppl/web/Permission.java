package vn.qppl.web;

/** What a person may do. Roles (module people) are sets of these. */
public enum Permission {
    /** Signed in, whoever it is. */
    SIGNED_IN,
    /** Read what is issued: register, texts, staff search. */
    READ_REGISTER,
    /** Receive files and spreadsheets, see what was read from them. */
    RECEIVE_FILES,
    /** Confirm what the machine read, in one's own name. */
    CONFIRM_READINGS,
    /** Correct confirmed facts, record and retract effects. */
    EDIT_REGISTER,
    /** Publish and withdraw. */
    PUBLISH,
    MANAGE_PEOPLE,
    /** Health, queues, rebuilding of indexes. */
    OPERATE,
    /** The history of everything. */
    READ_AUDIT
}
