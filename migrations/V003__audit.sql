-- Append-only. The sealer gives committed rows their place in the chain and their seal, in order of id.
create table audit_entry (
    id bigint not null auto_increment,
    at timestamp(6) not null,
    -- null: the machine itself
    actor_id bigint null,
    action varchar(60) character set ascii collate ascii_bin not null,
    object varchar(120) character set ascii collate ascii_bin not null,
    changes_json mediumtext character set utf8mb4 collate utf8mb4_bin not null,
    request_id varchar(64) character set ascii collate ascii_bin null,
    -- a transaction that commits late is sealed late: places, not ids, order the chain
    place bigint null,
    seal char(64) character set ascii collate ascii_bin null,
    primary key (id),
    constraint uq_audit_place unique (place)
);
create index ix_audit_object on audit_entry (object, id);
create index ix_audit_seal on audit_entry (seal, id);

-- The last link: one row, which is also the lock of the sealer.
create table audit_head (
    id int not null,
    place bigint not null,
    seal char(64) character set ascii collate ascii_bin not null,
    primary key (id)
);
insert into audit_head (id, place, seal)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
