-- Documents whose index entries are out of date. Written in the transaction that changes them, emptied by the indexer.
create table index_request (
    document_id bigint not null,
    requested_at timestamp(6) not null,
    attempts int not null,
    next_at timestamp(6) not null,
    last_error varchar(500) character set utf8mb4 collate utf8mb4_bin null,
    primary key (document_id)
);
create index ix_index_request_next on index_request (next_at);
