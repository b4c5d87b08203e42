-- What the law has an appraisal conclude on, with the conclusion.
create table appraisal_subject (
    appraisal_id bigint not null,
    code varchar(60) character set ascii collate ascii_bin not null,
    -- MET, CHANGES_NEEDED, NOT_MET, NOT_APPLICABLE
    verdict varchar(20) character set ascii collate ascii_bin not null,
    opinion varchar(8000) character set utf8mb4 collate utf8mb4_bin not null,
    written_by bigint not null,
    written_at timestamp(6) not null,
    primary key (appraisal_id, code),
    constraint fk_appraisal_subject foreign key (appraisal_id) references appraisal (id)
);
