-- Steps of a dossier, append-only: a step is closed once and never changed after.
create table case_step (
    id bigint not null auto_increment,
    dossier_id bigint not null,
    position int not null,
    code varchar(60) character set ascii collate ascii_bin not null,
    name varchar(500) character set utf8mb4 collate utf8mb4_bin not null,
    activity varchar(30) character set ascii collate ascii_bin not null,
    holder_id bigint not null,
    begun_on date not null,
    due_on date null,
    done_on date null,
    outcome varchar(60) character set ascii collate ascii_bin null,
    outcome_name varchar(500) character set utf8mb4 collate utf8mb4_bin null,
    reason varchar(2000) character set utf8mb4 collate utf8mb4_bin null,
    -- of a vote: in favour, and all who are counted
    votes_for int null,
    votes_of int null,
    begun_by bigint null,
    begun_at timestamp(6) not null,
    done_by bigint null,
    done_at timestamp(6) null,
    primary key (id),
    constraint uq_case_step unique (dossier_id, position),
    constraint fk_case_step_dossier foreign key (dossier_id) references dossier (id),
    constraint fk_case_step_holder foreign key (holder_id) references organisation (id)
);
