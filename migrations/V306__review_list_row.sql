create table review_list_row (
    id bigint not null auto_increment,
    list_id bigint not null,
    -- of the spreadsheet, one-based
    row_no int not null,
    name varchar(4000) character set utf8mb4 collate utf8mb4_bin not null,
    agency varchar(500) character set utf8mb4 collate utf8mb4_bin not null,
    handling varchar(500) character set utf8mb4 collate utf8mb4_bin not null,
    result varchar(4000) character set utf8mb4 collate utf8mb4_bin not null,
    doc_type varchar(40) character set utf8mb4 collate utf8mb4_bin null,
    number_written varchar(80) character set utf8mb4 collate utf8mb4_bin null,
    issuer varchar(300) character set utf8mb4 collate utf8mb4_bin null,
    issued_on date null,
    doc_year int null,
    -- what ends what: JSON
    pairs mediumtext character set utf8mb4 collate utf8mb4_bin not null,
    placement varchar(20) character set ascii collate ascii_bin not null,
    document_id bigint null,
    -- what is doubtful, in words; null where nothing is
    note varchar(1000) character set utf8mb4 collate utf8mb4_bin null,
    primary key (id),
    constraint uq_review_list_row unique (list_id, row_no),
    constraint fk_review_list_row_list foreign key (list_id) references review_list (id),
    constraint fk_review_list_row_document foreign key (document_id) references legal_document (id)
);
create index ix_review_list_placement on review_list_row (list_id, placement, row_no);
