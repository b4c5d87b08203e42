-- Procedures as they were followed: what comes with the software and what administrators corrected, each whole. Never updated: a running
-- case keeps the version it began with.
create table procedure_version (
    id bigint not null auto_increment,
    code varchar(60) character set ascii collate ascii_bin not null,
    number int not null,
    -- came with the software; else a correction
    built_in boolean not null,
    -- a later edition of the software does not push aside what an administrator corrected: it waits as a proposal
    adopted boolean not null,
    yaml mediumtext character set utf8mb4 collate utf8mb4_bin not null,
    reason varchar(1000) character set utf8mb4 collate utf8mb4_bin not null,
    -- null: the software
    created_by bigint null,
    created_at timestamp(6) not null,
    primary key (id),
    constraint uq_procedure_version unique (code, number),
    constraint fk_procedure_version_person foreign key (created_by) references person (id)
);
