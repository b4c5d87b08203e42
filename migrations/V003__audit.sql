-- Append-only. The sealer fills seal and previous_seal of committed rows, in order of id.
create table audit_entry (
    id bigint not null auto_increment,
    at timestamp(6) not null,
    -- null: the machine itself
    actor_id bigint null,
    action varchar(60) character set ascii collate ascii_bin not null,
    object varchar(120) character set ascii collate ascii_bin not null,
    changes_json mediumtext character set utf8mb4 collate utf8mb4_bin not null,
    request_id varchar(64) character set ascii collate ascii_bin null,
    seal char(64) character set ascii collate ascii_bin null,
    primary key (id)
);
create index ix_audit_object on audit_entry (object, id);
create index ix_audit_seal on audit_entry (seal, id);
