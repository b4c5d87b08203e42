-- A remark on a provision of one version of the draft, and what became of it in the signed text.
create table appraisal_remark (
    id bigint not null auto_increment,
    appraisal_id bigint not null,
    draft_number int not null,
    -- eId of the provision; empty for the words before the first
    address varchar(200) character set ascii collate ascii_bin not null,
    label varchar(300) character set utf8mb4 collate utf8mb4_bin not null,
    quote varchar(4000) character set utf8mb4 collate utf8mb4_bin not null,
    kind varchar(20) character set ascii collate ascii_bin not null,
    remark varchar(8000) character set utf8mb4 collate utf8mb4_bin not null,
    written_by bigint not null,
    written_at timestamp(6) not null,
    undone_by bigint null,
    undone_at timestamp(6) null,
    -- ACCEPTED, EXPLAINED, NOT_SEEN; null while nobody has looked
    fate varchar(12) character set ascii collate ascii_bin null,
    fate_note varchar(2000) character set utf8mb4 collate utf8mb4_bin null,
    fate_by bigint null,
    fate_at timestamp(6) null,
    primary key (id),
    constraint fk_appraisal_remark foreign key (appraisal_id) references appraisal (id)
);
create index ix_appraisal_remark on appraisal_remark (appraisal_id, id);
