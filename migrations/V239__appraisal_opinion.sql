-- Opinions asked of units of the appraising body and of agencies.
create table appraisal_opinion (
    id bigint not null auto_increment,
    appraisal_id bigint not null,
    agency varchar(300) character set utf8mb4 collate utf8mb4_bin not null,
    asked_on date not null,
    due_on date null,
    answered_on date null,
    number varchar(80) character set utf8mb4 collate utf8mb4_bin null,
    opinion varchar(8000) character set utf8mb4 collate utf8mb4_bin null,
    asked_by bigint not null,
    answered_by bigint null,
    primary key (id),
    constraint fk_appraisal_opinion foreign key (appraisal_id) references appraisal (id)
);
create index ix_appraisal_opinion on appraisal_opinion (appraisal_id, id);
