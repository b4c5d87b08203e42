-- No foreign key: its check would lock the register's row against whoever works on the document; the rows are rewritten from its text.
-- What local documents name: every basis and citation of their texts, read once and asked from the other side when a named document changes.
create table document_mention (
    id bigint not null auto_increment,
    document_id bigint not null,
    -- relation as read: BASED_ON, CITES, AMENDS …
    kind varchar(40) character set ascii collate ascii_bin not null,
    -- key of the number that is named; null where the text gives a title only
    number_key varchar(80) character set utf8mb4 collate utf8mb4_bin null,
    -- title with its type, folded; null where the text gives a number
    title_key varchar(200) character set utf8mb4 collate utf8mb4_bin null,
    issued_on date null,
    -- local body named beside the number; null where none is
    body varchar(300) character set utf8mb4 collate utf8mb4_bin null,
    -- provision of the named document, as written; null for the whole
    provision varchar(300) character set utf8mb4 collate utf8mb4_bin null,
    -- where the naming text says so
    place_address varchar(200) character set ascii collate ascii_bin null,
    place_label varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
    quote varchar(1000) character set utf8mb4 collate utf8mb4_bin not null,
    primary key (id)
);
create index ix_mention_document on document_mention (document_id);
create index ix_mention_number on document_mention (number_key, document_id);
create index ix_mention_title on document_mention (title_key, document_id);
