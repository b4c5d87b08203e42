-- What is to be done, by whom, until when: one table for all casework. Dates are copied from the counted deadline, so that the desk is one
-- walk along an index.
create table task (
    id bigint not null auto_increment,
    version bigint not null,
    -- what it is about: kind and id, as in the history
    object_type varchar(40) character set ascii collate ascii_bin not null,
    object_id bigint not null,
    -- what is to be done with it; one open task of each
    task_key varchar(60) character set ascii collate ascii_bin not null,
    subject varchar(500) character set utf8mb4 collate utf8mb4_bin not null,
    title varchar(300) character set utf8mb4 collate utf8mb4_bin not null,
    next_action varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
    -- address in the workspace where it is done
    link varchar(300) character set utf8mb4 collate utf8mb4_bin not null,
    unit_id bigint not null,
    assignee_id bigint null,
    assigned_at timestamp(6) null,
    assigned_by bigint null,
    -- rests until others act or a pause ends
    waiting boolean not null,
    waiting_for varchar(300) character set utf8mb4 collate utf8mb4_bin null,
    -- 9999-12-31 where nothing is due
    due_key date not null,
    safe_on date null,
    risk_on date null,
    rule_text varchar(500) character set utf8mb4 collate utf8mb4_bin null,
    article varchar(300) character set utf8mb4 collate utf8mb4_bin null,
    handed_from bigint null,
    handed_reason varchar(1000) character set utf8mb4 collate utf8mb4_bin null,
    created_by bigint null,
    created_at timestamp(6) not null,
    ended_by bigint null,
    ended_at timestamp(6) null,
    -- DONE, CANCELLED
    outcome varchar(12) character set ascii collate ascii_bin null,
    reason varchar(1000) character set utf8mb4 collate utf8mb4_bin null,
    open_mark int generated always as (case when ended_at is null then 1 else null end) stored,
    primary key (id),
    constraint uq_task_open unique (object_type, object_id, task_key, open_mark),
    constraint fk_task_unit foreign key (unit_id) references organisation (id),
    constraint fk_task_assignee foreign key (assignee_id) references person (id)
);
create index ix_task_desk on task (assignee_id, open_mark, waiting, due_key, id);
create index ix_task_unit on task (unit_id, open_mark, waiting, due_key, id);
