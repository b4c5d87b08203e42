-- No foreign key, as for the mentions themselves.
-- Which reader last read a document's mentions, and who proposed the document: its review is that body's (Nghị định 79/2025 Điều 35).
create table mention_reading (
    document_id bigint not null,
    reader_version int not null,
    proposer varchar(300) character set utf8mb4 collate utf8mb4_bin null,
    read_at timestamp(6) not null,
    primary key (document_id)
);
