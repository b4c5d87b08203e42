-- A file's bytes live in the file store by their SHA-256; what was read from them belongs to the hash.
create table stored_file (
    sha256 char(64) character set ascii collate ascii_bin not null,
    size bigint not null,
    stored_at timestamp(6) not null,
    primary key (sha256)
);

create table file_text (
    sha256 char(64) character set ascii collate ascii_bin not null,
    extractor_version int not null,
    media_type varchar(120) character set ascii collate ascii_bin null,
    encoding varchar(10) character set ascii collate ascii_bin null,
    -- null when read
    problem varchar(40) character set ascii collate ascii_bin null,
    text_length int not null,
    -- the extracted text with its pages, tables and conversions: JSON, deflated
    content longblob null,
    read_at timestamp(6) not null,
    primary key (sha256),
    constraint fk_file_text_file foreign key (sha256) references stored_file (sha256)
);

create table document_file (
    id bigint not null auto_increment,
    document_id bigint not null,
    sha256 char(64) character set ascii collate ascii_bin not null,
    file_name varchar(300) character set utf8mb4 collate utf8mb4_bin not null,
    -- ORIGINAL: the text of the document is read from it
    role varchar(20) character set ascii collate ascii_bin not null,
    added_by bigint not null,
    added_at timestamp(6) not null,
    primary key (id),
    constraint uq_document_file unique (document_id, sha256),
    constraint fk_document_file_document foreign key (document_id) references legal_document (id),
    constraint fk_document_file_file foreign key (sha256) references stored_file (sha256)
);
create index ix_document_file_sha on document_file (sha256);
