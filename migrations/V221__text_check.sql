-- The last check of a text by the rules: who, when, of which words, by which version of the rules.
create table text_check (
    subject_kind varchar(20) character set ascii collate ascii_bin not null,
    subject_id bigint not null,
    checked_at timestamp(6) not null,
    -- null for the machine itself
    checked_by bigint null,
    text_sha256 char(64) character set ascii collate ascii_bin not null,
    rules_version int not null,
    -- whether similar rules of the register could be looked for
    compared boolean not null,
    primary key (subject_kind, subject_id)
);
