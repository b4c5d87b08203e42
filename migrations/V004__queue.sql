-- Work after commit: the table of db-scheduler, and what went wrong last with each of its rows.
create table scheduled_tasks (
    task_name varchar(100) character set ascii collate ascii_bin not null,
    task_instance varchar(100) character set ascii collate ascii_bin not null,
    task_data blob null,
    execution_time timestamp(6) not null,
    picked boolean not null,
    picked_by varchar(50) character set utf8mb4 collate utf8mb4_bin null,
    last_success timestamp(6) null,
    last_failure timestamp(6) null,
    consecutive_failures int null,
    last_heartbeat timestamp(6) null,
    version bigint not null,
    priority smallint null,
    primary key (task_name, task_instance)
);
create index ix_scheduled_tasks_time on scheduled_tasks (execution_time);
create index ix_scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

create table queue_failure (
    task_name varchar(100) character set ascii collate ascii_bin not null,
    task_instance varchar(100) character set ascii collate ascii_bin not null,
    message varchar(500) character set utf8mb4 collate utf8mb4_bin not null,
    failed_at timestamp(6) not null,
    primary key (task_name, task_instance)
);
