-- Sheets are checked and imported in the background: how many rows there are, and on whose word they are entered.
alter table sheet add column row_count int null;
alter table sheet add column import_by bigint null;
alter table sheet add column import_publish boolean not null default false;
