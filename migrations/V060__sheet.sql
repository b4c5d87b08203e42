create table sheet (
    id bigint not null auto_increment,
    version bigint not null,
    sha256 char(64) character set ascii collate ascii_bin not null,
    file_name varchar(300) character set utf8mb4 collate utf8mb4_bin not null,
    encoding varchar(30) character set ascii collate ascii_bin null,
    state varchar(16) character set ascii collate ascii_bin not null,
    header_row int not null,
    -- [{index, header, field}]
    columns_json text character set utf8mb4 collate utf8mb4_bin not null,
    default_issuer_id bigint null,
    default_type varchar(40) character set ascii collate ascii_bin null,
    created_by bigint not null,
    created_at timestamp(6) not null,
    primary key (id),
    constraint fk_sheet_file foreign key (sha256) references stored_file (sha256)
);

create table sheet_row (
    sheet_id bigint not null,
    row_no int not null,
    state varchar(16) character set ascii collate ascii_bin not null,
    values_json text character set utf8mb4 collate utf8mb4_bin not null,
    problems_json text character set utf8mb4 collate utf8mb4_bin null,
    document_id bigint null,
    primary key (sheet_id, row_no),
    constraint fk_sheet_row_sheet foreign key (sheet_id) references sheet (id),
    constraint fk_sheet_row_document foreign key (document_id) references legal_document (id)
);
create index ix_sheet_row_state on sheet_row (sheet_id, state, row_no);
