-- A list of documents to be handled, as another office keeps it (the stock of merged provinces): each row as it was, and where it belongs.
create table review_list (
    id bigint not null auto_increment,
    name varchar(300) character set utf8mb4 collate utf8mb4_bin not null,
    row_count int not null,
    imported_by bigint not null,
    imported_at timestamp(6) not null,
    reconciled_at timestamp(6) not null,
    primary key (id)
);
