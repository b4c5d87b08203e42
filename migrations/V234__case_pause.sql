-- Days that the limits of a step do not count, and later last days, each with its reason.
create table case_pause (
    id bigint not null auto_increment,
    dossier_id bigint not null,
    step_id bigint not null,
    -- null: the limits of the step run on, but to extended_to
    from_day date null,
    -- first day counted again; null while it lasts
    to_day date null,
    limit_code varchar(60) character set ascii collate ascii_bin null,
    extended_to date null,
    reason varchar(2000) character set utf8mb4 collate utf8mb4_bin not null,
    recorded_by bigint null,
    recorded_at timestamp(6) not null,
    ended_by bigint null,
    ended_at timestamp(6) null,
    primary key (id),
    constraint fk_case_pause_dossier foreign key (dossier_id) references dossier (id),
    constraint fk_case_pause_step foreign key (step_id) references case_step (id)
);
create index ix_case_pause_dossier on case_pause (dossier_id, id);
