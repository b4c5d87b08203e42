-- Orders of the register's lists as columns, so that a page is read off an index however long the list and however deep the page.
alter table legal_document
    add column issued_key date generated always as (coalesce(issued_on, date '1000-01-01')) stored,
    add column effective_key date generated always as (coalesce(effective_from, date '1000-01-01')) stored,
    add column title_key varchar(100) character set utf8mb4 collate utf8mb4_bin
        generated always as (substr(title, 1, 100)) stored,
    add column number_order bigint
        generated always as (coalesce(number_year, 0) * 100000000 + number_serial) stored;
create index ix_document_by_issued on legal_document (stub, issued_key, id);
create index ix_document_by_effective on legal_document (stub, effective_key, id);
create index ix_document_by_title on legal_document (stub, title_key, id);
create index ix_document_by_number on legal_document (stub, number_order, id);
create index ix_document_type_issued on legal_document (stub, type, issued_key, id);
create index ix_document_issuer_issued on legal_document (stub, issuer_id, issued_key, id);
create index ix_document_level_issued on legal_document (stub, level, issued_key, id);
create index ix_document_year_issued on legal_document (stub, number_year, issued_key, id);
create index ix_document_field_issued on legal_document (stub, field, issued_key, id);
-- What lost effect in a year, in the order of the days.
create index ix_validity_span_order on validity_span (place, status, from_date, document_id);
