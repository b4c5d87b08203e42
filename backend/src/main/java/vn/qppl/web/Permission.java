package vn.qppl.web;

/** What a person may do. Roles (module people) are sets of these. */
public enum Permission {
    /** No log-in needed. Outside the public tree only signing in itself has it. */
    ANYONE,
    /** Signed in, whoever it is. */
    SIGNED_IN,
    /** Read what is issued: register, texts, staff search. */
    READ_REGISTER,
    /** See batches, files and spreadsheets received, and what was read from them. */
    READ_INTAKE,
    /** Receive files and spreadsheets. */
    RECEIVE_FILES,
    /** Confirm what the machine read, in one's own name. */
    CONFIRM_READINGS,
    /** Correct confirmed facts, record and retract effects. */
    EDIT_REGISTER,
    /** See what the rules hold against a text, and what officers decided on it. */
    READ_FINDINGS,
    /** Have a text checked, decide on findings. */
    DECIDE_FINDINGS,
    /** Publish and withdraw. */
    PUBLISH,
    /** Have tasks, take those of one's unit, hand over one's own. */
    DO_CASEWORK,
    /** Hand over what others of the unit have to do; of any unit with {@link #MANAGE_PEOPLE}. */
    ASSIGN_WORK,
    /** Read the dossiers that one's organisation drafts, holds or held. */
    READ_DOSSIERS,
    /** Read every dossier, whoever holds it. */
    READ_ALL_DOSSIERS,
    /** Register drafts for one's organisation. */
    REGISTER_DOSSIERS,
    /** Approve what an officer of one's organisation concluded; never one's own work. */
    APPROVE_APPRAISALS,
    /** See what is to be reviewed, why, and what was concluded. */
    READ_REVIEWS,
    /** Conclude the reviews of one's own organisation. */
    CONCLUDE_REVIEWS,
    /** Give reviews to whatever organisation, and conclude any. */
    ASSIGN_REVIEWS,
    /** Correct procedures and the calendar of working days. */
    MANAGE_PROCEDURES,
    MANAGE_PEOPLE,
    /** Health, queues, rebuilding of indexes. */
    OPERATE,
    /** The history of everything. */
    READ_AUDIT,
    /** What only a command on the machine itself may do, such as naming a folder of its disk. No role has it. */
    COMMAND_LINE
}
