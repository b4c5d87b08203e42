create table intake_batch (
    id bigint not null auto_increment,
    version bigint not null,
    name varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
    state varchar(16) character set ascii collate ascii_bin not null,
    -- explicit acceptance of what is certain, in this person's name
    accept_as bigint null,
    accept_effects boolean not null,
    publish boolean not null,
    created_by bigint not null,
    created_at timestamp(6) not null,
    started_at timestamp(6) null,
    ended_at timestamp(6) null,
    primary key (id)
);

create table intake_item (
    id bigint not null auto_increment,
    version bigint not null,
    batch_id bigint not null,
    sha256 char(64) character set ascii collate ascii_bin not null,
    file_name varchar(300) character set utf8mb4 collate utf8mb4_bin not null,
    size bigint not null,
    state varchar(16) character set ascii collate ascii_bin not null,
    problem varchar(40) character set ascii collate ascii_bin null,
    -- a worker's claim, so that several nodes never read one file at once
    claimed_until timestamp(6) null,
    attempts int not null,
    -- summary of what was read, for lists; the reading itself is made again from the text
    number varchar(80) character set utf8mb4 collate utf8mb4_bin null,
    type_name varchar(120) character set utf8mb4 collate utf8mb4_bin null,
    issuer_name varchar(300) character set utf8mb4 collate utf8mb4_bin null,
    issued_on date null,
    title varchar(1000) character set utf8mb4 collate utf8mb4_bin null,
    certain boolean not null,
    reader_version int not null,
    document_id bigint null,
    sheet_id bigint null,
    decided_by bigint null,
    decided_at timestamp(6) null,
    reason varchar(1000) character set utf8mb4 collate utf8mb4_bin null,
    created_at timestamp(6) not null,
    primary key (id),
    constraint uq_intake_item unique (batch_id, sha256, file_name),
    constraint fk_intake_item_batch foreign key (batch_id) references intake_batch (id),
    constraint fk_intake_item_file foreign key (sha256) references stored_file (sha256),
    constraint fk_intake_item_document foreign key (document_id) references legal_document (id)
);
create index ix_intake_item_state on intake_item (state, id);
create index ix_intake_item_batch on intake_item (batch_id, state, id);
create index ix_intake_item_sha on intake_item (sha256);
