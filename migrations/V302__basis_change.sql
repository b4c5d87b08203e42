-- One change of one document by one other: what is to be reviewed because of it hangs here.
create table basis_change (
    id bigint not null auto_increment,
    changed_id bigint not null,
    cause_id bigint null,
    -- the cause, 0 where a rule of law or a term is it
    cause_key bigint not null,
    -- day of the cause's issue, else the first day of the change
    since date null,
    from_date date null,
    -- the whole document, not named provisions of it
    whole boolean not null,
    -- what is done, for people: "sửa đổi, bổ sung khoản 2 Điều 5"
    summary varchar(2000) character set utf8mb4 collate utf8mb4_bin not null,
    -- effects are on record for it now
    standing boolean not null,
    recorded_at timestamp(6) not null,
    primary key (id),
    constraint uq_basis_change unique (changed_id, cause_key),
    constraint fk_basis_change_changed foreign key (changed_id) references legal_document (id),
    constraint fk_basis_change_cause foreign key (cause_id) references legal_document (id)
);
