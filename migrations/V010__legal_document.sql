-- The register: one row a legal document, held or only cited (a stub).
create table legal_document (
    id bigint not null auto_increment,
    version bigint not null,
    -- issuer at the time of issue, type, number, year: what makes a document this one
    identity_key varchar(400) character set utf8mb4 collate utf8mb4_bin not null,
    issuer_id bigint null,
    issuer_name varchar(300) character set utf8mb4 collate utf8mb4_bin not null,
    level varchar(16) character set ascii collate ascii_bin not null,
    type varchar(40) character set ascii collate ascii_bin not null,
    number_written varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    number_key varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    number_serial int not null,
    number_year int null,
    title varchar(4000) character set utf8mb4 collate utf8mb4_bin not null,
    issued_on date null,
    signer varchar(200) character set utf8mb4 collate utf8mb4_bin null,
    capacity varchar(300) character set utf8mb4 collate utf8mb4_bin null,
    place varchar(200) character set utf8mb4 collate utf8mb4_bin null,
    field varchar(200) character set utf8mb4 collate utf8mb4_bin null,
    normative boolean not null,
    stub boolean not null,
    -- first days, for sorting lists; the truth is the effect table
    effective_from date null,
    effective_until date null,
    confirmed_by bigint null,
    confirmed_at timestamp(6) null,
    published_by bigint null,
    published_at timestamp(6) null,
    withdrawn_at timestamp(6) null,
    withdrawn_reason varchar(1000) character set utf8mb4 collate utf8mb4_bin null,
    created_at timestamp(6) not null,
    changed_at timestamp(6) not null,
    primary key (id),
    constraint uq_legal_document_identity unique (identity_key),
    constraint fk_legal_document_issuer foreign key (issuer_id) references organisation (id)
);
create index ix_legal_document_number on legal_document (number_key);
create index ix_legal_document_serial on legal_document (number_serial, number_year);
create index ix_legal_document_issued on legal_document (issued_on, id);
create index ix_legal_document_title on legal_document (title (100), id);
create index ix_legal_document_effective on legal_document (effective_from, id);
create index ix_legal_document_issuer on legal_document (issuer_id, issued_on);
create index ix_legal_document_type on legal_document (type, issued_on);
create index ix_legal_document_year on legal_document (number_year, id);

-- Relations that change nothing in force: bases, citations, guidance. Relations that do are effects.
create table document_relation (
    id bigint not null auto_increment,
    kind varchar(40) character set ascii collate ascii_bin not null,
    source_id bigint not null,
    source_provision varchar(200) character set utf8mb4 collate utf8mb4_bin null,
    target_id bigint not null,
    target_provision varchar(200) character set utf8mb4 collate utf8mb4_bin null,
    quote varchar(2000) character set utf8mb4 collate utf8mb4_bin not null,
    confirmed_by bigint not null,
    confirmed_at timestamp(6) not null,
    primary key (id),
    constraint fk_relation_source foreign key (source_id) references legal_document (id),
    constraint fk_relation_target foreign key (target_id) references legal_document (id)
);
create index ix_relation_source on document_relation (source_id, kind);
create index ix_relation_target on document_relation (target_id, kind);
