-- What a person corrected of a reading: examples for the reader's regression tests.
create table reading_correction (
    id bigint not null auto_increment,
    item_id bigint not null,
    sha256 char(64) character set ascii collate ascii_bin not null,
    file_name varchar(300) character set utf8mb4 collate utf8mb4_bin not null,
    -- as the reading names it: issuedOn, title
    field varchar(20) character set ascii collate ascii_bin not null,
    -- the words the person pointed at, offsets into the file's text; null where the value was typed
    span_start int null,
    span_end int null,
    -- null where nothing was read
    read_value varchar(2000) character set utf8mb4 collate utf8mb4_bin null,
    -- null where the text says nothing of the kind
    corrected_value varchar(2000) character set utf8mb4 collate utf8mb4_bin null,
    reader_version int not null,
    corrected_by bigint not null,
    corrected_at timestamp(6) not null,
    primary key (id),
    constraint fk_reading_correction_item foreign key (item_id) references intake_item (id),
    constraint fk_reading_correction_file foreign key (sha256) references stored_file (sha256)
);
create index ix_reading_correction_file on reading_correction (sha256, id);
