-- Filters of lists that had no index: whether a document is open to the public, whether it is normative, a number half typed.
alter table legal_document
    add column is_open boolean generated always as (published_at is not null and withdrawn_at is null) stored;
create index ix_document_open_issued on legal_document (stub, is_open, issued_key, id);
create index ix_document_normative_issued on legal_document (stub, normative, issued_key, id);
create index ix_document_number_written on legal_document (number_written);
-- Status on a day, from the other end: what is not yet in force today ends after today, and began long ago.
create index ix_validity_status_until on validity_span (place, status, until_date, from_date, document_id);
