-- Templates of the appraisal report that administrators put in place of the one that comes with the software; the last row is in use.
create table report_template (
    id bigint not null auto_increment,
    -- null: back to the one of the software
    sha256 char(64) character set ascii collate ascii_bin null,
    file_name varchar(255) character set utf8mb4 collate utf8mb4_bin null,
    reason varchar(1000) character set utf8mb4 collate utf8mb4_bin not null,
    put_by bigint not null,
    put_at timestamp(6) not null,
    primary key (id)
);
