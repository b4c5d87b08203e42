-- A dossier: a draft on its way from proposal to publication. What the lists need of the current step is copied here by the transition itself.
create table dossier (
    id bigint not null auto_increment,
    version bigint not null,
    form varchar(30) character set ascii collate ascii_bin not null,
    level varchar(16) character set ascii collate ascii_bin not null,
    kind varchar(30) character set ascii collate ascii_bin not null,
    title varchar(1000) character set utf8mb4 collate utf8mb4_bin not null,
    field varchar(200) character set utf8mb4 collate utf8mb4_bin null,
    purpose varchar(2000) character set utf8mb4 collate utf8mb4_bin not null,
    registered_on date not null,
    planned_on date null,
    programme_year int null,
    -- who acts in which function (people may hand a step to another body later; these are the usual ones)
    drafting_body_id bigint not null,
    justice_body_id bigint not null,
    office_id bigint not null,
    -- the procedure as it stood when the case began, and why this one
    procedure_code varchar(60) character set ascii collate ascii_bin not null,
    procedure_number int not null,
    regime varchar(4) character set ascii collate ascii_bin not null,
    choice_why varchar(1000) character set utf8mb4 collate utf8mb4_bin not null,
    choice_article varchar(300) character set utf8mb4 collate utf8mb4_bin not null,
    -- OPEN, RETURNED, WITHDRAWN, MERGED, ISSUED, ENDED
    state varchar(12) character set ascii collate ascii_bin not null,
    -- the current step; null when nothing is left to do
    step_id bigint null,
    step_code varchar(60) character set ascii collate ascii_bin null,
    activity varchar(30) character set ascii collate ascii_bin null,
    holder_id bigint null,
    -- 9999-12-31 where nothing is due
    due_key date not null,
    merged_into bigint null,
    signed_number varchar(80) character set utf8mb4 collate utf8mb4_bin null,
    signed_on date null,
    signed_sha256 char(64) character set ascii collate ascii_bin null,
    officer_id bigint not null,
    created_at timestamp(6) not null,
    open_mark int generated always as (case when step_id is null then null else 1 end) stored,
    primary key (id),
    constraint fk_dossier_drafting foreign key (drafting_body_id) references organisation (id),
    constraint fk_dossier_justice foreign key (justice_body_id) references organisation (id),
    constraint fk_dossier_office foreign key (office_id) references organisation (id),
    constraint fk_dossier_officer foreign key (officer_id) references person (id),
    constraint fk_dossier_merged foreign key (merged_into) references dossier (id)
);
create index ix_dossier_due on dossier (open_mark, due_key, id);
create index ix_dossier_board on dossier (open_mark, activity, due_key, id);
