package vn.qppl.people;

import static vn.qppl.web.Permission.APPROVE_APPRAISALS;
import static vn.qppl.web.Permission.ASSIGN_REVIEWS;
import static vn.qppl.web.Permission.ASSIGN_WORK;
import static vn.qppl.web.Permission.CONCLUDE_REVIEWS;
import static vn.qppl.web.Permission.CONFIRM_READINGS;
import static vn.qppl.web.Permission.DECIDE_FINDINGS;
import static vn.qppl.web.Permission.DO_CASEWORK;
import static vn.qppl.web.Permission.EDIT_REGISTER;
import static vn.qppl.web.Permission.MANAGE_PEOPLE;
import static vn.qppl.web.Permission.MANAGE_PROCEDURES;
import static vn.qppl.web.Permission.OPERATE;
import static vn.qppl.web.Permission.PUBLISH;
import static vn.qppl.web.Permission.READ_ALL_DOSSIERS;
import static vn.qppl.web.Permission.READ_AUDIT;
import static vn.qppl.web.Permission.READ_DOSSIERS;
import static vn.qppl.web.Permission.READ_FINDINGS;
import static vn.qppl.web.Permission.READ_INTAKE;
import static vn.qppl.web.Permission.READ_REGISTER;
import static vn.qppl.web.Permission.READ_REVIEWS;
import static vn.qppl.web.Permission.RECEIVE_FILES;
import static vn.qppl.web.Permission.REGISTER_DOSSIERS;
import static vn.qppl.web.Permission.SIGNED_IN;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import vn.qppl.web.Permission;

/** What a person is here for, and what that allows. */
public enum Role {
    /** Quản trị hệ thống. Runs the system and its people; decides nothing about documents. */
    ADMINISTRATOR(READ_REGISTER, ASSIGN_WORK, MANAGE_PROCEDURES, MANAGE_PEOPLE, OPERATE, READ_AUDIT),
    /** Chuyên viên Sở Tư pháp. */
    DEPARTMENT_OFFICER(
            READ_REGISTER,
            READ_INTAKE,
            RECEIVE_FILES,
            CONFIRM_READINGS,
            EDIT_REGISTER,
            DO_CASEWORK,
            READ_FINDINGS,
            DECIDE_FINDINGS,
            READ_DOSSIERS,
            REGISTER_DOSSIERS,
            READ_REVIEWS,
            CONCLUDE_REVIEWS,
            ASSIGN_REVIEWS),
    /** Lãnh đạo Sở Tư pháp. */
    DEPARTMENT_LEADER(
            READ_REGISTER,
            READ_INTAKE,
            RECEIVE_FILES,
            CONFIRM_READINGS,
            EDIT_REGISTER,
            PUBLISH,
            DO_CASEWORK,
            ASSIGN_WORK,
            READ_AUDIT,
            READ_FINDINGS,
            DECIDE_FINDINGS,
            READ_DOSSIERS,
            REGISTER_DOSSIERS,
            APPROVE_APPRAISALS,
            READ_REVIEWS,
            CONCLUDE_REVIEWS,
            ASSIGN_REVIEWS),
    /** Chuyên viên cơ quan chủ trì soạn thảo. */
    DRAFTING_OFFICER(
            READ_REGISTER,
            READ_INTAKE,
            RECEIVE_FILES,
            DO_CASEWORK,
            READ_FINDINGS,
            READ_DOSSIERS,
            REGISTER_DOSSIERS,
            READ_REVIEWS,
            CONCLUDE_REVIEWS),
    /** Chuyên viên Văn phòng UBND tỉnh. */
    COMMITTEE_OFFICE_OFFICER(
            READ_REGISTER,
            READ_INTAKE,
            RECEIVE_FILES,
            CONFIRM_READINGS,
            PUBLISH,
            DO_CASEWORK,
            READ_FINDINGS,
            READ_DOSSIERS,
            REGISTER_DOSSIERS,
            READ_REVIEWS),
    /** Chuyên viên Văn phòng Đoàn ĐBQH và HĐND tỉnh: records what the council, its standing body and its boards do. */
    COUNCIL_OFFICE_OFFICER(
            READ_REGISTER, READ_INTAKE, RECEIVE_FILES, DO_CASEWORK, READ_FINDINGS, READ_DOSSIERS, READ_REVIEWS),
    /** Công chức tư pháp cấp huyện, cấp xã. */
    LOCAL_OFFICER(
            READ_REGISTER, READ_INTAKE, RECEIVE_FILES, DO_CASEWORK, READ_FINDINGS, READ_DOSSIERS, REGISTER_DOSSIERS),
    /** Trưởng phòng Tư pháp cấp huyện, người đứng đầu bộ phận tư pháp cấp xã: approves what an officer of the body concluded. */
    LOCAL_LEADER(
            READ_REGISTER,
            READ_INTAKE,
            RECEIVE_FILES,
            DO_CASEWORK,
            ASSIGN_WORK,
            READ_FINDINGS,
            READ_DOSSIERS,
            REGISTER_DOSSIERS,
            APPROVE_APPRAISALS,
            READ_REVIEWS,
            CONCLUDE_REVIEWS),
    /** Cán bộ, công chức: reads and searches what is issued. */
    OFFICIAL(READ_REGISTER),
    /** Thanh tra, kiểm toán: reads all, changes nothing. */
    AUDITOR(READ_REGISTER, READ_INTAKE, READ_AUDIT, READ_FINDINGS, READ_DOSSIERS, READ_ALL_DOSSIERS, READ_REVIEWS);

    private final Set<Permission> permissions;

    Role(Permission first, Permission... others) {
        var all = EnumSet.of(SIGNED_IN, first);
        Collections.addAll(all, others);
        permissions = Collections.unmodifiableSet(all);
    }

    public Set<Permission> permissions() {
        return permissions;
    }
}
