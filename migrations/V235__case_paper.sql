-- Papers of a dossier: letters in and out, and what the procedure's checklists ask for. A wrong one is undone, never removed.
create table case_paper (
    id bigint not null auto_increment,
    dossier_id bigint not null,
    step_id bigint not null,
    step_code varchar(60) character set ascii collate ascii_bin not null,
    -- as in the procedure's checklists; null for a letter that no list asks for
    code varchar(60) character set ascii collate ascii_bin null,
    name varchar(500) character set utf8mb4 collate utf8mb4_bin not null,
    -- IN, OUT
    direction varchar(3) character set ascii collate ascii_bin not null,
    number varchar(80) character set utf8mb4 collate utf8mb4_bin null,
    dated_on date null,
    correspondent varchar(300) character set utf8mb4 collate utf8mb4_bin null,
    sha256 char(64) character set ascii collate ascii_bin null,
    file_name varchar(255) character set utf8mb4 collate utf8mb4_bin null,
    size bigint null,
    -- the draft's version where this paper is the draft
    draft_number int null,
    added_by bigint null,
    added_at timestamp(6) not null,
    undone_by bigint null,
    undone_at timestamp(6) null,
    undone_reason varchar(2000) character set utf8mb4 collate utf8mb4_bin null,
    primary key (id),
    constraint uq_case_paper_draft unique (dossier_id, draft_number),
    constraint fk_case_paper_dossier foreign key (dossier_id) references dossier (id),
    constraint fk_case_paper_step foreign key (step_id) references case_step (id)
);
create index ix_case_paper_dossier on case_paper (dossier_id, id);
